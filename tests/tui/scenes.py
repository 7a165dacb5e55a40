"""Every screen and dialog there is, and the keys that lead there: for snapshots and contrast."""

from __future__ import annotations

from tests.support import FakeClock
from tests.tui.support import in_journal
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
}
"""Name of the scene → keys from the opening on."""


def furnish() -> FakeClock:
    """Fill the journal of this test's home with the demo, and return its clock."""
    clock = FakeClock()
    in_journal(fill_demo, clock)
    return clock
