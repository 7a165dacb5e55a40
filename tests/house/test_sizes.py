"""No file, class or function is longer than a person can hold in mind."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.house.support import modules, name_of

if TYPE_CHECKING:
    from pathlib import Path

MOST_LINES = {"file": 400, "class": 250, "function": 50}

_KINDS = {
    ast.ClassDef: "class",
    ast.FunctionDef: "function",
    ast.AsyncFunctionDef: "function",
}


def too_long(source: str) -> list[str]:
    """Return what is longer than the house allows, and by how much."""
    lengths = [("file", "", source.count("\n"))]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno
            lengths.append((_KINDS[type(node)], node.name, node.end_lineno - node.lineno + 1))
    return [
        f"{kind} {name}: {length} lines"
        for kind, name, length in lengths
        if length > MOST_LINES[kind]
    ]


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_nothing_is_too_long(path: Path) -> None:
    assert too_long(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("opening", "indent", "most", "finding"),
    [
        ("", "", 400, "file : 401 lines"),
        ("class A:\n", "    ", 249, "class A: 251 lines"),
        ("def a():\n", "    ", 49, "function a: 51 lines"),
        ("class A:\n    async def b(self):\n", "        ", 49, "function b: 51 lines"),
    ],
)
def test_the_lint_itself_finds_one_line_too_many(
    opening: str, indent: str, most: int, finding: str
) -> None:
    line = f"{indent}a = 1\n"
    assert too_long(opening + line * most) == []
    assert too_long(opening + line * (most + 1)) == [finding]
