"""`tracejournal loops`: quietly what is open, and a way to set things down."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.support import process
from tests.cli.test_imports import SLOW_FOR_ALL, imported_by
from tests.tui.support import in_journal
from tracejournal.journal.journal import Journal

if TYPE_CHECKING:
    from tests.cli.support import Shell
    from tests.support import FakeClock


def begun(shell: Shell, *typed: str) -> str:
    """Begin one and return the start of its id."""
    return shell.done("loops", *typed).err.split()[1].rstrip(",")


def test_what_is_open_is_listed_in_plain_words(shell: Shell) -> None:
    concern = begun(shell, "concern", "Late calls", "--with", "my supervisor")
    promise = begun(shell, "promise", "The rota", "--to", "Night_team", "--by", "friday")
    heard = begun(shell, "heard", "The board is unclear", "--from", "Outreach")
    done = shell.done("loops")
    assert set(done.lines) == {
        f"{promise}  ⇢ The rota · with Night team · for Fri 27 Nov",
        f"{heard}  ↺ The board is unclear · with Outreach",
        f"{concern}  ◇ Late calls · with my supervisor",
    }
    assert done.lines[0].startswith(promise)
    assert done.err == ""


def test_rule_02_a_day_that_has_been_is_a_day_like_any_other(
    shell: Shell, clock: FakeClock
) -> None:
    begun(shell, "promise", "The rota", "--by", "tomorrow")
    clock.pass_time(days=60)
    done = shell.done("loops")
    assert done.out.endswith("⇢ The rota · for Tue 24 Nov 2026\n")
    assert not re.search(r"overdue|late|ago|missed|days", done.out + done.err)


def test_rule_28_options_or_none_yet_or_neither_are_kept_alike(shell: Shell) -> None:
    begun(shell, "concern", "a", "--option", "Ring first", "--option", "A second line")
    begun(shell, "concern", "b", "--none-yet")
    begun(shell, "concern", "c")
    found = {each["text"]: each for each in shell.done("loops", "--json").objects}
    assert found["a"]["options"] == ["Ring first", "A second line"]
    assert (found["b"]["options"], found["b"]["none_yet"]) == ([], True)
    assert (found["c"]["options"], found["c"]["none_yet"]) == ([], False)
    done = shell("loops", "concern", "d", "--option", "x", "--none-yet")
    assert (done.code, done.out) == (2, "")
    assert "Take one of both" in done.err


def test_what_came_of_it_is_noted_moved_closed_and_read_again(
    shell: Shell, clock: FakeClock
) -> None:
    concern = begun(shell, "concern", "Late calls", "--option", "Ring first")
    shell.done("loops", "heard-by", concern, "--with", "my supervisor")
    clock.pass_time(days=1)
    shell.done("loops", "came-back", concern, "A second line from May")
    shell.done("loops", "moved", concern, "--to", "in 2 weeks")
    assert shell.done("loops", "moved", concern, "--to", "1 dec").err == (
        f"Moved: {concern}, Tue 1 Dec.\n"
    )
    shell.done("loops", "edit", concern, "Calls after six")
    shell.done("loops", "close", concern, "--as", "answered", "--note", "It works")
    assert shell.done("loops", "show", concern).out == (
        f"""\
◇ a concern · since yesterday · for Tue 1 Dec · something came back
Calls after six
– Ring first

yesterday     heard by my supervisor
today         came back: A second line from May
today         moved from no day to Tue 8 Dec
today         moved from Tue 8 Dec to Tue 1 Dec
today         it said before: Late calls
              Ring first
today         something came back: It works

