"""What a command must not import, so that it stays as quick as it is."""

from __future__ import annotations

import subprocess
import sys

import pytest

SLOW_FOR_ALL = {
    "textual", "rich", "asyncio", "numpy", "sqlite_utils", "sqlite3", "platformdirs", "argparse",
    "pathlib", "inspect", "dataclasses", "typing", "uuid", "secrets", "logging",
    "importlib.resources", "importlib.metadata",
}  # fmt: skip
SLOW_FOR_THE_DAILY = SLOW_FOR_ALL | {"re", "json", "tomllib", "enum", "contextlib", "tempfile"}


def imported_by(*typed: str) -> set[str]:
    """Return what a command imports once there is a journal, beyond what Python itself does."""
    program = (
        "import sys; before = set(sys.modules)\n"
        "from tracejournal.__main__ import main\n"
        "code = main(sys.argv[1:])\n"
        "print(*(set(sys.modules) - before), file=sys.stderr)\n"
        "raise SystemExit(code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *typed], capture_output=True, check=True, text=True
    )
    return set(done.stderr.splitlines()[-1].split())


@pytest.fixture(autouse=True)
def journal() -> None:
    imported_by("log", "Tea")


@pytest.mark.parametrize(
    "typed",
    [
        ("log", "Thanked @Priya for covering #gratitude"),
        ("log", "Tea", "--kind", "shared-b", "--on", "yesterday", "--at", "7pm", "--supported=8"),
        ("check-in", "--energy", "6"),
        ("today", "--oneline"),
        ("--help",),
        ("log", "-h"),
    ],
)
def test_what_is_done_daily_imports_next_to_nothing(typed: tuple[str, ...]) -> None:
    assert not imported_by(*typed) & SLOW_FOR_THE_DAILY


@pytest.mark.parametrize(
    "typed",
    [
        ("list",),
        ("list", "--json"),
        ("search", "tea"),
        ("today",),
        ("ask",),
        ("ask", "--json"),
        ("report", "--want", "heard", "--supported", "--chart", "--format", "html"),
        ("show", "last"),
        ("export",),
        ("prompts",),
        ("call",),
        ("rest",),
        ("look-back", "--kind"),
        ("trash",),
        ("reflect", "An answer"),
        ("edit", "last", "Other words"),
        ("delete", "last"),
    ],
)
def test_no_command_imports_the_slow_ones(typed: tuple[str, ...]) -> None:
    assert not imported_by(*typed) & (SLOW_FOR_ALL - {"typing"})


def test_own_terms_are_read_only_where_a_kind_is_named_or_guessed() -> None:
    reader = "tracejournal.store.own_terms"
    assert reader not in imported_by("log", "Sat by the river", "--condition", "time")
    assert reader in imported_by("log", "Thanked Sam")


def test_only_the_command_that_runs_is_imported() -> None:
    commands = {
        name for name in imported_by("list") if name.startswith("tracejournal.cli.commands.")
    }
    assert commands == {"tracejournal.cli.commands.list"}


def test_the_skeleton_stands_before_anything_slow_is_imported() -> None:
    program = (
        "import sys; before = set(sys.modules)\n"
        "import tracejournal.__main__, tracejournal.tui.skeleton as skeleton\n"
        "from tracejournal.tui.skeleton_picture import picture\n"
        "skeleton.painter(skeleton._theme())(picture(80, 24))\n"
        "print(*(set(sys.modules) - before))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    slow = SLOW_FOR_THE_DAILY | {"signal", "datetime", "shutil", "tracejournal.config"}
    assert not set(done.stdout.split()) & slow
