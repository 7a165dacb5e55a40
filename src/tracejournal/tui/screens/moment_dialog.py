"""One entry to read, opened by choice, over the screen it was chosen on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tracejournal.model.query import Query
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.widgets.reading import reading, subtitle, title

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tracejournal.model.entry import Entry


class MomentDialog(Dialog[None]):
    """Its words and what belongs to them."""

    DEFAULT_CSS = """
    MomentDialog .dialog Static { height: auto; width: 1fr; color: $ink; }
    """

    def __init__(self, entry: Entry) -> None:
        """Take the entry."""
        super().__init__()
        self._entry = entry

    def compose(self) -> ComposeResult:
        """A box with the words."""
        with VerticalScroll(classes="dialog") as box:
            box.border_title = Content(title(self._entry))
            box.border_subtitle = Content(subtitle(self._entry))
            yield Static(reading(self._entry, Query()), markup=False)
