"""The sums that SQL takes are those of a plain reading, moment by moment."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.simulation import Told, weeks_of
from tests.store.support import fill, keep, put
from tests.support import FakeClock
from tracejournal.model.entry import CheckIn, Content, Moment, Part, Reflection
from tracejournal.model.sums import LoadSums
from tracejournal.store import behind, entries, sums
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.store.support import Shelved
    from tracejournal.model.sums import WeekSums
    from tracejournal.store.engine import Store

CLOCK = FakeClock()
TODAY = date(2026, 11, 23)
MONDAY = TODAY.toordinal() - 1_000 * 7
SOME = [TODAY - timedelta(days=days) for days in (0, 0, 1, 1, 2, 3, 200, 400, 401, 1200)]
KEYS = st.lists(st.sampled_from(["time", "humour", "listened"]), max_size=3).map(tuple)
SAID: dict[str, Any] = {
    "supported": st.none() | st.integers(0, 10),
    "present": KEYS,
    "missing": KEYS,
}
TOLD = SAID | {"supported": st.integers(0, 10), "present": KEYS.filter(bool)}
CONTENTS = st.one_of(
    st.builds(Moment, st.just("tea"), **SAID),
    st.builds(Moment, st.just("tea"), **TOLD),
    st.builds(Moment, st.just("tea"), **TOLD),
    st.builds(Reflection, parts=st.just((Part("What?", "That."),)), **SAID),
    st.builds(CheckIn, load=st.none() | st.integers(0, 10), supported=SAID["supported"]),
)
SHELVES = st.sampled_from(["kept"] * 6 + ["sealed", "trash"])
ENTRIES = st.lists(st.tuples(st.sampled_from(SOME), CONTENTS, SHELVES), min_size=8, max_size=40)


def in_sight(kept: list[Shelved], since: date, type_: type[Content]) -> list[tuple[date, Any]]:
    return [
        (day, content)
        for day, content, shelf in kept
        if shelf == "kept" and day >= since and isinstance(content, type_)
    ]


def told(kept: list[Shelved], since: date) -> list[Told]:
    return [
        Told(
            day.toordinal() - MONDAY,
            moment.supported,
            frozenset(
                [(key, "present") for key in moment.present]
                + [(key, "missing") for key in moment.missing]
            ),
        )
        for day, moment in in_sight(kept, since, Moment)
        if moment.supported is not None and (moment.present or moment.missing)
    ]


def plain_loads(kept: list[Shelved], since: date) -> tuple[LoadSums, ...]:
    loads: dict[date, int] = {}
    for day, check_in in in_sight(kept, since, CheckIn):
        if check_in.load is not None:
            loads[day] = max(check_in.load, loads.get(day, 0))
    by_load: dict[int, list[tuple[date, Any]]] = defaultdict(list)
    for day, moment in in_sight(kept, since, Moment):
        if day in loads:
            by_load[loads[day]].append((day, moment))
    return tuple(
        LoadSums(
            load,
            len({day for day, _ in found}),
            len(found),
            sum(moment.supported is None for _, moment in found),
        )
        for load, found in sorted(by_load.items())
    )


@given(ENTRIES, st.sampled_from([date.min, *SOME]), st.integers(0, 11))
@settings(max_examples=60, deadline=None)
def test_sums_in_sql_are_those_of_a_plain_reading(
    kept: list[Shelved], since: date, highest_from: int
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(f"{folder}/journal.db", create=True) as store,
    ):
        fill(store, kept)
        ratings = sums.ratings(store, since)
        weeks = list(sums.week_sums(store, highest_from, since))
        loads = sums.load_sums(store, since)
    moments = [moment for _, moment in in_sight(kept, since, Moment)]
    assert ratings.moments == len(moments)
    assert ratings.rated == sum(moment.supported is not None for moment in moments)
    rated = [moment.rating for moment in told(kept, since)]
    assert ratings.told == tuple(rated.count(rating) for rating in range(11))
    assert in_numbers(weeks) == in_numbers(weeks_of(told(kept, since), highest_from))
    assert loads == plain_loads(kept, since)


@given(ENTRIES, st.sampled_from([date.min, *SOME]), st.integers(0, 11), st.booleans())
@settings(max_examples=40, deadline=None)
def test_the_moments_behind_a_count_are_those_of_a_plain_reading(
    kept: list[Shelved], since: date, highest_from: int, with_it: bool
) -> None:
    key = ("time", "present")
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(f"{folder}/journal.db", create=True) as store,
    ):
        fill(store, kept)
        found = [
            behind.told_moments(store, key, ratings, with_it=with_it, since=since)
            for ratings in ((highest_from, 10), (0, highest_from - 1))
        ]
    high, lower = ([(line.when.on, line.supported) for line in lines] for lines in found)
    wanted = [
        (moment.day + MONDAY, moment.rating)
        for moment in told(kept, since)
        if (key in moment.noted) == with_it
    ]
    days = [(day.toordinal(), rating) for day, rating in (*high, *lower)]
    assert sorted(days) == sorted(wanted)
    assert all((rating or 0) >= highest_from for _, rating in high)
    assert [day for day, _ in high] == sorted((day for day, _ in high), reverse=True)


def in_numbers(weeks: Sequence[WeekSums]) -> list[dict[str, Any]]:
    """Return all that sums hold; what was divided need not be the same to the last digit."""
    return [
        vars(week) | {"squared_totals": pytest.approx(week.squared_totals, abs=1e-9)}
        for week in weeks
    ]


def test_no_week_is_cut_in_two_however_long_the_journal(store: Store) -> None:
    monday = TODAY - timedelta(days=7 * 110)
    with store.transaction():
        for days in range(2, 7 * 110):
            put(
                store,
                Moment("tea", supported=6, present=("time",)),
                CLOCK.on_day(monday + timedelta(days)),
            )
    days_of_weeks = [week.days for week in sums.week_sums(store, 11)]
    assert days_of_weeks == [5] + [7] * 109


def test_the_lowest_of_the_highest_is_one_of_them(store: Store) -> None:
    for rating in (7, 8, 9):
        keep(store, Moment("tea", supported=rating, present=("time",)))
    (week,) = sums.week_sums(store, 8)
    assert week.conditions["time", "present"][:3] == (3, 24, 2)


def rows_kept(store: Store, ratings: Sequence[int | None]) -> list[int | None]:
    """Keep a moment a day, and return the ratings of the most supported."""
    for days, rating in enumerate(ratings):
        keep(store, Moment("tea", supported=rating), CLOCK.on_day(TODAY - timedelta(days=days)))
    rows = sums.most_supported(store, date.min, 4)
    found = {entry.row: entry.content.supported for entry in entries.by_rows(store, rows)}
    return [found[row] for row in rows]


def test_the_most_supported_are_the_highest_rated_moments(store: Store) -> None:
    keep(store, CheckIn(supported=10))
    keep(store, Reflection(parts=(Part("What?", "That."),), supported=10))
    sealed = keep(store, Moment("tea", supported=10))
    with store.transaction():
        entries.set_sealed(store, [sealed], sealed=True)
    assert rows_kept(store, [3, 9, None, 0, 7, 9]) == [9, 9, 7, 3]


def test_of_those_rated_alike_the_newest_come_first(store: Store) -> None:
    rows_kept(store, [8, 8, 8, 8, 8, 8])
    rows = sums.most_supported(store, date.min, 4)
    days = [entry.when.on for entry in entries.by_rows(store, rows)]
    assert sorted(days, reverse=True) == [TODAY - timedelta(days=n) for n in range(4)]
    assert rows == sorted(rows, reverse=True)


def test_fewer_moments_than_asked_for_are_all_there_are(store: Store) -> None:
    assert rows_kept(store, [0]) == [0]
    assert sums.most_supported(store, TODAY + timedelta(days=1), 4) == []
