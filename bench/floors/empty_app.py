"""The least a Textual app can do to be ready for keys: one line to type in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.widgets import Input

if TYPE_CHECKING:
    from textual.app import ComposeResult


class EmptyApp(App[None]):
    """One Input, focused."""

    def compose(self) -> ComposeResult:
        """Yield the line."""
        yield Input()


EmptyApp().run()
