from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tracejournal.model.text import MAX_KEPT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.support import Shell

LINE = "Thanked @Priya for covering #gratitude"


def test_one_line_is_kept_and_said(shell: Shell) -> None:
    done = shell("log", LINE)
    assert done == (0, "", "Kept. note of gratitude · gave · @Priya · #gratitude\n")
    (entry,) = shell.kept()
    assert entry["text"] == LINE
    assert entry["type"] == "moment"
    assert (entry["kind"], entry["direction"]) == ("gratitude", "given")
    assert (entry["people"], entry["tags"]) == (["Priya"], ["gratitude"])
    assert (entry["on"], entry["at"]) == ("2026-11-23", "2026-11-23T08:15:00-05:00")
    assert entry["zone"] == "America/New_York"


def test_json_is_an_array_of_one_with_every_documented_key(shell: Shell) -> None:
    (entry,) = shell.done("log", LINE, "--json").objects
    assert " ".join(entry) == (
        "id type on at zone kind direction mode who people tags text parts prompt_id supported"
        " energy load minutes support fit occasion conditions sealed created_at updated_at source"
        " source_id"
    )
    assert entry["minutes"] is None
    assert entry["conditions"] == {"present": [], "missing": []}


def test_several_words_need_no_quotes_and_options_may_stand_between(shell: Shell) -> None:
    shell.done("log", "Tea", "--with", "Dana", "with", "--supported", "8", "Dana")
    (entry,) = shell.kept()
    assert entry["text"] == "Tea with Dana"
    assert (entry["people"], entry["supported"]) == (["Dana"], 8)


def test_all_of_the_taxonomy_can_be_said_in_one_line(shell: Shell) -> None:
    shell.done(
        "log", "Left a message", "--direction", "tried", "--who", "supervisor", "--who", "mentee",
        "--support", "pract", "--support", "company", "--fit", "partly", "--occasion", "hard",
        "--minutes", "12", "--to", "Dana",
    )  # fmt: skip
    (entry,) = shell.kept("who:mentee", "support:company", "occasion:hard-work", "is:tried")
    assert (entry["who"], entry["support"]) == (["supervisor", "mentee"], ["practical", "company"])
    assert (entry["direction"], entry["fit"], entry["occasion"]) == ("tried", "partly", "hard-work")
    assert (entry["minutes"], entry["people"]) == (12, ["Dana"])
    shown = shell.done("show", "last").out
    for said in ("supervisor, mentee", "practical, company", "after hard work", "tried, no answer"):
        assert said in shown
    shell.done("edit", "last", "--who", "none", "--occasion", "none", "--minutes", "none")
    (entry,) = shell.kept()
    assert (entry["who"], entry["occasion"], entry["minutes"]) == ([], None, None)
    assert entry["support"] == ["practical", "company"]


def test_rule_22_a_role_is_enough_and_no_name_is_made_of_it(shell: Shell) -> None:
    shell.done("log", "Thanked her", "--who", "supervisor")
    (entry,) = shell.kept()
    assert (entry["who"], entry["people"]) == (["supervisor"], [])


@pytest.mark.parametrize("option", ["--who", "--support", "--occasion", "--fit", "--direction"])
def test_what_cannot_be_chosen_is_refused_with_the_choices(shell: Shell, option: str) -> None:
    done = shell("log", "Tea", option, "zebra")
    assert done.code == 2
    assert "called “zebra”. Choose one of: " in done.err
    assert shell.kept() == []


@pytest.mark.parametrize(
    ("options", "direction"),
    [
        (("--to", "Dana"), "given"),
        (("--from", "Dana"), "received"),
        (("--with", "Dana"), "mutual"),
        (("--to", "Dana", "--from", "Sam"), "mutual"),
    ],
)
def test_the_direction_follows_the_people(
    shell: Shell, options: tuple[str, ...], direction: str
) -> None:
    shell.done("log", "Thanked", *options)
    assert shell.kept()[0]["direction"] == direction


def test_every_option_is_kept(shell: Shell) -> None:
    shell.done(
        "log", "Asked how it went", "--kind", "supervision", "--mode=phone", "--tag", "#Hearing",
        "--tag", "week one", "--to", "@Night_team", "--condition", "time", "--condition", "soon",
        "--missed", "private", "--supported", "0", "--on", "yesterday", "--at", "7pm",
    )  # fmt: skip
    (entry,) = shell.kept()
    assert (entry["kind"], entry["mode"]) == ("supervision", "phone")
    assert entry["people"] == ["Night team"]
    assert entry["tags"] == ["hearing", "week-one"]
    assert entry["conditions"] == {"present": ["time", "soon"], "missing": ["private-place"]}
    assert entry["supported"] == 0
    assert entry["at"] == "2026-11-22T19:00:00-05:00"


def test_a_day_set_back_is_said(shell: Shell) -> None:
    assert "on Sunday 22 November 2026" in shell.done("log", "Tea", "--on", "sunday").err


