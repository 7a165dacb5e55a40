"""What the indexes find is what a reader finds who looks at every entry."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store import reference
from tests.store.support import put
from tests.support import FakeClock
from tracejournal.model.entry import CheckIn, Moment, Part, Reflection
from tracejournal.model.operators import OPERATORS
from tracejournal.model.query import parse_query
from tracejournal.store import entries, listing
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tracejournal.model.entry import Entry
    from tracejournal.store.engine import Store

TODAY = date(2026, 11, 23)
FIRST = date(2026, 10, 5)
WORDS = (
    "thanked", "thanks", "thankful", "listened", "listening", "shift", "shifts", "late", "the",
    "García", "garcia", "self-harm", "self", "it's", "house", "housing", "supervision", "agreed",
    "happy", "happiness", "grateful", "gratitude", "家族と散歩", "🙂", "naïve", "night", "1:1",
)  # fmt: skip
PEOPLE = ("Ann", "Maria Lopez", "García", "Night team")
TAGS = ("rest", "night-shift", "tea")
KINDS = ("gratitude", "huddle", "repair")
DIRECTIONS = ("given", "received", "declined", None)
CONDITIONS = ("time", "trust", "listened")
FACETS: dict[str, tuple[str, ...]] = {
    "who": ("peer", "supervisor"),
    "support": ("practical", "company"),
    "occasion": ("hard-work", "routine"),
}
LARGE = 2_400
COMMON = ("shift", "thanked", "late")
"""Words of so many entries that the search begins elsewhere."""

Content = Moment | Reflection | CheckIn


def content_from(chance: random.Random) -> Content:
    """Return an entry somebody could have kept; some words and people are in most of them."""
    words = chance.sample(WORDS, chance.randint(0, 4)) + chance.sample(COMMON, chance.randint(0, 3))
    chance.shuffle(words)
    text = " ".join(words)
    people = tuple(name for name in PEOPLE if chance.random() < (0.6 if name == "Ann" else 0.1))
    attached: dict[str, Any] = {
        "people": people,
        "tags": tuple(tag for tag in TAGS if chance.random() < (0.6 if tag == "rest" else 0.1)),
        "supported": chance.choice((None, 0, 5, 7, 8, 10)),
        "present": tuple(each for each in CONDITIONS if chance.random() < 0.3),
        "missing": tuple(each for each in CONDITIONS if chance.random() < 0.1),
    }
    which = chance.random()
    if which < 0.15:
        numbers: dict[str, Any] = {
            "energy": chance.choice((None, 2, 9)),
            "load": chance.choice((None, 0, 10)),
        }
        return CheckIn(text=text, **attached, **numbers)
    if which < 0.3:
        return Reflection(parts=(Part("?", text), Part("What helped?", "tea")), **attached)
    kind = chance.choice(KINDS[:2]) if chance.random() < 0.99 else KINDS[2]
    direction = chance.choice(DIRECTIONS)
    attached |= {
        "who": tuple(key for key in FACETS["who"] if chance.random() < 0.5),
        "support": tuple(key for key in FACETS["support"] if chance.random() < 0.2),
        "occasion": chance.choice((None, *FACETS["occasion"])),
    }
    return Moment(text or "tea", kind=kind, direction=direction, **attached)


def fill(store: Store, seed: int, count: int) -> list[Entry]:
    """Keep entries, several a day, some of them sealed or in the trash; return all of them."""
    chance = random.Random(seed)  # noqa: S311 - made-up entries
    clock = FakeClock(f"{FIRST}T00:30")
    uuids = []
    for _ in range(count):
        uuid = put(store, content_from(chance), clock.now())
        if chance.random() < 0.05:
            entries.set_sealed(store, [uuid], sealed=True)
        if chance.random() < 0.05:
            entries.set_trashed(store, [uuid], "2026-11-23T08:00:00+00:00")
        uuids.append(uuid)
        clock.pass_time(minutes=chance.randint(1, 49 * 24 * 60 // count))
    return [entries.get(store, uuid) for uuid in uuids]


def _filters() -> Iterator[str]:
    values = {
        "person": ("Ann", "ann", '"Maria Lopez"', "García", "Night_team", "Nobody"),
        "day": ("today", "2026-11", "2026-10-09", "2026-11-01", "last-week", "october", "2025"),
        "number": ("0", ">=7", ">7", "<3", "2-9", "<=10", "10", ">10"),
    }
    terms: dict[str, tuple[str, ...]] = {
        "is": ("moment", "reflection", "check-in", "given", "declined", "sealed")
    }
    terms |= {"kind": KINDS, "condition": CONDITIONS, "missing": CONDITIONS} | FACETS
    for each in OPERATORS:
        choices = values.get(each.takes) or terms[each.name]
        yield from (f"{each.name}:{value}" for value in choices)


WORD = st.sampled_from((*WORDS, *COMMON, *COMMON))
CUT_WORD = st.builds(lambda word, length: word[:length], WORD, st.integers(1, 9))
PHRASE = st.lists(WORD, min_size=1, max_size=3).map(lambda words: f'"{" ".join(words)}"')
NAMED = st.sampled_from(("@Ann", "@Maria_Lopez", "#rest", "#night-shift", "#nothing"))
PIECE = st.one_of(WORD, WORD, CUT_WORD, PHRASE, NAMED, st.sampled_from(list(_filters())))
TOKEN = st.builds(lambda dash, piece: dash + piece, st.sampled_from(("", "", "", "-")), PIECE)
TYPED = st.lists(TOKEN, max_size=4).map(" ".join)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A journal for entries that are taken back after each look."""
    with open_store(str(tmp_path_factory.mktemp("small") / "a.db"), create=True) as store:
        yield store


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, list[Entry]]]:
    """A journal so large that words, people and kinds each find more than a few entries."""
    with open_store(str(tmp_path_factory.mktemp("large") / "a.db"), create=True) as store:
        with store.transaction():
            kept = fill(store, 7, LARGE)
        yield store, kept


