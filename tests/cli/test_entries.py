"""Whole entries: shown, changed, deleted, sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.test_reflect import editor_that

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.support import Shell


@pytest.fixture
def moment(shell: Shell) -> Shell:
    shell.done(
        "log", "Thanked @Priya for covering #gratitude", "--supported", "8", "--condition", "time",
        "--missed", "private-place", "--mode", "phone",
    )  # fmt: skip
    return shell


def test_show_reads_well(moment: Shell) -> None:
    lines = moment.done("show", "last").lines
    assert lines[:4] == [
        "Monday 23 November 2026, 08:15",
        "♥ note of gratitude · gave · phone",
        "",
        "Thanked @Priya for covering #gratitude",
    ]
    said = {line[:11].strip(): line[13:] for line in lines[5:10]}
    assert said == {
        "with": "Priya",
        "tags": "#gratitude",
        "supported": "8 of 10",
        "what helped": "time was protected",
        "was missing": "a private place",
    }
    assert lines[-1] == moment.kept()[0]["id"]


def test_show_takes_several_and_shows_a_reflection_with_its_question(shell: Shell) -> None:
    shell.done("log", "Tea")
    shell.done("reflect", "--prompt", "one-steady-thing", "The rain")
    done = shell.done("show", *shell.ids())
    assert done.out.index("What could you count on lately?") < done.out.index("The rain")
    assert done.out.index("The rain") < done.out.index("Tea")


@pytest.mark.parametrize("command", ["show", "edit", "delete", "seal"])
@pytest.mark.parametrize(
    ("typed", "code", "sentence"),
    [
        ("ffffffff", 1, "No entry has an id that starts with “ffffffff”."),
        ("abc", 2, "“abc” is not an id."),
        ("hello!", 2, "“hello!” is not an id."),
        ("", 2, "Which one?"),
    ],
)
def test_ids_that_mean_nothing(
    moment: Shell, command: str, typed: str, code: int, sentence: str
) -> None:
    done = moment(command, *filter(None, [typed]))
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith(sentence)


def test_an_id_that_could_be_two_changes_neither(moment: Shell) -> None:
    moment.done("log", "Another")
    prefix = moment.kept()[0]["id"][:4]
    done = moment("delete", moment.ids()[0], prefix)
    assert done.code == 2
    assert "More than one entry" in done.err
    assert len(moment.kept()) == 2


def test_last_is_what_was_kept_last_not_what_is_newest(shell: Shell) -> None:
    shell.done("log", "Newest")
    shell.clock.pass_time(seconds=1)
    shell.done("log", "Kept last", "--on", "2026-01-01")
    assert "Kept last" in shell.done("show", "last").out
    assert shell("show", "last").out == shell("show", "LAST").out


def test_last_of_nothing(shell: Shell) -> None:
    shell.done("log", "Tea")
    shell.done("delete", "last")
    assert shell("show", "last").code == 1


def test_without_a_journal_there_is_nothing_to_show(shell: Shell) -> None:
    for command in ("show", "edit", "delete", "seal", "unseal"):
        assert shell(command, "last").code == 1
        assert shell(command, "last").err.startswith("There is no journal yet.")


def test_edit_changes_the_words_and_the_names_they_brought(moment: Shell) -> None:
    moment.done("edit", "last", "--with", "Sam", "--tag", "week")
    moment.done("edit", "last", "Thanked @Dana #thanks")
    (entry,) = moment.kept()
    assert entry["text"] == "Thanked @Dana #thanks"
    assert entry["people"] == ["Sam", "Dana"]
    assert entry["tags"] == ["week", "thanks"]
    assert entry["supported"] == 8


def test_edit_changes_fields_and_leaves_the_rest(moment: Shell) -> None:
    before = moment.kept()[0]
    moment.clock.pass_time(hours=1)
    done = moment.done("edit", "last", "--kind", "huddle", "--supported", "none", "--on", "sunday")
    assert done.err.startswith("Changed. peer huddle")
    after = moment.kept()[0]
    changed = {key for key in after if after[key] != before[key]}
    assert changed == {"kind", "supported", "on", "at", "updated_at"}
    assert after["at"] == "2026-11-22T08:15:00-05:00"


def test_edit_sets_the_time_alone(moment: Shell) -> None:
    moment.done("edit", "last", "--at", "7:05")
    assert moment.kept()[0]["at"] == "2026-11-23T07:05:00-05:00"


def test_edit_takes_words_from_a_pipe(moment: Shell) -> None:
    moment.done("edit", "last", piped="Other words\n")
    assert moment.kept()[0]["text"] == "Other words"


def test_edit_with_nothing_to_change(moment: Shell) -> None:
    assert moment("edit", "last").code == 2
    done = moment.done("edit", "last", "--supported", "8")
    assert done.err == "Nothing was changed.\n"


def test_edit_refuses_what_a_type_has_no_place_for(shell: Shell) -> None:
    shell.done("check-in", "--energy", "5")
    done = shell("edit", "last", "--kind", "huddle")
    assert (done.code, done.err) == (2, "A check-in has no place for kind.\n")
    assert shell("edit", "last", "--to", "Dana").code == 2
    shell.done("edit", "last", "--load", "4", "--with", "Dana")
    assert shell.kept()[0]["people"] == ["Dana"]


def test_edit_opens_the_editor_on_the_words(
    moment: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    does = "path.write_text(path.read_text().replace('Thanked', 'Told'))"
    monkeypatch.setenv("EDITOR", editor_that(tmp_path, does))
    assert moment("edit", "last", answers="").code == 0
    assert moment.kept()[0]["text"] == "Told @Priya for covering #gratitude"


def test_an_editor_that_comes_back_empty_changes_nothing(
    moment: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor_that(tmp_path, "path.write_text('')"))
    done = moment("edit", "last", answers="")
    assert done.code == 0
    assert "came back empty" in done.err
    assert moment.kept()[0]["text"].startswith("Thanked")


def test_an_editor_that_fails_changes_nothing_and_loses_nothing(
    moment: Shell, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor_that(tmp_path, "path.write_text('New'); sys.exit(3)"))
    done = moment("edit", "last", answers="")
    assert done.code == 1
    (aside,) = (home / "state").iterdir()
    assert aside.read_text() == "New"
    assert str(aside) in done.err
    assert moment.kept()[0]["text"].startswith("Thanked")


def test_a_reflections_question_is_not_part_of_its_words(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.done("reflect", "--prompt", "one-steady-thing", "The rain")
    shell.done("edit", "last", "The rain and @Dana")
    monkeypatch.setenv(
        "EDITOR", editor_that(tmp_path, "path.write_text(path.read_text().rstrip() + '!')")
    )
    shell("edit", "last", answers="")
    (entry,) = shell.kept()
    assert entry["parts"][0]["question"].startswith("What could you count on lately?")
    assert entry["parts"][0]["answer"] == "The rain and @Dana!"
    assert entry["people"] == ["Dana"]


def test_delete_says_how_to_bring_it_back_and_that_works(moment: Shell) -> None:
    before = moment.kept()
    done = moment.done("delete", "last")
    assert done.err.startswith("In the trash for 30 days: ")
    assert moment.kept() == []
    assert "Thanked" in moment.done("trash").out
    command = done.err.split("`")[1].split()[1:]
    moment.done(*command)
    assert moment.kept() == before


def test_deleting_again_does_not_begin_the_thirty_days_again(moment: Shell) -> None:
    (identity,) = moment.ids()
    moment.done("delete", identity)
    moment.clock.pass_time(days=20)
    assert "In the trash already" in moment.done("delete", identity).err
    moment.clock.pass_time(days=11)
    assert moment("trash") == (0, "", "The trash is empty.\n")
    assert moment("show", identity).code == 1


def test_erase_asks_first(moment: Shell) -> None:
    moment.done("delete", "last")
    refused = moment("trash", "erase", "last")
    assert (refused.code, "--yes" in refused.err) == (2, True)
    kept = moment("trash", "erase", "last", answers="\n")
    assert (kept.code, kept.err.endswith("Nothing was changed.\n")) == (0, True)
    assert moment("trash", "erase", "last", answers="y\n").code == 0
    assert moment.done("trash", "--json").objects == []


def test_erase_with_yes_takes_only_what_is_in_the_trash(moment: Shell) -> None:
    moment.done("log", "Another")
    first, second = moment.ids()
    moment.done("delete", first)
    refused = moment("trash", "erase", first, second, "--yes")
    assert (refused.code, "is not in the trash" in refused.err) == (2, True)
    assert len(moment.done("trash", "--json").objects) == 1
    done = moment.done("trash", "erase", first, "--yes")
    assert done.err.startswith("Erased: 1 entry.")
    assert "secure" not in done.err


def test_the_trash_knows_what_it_can_do(moment: Shell) -> None:
    done = moment("trash", "burn")
    assert done.code == 2
    assert "restore ID, erase ID" in done.err


def test_sealed_entries_show_nowhere_until_unsealed(moment: Shell) -> None:
    (identity,) = moment.ids()
    moment.done("seal", "last")
    assert moment.kept() == []
    assert "Thanked" not in moment.done("search", "Thanked").out
    assert "Priya" not in moment.done("export").out
    shown = moment("show", identity)
    assert (shown.code, shown.out) == (2, "")
    assert "is sealed" in shown.err
    assert moment("edit", identity, "New words").code == 2
    listed = moment.done("unseal")
    assert identity in listed.out
    assert "Thanked" not in listed.out
    moment.done("unseal", "last")
    assert moment.kept()[0]["text"].startswith("Thanked")


def test_unseal_of_what_is_not_sealed(moment: Shell) -> None:
    assert moment("unseal") == (0, "", "Nothing is sealed.\n")
    done = moment("unseal", moment.ids()[0])
    assert (done.code, "is not sealed" in done.err) == (2, True)


def test_what_is_in_the_trash_is_neither_edited_nor_sealed(moment: Shell) -> None:
    (identity,) = moment.ids()
    moment.done("delete", identity)
    for command in (("edit", identity, "New"), ("seal", identity)):
        done = moment(*command)
        assert (done.code, "is in the trash" in done.err) == (2, True)
    assert "in the trash" in moment.done("show", identity).lines[-1]
