"""The very first opening in a real terminal, and the one after it."""

from __future__ import annotations

from tests.terminal.terminal import Terminal
from tracejournal.words import first_run as words
from tracejournal.words import today

ASKED = words.ROLES


def test_a_newcomer_is_asked_once_and_never_again() -> None:
    with Terminal(newcomer=True) as terminal:
        terminal.wait_for(ASKED)
        terminal.press("escape", "escape", "escape", "escape")
        terminal.wait_for("f9 sets things up")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
    with Terminal(newcomer=True) as terminal:
        terminal.wait_for(today.NOTHING_YET)
        terminal.type("Tea")
        terminal.press("enter")
        terminal.wait_for("Kept")
        assert ASKED not in terminal.text
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0


def test_who_kept_a_line_in_the_shell_before_is_not_asked() -> None:
    with Terminal(["log", "Tea"]) as terminal:
        assert terminal.wait_for_end() == 0
    with Terminal(newcomer=True) as terminal:
        terminal.wait_for("Tea")
        terminal.type("More")
        terminal.wait_for("More")
        assert ASKED not in terminal.text


def test_letters_typed_before_there_is_a_screen_are_in_the_line_and_nothing_is_asked() -> None:
    with Terminal(newcomer=True) as terminal:
        terminal.type("Thanked everyone")
        terminal.wait_for("f9 sets things up")
        assert "Thanked everyone" in terminal.text
        assert ASKED not in terminal.text


def test_the_demo_never_asks() -> None:
    with Terminal(["--demo"], newcomer=True) as terminal:
        terminal.wait_for(today.TODAY_SO_FAR)
        terminal.type("Tea")
        terminal.wait_for("│ Tea")
        assert ASKED not in terminal.text
