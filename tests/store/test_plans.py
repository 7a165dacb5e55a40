"""A page costs the same in a journal of a year and of a lifetime.

The work of the engine is counted in its own steps, never in milliseconds: the same journal needs
the same number of steps on every machine.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.store.support import put, steps
from tests.support import FakeClock
from tracejournal.model.circle import Member
from tracejournal.model.entry import CheckIn, Moment, Part, Reflection
from tracejournal.model.query import parse_query
from tracejournal.store import circle, days, entries, habits, ids, knowing, listing, names
from tracejournal.store.json_objects import json_objects
from tracejournal.store.matching import match_of
from tracejournal.store.opening import open_store
from tracejournal.store.searching import ranked, statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from tracejournal.store.engine import Store

PAGE = 10
SMALL, LARGE = 3_200, 16_000
FLAT = 2
"""Five times the entries may cost twice the steps: the index of words has a few more levels."""
TODAY = date(2026, 11, 23)


def fill(store: Store, count: int) -> None:
    """Keep one entry an hour, the last one now; every kind of row every query must pass over."""
    clock = FakeClock("2026-11-23T08:00")
    with store.transaction():
        for number in range(count):
            content = content_of(number)
            if number == count - 1:  # far back, so that it is found last
                content = Moment("@Seldom #seldom, seldom", kind="repair")
            uuid = put(store, content, clock.now())
            if number % 50 == 7:
                entries.set_sealed(store, [uuid], sealed=True)
            if number % 50 == 9:
                entries.set_trashed(store, [uuid], "2026")
            clock.pass_time(hours=-1)
        for name in ("P0", "P1", "Q3", "Seldom"):
            circle.put(store, Member(name, ideal=7, position=1, aliases=(f"{name}s",)), "2026")


def content_of(number: int) -> Moment | Reflection | CheckIn:
    """Return an entry; whatever a query asks for is in every so many of them."""
    tea = "grateful tea" if number % 13 < 8 else "late"
    text = f"{tea} shift {number} @P{number % 3} @Q{number % 7} #t{number % 5}"
    more: dict[str, Any] = {"supported": number % 11, "present": ("time",), "missing": ("trust",)}
    if number % 4 == 0 or number % 3 == 0:
        kind = "huddle" if number % 3 else "gratitude"
        more |= {"who": ("peer",), "support": ("company",), "occasion": "routine"}
        return Moment(text, kind=kind, direction="given" if number % 5 else "received", **more)
    if number % 3 == 1:
        return Reflection(parts=(Part("?", text),), **more)
    return CheckIn(text, energy=number % 10, **more)


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
    "shif",
    "tea shif",
    "gratef",
    "-tea",
    "-@P1",
    "-kind:huddle",
    "tea kind:huddle",
    "tea -@P1",
    "with:P1 -#t3",
    "given:P1",
    "is:given",
    "supported:8",
    "supported:>=7",
    "condition:time",
    "missing:trust",
    "who:peer",
    "support:company",
    "occasion:routine",
    "energy:3",
    "tea supported:>=7 condition:time",
)


def test_the_measure_can_tell_flat_from_not(stores: tuple[Store, Store]) -> None:
    small, large = stores
    for growing in ("SELECT count(text) FROM entries", "SELECT text FROM entries ORDER BY text"):
        few = steps(small, lambda store, sql=growing: store.rows(sql))  # type: ignore[misc]
        many = steps(large, lambda store, sql=growing: store.rows(sql))  # type: ignore[misc]
        assert many > 4 * few


@pytest.mark.parametrize("typed", QUERIES)
def test_a_page_of_what_is_found_costs_the_same_in_any_journal(
    stores: tuple[Store, Store], typed: str
) -> None:
    small, large = stores
    assert len(listing.found_rows(small, parse_query(typed, TODAY), limit=PAGE)) == PAGE
    assert steps(large, page(typed)) <= FLAT * steps(small, page(typed)) + 100


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


_TEA = parse_query("tea -late @P1", TODAY)

ACTIONS: dict[str, Callable[[Store], object]] = {
    "people of a week": lambda store: days.people_between(store, date(2026, 11, 16), TODAY),
    "a week": lambda store: days.summaries(store, date(2026, 11, 16), TODAY),
    "names of people": lambda store: names.latest_names(store, "people", 2_000),
    "names of tags": lambda store: names.latest_names(store, "tags", 2_000),
    "a day's place": lambda store: listing.row_of_day(store, date(2026, 11, 15)),
    "a count up to ten": lambda store: listing.count_with(store, "people", "p1", limit=10),
    "the latest": lambda store: ids.latest(store, "kept"),
    "a start of an id": lambda store: entries.resolve(store, _any_id(store)),
    "lines of a page": lambda store: listing.lines(store, _newest(store)),
    "a page as JSON": lambda store: json_objects(store, _newest(store)),
    "a count of what is found": lambda store: listing.count_found(store, _TEA, most=PAGE),
    "a short id": lambda store: ids.shortest_start(store, _any_id(store), 8),
    "what is usually picked": habits.usual_choices,
    "the circle": lambda store: circle.members(store, TODAY),
    "names that are not in the circle": circle.outside,
    "the last moments with someone": lambda store: knowing.latest(store, 1, PAGE),
    "an entry": lambda store: entries.get(store, _any_id(store)),
}


def _newest(store: Store) -> list[int]:
    return [row[0] for row in store.rows("SELECT id FROM entries ORDER BY id DESC LIMIT 10")]


def _any_id(store: Store) -> str:
    return str(store.value("SELECT uuid FROM entries ORDER BY id DESC LIMIT 1"))


@pytest.mark.parametrize("action", ACTIONS)
def test_what_screens_ask_costs_the_same_in_any_journal(
    stores: tuple[Store, Store], action: str
) -> None:
    small, large = stores
    assert steps(large, ACTIONS[action]) <= FLAT * steps(small, ACTIONS[action])


@pytest.mark.parametrize("typed", QUERIES)
def test_nothing_is_sorted_and_nothing_is_read_whole(
    stores: tuple[Store, Store], typed: str
) -> None:
    steps_of_plan = plan(stores[1], typed)
    assert [step for step in steps_of_plan if "TEMP B-TREE" in step] == []
    assert [step for step in steps_of_plan if _reads_all(step)] == []


def plan(store: Store, typed: str) -> list[str]:
    """Return how the engine says it will find a page."""
    query = parse_query(typed, TODAY)
    sql = statement(store, query, match_of(store, query, "kept"), "kept")
    rows = store.rows(f"EXPLAIN QUERY PLAN {sql.text} LIMIT 10", sql.values)
    return [row[3] for row in rows]


def _reads_all(step: str) -> bool:
    in_order = ("USING INDEX entries_kept", "USING COVERING INDEX", "VIRTUAL TABLE INDEX")
    return step.startswith("SCAN") and not any(index in step for index in in_order)


BEGINS_WITH = {
    "": "SCAN entries USING INDEX entries_kept",
    "tea": "SCAN entries_search VIRTUAL TABLE",
    "te": "SCAN entries_search VIRTUAL TABLE",
    '"tea shift"': "SCAN entries_search VIRTUAL TABLE",
    "tea -late": "SCAN entries_search VIRTUAL TABLE",
    "tea on:2026-11": "SCAN entries_search VIRTUAL TABLE",
    "tea -@P1": "SCAN entries_search VIRTUAL TABLE",
    "gratef": "SCAN entries_search VIRTUAL TABLE",
    "@P1": "SEARCH entry_people USING COVERING INDEX entry_people_by_person (person_id=?)",
    "given:P1": "SEARCH entry_people USING COVERING INDEX entry_people_by_person (person_id=?)",
    "@P1 on:2026-11": "entry_people_by_person (person_id=? AND entry_id>? AND entry_id<?)",
    "#t3": "SEARCH entry_tags USING COVERING INDEX entry_tags_by_tag (tag_id=?)",
    "is:moment": "SEARCH entries USING INDEX entries_by_type (type=?)",
    "is:given": "SEARCH entries USING INDEX entries_by_type (type=?)",
    "energy:3": "SEARCH entries USING INDEX entries_by_type (type=?)",
    "kind:huddle": "SEARCH entries USING INDEX entries_by_kind (kind=?)",
    "kind:huddle on:2026-11": "entries_by_kind (kind=? AND rowid>? AND rowid<?)",
    "supported:8": "SEARCH entries USING INDEX entries_by_supported (supported=?)",
    "condition:time": "entry_conditions_by_condition (condition=? AND presence=?)",
    "missing:trust": "entry_conditions_by_condition (condition=? AND presence=?)",
    "who:peer": "SEARCH entry_facets USING COVERING INDEX entry_facets_by_key (facet=? AND key=?)",
    "occasion:routine": "entry_facets_by_key (facet=? AND key=?)",
    "on:2026-11": "SEARCH entries USING INDEX entries_kept (id>? AND id<?)",
    "-@P1": "SCAN entries USING INDEX entries_kept",
    "散歩": "SCAN entries USING INDEX entries_kept",
}
"""The index that each shape of query walks."""


@pytest.mark.parametrize("typed", BEGINS_WITH)
@pytest.mark.parametrize("with_statistics", [False, True])
def test_each_query_walks_its_own_index(
    stores: tuple[Store, Store], typed: str, with_statistics: bool
) -> None:
    store = stores[1]
    if with_statistics:
        store.run("BEGIN")
        store.run("ANALYZE")
    try:
        assert BEGINS_WITH[typed] in plan(store, typed)[0]
    finally:
        if with_statistics:
            store.run("ROLLBACK")
            store.run("ANALYZE sqlite_schema")


MERGED = {
    "kind:huddle kind:gratitude": ("UNION ALL", "entries_by_kind", "entries_by_kind"),
    "supported:>=9": ("UNION ALL", "entries_by_supported", "entries_by_supported"),
    "tea @P1": ("INTERSECT", "entry_people_by_person", "entries_search"),
    "tea kind:huddle": ("INTERSECT", "entries_by_kind", "entries_search"),
    "-tea": ("EXCEPT", "entries_kept", "entries_search"),
    "-tea @P1": ("EXCEPT", "entry_people_by_person", "entries_search"),
}
"""What is found by walking several indexes side by side."""


@pytest.mark.parametrize("typed", MERGED)
def test_indexes_are_walked_side_by_side(stores: tuple[Store, Store], typed: str) -> None:
    first, *walked = plan(stores[1], typed)
    indexes = [step for step in walked if step not in ("LEFT", "RIGHT") and "SCALAR" not in step]
    indexes = [step for step in indexes if not step.startswith(("SEARCH people", "SEARCH tags"))]
    merge, left, right = MERGED[typed]
    assert merge in first
    assert left in indexes[0]
    assert right in indexes[-1]


RARE = {
    "@P1 @Seldom": "entry_people_by_person",
    "#t3 @Seldom": "entry_people_by_person",
    "kind:huddle #seldom": "entry_tags_by_tag",
    "is:moment kind:repair": "entries_by_kind",
    "seldom @P1": "entries_search",
}


@pytest.mark.parametrize("typed", RARE)
def test_a_search_begins_with_what_is_rare(stores: tuple[Store, Store], typed: str) -> None:
    _, large = stores
    assert RARE[typed] in plan(large, typed)[0]
    assert steps(large, page(typed)) < LARGE  # the common one was not walked


def test_the_best_matches_are_sought_among_the_matches_alone(stores: tuple[Store, Store]) -> None:
    store = stores[1]
    query = parse_query("tea @P1 from:2026-11", TODAY)
    sql = ranked(query, match_of(store, query, "kept"))
    found = [row[3] for row in store.rows(f"EXPLAIN QUERY PLAN {sql.text} LIMIT 10", sql.values)]
    assert found[0].startswith("SCAN entries_search VIRTUAL TABLE INDEX")
    assert found[1].startswith("SEARCH entries USING INTEGER PRIMARY KEY")
    assert [step for step in found[1:] if step.startswith("SCAN entries")] == []


def test_words_alone_are_answered_by_the_index_alone(stores: tuple[Store, Store]) -> None:
    assert [step for step in plan(stores[1], "tea -late") if "entries_search" not in step] == []
