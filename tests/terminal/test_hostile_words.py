"""All screens over a journal full of hostile text: nothing of it has power over the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hostile import BRANDED, HOSTILE, LARGE, leaked
from tests.terminal.terminal import Terminal
from tracejournal.journal.journal import Journal
from tracejournal.model.clock import Clock
from tracejournal.model.entry import Draft, Moment, Part, Reflection
from tracejournal.store.engine import Store

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

BRAND = " ".join(BRANDED.values())
EVERY_KEY_OF_HISTORY = ("j", "k", "G", "g", "\r", "\x1b", "e")


def keep(texts: Iterable[str]) -> None:
    with Journal.open(clock=Clock(), create=True) as journal:
        for text in texts:
            name = text[:60]
            moment = Moment(text, people=(f"P{name}",), tags=(f"t{name}",))
            journal.entries.keep(Draft(moment))
            journal.entries.keep(Draft(Reflection(parts=(Part(text[:500], text),))))
            journal.drafts.save(f"moment:{len(name)}", {"text": text})
            journal.prompts.add(text[:2_000])


def damage(home: Path) -> None:
    """Write hostile text past the storage door, as another program could."""
    store = Store(str(home / "data" / "journal.db"))
    store.run("UPDATE parts SET question = question || ?, answer = answer || ?", (BRAND, BRAND))
    store.run("UPDATE people SET name = name || ?", (BRAND,))
    store.run("UPDATE tags SET name = name || ?", (BRAND,))
    store.run("UPDATE prompts SET text = text || ?", (BRAND,))
    store.close()


def walk(terminal: Terminal) -> None:
    """Visit every screen and dialog."""
    terminal.wait_for("f1 Help")
    terminal.press("ctrl+o")  # the draft of earlier
    terminal.type("\x1b")
    terminal.wait_for("e Edit")
    terminal.type("\r")
    terminal.settle()
    terminal.type("\x1b")
    terminal.settle()
    terminal.type("e")
    terminal.wait_for("keep the changes")
    terminal.type("\x1b")
    terminal.wait_until_gone("keep the changes")
    terminal.press("ctrl+p")
    terminal.wait_for("What would you like to do?")
    terminal.type("\x1b")
    terminal.wait_until_gone("What would you like to do?")
    terminal.type("\x1bOP")
    terminal.wait_for("Keys that work here")
    terminal.type("\x1b")
    terminal.wait_until_gone("Keys that work here")
    terminal.press("alt+2")
    terminal.wait_for("What made it possible?")
    terminal.type("\x1b")
    terminal.settle()
    terminal.type("jjjj\r")
    terminal.settle()
    terminal.press("alt+3")
    terminal.wait_for("Search")
    terminal.type("\t")
    for key in EVERY_KEY_OF_HISTORY:
        terminal.type(key)
        terminal.settle()
    terminal.type("\x1b")
    terminal.settle()
    terminal.type("d")
    terminal.settle()
    terminal.type("u")
    terminal.settle()
    terminal.press("ctrl+q")
    assert terminal.wait_for_end() == 0
    assert terminal.is_restored


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_on_no_screen_does_a_text_reach_the_terminal_as_a_command(
    size: tuple[int, int], home: Path
) -> None:
    keep([*HOSTILE.values(), BRAND])
    damage(home)
    with Terminal(size=size) as terminal:
        walk(terminal)
    assert leaked(terminal.raw) == []


@pytest.mark.parametrize("name", LARGE)
def test_no_text_is_too_much_for_the_screens(name: str) -> None:
    keep([LARGE[name]])
    with Terminal() as terminal:
        walk(terminal)
    assert leaked(terminal.raw) == []
