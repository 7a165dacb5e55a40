"""The moments behind a line of Patterns, those that disagree, too: dates and kinds, then one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tracejournal.model.errors import JournalError
from tracejournal.model.query import Query
from tracejournal.model.sums import PRESENT
from tracejournal.tui.commands import BEHIND, bindings
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.widgets.answer_lines import Findings, Shown, moment_line
from tracejournal.tui.widgets.reading import reading, title
from tracejournal.tui.widgets.sheet import Sheet, SheetLine
from tracejournal.tui.widgets.stops import Stop
from tracejournal.words import look_back
from tracejournal.words import patterns as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.journal.journal import Journal
    from tracejournal.model.entry import EntryLine
    from tracejournal.patterns.support import Line, Support

    Group = tuple[str, int, Sequence[EntryLine]]
    """What some moments have in common, how many there are, and the newest of them."""

_LISTED = 100
"""So many of a search are listed, the newest; all of them are in History."""


class BehindDialog(Dialog[str]):
    """Moments above; below, the words of one, once Enter asked for them.

    Answers with a search, where all of them are wanted in History.
    """

    DEFAULT_CSS = """
    BehindDialog {
        Sheet { height: auto; max-height: 60%; }
        .opened { height: 1fr; margin-top: 1; border-top: solid $line; }
        .opened Static { height: auto; width: 1fr; color: $ink; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(BEHIND))

    def __init__(self, stop: Stop, found: Findings, *, numbers: bool) -> None:
        """Take what it is behind, what it is part of, and whether ratings are shown."""
        super().__init__()
        self._stop = stop
        self._found = found
        self._shown = Shown(numbers=numbers)
        self._sheet = Sheet()

    def compose(self) -> ComposeResult:
        """The list, and room for one entry."""
        with Vertical(classes="dialog -large") as box:
            box.border_title = Content(_title(self._stop))
            box.border_subtitle = Content(
                words.BEHIND_KEYS if self._stop.query else words.BEHIND_ONE_KEYS
            )
            yield self._sheet
            with VerticalScroll(classes="opened", can_focus=False):
                yield Static(markup=False)

    def on_mount(self) -> None:
        """Look for them."""
        self._sheet.focus()
        self._look()

    @work(exclusive=True)
    async def _look(self) -> None:
        stop = self._stop
        if stop.entry:
            self._sheet.display = False
            await self._open(stop.entry)
            return
        try:
            groups = await self.ask(partial(_groups, stop, self._found))
        except JournalError as refusal:
            self.app.refuse(refusal)
            return
        listed = any(lines for _, _, lines in groups)
        self._sheet.show(lambda _width: tuple(_lines(groups, self._shown)), from_top=True)
        self._say(look_back.CLOSED if listed else words.BEHIND_NOTHING)

    def _say(self, said: str) -> None:
        self._show(Content.styled(said, "$ink-faint"))

    def _show(self, said: Content) -> None:
        self.query_one(".opened Static", Static).update(said)
        self.query_one(".opened", VerticalScroll).scroll_home(animate=False)

    @on(Sheet.Moved)
    def _on_moved(self) -> None:
        self._say(look_back.CLOSED)

    @on(Sheet.Opened)
    async def _on_opened(self, event: Sheet.Opened) -> None:
        event.stop()
        if isinstance(event.stop_at, Stop):
            await self._open(event.stop_at.entry)

    async def _open(self, entry_id: str) -> None:
        try:
            entry = await self.ask(lambda journal: journal.entries.get(entry_id))
        except JournalError as refusal:
            self.app.refuse(refusal)
            return
        if self._stop.entry:
            self.query_one(".dialog").border_title = Content(title(entry))
        self._show(reading(entry, Query()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer History where a search finds them."""
        if action == "in_history":
            return bool(self._stop.query)
        return super().check_action(action, parameters)

    def action_open_line(self) -> None:
        """Show the words of the moment under the cursor."""
        self._sheet.open_stop()

    def action_in_history(self) -> None:
        """Answer with the search that finds all of them."""
        self.dismiss(self._stop.query)


def _title(stop: Stop) -> str:
    if stop.line is None:
        return stop.title
    heading = words.PRESENT if stop.line.presence == PRESENT else words.MISSING
    return words.BEHIND_TITLE.format(heading=heading, condition=stop.title)


def _groups(stop: Stop, found: Findings, journal: Journal) -> list[Group]:
    """Return the moments behind a line, those that agree with it first."""
    if stop.line is not None and found.answer is not None:
        return _of_line(stop.line, found.answer, found.since, journal)
    rows = journal.history.find(stop.query, limit=_LISTED)
    lines = journal.history.lines(rows)
    return [("", len(rows), [lines[row] for row in rows if row in lines])]


def _of_line(line: Line, answer: Support, since: date, journal: Journal) -> list[Group]:
    behind = journal.patterns.behind(line, answer.highest_from, since)
    if answer.highest_from is None:
        others = answer.ratings.count - line.count
        return [
            (words.ALL_NOTED, line.count, behind.with_lower),
            (words.ALL_OTHERS, others, behind.without_lower),
        ]
    return [
        (words.NOTED_HIGH, line.highest, behind.with_high),
        (words.NOTED_LOWER, line.count - line.highest, behind.with_lower),
        (words.OTHER_HIGH, answer.highest - line.highest, behind.without_high),
    ]


def _lines(groups: Sequence[Group], shown: Shown) -> Iterator[SheetLine]:
    for place, (heading, number, lines) in enumerate(groups):
        if heading:
            if place:
                yield SheetLine()
            said = heading.format(number=f"{number:,}")
            if len(lines) < number:
                said = words.NEWEST_OF.format(heading=said, shown=len(lines))
            yield SheetLine(((said, "soft"),))
        yield from (moment_line(line, shown) for line in lines)
