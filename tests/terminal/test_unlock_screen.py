"""A locked journal in a real terminal: nothing of it is there before it is open, or after."""

from __future__ import annotations

import re
import signal
from typing import TYPE_CHECKING

import pytest

from tests.support import FakeClock
from tests.terminal.terminal import Terminal
from tests.terminal.test_start import TRUE_COLOUR, choose, skeleton_of
from tracejournal.journal.journal import Journal
from tracejournal.journal.lock import Lock, new_lock
from tracejournal.model.entry import Draft, Moment
from tracejournal.words import unlock as words

if TYPE_CHECKING:
    from pathlib import Path

PASS = "three small boats"
KEPT, HALF = "qxvkeptqz", "qxvhalfqz"
TODAY = "Today so far"


@pytest.fixture(autouse=True)
def _locked() -> None:
    with Journal.open(create=True) as journal:  # it is of the day the program sees
        journal.entries.keep(Draft(Moment(KEPT)))
    Lock(FakeClock()).lock(new_lock(PASS))
    Lock.forget()


def drafts() -> list[str]:
    Lock(FakeClock()).unlock(PASS)
    with Journal.open() as journal:
        return [draft.words for draft in journal.drafts.all()]


def unlock(terminal: Terminal) -> None:
    terminal.type(f"{PASS}\r")
    terminal.wait_for(TODAY)
    terminal.wait_for(KEPT)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 16), (101, 33)])
def test_nothing_of_the_skeleton_moves_when_the_unlock_screen_takes_its_place(
    size: tuple[int, int], home: Path
) -> None:
    choose(home, 'theme = "dawn"\n')
    with Terminal(environment=TRUE_COLOUR, size=size) as terminal:
        terminal.wait_for("f1 Help")
        before, after = skeleton_of(terminal), terminal.screen
    assert words.ABOUT in "\n".join(before.display)
    assert TODAY.encode() not in terminal.raw
    drawn = [
        (y, x) for y in range(size[1]) for x in range(size[0]) if before.buffer[y][x].data != " "
    ]
    moved = [(y, x) for y, x in drawn if before.buffer[y][x] != after.buffer[y][x]]
    assert [(before.buffer[y][x], after.buffer[y][x], y, x) for y, x in moved] == []


def test_letters_typed_to_the_skeleton_go_into_the_line_and_are_never_shown() -> None:
    with Terminal() as terminal:
        terminal.wait_for(words.ABOUT)
        terminal.type(f"{PASS}\r")
        terminal.wait_for(KEPT)
        assert PASS.encode() not in terminal.raw
        assert b"three" not in terminal.raw
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert terminal.is_restored


def test_locked_now_nothing_of_the_journal_is_in_the_terminal_until_it_is_open_again() -> None:
    with Terminal() as terminal:
        unlock(terminal)
        terminal.type(HALF)
        terminal.wait_for(HALF)
        terminal.type("\x1b[D\x1b[D")
        terminal.settle()
        terminal.raw = b""
        terminal.type("\x0c")
        terminal.wait_for(words.ABOUT)
        terminal.settle()
        assert HALF not in terminal.text
        assert KEPT not in terminal.text
        terminal.type("\x1b[24~")
        terminal.wait_for("f12 brings")
        terminal.type("\x1b[24~")
        terminal.wait_for(words.ABOUT)
        for part in (HALF, KEPT, TODAY):
            assert part.encode() not in terminal.raw
        commands = set(re.findall(rb"\x1b\](\d+)", terminal.raw))
        assert commands <= {b"22"}, "no title and no clipboard: the shape of the pointer alone"
        unlock(terminal)
        terminal.type("X")
        terminal.wait_for(f"{HALF[:-2]}X{HALF[-2:]}")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert terminal.is_restored


@pytest.mark.parametrize("how", ["SIGTERM", "SIGHUP", "ctrl+q", "window"])
def test_leaving_while_it_is_locked_loses_nothing(how: str) -> None:
    with Terminal() as terminal:
        unlock(terminal)
        terminal.type(f"{HALF}\x0c")
        terminal.wait_for(words.ABOUT)
        if how == "window":
            assert terminal.hang_up() == 128 + signal.SIGHUP
        elif how == "ctrl+q":
            terminal.press("ctrl+q")
            assert terminal.wait_for_end() == 0
        else:
            terminal.process.send_signal(getattr(signal, how))
            assert terminal.wait_for_end() == 128 + getattr(signal, how)
            assert terminal.is_restored
    assert drafts() == [HALF]


def test_killed_while_it_is_locked_the_words_wait_at_the_next_start() -> None:
    with Terminal() as terminal:
        unlock(terminal)
        terminal.type(f"{HALF}\x0c")
        terminal.wait_for(words.ABOUT)
        terminal.settle()
        terminal.process.kill()
        terminal.process.wait()
    with Terminal() as terminal:
        terminal.wait_for(words.ABOUT)
        unlock(terminal)
        terminal.wait_for("Words you had not kept are safe")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_to_the_unlock_screen_restores_the_terminal(name: str) -> None:
    with Terminal() as terminal:
        terminal.wait_for("f1 Help")
        terminal.type("half a passph")
        terminal.process.send_signal(getattr(signal, name))
        assert terminal.wait_for_end() == 128 + getattr(signal, name)
        assert terminal.is_restored
