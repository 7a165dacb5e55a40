"""One calm sentence where a piece of a query was read another way than it looks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.hints import hints
from tracejournal.model.operators import OPERATORS

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("tea on:2026-02-30", "There is no 2026-02-30"),
        ("-on:2026-02-30", "There is no 2026-02-30"),
        ("from:soonish", "“soonish” is no day"),
        ("kind:hudle", "kind:huddle may be meant"),
        ("missing:xyzzy", "missing: does not know “xyzzy”"),
        ("kind:re", "repair or recognition"),
        ("supported:12", "0 to 10"),
        ("load:high", "load:>=7"),
        ('"never closed', "A quote is still open"),
        ('with:"Maria Lo', "A quote is still open"),
        ('-@"Maria', "A quote is still open"),
        ("is:draft", "w on any screen"),
        ("tea is:SEALED", "f on History"),
        ("from:2026 to:2025", "from: lies after to:"),
        ("word " * 61, "A search reads 60 words"),
        ("a" * 2_001, "A search reads 60 words"),
    ],
)
def test_what_is_said(typed: str, said: str) -> None:
    assert said in hints(typed, MONDAY)


@pytest.mark.parametrize(
    "typed",
    [
        "", "tea", '"late shift" @Priya #rest -tea', "1:1 re: note:x http://a.b", "it's 5'11\"",
        "is:moment is:given kind:huddle supported:>=7 from:2025 to:2026", "-is:sealed",
        "word " * 60, "on:", "on:2", "on:202", "on:2026-", "from:se", "with:", "supported:",
        "-from:2026 -to:2020", 'a"b', "@_",
    ],
)  # fmt: skip
def test_nothing_is_said_while_all_is_read_as_it_looks(typed: str) -> None:
    assert hints(typed, MONDAY) == ""


FRAGMENTS = st.one_of(
    st.text(max_size=8),
    st.sampled_from([f"{each.name}:" for each in OPERATORS]),
    st.sampled_from([">=", "-", '"', "2026-", "12", "\0", "is:draft", " "]),
)


@given(st.lists(FRAGMENTS, max_size=8).map("".join), st.dates())
def test_whatever_is_typed_it_is_one_sentence_or_nothing(typed: str, today: date) -> None:
    said = hints(typed, today)
    assert said == "" or said.endswith(".")
