"""Counts of meetings are those of a plain reading, and below the thresholds no week is heavy."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.support import fill
from tracejournal.model.entry import CheckIn
from tracejournal.model.meeting import DROPPED, HELD, Meeting, Told
from tracejournal.model.meeting_sums import DroppedSums, MeetingSums
from tracejournal.model.recurrence import Recurrence
from tracejournal.patterns.meetings import LEAST_WEEKS, heavy_from, survived
from tracejournal.store import meeting_sums, meetings
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.store.support import Shelved

FIRST = date(2026, 1, 1)
NEAR = st.integers(0, 120).map(lambda days: FIRST + timedelta(days=days))
LOADS = st.lists(
    st.tuples(
        NEAR,
        st.builds(CheckIn, load=st.none() | st.integers(0, 10)),
        st.sampled_from(["kept", "kept", "kept", "sealed", "trash"]),
    ),
    max_size=40,
)
TOLD = st.lists(
    st.builds(
        Told,
        NEAR,
        moved_to=st.none() | NEAR,
        outcome=st.sampled_from(["", HELD, HELD, DROPPED]),
        reason=st.sampled_from([None, "ill", "crisis"]),
        why=st.sampled_from(["", "snow"]),
    ).filter(lambda told: bool(told.state)),
    unique_by=lambda told: told.due,
    max_size=20,
)
NOW = "2026-11-23T08:42:00.000000+00:00"


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def plain_weeks(kept: Sequence[Shelved]) -> dict[date, int]:
    """Return the highest load of each week."""
    weeks: dict[date, int] = {}
    for day, check_in, shelf in kept:
        if shelf == "kept" and isinstance(check_in, CheckIn) and check_in.load is not None:
            weeks[monday(day)] = max(check_in.load, weeks.get(monday(day), 0))
    return weeks


@settings(max_examples=40, deadline=None)
@given(LOADS, TOLD, st.none() | st.integers(0, 10))
def test_the_sums_are_those_of_a_plain_reading(
    kept: list[Shelved], told: list[Told], cut: int | None
) -> None:
    meeting = Meeting("meeting-1", Recurrence(FIRST, 1))
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(f"{folder}/journal.db", create=True) as store,
    ):
        fill(store, kept)
        with store.transaction():
            meetings.put(store, meeting, NOW)
            meetings.put(store, meeting.replace(id="meeting-2"), NOW)
            meetings.tell(store, "meeting-2", Told(FIRST, outcome=HELD), NOW)
            for each in told:
                meetings.tell(store, meeting.id, each, NOW)
        assert meetings.told_of(store, meeting.id) == tuple(sorted(told, key=lambda t: t.due))
        weeks = plain_weeks(kept)
        by_load = meeting_sums.weeks_by_load(store)
        assert by_load == {load: list(weeks.values()).count(load) for load in set(weeks.values())}
        sums = meeting_sums.meeting_sums(store, meeting.id, cut)
    ended = [each for each in told if each.outcome]
    heavy = [e for e in ended if cut is not None and weeks.get(monday(e.due), -1) >= cut]
    assert (sums.told, sums.held) == (len(ended), sum(e.outcome == HELD for e in ended))
    assert sums.moved == sum(each.moved_to is not None for each in told)
    assert (sums.heavy_told, sums.heavy_held) == (len(heavy), sum(e.outcome == HELD for e in heavy))
    dropped = [each for each in ended if each.outcome == DROPPED]
    said = [(e.reason, bool(e.why) and e.reason is None) for e in dropped]
    assert {(d.reason, d.in_own_words): d.count for d in sums.dropped} == {
        key: said.count(key) for key in said
    }


def test_a_week_goes_from_monday_to_sunday() -> None:
    sunday, tuesday = date(2026, 1, 11), date(2026, 1, 13)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(f"{folder}/journal.db", create=True) as store,
    ):
        monday_after = sunday + timedelta(days=1)
        fill(store, [(sunday, CheckIn(load=9), "kept"), (monday_after, CheckIn(load=2), "kept")])
        with store.transaction():
            meetings.put(store, Meeting("meeting-1", Recurrence(FIRST, 1)), NOW)
            for day in (monday(sunday), tuesday):
                meetings.tell(store, "meeting-1", Told(day, outcome=HELD), NOW)
        assert meeting_sums.weeks_by_load(store) == {9: 1, 2: 1}
        assert meeting_sums.meeting_sums(store, "meeting-1", 9).heavy_told == 1


def test_rule_24_of_few_weeks_none_is_called_heavy() -> None:
    assert heavy_from({3: LEAST_WEEKS - 3, 9: 2}) is None
    assert heavy_from({3: LEAST_WEEKS - 2, 9: 2}) == 9


def test_rule_24_nor_where_all_weeks_are_alike() -> None:
    assert heavy_from({7: 40}) is None
    assert heavy_from({}) is None


@pytest.mark.parametrize("cut", [None, 9])
def test_it_tells_of_heavy_weeks_only_where_something_was_told_of_one(cut: int | None) -> None:
    assert not survived(MeetingSums(told=3, held=3), cut).tells_of_heavy
    assert survived(MeetingSums(3, 3, heavy_told=1), cut).tells_of_heavy == (cut is not None)


def test_reasons_stand_in_the_order_they_are_offered_the_unsaid_last() -> None:
    dropped = (
        DroppedSums(None, in_own_words=False, count=9),
        DroppedSums(None, in_own_words=True, count=5),
        DroppedSums("holidays", in_own_words=False, count=3),
        DroppedSums("crisis", in_own_words=False, count=1),
    )
    found = survived(MeetingSums(18, dropped=dropped), None).sums.dropped
    assert [each.count for each in found] == [1, 3, 5, 9]
