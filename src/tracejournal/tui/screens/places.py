"""Where is my data: every path, the newest verified backup, and what erasing cannot reach."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tracejournal.journal.whereabouts import told, whereabouts
from tracejournal.model.text import display
from tracejournal.tui.screens.base import Dialog
from tracejournal.words import backups as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from tracejournal.journal.whereabouts import Whereabouts
    from tracejournal.tui.app import TracejournalApp


class PlacesDialog(Dialog[None]):
    """Where everything is."""

    def __init__(self, found: Whereabouts) -> None:
        """Take what was found."""
        super().__init__()
        self._found = found

    def compose(self) -> ComposeResult:
        """A box with a paragraph a place."""
        with VerticalScroll(classes="dialog -large") as box:
            box.border_title = Content(words.PLACES_TITLE)
            box.border_subtitle = Content(words.PLACES_FOOT)
            yield Static(Content("\n\n").join(_paragraphs(self._found)), markup=False)


async def show_places(app: TracejournalApp) -> None:
    """Look where everything is, and show it."""
    backups, is_locked = await app.journal.ask(
        lambda journal: (journal.backups, journal.is_locked)  # never by the file: it is open here
    )
    found = await asyncio.to_thread(whereabouts, backups, is_locked=is_locked)
    await app.push_screen_wait(PlacesDialog(found))


def _paragraphs(found: Whereabouts) -> Iterator[Content]:
    for name, path, said in told(found):
        heading = Content.assemble((name, "bold $lead"), (f"  {said}", "$ink-soft"))
        yield Content("\n").join((heading, Content(display(path))))
    about = words.about(is_locked=found.is_locked, engine=found.engine)
    for note in (*about, words.HOW_TO_LEAVE):
        yield Content.styled(note, "$ink-soft")
