"""Every screen and dialog there is, and the keys that lead there: for snapshots and contrast."""

from __future__ import annotations

from pathlib import Path

from tests.support import FakeClock
from tests.tui.looking_back import write_many
from tests.tui.support import in_journal
from tracejournal import places
from tracejournal.journal.demo import fill_demo

SCENES: dict[str, tuple[str, ...]] = {
    "today": (),
    "today-typing": (*"Thanked", "space", "at", "P"),
    "today-details": ("tab", "right", "tab", "right", "tab", "tab", "7"),
    "today-list": ("escape", "down"),
    "today-resting": ("ctrl+t",),
    "pick": ("tab", "space"),
    "pick-several": ("tab", "tab", "tab", "tab", "tab", "space", "enter", "down", "enter"),
    "ask": ("tab", *["tab"] * 6, "space", *"noday", "enter"),
    "check-in": ("ctrl+g", "6"),
    "edit": ("escape", "e"),
    "help": ("f1",),
    "palette": ("ctrl+p",),
    "palette-found": ("ctrl+p", *"pro"),
    "hidden": ("f12",),
    "look": ("f9",),
    "reflect": ("alt+2",),
    "history": ("alt+3",),
    "deep-prompt": ("alt+2", "escape", "slash", *"alone", "enter"),
    "history-trash": ("alt+3", "f", *"trash", "enter"),
    "history-nothing": ("alt+3", "slash", *"zzzz"),
    "history-reading": ("alt+3", "down", "enter"),
    "history-completing": ("alt+3", "slash", *"team", "space", *"kind", "colon"),
    "history-best": ("alt+3", "slash", *"and", "enter", "o", "down"),
    "history-many": ("alt+3", "pagedown", "pagedown"),
    "history-hint": ("alt+3", "slash", *"on", "colon", *"2026-02-30", "enter"),
    "calendar": ("alt+3", "y", "left", "up", "up"),
    "calendar-supported": ("alt+3", "y", "f", "f", "left"),
    "calendar-month": ("alt+3", "y", "m", "left", "left"),
}
"""Name of the scene → keys from the opening on."""


LONG = {"history-many"}
"""Scenes with very many entries."""


def furnish(scene: str = "") -> FakeClock:
    """Fill the journal of this test's home with the demo, and return its clock."""
    clock = FakeClock()
    if scene in LONG:
        path = Path(places.journal_file())
        path.parent.mkdir(mode=0o700, parents=True)
        write_many(path)
    else:
        in_journal(fill_demo, clock)
    return clock
