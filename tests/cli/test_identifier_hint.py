"""The quiet line after `log` and `reflect`, where a person sits at the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.terminal.terminal import Terminal

if TYPE_CHECKING:
    from tests.cli.support import Shell

HINT = "These words could tell who someone is"


def said_by(*typed: str) -> str:
    """Return what a command says in a terminal."""
    with Terminal(typed) as terminal:
        assert terminal.wait_for_end() == 0
        return " ".join(terminal.text.split())


@pytest.mark.parametrize("command", ["log", "reflect"])
def test_rule_22_one_quiet_line_follows_what_was_kept(command: str) -> None:
    said = said_by(command, "Sat with client Mary Smith")
    assert HINT in said
    assert said.index("Kept") < said.index(HINT)
    assert said.count("Mary") <= 1, "the hint does not say the name again"


def test_ordinary_words_are_kept_without_one() -> None:
    assert HINT not in said_by("log", "Thanked @Priya for covering the MDT")


def test_rule_22_it_can_be_switched_off_for_good() -> None:
    said_by("config", "set", "identifier_hint", "off")
    assert HINT not in said_by("log", "Sat with client Mary Smith")


def test_scripts_hear_nothing_of_it(shell: Shell) -> None:
    assert HINT not in shell.done("log", "Sat with client Mary Smith").err
