"""Whatever fails inside: one sentence, a terminal as it was, and the words nowhere but safe."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support import FakeClock
from tests.terminal.terminal import Terminal
from tracejournal.journal import crash_log
from tracejournal.journal.journal import Journal
from tracejournal.model.entry import Draft, Moment

if TYPE_CHECKING:
    from pathlib import Path

MARKER = "zebracrossing"
TYPED = f"Typed {MARKER}"

FAILURES = {
    "on the journal's thread": (
        "from tracejournal.journal.days import Days as It",
        "It.this_week = fail",
    ),
    "in a use case a screen awaits": (
        "from tracejournal.journal.drafts import Drafts as It",
        "It.save = fail",
    ),
    "in a handler of a screen": (
        "from tracejournal.tui.screens.today import TodayScreen as It",
        "It.action_another = fail_async",
    ),
    "in a worker": (
        "from tracejournal.tui.screens.today import TodayScreen as It",
        "It._take_in = fail_async",
    ),
    "while composing": (
        "from tracejournal.tui.screens.today import TodayScreen as It",
        "It.compose_body = fail",
    ),
    "while drawing": (
        "from tracejournal.tui.widgets.week_dots import WeekDots as It",
        "It.render = fail",
    ),
    "where keys are read": (
        "from tracejournal.tui.terminal_driver import TerminalDriver as It",
        "It._typed = fail",
    ),
    "while leaving": (
        "from tracejournal.tui.draft_keeper import DraftKeeper as It",
        "It.save = fail_async",
    ),
}
AFTER_TYPING = {
    "in a use case a screen awaits",
    "in a handler of a screen",
    "where keys are read",
    "while leaving",
}
QUIET = {
    "in a thread": (
        "import threading\nIt.stands = lambda app: threading.Thread(target=fail).start()"
    ),
    "in a callback of the loop": "It.stands = lambda app: app._loop.call_soon(fail)",
    "in a task nobody awaits": (
        "It.stands = lambda app: app._loop.create_task(fail_async()) and None"
    ),
    "while something is thrown away": (
        "Gone = type('Gone', (), {'__del__': fail, '__repr__': lambda self: MARKER})\n"
        "It.stands = lambda app: Gone() and None"
    ),
}


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that is run before the program, in which a test breaks something of it."""
    paths = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
    monkeypatch.setenv("PYTHONPATH", paths)
    return tmp_path / "sitecustomize.py"


def break_it(file: Path, *lines: str) -> None:
    fails = (
        f"MARKER = {MARKER!r}",
        "def fail(*args, **options):",
        "    local = [MARKER]",
        "    raise LookupError(MARKER, local)",
        "async def fail_async(*args, **options):",
        "    fail(MARKER)",
    )
    file.write_text("\n".join((*fails, *lines)))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with the marker in its name and in everything that is kept in it."""
    folder = tmp_path / f"of {MARKER} [/]"
    monkeypatch.setenv("TRACEJOURNAL_HOME", str(folder))
    with Journal.open(clock=FakeClock(), create=True) as journal:
        words = f"{MARKER} with @{MARKER} #{MARKER}"
        journal.entries.keep(Draft(Moment(words, people=(MARKER,), tags=(MARKER,))))
        journal.prompts.add(f"Why {MARKER}?")
        journal.drafts.save("moment:elsewhere", {"text": MARKER})
    return folder


def assert_no_words(terminal: Terminal) -> None:
    """Nothing that is written where the person reads on, and nothing in the log, holds words."""
    said = terminal.raw.rpartition(b"\x1b[?1049l")[2].decode()
    assert "Traceback" not in terminal.raw.decode()
    # The sentence names the log, whose folder is called what the person called it.
    named = "".join(said.split()).replace("".join(crash_log.path().split()), "")
    assert MARKER not in named
    assert MARKER not in logged()
    assert "LookupError" in logged()


def logged() -> str:
    with open(crash_log.path(), encoding="ascii") as file:  # noqa: PTH123 - its path is text
        return file.read()


def drafts() -> str:
    with Journal.open() as journal:
        return " ".join(draft.words for draft in journal.drafts.all())


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("where", FAILURES)
def test_a_failure(where: str, broken: Path) -> None:
    break_it(broken, *FAILURES[where])
    with Terminal() as terminal:
        if where in AFTER_TYPING:
            terminal.wait_for("f1 Help")
            terminal.type(TYPED)
            if where != "where keys are read":
                terminal.wait_for(TYPED)
                terminal.type("\x11" if where == "while leaving" else "\x0e")
        assert terminal.wait_for_end() == 1
        assert terminal.is_restored, terminal.modes_left
        said = terminal.raw.rpartition(b"\x1b[?1049l")[2].decode()
        assert "LookupError" in said
        assert_no_words(terminal)
    if where == "in a handler of a screen":
        assert TYPED in drafts()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("where", QUIET)
def test_a_failure_nobody_waits_for_is_noted_and_the_sitting_goes_on(
    where: str, broken: Path
) -> None:
    break_it(broken, "from tracejournal.tui.app import TracejournalApp as It", QUIET[where])
    with Terminal() as terminal:
        terminal.wait_for("Words you had not kept are safe")
        terminal.type(TYPED)
        terminal.wait_for(TYPED)
        terminal.settle()
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert terminal.is_restored
        assert_no_words(terminal)
    assert TYPED in drafts()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("typed", "breaks"),
    [
        (("log", MARKER), "from tracejournal.journal.entries import Entries as It; It.keep = fail"),
        (("search", MARKER), "import tracejournal.cli.commands.search as it; it.run = fail"),
        (("prompts",), "import tracejournal.journal.prompts as it; it.Prompts.all = fail"),
        (("list",), "import tracejournal.cli.guard as it; it._never_fail_to_print = fail"),
    ],
)  # fmt: skip
def test_a_failing_command(typed: tuple[str, ...], breaks: str, broken: Path) -> None:
    break_it(broken, breaks)
    command = [sys.executable, "-m", "tracejournal", *typed]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert "Traceback" not in done.stderr
    assert MARKER not in done.stderr.replace(crash_log.path(), "")
    assert MARKER not in logged()
    assert "LookupError" in logged()


def test_a_setting_that_cannot_be_is_not_noted_at_all(folder: Path) -> None:
    (folder / "config").mkdir()
    (folder / "config" / "config.toml").write_text(f'theme = "{MARKER} [/] \\u001b[31m"\n')
    with Terminal() as terminal:
        assert terminal.wait_for_end() == 2
        assert terminal.is_restored
        said = terminal.raw.rpartition(b"\x1b[?1049l")[2]
        assert b"\x1b" not in said.replace(b"\x1b[?25h", b"").replace(b"\x1b[?1004l", b"")
    assert not (folder / "state" / "tracejournal.log").exists()


def test_a_journal_in_a_folder_of_any_name_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "a [/] [@click=app.quit] \x1b]0;owned\x07"
    monkeypatch.setenv("TRACEJOURNAL_HOME", str(folder))
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "journal.db").write_text("This is no journal. " * 500)
    with Terminal() as terminal:
        assert terminal.wait_for_end() == 1
        assert terminal.is_restored
        said = terminal.raw.rpartition(b"\x1b[?1049l")[2]
        assert b"a[/][@click=app.quit]" in b"".join(said.split())
        assert b"\x1b]0;" not in terminal.raw
