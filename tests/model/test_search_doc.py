"""What docs/search.md shows is what is understood."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tracejournal.model.hints import hints
from tracejournal.model.operators import OPERATORS
from tracejournal.model.query import Query, parse_query
from tracejournal.model.vocabulary import DIRECTIONS, ENTRY_TYPES

DOC = (Path(__file__).parents[2] / "docs" / "search.md").read_text("utf-8")
EXAMPLES = sorted(
    {
        example
        for line in DOC.splitlines()
        for example in re.findall(r"`([^`]+)`", line.split(" | ")[0] if line[:1] == "|" else line)
        if re.fullmatch(r"-?(\w+:\S.*|[@#]\S.*)", example)
    }
)
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_read_as_a_filter(example: str) -> None:
    query = parse_query(example, TODAY)
    assert query.words == ()
    assert query.filters
    assert hints(example, TODAY) == "" or example in ("is:sealed", "is:draft")


@pytest.mark.parametrize("day", ["today", "sunday", "this-week", "last-month", "may", "3-days-ago"])
def test_every_day_it_names_is_known(day: str) -> None:
    assert parse_query(f"on:{day}", TODAY) != Query()
    assert hints(f"on:{day}", TODAY) == ""


def test_every_operator_type_and_direction_is_there() -> None:
    shown = [f"`{each.name}:" for each in OPERATORS]
    shown += [f"`is:{term.key}`" for term in (*ENTRY_TYPES, *DIRECTIONS)]
    assert [each for each in shown if each not in DOC] == []
