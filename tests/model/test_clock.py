"""What time it is, and which day an instant belongs to."""

from __future__ import annotations

import time as machine
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import DUBLIN, NEW_YORK, TOKYO, FakeClock
from tracejournal.model.clock import Clock
from tracejournal.model.errors import Misuse
from tracejournal.model.when import parse_when

if TYPE_CHECKING:
    from tracejournal.model.clock import Instant

FOUR = time(4)
SATURDAY, SUNDAY = date(2026, 11, 21), date(2026, 11, 22)


def offset_hours(instant: Instant) -> float:
    offset = instant.at.utcoffset()
    assert offset is not None
    return offset / timedelta(hours=1)


@pytest.mark.parametrize(
    ("wall", "day_starts", "day"),
    [
        ("2026-11-22T00:00", time(0), SUNDAY),
        ("2026-11-21T23:59:59.999999", time(0), SATURDAY),
        ("2026-11-22T03:59", FOUR, SATURDAY),
        ("2026-11-22T04:00", FOUR, SUNDAY),
        ("2026-11-22T23:59", FOUR, SUNDAY),
    ],
)
def test_a_day_begins_when_the_person_says(wall: str, day_starts: time, day: date) -> None:
    clock = FakeClock(wall, day_starts=day_starts)
    assert clock.today() == day
    assert clock.now().on == day


def test_an_instant_keeps_its_wall_clock_its_offset_and_its_zone() -> None:
    instant = FakeClock("2026-07-01T09:30", NEW_YORK).now()
    assert instant.at.isoformat() == "2026-07-01T09:30:00-04:00"
    assert (instant.zone, instant.on) == (NEW_YORK, date(2026, 7, 1))


def test_the_order_of_time_is_the_same_in_every_zone() -> None:
    """09:00 in Tokyo comes before 01:00 in Dublin, whatever the walls say."""
    tokyo = FakeClock("2026-11-23T09:00", TOKYO).now()
    dublin = FakeClock("2026-11-23T00:30", DUBLIN).now()
    assert tokyo.microseconds < dublin.microseconds
    assert dublin.microseconds == 1_795_393_800_000_000


@given(st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - Hypothesis wants naive bounds
def test_microseconds_tell_instants_apart_exactly(at: datetime) -> None:
    clock = FakeClock()
    instant = clock.now().replace(at=at)
    assert datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=instant.microseconds) == at


def test_travel_moves_nothing_that_was_lived_before() -> None:
    clock = FakeClock("2026-11-23T00:30", TOKYO)
    lived = clock.now()
    clock.set("2026-11-22T16:30", DUBLIN)
    assert lived.on == date(2026, 11, 23)
    assert clock.now().on == date(2026, 11, 22)


@given(st.dates(date(1971, 1, 1), date(2100, 1, 1)), st.times(), st.times(max_value=time(12)))
def test_an_instant_on_a_chosen_day_is_on_that_day(day: date, at: time, day_starts: time) -> None:
    clock = FakeClock(zone=NEW_YORK, day_starts=day_starts)
    assert clock.on_day(day, at).on == day
    assert clock.on_day(day).on == day


@given(st.dates(date(1971, 1, 1), date(2100, 1, 1)), st.times(), st.times(max_value=time(12)))
def test_the_hours_before_a_day_starts_are_the_end_of_the_day_before(
    day: date, at: time, day_starts: time
) -> None:
    clock = FakeClock(zone="UTC", day_starts=day_starts)
    instant = clock.on_day(day, at)
    assert clock.day_of(instant.at) == day
    assert instant.at.date() == (day if at >= day_starts else day + timedelta(days=1))


def test_without_a_time_another_day_takes_the_present_time_of_day() -> None:
    clock = FakeClock("2026-11-23T08:42:31.000007")
    assert clock.on_day(SATURDAY).at.isoformat() == "2026-11-21T08:42:31.000007+00:00"
    assert clock.on_day(date(2026, 11, 23)).at == clock.local_now()


def test_another_day_has_the_offset_of_that_day() -> None:
    clock = FakeClock("2026-11-23T08:42", NEW_YORK)
    assert offset_hours(clock.now()) == -5
    assert offset_hours(clock.on_day(date(2026, 7, 1), time(9))) == -4


def test_a_time_the_clock_skipped_becomes_one_that_was_lived() -> None:
    """In Dublin 01:30 on 29 March 2026 never was: the clock went from 01:00 to 02:00."""
    instant = FakeClock().on_day(date(2026, 3, 29), time(1, 30))
    assert instant.at.isoformat() == "2026-03-29T02:30:00+01:00"
    assert instant.on == date(2026, 3, 29)


def test_a_time_the_clock_showed_twice_is_the_first_of_the_two() -> None:
    instant = FakeClock().on_day(date(2026, 10, 25), time(1, 30))
    assert instant.at.isoformat() == "2026-10-25T01:30:00+01:00"


