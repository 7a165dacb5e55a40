"""Names of our own in widgets: none may be one that Textual keeps its own state in."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView

from tests.house.support import modules, name_of

if TYPE_CHECKING:
    from pathlib import Path

    from textual.message_pump import MessagePump

_BASES: tuple[MessagePump, ...] = (App(), ModalScreen(), ScrollView())
THEIRS = frozenset(
    name
    for each in _BASES
    for name in (*vars(each), *dir(type(each)))
    if name.startswith("_") and not name.startswith("__")
)
"""Private names of Textual: to set one of them by chance can make a screen that never closes."""


MEANT = {"_exception"}
"""How Textual itself is told that the app ended by an error."""


def private_names_set(source: str) -> set[str]:
    """Return every private attribute that a method gives to `self`."""
    return {
        node.attr
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
        and node.attr.startswith("_")
    }


@pytest.mark.parametrize("path", modules("tui"), ids=name_of)
def test_no_attribute_is_named_as_one_of_textual(path: Path) -> None:
    assert private_names_set(path.read_text("utf-8")) & THEIRS <= MEANT


def test_the_lint_finds_one() -> None:
    assert private_names_set("class A:\n def f(self):\n  self._closed = 1") & THEIRS == {"_closed"}
