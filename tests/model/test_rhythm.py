"""A rhythm as people type it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.errors import Misuse
from tracejournal.model.rhythm import parse_rhythm
from tracejournal.words.circle import rhythm


@pytest.mark.parametrize(
    ("typed", "gaps"),
    [
        ("", (None, None)),
        ("none", (None, None)),
        ("2 weeks", (14, None)),
        ("every two weeks", (14, None)),
        ("every week", (7, None)),
        ("a fortnight", (14, None)),
        ("monthly", (30, None)),
        ("10d", (10, None)),
        ("10 days, 3 weeks at most", (10, 21)),
        ("2-4 weeks", (14, 28)),
        ("2 to 4 weeks", (14, 28)),
        ("2 weeks, 4 at most", (14, 28)),
        ("every 2 weeks at most a month", (14, 30)),
        ("1 Year", (365, None)),
    ],
)
def test_what_people_type_is_understood(typed: str, gaps: tuple[int | None, int | None]) -> None:
    assert parse_rhythm(typed) == gaps


@pytest.mark.parametrize(
    "typed", ["14", "often", "2 weeks 3 months", "0 days", "1, 2, 3 weeks", "-3 days", "99999 days"]
)
def test_what_is_no_rhythm_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(Misuse, match="Try: 2 weeks"):
        parse_rhythm(typed)


@given(st.integers(1, 3_660), st.integers(0, 3_660))
def test_what_is_said_of_a_rhythm_is_read_as_the_same(ideal: int, more: int) -> None:
    longest = min(3_660, ideal + more)
    said = rhythm(ideal, longest)
    assert parse_rhythm(said) == (ideal, None if longest == ideal else longest)


@given(st.text(max_size=40))
def test_any_text_is_a_rhythm_or_refused(typed: str) -> None:
    try:
        ideal, longest = parse_rhythm(typed)
    except Misuse:
        return
    assert (ideal is None) <= (longest is None)
