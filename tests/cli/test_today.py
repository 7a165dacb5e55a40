from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.support import Shell


def test_today_shows_what_was_kept_today_and_the_prompt(shell: Shell) -> None:
    shell.done("log", "Yesterday's tea", "--on", "yesterday")
    shell.done("log", "Thanked @Priya", "--at", "7:55")
    shell.done("check-in", "--energy", "6")
    done = shell.done("today")
    assert done.lines[0] == "Monday 23 November 2026"
    assert done.lines[2].endswith("08:15  ◔ check-in  energy 6")
    assert done.lines[3].endswith("07:55  ♥ note of gratitude  Thanked @Priya")
    assert "1 moment, 1 check-in today" in done.lines
    assert "Yesterday's tea" not in done.out
    assert done.lines[-1] == "`tracejournal reflect` opens it."


def test_json_is_todays_entries_alone(shell: Shell) -> None:
    shell.done("log", "Tea", "--on", "yesterday")
    shell.done("log", "Coffee")
    assert [entry["text"] for entry in shell.done("today", "--json").objects] == ["Coffee"]


def test_one_line_for_a_status_bar(shell: Shell) -> None:
    assert shell.done("today", "--oneline") == (0, "today is open\n", "")
    shell.done("log", "Tea")
    shell.done("log", "Coffee")
    shell.done("check-in", "--load", "2")
    assert shell.done("today", "--oneline").out == "2 moments, 1 check-in today\n"


def test_after_any_absence_it_reads_the_same_as_after_a_day(shell: Shell) -> None:
    shell.done("log", "Tea")
    shell.clock.pass_time(days=1)
    after_a_day = shell.done("today", "--oneline")
    shell.clock.pass_time(days=200)
    assert shell.done("today", "--oneline") == after_a_day
    lines = shell.done("today").lines
    assert (len(lines), lines[1]) == (4, "")


def test_no_journal_is_said_and_is_no_failure(shell: Shell) -> None:
    done = shell("today")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("There is no journal yet.")
    assert shell("today", "--json").out == "[]\n"


def test_words_after_it_are_one_too_many(shell: Shell) -> None:
    done = shell("today", "was", "good")
    assert done.code == 2
    assert done.err.startswith("`today` takes no words, so “was” is one too many.")
