"""A guided reflection and a huddle in a real terminal: killed in the middle, they come back."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.terminal.terminal import Terminal
from tracejournal.journal.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX")

F7, ALT_G, ALT_UP = "\x1b[18~", "\x1bg", "\x1b[1;3A"
FIRST, SECOND = "Late calls", "I am worn"
OFFER = "Words you had not kept are safe"


def into_a_guided_reflection(terminal: Terminal) -> None:
    terminal.type(ALT_G)
    terminal.wait_for("Which way would you like")
    terminal.press("enter")
    terminal.wait_for("step 1 of 3")
    terminal.type(FIRST)
    terminal.wait_for(FIRST)
    terminal.press("tab")
    terminal.wait_for("step 2 of 3")


def into_a_huddle(terminal: Terminal) -> None:
    terminal.type(F7)
    terminal.wait_for("Together, now")
    terminal.type("1")
    terminal.wait_for("step 1 of 7")
    terminal.type("\x14")
    terminal.wait_for("10 minutes left")
    terminal.type(FIRST)
    terminal.wait_for(FIRST)
    terminal.press("enter")
    terminal.wait_for("step 2 of 7")


@pytest.mark.parametrize(
    ("into", "step"), [(into_a_guided_reflection, "step 2 of 3"), (into_a_huddle, "step 2 of 7")]
)
def test_killed_in_the_middle_it_is_offered_again_calmly_where_it_was_left(
    into: Callable[[Terminal], None], step: str
) -> None:
    with Terminal() as terminal:
        terminal.wait_for("f1 Help")
        into(terminal)
        terminal.type(SECOND)
        terminal.wait_for(SECOND)
        terminal.wait_for("draft kept")  # within two seconds of the last letter
        terminal.process.send_signal(signal.SIGKILL)
        assert terminal.wait_for_end() == -signal.SIGKILL
    with Terminal() as terminal:
        terminal.wait_for(OFFER)
        assert FIRST not in terminal.text
        assert SECOND not in terminal.text
        terminal.press("ctrl+o")
        terminal.wait_for(step)
        terminal.wait_for(SECOND)
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert terminal.is_restored


@pytest.mark.parametrize("into", [into_a_guided_reflection, into_a_huddle])
def test_a_window_closed_in_the_same_breath_loses_nothing(
    into: Callable[[Terminal], None],
) -> None:
    with Terminal() as terminal:
        terminal.wait_for("f1 Help")
        into(terminal)
        terminal.type(SECOND)
        terminal.wait_for(SECOND)
        assert terminal.hang_up() == 128 + signal.SIGHUP
    with Journal.open() as journal:
        (draft,) = journal.drafts.all()
    assert draft.words == f"{FIRST}\n\n{SECOND}"


def test_a_huddle_stepped_aside_goes_on_by_the_clock() -> None:
    with Terminal() as terminal:
        terminal.wait_for("f1 Help")
        into_a_huddle(terminal)
        terminal.process.send_signal(signal.SIGTSTP)
        terminal.wait_for_stop()
        assert terminal.is_restored
        terminal.forget_screen()
        terminal.process.send_signal(signal.SIGCONT)
        terminal.wait_for("step 2 of 7")
        terminal.wait_for("10 minutes left")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0


def test_a_whole_huddle_by_keyboard_at_80_columns() -> None:
    with Terminal() as terminal:
        terminal.wait_for("f1 Help")
        into_a_huddle(terminal)
        terminal.type(ALT_UP)
        terminal.wait_for("11 minutes left")
        terminal.press("enter")
        terminal.wait_for("step 3 of 7")
        terminal.type("@Sam")
        terminal.press("enter")
        terminal.wait_for("step 4 of 7")
        terminal.press("enter")
        terminal.wait_for("step 5 of 7")
        terminal.type("2")
        terminal.wait_for("step 6 of 7")
        terminal.type("The worry\rCall at three\r")
        terminal.wait_for("This will be kept.")
        terminal.press("enter")
        terminal.wait_for("Kept · peer huddle")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        rings = re.sub(rb"\x1b\][^\x07]*\x07", b"", terminal.raw).count(b"\x07")
        assert rings == 0
    (entry,) = json.loads(
        subprocess.run(
            [sys.executable, "-m", "tracejournal", "list", "--json"],
            check=True,
            capture_output=True,
        ).stdout
    )
    assert (entry["kind"], entry["people"]) == ("huddle", ["Sam"])
    assert entry["text"].splitlines()[-2:] == ["Set down: The worry", "Next: Call at three"]
