"""Finding rows around where one looks, so that a million entries are as near as a thousand."""

from __future__ import annotations

import asyncio
from array import array
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from tracejournal.tui.widgets.row_view import NEWEST, OLDEST
from tracejournal.tui.widgets.row_window import More
from tracejournal.words.history import MOST_COUNTED

if TYPE_CHECKING:
    from tracejournal.journal.history import Likeness
    from tracejournal.journal.journal import Journal
    from tracejournal.model.entry import Entry, EntryLine
    from tracejournal.tui.screens.base import HouseScreen
    from tracejournal.tui.widgets.entry_list import EntryList

STRETCH = MOST_COUNTED + 1
"""Rows asked for at a time: so many that there is an exact count where nothing is beyond them."""

FIRST_LINES = 64
"""Lines that come with the rows, on either side of the cursor: more than any terminal shows."""


@dataclass(frozen=True)
class Search:
    """What a list shows.

    Attributes:
        typed: the query language.
        shelf: "kept", "sealed" or "trash".
        by_rank: the best match first, else the newest.
    """

    typed: str = ""
    shelf: str = "kept"
    by_rank: bool = False


@dataclass(frozen=True)
class Found:
    """Part of what was found.

    Attributes:
        rows: in the order of the list.
        more: what is found beyond them.
        count: how many there are; exact up to `MOST_COUNTED`.
        has_best: some may match better than others.
        lines: of the rows around the one that was asked for.
        as_of: what the journal was then.
    """

    rows: array[int]
    more: More
    count: int
    has_best: bool
    lines: tuple[EntryLine, ...]
    as_of: tuple[object, ...]


class ListFiller:
    """Fills a list with what a search finds.

    Attributes:
        search: what the list is to show; a newer one counts with the next `fill`.
        from_top: the cursor goes to the first entry, once.
        go_to: the cursor goes to this row or the next older one, once.
        count: how many were found; exact up to `MOST_COUNTED`.
        has_best: some of them may match better than others.
        all_there: set while the list shows what was last searched for.
        as_of: what the journal was when the list was last filled; () before that.
    """

    def __init__(self, screen: HouseScreen, entry_list: EntryList) -> None:
        """Take the screen that asks the journal, and the list."""
        self.search = Search()
        self.from_top = True
        self.go_to: int | None = None
        self.count = 0
        self.has_best = False
        self.all_there = asyncio.Event()
        self._journal = screen.app.journal
        self._list = entry_list
        self.as_of: tuple[object, ...] = ()

    async def fill(self) -> bool:
        """Show what is found around the cursor; return False where nothing changed.

        It may be cancelled for a newer search; then this one is read no further.
        """
        self.all_there.clear()
        at = self.go_to
        if at is None and not self.from_top:
            at = self._list.current_row
        known = self.as_of if self.go_to is None else ()
        found = await self._journal.look(partial(_found, self.search, at, known))
        if found is not None:
            self._list.show_rows(
                found.rows, found.lines, at=_first(found) if at is None else at, more=found.more
            )
            self.go_to, self.as_of = None, found.as_of
            self.count, self.has_best = found.count, found.has_best
        self.from_top = False
        self.all_there.set()
        return found is not None

    async def extend(self, row: int, edition: int, *, above: bool) -> None:
        """Put more rows above or below those that the list knows."""
        rows = await self._journal.ask(partial(_next, self.search, row, above))
        is_all = len(rows) < STRETCH
        self._list.add_rows(rows, edition, above=above, is_all=is_all)


def _first(found: Found) -> int | None:
    return found.rows[0] if found.rows else None


def _found(
    search: Search, at: int | None, known: tuple[object, ...], journal: Journal
) -> Found | None:
    """Return what is found around a row, or from the top; None where that is known already."""
    # What a search finds depends on the day as well: `on:yesterday`.
    as_of = (search, journal.change_count(), journal.clock.today())
    if as_of == known:
        return None
    has_best = journal.history.has_best(search.typed, search.shelf)
    count = None
    if search.by_rank and has_best:
        rows = journal.history.find(search.typed, search.shelf, by_rank=True)
        more = More(in_time=False)
        count = journal.history.count(search.typed, search.shelf)
    else:
        rows, more = _stretch(journal, search, at)
    place = _place(rows, at) if more.in_time else 0
    shown = rows[max(0, place - FIRST_LINES) : place + FIRST_LINES]
    lines = tuple(journal.history.lines(shown).values())
    return Found(rows, more, len(rows) if count is None else count, has_best, lines, as_of)


def _stretch(journal: Journal, search: Search, at: int | None) -> tuple[array[int], More]:
    find = partial(journal.history.find, search.typed, search.shelf)
    newer = array("q")
    if at is not None:
        newer = find(limit=STRETCH, after=at)
        newer.reverse()
    older = find(limit=STRETCH, before=None if at in (None, NEWEST) else at + 1)
    if max(len(newer), len(older)) < STRETCH:
        return newer + older, More()
    return newer + older, More(
        newer=len(newer) == STRETCH,
        older=len(older) == STRETCH,
        newest=_end_of(journal, search.shelf, after=None),
        oldest=_end_of(journal, search.shelf, after=OLDEST),
    )


def _end_of(journal: Journal, shelf: str, after: int | None) -> int:
    """Return the newest or the oldest row of a shelf, whatever is searched for."""
    return next(iter(journal.history.find("", shelf, 1, after=after)), 0)


def _place(rows: array[int], at: int | None) -> int:
    """Return where in newest-first rows one stands, or the next older one."""
    return 0 if at is None else sum(row > at for row in rows)


def _next(search: Search, row: int, above: bool, journal: Journal) -> array[int]:  # noqa: FBT001 - through partial
    find = partial(journal.history.find, search.typed, search.shelf, STRETCH)
    if not above:
        return find(before=row)
    rows = find(after=row)
    rows.reverse()
    return rows


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
