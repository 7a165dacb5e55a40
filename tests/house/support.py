"""Reading the source of the program itself, for the rules of the house."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import tracejournal

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PACKAGE = Path(tracejournal.__file__).parent


def modules(*below: str) -> list[Path]:
    """Return the modules of the package below some folders, or all of them."""
    folders = [PACKAGE / folder for folder in below] or [PACKAGE]
    found = sorted(path for folder in folders for path in folder.rglob("*.py"))
    assert found
    return found


def name_of(path: Path) -> str:
    """Return the name of a file of ours, for the ids of tests."""
    return str(path.relative_to(PACKAGE if path.is_relative_to(PACKAGE) else ROOT))


def strings(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of every string that is not a docstring or an annotation."""
    tree = ast.parse(source)
    skipped = set(_docstrings(tree)) | set(_pieces_of_f_strings(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in skipped:
            yield node.lineno, node.value
        elif isinstance(node, ast.JoinedStr):
            pieces = (each.value if isinstance(each, ast.Constant) else "…" for each in node.values)
            yield node.lineno, "".join(map(str, pieces))


def _docstrings(tree: ast.Module) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        # Also a string below a name, which documents the name.
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def _pieces_of_f_strings(tree: ast.Module) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield from (each for each in node.values if isinstance(each, ast.Constant))
