"""History: search as you type over everything, a list, and a reader that opens by a key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.widgets import Input

from tracejournal.model.errors import JournalError
from tracejournal.tui.commands import HISTORY, bindings
from tracejournal.tui.screens.asking import ask_day, ask_filter, ask_likeness
from tracejournal.tui.screens.doing import do_to_entries
from tracejournal.tui.screens.gathering import shelf_of, with_likenesses
from tracejournal.tui.screens.history_desk import HistoryDesk
from tracejournal.tui.widgets.entry_list import EntryList
from tracejournal.tui.widgets.reader import Reader
from tracejournal.tui.widgets.row_view import OLDEST
from tracejournal.tui.widgets.search_box import SearchBox
from tracejournal.words import history as words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from textual.binding import BindingType


class HistoryScreen(HistoryDesk):
    """Everything that was kept. No entry opens by itself."""

    here = "history"
    CSS_PATH = "history.tcss"
    AUTO_FOCUS = "EntryList"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(HISTORY))

    # Searching

    @on(Input.Changed)
    def _on_typed(self) -> None:
        self.look_for(self.search_box.finished, self.shelf)
        if not self.beside and self.reader.entry is not None:
            self.close_reader()

    @on(SearchBox.Left)
    def _on_search_left(self) -> None:
        self.entry_list.focus()

    async def search_for(self, query: str) -> None:
        """Put a search in the box and show what it finds."""
        self.search_box.put(query)
        self.look_for(query, "kept")
        self.show_list()

    def action_search(self) -> None:
        """Go to the search."""
        self.show_list()
        self.search_box.focus()

    @work
    async def action_filter(self) -> None:
        """Choose what the list shows: a type of entry, or another shelf."""
        shown = self.search_box.entry_type if self.shelf == "kept" else self.shelf
        picked = await ask_filter(self.app, shown or words.ALL)
        if picked is None:
            return
        is_shelf = picked in words.SHELVES
        typed = self.search_box.with_type("" if is_shelf or picked == words.ALL else picked)
        self.search_box.put(typed)
        self.look_for(typed, picked if is_shelf else "kept")
        self.show_list()

    @work
    async def action_go_to_day(self) -> None:
        """Put the cursor on a day. Nothing is filtered."""
        day = await ask_day(self.app)
        if day is None:
            return
        await self.go_to_day(day)

    async def go_to_day(self, day: date) -> None:
        """Put the cursor on the latest entry of a day, or on the nearest before it, in time."""
        row = await self.ask(lambda journal: journal.history.row_of_day(day))
        self.filler.search = replace(self.filler.search, by_rank=False)
        self.filler.go_to = OLDEST if row is None else row
        self.fill()
        self.show_list()

    def action_order(self) -> None:
        """Put the best match first, or the newest again."""
        search = self.filler.search
        self.filler.search = replace(search, by_rank=not search.by_rank)
        self.filler.from_top = True
        self.fill()

    @work
    async def action_more_like_it(self) -> None:
        """Look for the people and tags of the open entry, or of the one under the cursor."""
        likenesses = self.reader.likenesses
        line = self.entry_list.current
        if self.reader.entry is None and line is not None:
            _, likenesses = await self.ask(lambda journal: with_likenesses(journal, line.id))
        query = await ask_likeness(self.app, likenesses)
        if query is not None:
            await self.search_for(query)

    @on(Reader.LikenessChosen)
    async def _on_likeness_chosen(self, event: Reader.LikenessChosen) -> None:
        await self.search_for(event.query)

    def action_dates_only(self) -> None:
        """Hide the words in the list, or show them."""
        self.entry_list.show_words = not self.entry_list.show_words

    # Moving, reading, doing

    @on(EntryList.Chosen)
    def _on_chosen(self, event: EntryList.Chosen) -> None:
        event.stop()
        if event.what == "open":
            self._open(event.ids[0])
        else:
            self._follow(event.what, event.ids)

    @on(Reader.Chosen)
    def _on_reader_chosen(self, event: Reader.Chosen) -> None:
        self._follow(event.what, event.ids)

    @work(group="open", exclusive=True)
    async def _open(self, entry_id: str) -> None:
        if self.reader.entry is not None and self.reader.entry.id == entry_id:
            self.reader.focus()
            return
        try:
            entry, likenesses = await self.ask(lambda journal: with_likenesses(journal, entry_id))
        except JournalError as refusal:
            self.app.refuse(refusal)
            return
        self.show_entry(entry, likenesses)

    @work
    async def _follow(self, what: str, ids: tuple[str, ...]) -> None:
        self.leaving = set(ids)
        await do_to_entries(self.app, what, ids)
        if what in ("edit", "earlier_words"):
            await self._stay_with(ids[0])

    async def _stay_with(self, entry_id: str) -> None:
        """Keep the cursor on an entry that was moved to another time."""
        self.leaving = set()
        try:
            entry = await self.ask(lambda journal: journal.entries.get(entry_id))
        except JournalError:
            return  # it is gone, and the list shows that by itself
        if not self.entry_list.holds(entry.row):
            self.filler.go_to = entry.row
            self.fill()

    async def open_entry(self, entry_id: str) -> None:
        """Put the cursor on an entry and open it; a search that hides it goes.

        Raises:
            NotFound: there is no such entry.
        """
        entry, likenesses = await self.ask(lambda journal: with_likenesses(journal, entry_id))
        if shelf_of(entry) == self.shelf and self.entry_list.holds(entry.row):
            self.entry_list.move_to_row(entry.row)
        else:
            self.search_box.put("")
            self.look_for("", shelf_of(entry), from_top=False)
            self.filler.go_to = entry.row
        self.show_entry(entry, likenesses)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        if action == "back":
            return self._way_back() is not None
        if action == "go_to_day":
            return bool(self.entry_list.rows)
        if action == "order":
            return bool(self.entry_list.rows) and self.filler.has_best
        if action == "dates_only":
            return bool(self.entry_list.rows) and self.shelf != "sealed"
        if action == "more_like_it":
            return bool(self.entry_list.rows) and self.shelf == "kept"
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        """Go one step back: out of the search, out of the entry, then to all entries."""
        way_back = self._way_back()
        if way_back is not None:
            way_back()

    def _way_back(self) -> Callable[[], object] | None:
        if self.search_box.has_focus or (self.reader.has_focus and self.beside):
            return self.entry_list.focus
        if self.reader.entry is not None:
            return self.close_reader
        if self.entry_list.selected:
            return self.entry_list.clear_selection
        if self.search_box.value or self.shelf != "kept":
            return self._show_all
        return None

    def _show_all(self) -> None:
        self.search_box.put("")
        self.look_for("", "kept", from_top=False)

    @work
    async def action_new(self) -> None:
        """Write a new moment."""
        today = await self.app.go("today")
        await today.run_action("new")
