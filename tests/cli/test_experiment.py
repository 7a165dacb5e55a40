"""A self-experiment in the shell."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tests.cli.test_help import BANNED

if TYPE_CHECKING:
    from tests.cli.support import Shell

START = ("experiment", "start", "a huddle", "after hard sessions", "--kind", "huddle")


def fill(shell: Shell, *, weeks: int = 4) -> None:
    """Keep 40 rated moments on 20 days: weeks with it 8 and 9, those without 3 and 4."""
    for day in range(7 * weeks):
        if day % 7 < 5:
            shell.clock.set("2026-11-23T08:15")
            shell.clock.pass_time(days=day)
            with_it = not day // 7 % 2
            for add in (0, 1):
                rating = str((8 if with_it else 3) + add)
                kind = "huddle" if with_it and add else "laughter"
                shell.done("log", f"m{day}{add}", "--supported", rating, "--kind", kind)


def test_it_is_set_shown_and_stopped_without_a_word(shell: Shell) -> None:
    done = shell.done(*START, "--weeks", "4", "--starts", "today")
    assert done.err.startswith("Set: “a huddle after hard sessions”. 4 weeks from Mon 23 Nov 2026.")
    shown = shell.done("experiment").out
    assert "every other week · told by peer huddle" in shown
    assert "This is week 1 of 4: a week with it." in shown
    assert "week  2  30 Nov to 6 Dec   without" in shown
    assert "The numbers wait until the end" in shown
    assert shell.done("experiment", "stop").err.startswith("Stopped: “a huddle")
    shown = shell.done("experiment", "show").out
    assert "Stopped on Mon 23 Nov 2026, and not compared" in shown
    assert "numbers wait" not in shown
    assert shell("experiment", "stop").code == 2


def test_it_starts_next_monday_unless_told(shell: Shell) -> None:
    shell.clock.set("2026-11-25T08:00")
    shell.done(*START)
    assert "It starts on Mon 30 Nov 2026." in shell.done("experiment").out


def test_words_can_be_asked_for_or_piped_in(shell: Shell) -> None:
    shell.done("experiment", "start", piped="tea with the team\n")
    assert "tea with the team" in shell.done("experiment").out
    shell.done("experiment", "stop")
    done = shell("experiment", "start", answers="a walk at noon\n")
    assert done.code == 0
    assert "What would you like to try" in done.err


def test_one_at_a_time_is_said_before_anyone_is_asked(shell: Shell) -> None:
    shell.done(*START)
    done = shell("experiment", "start", answers="tea\n")
    assert done.code == 2
    assert "One is on its way already" in done.err
    assert "What would you like" not in done.err


def test_the_result_is_one_card_under_the_same_rules(shell: Shell) -> None:
    shell.done(*START, "--weeks", "4", "--starts", "today")
    fill(shell)
    assert " 8.5 " not in shell.done("experiment").out
    shell.clock.set("2026-12-21T08:00")
    shown = " ".join(shell.done("experiment").out.split())
    assert "week 1 23 Nov to 29 Nov with 8.5 10 of 10 rated" in shown
    assert "with: 8.5 of 10 on average; 20 rated moments, 10 days, 2 weeks" in shown
    assert "Holds up so far: weeks with it were rated higher, by about" in shown
    assert "in 2 of the 2 weeks with it, and in 0 of the 2 without" in shown
    assert "you knew which week it was" in shown


def test_rule_24_too_few_are_counted_and_not_compared(shell: Shell) -> None:
    shell.done(*START, "--weeks", "4", "--starts", "today")
    shell.done("log", "m", "--supported", "7")
    shell.clock.set("2026-12-21T08:00")
    shown = " ".join(shell.done("experiment").out.split())
    assert "Too little to compare: 1 rated moment on 1 day." in shown
    assert "without: nothing was rated" in shown


def test_rule_25_nothing_it_says_is_banned(shell: Shell) -> None:
    shell.done(*START, "--weeks", "4", "--starts", "today")
    running = shell.done("experiment").out
    fill(shell)
    shell.clock.set("2026-12-21T08:00")
    said = running + shell.done("experiment").out
    assert not re.search(rf"\b({BANNED})\b|!", said, re.IGNORECASE)


def test_scripts_get_weeks_and_numbers_once_it_is_over(shell: Shell) -> None:
    assert json.loads(shell.done("experiment", "--json").out) == []
    shell.done(*START, "--weeks", "4", "--starts", "today", "--drawn")
    (running,) = json.loads(shell.done("experiment", "--json").out)
    assert (running["state"], running["rated"], running["gap"]) == ("running", None, None)
    assert isinstance(running["drawn_from"], int)
    assert [week["with"] for week in running["weeks"]].count(True) == 2
    assert "total" not in running["weeks"][0]
    fill(shell)
    shell.clock.set("2026-12-21T08:00")
    (over,) = json.loads(shell.done("experiment", "show", running["id"], "--json").out)
    assert (over["state"], over["rated"], over["days"]) == ("over", 40, 20)
    assert set(over["gap"]) == {"points", "low", "high", "verdict"}
    assert over["weeks"][0]["rated"] == 10


def test_it_is_deleted_once_that_is_confirmed(shell: Shell) -> None:
    shell.done(*START)
    (found,) = json.loads(shell.done("experiment", "--json").out)
    assert shell("experiment", "delete", found["id"], "--no-input").code == 2
    assert "Nothing was changed" in shell("experiment", "delete", found["id"], answers="n\n").err
    shell.done("experiment", "delete", found["id"], "--yes")
    assert "There is no experiment yet" in shell.done("experiment").err


def test_slips_are_told_and_nothing_is_begun(shell: Shell) -> None:
    for typed, said in (
        (("start", "tea", "--weeks", "5"), "“5” does not fit"),
        (("start", "tea", "--kind", "nonsense"), "no kind"),
        (("start", "tea", "--condition", "listened"), "is felt"),
        (("start", "tea", "--kind", "huddle", "--condition", "time"), "not by both"),
        (("start", "tea", "--starts", "friday"), "today or on monday, not on “friday”"),
        (("start",), "Say in a few words"),
        (("begin",), "can do this: start, show, stop, delete ID"),
        (("stop", "now"), "takes no words"),
        (("delete",), "Which one?"),
        (("show", "zz"), "no experiment “zz”"),
    ):
        shell.done("log", "so that there is a journal")
        done = shell("experiment", *typed, "--no-input")
        assert done.code in (1, 2), typed
        assert said in done.err, typed
    assert json.loads(shell.done("experiment", "--json").out) == []


def test_rule_23_without_ratings_there_is_nothing_to_look_at_and_it_says_so(
    shell: Shell,
) -> None:
    shell.done("config", "set", "ratings", "false")
    done = shell(*START)
    assert done.code == 2
    assert "Ratings are switched off" in done.err


def test_it_goes_along_in_an_export(shell: Shell) -> None:
    shell.done(*START, "--weeks", "4")
    (exported,) = json.loads(shell.done("export").out)["experiments"]
    assert exported["action"] == "a huddle after hard sessions"
    assert (exported["kind"], exported["plan"], exported["measure"]) == (
        "huddle",
        "x-x-",
        "supported",
    )
