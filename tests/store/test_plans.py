"""A page costs the same in a journal of a year and of a lifetime.

The work of the engine is counted in its own steps, never in milliseconds: the same journal needs
the same number of steps on every machine.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.store.support import put
from tests.support import FakeClock
from tracejournal.model.entry import CheckIn, Moment, Part, Reflection
from tracejournal.model.query import parse_query
from tracejournal.store import days, entries, ids, listing, names
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracejournal.store.engine import Store

PAGE = 10
SMALL, LARGE = 400, 4_000
FLAT = 2
"""Ten times the entries may cost twice the steps: the index of words has a few more levels."""
TODAY = date(2026, 11, 23)


def fill(store: Store, count: int) -> None:
    """Keep one entry an hour, the last one now; every kind of row every query must pass over."""
    clock = FakeClock("2026-11-23T08:00")
    with store.transaction():
        for number in range(count):
            tea = "tea " if number % 2 else "late "
            text = f"{tea} shift {number} @P{number % 3} @Q{number % 7} #t{number % 5}"
            content = (
                Moment(text, kind="huddle" if number % 3 else "gratitude"),
                Reflection(parts=(Part("?", text),)),
                CheckIn(text, energy=number % 10),
            )[number % 3 if number % 4 else 0]
            uuid = put(store, content, clock.now())
            if number % 50 == 7:
                entries.set_sealed(store, [uuid], sealed=True)
            if number % 50 == 9:
                entries.set_trashed(store, [uuid], "2026")
            clock.pass_time(hours=-1)


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """A small journal and one ten times as large, alike at their newer end."""
    folder = tmp_path_factory.mktemp("plans")
    with (
        open_store(str(folder / "small.db"), create=True) as small,
        open_store(str(folder / "large.db"), create=True) as large,
    ):
        fill(small, SMALL)
        fill(large, LARGE)
        yield small, large


def steps(store: Store, action: Callable[[Store], object]) -> int:
    """Return how many steps of the engine's machine an action takes once it is prepared."""
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 1
        return 0

    action(store)
    store.connection.set_progress_handler(step, 1)
    try:
        action(store)
    finally:
        store.connection.set_progress_handler(None, 1)
    return taken


def page(typed: str, shelf: str = "kept") -> Callable[[Store], object]:
    query = parse_query(typed, TODAY)
    return lambda store: list(listing.found_rows(store, query, shelf, PAGE))


QUERIES = (
    "",
    "tea",
    "te",
    '"tea shift"',
    "tea shift",
    "tea -late",
    "@P1",
    "@P1 @Q2",
    "#t3",
    "@P1 #t3",
    "tea @P1",
    "is:moment",
    "is:check-in",
    "is:moment is:reflection",
    "kind:huddle",
    "on:2026-11",
    "from:2026-11-20",
    "tea on:2026-11",
    "@P1 on:2026-11",
    "is:moment @P1",
    "kind:huddle #t3",
)


def test_the_measure_can_tell_flat_from_not(stores: tuple[Store, Store]) -> None:
    small, large = stores
    for growing in ("SELECT count(text) FROM entries", "SELECT text FROM entries ORDER BY text"):
        few = steps(small, lambda store, sql=growing: store.rows(sql))  # type: ignore[misc]
        many = steps(large, lambda store, sql=growing: store.rows(sql))  # type: ignore[misc]
        assert many > 8 * few


@pytest.mark.parametrize("typed", QUERIES)
def test_a_page_of_what_is_found_costs_the_same_in_any_journal(
    stores: tuple[Store, Store], typed: str
) -> None:
    small, large = stores
    assert len(listing.found_rows(small, parse_query(typed, TODAY), limit=PAGE)) == PAGE
    assert steps(large, page(typed)) <= FLAT * steps(small, page(typed))


@pytest.mark.parametrize("typed", QUERIES)
def test_the_next_page_costs_what_the_first_one_does(
    stores: tuple[Store, Store], typed: str
) -> None:
    _, large = stores
    query = parse_query(typed, TODAY)
    last = listing.found_rows(large, query, limit=PAGE)[-1]

    def following(store: Store) -> None:
        listing.found_rows(store, query, limit=PAGE, before=last)

    assert steps(large, following) <= FLAT * steps(large, page(typed)) + 100


@pytest.mark.parametrize("shelf", ["sealed", "trash"])
def test_hidden_shelves_cost_the_same_in_any_journal(
    stores: tuple[Store, Store], shelf: str
) -> None:
    small, large = stores
    assert len(listing.found_rows(large, parse_query("", TODAY), shelf)) > 3 * PAGE
    assert steps(large, page("", shelf)) <= FLAT * steps(small, page("", shelf)) + 100


ACTIONS: dict[str, Callable[[Store], object]] = {
    "people of a week": lambda store: days.people_between(store, date(2026, 11, 16), TODAY),
    "a week": lambda store: days.summaries(store, date(2026, 11, 16), TODAY),
    "names of people": lambda store: names.latest_names(store, "people", 2_000),
    "names of tags": lambda store: names.latest_names(store, "tags", 2_000),
    "a day's place": lambda store: listing.position_of_day(store, [3, 2, 1], date(2026, 11, 15)),
    "a count up to ten": lambda store: listing.count_with(store, "people", "p1", limit=10),
    "the latest": lambda store: ids.latest(store, "kept"),
    "a start of an id": lambda store: entries.resolve(store, _any_id(store)),
    "a short id": lambda store: ids.shortest_start(store, _any_id(store), 8),
    "an entry": lambda store: entries.get(store, _any_id(store)),
}


def _any_id(store: Store) -> str:
    return str(store.value("SELECT uuid FROM entries ORDER BY id DESC LIMIT 1"))


@pytest.mark.parametrize("action", ACTIONS)
def test_what_screens_ask_costs_the_same_in_any_journal(
    stores: tuple[Store, Store], action: str
) -> None:
    small, large = stores
    assert steps(large, ACTIONS[action]) <= FLAT * steps(small, ACTIONS[action])


@pytest.mark.parametrize("typed", [query for query in QUERIES if query.count("is:") < 2])
def test_nothing_is_sorted(stores: tuple[Store, Store], typed: str) -> None:
    sql, values = listing._statement(parse_query(typed, TODAY), "kept", None)
    plan = [row[3] for row in stores[0].rows(f"EXPLAIN QUERY PLAN {sql} LIMIT 10", values)]
    assert [step for step in plan if "TEMP B-TREE" in step] == []
    assert [step for step in plan if step.startswith("SCAN entries") and "INDEX" not in step] == []


@pytest.mark.parametrize(
    ("typed", "index"),
    [
        ("", "entries_kept"),
        ("@P1", "entry_people_by_person"),
        ("#t3", "entry_tags_by_tag"),
        ("is:moment", "entries_by_type"),
        ("kind:huddle", "entries_by_kind"),
        ("on:2026-11", "entries_kept (id>? AND id<?)"),
        ("tea", "entries_search VIRTUAL TABLE"),
    ],
)
def test_each_filter_walks_its_own_index(
    stores: tuple[Store, Store], typed: str, index: str
) -> None:
    sql, values = listing._statement(parse_query(typed, TODAY), "kept", None)
    first_step = stores[0].rows(f"EXPLAIN QUERY PLAN {sql} LIMIT 10", values)[0][3]
    assert index in first_step


def test_words_alone_are_answered_by_the_index_alone() -> None:
    sql, _ = listing._statement(parse_query("tea -late", TODAY), "kept", None)
    assert "entries.id" not in sql
