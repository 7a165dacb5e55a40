"""Planned days, and what was told of them: nothing is doubled, nothing is lost."""

from __future__ import annotations

from collections import Counter
from datetime import date, time, timedelta
from itertools import pairwise, takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.errors import Misuse
from tracejournal.model.meeting import (
    DROPPED,
    HELD,
    MOVED,
    Meeting,
    Told,
    has_day,
    latest_untold,
    next_one,
    occurrences,
)
from tracejournal.model.recurrence import Recurrence

FIRST = date(2026, 9, 1)
NEAR = st.integers(-100, 400).map(lambda days: FIRST + timedelta(days=days))
RECURRENCES = st.builds(
    Recurrence, NEAR, st.integers(0, 6), st.lists(NEAR, max_size=6).map(tuple), st.just(time(14))
)
MEETINGS = st.builds(
    lambda recurrence, rests, naps: Meeting(
        "meeting-1",
        recurrence,
        rested_on=rests,
        woken_on=rests + timedelta(days=naps) if rests and naps else None,
    ),
    RECURRENCES,
    st.none() | NEAR,
    st.none() | st.integers(0, 90),
)


@st.composite
def told_meetings(draw: st.DrawFn) -> tuple[Meeting, list[Told]]:
    """A meeting, and what was told: of its days, and of days of a recurrence it had before."""
    meeting = draw(MEETINGS)
    planned = list(meeting.days(FIRST - timedelta(days=200), FIRST + timedelta(days=500)))
    some = st.sampled_from(planned) | NEAR if planned else NEAR
    dues = draw(st.lists(some, unique=True, max_size=8))
    outcomes = st.sampled_from(["", HELD, DROPPED])
    told = [Told(due, draw(st.none() | NEAR), draw(outcomes)) for due in dues]
    return meeting, [each for each in told if each.state]


@given(told_meetings(), NEAR, st.integers(0, 300))
def test_every_day_is_there_once_where_it_was_moved_to(
    case: tuple[Meeting, list[Told]], first: date, length: int
) -> None:
    meeting, told = case
    last = first + timedelta(days=length)
    found = list(occurrences(meeting, told, first, last))
    known = {each.due: each for each in told}
    plain = {day: Told(day) for day in meeting.days()} if not meeting.recurrence.every else {
        day: Told(day) for day in meeting.days(date(2025, 1, 1), date(2029, 1, 1))
    }  # fmt: skip
    wanted = [each for each in (plain | known).values() if first <= each.on <= last]
    assert Counter(each.due for each in found) == Counter(each.due for each in wanted)
    assert all(each.told == (plain | known)[each.due] for each in found)
    assert [each.on for each in found] == sorted(each.on for each in found)


@given(told_meetings(), NEAR, st.integers(1, 200))
def test_two_ranges_hold_what_the_whole_holds(
    case: tuple[Meeting, list[Told]], first: date, length: int
) -> None:
    meeting, told = case
    cut = first + timedelta(days=length // 2)
    last = first + timedelta(days=length)
    parts = [
        *occurrences(meeting, told, first, cut),
        *occurrences(meeting, told, cut + timedelta(days=1), last),
    ]
    assert parts == list(occurrences(meeting, told, first, last))


@given(told_meetings(), NEAR)
def test_the_next_and_the_latest_are_those_of_a_plain_look(
    case: tuple[Meeting, list[Told]], today: date
) -> None:
    meeting, told = case
    open_ones = [
        each
        for each in occurrences(meeting, told, date(2025, 1, 1), date(2029, 1, 1))
        if each.is_open
    ]
    coming = [each for each in open_ones if each.on >= today]
    assert next_one(meeting, told, today) == (coming[0] if coming else None)
    gone = list(takewhile(lambda each: each.on <= today, open_ones))
    assert latest_untold(meeting, told, today) == (gone[-1] if gone else None)


@given(told_meetings())
def test_a_day_is_found_by_where_it_is_and_by_where_it_was_planned(
    case: tuple[Meeting, list[Told]],
) -> None:
    meeting, told = case
    for each in told:
        for day in (each.on, each.due):
            found = has_day(meeting, told, day)
            assert found
            assert day in (found.on, found.due)


def test_a_meeting_that_rests_is_planned_for_no_day_until_it_wakes() -> None:
    weekly = Recurrence(FIRST, 1)
    resting = Meeting("meeting-1", weekly, rested_on=FIRST + timedelta(days=10))
    assert len(list(resting.days())) == 2
    awake = resting.replace(woken_on=FIRST + timedelta(days=30))
    days = list(awake.days(FIRST, FIRST + timedelta(days=40)))
    assert [(later - day).days for day, later in pairwise(days)] == [7, 28]


def test_it_ends_with_its_last_day_and_moved_ones_stay() -> None:
    meeting = Meeting("meeting-1", Recurrence(FIRST, 1), until=FIRST + timedelta(days=8))
    later = FIRST + timedelta(days=20)
    told = [Told(FIRST + timedelta(days=7), moved_to=later)]
    assert [each.on for each in occurrences(meeting, told)] == [FIRST, later]
    with pytest.raises(Misuse):
        meeting.replace(until=FIRST - timedelta(days=1))


def test_what_is_told_says_no_more_than_it_can() -> None:
    assert Told(FIRST).state == ""
    assert Told(FIRST, moved_to=FIRST).state == ""
    assert Told(FIRST, moved_to=FIRST + timedelta(days=1)).state == MOVED
    assert Told(FIRST, outcome=DROPPED, entry_id="x").entry_id is None
    held = Told(FIRST, outcome=HELD, reason="ill", why="words")
    assert (held.reason, held.why) == (None, "")
    assert Told(FIRST, outcome=DROPPED, reason="ill", why="all of us").because == (
        "someone was ill, all of us"
    )


def test_its_title_is_what_and_with_whom_and_its_moment_holds_both() -> None:
    meeting = Meeting("meeting-1", Recurrence(FIRST, 1), "mentor", people=("@Night_team", "Jo"))
    assert meeting.title == "mentorship session with Night team, Jo"
    moment = meeting.moment("Good.", "30")
    assert (moment.kind, moment.people, moment.minutes) == ("mentorship", ("Night team", "Jo"), 30)
    other = meeting.replace(kind="other", name=" Book  club ", people=())
    assert (other.title, other.moment().kind) == ("Book club", None)
