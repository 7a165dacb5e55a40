"""`tracejournal rest`: a mark, and the same again takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.support import in_journal

if TYPE_CHECKING:
    from tests.cli.support import Shell


def marks() -> dict[str, str]:
    return {f"{day}": mark for day, mark in in_journal(lambda j: j.days.all_marks()).items()}


@pytest.mark.parametrize(
    ("typed", "last"),
    [("friday", "Fri 27 Nov"), ("monday", "Mon 23 Nov"), ("tomorrow", "Tue 24 Nov")],
)
def test_a_weekday_after_until_is_the_next_one(shell: Shell, typed: str, last: str) -> None:
    assert last in shell.done("rest", "--until", typed).err


def test_today_is_marked_and_the_same_takes_it_back(shell: Shell) -> None:
    done = shell.done("rest")
    assert (done.out, done.err) == ("", "Marked as rest: Mon 23 Nov 2026.\n")
    assert marks() == {"2026-11-23": "rest"}
    assert shell.done("today").lines[0] == "Monday 23 November 2026 · rest"
    assert shell.done("rest").err == "No mark any more: Mon 23 Nov 2026.\n"
    assert marks() == {}
    assert shell.done("today").lines[0] == "Monday 23 November 2026"


def test_leave_can_last(shell: Shell) -> None:
    done = shell.done("rest", "--leave", "--on", "2026-12-24", "--until", "2026-12-26")
    assert done.err == "Marked as leave: Thu 24 Dec 2026 to Sat 26 Dec 2026.\n"
    assert marks() == dict.fromkeys(("2026-12-24", "2026-12-25", "2026-12-26"), "leave")
    shell.done("rest", "--on", "2026-12-25", "--leave")
    assert sorted(marks()) == ["2026-12-24", "2026-12-26"]


def test_a_month_can_be_marked_at_once(shell: Shell) -> None:
    shell.done("rest", "--on", "2026-02", "--leave")
    assert len(marks()) == 28


def test_days_that_cannot_be_are_refused(shell: Shell) -> None:
    done = shell("rest", "--until", "yesterday")
    assert (done.code, marks()) == (2, {})
    assert "before" in done.err
    assert shell("rest", "--on", "someday").code == 2
