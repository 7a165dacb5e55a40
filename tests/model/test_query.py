"""What a person means by what they typed into a search."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.operators import OPERATORS
from tracejournal.model.query import Query, Word, parse_query
from tracejournal.model.tokens import MAX_WORDS, Between, Choice, Filter

MONDAY = date(2026, 11, 23)

ALMOST_QUERIES = st.lists(
    st.one_of(
        st.text(max_size=6),
        st.sampled_from(["is:", "is:m", "kind:", "on:", "from:2026", "to:0000", "@", "#", "@a"]),
        st.sampled_from(
            ["-", '"', '-"a b"', "on:9999-13", "NEAR(", "*", "a:b:c", "-@", '@"', "@_"]
        ),
        st.sampled_from(
            ['with:"', "supported:>", "load:7-", "-from:", "missing:x", 'on:"last week"']
        ),
    ),
    max_size=8,
).map(" ".join)


def parse(typed: str) -> Query:
    return parse_query(typed, MONDAY)


def days(first: date | None, last: date | None, *, without: bool = False) -> Between:
    return Between("day", first, last, without)


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
        ("given received with", (Word("given"), Word("received"), Word("with"))),
        ("- -- ... ( * : \" ' () @ # -@ -#", ()),
    ],
)
def test_words(typed: str, words: tuple[Word, ...]) -> None:
    assert parse(typed) == Query(words=words)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("@Priya", Choice("person", ("priya",))),
        ("@Night_team", Choice("person", ("night team",))),
        ('@"Night team"', Choice("person", ("night team",))),
        ("with:Priya", Choice("person", ("priya",))),
        ("with:@Maria_Lopez", Choice("person", ("maria lopez",))),
        ('WITH:"Maria  Lopez"', Choice("person", ("maria lopez",))),
        ("given:Priya", Choice("given", ("priya",))),
        ("received:Priya", Choice("received", ("priya",))),
        ("#Gratitude", Choice("tag", ("gratitude",))),
        ("#night_shift", Choice("tag", ("night_shift",))),
        ("is:moment", Choice("type", ("moment",))),
        ("IS:Refl", Choice("type", ("reflection",))),
        ("is:re", Choice("type", ("reflection",))),
        ("is:check-in is:m", Choice("type", ("check-in", "moment"))),
        ("is:given", Choice("direction", ("given",))),
        ("is:rec is:mut", Choice("direction", ("received", "mutual"))),
        ("is:draft", Choice("shelf", ("draft",))),
        ("is:Sealed", Choice("shelf", ("sealed",))),
        ("kind:huddle", Choice("kind", ("huddle",))),
        ("kind:grat", Choice("kind", ("gratitude",))),
        ('kind:"note of"', Choice("kind", ("gratitude",))),
        ("kind:huddle kind:repair kind:huddle", Choice("kind", ("huddle", "repair"))),
        ("condition:time", Choice("present", ("time",))),
        ("missing:time_was", Choice("missing", ("time",))),
        ("on:2026-11-20", days(date(2026, 11, 20), date(2026, 11, 20))),
        ("on:2026-02", days(date(2026, 2, 1), date(2026, 2, 28))),
        ("from:monday", days(MONDAY, None)),
        ("to:yesterday", days(None, date(2026, 11, 22))),
        ("from:2025 to:2026-06", days(date(2025, 1, 1), date(2026, 6, 30))),
        ("from:2024 from:2025", days(date(2025, 1, 1), None)),
        ("on:2024 to:2025", days(date(2024, 1, 1), date(2025, 12, 31))),
        ("on:last-week", days(date(2026, 11, 16), date(2026, 11, 22))),
        ('on:"last week"', days(date(2026, 11, 16), date(2026, 11, 22))),
        ("supported:8", Between("supported", 8, 8)),
        ("supported:=0", Between("supported", 0, 0)),
        ("supported:>=7", Between("supported", 7, 10)),
        ("energy:>7", Between("energy", 8, 10)),
        ("load:<=3", Between("load", 0, 3)),
        ("load:<3", Between("load", 0, 2)),
        ("load:7-10", Between("load", 7, 10)),
        ("load:10..7", Between("load", 7, 10)),
    ],
)
def test_operators(typed: str, found: Filter) -> None:
    assert parse(typed) == Query(filters=(found,))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("-@priya", Choice("person", ("priya",), without=True)),
        ('-with:"Maria Lopez"', Choice("person", ("maria lopez",), without=True)),
        ("-#rest", Choice("tag", ("rest",), without=True)),
        ("-kind:huddle", Choice("kind", ("huddle",), without=True)),
        ("-is:check-in", Choice("type", ("check-in",), without=True)),
        ("-condition:time", Choice("present", ("time",), without=True)),
        ("-supported:>=7", Between("supported", 7, 10, without=True)),
        ("-on:2026-11", days(date(2026, 11, 1), date(2026, 11, 30), without=True)),
        ("-from:2026", days(date(2026, 1, 1), None, without=True)),
    ],
)
def test_a_dash_before_it_means_without(typed: str, found: Filter) -> None:
    assert parse(typed) == Query(filters=(found,))


def test_what_is_left_out_is_not_mixed_with_what_is_looked_for() -> None:
    assert parse("kind:huddle -kind:repair -kind:asked on:2026 -on:2026-11").filters == (
        Choice("kind", ("huddle",)),
        Choice("kind", ("repair",), without=True),
        Choice("kind", ("asked",), without=True),
        days(date(2026, 1, 1), date(2026, 12, 31)),
        days(date(2026, 11, 1), date(2026, 11, 30), without=True),
    )


def test_people_tags_and_conditions_stay_apart_so_that_all_must_be_there() -> None:
    assert parse("@priya @Sam condition:time condition:seen supported:>2 supported:<5").filters == (
        Choice("person", ("priya",)),
        Choice("person", ("sam",)),
        Choice("present", ("time",)),
        Choice("present", ("seen",)),
        Between("supported", 3, 10),
        Between("supported", 0, 4),
    )


def test_operators_and_words_stand_together() -> None:
    assert parse('tea @Priya is:moment -late "long walk" #rest from:2026') == Query(
        words=(Word("tea"), Word("late", without=True), Word("long walk", phrase=True)),
        filters=(
            Choice("person", ("priya",)),
            Choice("type", ("moment",)),
            Choice("tag", ("rest",)),
            days(date(2026, 1, 1), None),
        ),
    )


@pytest.mark.parametrize(
    "typed",
    [
        "is:football", "kind:re", "on:soon", "from:2026-02-30", "to:", "until:monday", "a:b",
        "supported:12", "supported:>=", "supported:7-", "supported:7.5", "load:-1", "energy:high",
        "condition:weather", "with:", "given:", "supported:1_0", "supported:٣",
    ],
)  # fmt: skip
def test_what_is_not_the_language_is_words(typed: str) -> None:
    assert parse(typed) == Query(words=(Word(typed),))


def test_a_quote_that_is_never_closed_is_no_part_of_a_name() -> None:
    assert parse('with:"Maria').filters == (Choice("person", ("maria",)),)


@pytest.mark.parametrize("each", OPERATORS, ids=lambda each: each.name)
def test_every_operator_that_is_offered_is_read(each: object) -> None:
    name, takes, terms = (getattr(each, field) for field in ("name", "takes", "terms"))
    values = {"person": ["Ann"], "day": ["today"], "number": ["0", "10"]}
    for value in values.get(takes) or [term.key for term in terms]:
        for typed in (f"{name}:{value}", f"-{name.upper()}:{value}"):
            query = parse(typed)
            assert query.words == ()
            assert len(query.filters) == 1
            assert query.filters[0].without == typed.startswith("-")


@given(
    st.sampled_from(("supported", "energy", "load")),
    st.sampled_from((">=", "<=", ">", "<", "=", "")),
    st.integers(0, 10),
    st.integers(0, 10),
)
def test_numbers_mean_what_the_sign_says(name: str, sign: str, limit: int, number: int) -> None:
    (found,) = parse(f"{name}:{sign}{limit}").filters
    assert isinstance(found, Between)
    assert isinstance(found.low, int)
    assert isinstance(found.high, int)
    meant = {
        ">=": number >= limit, "<=": number <= limit, ">": number > limit, "<": number < limit,
    }.get(sign, number == limit)  # fmt: skip
    assert (found.low <= number <= found.high) == meant


DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))


@given(DAYS, DAYS)
def test_days_that_are_written_are_read_again(first: date, last: date) -> None:
    assert parse(f"from:{first} to:{last}").filters == (days(first, last),)
    assert parse(f"to:{last} from:{first}").filters == (days(first, last),)
    assert parse(f"from:today on:{last}").filters == (days(last, last),)
    assert days(first, last).is_empty == (last < first)


@given(st.one_of(st.text(max_size=60), ALMOST_QUERIES), st.dates())
def test_no_query_is_an_error(typed: str, today: date) -> None:
    query = parse_query(typed, today)
    assert all(word.text for word in query.words)
    assert all(key for key in query.names)


@given(ALMOST_QUERIES)
def test_what_stands_before_a_query_changes_nothing_in_it(typed: str) -> None:
    alone, after = parse(typed), parse(f"-#z tea {typed}")
    assert after.words == (Word("tea"), *alone.words)
    assert after.filters == (Choice("tag", ("z",), without=True), *alone.filters)


def test_what_cannot_be_kept_cannot_be_looked_for_either() -> None:
    assert parse("te\x00a \ud800half \x1btea") == Query(
        words=(Word("te"), Word("a"), Word("half"), Word("tea"))
    )


def test_a_page_pasted_into_the_box_is_read_only_so_far() -> None:
    assert len(parse("word " * 10_000).words) == MAX_WORDS
    assert parse("a" * 100_000) == Query(words=(Word("a" * 2_000),))


@given(DAYS)
def test_a_day_of_a_far_year_is_a_day(today: date) -> None:
    query = parse_query("on:yesterday", today)
    yesterday = today - timedelta(days=1)
    assert query.filters == (days(yesterday, yesterday),)
