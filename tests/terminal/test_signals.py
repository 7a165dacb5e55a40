"""However a sitting ends or is interrupted: the words are safe and the terminal is as it was."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

import pytest

from tests.terminal.terminal import Terminal
from tracejournal.journal.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WORDS = "Interrupted by the world"


def on_today(terminal: Terminal) -> None:
    terminal.type(WORDS)
    terminal.wait_for(WORDS)


def in_reflect(terminal: Terminal) -> None:
    terminal.press("alt+2")
    terminal.wait_for("Write as much")
    on_today(terminal)


def in_a_dialog(terminal: Terminal) -> None:
    on_today(terminal)
    terminal.press("ctrl+g")
    terminal.wait_for("How is it right now?")


def in_the_palette(terminal: Terminal) -> None:
    on_today(terminal)
    terminal.press("ctrl+p")
    terminal.wait_for("What would you like to do?")


def behind_the_neutral_screen(terminal: Terminal) -> None:
    on_today(terminal)
    terminal.press("f12")
    terminal.wait_for("f12 brings the screen back")


def in_a_change_of_an_entry(terminal: Terminal) -> None:
    terminal.type("Kept before\r")
    terminal.wait_for("Kept ·")
    terminal.press("escape")
    terminal.wait_for("e Edit")
    terminal.type("e")
    terminal.wait_for("keep the changes")
    on_today(terminal)


Situation: TypeAlias = "Callable[[Terminal], None]"

SHOWS: dict[Situation, tuple[str, ...]] = {
    on_today: (WORDS, "Today so far", "f1 Help"),
    in_reflect: (WORDS, "What made it possible?", "f1 Help"),
    in_a_dialog: ("How is it right now?", "load", "f1 Help"),
    in_the_palette: ("What would you like to do?", "Reflect: go to Reflect"),
    behind_the_neutral_screen: ("f12 brings the screen back",),
    in_a_change_of_an_entry: (WORDS, "keep the changes"),
}
"""What there is to see in each, from the top of the screen to its end."""

SITUATIONS = list(SHOWS)


@contextmanager
def interrupted(situation: Situation) -> Iterator[Terminal]:
    """Be in the middle of something, before its draft is due."""
    with Terminal() as terminal:
        terminal.wait_for("f1 Help")
        situation(terminal)
        yield terminal


def drafts() -> list[str]:
    with Journal.open() as journal:
        return [draft.words for draft in journal.drafts.all()]


def assert_safe() -> None:
    (draft,) = drafts()
    assert WORDS in draft


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT"])
def test_a_signal_keeps_the_words_and_restores_the_terminal(name: str) -> None:
    number = getattr(signal, name)
    with interrupted(on_today) as terminal:
        terminal.process.send_signal(number)
        assert terminal.wait_for_end() == 128 + number
        assert terminal.is_restored
    with Terminal() as terminal:
        terminal.wait_for("Words you had not kept are safe")
        terminal.press("ctrl+o")
        terminal.wait_for(WORDS)


@pytest.mark.parametrize("situation", SITUATIONS[1:])
def test_wherever_it_comes(situation: Situation) -> None:
    with interrupted(situation) as terminal:
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert terminal.is_restored
    assert_safe()


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_window_that_is_closed(situation: Situation) -> None:
    with interrupted(situation) as terminal:
        assert terminal.hang_up() == 128 + signal.SIGHUP
    assert_safe()


@pytest.mark.parametrize("situation", SITUATIONS)
def test_stepping_aside_and_coming_back(situation: Situation) -> None:
    with interrupted(situation) as terminal:
        terminal.process.send_signal(signal.SIGTSTP)
        terminal.wait_for_stop()
        assert terminal.is_restored
        assert_safe()
        terminal.forget_screen()
        terminal.process.send_signal(signal.SIGCONT)
        for shown in SHOWS[situation]:
            terminal.wait_for(shown)
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert terminal.is_restored
    assert_safe()


def test_stepped_aside_and_then_killed() -> None:
    with interrupted(on_today) as terminal:
        terminal.process.send_signal(signal.SIGTSTP)
        terminal.wait_for_stop()
        terminal.process.send_signal(signal.SIGKILL)
        assert terminal.wait_for_end() == -signal.SIGKILL
        assert terminal.is_restored
    assert_safe()


def test_ctrl_z_in_the_words_takes_back_typing_and_does_not_step_aside() -> None:
    with interrupted(on_today) as terminal:
        terminal.press("ctrl+z")
        terminal.wait_until_gone(WORDS)
        terminal.press("ctrl+y")
        terminal.wait_for(WORDS)


class TestWhileAnEditorIsOpen:
    @pytest.fixture(autouse=True)
    def pen(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        script = tmp_path / "pen"
        script.write_text(
            "#!/bin/sh\n"
            'printf " and saved" >> "$1"\n'
            'printf "Pen in hand\\n"\n'
            "trap 'printf \"Still here\\n\"' INT\n"
            "while :; do read answer && break; done\n"
        )
        script.chmod(0o700)
        monkeypatch.setenv("VISUAL", str(script))
        return script

    @pytest.fixture
    def writing(self) -> Iterator[Terminal]:
        with interrupted(in_reflect) as terminal:
            terminal.press("f4")
            terminal.wait_for("Pen in hand")
            yield terminal

    @pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
    def test_a_signal_ends_it_too_and_takes_in_what_it_saved(
        self, writing: Terminal, name: str
    ) -> None:
        number = getattr(signal, name)
        writing.process.send_signal(number)
        assert writing.wait_for_end() == 128 + number
        assert writing.is_restored
        (draft,) = drafts()
        assert draft == f"{WORDS} and saved"

    def test_a_window_that_is_closed(self, writing: Terminal) -> None:
        assert writing.hang_up() == 128 + signal.SIGHUP
        (draft,) = drafts()
        assert draft == f"{WORDS} and saved"

    def test_ctrl_c_is_the_editors_own(self, writing: Terminal) -> None:
        writing.type("\x03")
        writing.wait_for("Still here")
        writing.type("\r")
        writing.wait_for(f"{WORDS} and saved")
        writing.settle()
        writing.type(" and more")
        writing.wait_for(f"{WORDS} and saved and more")
        writing.press("ctrl+q")
        assert writing.wait_for_end() == 0

    def test_stepping_aside_takes_both_along(self, writing: Terminal) -> None:
        os.killpg(writing.process.pid, signal.SIGTSTP)
        writing.wait_for_stop()
        os.killpg(writing.process.pid, signal.SIGCONT)
        writing.type("\r")
        writing.wait_for("and saved")
        writing.press("ctrl+q")
        assert writing.wait_for_end() == 0
        assert writing.is_restored
