"""What is known of someone, and when it may be time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.circle import LastContact, Member, checked_name, guessed_sort
from tracejournal.model.errors import Misuse
from tracejournal.model.mentions import name_key
from tracejournal.words import circle as words

TODAY = date(2026, 11, 23)


def met(days_ago: int, **fields: object) -> Member:
    last = LastContact(TODAY - timedelta(days=days_ago), "huddle")
    return Member("Sam", last=last, position=1, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("member", "state"),
    [
        (met(400), "no-rhythm"),
        (met(13, ideal=14), "in-rhythm"),
        (met(14, ideal=14), "due"),
        (met(14, ideal=14, away="rest"), "rest"),
        (met(14, ideal=14, away="leave", away_until=TODAY), "leave"),
        (met(14, ideal=14, away="leave", away_until=TODAY - timedelta(days=1)), "due"),
        (Member("Jo", ideal=7, since=TODAY - timedelta(days=6)), "in-rhythm"),
        (Member("Jo", ideal=7, since=TODAY - timedelta(days=7)), "due"),
        (Member("Jo", ideal=7), "in-rhythm"),
    ],
)
def test_how_it_stands_with_someone(member: Member, state: str) -> None:
    assert member.state(TODAY) == state


@pytest.mark.parametrize(
    ("member", "may_be"),
    [
        (met(14, ideal=14), True),
        (met(20, ideal=14, longest=21), False),
        (met(21, ideal=14, longest=21), True),
        (met(900), False),
        (met(900, ideal=14, quiet=True), False),
        (met(900, ideal=14, away="rest"), False),
        (met(900, ideal=14).replace(position=None), False),
    ],
)
def test_today_suggests_by_a_rhythm_that_was_set_and_nobody_who_is_away_or_quiet(
    member: Member, may_be: bool
) -> None:
    assert member.may_be_suggested(TODAY) is may_be


@given(st.dates(min_value=date(1, 1, 1)), st.integers(1, 3_660), st.integers(0, 3_660))
def test_it_may_be_time_exactly_so_many_days_after_in_any_year(
    last: date, ideal: int, more: int
) -> None:
    member = Member("Sam", ideal=ideal, longest=min(3_660, ideal + more), last=LastContact(last))
    if last.toordinal() + ideal > date.max.toordinal():
        assert member.due_on == date.max
        return
    due = date.fromordinal(last.toordinal() + ideal)
    assert member.due_on == due
    assert member.state(due) == "due"
    assert member.state(due - timedelta(days=1)) == "in-rhythm"
    assert member.suggested_from is not None
    assert member.suggested_from >= due


def test_a_leap_day_and_a_change_of_the_clock_are_days_like_others() -> None:
    over_february = Member("Sam", ideal=14, last=LastContact(date(2028, 2, 20)))
    assert over_february.due_on == date(2028, 3, 5)
    over_march = Member("Sam", ideal=7, last=LastContact(date(2026, 3, 26)))  # clocks change
    assert over_march.due_on == date(2026, 4, 2)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("@Night_team", "Night team"),
        ("  my\tsupervisor \n", "my supervisor"),
        ("Jose\u0301", "Jose\u0301"),
        ("散歩", "散歩"),
        ("?", "?"),
        ("x" * 80, "x" * 80),
    ],
)
def test_a_name_is_kept_as_it_is_meant(typed: str, name: str) -> None:
    assert checked_name(typed) == name


@pytest.mark.parametrize("typed", ["", "  ", "@", "\u200b\u200d", "\u0301", "x" * 81, "é" * 200])
def test_what_cannot_be_a_name_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(Misuse) as refusal:
        checked_name(typed)
    assert str(refusal.value) in (words.NAME_EMPTY, words.NAME_TOO_LONG.format(limit=80))


@given(st.text(max_size=200))
def test_any_text_is_a_name_that_stays_itself_or_is_refused(typed: str) -> None:
    try:
        name = checked_name(typed)
    except Misuse:
        return
    assert checked_name(name) == name or name.startswith("@")
    assert name_key(name) == name_key(name.upper()) or not name.isascii()
    assert len(name) <= 80


def test_aliases_are_there_once_and_never_the_name_itself() -> None:
    member = Member("José", aliases=("jose\u0301", "Pepe", "PEPE", " Joe "))
    assert member.aliases == ("Pepe", "Joe")


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Sam", "person"),
        ("my supervisor", "role"),
        ("My Supervisor", "role"),
        ("a colleague", "role"),
        ("Night team", "team"),
        ("Reflection group", "group"),
        ("Anna", "person"),
    ],
)
def test_rule_22_what_someone_is_is_guessed_and_a_role_is_seen_as_one(name: str, sort: str) -> None:
    assert guessed_sort(name) == sort


@pytest.mark.parametrize(("ideal", "longest"), [(0, None), (14, 7), (4_000, None), (7, 4_000)])
def test_gaps_that_cannot_be_are_refused(ideal: int, longest: int | None) -> None:
    with pytest.raises(Misuse):
        Member("Sam", ideal=ideal, longest=longest)


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "today"), (-3, "today"), (1, "yesterday"), (13, "13 days ago"), (14, "2 weeks ago"),
     (62, "8 weeks ago"), (63, "2 months ago"), (800, "2 years ago")],
)  # fmt: skip
def test_how_long_ago_is_said_in_plain_words(days: int, said: str) -> None:
    assert words.ago(TODAY - timedelta(days=days), TODAY) == said


def test_rule_03_a_suggestion_speaks_of_them_and_not_of_an_absence() -> None:
    for days in (1, 21, 365, 4_000):
        said = words.suggestion("Sam", TODAY - timedelta(days=days), TODAY)
        assert said.startswith("Sam: it has been ")
        assert said.endswith(", if you like")
    assert words.suggestion("Sam", TODAY - timedelta(days=21), TODAY) == (
        "Sam: it has been three weeks, if you like"
    )
    assert words.suggestion("Sam", TODAY - timedelta(days=7), TODAY) == (
        "Sam: it has been seven days, if you like"
    )
