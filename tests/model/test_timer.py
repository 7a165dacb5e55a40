from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.timer import LEAST_MINUTES, MOST_MINUTES, Timer

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def later(**by: float) -> datetime:
    return NOON + timedelta(**by)


def test_it_counts_by_the_clock_and_stands_still_while_paused() -> None:
    timer = Timer().started(NOON)
    assert timer.seconds_left(later(minutes=3)) == 7 * 60
    paused = timer.paused(later(minutes=3))
    assert paused.seconds_left(later(hours=5)) == 7 * 60
    assert not paused.is_running(later(hours=5))
    assert paused.started(later(hours=5)).seconds_left(later(hours=5, minutes=1)) == 6 * 60


def test_it_counts_no_further_than_its_own_length() -> None:
    timer = Timer().started(NOON)
    assert timer.is_over(later(hours=3))
    assert not timer.is_running(later(hours=3))
    assert timer.minutes_taken(later(hours=3)) == 10


def test_after_it_was_over_it_can_be_given_more_or_begun_again() -> None:
    timer = Timer().started(NOON)
    assert timer.longer(2, later(hours=3)).seconds_left(later(hours=3)) == 2 * 60
    assert timer.started(later(hours=3)).seconds_left(later(hours=3)) == 10 * 60


def test_a_clock_that_is_set_back_takes_nothing_away() -> None:
    assert Timer().started(NOON).counted(later(hours=-1)) == 0


def test_a_journey_to_another_zone_changes_nothing() -> None:
    began = datetime.fromisoformat("2026-11-23T12:00:00+00:00")
    then = datetime.fromisoformat("2026-11-23T07:04:00-05:00")
    assert Timer().started(began).counted(then) == 4 * 60


@pytest.mark.parametrize(
    "held",
    [
        None,
        7,
        [],
        {"minutes": "ten"},
        {"since": "noon"},
        {"since": 5},
        {"spent": None},
        {"spent": "x"},
        {"minutes": None},
        {"minutes": float("inf")},
    ],
)
def test_what_cannot_be_is_a_fresh_timer(held: object) -> None:
    assert Timer.of_fields(held) == Timer()


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["start", "pause", "end", "longer", "shorter"]), st.integers(0, 900)
        )
    )
)
def test_whatever_is_done_to_it_it_stays_within_its_length_and_comes_back_from_a_draft(
    doings: list[tuple[str, int]],
) -> None:
    timer, now = Timer(), NOON
    for what, seconds in doings:
        now += timedelta(seconds=seconds)
        before = timer.counted(now)
        timer = {
            "start": lambda timer=timer, now=now: timer.started(now),
            "pause": lambda timer=timer, now=now: timer.paused(now),
            "end": lambda timer=timer, now=now: timer.paused(now, ended=True),
            "longer": lambda timer=timer, now=now: timer.longer(1, now),
            "shorter": lambda timer=timer, now=now: timer.longer(-1, now),
        }[what]()
        assert LEAST_MINUTES <= timer.minutes <= MOST_MINUTES
        assert 0 <= timer.counted(now) <= timer.minutes * 60
        if what in ("pause", "end"):
            assert timer.counted(now + timedelta(days=1)) == pytest.approx(before)
        assert Timer.of_fields(timer.fields) == timer
