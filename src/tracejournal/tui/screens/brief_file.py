"""Writing a brief into a file: a last look at its very bytes, then the place, then what follows."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tracejournal.exchange.brief import ENDINGS
from tracejournal.journal.files import check_place, write_file
from tracejournal.model.errors import JournalError, Misuse
from tracejournal.model.text import MAX_KEPT, display, one_line
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.screens.dialogs import ConfirmDialog
from tracejournal.tui.widgets.text_line import TextLine
from tracejournal.words import brief as words

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from tracejournal.tui.app import TracejournalApp

_DOCUMENTS = "Documents"
_LONGEST = 2_000


class LastLookDialog(Dialog[str]):
    """The file as it will be, byte for byte, and where to. Answers with the path once written."""

    DEFAULT_CSS = """
    LastLookDialog {
        .bytes { height: 1fr; margin-bottom: 1; background: $marked; padding: 0 1; }
        .bytes Static { height: auto; }
        Input { margin-bottom: 0; }
        .hint { margin-top: 1; }
    }
    """

    def __init__(self, text: str, suggested: str) -> None:
        """Take the whole text of the file, and a path for it."""
        super().__init__()
        self._text = text
        self._suggested = suggested
        self._is_writing = False

    def compose(self) -> ComposeResult:
        """The text, and below it the place."""
        size = words.SIZE.format(size=len(self._text.encode()))
        with Vertical(classes="dialog -large") as box:
            box.border_title = Content(f"{words.LAST_LOOK} · {size}")
            box.border_subtitle = Content(words.LAST_LOOK_KEYS)
            with VerticalScroll(classes="bytes"):
                yield Static(Content(display(self._text, MAX_KEPT)), markup=False)
            yield Static(words.WHERE, markup=False)
            yield TextLine(self._suggested, select_on_focus=False, compact=True)
            yield Static(markup=False, classes="hint")

    def on_mount(self) -> None:
        """Stand in the line of the place."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _on_submitted(self) -> None:
        self._write()

    @work
    async def _write(self) -> None:
        """Write it, having asked where something is there already."""
        if self._is_writing:
            return
        self._is_writing = True
        try:
            path = self._place()
            if await self._may_write(path):
                await asyncio.to_thread(write_file, path, [self._text])
                self.dismiss(path)
        except JournalError as refusal:
            said = str(refusal) if isinstance(refusal, Misuse) else f"{refusal} {words.STILL_HERE}"
            self.query_one(".hint", Static).update(Content(one_line(said, _LONGEST)))
        finally:
            self._is_writing = False

    def _place(self) -> str:
        typed = self.query_one(Input).value.strip()
        if not typed:
            raise Misuse(words.NO_PLACE)
        path = os.path.abspath(os.path.expanduser(typed))
        check_place(path)
        return path

    async def _may_write(self, path: str) -> bool:
        if not _is_taken(path):
            return True
        question = words.ASK_REPLACE.format(path=one_line(path, _LONGEST))
        return await self.app.push_screen_wait(ConfirmDialog(question, words.REPLACE_NOTE))


def _is_taken(path: str) -> bool:
    return os.path.lexists(path)


class WrittenDialog(Dialog[None]):
    """Says where the file is, and that it is out of reach from here on."""

    DEFAULT_CSS = """
    WrittenDialog .hint { margin-top: 1; color: $ink-soft; }
    """

    def __init__(self, path: str) -> None:
        """Take the path of the file."""
        super().__init__()
        self._path = path

    def compose(self) -> ComposeResult:
        """A box with both sentences."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(words.WRITTEN_TITLE)
            box.border_subtitle = Content(words.WRITTEN_KEYS)
            yield Static(Content(one_line(self._path, _LONGEST)), markup=False)
            yield Static(words.OUTSIDE, markup=False, classes="hint")

    def on_key(self, event: events.Key) -> None:
        """Go back on Enter, too."""
        if event.key == "enter":
            event.stop()
            self.dismiss(None)


def suggested_path(form: str) -> str:
    """Return where a brief could go: a name that tells nothing, among the person's documents."""
    home = os.path.expanduser("~")
    documents = os.path.join(home, _DOCUMENTS)
    folder = documents if os.path.isdir(documents) else home
    return os.path.join(folder, words.FILE_NAME + ENDINGS[form])


async def write_brief(app: TracejournalApp, text: str, form: str) -> None:
    """Show the text a last time, ask where to, write it, and say what follows."""
    path = await app.push_screen_wait(LastLookDialog(text, suggested_path(form)))
    if path:
        await app.push_screen_wait(WrittenDialog(path))
