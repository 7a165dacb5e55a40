"""What the query language finds from the shell, and what is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.support import Shell


@pytest.fixture
def week(shell: Shell) -> Shell:
    """Three moments and a check-in, the first kept being the oldest."""
    shell.done("log", "Tea, tea and more tea", "--to", "Maria Lopez", "--on", "2026-11-20")
    shell.done("log", "A tea after the long hard shift that nobody wanted", "--on", "2026-11-21",
               "--kind", "huddle", "--supported", "8", "--condition", "time")  # fmt: skip
    shell.done("log", "A walk", "--from", "Maria Lopez", "--on", "2026-11-22", "--supported", "3")
    shell.done("check-in", "--energy", "2", "--load", "9", "--note", "tired")
    return shell


def texts(shell: Shell, *typed: str) -> list[str]:
    return [entry["text"] for entry in shell.done(*typed, "--json").objects]


TEA, SHIFT = "Tea, tea and more tea", "A tea after the long hard shift that nobody wanted"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ('with:"Maria Lopez"', ["A walk", TEA]),
        ("given:Maria_Lopez", [TEA]),
        ("received:Maria_Lopez", ["A walk"]),
        ("-@Maria_Lopez", ["tired", SHIFT]),
        ("is:received", ["A walk"]),
        ("-is:moment", ["tired"]),
        ("kind:hud", [SHIFT]),
        ("condition:time", [SHIFT]),
        ("missing:time", []),
        ("supported:>=7", [SHIFT]),
        ("supported:0-7", ["A walk"]),
        ("-supported:8", ["tired", "A walk", TEA]),
        ("energy:<3 load:9", ["tired"]),
        ("-on:2026-11-21 -from:2026-11-22", [TEA]),
        ("tea is:sealed", []),
    ],
)
def test_the_whole_language_is_understood(week: Shell, typed: str, found: list[str]) -> None:
    assert texts(week, "search", *typed.split()) == found
    assert texts(week, "list", typed) == found


def test_the_best_match_comes_first_when_asked(week: Shell) -> None:
    assert texts(week, "search", "tea") == [SHIFT, TEA]
    assert texts(week, "search", "tea", "--best") == [TEA, SHIFT]
    assert texts(week, "search", "tea", "--best", "-n", "1") == [TEA]
    lines = week.done("search", "--best", "tea").lines
    assert ["more tea" in line for line in lines] == [True, False]


@pytest.mark.parametrize("command", ["search", "list"])
def test_what_was_read_as_words_is_said_and_stays_out_of_the_data(
    week: Shell, command: str
) -> None:
    done = week(command, "tea", "on:2026-02-30")
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines()[0] == "There is no 2026-02-30; it is searched as words."
    assert week(command, "is:draft", "--json").out == "[]\n"
    assert "Drafts are not among the entries" in week(command, "is:draft", "--json").err
    assert week(command, "tea").err == ""
