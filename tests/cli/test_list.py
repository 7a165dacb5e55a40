from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.support import Shell


@pytest.fixture
def week(shell: Shell) -> Shell:
    """A few days of moments, the newest kept first."""
    shell.done("log", "Thanked @Priya for covering #gratitude", "--on", "2026-11-23")
    shell.done("log", "Lunch with @Dana", "--on", "2026-11-21")
    shell.done("log", "A self-harm debrief, low detail", "--on", "2026-11-20")
    shell.done("reflect", "My team covered for me")
    return shell


def texts(shell: Shell, *typed: str) -> list[str]:
    return [entry["text"].split()[0] for entry in shell.done(*typed, "--json").objects]


def test_newest_first_with_id_day_time_glyph_kind_and_words(week: Shell) -> None:
    lines = week.done("list").lines
    assert lines[1].split(maxsplit=3)[1:] == [
        "2026-11-23", "08:15", "♥ note of gratitude  Thanked @Priya for covering #gratitude",
    ]  # fmt: skip
    assert [line.split()[1] for line in lines] == [
        "2026-11-23", "2026-11-23", "2026-11-21", "2026-11-20",
    ]  # fmt: skip


def test_the_id_shown_is_short_unique_and_can_be_pasted(week: Shell) -> None:
    shown = week.ids()
    whole = [entry["id"] for entry in week.kept()]
    for short, full in zip(shown, whole, strict=True):
        assert len(short) >= 8
        assert [each for each in whole if each.startswith(short)] == [full]
        assert week.done("show", short, "--json").objects[0]["id"] == full


def test_no_more_than_asked_for(shell: Shell) -> None:
    for number in range(25):
        shell.done("log", f"Moment {number}")
    usual = shell.done("list")
    assert len(usual.lines) == 20
    assert usual.err == "There are more. `-n 0` shows all.\n"
    assert len(shell.done("list", "-n", "3").lines) == 3
    assert len(shell.done("list", "-n3").lines) == 3
    assert len(shell.done("list", "--json", "-n", "3").objects) == 3
    everything = shell.done("list", "-n", "0")
    assert (len(everything.lines), everything.err) == (25, "")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (("search", "cover"), ["My", "Thanked"]),
        (("search", "covering", "-team"), ["Thanked"]),
        (("search", "-team", "covering"), ["Thanked"]),
        (("search", "@priya"), ["Thanked"]),
        (("search", "#gratitude"), ["Thanked"]),
        (("search", "self-harm"), ["A"]),
        (("search", '"low detail"'), ["A"]),
        (("search", "is:reflection"), ["My"]),
        (("search", "kind:debrief"), ["A"]),
        (("search", "cover", "--type", "moment"), ["Thanked"]),
        (("list", "--type", "ref"), ["My"]),
        (("list", "--on", "saturday"), ["Lunch"]),
        (("list", "--to", "2026-11-21"), ["Lunch", "A"]),
        (("list", "--from", "2026-11-21", "--to", "2026-11-22"), ["Lunch"]),
        (("list", "--on", "2026-11", "lunch"), ["Lunch"]),
    ],
)
def test_queries_and_their_shorthands(
    week: Shell, typed: tuple[str, ...], found: list[str]
) -> None:
    assert texts(week, *typed) == found


@pytest.mark.parametrize("query", ["nothing-like-it", "* OR (", "NEAR(a b)", "col:x", "🙂"])
def test_finding_nothing_is_said_and_is_no_failure(week: Shell, query: str) -> None:
    assert week("search", query) == (0, "", "Nothing found.\n")
    assert week("search", query, "--json") == (0, "[]\n", "")


def test_words_after_two_dashes_are_the_query(week: Shell) -> None:
    (line,) = week.done("list", "--type", "moment", "--", "-lunch", "cover").lines
    assert "Thanked" in line


def test_a_search_for_nothing_is_misuse(week: Shell) -> None:
    assert week("search").code == 2
    assert week("search", " ").code == 2


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("-n", "many"), "-n takes a whole number, not “many”."),
        (("--type", "poem"), "There is no type called “poem”."),
        (("--on", "2026-13"), "There is no such day as 2026-13."),
        (("--from", "whenever"), "“whenever” is not a day I can read."),
    ],
)
def test_options_that_cannot_be(week: Shell, options: tuple[str, ...], sentence: str) -> None:
    done = week("list", *options)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(sentence)


def test_no_journal_yet_is_said_made_by_nobody_and_no_failure(shell: Shell, home: Path) -> None:
    done = shell("list")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("There is no journal yet.")
    assert shell("list", "--json").out == "[]\n"
    assert shell("search", "tea", "--json").out == "[]\n"
    assert shell("trash", "--json").out == "[]\n"
    assert not home.exists()


def test_an_empty_journal_is_said(shell: Shell) -> None:
    shell.done("log", "Tea")
    shell.done("delete", "last")
    assert shell("list") == (0, "", "No entries yet.\n")