@settings(deadline=None, max_examples=60)
@given(seed=st.integers(0, 10**6), count=st.integers(0, 12), many=st.lists(TYPED, max_size=12))
def test_any_journal_and_any_query(small: Store, seed: int, count: int, many: list[str]) -> None:
    small.run("BEGIN")
    try:
        kept = fill(small, seed, count)
        for typed in many:
            query = parse_query(typed, TODAY)
            assert list(listing.found_rows(small, query)) == reference.found(query, kept), typed
            assert listing.count_found(small, query, most=3) == min(
                4, len(reference.found(query, kept))
            )
            best = listing.best_rows(small, query)
            assert sorted(best, reverse=True) == reference.found(query, kept), typed
    finally:
        small.run("ROLLBACK")


@settings(deadline=None, max_examples=250)
@given(typed=TYPED, cut=st.integers(0, LARGE), size=st.integers(1, 50))
def test_any_page_of_a_large_journal(
    large: tuple[Store, list[Entry]], typed: str, cut: int, size: int
) -> None:
    store, kept = large
    query = parse_query(typed, TODAY)
    expected = reference.found(query, kept)
    assert list(listing.found_rows(store, query)) == expected, typed
    at = kept[min(cut, LARGE - 1)].row
    older = [row for row in expected if row < at][:size]
    newer = [row for row in reversed(expected) if row > at][:size]
    assert list(listing.found_rows(store, query, limit=size, before=at)) == older, typed
    assert list(listing.found_rows(store, query, limit=size, after=at)) == newer, typed


def test_the_large_journal_has_what_makes_searches_differ(
    large: tuple[Store, list[Entry]],
) -> None:
    store, _ = large
    many = ("thanked", "shift", "@Ann", "#rest", "kind:huddle", "is:moment")
    few = ("@Maria_Lopez", "kind:repair", "is:check-in")
    counts = {typed: listing.count_found(store, parse_query(typed, TODAY)) for typed in many + few}
    assert all(counts[typed] == 1_001 for typed in many[:4]), counts
    assert all(0 < counts[typed] < 1_000 for typed in few), counts


def test_the_days_of_the_journal_are_those_of_the_queries() -> None:
    assert FIRST + timedelta(days=49) == TODAY
