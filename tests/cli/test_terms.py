"""Kinds and conditions the person's own way, from the shell."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tracejournal.store.engine import Store
from tracejournal.words import labels

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.support import Shell


def listed(shell: Shell, key: str) -> str:
    (line,) = (line for line in shell.done("terms").lines if f" {key} " in line)
    return line


def test_all_that_come_along_are_listed_before_there_is_a_journal(shell: Shell, home: Path) -> None:
    lines = shell.done("terms").lines
    assert len(lines) == len(labels.KINDS) + len(labels.CONDITIONS)
    assert lines[0].split("  ")[-1] == "note of gratitude"
    assert listed(shell, "time").endswith("time was protected (observable)")
    assert listed(shell, "trust").endswith("trust from before (felt)")
    assert not home.exists()


def test_rule_02_the_list_counts_nothing(shell: Shell) -> None:
    for _ in range(3):
        shell.done("log", "Tea", "--kind", "laughter")
    assert not set("0123456789%") & set(shell.done("terms").out.replace("1:1", ""))


def test_one_of_my_own_is_kept_shown_and_found_like_any_other(shell: Shell) -> None:
    done = shell("terms", "add", "kind", "Tea", "after", "the", "round")
    assert (done.code, done.err) == (0, "Added: my-tea-after-the-round, “Tea after the round”.\n")
    shell.done("terms", "add", "condition", "door was open", "--observable")
    said = shell(
        "log", "Sat down", "--kind", "tea after", "--condition", "door", "--missed", "soon"
    )
    assert "Tea after the round" in said.err
    (entry,) = shell.kept("kind:tea-after", "condition:door")
    assert entry["kind"] == "my-tea-after-the-round"
    assert entry["conditions"] == {"present": ["my-door-was-open"], "missing": ["soon"]}
    shown = shell.done("show", "last").out
    assert "✧ Tea after the round" in shown
    assert "door was open" in shown
    assert listed(shell, "my-door-was-open").endswith("(observable, own)")


def test_another_name_is_read_everywhere_and_the_key_stays(shell: Shell) -> None:
    shell.done("log", "Thanked Sam")
    done = shell("terms", "rename", "kind", "gratitude", "Thank-you", "note")
    assert done.err.startswith("gratitude is called “Thank-you note” now.")
    assert "Thank-you note" in shell.done("list").out
    assert "Thank-you note" in shell.done("show", "last").out
    assert "Thank-you note" in shell("log", "Thanked Jo").err
    shell.done("log", "Once more", "--kind", "thank-you note")
    assert {entry["kind"] for entry in shell.kept("kind:thank-you")} == {"gratitude"}
    shell.done("terms", "rename", "kind", "gratitude")
    assert "note of gratitude" in shell.done("list").out


def test_a_hidden_one_is_not_guessed_and_stays_where_it_was_kept(shell: Shell) -> None:
    shell.done("log", "We laughed")
    assert shell("terms", "hide", "kind", "laughter").err.startswith("Hidden: laughter.")
    shell.done("log", "We laughed again")
    assert [entry["kind"] for entry in shell.kept()] == [None, "laughter"]
    assert "laughter" in shell.done("list").out
    assert listed(shell, "laughter").endswith("(hidden)")
    shell.done("terms", "show", "kind", "laughter")
    shell.done("log", "We laughed once more")
    assert shell.kept()[0]["kind"] == "laughter"


def test_the_export_holds_what_was_made_of_them(shell: Shell) -> None:
    shell.done("terms", "add", "condition", "door was open", "--felt")
    shell.done("terms", "hide", "kind", "laughter")
    found = json.loads(shell.done("export").out)["terms"]
    assert found == [
        {"vocabulary": "condition", "key": "my-door-was-open", "label": "door was open",
         "observable": False, "hidden": False},
        {"vocabulary": "kind", "key": "laughter", "label": None, "observable": None,
         "hidden": True},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("add", "condition", "door was open"), "Could others have seen it?"),
        (("add", "condition", "door", "--felt", "--observable"), "Could others have seen it?"),
        (("add", "kind", "  "), "It needs a name."),
        (("add", "kind", "x" * 61), "A name has 60 characters at most."),
        (("add", "kind", "Laughter"), "There is a kind called “Laughter” already"),
        (("rename", "kind", "huddle", "laughter"), "There is a kind called “laughter” already"),
        (("rename", "kind", "zebra", "Tea"), "There is no kind called “zebra”."),
        (("hide", "laughter"), "Say kind or condition"),
        (("hide", "colour", "red"), "Say kind or condition"),
        (("paint",), "`terms` can do this: add kind NAME"),
    ],
)
def test_what_cannot_be_done_says_what_can(shell: Shell, typed: tuple[str, ...], said: str) -> None:
    shell.done("log", "Tea")
    done = shell("terms", *typed)
    assert done.code == 2
    assert said in done.err
    assert json.loads(shell.done("export").out)["terms"] == []


def test_names_in_any_script_have_keys_of_their_own(shell: Shell) -> None:
    for name in ("散歩", "Café-Runde!", "???", "!!!"):
        shell.done("terms", "add", "kind", name)
    found = json.loads(shell.done("export").out)["terms"]
    assert [each["key"] for each in found] == ["my-café-runde", "my-kind", "my-kind-2", "my-散歩"]
    shell.done("log", "x", "--kind", "散歩")
    assert shell.kept("kind:散歩")[0]["kind"] == "my-散歩"


def test_one_that_nobody_knows_any_more_is_read_by_its_key(shell: Shell, home: Path) -> None:
    shell.done("terms", "add", "kind", "Tea after the round")
    shell.done("terms", "add", "condition", "door was open", "--felt")
    shell.done("log", "x", "--kind", "tea after", "--condition", "door")
    with Store(str(next(home.rglob("journal.db")))) as store:
        store.run("DELETE FROM own_terms")
    shown = shell.done("show", "last").out
    assert "my-tea-after-the-round" in shown
    assert "my-door-was-open" in shown
    shell.done("edit", "last", "--supported", "7")
    assert shell.kept()[0]["conditions"]["present"] == ["my-door-was-open"]
