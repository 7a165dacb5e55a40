"""A line for what opens the lock: dots, nothing of it leaves, and a paste is one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.tui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from textual import events


class UnlockLine(TextLine):
    """A line that shows dots while its `password` is set."""

    def __init__(self) -> None:
        """Begin empty and hidden."""
        super().__init__(password=True, compact=True, select_on_focus=False)

    def on_paste(self, event: events.Paste) -> None:
        """Take all that is pasted: a recovery key can be broken into lines."""
        event.prevent_default()
        event.stop()
        self.replace("".join(event.text.splitlines()), *self.selection)

    def action_copy(self) -> None:
        """Copy nothing: the terminal's clipboard is read by others."""

    def action_cut(self) -> None:
        """Take out what is selected, and copy nothing."""
        self.delete_selection()
