from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.support import Shell


def test_numbers_and_a_note_are_kept(shell: Shell) -> None:
    done = shell("check-in", "--energy", "6", "--load", "0", "--note", "Slept badly")
    assert (done.code, done.out) == (0, "")
    assert done.err == "Kept. check-in · energy 6 · load 0\n"
    (entry,) = shell.kept()
    assert (entry["type"], entry["text"]) == ("check-in", "Slept badly")
    assert (entry["energy"], entry["load"], entry["supported"]) == (6, 0, None)


def test_three_questions_each_of_which_may_be_skipped(shell: Shell) -> None:
    done = shell("check-in", answers="6\n\n7\n")
    assert done.code == 0
    assert shell.kept()[0] | {"energy": 6, "load": None, "supported": 7} == shell.kept()[0]


def test_a_number_that_cannot_be_is_asked_again(shell: Shell) -> None:
    done = shell("check-in", answers="11\n9\n\n\n")
    assert "Energy is a number from 0 to 10, not “11”." in done.err
    assert shell.kept()[0]["energy"] == 9


def test_skipping_all_keeps_nothing_and_is_fine(shell: Shell, home: Path) -> None:
    done = shell("check-in", answers="\n\n\n")
    assert done.code == 0
    assert done.err.endswith("Nothing was kept, and that is fine.\n")
    assert not home.exists()


def test_rule_23_without_ratings_only_words_are_asked_for(shell: Shell, write_config: Path) -> None:
    write_config.write_text("ratings = false\n", "utf-8")
    done = shell("check-in", answers="Tired, and glad of Jo\n")
    assert "0-10" not in done.err
    (entry,) = shell.kept()
    assert (entry["text"], entry["energy"], entry["load"]) == ("Tired, and glad of Jo", None, None)
    shell.done("check-in", "--energy", "6")  # whoever says a number of their own accord may
    assert shell.kept()[0]["energy"] == 6


def test_nobody_to_ask_is_misuse(shell: Shell) -> None:
    assert shell("check-in").code == 2
    assert shell("check-in", "--no-input", answers="6\n\n\n").code == 2


def test_a_number_that_cannot_be_is_refused(shell: Shell, home: Path) -> None:
    done = shell("check-in", "--load", "11")
    assert (done.code, done.err) == (2, "Load is a number from 0 to 10, not “11”.\n")
    assert not home.exists()
