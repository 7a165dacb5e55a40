"""Words of any kind: kept whole, shown without power over the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hostile import HOSTILE, UNSAFE

if TYPE_CHECKING:
    from tests.cli.support import Shell

COMMANDS = (
    ("list",),
    ("list", "--json"),
    ("search", "is:moment"),
    ("today",),
    ("show", "last"),
    ("show", "last", "--json"),
    ("export",),
)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_a_person_typed_reaches_the_terminal_raw(shell: Shell, text: str) -> None:
    logged = shell.done("log", "--", text)
    assert not UNSAFE.search(logged.err)
    for command in COMMANDS:
        done = shell.done(*command)
        assert done.out
        assert not UNSAFE.search(done.out + done.err), command


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_refusals_are_safe_to_read_too(shell: Shell, text: str) -> None:
    shell.done("log", "Tea")
    for typed in (
        ("log", "--kind", text),
        ("log", "--on", text),
        ("list", "--type", text),
        ("show", text),
        ("show", "last", text),
        ("prompts", text),
        ("prompts", "hide", text),
        ("trash", text),
        ("export", "--format", text),
        (text,),
        ("path", text),
    ):
        done = shell(*typed)
        assert done.code in (1, 2), typed
        assert not UNSAFE.search(done.err), typed
        assert "Something went wrong" not in done.err, typed
        assert done.err.count("\n") == 1, typed


def test_what_is_seen_is_kept_and_what_was_cleaned_is_said(shell: Shell) -> None:
    for text in (HOSTILE["markup"], HOSTILE["joined emoji"], HOSTILE["quotes"]):
        assert "left out" not in shell.done("log", "--", text).err
        assert shell.kept()[0]["text"] == text
    assert "Control characters" in shell.done("log", "a\x1bb").err
    assert shell.kept()[0]["text"] == "ab"
    assert "left out" not in shell.done("log", piped="a\r\nb\rc").err


def test_a_line_of_a_megabyte(shell: Shell) -> None:
    line = "word " * 200_000 + "end"
    shell.done("log", piped=line)
    assert shell.kept()[0]["text"] == line
    assert len(shell.done("list").out) < 1_000
    assert len(shell.done("today").out) < 2_000
    assert line in shell.done("show", "last").out


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_prompts_are_shown_safely(shell: Shell, text: str) -> None:
    prompts = shell.done("prompts").lines
    added = shell.done("prompts", "add", "--", text).err.split()[1].rstrip(".")
    for line in prompts:
        shell.done("prompts", "hide", line.split()[0])
    for command in (("prompts",), ("today",), ("reflect", "--prompt", added, "Yes")):
        done = shell.done(*command)
        assert not UNSAFE.search(done.out + done.err), command
    asked = shell("reflect", "--prompt", added, answers="")
    assert not UNSAFE.search(asked.err)
    assert not UNSAFE.search(shell.done("show", "last").out)


def test_names_of_people_are_shown_safely(shell: Shell) -> None:
    done = shell.done("log", "--with", "Da\x1b[31mna\u202e", "--tag", "a\x9bb")
    assert not UNSAFE.search(done.err)
    assert not UNSAFE.search(shell.done("show", "last").out)