def test_an_entry_needs_no_words(shell: Shell) -> None:
    assert shell("log", "--kind", "laughter").code == 0
    assert shell.kept()[0]["text"] is None


def test_none_keeps_the_guess_away(shell: Shell) -> None:
    shell.done("log", LINE, "--kind", "none")
    assert shell.kept()[0]["kind"] is None


def test_nothing_at_all_is_misuse_where_nobody_can_be_asked(shell: Shell) -> None:
    done = shell("log")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("There is nothing to keep yet.")


def test_standard_input_is_one_moment(shell: Shell) -> None:
    shell.done("log", piped="First line\r\n\r\nsecond line\n")
    assert shell.kept()[0]["text"] == "First line\n\nsecond line"


def test_a_dash_reads_standard_input(shell: Shell) -> None:
    shell.done("log", "-", piped="From a pipe")
    assert shell.kept()[0]["text"] == "From a pipe"


def test_input_in_another_encoding_keeps_its_letters(shell: Shell) -> None:
    shell.done("log", piped=b"caf\xe9 with Zo\xeb")
    shell.done("log", "caf\udce9")
    assert [entry["text"] for entry in shell.kept()] == ["café", "café with Zoë"]


def test_a_person_is_asked_for_one_line(shell: Shell) -> None:
    done = shell("log", answers="Tea with @Dana\n")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("What would you like to keep?")
    assert shell.kept()[0]["people"] == ["Dana"]


def test_a_person_may_answer_nothing(shell: Shell, home: Path) -> None:
    done = shell("log", answers="\n")
    assert done.code == 0
    assert "that is fine" in done.err
    assert not home.exists()


def test_no_input_asks_nothing(shell: Shell) -> None:
    done = shell("log", "--no-input", answers="Not this\n")
    assert done.code == 2
    assert "What would you like" not in done.err


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--supported", "11"), "Supported is a number from 0 to 10, not “11”."),
        (("--supported", "-1"), "Supported is a number from 0 to 10, not “-1”."),
        (("--kind", "hug"), "There is no kind called “hug”."),
        (("--kind", "pe"), None),
        (("--mode", "p"), None),
        (("--condition", "luck"), "There is no condition called “luck”."),
        (("--on", "2026-02-30"), "There is no such day as 2026-02-30."),
        (("--on", "someday"), "“someday” is not a day I can read."),
        (("--on", "2026-11"), "“2026-11” is not a day I can read."),
        (("--at", "25:00"), "“25:00” is not a time I can read."),
    ],
)
def test_what_cannot_be_is_refused_before_anyone_types(
    shell: Shell, home: Path, options: tuple[str, ...], sentence: str | None
) -> None:
    done = shell("log", *options, answers="Words\n")
    if sentence is None:
        assert done.code == 0 or "could be more than one" in done.err
        return
    assert done.code == 2
    assert done.err.startswith(sentence)
    assert done.err.count("\n") == 1
    assert not home.exists()


def test_words_longer_than_an_entry_are_refused_and_put_aside(shell: Shell, home: Path) -> None:
    text = "a" * (MAX_KEPT + 1)
    done = shell("log", piped=text)
    assert done.code == 2
    assert "longer than 5,000,000 characters" in done.err
    (aside,) = (home / "state").iterdir()
    assert aside.read_text() == text
    assert aside.stat().st_mode & 0o777 == 0o600
    assert str(aside) in done.err


def test_the_start_of_the_day_is_the_persons_own(shell: Shell, write_config: Path) -> None:
    write_config.write_text('day_starts_at = "04:00"\n')
    shell.clock.set("2026-11-23T03:59")
    shell.done("log", "Night shift")
    shell.clock.set("2026-11-23T04:00")
    shell.done("log", "Morning")
    assert [entry["on"] for entry in shell.kept()] == ["2026-11-23", "2026-11-22"]


@pytest.mark.parametrize("command", [("log", "Tea"), ("reflect", "Yes"), ("check-in", "--load=3")])
def test_a_broken_config_loses_no_word(
    shell: Shell, write_config: Path, command: tuple[str, ...]
) -> None:
    write_config.write_text("day_starts_at = \n")
    done = shell(*command)
    assert done.code == 0
    assert "config.toml cannot be read" in done.err
    assert "Kept." in done.err
    refused = shell("list")
    assert (refused.code, refused.out) == (2, "")
    write_config.unlink()
    assert len(shell.kept()) == 1


def test_words_typed_in_are_put_aside_where_the_journal_cannot_take_them(
    shell: Shell, home: Path
) -> None:
    home.mkdir()
    (home / "data").write_text("a file in the place of the folder")
    done = shell("log", answers="Words that exist nowhere else\n")
    assert done.code == 1
    (aside,) = (home / "state").glob("not-kept-*")
    assert aside.read_text() == "Words that exist nowhere else"
    assert "Traceback" not in done.err
    assert shell("log", "Words the shell still has").code == 1
    assert len(list((home / "state").glob("not-kept-*"))) == 1
