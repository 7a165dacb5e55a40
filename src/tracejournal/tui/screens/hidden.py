"""The neutral screen behind which everything hides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Center
from textual.screen import ModalScreen
from textual.widgets import Static

from tracejournal.words import house

if TYPE_CHECKING:
    from textual.app import ComposeResult


class HiddenScreen(ModalScreen[None]):
    """An empty ground. What was on the screen is not under it; the same key brings it back."""

    DEFAULT_CLASSES = "-hidden"
    DEFAULT_CSS = """
    HiddenScreen { background: $paper; align: center bottom; }
    HiddenScreen Toast { display: none; }
    HiddenScreen Static { color: $ink-faint; width: auto; margin-bottom: 1; }
    """

    def compose(self) -> ComposeResult:
        """One quiet line, so that nobody is locked out of their own words."""
        with Center():
            yield Static(house.HIDDEN, markup=False)
