"""What a person means by what they typed into a search."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.query import MAX_WORDS, Query, Word, parse_query

MONDAY = date(2026, 11, 23)

ALMOST_QUERIES = st.lists(
    st.one_of(
        st.text(max_size=6),
        st.sampled_from(["is:", "is:m", "kind:", "on:", "from:2026", "to:0000", "@", "#", "@a"]),
        st.sampled_from(["-", '"', '-"a b"', "on:9999-13", "NEAR(", "*", "a:b:c"]),
    ),
    max_size=8,
).map(" ".join)


def parse(typed: str) -> Query:
    return parse_query(typed, MONDAY)


def test_nothing_typed_finds_everything() -> None:
    assert parse("") == parse("   ") == Query()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("tea", (Word("tea"),)),
        ("late shift", (Word("late"), Word("shift"))),
        ('"late shift"', (Word("late shift", phrase=True),)),
        ("-tea", (Word("tea", without=True),)),
        ('-"late shift"', (Word("late shift", phrase=True, without=True),)),
        ("self-harm it's 1:1", (Word("self-harm"), Word("it's"), Word("1:1"))),
        ('"never closed', (Word("never"), Word("closed"))),
        ("家族 🙂", (Word("家族"), Word("🙂"))),
        ("- -- ... ( * : \" ' ()", ()),
    ],
)
def test_words(typed: str, words: tuple[Word, ...]) -> None:
    assert parse(typed) == Query(words=words)


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("@Priya", Query(people=("priya",))),
        ("@Night_team", Query(people=("night team",))),
        ("@priya @Sam", Query(people=("priya", "sam"))),
        ("#Gratitude", Query(tags=("gratitude",))),
        ("#night_shift", Query(tags=("night_shift",))),
        ("is:moment", Query(types=("moment",))),
        ("IS:Refl", Query(types=("reflection",))),
        ("is:check-in is:m", Query(types=("check-in", "moment"))),
        ("kind:huddle", Query(kinds=("huddle",))),
        ("kind:grat", Query(kinds=("gratitude",))),
        ("on:2026-11-20", Query(first=date(2026, 11, 20), last=date(2026, 11, 20))),
        ("on:2026-02", Query(first=date(2026, 2, 1), last=date(2026, 2, 28))),
        ("from:monday", Query(first=MONDAY)),
        ("to:yesterday", Query(last=date(2026, 11, 22))),
        ("from:2025 to:2026-06", Query(first=date(2025, 1, 1), last=date(2026, 6, 30))),
        ("on:last-week", Query(first=date(2026, 11, 16), last=date(2026, 11, 22))),
    ],
)
def test_operators(typed: str, query: Query) -> None:
    assert parse(typed) == query


def test_operators_and_words_stand_together() -> None:
    assert parse('tea @Priya is:moment -late "long walk" #rest from:2026') == Query(
        words=(Word("tea"), Word("late", without=True), Word("long walk", phrase=True)),
        people=("priya",),
        tags=("rest",),
        types=("moment",),
        first=date(2026, 1, 1),
    )


@pytest.mark.parametrize(
    "typed", ["is:football", "kind:re", "on:soon", "from:2026-02-30", "to:", "until:monday", "a:b"]
)
def test_what_is_not_the_language_is_words(typed: str) -> None:
    assert parse(typed) == Query(words=(Word(typed),))


@given(st.one_of(st.text(max_size=60), ALMOST_QUERIES), st.dates())
def test_no_query_is_an_error(typed: str, today: date) -> None:
    query = parse_query(typed, today)
    assert all(word.text for word in query.words)


def test_what_cannot_be_kept_cannot_be_looked_for_either() -> None:
    assert parse("te\x00a \ud800half \x1btea") == Query(
        words=(Word("te"), Word("a"), Word("half"), Word("tea"))
    )


def test_a_page_pasted_into_the_box_is_read_only_so_far() -> None:
    assert len(parse("word " * 10_000).words) == MAX_WORDS
    assert parse("a" * 100_000) == Query(words=(Word("a" * 2_000),))
