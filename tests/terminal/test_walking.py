"""Steps asked in the line, interrupted in a real terminal."""

from __future__ import annotations

import os
import signal
import time

import pytest

from tests.terminal.terminal import PATIENCE, Terminal
from tracejournal.journal.journal import Journal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX")


def drafts() -> list[str]:
    with Journal.open() as journal:
        return [draft.words for draft in journal.drafts.all()]


def wait_for_a_draft(terminal: Terminal) -> None:
    end = time.monotonic() + PATIENCE
    while not drafts():
        assert time.monotonic() < end, "no draft was saved"
        terminal.read(0.05)


@pytest.mark.parametrize("command", [["huddle"], ["reflect", "--guided", "what-now"]])
def test_a_kill_loses_no_line_and_the_full_screen_offers_it(command: list[str]) -> None:
    with Terminal(command) as terminal:
        terminal.wait_for("step 1 of ")
        terminal.type("Late calls\r")
        wait_for_a_draft(terminal)
        terminal.process.send_signal(signal.SIGKILL)
        terminal.wait_for_end()
    with Terminal() as terminal:
        terminal.wait_for("Words you had not kept are safe")
        terminal.press("ctrl+o")
        terminal.wait_for("Late calls")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("command", [["huddle"], ["reflect", "--guided", "what-now"]])
def test_ctrl_c_in_the_middle_of_a_line_keeps_that_too(command: list[str]) -> None:
    with Terminal(command) as terminal:
        terminal.wait_for("step 1 of ")
        terminal.type("Late ca")
        terminal.wait_for("Late ca")
        terminal.settle()
        terminal.process.send_signal(signal.SIGINT)
        terminal.wait_for("Your words wait as a draft.")
        assert terminal.wait_for_end() == 130
    assert drafts() == ["Late ca"]
