"""Each rule of the practice has a check that is there; each check named after one is listed."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
RULES_DOC = ROOT / "docs" / "rules.md"
RULES = range(1, 33)

ROW = re.compile(r"\| (\d+) \| [^|]+ \| (.+) \|")
CHECK = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
NAMED_AFTER_A_RULE = re.compile(r"test_rule_(\d\d)_")

Check = tuple[str, str]


def listed() -> dict[int, list[Check]]:
    """Return the checks of each rule, as the document lists them."""
    rows = ROW.findall(RULES_DOC.read_text("utf-8"))
    return {int(number): CHECK.findall(checks) for number, checks in rows}


@lru_cache
def functions_in(file: str) -> frozenset[str]:
    """Return the names of all tests of a file."""
    path = ROOT / file
    nodes = ast.walk(ast.parse(path.read_text("utf-8"))) if path.exists() else ()
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in nodes if isinstance(node, functions))


def test_every_rule_is_held_by_a_check_that_is_there() -> None:
    assert sorted(listed()) == list(RULES)
    for number, checks in listed().items():
        assert checks, f"rule {number} is held by nothing"
        for file, name in checks:
            assert name in functions_in(file), f"rule {number}: {file} has no {name}"


def test_every_check_named_after_a_rule_is_listed_there() -> None:
    files = [str(path.relative_to(ROOT)) for path in (ROOT / "tests").rglob("test_*.py")]
    rules = listed()
    for file in files:
        for name in functions_in(file):
            if named := NAMED_AFTER_A_RULE.match(name):
                assert (file, name) in rules[int(named[1])], f"{file}::{name} is in no row"
