"""`tracejournal look-back`: asked for, dates and kinds, never words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.support import Shell

KEPT = ("log", "Thanks from @Priya", "--from", "Priya", "--kind", "gratitude", "--supported", "9")


@pytest.fixture(autouse=True)
def a_year_ago(shell: Shell) -> None:
    shell.done(*KEPT, "--on", "2025-11-23", "--at", "09:00")


@pytest.mark.parametrize("option", ["--on-this-day", "--kind"])
def test_rule_11_dates_and_kinds_are_listed_and_show_opens_one(shell: Shell, option: str) -> None:
    done = shell.done("look-back", option)
    assert "2025-11-23  09:00  ♥ note of gratitude" in done.out
    assert "Priya" not in done.out
    assert "`tracejournal show ID` opens one." in done.err
    assert "Thanks from @Priya" in shell.done("show", done.out.split()[0]).out


def test_rule_11_a_person_is_asked_what_kind(shell: Shell) -> None:
    done = shell("look-back", "--kind", answers="recognition\n")
    assert (done.code, done.out) == (0, "")
    assert "Which? any, thanks, recognition, supported" in done.err
    assert "gratitude" in shell("look-back", "--kind", answers="\n").out


def test_the_kind_can_be_typed(shell: Shell) -> None:
    assert "gratitude" in shell.done("look-back", "--kind", "thanks").out
    assert shell.done("look-back", "--on-this-day", "reflection").out == ""
    refused = shell("look-back", "--kind", "sad things")
    assert refused.code == 2
    assert "thanks" in refused.err


def test_rule_10_heavy_days_stay_out_unless_asked_for(shell: Shell) -> None:
    shell.done("check-in", "--load", "3")
    shell.clock.set("2025-11-23T21:00")
    shell.done("check-in", "--load", "9")
    shell.clock.set("2026-11-23T08:42")
    assert shell.done("look-back", "--kind").out == ""
    assert "gratitude" in shell.done("look-back", "--kind", "--heavy-days").out


@pytest.mark.parametrize("typed", [(), ("--kind", "--on-this-day")])
def test_which_way_to_look_back_has_to_be_said(shell: Shell, typed: tuple[str, ...]) -> None:
    done = shell("look-back", *typed)
    assert (done.code, done.out) == (2, "")
    assert "look-back --on-this-day" in done.err


def test_rule_10_no_other_command_looks_back_unasked(shell: Shell) -> None:
    for command in (("today",), ("today", "--oneline"), ("call",), ("path",), ("config",)):
        assert "Priya" not in shell.done(*command).out


def test_what_is_in_the_trash_is_not_looked_back_on(shell: Shell) -> None:
    shell.done("delete", "last")
    assert shell.done("look-back", "--kind").out == ""
