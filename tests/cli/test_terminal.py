"""The command line as a person uses it, in a real terminal."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.support import process
from tests.terminal.terminal import PATIENCE, Terminal
from tracejournal import places
from tracejournal.journal.journal import Journal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX")


def kept() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(process("list", "--json").stdout)
    return found


def test_a_moment_is_asked_for_and_never_stands_in_the_shells_history() -> None:
    with Terminal(["log"]) as terminal:
        terminal.wait_for("What would you like to keep?")
        terminal.wait_for(">")
        terminal.type("Tea with @Dana\r")
        terminal.wait_for("Kept. shared break, meal or walk")
        assert terminal.wait_for_end() == 0
    assert kept()[0]["people"] == ["Dana"]


def test_ctrl_c_at_a_question() -> None:
    with Terminal(["log"]) as terminal:
        terminal.wait_for(">")
        terminal.type("Half a th")
        terminal.wait_for("Half a th")
        terminal.settle()
        terminal.process.send_signal(signal.SIGINT)
        terminal.wait_for("Stopped.")
        assert terminal.wait_for_end() == 130
        assert "Traceback" not in terminal.text
        assert "Your words wait as a draft." in terminal.text
    assert waiting() == ["Half a th"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_closed_window_at_a_question_leaves_a_draft(number: signal.Signals) -> None:
    with Terminal(["log", "--supported", "7"]) as terminal:
        terminal.wait_for(">")
        terminal.type("Half ä th")
        terminal.wait_for("Half ä th")
        terminal.settle()  # in between two keys, Python itself can miss a signal
        terminal.process.send_signal(number)
        assert terminal.wait_for_end() == 128 + number
        assert terminal.is_restored
    assert waiting() == ["Half ä th"]


def test_ctrl_c_at_a_question_where_nothing_was_typed_leaves_nothing() -> None:
    with Terminal(["log"]) as terminal:
        terminal.wait_for(">")
        terminal.settle()
        terminal.process.send_signal(signal.SIGINT)
        assert terminal.wait_for_end() == 130
        assert "draft" not in terminal.text
    assert not Path(places.journal_file()).exists()


def test_ctrl_d_at_a_question_is_no_answer() -> None:
    with Terminal(["log"]) as terminal:
        terminal.wait_for(">")
        terminal.type("\x04")
        terminal.wait_for("that is fine")
        assert terminal.wait_for_end() == 0


def test_lines_of_a_reflection_survive_a_kill_and_are_offered_again() -> None:
    with Terminal(["reflect"]) as terminal:
        terminal.wait_for("An empty line ends it.")
        terminal.type("A line that is saved\r")
        wait_for_a_draft(terminal)
        terminal.process.send_signal(signal.SIGKILL)
        terminal.wait_for_end()
    with Terminal(["reflect"]) as terminal:
        terminal.wait_for("You began an answer to this earlier.")
        terminal.type("\r")
        terminal.wait_for_end()
    assert kept() == []


def waiting() -> list[str]:
    with Journal.open() as journal:
        return [draft.words for draft in journal.drafts.all()]


def drafts() -> int:
    return len(waiting())


def wait_for_a_draft(terminal: Terminal) -> None:
    end = time.monotonic() + PATIENCE
    while not drafts():
        assert time.monotonic() < end, "no draft was saved"
        terminal.read(0.05)


def test_ctrl_c_in_a_reflection_keeps_its_lines_as_a_draft() -> None:
    with Terminal(["reflect"]) as terminal:
        terminal.wait_for("An empty line ends it.")
        terminal.type("A line that is saved\r")
        wait_for_a_draft(terminal)
        terminal.settle()
        terminal.process.send_signal(signal.SIGINT)
        terminal.wait_for("Your words wait as a draft.")
        assert terminal.wait_for_end() == 130
    assert drafts() == 1


def test_the_line_that_ctrl_c_cuts_short_is_in_the_draft_too() -> None:
    with Terminal(["reflect"]) as terminal:
        terminal.wait_for("An empty line ends it.")
        terminal.type("A line that is saved\r")
        wait_for_a_draft(terminal)
        terminal.type("and half of one")
        terminal.wait_for("and half of one")
        terminal.settle()
        terminal.process.send_signal(signal.SIGINT)
        assert terminal.wait_for_end() == 130
    assert waiting() == ["A line that is saved\nand half of one"]


def test_pasted_paragraphs_stay_together() -> None:
    with Terminal(["reflect"]) as terminal:
        terminal.wait_for("An empty line ends it.")
        terminal.type("First\r\rsecond\r\rthird\r\r")
        terminal.wait_for("Kept. reflection")
        assert terminal.wait_for_end() == 0
    assert kept()[0]["text"] == "First\n\nsecond\n\nthird"


def test_rows_fit_the_terminal(tmp_path: Path) -> None:
    process("log", piped="中文 and many more words ".encode() * 20)
    with Terminal(["list"], {"HOME": str(tmp_path)}, size=(60, 16)) as terminal:
        assert terminal.wait_for_end() == 0
        (row,) = (line for line in terminal.screen.display if line.strip())
    assert "…" in row


@pytest.mark.parametrize(
    ("environment", "styled"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_what_is_set_back_is_plain_where_that_is_wished(
    environment: dict[str, str], styled: bool
) -> None:
    process("log", "Tea")
    with Terminal(["list"], environment) as terminal:
        assert terminal.wait_for_end() == 0
        assert (b"\x1b[2m" in terminal.raw) is styled


def test_options_stand_for_themselves_when_the_line_stays_empty() -> None:
    with Terminal(["log", "--kind", "laughter"]) as terminal:
        terminal.wait_for(">")
        terminal.type("\r")
        terminal.wait_for("Kept. laughter")
        assert terminal.wait_for_end() == 0
    assert kept()[0]["text"] is None


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_demo_goes_however_it_ends(tmp_path: Path, number: signal.Signals) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    with Terminal(["--demo", "log"], {"TMPDIR": str(place)}) as terminal:
        terminal.wait_for(">")
        assert len(list(place.iterdir())) == 1
        terminal.settle()
        terminal.process.send_signal(number)
        assert terminal.wait_for_end() == 128 + number
    assert list(place.iterdir()) == []


def test_a_question_names_a_file_of_any_name(tmp_path: Path) -> None:
    process("log", "Tea")
    path = tmp_path / "a\x1b]0;owned\x07b"
    path.write_text("there already")
    with Terminal(["export", str(path)]) as terminal:
        terminal.wait_for("Write over it?")
        terminal.type("n\r")
        terminal.wait_for_end()
        assert b"\x1b]0;" not in terminal.raw
