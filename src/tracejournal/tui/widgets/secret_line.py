"""A line for what opens the lock: masked, and nothing of it goes anywhere by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.tui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from textual import events


class SecretLine(TextLine):
    """A line that shows dots while its `password` is set, emptied as soon as it is used.

    There is no history, no draft and no suggestion, and copying out of it does nothing. What
    cannot be done from Python: texts are immutable, so each one that stood here while it was
    typed lies in memory until something else is written there. Core dumps are off once a key is
    held (`store.keys`).
    """

    def __init__(self, name: str | None = None) -> None:
        """Begin empty and masked.

        Args:
            name: its id where there are several.
        """
        super().__init__(id=name, password=True, compact=True, select_on_focus=False)

    def take(self) -> str:
        """Return what stands here, and let go of it."""
        typed, self.value = self.value, ""
        return typed

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