@pytest.mark.parametrize("day", [date.max, date.min])
def test_a_day_beyond_the_calendar_is_refused(day: date) -> None:
    clock = FakeClock(zone=TOKYO, day_starts=FOUR)
    at = time(3) if day == date.max else time(5)
    with pytest.raises(Misuse, match=f"There is no such day as {day}"):
        clock.on_day(day, at)


class TestAtATimeToday:
    """`--at 02:00` for people whose day ends at 04:00."""

    def test_in_the_morning_it_is_the_night_that_has_just_been(self) -> None:
        clock = FakeClock("2026-11-22T05:00", day_starts=FOUR)
        instant = clock.at_time(time(2))
        assert instant.at.isoformat() == "2026-11-22T02:00:00+00:00"
        assert instant.on == SATURDAY

    def test_in_that_same_night_it_is_an_hour_ago(self) -> None:
        clock = FakeClock("2026-11-22T03:00", day_starts=FOUR)
        instant = clock.at_time(time(2))
        assert instant.at.isoformat() == "2026-11-22T02:00:00+00:00"
        assert instant.on == SATURDAY

    def test_at_any_other_hour_it_is_today(self) -> None:
        clock = FakeClock("2026-11-22T09:00", day_starts=FOUR)
        assert clock.at_time(time(8)).at.isoformat() == "2026-11-22T08:00:00+00:00"
        assert FakeClock("2026-11-22T09:00").at_time(time(2)).on == SUNDAY


class TestWhen:
    """One field for a day, a time, or both."""

    @pytest.mark.parametrize(
        ("typed", "at"),
        [
            ("yesterday", "2026-11-22T08:42:00+00:00"),
            ("8:15", "2026-11-23T08:15:00+00:00"),
            ("friday 2pm", "2026-11-20T14:00:00+00:00"),
            ("3 days ago 18.30", "2026-11-20T18:30:00+00:00"),
            ("2026-07-01 noon", "2026-07-01T12:00:00+01:00"),
        ],
    )
    def test_a_day_a_time_or_both(self, typed: str, at: str) -> None:
        instant = parse_when(typed, FakeClock())
        assert instant is not None
        assert instant.at.isoformat() == at

    @pytest.mark.parametrize("typed", ["", "  ", "now"])
    def test_nothing_is_now(self, typed: str) -> None:
        assert parse_when(typed, FakeClock()) is None

    def test_a_night_shift_means_the_night_that_has_been(self) -> None:
        instant = parse_when("02:00", FakeClock("2026-11-22T05:00", day_starts=FOUR))
        assert instant is not None
        assert instant.on == SATURDAY

    @pytest.mark.parametrize("typed", ["soon", "monday 25:00", "2026-02-30 8:00", "next week"])
    def test_nonsense_is_refused(self, typed: str) -> None:
        with pytest.raises(Misuse):
            parse_when(typed, FakeClock())


class TestTheMachinesOwnClock:
    """The real clock, in zones that TZ names."""

    def test_now_is_now_and_carries_the_local_offset(
        self, machine_zone: pytest.MonkeyPatch
    ) -> None:
        machine_zone.setenv("TZ", TOKYO)
        machine.tzset()
        before = datetime.now(UTC)
        instant = Clock().now()
        assert before <= instant.at <= datetime.now(UTC)
        assert (offset_hours(instant), instant.zone) == (9, TOKYO)

    def test_another_day_has_its_own_offset(self, machine_zone: pytest.MonkeyPatch) -> None:
        machine_zone.setenv("TZ", NEW_YORK)
        machine.tzset()
        clock = Clock()
        assert offset_hours(clock.on_day(date(2026, 1, 5), time(9))) == -5
        assert offset_hours(clock.on_day(date(2026, 7, 5), time(9))) == -4

    @pytest.mark.parametrize(
        ("named", "zone"),
        [
            ("Europe/Berlin", "Europe/Berlin"),
            (":Europe/Berlin", "Europe/Berlin"),
            ("/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"),
            ("UTC", "UTC"),
            ("Nowhere/Land", None),
            ("<+03>-3", None),
            ("XYZ5", None),
        ],
    )
    def test_the_zone_has_a_name_where_there_is_one(
        self, named: str, zone: str | None, machine_zone: pytest.MonkeyPatch
    ) -> None:
        machine_zone.setenv("TZ", named)
        assert Clock().zone() == zone

    def test_a_day_before_any_clock_is_refused(self, machine_zone: pytest.MonkeyPatch) -> None:
        machine_zone.setenv("TZ", TOKYO)
        machine.tzset()
        with pytest.raises(Misuse, match="There is no such day as 0001-01-01"):
            Clock().on_day(date(1, 1, 1), time(1))

    def test_skipped_and_doubled_hours_are_real_ones(
        self, machine_zone: pytest.MonkeyPatch
    ) -> None:
        machine_zone.setenv("TZ", DUBLIN)
        machine.tzset()
        for day in (date(2026, 3, 29), date(2026, 10, 25)):
            theirs, ours = Clock().on_day(day, time(1, 30)), FakeClock().on_day(day, time(1, 30))
            assert theirs.at.isoformat() == ours.at.isoformat()
