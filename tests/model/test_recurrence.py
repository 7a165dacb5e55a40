"""How often a meeting is, as people type it, and on which days it then is."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.dates import WEEKDAYS
from tracejournal.model.errors import Misuse
from tracejournal.model.recurrence import MOST_WEEKS, Recurrence, coming, parse_recurrence

MONDAY = date(2026, 11, 23)
DAYS = st.dates(date(1999, 12, 1), date(2101, 3, 1))
TIMES = st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))


@pytest.mark.parametrize(
    ("typed", "every", "since", "at"),
    [
        ("every 2 weeks on tuesday 14:00", 2, date(2026, 11, 24), time(14)),
        ("Every Friday", 1, date(2026, 11, 27), None),
        ("every other wed at 2pm", 2, date(2026, 11, 25), time(14)),
        ("tuesdays 9.30", 1, date(2026, 11, 24), time(9, 30)),
        ("weekly on monday", 1, MONDAY, None),
        ("fortnightly thurs", 2, date(2026, 11, 26), None),
        ("every third sunday noon", 3, date(2026, 11, 29), time(12)),
        ("every week on sat", 1, date(2026, 11, 28), None),
    ],
)
def test_what_comes_again_is_understood(
    typed: str, every: int, since: date, at: time | None
) -> None:
    assert parse_recurrence(typed, MONDAY) == Recurrence(since, every, at=at)


@pytest.mark.parametrize(
    ("typed", "dates", "at"),
    [
        ("2026-12-01", [date(2026, 12, 1)], None),
        ("2027-01-12, 2026-12-01 14:00", [date(2026, 12, 1), date(2027, 1, 12)], time(14)),
        ("friday 8:15", [date(2026, 11, 27)], time(8, 15)),
        ("tomorrow,next monday", [MONDAY, date(2026, 11, 24)], None),
    ],
)
def test_single_days_are_understood(typed: str, dates: list[date], at: time | None) -> None:
    assert parse_recurrence(typed, MONDAY) == Recurrence(dates[0], dates=tuple(dates), at=at)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "14:00", "every", "every blue moon", "every 2 weeks", "every 0 weeks on friday", ",",
     "soon", "2026-02-30", "every 99 weeks on friday", "on on", "december", "every t"],
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_examples(typed: str) -> None:
    with pytest.raises(Misuse) as refusal:
        parse_recurrence(typed, MONDAY)
    assert "weeks" in str(refusal.value)


@given(st.text(max_size=30), DAYS)
def test_nothing_typed_ever_fails_otherwise(typed: str, today: date) -> None:
    try:
        recurrence = parse_recurrence(typed, today)
    except Misuse:
        return
    assert recurrence.every >= 0


@given(DAYS, st.integers(0, MOST_WEEKS), st.lists(DAYS, max_size=5), TIMES)
def test_its_own_words_are_read_as_itself(
    since: date, every: int, dates: list[date], at: time | None
) -> None:
    recurrence = Recurrence(since, every, tuple(dates), at)
    assert parse_recurrence(str(recurrence), recurrence.since) == recurrence


@given(DAYS, st.integers(1, MOST_WEEKS), DAYS, st.integers(0, 2000))
def test_every_few_weeks_is_a_weekday_whatever_the_calendar_does(
    since: date, every: int, first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    found = list(Recurrence(since, every).days(first, last))
    day, plain = since, []
    while day <= last:  # one step after another, over leap years and clock changes
        if day >= first:
            plain.append(day)
        day += timedelta(weeks=every)
    assert found == plain
    assert {each.weekday() for each in found} <= {since.weekday()}


def test_the_last_days_of_the_calendar_are_no_end_of_the_world() -> None:
    assert list(Recurrence(date(9999, 12, 25), 1).days(date.min, date.max))[-1] == date(
        9999, 12, 25
    )


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_next_one_today_included(today: date, name: str) -> None:
    day = coming(name, today)
    assert 0 <= (day - today).days < 7
    assert WEEKDAYS[day.weekday()] == name


def test_a_rhythm_that_begins_later_keeps_its_weekday() -> None:
    recurrence = parse_recurrence("every 2 weeks on tuesday", MONDAY).from_day(date(2026, 9, 3))
    assert recurrence.since == date(2026, 9, 8)
