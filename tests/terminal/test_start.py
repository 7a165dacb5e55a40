"""From the first moment: a skeleton, nothing that flickers, and no key that is lost."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pyte
import pytest

from tests.terminal.terminal import Terminal
from tracejournal import places

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TITLE, LAST = "Something to ponder", "quiet week"
TEXTUAL_BEGINS = b"\x1b[?1004h"
PIECE = 256
TRUE_COLOUR = {"COLORTERM": "truecolor"}


def kept() -> list[str]:
    command = [sys.executable, "-m", "tracejournal", "list", "--json"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [entry["text"] for entry in reversed(json.loads(said))]


def choose(home: Path, settings: str) -> None:
    file = home / "config" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(settings)


def screens(raw: bytes, size: tuple[int, int]) -> Iterator[pyte.Screen]:
    """Show bytes as a terminal would, one piece after another."""
    screen = pyte.Screen(*size)
    stream = pyte.ByteStream(screen)
    for start in range(0, len(raw), PIECE):
        stream.feed(raw[start : start + PIECE])
        yield screen


def skeleton_of(terminal: Terminal) -> pyte.Screen:
    """Return what was shown before Textual began."""
    raw = terminal.raw.partition(TEXTUAL_BEGINS)[0]
    *_, screen = screens(raw, (terminal.screen.columns, terminal.screen.lines))
    return screen


@pytest.mark.parametrize("theme", ["dusk", "dawn", "nord", "ansi-dark"])
@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 16), (60, 20), (101, 31), (200, 60)])
def test_nothing_of_the_skeleton_moves_when_the_real_screen_takes_its_place(
    size: tuple[int, int], theme: str, home: Path
) -> None:
    choose(home, f'theme = "{theme}"\n')
    with Terminal(environment=TRUE_COLOUR, size=size) as terminal:
        terminal.wait_for(LAST)
    before, after = skeleton_of(terminal), terminal.screen
    drawn = [
        (y, x) for y in range(size[1]) for x in range(size[0]) if before.buffer[y][x].data != " "
    ]
    assert len(drawn) > 4 * size[0]
    moved = [(y, x) for y, x in drawn if before.buffer[y][x] != after.buffer[y][x]]
    assert [(before.buffer[y][x], after.buffer[y][x], y, x) for y, x in moved] == []
    assert before.buffer[1][1].bg == after.buffer[1][1].bg
    assert before.cursor.hidden


def test_from_the_skeleton_on_the_screen_is_never_empty() -> None:
    with Terminal() as terminal:
        terminal.wait_for(LAST)
    shown = [TITLE in "".join(screen.display) for screen in screens(terminal.raw, (80, 24))]
    assert all(shown[shown.index(True) :])
    assert terminal.raw.count(b"\x1b[?1049h") == 1  # entering it again clears it in xterm
    assert b"\x1b[2J" not in terminal.raw


def test_what_is_typed_before_there_is_a_line_arrives_in_it() -> None:
    with Terminal() as terminal:
        terminal.type("Thanked @Priya for the tea\rSecond líne 🌱\rhalf")
        terminal.wait_for("│ half")
        terminal.wait_for("2 moments · 1 person")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert terminal.is_restored
    assert kept() == ["Thanked @Priya for the tea", "Second líne 🌱"]


def test_what_is_typed_to_the_skeleton_arrives_in_the_line() -> None:
    with Terminal() as terminal:
        terminal.wait_for(TITLE)
        terminal.type("Thanked @Priya for the tea\rSecond line\rhalf")
        terminal.wait_for("│ half")
        terminal.wait_for("2 moments · 1 person")
        terminal.type(" a word")
        terminal.wait_for("│ half a word")
        assert b"Thanked" not in terminal.raw.partition(TEXTUAL_BEGINS)[0]
    assert kept() == ["Thanked @Priya for the tea", "Second line"]


def test_a_paste_to_the_skeleton_stays_one() -> None:
    pasted = "\r".join(["words of several lines"] * 300)
    with Terminal() as terminal:
        terminal.wait_for(TITLE)
        # Only a terminal that was asked to says what is pasted.
        assert b"\x1b[?2004h" in terminal.raw.partition(TEXTUAL_BEGINS)[0]
        terminal.type(f"\x1b[200~{pasted}\x1b[201~")
        terminal.wait_for("│ words of several lines")
        terminal.press("ctrl+s")
        terminal.wait_for("Kept")
    (text,) = kept()
    assert text.splitlines() == ["words of several lines"] * 300


def test_leaving_the_skeleton_keeps_the_draft() -> None:
    with Terminal() as terminal:
        terminal.wait_for(TITLE)
        terminal.type("Half a thought\x11")
        assert terminal.wait_for_end() == 0
        assert terminal.is_restored
    with Terminal() as terminal:
        terminal.wait_for("Words you had not kept are safe")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_to_the_skeleton_restores_the_terminal(name: str) -> None:
    with Terminal() as terminal:
        terminal.wait_for(TITLE)
        terminal.process.send_signal(getattr(signal, name))
        # As it ever ended by it; 0 where the app had begun and left in its own way.
        number = getattr(signal, name)
        assert terminal.wait_for_end() in (-number, 128 + number, 0)
        assert terminal.is_restored


@pytest.mark.parametrize(
    ("settings", "said"), [('theme = "dsuk"\n', "dsuk"), ("theme = \n", "config.toml")]
)
def test_a_start_that_fails_is_said_on_the_terminal_as_it_was(
    settings: str, said: str, home: Path
) -> None:
    choose(home, settings)
    with Terminal() as terminal:
        terminal.type("rm not a command\r")
        assert terminal.wait_for_end() == 2
        assert terminal.is_restored
        sentence = terminal.raw.rpartition(b"\x1b[?1049l")[2].decode()
        assert said in sentence
        assert not terminal.waits_to_be_read(), "the shell would run what was meant for the journal"


def test_a_journal_that_is_none_is_said_on_the_terminal_as_it_was(home: Path) -> None:
    (home / "data").mkdir(parents=True)
    (home / "data" / "journal.db").write_text("This is no journal. " * 500)
    with Terminal() as terminal:
        assert terminal.wait_for_end() == 1
        assert terminal.is_restored
        assert places.journal_file() in terminal.raw.rpartition(b"\x1b[?1049l")[2].decode().replace(
            "\r\n", ""
        )


def test_the_made_up_journal_begins_with_the_skeleton_too(home: Path) -> None:
    choose(home, 'theme = "dawn"\n')
    with Terminal(["--demo"], environment=TRUE_COLOUR) as terminal:
        terminal.wait_for("moments ·")
        before = skeleton_of(terminal)
        assert TITLE in "".join(before.display)
        assert before.buffer[0][0].bg == terminal.screen.buffer[0][0].bg
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert terminal.is_restored


@pytest.mark.parametrize("kind", ["dumb", ""])
def test_no_skeleton_on_a_terminal_that_cannot_show_it(kind: str) -> None:
    with Terminal(environment={"TERM": kind}) as terminal:
        terminal.wait_for(LAST)
        assert TITLE.encode() not in terminal.raw.partition(TEXTUAL_BEGINS)[0]
