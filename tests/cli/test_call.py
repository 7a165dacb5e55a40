"""`tracejournal call`: there in every state of journal and settings, and nothing is dialled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.support import process
from tracejournal.journal.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.support import Shell

HEADINGS = ["Someone I chose", "At work", "Lines that listen", "In an emergency"]


def headings(out: str) -> list[str]:
    return [line for line in out.splitlines() if line and not line.startswith(" ")]


def test_rule_16_the_page_prints_without_a_journal_in_its_order(shell: Shell, home: Path) -> None:
    done = shell.done("call", "--region", "IE")
    assert headings(done.out) == HEADINGS
    assert "Samaritans  116 123" in done.out
    assert "112 or 999" in done.out
    assert "samaritans.org, read 23 Nov 2026" in done.out
    assert "findahelpline.com" in done.out
    assert "988" not in done.out
    assert done.err == ""
    assert not home.exists()


def test_without_a_region_every_regions_lines_show_and_it_asks_quietly(shell: Shell) -> None:
    done = shell.done("call")
    assert "116 123  (Ireland)" in done.out
    assert "13 11 14  (Australia)" in done.out
    assert done.err == "Lines of every region are shown. --region IE shows those of one.\n"


def test_the_region_of_the_settings_holds(shell: Shell, write_config: Path) -> None:
    write_config.write_text('region = "AU"\n')
    done = shell.done("call")
    assert ("13 11 14" in done.out, "116 123" in done.out, done.err) == (True, False, "")
    assert "116 123" in shell.done("call", "--region", "ireland").out


def test_a_persons_own_come_first(shell: Shell) -> None:
    shell.done("log", "Tea")
    with Journal.open() as journal:
        journal.contacts.add("chosen", {"name": "Mary", "number": "085 123", "hours": "after six"})
        journal.contacts.hide("find-a-helpline")
    out = shell.done("call", "--region", "IE").out
    assert "  Mary  085 123\n    after six · yours, since " in out
    assert out.index("Mary") < out.index("Samaritans")
    assert "Find A Helpline" not in out


@pytest.mark.parametrize("harm", [b"not a journal at all", b""])
def test_rule_16_a_journal_that_cannot_be_opened_does_not_hide_the_lines(
    shell: Shell, home: Path, harm: bytes
) -> None:
    shell.done("log", "Tea")
    (home / "data" / "journal.db").write_bytes(harm)
    done = shell.done("call", "--region", "IE")
    assert "116 123" in done.out
    assert done.err == (
        "Your own list cannot be read just now. These lines came with tracejournal.\n"
    )


def test_settings_that_cannot_be_read_do_not_hide_the_lines(
    shell: Shell, write_config: Path
) -> None:
    write_config.write_text("region = \n")
    done = shell.done("call")
    assert "116 123" in done.out
    assert "cannot be read" in done.err


def test_an_unknown_region_is_told_and_the_choices_with_it(shell: Shell) -> None:
    done = shell("call", "--region", "Narnia")
    assert done.code == 2
    assert "Narnia" in done.err
    assert "IE" in done.err


def test_a_program_without_a_screen_can_read_it() -> None:
    done = process("call", "--region", "US", environment={"NO_COLOR": "1", "TERM": "dumb"})
    assert done.returncode == 0
    assert b"988 Lifeline  988" in done.stdout
    assert b"\x1b" not in done.stdout
