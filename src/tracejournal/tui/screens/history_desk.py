"""The desk of History: search, list and reader, and how they are filled."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tracejournal.model.clock import EPOCH
from tracejournal.model.errors import JournalError, NotFound
from tracejournal.model.hints import hints
from tracejournal.model.query import Query, parse_query
from tracejournal.tui.screens.base import HouseScreen
from tracejournal.tui.screens.gathering import ListFiller, Search, shelf_of, with_likenesses
from tracejournal.tui.widgets.entry_list import EntryList
from tracejournal.tui.widgets.reader import Reader
from tracejournal.tui.widgets.search_box import SearchBox
from tracejournal.tui.widgets.search_help import SearchHelp
from tracejournal.words import history as words
from tracejournal.words import lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from tracejournal.journal.history import Likeness
    from tracejournal.model.entry import Entry

_LOOK_AGAIN = timedelta(seconds=1)
"""Between two looks whether another program wrote, while someone moves about."""

_NOTHING = {"sealed": words.NOTHING_SEALED, "trash": words.NOTHING_IN_TRASH}


class HistoryDesk(HouseScreen):
    """What stands on History, without what can be done there."""

    def __init__(self) -> None:
        """Begin with everything in the list, and nothing opened."""
        super().__init__()
        self.search_box = SearchBox(self.app.clock.today)
        self.search_help = SearchHelp()
        self.entry_list = EntryList(id="history-list")
        self.reader = Reader()
        self.filler = ListFiller(self, self.entry_list)
        self.leaving: set[str] = set()
        self._looked_at = EPOCH
        self._said = ("", "")
        self._read_as_of: tuple[object, ...] = ()

    def compose_body(self) -> ComposeResult:
        """The search above, list and reader below it."""
        yield self.search_box
        yield self.search_help
        with Horizontal(classes="panes"):
            with Vertical(classes="card list-pane"):
                yield Static(markup=False, classes="hint nothing")
                yield self.entry_list
            yield self.reader

    def on_mount(self) -> None:
        """Show words, or dates and kinds alone, as was chosen."""
        self.query_one(".nothing").display = False
        self._follow_setting("show_words")
        self.app.settings_changed.subscribe(self, self._follow_setting)

    def _follow_setting(self, name: str) -> None:
        if name == "show_words":
            self.entry_list.show_words = self.app.config.show_words

    @on(SearchBox.Entered)
    @work(group="names", exclusive=True)
    async def _learn_names(self) -> None:
        try:
            people = await self.ask(lambda journal: journal.history.known_people())
            tags = await self.ask(lambda journal: journal.history.known_tags())
        except JournalError:
            return  # nothing is completed; whatever is wrong is said where it matters
        self.search_box.know(people, tags)

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _on_focus_moved(self) -> None:
        """Leave room for what can be typed while the search is typed in, so that nothing jumps."""
        self.search_help.set_class(self.search_box.has_focus, "-typing")

    @on(SearchBox.CompletionsChanged)
    def _on_completions(self, event: SearchBox.CompletionsChanged) -> None:
        event.stop()
        self.search_help.offer(event.completions)
        if self.search_box.finished != self.filler.search.typed:
            self.look_for(self.search_box.finished, self.shelf)

    @on(SearchHelp.Chosen)
    def _on_completion_chosen(self, event: SearchHelp.Chosen) -> None:
        event.stop()
        self.search_box.complete(event.completion)

    @property
    def shelf(self) -> str:
        """Which shelf the list shows."""
        return self.filler.search.shelf

    @property
    def searched(self) -> Query:
        """What is searched for."""
        return parse_query(self.filler.search.typed, self.app.clock.today())

    def look_for(self, typed: str, shelf: str, *, from_top: bool = True) -> None:
        """Show what another search finds, from its first or around where the cursor is."""
        by_rank = self.filler.search.by_rank and shelf == "kept" and bool(typed.strip())
        self.filler.search = Search(typed, shelf, by_rank)
        self.filler.from_top = from_top
        self.filler.go_to = None
        self.entry_list.shelf = shelf
        self.search_help.say(hints(typed, self.app.clock.today()))
        self.fill()

    async def reload(self) -> None:
        """Read again what is shown, if anything changed. Returns at once."""
        self.fill()

    @work(group="fill", exclusive=True)
    async def fill(self) -> None:
        """Fill the list. A newer call takes the place of one that still reads."""
        try:
            if await self.filler.fill():
                self._on_filled()
            if self.filler.as_of != self._read_as_of:
                await self._read_again()
                self._read_as_of = self.filler.as_of
        except JournalError as refusal:
            self.filler.all_there.set()  # no more will come
            self.entry_list.stay()
            self.app.refuse(refusal)

    def _on_filled(self) -> None:
        """Say what the list shows now."""
        rows = self.entry_list.rows
        self.search_box.say_count(words.count(self.filler.count))
        nothing = self.query_one(".nothing", Static)
        nothing.display = not rows
        if not rows:
            is_all = not self.filler.search.typed.strip()
            said = _NOTHING.get(self.shelf, words.EMPTY_JOURNAL) if is_all else words.NOTHING_FOUND
            nothing.update(Content(said))
        self.reader.mark(self.searched)
        self.refresh_bindings()

    async def _read_again(self) -> None:
        """Show the open entry as it is now, or close it gently where it is gone."""
        was = self.reader.entry
        if was is None:
            return
        try:
            entry, likenesses = await self.ask(lambda journal: with_likenesses(journal, was.id))
        except NotFound:
            entry = None
        if self.reader.entry is not was:
            return
        if entry is not None and shelf_of(entry) == shelf_of(was):
            self.reader.open(entry, likenesses, self.searched)
            return
        if was.id not in self.leaving:
            self.app.say(words.GONE)
        self.leaving.discard(was.id)
        self.close_reader()

    @on(EntryList.LinesWanted)
    def _on_lines_wanted(self, event: EntryList.LinesWanted) -> None:
        self._read_lines(event.rows, event.edition)

    @work(group="lines")
    async def _read_lines(self, rows: tuple[int, ...], edition: int) -> None:
        try:
            lines = await self.ask(lambda journal: journal.history.lines(rows))
        except JournalError as refusal:
            self.app.refuse(refusal)
        else:
            self.entry_list.add_lines(lines, edition)

    @on(EntryList.RowsWanted)
    def _on_rows_wanted(self, event: EntryList.RowsWanted) -> None:
        self._read_rows(event.row, event.edition, above=event.above)

    @work(group="rows")
    async def _read_rows(self, row: int, edition: int, *, above: bool) -> None:
        try:
            await self.filler.extend(row, edition, above=above)
        except JournalError as refusal:
            self.entry_list.stay()
            self.app.refuse(refusal)

    @on(EntryList.JumpWanted)
    def _on_jump_wanted(self, event: EntryList.JumpWanted) -> None:
        self.filler.go_to = event.row
        self.fill()

    @on(EntryList.Moved)
    @on(EntryList.Selected)
    def _on_moved(self) -> None:
        self._say_place()
        now = self.app.clock.local_now()
        if abs(now - self._looked_at) > _LOOK_AGAIN:  # or the clock was set back
            self._looked_at = now
            self._look_again()

    @work(group="look", exclusive=True)
    async def _look_again(self) -> None:
        try:
            await self.app.publish_change()
        except JournalError as refusal:
            self.app.refuse(refusal)

    def _say_place(self) -> None:
        """Say above the list which month the cursor is in, below it what is selected."""
        line = self.entry_list.current
        by_rank = self.filler.search.by_rank and self.filler.has_best
        above, below = self._said
        if by_rank:
            above = words.BEST_FIRST
        elif line is not None:
            above = words.month(line.when.on, self.shelf)
        elif not self.entry_list.rows:
            above = words.SHELVES[self.shelf] or words.LIST
        selected = lists.selected(len(self.entry_list.selected))
        order = words.ORDER_NOTES[by_rank] if self.filler.has_best and self.entry_list.rows else ""
        below = selected or words.SHELF_NOTES[self.shelf] or order
        if (above, below) != self._said:  # the whole list is painted again for it
            self._said = (above, below)
            pane = self.query_one(".list-pane", Vertical)
            pane.border_title, pane.border_subtitle = Content(above), Content(below)

    def show_entry(self, entry: Entry, likenesses: Sequence[Likeness]) -> None:
        """Open an entry in the reader."""
        self.reader.shelf = shelf_of(entry)
        self.reader.open(entry, likenesses, self.searched)
        self.add_class("-reading")
        if not self.beside:
            self.reader.focus()
        self.refresh_bindings()

    def close_reader(self) -> None:
        """Close the open entry."""
        self.reader.close()
        self.remove_class("-reading")
        if not self.search_box.has_focus:
            self.entry_list.focus()
        self.refresh_bindings()

    @property
    def beside(self) -> bool:
        """List and reader are seen together."""
        return self.has_class("-wide") or self.has_class("-tall")

    def show_list(self) -> None:
        """Let the list be seen, and go to it."""
        if self.reader.entry is not None and not self.beside:
            self.close_reader()
        self.entry_list.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Keep the focus on what is seen."""
        super().on_resize(event)
        hidden = self.entry_list.has_focus and not self.beside
        if hidden and self.reader.entry is not None:
            self.reader.focus()
