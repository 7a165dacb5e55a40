"""Where is my data: every path, the newest verified backup, and what erasing cannot reach."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tracejournal.journal.whereabouts import whereabouts
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
    backups = await app.journal.ask(lambda journal: journal.backups)
    found = await asyncio.to_thread(whereabouts, backups)
    await app.push_screen_wait(PlacesDialog(found))


def _paragraphs(found: Whereabouts) -> Iterator[Content]:
    held = found.holds
    said = words.holds(held.entries, held.newest_on) if held else words.NOT_READABLE
    yield _place(words.JOURNAL, found.journal, f"{said} · {words.size(found.size)}")
    yield _place(words.BACKUPS, found.folder, _copies(found))
    for name, (path, there) in ((words.SETTINGS, found.settings), (words.STATE, found.state)):
        yield _place(name, path, "" if there else words.NOT_THERE_YET)
    yield Content.styled(words.NOT_REACHED, "$ink-soft")
    yield Content.styled(words.HOW_TO_LEAVE, "$ink-soft")


def _copies(found: Whereabouts) -> str:
    if found.newest_at is None:
        return words.NO_BACKUP_YET
    held = found.newest_holds
    what = words.holds(held.entries, held.newest_on) if held else words.NOT_READABLE
    when = words.moment(found.newest_at)
    newest = words.NEWEST.format(when=when, what=what)
    return f"{words.copies(found.copies, found.copies_size)} · {newest}"


def _place(name: str, path: str, said: str) -> Content:
    heading = Content.assemble((name, "bold $lead"), (f"  {said}" if said else "", "$ink-soft"))
    return Content("\n").join((heading, Content(display(path))))
