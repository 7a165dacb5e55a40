"""Looking back: asked what kind first, then dates and kinds; words one entry at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tracejournal.model.errors import JournalError
from tracejournal.model.query import Query
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import ENTRY_TYPES, KINDS, Term, label
from tracejournal.tui.commands import LOOK_BACK, bindings
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.screens.dialogs import PickDialog
from tracejournal.tui.widgets.reading import reading
from tracejournal.words import look_back as words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.model.entry import EntryLine
    from tracejournal.tui.app import TracejournalApp


class LookBackDialog(Dialog[None]):
    """Dates and kinds above; below, the words of one, once Enter asked for them."""

    DEFAULT_CSS = """
    LookBackDialog {
        .opened { height: 1fr; margin-top: 1; border-top: solid $line; }
        .opened Static { height: auto; width: 1fr; color: $ink; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(LOOK_BACK))

    def __init__(self, what: str, choice: str) -> None:
        """Take what is looked back on, see `journal.looking_back`; heavy days are left out."""
        super().__init__()
        self._what, self._choice = what, choice
        self._heavy_days = False
        self._lines: tuple[EntryLine, ...] = ()

    def compose(self) -> ComposeResult:
        """The list, and room for one entry."""
        with Vertical(classes="dialog -large") as box:
            box.border_title = Content(words.TITLES[self._what])
            yield OptionList(compact=True)
            with VerticalScroll(classes="opened", can_focus=False):
                yield Static(Content(words.CLOSED), markup=False)

    def on_mount(self) -> None:
        """Look for dates and kinds."""
        self.query_one(OptionList).styles.max_height = "50%"  # there is room for the words, too
        self._look()

    @work(exclusive=True)
    async def _look(self) -> None:
        what, choice, heavy = self._what, self._choice, self._heavy_days
        try:
            self._lines = await self.ask(
                lambda journal: journal.looking_back.find(what, choice, heavy_days=heavy)
            )
        except JournalError as refusal:
            self.app.refuse(refusal)
            return
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(Content(_said(line))) for line in self._lines])
        options.highlighted = 0 if self._lines else None
        box = self.query_one(".dialog")
        box.border_subtitle = Content(words.KEYS_ALL if heavy else words.KEYS)
        nothing = words.NOTHING if heavy else words.NOTHING_BUT_HEAVY
        self._show(Content(words.CLOSED if self._lines else nothing))

    def _show(self, said: Content) -> None:
        self.query_one(".opened Static", Static).update(said)
        self.query_one(".opened", VerticalScroll).scroll_home(animate=False)

    @on(OptionList.OptionHighlighted)
    def _on_moved(self) -> None:
        if self._lines:
            self._show(Content(words.CLOSED))

    @on(OptionList.OptionSelected)
    async def _on_opened(self, event: OptionList.OptionSelected) -> None:
        entry_id = self._lines[event.option_index].id
        try:
            entry = await self.ask(lambda journal: journal.entries.get(entry_id))
        except JournalError as refusal:
            self.app.refuse(refusal)
            return
        self._show(reading(entry, Query()))

    def action_heavy_days(self) -> None:
        """Take in heavy days, or leave them out again."""
        self._heavy_days = not self._heavy_days
        self._look()


def _said(line: EntryLine) -> str:
    named = label(KINDS, line.kind) if line.kind else label(ENTRY_TYPES, line.type)
    return words.line(line.when.on, one_line(named))


async def look_back(app: TracejournalApp, what: str) -> None:
    """Ask what kind, and show dates and kinds of what was chosen.

    Args:
        app: the app.
        what: `ON_THIS_DAY` or `KIND` of `words.look_back`.
    """
    choices = [Term(key, name) for key, name in words.CHOICES[what]]
    picked = await app.push_screen_wait(PickDialog(words.ASK[what], choices))
    if picked:
        await app.show(LookBackDialog(what, picked[0]))
