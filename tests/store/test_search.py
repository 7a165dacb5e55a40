"""Search: words as people type them, filters, other shelves, and anything at all."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.support import found, keep
from tests.support import FakeClock
from tracejournal.model.entry import CheckIn, Moment, Part, Reflection
from tracejournal.model.operators import OPERATORS
from tracejournal.model.query import Query, Word, parse_query
from tracejournal.store import entries, listing
from tracejournal.store.matching import match_of

if TYPE_CHECKING:
    from tracejournal.store.engine import Store

KEPT: dict[str, Moment | Reflection | CheckIn] = {
    "thanks": Moment("Thanked @Priya for covering the late shift #gratitude", kind="gratitude"),
    "garcia": Moment("Coffee with @Dana and Señor García's team", kind="shared-break"),
    "harm": Moment("A talk about self-harm, and it's over"),
    "night": Moment("Huddle with @Night_team before the shift, late #huddle #rest", kind="huddle"),
    "cjk": Moment("今日は家族と散歩した #rest"),
    "thai": Moment("วันนี้อากาศดีมาก"),
    "emoji": Moment("A good one 🙂"),
    "hindi": Moment("आज प्रिया ने मदद की"),
    "percent": Moment("100% sure, snake_case and a\\b"),
    "reflection": Reflection(parts=(Part("What helped?", "The walking, the @Priya of it all"),)),
    "check-in": CheckIn("tired, yet fine", energy=3),
}


@pytest.fixture
def full(store: Store) -> Store:
    """A journal of eleven entries, one on each of eleven days."""
    clock = FakeClock("2026-11-01T09:00")
    for content in KEPT.values():
        keep(store, content, clock.now())
        clock.pass_time(days=1)
    return store


def names(store: Store, typed: str, shelf: str = "kept") -> list[str]:
    """Return the names of what a search finds, newest first."""
    by_text = {content.text: name for name, content in KEPT.items()}
    return [by_text[text] for text in found(store, typed, shelf)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", list(reversed(KEPT))),
        ("thank", ["thanks"]),
        ("THANKED", ["thanks"]),
        ("walk", ["reflection"]),
        ("walks", ["reflection"]),
        ("cover", ["thanks"]),
        ("hudd", ["night"]),
        ("shift late", ["night", "thanks"]),
        ('"late shift"', ["thanks"]),
        ('"shift late"', ["night"]),
        ('"late shif"', []),
        ("late -huddle", ["thanks"]),
        ('shift -"late shift"', ["night"]),
        ("-shift on:2026-11", [name for name in reversed(KEPT) if name not in ("thanks", "night")]),
        ("-shift -tired -walking -good", ["percent", "hindi", "thai", "cjk", "harm", "garcia"]),
        ("garcia", ["garcia"]),
        ("García", ["garcia"]),
        ("senor GARCIA", ["garcia"]),
        ("self-harm", ["harm"]),
        ("it's", ["harm"]),
        ("it’s", ["harm"]),
        ("家族", ["cjk"]),
        ("散歩 今日", ["cjk"]),
        ("-家族 #rest", ["night"]),
        ("อากาศ", ["thai"]),
        ("प्रिया", ["hindi"]),
        ("🙂", ["emoji"]),
        ("-🙂 good", []),
        ("100%", ["percent"]),
        ("snake_case", ["percent"]),
        ("nothing like it", []),
    ],
)
def test_words(full: Store, typed: str, expected: list[str]) -> None:
    assert names(full, typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("@Priya", ["reflection", "thanks"]),
        ("@PRIYA", ["reflection", "thanks"]),
        ("@night_team", ["night"]),
        ("@Priya @Dana", []),
        ("@pri", []),
        ("#rest", ["cjk", "night"]),
        ("#rest #huddle", ["night"]),
        ("@priya #gratitude", ["thanks"]),
        ("is:reflection", ["reflection"]),
        ("is:check-in is:refl", ["check-in", "reflection"]),
        ("is:moment @priya", ["thanks"]),
        ("kind:huddle", ["night"]),
        ("kind:gratitude kind:huddle late", ["night", "thanks"]),
        ("on:2026-11-02", ["garcia"]),
        ("from:2026-11-10", ["check-in", "reflection"]),
        ("to:2026-11-02", ["garcia", "thanks"]),
        ("from:2026-11-02 to:2026-11-03", ["harm", "garcia"]),
        ("on:2025", []),
        ("shift on:2026-11-04", ["night"]),
        ("shift @night_team from:2026-11 is:moment #rest -thanked kind:huddle", ["night"]),
        ("from:2026-11-09 to:2026-11-01", []),
    ],
)
def test_filters(full: Store, typed: str, expected: list[str]) -> None:
    assert names(full, typed) == expected


class TestBestFirst:
    @pytest.fixture
    def matches(self, store: Store) -> Store:
        clock = FakeClock("2026-11-01T09:00")
        for text in ("tea tea tea", "tea for @Priya", "a tea among a great many other words", "no"):
            keep(store, text, clock.now())
            clock.pass_time(days=1)
        return store

    def best(self, store: Store, typed: str, limit: int = -1) -> list[str]:
        query = parse_query(typed, FakeClock().today())
        rows = listing.best_rows(store, query, limit=limit)
        return [entry.content.text for entry in entries.by_rows(store, rows)]

    def test_the_match_that_says_it_most_comes_first(self, matches: Store) -> None:
        assert self.best(matches, "tea") == [
            "tea tea tea", "tea for @Priya", "a tea among a great many other words",
        ]  # fmt: skip
        assert self.best(matches, "tea", limit=1) == ["tea tea tea"]

    def test_of_two_alike_the_newer_one(self, matches: Store) -> None:
        keep(matches, "tea tea  tea", FakeClock().now())
        assert self.best(matches, "tea", limit=2) == ["tea tea  tea", "tea tea tea"]

    def test_filters_hold(self, matches: Store) -> None:
        assert self.best(matches, "tea @Priya") == ["tea for @Priya"]
        assert self.best(matches, "tea -great to:2026-11-01") == ["tea tea tea"]

    def test_without_words_it_is_the_newest(self, matches: Store) -> None:
        assert self.best(matches, "-tea") == ["no"]
        assert self.best(matches, "", limit=2) == ["no", "a tea among a great many other words"]


def test_a_count_goes_on_to_one_more_than_is_asked(full: Store) -> None:
    everything = parse_query("", FakeClock().today())
    assert listing.count_found(full, everything) == len(KEPT)
    assert listing.count_found(full, everything, most=3) == 4
    assert listing.count_found(full, everything, "trash") == 0


def test_what_was_changed_is_found_by_its_new_words_alone(full: Store) -> None:
    uuid = keep(full, "old words")
    with full.transaction():
        entry = entries.get(full, uuid)
        entries.update(full, entry, Moment("new words with @Zoë"), entry.when, "2026")
    assert found(full, "old") == []
    assert found(full, "words") == found(full, "@zoë") == ["new words with @Zoë"]


class TestShelves:
    @pytest.fixture
    def shelves(self, store: Store) -> Store:
        for words in ("plain tea", "sealed tea", "trashed tea", "sealed and trashed tea"):
            uuid = keep(store, words + " with @Priya #rest")
            with store.transaction():
                entries.set_sealed(store, [uuid], sealed="sealed" in words)
                entries.set_trashed(store, [uuid], "2026" if "trashed" in words else None)
        return store

    @pytest.mark.parametrize(
        "typed", ["", "TEA", "te", '"tea with"', "@priya", "#rest", "is:moment"]
    )
    def test_each_entry_is_on_one_of_them(self, shelves: Store, typed: str) -> None:
        assert found(shelves, typed) == ["plain tea with @Priya #rest"]
        assert found(shelves, typed, "sealed") == ["sealed tea with @Priya #rest"]
        assert found(shelves, typed, "trash") == [
            "sealed and trashed tea with @Priya #rest",
            "trashed tea with @Priya #rest",
        ]

    def test_without_works_on_all_of_them(self, shelves: Store) -> None:
        for shelf in ("kept", "sealed", "trash"):
            assert found(shelves, "-tea", shelf) == []

    def test_hidden_words_are_not_in_the_index(self, shelves: Store) -> None:
        indexed = "SELECT count(*) FROM entries_search WHERE entries_search MATCH 'tea'"
        assert shelves.value(indexed) == 1

    def test_what_is_sealed_is_in_no_count_of_people(self, shelves: Store) -> None:
        assert listing.count_with(shelves, "people", "priya") == 1
        assert listing.count_with(shelves, "tags", "rest") == 1
        assert listing.count_with(shelves, "people", "nobody") == 0


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ((), ("", "")),
        ((Word("te"),), ('"te" *', "")),
        ((Word("thanked"),), ('("thanked")', "")),
        ((Word("than"),), ('("thank")', "")),
        ((Word("tea"), Word("sh")), ('"tea" AND "sh" *', "")),
        ((Word("late shift", phrase=True),), ('"late shift"', "")),
        ((Word('say "x" NOT'),), ('"say  x  NOT" *', "")),
        ((Word("a", without=True), Word("c", without=True)), ("", '"a" OR "c"')),
        ((Word("b"), Word("a", without=True)), ('("b" *) NOT ("a")', "")),
        ((Word("OR", without=True), Word("NEAR(")), ('("NEAR(" *) NOT ("OR")', "")),
    ],
)
def test_everything_a_person_types_is_quoted_for_the_index(
    full: Store, words: tuple[Word, ...], expression: tuple[str, str]
) -> None:
    match = match_of(full, Query(words), "kept")
    assert (match.wanted, match.unwanted) == expression


REAL_QUERIES = (
    "self-harm",
    "it's",
    "1:1",
    "re: meeting",
    "NEAR(",
    "NEAR(a b)",
    "AND",
    "OR",
    "NOT",
    "a AND",
    "NOT a",
    "*",
    "tea*",
    "^tea",
    '"',
    '""',
    '"a',
    'a"b',
    "(",
    ")",
    "()",
    "a:b",
    "text:tea",
    "{a b}:c",
    "-",
    "--",
    "- tea",
    "+tea",
    "tea + late",
    "\\",
    "%",
    "_",
    "'",
    "''",
    "'; DROP TABLE entries; --",
    "\x00",
    "a\x00b",
    "\ud800",
    "🙂🙂",
    "\u0301",
    "½",
    "²",
    "ﬁ",
    "家",
    "ー",
    "ก",
    "۱۲۳",
    "@",
    "#",
    "@@",
    "@\x00",
    "#-",
    "is:",
    "on:",
    "kind:" + "x" * 500,
    "a" * 3_000,
    "tea " * 500,
    "-tea " * 500,
    "@a " * 500,
    "家 " * 500,
    "on:9999-12 tea",
    "from:0001-01-01",
    "to:9999-12-31",
    "is:moment is:moment",
)


@pytest.mark.parametrize("shelf", ["kept", "sealed", "trash"])
@pytest.mark.parametrize("typed", REAL_QUERIES)
def test_no_query_is_an_error(full: Store, typed: str, shelf: str) -> None:
    found(full, typed, shelf)


TOKENS = st.one_of(
    st.text(max_size=6),
    st.text("\"()*:^-+{}\\%_@#'\0 \ud800aNEARDOT", max_size=8),
    st.sampled_from(REAL_QUERIES),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(tokens=st.lists(TOKENS, max_size=5), shelf=st.sampled_from(["kept", "sealed"]))
def test_nothing_that_can_be_typed_is_an_error(full: Store, tokens: list[str], shelf: str) -> None:
    query = parse_query(" ".join(tokens), FakeClock().today())
    assert len(listing.found_rows(full, query, shelf)) <= len(KEPT)


FRAGMENTS = (
    *(query[:40] for query in REAL_QUERIES),
    *(f"{each.name}:" for each in OPERATORS),
    *(term.key for each in OPERATORS for term in each.terms),
    *("@Priya", "#rest", "night_team", '"late shift"', "monday", "2026-11", "2026-02-30", "0-10"),
    *(
        ">=7",
        "<3",
        ">10",
        "..",
        "=",
        "thank",
        "gratef",
        "walki",
        "散歩",
        "-",
        "-",
        '"',
        " ",
        " ",
        " ",
    ),
)


def test_twenty_thousand_queries_raise_nothing(full: Store) -> None:
    chance = random.Random(20_000)  # noqa: S311 - made-up queries
    found_some = 0
    for _ in range(20_000):
        typed = "".join(chance.choices(FRAGMENTS, k=chance.randint(1, 7)))
        query = parse_query(typed, FakeClock().today())
        rows = listing.found_rows(full, query, chance.choice(("kept", "kept", "kept", "trash")))
        assert len(rows) <= len(KEPT)
        found_some += bool(rows)
    assert found_some > 500


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12))
def test_a_word_that_was_kept_is_found_by_that_word(store: Store, text: str) -> None:
    uuid = keep(store, f"before {text} after")
    rows = listing.found_rows(store, parse_query(text, FakeClock().today()))
    assert entries.get(store, uuid).row in rows


@pytest.mark.parametrize("count", [2, 100, 150])
def test_all_longer_words_are_found_however_many_there_are(store: Store, count: int) -> None:
    endings = ("house", "agreed", "supervised", "happy", "")
    words = [f"quil{number:03}{endings[number % 5]}" for number in range(count)]
    for word in words:
        keep(store, word)
    assert sorted(found(store, "quil")) == words
    assert sorted(found(store, "quil00")) == words[:10]
    assert found(store, "quil -quil001agreed") == found(store, "quil -quil001agree")
    assert len(found(store, "quil -quil001agreed")) == count - 1


@pytest.mark.parametrize("typed", ["grate", "gratef", "gratefu", "hearin", "conversatio", "priy"])
def test_a_word_is_found_while_it_is_still_being_typed(typed: str, store: Store) -> None:
    wanted = "Grateful for a conversation with @Priya after the hearing"
    clock = FakeClock()
    for text in (wanted, "Nothing of the kind: great heat, a convenient price"):
        keep(store, Moment(text), clock.now())
        clock.pass_time(days=1)
    assert found(store, typed) == [wanted]
