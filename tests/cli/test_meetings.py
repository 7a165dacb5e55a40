"""Planned meetings from the shell: planned, told of, and counted without blame."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from tracejournal.words import meetings as words

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.support import Done, Shell

WEEKLY = ("meetings", "add", "mentorship", "every", "tuesday", "14:00", "--with", "Jo",
          "--since", "2026-09-01")  # fmt: skip


def plan(shell: Shell, *typed: str) -> str:
    """Plan a meeting and return its id."""
    before = {each["id"] for each in listed(shell)}
    shell.done(*(typed or WEEKLY))
    (new,) = {each["id"] for each in listed(shell)} - before
    return str(new)


def listed(shell: Shell) -> list[dict[str, Any]]:
    return shell.done("meetings", "--json").objects


def shown(shell: Shell, meeting: str) -> dict[str, Any]:
    (found,) = shell.done("meetings", "show", meeting, "--json").objects
    return found


def days(shell: Shell, meeting: str) -> list[tuple[str, ...]]:
    return [(day["due"][5:], day["outcome"]) for day in shown(shell, meeting)["days"]]


def test_before_anything_is_planned_it_says_how(shell: Shell) -> None:
    assert shell("meetings").code == 0
    shell.done("log", "Tea")
    done = shell.done("meetings")
    assert (done.out, done.err.strip()) == ("", words.NONE_PLANNED)
    assert listed(shell) == []


def test_it_is_planned_and_listed_with_its_next_day(shell: Shell) -> None:
    done = shell.done(*WEEKLY)
    assert done.err == "Planned: mentorship session with Jo. The next one is Tue 24 Nov.\n"
    shell.done("meetings", "add", "2026-12-01, 2027-01-12", "--called", "Round table")
    one, two = shell.done("meetings").lines
    assert re.fullmatch(r"[0-9a-f]{4}  tomorrow, 14:00 +▤ mentorship session with Jo", one)
    assert re.fullmatch(r"[0-9a-f]{4}  Tue 1 Dec +▫ Round table", two)
    first, second = listed(shell)
    assert (first["every_weeks"], first["at"], first["next"]) == (1, "14:00", "2026-11-24")
    assert second["dates"] == ["2026-12-01", "2027-01-12"]


def test_held_is_the_latest_one_and_words_keep_a_moment_of_it(shell: Shell) -> None:
    meeting = plan(shell)
    done = shell.done("meetings", "held", meeting[:4], "Good", "talk", "--minutes", "40")
    assert done.err.startswith("Held: mentorship session with Jo, Tue 17 Nov. A moment is kept")
    (entry,) = shell.kept()
    assert (entry["on"], entry["kind"], entry["people"], entry["text"], entry["minutes"]) == (
        "2026-11-17", "mentorship", ["Jo"], "Good talk", 40,
    )  # fmt: skip
    (day,) = shown(shell, meeting)["days"]
    assert (day["due"], day["outcome"], day["entry_id"]) == ("2026-11-17", "held", entry["id"])
    shown_entry = shell.done("show", "last").out
    assert "mentorship session with Jo, planned for Tue 17 Nov" in shown_entry
    shell.done("delete", entry["id"])
    assert days(shell, meeting) == [("11-17", "held")]


def test_rule_01_held_keeps_no_moment_where_enter_goes_without(shell: Shell) -> None:
    meeting = plan(shell)
    assert shell("meetings", "held", meeting, answers="\n").code == 0
    assert shell("meetings", "held", meeting, answers="Warm\n").code == 0
    shell.done("meetings", "held", meeting)  # nobody to ask
    assert days(shell, meeting) == [("11-03", "held"), ("11-10", "held"), ("11-17", "held")]
    assert [entry["text"] for entry in shell.kept()] == ["Warm"]


def test_no_input_asks_nothing(shell: Shell) -> None:
    meeting = plan(shell)
    done = shell("meetings", "held", meeting, "--no-input", answers="never read\n")
    assert words.ASK_WORDS not in done.err
    assert shell.kept() == []


def test_moved_is_the_next_one_and_back_again(shell: Shell) -> None:
    meeting = plan(shell)
    done = shell.done("meetings", "moved", meeting, "friday")
    assert done.err == "Moved: mentorship session with Jo, from Tue 24 Nov to Fri 27 Nov.\n"
    assert listed(shell)[0]["next"] == "2026-11-27"
    done = shell.done("meetings", "moved", meeting, "2026-11-24", "--on", "2026-11-27")
    assert done.err == "As planned again: mentorship session with Jo, Tue 24 Nov.\n"
    assert shown(shell, meeting)["days"] == []


@pytest.mark.parametrize(
    ("typed", "reason", "why"),
    [
        (("crisis",), "crisis", None),
        (("no", "time"), "no-time", None),
        (("the", "bus", "broke"), None, "the bus broke"),
        ((), None, None),
    ],
)
def test_dropped_says_why_in_a_word_in_own_words_or_not_at_all(
    shell: Shell, typed: tuple[str, ...], reason: str | None, why: str | None
) -> None:
    meeting = plan(shell)
    done = shell.done("meetings", "dropped", meeting, *typed)
    assert done.err == "Dropped: mentorship session with Jo, Tue 24 Nov.\n"  # the nearest
    (day,) = shown(shell, meeting)["days"]
    assert (day["due"], day["reason"], day["why"]) == ("2026-11-24", reason, why)


def test_a_person_is_asked_why_and_enter_leaves_it_unsaid(shell: Shell) -> None:
    meeting = plan(shell)
    done = shell("meetings", "dropped", meeting, "--on", "2026-11-17", answers="holi\n")
    assert "a crisis came first, someone was ill" in done.err
    shell("meetings", "dropped", meeting, "--on", "2026-11-10", answers="\n")
    told = [(day["reason"], day["why"]) for day in shown(shell, meeting)["days"]]
    assert told == [(None, None), ("holidays", None)]


def test_what_was_said_is_taken_back(shell: Shell) -> None:
    meeting = plan(shell)
    shell.done("meetings", "held", meeting, "Good")
    done = shell.done("meetings", "unsay", meeting)
    assert done.err == "Nothing is said of it any more: mentorship session with Jo, Tue 17 Nov.\n"
    assert days(shell, meeting) == []
    assert len(shell.kept()) == 1


def test_show_counts_with_denominators_and_lists_each_day(shell: Shell) -> None:
    meeting = plan(shell)
    shell.done("meetings", "held", meeting, "--on", "2026-11-17")
    shell.done("meetings", "dropped", meeting, "crisis", "--on", "2026-11-10")
    out = shell.done("meetings", "show", meeting).out
    assert "every Tuesday 14:00, since Tue 1 Sep" in out
    assert "held 1 of the 2 you told of" in out
    assert "dropped: a crisis came first 1" in out
    assert "2026-11-10  dropped, a crisis came first" in out
    assert "2026-11-03\n" in out  # nothing is known of it, and nothing is said


def heavy_weeks(shell: Shell, meeting: str) -> None:
    for week in range(10):
        day = f"2026-{9 + (week * 7) // 30:02}-{1 + (week * 7) % 30:02}"
        shell.clock.set(f"{day}T09:00")
        shell.done("check-in", "--load", "9" if week >= 7 else "3")
        shell.done("meetings", "held" if week != 9 else "dropped", meeting, "--no-input")
    shell.clock.set("2026-11-23T08:15")


def test_rule_24_of_heavy_weeks_it_counts_and_never_compares(shell: Shell) -> None:
    meeting = plan(
        shell, "meetings", "add", "supervision", "every", "tuesday", "--since", "2026-09-01"
    )
    heavy_weeks(shell, meeting)
    out = shell.done("meetings", "show", meeting).out
    assert "planned in your heaviest weeks: held 2 of 3" in out
    assert "a load of 9 or more" in out
    for said in ("more often", "less often", "than", "%", "holds up"):
        assert said not in out
    assert shown(shell, meeting)["heavy_told"] == 3


def test_rule_23_where_numbers_are_off_weeks_are_not_told_apart(
    shell: Shell, write_config: Path
) -> None:
    meeting = plan(
        shell, "meetings", "add", "supervision", "every", "tuesday", "--since", "2026-09-01"
    )
    heavy_weeks(shell, meeting)
    write_config.write_text("ratings = false\n")
    assert "heaviest" not in shell.done("meetings", "show", meeting).out
    assert shown(shell, meeting)["heavy_from"] is None


def test_rule_02_what_is_not_told_is_named_nowhere(shell: Shell) -> None:
    meeting = plan(shell)
    for done in (shell.done("meetings"), shell.done("meetings", "show", meeting)):
        assert not re.search(r"miss|overdue|late|0 of|%", done.out)


def test_it_is_changed_rests_wakes_and_is_removed(shell: Shell) -> None:
    meeting = plan(shell)
    shell.done("meetings", "held", meeting)
    shell.done("meetings", "change", meeting, "every", "2", "weeks", "on", "friday",
               "--with", "none", "--called", "Walk",
               "--until", "2027-03-01", "--ask-after", "on")  # fmt: skip
    (found,) = listed(shell)
    assert (found["title"], found["every_weeks"], found["at"], found["until"], found["asks"]) == (
        "Walk", 2, None, "2027-03-01", True,
    )  # fmt: skip
    assert [day["due"] for day in found["days"]] == ["2026-11-17"]
    assert shell.done("meetings", "change", meeting).err == "Nothing was changed.\n"
    assert shell.done("meetings", "rest", meeting).err.startswith("It rests: Walk.")
    assert "resting" in shell.done("meetings").out
    assert shell.done("meetings", "rest", meeting).err == "Awake again: Walk.\n"
    assert shell("meetings", "remove", meeting).code == 2
    shell("meetings", "remove", meeting, answers="n\n")
    assert len(listed(shell)) == 1
    shell.done("meetings", "remove", meeting, "--yes")
    assert listed(shell) == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("frob",), "`meetings` can do this: add, change, held"),
        (("held",), "Which meeting?"),
        (("held", "zzzz"), "No meeting has an id that starts with “zzzz”."),
        (("add",), "When is it?"),
        (("add", "mentorship", "soon"), "“soon” is not a time I can read."),
        (("add", "friday", "--until", "2026-11-01"), "2026-11-01 is before the first one"),
        (("add", "friday", "--ask-after", "maybe"), "--ask-after is on or off"),
        (("moved", "ID"), "Moved to which day?"),
        (("moved", "ID", "never"), "“never” is not a day I can read."),
        (("held", "ID", "--on", "2026-11-18"), "It is not planned for Wed 18 Nov."),
        (("held", "ID", "--on", "2026-11-24"), "That one is still to come, on Tue 24 Nov."),
        (("held", "ID", "--minutes", "long"), "Minutes are a whole number"),
    ],
)
def test_a_slip_is_one_sentence_and_nothing_is_changed(
    shell: Shell, typed: tuple[str, ...], sentence: str
) -> None:
    meeting = plan(shell)
    done: Done = shell("meetings", *(meeting if word == "ID" else word for word in typed))
    assert done.code != 0
    assert done.err.startswith(sentence)
    assert done.err.count("\n") == 1
    assert days(shell, meeting) == []
    assert len(listed(shell)) == 1


def test_hostile_words_are_only_words(shell: Shell) -> None:
    shell.done("meetings", "add", "friday", "--called", "\x1b[31mred\x1b[0m", "--with", "[b]x")
    for typed in ((), ("show", listed(shell)[0]["id"])):
        assert "\x1b" not in shell.done("meetings", *typed).out
    assert json.dumps(listed(shell))
