"""Declared beforehand: what can be declared, and which weeks it has."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import DUBLIN, NEW_YORK, TOKYO, FakeClock
from tracejournal.model.errors import Misuse
from tracejournal.model.experiment import (
    COMING,
    MAX_ACTION,
    OVER,
    RUNNING,
    STOPPED,
    Experiment,
    ExperimentDraft,
    alternating_plan,
    checked_weeks,
    drawn_plan,
    next_monday,
)

MONDAY = date(2026, 11, 23)
COUNTS = st.sampled_from([4, 6, 8, 10, 12])
DAYS = st.dates(date(1970, 1, 1), date(2100, 1, 1))


def declared(plan: str = "x-x-", starts_on: date = MONDAY, **more: object) -> Experiment:
    return Experiment.restored(
        id="1a", action="tea", plan=plan, starts_on=starts_on, declared_at="", **more
    )


class TestADraft:
    def test_what_is_said_becomes_one_line(self) -> None:
        draft = ExperimentDraft("  a huddle\n after\x1b hard sessions ", MONDAY)
        assert draft.action == "a huddle after hard sessions"
        assert (draft.weeks, draft.drawn, draft.kind, draft.condition) == (6, False, None, None)

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"action": " \n"}, "few words"),
            ({"action": "a" * (MAX_ACTION + 1)}, "more than 120"),
            ({"weeks": 5}, "“5” does not fit"),
            ({"weeks": "2"}, "“2” does not fit"),
            ({"weeks": 14}, "does not fit"),
            ({"weeks": "six"}, "“six” does not fit"),
            ({"kind": "huddle", "condition": "time"}, "not by both"),
            ({"kind": "nonsense"}, "no kind of moment called “nonsense”"),
            ({"condition": "nonsense"}, "“nonsense” is felt"),
        ],
    )
    def test_what_cannot_be_is_said(self, wrong: dict[str, Any], sentence: str) -> None:
        with pytest.raises(Misuse, match=sentence):
            ExperimentDraft("tea", MONDAY).replace(**wrong)

    def test_rule_24_what_is_felt_is_refused_for_it_is_nearly_the_rating_again(self) -> None:
        with pytest.raises(Misuse, match="“listened to, not fixed” is felt"):
            ExperimentDraft("tea", MONDAY, condition="listened")
        assert ExperimentDraft("tea", MONDAY, condition="time").condition == "time"

    @given(st.text())
    def test_any_text_is_a_number_of_weeks_or_a_sentence(self, typed: str) -> None:
        with suppress(Misuse):
            assert checked_weeks(typed) in (4, 6, 8, 10, 12)


class TestItsWeeks:
    @given(DAYS, COUNTS, st.integers(0, 2**32 - 1) | st.none())
    def test_every_day_of_it_is_in_one_week_and_half_of_them_are_with_it(
        self, starts: date, count: int, drawn_from: int | None
    ) -> None:
        plan = alternating_plan(count) if drawn_from is None else drawn_plan(count, drawn_from)
        experiment = declared(plan, starts)
        days = [starts + timedelta(days=n) for n in range(7 * count)]
        found = [experiment.week_on(day) for day in days]
        assert [week and week.number for week in found] == [n // 7 + 1 for n in range(7 * count)]
        assert sum(bool(week and week.is_with) for week in found) == 7 * count // 2
        assert experiment.last == days[-1]
        assert experiment.week_on(starts - timedelta(days=1)) is None
        assert experiment.week_on(experiment.last + timedelta(days=1)) is None
        for week in experiment.weeks[:-1]:
            assert week.next_first == experiment.weeks[week.number].first

    @given(COUNTS, st.integers(0, 2**32 - 1))
    def test_of_each_two_weeks_that_follow_one_is_with_it(self, count: int, drawn: int) -> None:
        plan = drawn_plan(count, drawn)
        assert len(plan) == count
        assert all({*plan[n : n + 2]} == {"x", "-"} for n in range(0, count, 2))
        assert plan == drawn_plan(count, drawn)

    def test_the_draw_is_fair_and_every_way_it_can_fall_does(self) -> None:
        plans = [drawn_plan(12, number) for number in range(2_000)]
        assert len(set(plans)) == 2**6
        for pair in range(6):
            assert 900 < sum(plan[2 * pair] == "x" for plan in plans) < 1_100
        assert [drawn_plan(6, number) for number in (1, 2, 3)] == ["x-x--x", "x--x-x", "-x-xx-"]

    @given(
        st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)),  # noqa: DTZ001 - made aware below
        st.sampled_from([DUBLIN, NEW_YORK, TOKYO]),
    )
    def test_clocks_that_change_move_no_week(self, at: datetime, zone: str) -> None:
        clock = FakeClock("2026-03-02T08:00", zone, day_starts=time(4))
        clock.set(at.replace(tzinfo=UTC).strftime("%Y-%m-%dT%H:%M"))
        starts = clock.today()
        experiment = declared("x-x-x-x-x-x-", starts)
        for week in experiment.weeks:
            assert experiment.week_on(clock.today()) == week
            clock.set(f"{week.last.isoformat()}T23:59")
            assert experiment.week_on(clock.today()) == week
            clock.set(f"{week.next_first.isoformat()}T04:00")

    def test_how_it_stands(self) -> None:
        experiment = declared()
        assert experiment.state(MONDAY - timedelta(days=1)) == COMING
        assert experiment.state(MONDAY) == experiment.state(experiment.last) == RUNNING
        assert experiment.state(experiment.last + timedelta(days=1)) == OVER
        stopped = declared(stopped_on=MONDAY)
        assert stopped.state(MONDAY) == STOPPED
        assert not stopped.is_open(MONDAY)

    @given(DAYS)
    def test_the_next_monday_is_at_most_a_week_away(self, day: date) -> None:
        monday = next_monday(day)
        assert monday.weekday() == 0
        assert 1 <= (monday - day).days <= 7