{concern}
"""
    )
    assert shell.done("loops").err.startswith("Nothing is open.")
    assert "something came back" in shell.done("loops", "closed").out
    shell.done("loops", "reopen", concern)
    assert len(shell.done("loops").lines) == 1


def test_it_closes_without_saying_how(shell: Shell) -> None:
    promise = begun(shell, "promise", "The rota")
    shell.done("loops", "close", promise)
    (found,) = shell.done("loops", "closed", "--json").objects
    assert (found["ending"], [step["what"] for step in found["steps"]]) == ("closed", ["closed"])


def test_the_keys_of_the_json_are_these(shell: Shell) -> None:
    done = shell.done("loops", "promise", "The rota", "--from", "Dana", "--by", "friday", "--json")
    (found,) = done.objects
    assert list(found) == [
        "id", "kind", "text", "people", "options", "none_yet", "direction", "by", "ending",
        "steps", "sealed", "created_at", "updated_at",
    ]  # fmt: skip
    assert (found["direction"], found["by"], found["people"]) == (
        "received",
        "2026-11-27",
        ["Dana"],
    )
    exported = json.loads(shell.done("export").out)
    assert exported["loops"] == [found]
    assert [person["name"] for person in exported["people"]] == ["Dana"]


def test_what_is_deleted_or_sealed_is_out_of_lists_and_exports_and_comes_back(
    shell: Shell,
) -> None:
    promise = begun(shell, "promise", "The rota")
    for away, shelf, back in (("delete", "trash", "restore"), ("seal", "sealed", "unseal")):
        said = shell.done("loops", away, promise).err
        assert f"loops {back} {promise}" in said
        assert shell.done("loops").out == ""
        assert json.loads(shell.done("export").out)["loops"] == []
        assert promise in shell.done("loops", shelf).out
        shell.done("loops", back, promise)
        assert promise in shell.done("loops").out


def test_erasing_asks_and_reaches_the_backups(shell: Shell) -> None:
    promise = begun(shell, "promise", "Orchids")
    shell.done("backup")
    assert shell("loops", "erase", promise).code == 2
    assert shell("loops", "erase", promise, answers="n\n").err.endswith("Nothing was changed.\n")
    assert shell.done("loops", "erase", promise, "--yes").err.startswith("Removed for good")
    assert shell("loops", "show", promise).code == 1


def test_words_are_asked_for_or_read_from_a_pipe(shell: Shell) -> None:
    assert "the least you need to say" in shell("loops", "concern", answers="Late calls\n").err
    shell.done("loops", "heard", piped="Two\nlines\n")
    assert {each["text"] for each in shell.done("loops", "--json").objects} == {
        "Late calls",
        "Two\nlines",
    }
    assert shell("loops", "promise", "--no-input").code == 2
    assert "that is fine" in shell("loops", "promise", answers="\n").err


def test_rule_01_a_loop_can_be_kept_without_a_word(shell: Shell) -> None:
    shell.done("loops", "promise", "--to", "Dana")
    assert "⇢ no words · with Dana" in shell.done("loops").out


@pytest.mark.parametrize(
    ("typed", "code", "sentence"),
    [
        (("wobble",), 2, "It does not know “wobble”."),
        (("show",), 2, "Which one?"),
        (("show", "zzzz"), 1, "No loop has an id"),
        (("moved", "{id}"), 2, "To which day?"),
        (("moved", "{id}", "--to", "soon"), 2, "“soon” is not a day I can read. Try friday"),
        (("close", "{id}", "--as", "told-back"), 2, "Choose one of: kept, let-go"),
        (("heard-by", "{id}", "x"), 2, "Of promise this can be noted: came-back."),
        (("promise", "x", "--by", "31 feb"), 2, "Try friday"),
        (("close", "{id}", "more"), 2, "Give one id."),
        (("reopen", "{id}"), 2, "open already"),
        (("edit", "{id}", "The rota"), 0, "says that already"),
        (("edit", "{id}"), 2, "nothing to keep yet"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    shell: Shell, typed: tuple[str, ...], code: int, sentence: str
) -> None:
    promise = begun(shell, "promise", "The rota")
    before = shell.done("loops", "--json").out
    done = shell("loops", *(each.format(id=promise) for each in typed))
    assert (done.code, done.out) == (code, "")
    assert sentence in done.err
    assert shell.done("loops", "--json").out == before


def test_before_there_is_a_journal_it_says_so_and_makes_none(shell: Shell) -> None:
    assert shell.done("loops", "--json").out == "[]\n"
    assert "There is no journal yet" in shell.done("loops").err


def test_control_characters_reach_no_terminal(shell: Shell) -> None:
    shell.done("loops", "concern", piped="red \x1b[31m calls")
    assert "\x1b" not in shell.done("loops").out
    assert "\x1b" not in in_journal(lambda journal: journal.loops.open()[0].content.text)


def test_in_a_process_of_its_own() -> None:
    kept = process("loops", "heard", piped=b"The board is unclear")
    assert (kept.returncode, kept.stdout) == (0, b"")
    listed = process("loops", "--json", "--no-input")
    assert json.loads(listed.stdout)[0]["text"] == "The board is unclear"
    assert process("loops", "show", "zzzz").returncode == 1
    assert process("loops", "--wobble").returncode == 2


def test_it_imports_nothing_slow() -> None:
    with Journal.open(create=True):
        pass
    assert not imported_by("loops") & (SLOW_FOR_ALL - {"typing"})
    assert "tracejournal.model.loop" not in imported_by("log", "Tea")
