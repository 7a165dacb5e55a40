"""F4 in Reflect: the terminal is handed to the person's own editor, and taken back whole."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.terminal.terminal import PATIENCE, Terminal
from tracejournal.journal.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def kept() -> list[str]:
    command = [sys.executable, "-m", "tracejournal", "list", "--json"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [entry["text"] for entry in json.loads(said)]


@contextmanager
def reflecting(editor: str = "") -> Iterator[Terminal]:
    """Stand in Reflect, before any word is written."""
    with Terminal(environment={"VISUAL": "", "EDITOR": editor}) as terminal:
        terminal.wait_for("A word of thanks")
        terminal.press("alt+2")
        terminal.wait_for("Write as much")
        yield terminal


def write(terminal: Terminal, words: str) -> None:
    terminal.type(words)
    terminal.wait_for(words)


def keep(terminal: Terminal) -> None:
    terminal.press("ctrl+s")
    terminal.wait_for("Kept")
    terminal.press("ctrl+q")
    assert terminal.wait_for_end() == 0
    assert terminal.is_restored


@pytest.fixture
def pen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor of the name `pen`, to be written as a shell script; `$1` is the file."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "pen"
    script.touch(mode=0o700)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return script


def test_f4_opens_the_persons_own_editor(pen: Path) -> None:
    pen.write_text(
        "#!/bin/sh\n"
        "stty -a | grep -qw -e -icanon && exit 1\n"  # the terminal was not handed over
        'printf "Shall I go on? " && read answer\n'
        'printf "\\n%s [after] \\033[31m" "$answer" >> "$1"\n'
    )
    with reflecting("pen") as terminal:
        write(terminal, "Before")
        terminal.press("f4")
        terminal.wait_for("Shall I go on?")
        terminal.type("and")
        terminal.press("enter")
        terminal.wait_for("and [after] [31m")
        terminal.press("ctrl+z")
        terminal.wait_until_gone("[after]")
        assert "Before" in terminal.text
        terminal.press("ctrl+y")
        terminal.wait_for("and [after] [31m")
        keep(terminal)
    assert kept() == ["Before\nand [after] [31m"]


def test_the_draft_is_saved_before_the_editor_opens(pen: Path) -> None:
    pen.write_text("#!/bin/sh\nkill -KILL $PPID\n")  # power is cut while it is open
    with reflecting("pen") as terminal:
        write(terminal, "Before")
        terminal.press("f4")
        assert terminal.wait_for_end() == -signal.SIGKILL
    with Terminal() as terminal:
        terminal.wait_for("A word of thanks")
        terminal.press("alt+2")
        terminal.wait_for("You began this")
        terminal.press("ctrl+o")
        terminal.wait_for("Before")


def test_an_editor_that_fails_leaves_the_words_as_they_were(pen: Path) -> None:
    pen.write_text("#!/bin/sh\nexit 3\n")
    with reflecting("pen") as terminal:
        write(terminal, "Before")
        terminal.press("f4")
        terminal.wait_for("The editor “pen” stopped with")
        assert "Before" in terminal.text
        keep(terminal)
    assert kept() == ["Before"]


def test_what_was_saved_before_an_editor_failed_is_not_lost(pen: Path) -> None:
    pen.write_text('#!/bin/sh\nprintf "Saved" > "$1"\nkill -KILL $$\n')
    with reflecting("pen") as terminal:
        write(terminal, "Before")
        terminal.press("f4")
        terminal.wait_for("Saved")
        terminal.press("ctrl+z")
        terminal.wait_for("Before")
        assert "Saved" not in terminal.text
        terminal.press("ctrl+y")
        terminal.wait_for("Saved")
        keep(terminal)
    assert kept() == ["Saved"]


def test_without_an_editor_it_is_said_and_the_words_stay() -> None:
    with reflecting() as terminal:
        write(terminal, "Before")
        terminal.press("f4")
        terminal.wait_for("No editor could be started.")
        assert "Before" in terminal.text
        keep(terminal)
    assert kept() == ["Before"]


def test_words_saved_in_an_editor_are_found_where_both_were_killed(pen: Path) -> None:
    pen.write_text(
        '#!/bin/sh\nprintf "Saved in the editor" > "$1"\nkill -KILL $PPID\nkill -KILL $$\n'
    )
    with reflecting("pen") as terminal:
        write(terminal, "Before")
        terminal.press("f4")
        assert terminal.wait_for_end() == -signal.SIGKILL
    with Terminal() as terminal:
        terminal.wait_for("Words you had not kept are safe")
        assert "Saved" not in terminal.text
        terminal.press("ctrl+o")
        terminal.wait_for("Saved in the editor")


def test_an_editor_that_outlives_the_program_keeps_its_words_to_itself_until_it_ends(
    pen: Path, tmp_path: Path
) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    pen.write_text(
        "#!/bin/sh\ntrap '' HUP\n"  # a closed window goes by some of them
        'printf "Half" > "$1"\nkill -KILL $PPID\n'
        f'read go < {gate}\nprintf "Whole" > "$1"\n'
    )
    with reflecting("pen") as terminal:
        write(terminal, "Before")
        terminal.press("f4")
        assert terminal.wait_for_end() == -signal.SIGKILL
        with Journal.open() as journal:
            assert journal.drafts.take_in() == 0
        with gate.open("w") as opened:
            opened.write("go\n")
        wait_until_taken_in()
    with Journal.open() as journal:
        assert [draft.words for draft in journal.drafts.all()] == ["Whole"]
        assert [draft.words for draft in journal.drafts.earlier(journal.drafts.all()[0].slot)] == [
            "Before"
        ]


def wait_until_taken_in() -> None:
    end = time.monotonic() + PATIENCE
    with Journal.open() as journal:
        while not journal.drafts.take_in():
            assert time.monotonic() < end, "the editor never let go"
            select.select([], [], [], 0.02)
