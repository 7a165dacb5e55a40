"""How connection happened, counted in SQL and moment by moment."""

from __future__ import annotations

import tempfile
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.support import fill, keep
from tests.support import FakeClock
from tracejournal.model.entry import CheckIn, Moment
from tracejournal.model.vocabulary import DIRECTIONS, MODES
from tracejournal.model.ways import Company, WeekOfMoments
from tracejournal.store import ways
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    from tests.store.support import Shelved
    from tracejournal.store.engine import Store

CLOCK = FakeClock()
TODAY = date(2026, 11, 23)
SOME = [TODAY - timedelta(days=days) for days in (0, 0, 1, 2, 8, 364, 365, 366, 1200)]
CONTENTS = st.builds(
    Moment,
    st.just("tea"),
    people=st.lists(st.sampled_from(["Zoë", "amina", "Dana", "Böll"]), max_size=3).map(tuple),
    supported=st.none() | st.integers(0, 10),
    kind=st.sampled_from([None, "huddle", "gratitude", "one of my own"]),
    direction=st.none() | st.sampled_from([each.key for each in DIRECTIONS]),
    mode=st.none() | st.sampled_from([each.key for each in MODES]),
    who=st.lists(st.sampled_from(["peer", "mentor", "group"]), max_size=2).map(tuple),
    support=st.lists(st.sampled_from(["emotional", "company"]), max_size=2).map(tuple),
    occasion=st.none() | st.sampled_from(["hard-work", "no-occasion"]),
    present=st.lists(st.sampled_from(["time", "humour"]), max_size=2).map(tuple),
    missing=st.lists(st.sampled_from(["time", "my-own"]), max_size=2).map(tuple),
) | st.builds(CheckIn, supported=st.integers(0, 10))
SHELVES = st.sampled_from(["kept"] * 6 + ["sealed", "trash"])
ENTRIES = st.lists(st.tuples(st.sampled_from(SOME), CONTENTS, SHELVES), min_size=5, max_size=40)


def plain_weeks(moments: list[tuple[date, Moment]]) -> list[WeekOfMoments]:
    found = []
    for monday in sorted({day - timedelta(days=day.weekday()) for day, _ in moments}):
        of_week = [each for day, each in moments if 0 <= (day - monday).days < 7]
        rated = [each.supported for each in of_week if each.supported is not None]
        directions = Counter(each.direction for each in of_week)
        sums = (directions["given"], directions["received"], len(rated), sum(rated))
        found.append(WeekOfMoments(monday, len(of_week), *sums))
    return found


def plain_company(moments: list[tuple[date, Moment]]) -> tuple[Company, ...]:
    found = []
    for name in ("amina", "Böll", "Dana", "Zoë"):
        directions = [each.direction for _, each in moments if name in each.people]
        if directions:
            counts = (len(directions), directions.count("given"), directions.count("received"))
            found.append(Company(name, *counts))
    return tuple(found)


@given(ENTRIES, st.sampled_from([date.min, *SOME]))
@settings(max_examples=40, deadline=None)
def test_counts_in_sql_are_those_of_a_plain_reading(kept: list[Shelved], since: date) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(f"{folder}/journal.db", create=True) as store,
    ):
        fill(store, kept)
        weeks = list(ways.weeks(store, since))
        counted = ways.ways(store, since)
        company = ways.company(store, since)
    moments = [
        (day, content)
        for day, content, shelf in kept
        if shelf == "kept" and day >= since and isinstance(content, Moment)
    ]
    assert weeks == plain_weeks(moments)
    assert company == plain_company(moments)
    assert counted.moments == len(moments)
    assert counted.counts == {
        field: Counter(key for _, each in moments for key in said(each, field))
        for field in ways.FIELDS
    }


def said(moment: Moment, field: str) -> tuple[str, ...]:
    """Return what a moment says of a field: nothing, a key or several."""
    found = getattr(moment, field)
    return found if isinstance(found, tuple) else () if found is None else (found,)


def test_a_week_without_a_rating_has_no_mean_and_a_rating_of_zero_is_one(store: Store) -> None:
    keep(store, Moment("tea"), CLOCK.on_day(TODAY - timedelta(days=7)))
    keep(store, Moment("tea", supported=0), CLOCK.on_day(TODAY))
    assert [week.supported for week in ways.weeks(store)] == [None, 0]


def test_rule_26_people_stand_in_the_circles_order_then_the_alphabets_whatever_the_counts(
    store: Store,
) -> None:
    for name in ("Zoë", "Zoë", "Zoë", "amina", "Dana", "Dana"):
        keep(store, Moment("tea", people=(name,), supported=9))
    assert [each.name for each in ways.company(store)] == ["amina", "Dana", "Zoë"]
    store.run(
        "INSERT INTO circle (id, sort, position, changed_at)"
        " SELECT id, 'person', 1, '' FROM people WHERE name = 'Dana'"
    )
    assert [each.name for each in ways.company(store)] == ["Dana", "amina", "Zoë"]
    assert not any("supported" in name or "total" in name for name in Company._fields)
