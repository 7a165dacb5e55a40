"""A style sheet paints what is its own: a bare `Static` in one would repaint another's screen."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from tests.house.support import PACKAGE, modules, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHEETS = sorted(PACKAGE.rglob("*.tcss"))

WHOLE_HOUSE = {"*", "Toast", "CommandPalette"}
"""What house.tcss alone may paint for every screen: scrollbars, notices, the palette."""


def our_types() -> frozenset[str]:
    """Return the names of all classes of the full screen."""
    return frozenset(
        node.name
        for path in modules("tui")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    )


def our_classes() -> frozenset[str]:
    """Return every style class that is named in the source: `classes="card hint"`."""
    named = "\n".join(path.read_text("utf-8") for path in modules("tui"))
    quoted = re.findall(r"""["'](-?[a-z][\w -]*)["']""", named)
    return frozenset(word for words in quoted for word in words.split())


def top_selectors(sheet: str) -> Iterator[str]:
    """Yield every selector that stands outside of all braces."""
    bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    bare = re.sub(r"^\s*\$[\w-]+\s*:[^;]*;", "", bare, flags=re.MULTILINE)
    depth, begun = 0, ""
    for char in bare:
        if char == "{":
            if depth == 0:
                yield from (each.strip() for each in begun.split(","))
            depth, begun = depth + 1, ""
        elif char == "}":
            depth, begun = depth - 1, ""
        else:
            begun += char


def foreign_selectors(sheet: str, *, whole_house: bool = False) -> list[str]:
    """Return the top-level selectors that begin with no type and no class of ours."""
    types = our_types() | (WHOLE_HOUSE if whole_house else set())
    return [
        selector
        for selector in top_selectors(sheet)
        if not _is_ours(re.split(r"[\s>:]", selector, maxsplit=1)[0], types)
    ]


def _is_ours(first: str, types: frozenset[str]) -> bool:
    name, _, style_class = first.partition(".")
    return name in types or (name == "" and style_class.split(".")[0] in our_classes())


@pytest.mark.parametrize("path", SHEETS, ids=name_of)
def test_every_sheet_paints_its_own(path: Path) -> None:
    whole_house = path.name == "house.tcss"
    assert foreign_selectors(path.read_text("utf-8"), whole_house=whole_house) == []


def test_every_sheet_of_a_screen_is_nested_under_that_screen() -> None:
    for path in SHEETS:
        if path.parent.name == "screens":
            selectors = set(top_selectors(path.read_text("utf-8")))
            assert selectors == {f"{path.stem.title().replace('_', '')}Screen"}, path


def test_there_are_sheets() -> None:
    assert len(SHEETS) >= 4


@pytest.mark.parametrize(
    ("sheet", "foreign"),
    [
        ("Static { color: red; }", ["Static"]),
        ("TodayScreen { Static { color: red; } }", []),
        ("TodayScreen Label, Label { color: red; }", ["Label"]),
        ("/* Input { } */ .card { color: red; } Input:focus { color: red; }", ["Input:focus"]),
        (".no-such-class-of-ours { color: red; }", [".no-such-class-of-ours"]),
        ("#some-id { color: red; }", ["#some-id"]),
        ("* { color: red; }", ["*"]),
        ("$mine: red;\nMomentForm.card > Static { color: $mine; }", []),
    ],
)
def test_the_lint_finds_what_is_not_ours(sheet: str, foreign: list[str]) -> None:
    assert foreign_selectors(sheet) == foreign
