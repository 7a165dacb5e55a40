"""Finding rows in pages, so that the first are seen at once and a newer search never waits."""

from __future__ import annotations

import asyncio
from array import array
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from tracejournal.journal.history import Likeness
    from tracejournal.journal.journal import Journal
    from tracejournal.model.entry import Entry, EntryLine
    from tracejournal.tui.screens.base import HouseScreen
    from tracejournal.tui.widgets.entry_list import EntryList

FIRST_PAGE = 500
"""Rows that are shown at once."""

NEXT_PAGE = 32_768
"""Rows asked for after them at a time: about 30 ms of the journal's thread."""

FIRST_LINES = 64
"""Lines that come with the first rows: more than any terminal shows."""


@dataclass(frozen=True)
class Search:
    """What a list shows.

    Attributes:
        typed: the query language.
        shelf: "kept", "sealed" or "trash".
    """

    typed: str = ""
    shelf: str = "kept"


@dataclass(frozen=True)
class Found:
    """A page of what was found.

    Attributes:
        rows: newest first, older than those of the page before.
        lines: of the first rows.
        is_last: nothing older is found.
    """

    rows: array[int]
    lines: tuple[EntryLine, ...]
    is_last: bool


class ListFiller:
    """Fills a list with what a search finds.

    Attributes:
        search: what the list is to show; a newer one counts with the next `fill`.
        from_top: the cursor goes to the newest entry, once.
        go_to: the cursor goes to this row or the next older one, once.
        all_there: set while nothing is missing in the list.
        as_of: what the journal was when the list was last filled to its end; () before that.
    """

    def __init__(self, screen: HouseScreen, entry_list: EntryList) -> None:
        """Take the screen that asks the journal, and the list."""
        self.search = Search()
        self.from_top = True
        self.go_to: int | None = None
        self.all_there = asyncio.Event()
        self._screen = screen
        self._list = entry_list
        self._listed: Search | None = None
        self.as_of: tuple[object, ...] = ()

    async def fill(self, page_shown: Callable[[bool], object]) -> None:
        """Read rows until all are there, unless nothing changed.

        It may be cancelled at any page, for a newer search.

        Args:
            page_shown: called after each page that is seen in the list, and told whether it was
                the last.
        """
        as_of = await self._screen.ask(self._state)
        if as_of == self.as_of and self.go_to is None:
            self.all_there.set()
            return
        self.all_there.clear()
        self.as_of = ()
        rows = array("q")
        shown = False
        async for page in self._pages(self.search):
            if shown:
                self._list.add_rows(page.rows)
            else:
                rows.extend(page.rows)
                shown = self._show(rows, page)
            if shown:
                page_shown(page.is_last)
        self.as_of = as_of
        self.all_there.set()

    def _state(self, journal: Journal) -> tuple[object, ...]:
        # What a search finds depends on the day as well: `on:yesterday`.
        return self.search, journal.change_count(), journal.clock.today()

    def _show(self, rows: array[int], page: Found) -> bool:
        """Show the first rows as soon as the place of the cursor is among them."""
        same = self._listed == self.search
        at = self.go_to if self.go_to is not None else self._list.current_row
        if self.from_top and self.go_to is None:
            at = rows[0] if rows else None
        near = at is None or (bool(rows) and rows[-1] <= at and not same)
        if not (page.is_last or near):
            return False
        self._list.show_rows(rows, page.lines, at=at)
        self._listed = self.search
        self.from_top, self.go_to = False, None
        return True

    async def _pages(self, search: Search) -> AsyncIterator[Found]:
        """Yield all that is found, page by page; between two pages others get their turn."""
        page = await self._screen.ask(partial(_page, search, FIRST_PAGE, None))
        yield page
        while not page.is_last:
            page = await self._screen.ask(partial(_page, search, NEXT_PAGE, page.rows[-1]))
            yield page


def _page(search: Search, limit: int, before: int | None, journal: Journal) -> Found:
    history = journal.history
    rows = history.find(search.typed, search.shelf, limit, before)
    shown = rows[:FIRST_LINES] if before is None else array("q")
    return Found(rows, tuple(history.lines(shown).values()), len(rows) < limit)


def with_likenesses(journal: Journal, entry_id: str) -> tuple[Entry, tuple[Likeness, ...]]:
    """Return an entry and what is like it.

    Raises:
        NotFound: there is no such entry.
    """
    entry = journal.entries.get(entry_id)
    hidden = entry.sealed or entry.trashed_at
    return entry, () if hidden else journal.history.likenesses(entry)


def shelf_of(entry: Entry) -> str:
    """Return where an entry is."""
    if entry.trashed_at:
        return "trash"
    return "sealed" if entry.sealed else "kept"
