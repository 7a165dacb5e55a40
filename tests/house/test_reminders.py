"""Rule 4: no reminder exists. Nothing here wakes by itself to call anyone."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from tests.house.support import modules, name_of, strings
from tracejournal.cli.main import COMMANDS
from tracejournal.config import Config
from tracejournal.tui.commands import EVERY

if TYPE_CHECKING:
    from pathlib import Path

_CALLS = re.compile(r"remind|nudge|time to (?:write|reflect|journal)|don't forget", re.IGNORECASE)
_CALLERS = {"sched", "apscheduler", "schedule", "plyer", "notify2", "desktop_notifier", "crontab"}


def imported(source: str) -> set[str]:
    """Return the first names of what a module imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(str(node.module).split(".")[0])
    return names


def test_rule_04_no_command_key_or_setting_reminds() -> None:
    names = (*COMMANDS, *(command.id for command in EVERY), *Config._fields)
    assert [name for name in names if _CALLS.search(name)] == []


@pytest.mark.parametrize("path", modules("words"), ids=name_of)
def test_rule_04_no_word_calls_anyone_to_write(path: Path) -> None:
    said = (text for _, text in strings(path.read_text("utf-8")))
    assert [text for text in said if _CALLS.search(text)] == []


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_rule_04_nothing_is_imported_that_calls_from_outside(path: Path) -> None:
    assert not imported(path.read_text("utf-8")) & _CALLERS


def test_the_lint_itself() -> None:
    assert _CALLS.search("A reminder at eight")
    assert imported("import sched\nfrom plyer.facades import x") == {"sched", "plyer"}
