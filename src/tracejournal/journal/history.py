"""Looking back: lists, search, and what is like an entry."""

from __future__ import annotations

from tracejournal.model.mentions import name_key
from tracejournal.model.query import Query, parse_query
from tracejournal.model.record import Record
from tracejournal.model.tokens import Between
from tracejournal.store import entries, listing, names
from tracejournal.store.json_objects import json_objects
from tracejournal.store.matching import match_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from tracejournal.model.clock import Clock
    from tracejournal.model.entry import Entry, EntryLine
    from tracejournal.store.engine import Store

_PAGE = 40
"""Entries in one text: of the longest there can be, the engine's own limit holds 50."""

_ROWS = 2_000


class Likeness(Record):
    """How many entries share a person or a tag with one.

    Attributes:
        query: what to search for to see them, such as `@Priya`.
        count: how many others, at most 1,000.
    """

    query: str
    count: int


class History:
    """Use cases about finding and reading many entries."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Take the store and the clock."""
        self._store = store
        self._clock = clock

    def find(  # noqa: PLR0913 - what a page is
        self,
        typed: str = "",
        shelf: str = "kept",
        limit: int = -1,
        before: int | None = None,
        after: int | None = None,
        *,
        by_rank: bool = False,
    ) -> array[int]:
        """Return the rows of what a person typed means, newest first.

        Args:
            typed: the query language; anything else is words. Never an error.
            shelf: "kept", "sealed" or "trash".
            limit: at most so many, or -1 for all.
            before: only rows older than this one: where an earlier page ended.
            after: only rows newer than this one, and of those the nearest to it, oldest first.
            by_rank: the best match for the words first, 1,000 at most, whenever they were kept;
                `before` and `after` have no meaning then.
        """
        query = parse_query(typed, self._clock.today())
        if by_rank:
            return listing.best_rows(self._store, query, shelf, limit)
        return listing.found_rows(self._store, query, shelf, limit, before, after=after)

    def count(self, typed: str = "", shelf: str = "kept") -> int:
        """Return how many are found, counted to 1,001."""
        return listing.count_found(self._store, parse_query(typed, self._clock.today()), shelf)

    def has_best(self, typed: str, shelf: str = "kept") -> bool:
        """Return whether some of what is found can match better than the rest."""
        query = parse_query(typed, self._clock.today())
        return bool(match_of(self._store, query, shelf).wanted)

    def pages(self, typed: str = "") -> Iterator[array[int]]:
        """Yield the rows `find` would return, so many at a time that memory stays small."""
        before = None
        while rows := self.find(typed, limit=_ROWS, before=before):
            yield rows
            before = rows[-1]

    def on_day(self, day: date) -> tuple[EntryLine, ...]:
        """Return the lines of a day, newest first."""
        rows = listing.found_rows(self._store, Query(filters=(Between("day", day, day),)))
        found = listing.lines(self._store, rows)
        return tuple(found[row] for row in rows if row in found)

    def lines(self, rows: Iterable[int]) -> dict[int, EntryLine]:
        """Return what a list shows of some rows, by row; rows that are gone are left out."""
        return listing.lines(self._store, rows)

    def row_of_day(self, day: date) -> int | None:
        """Return the row of the latest entry of a day, or of the nearest before it; else None."""
        return listing.row_of_day(self._store, day)

    def entries(self, typed: str = "", shelf: str = "kept", limit: int = -1) -> Iterator[Entry]:
        """Yield whole entries, newest first, a page at a time so that memory stays small."""
        rows = self.find(typed, shelf, limit)
        for start in range(0, len(rows), _PAGE):
            yield from entries.by_rows(self._store, rows[start : start + _PAGE])

    def as_json(self, rows: Sequence[int]) -> Iterator[str]:
        """Yield the entries of some rows as JSON objects with commas between, page by page."""
        for start in range(0, len(rows), _PAGE):
            yield json_objects(self._store, rows[start : start + _PAGE])

    def likenesses(self, entry: Entry) -> tuple[Likeness, ...]:
        """Return which people and tags of an entry others name, too."""
        content = entry.content
        shared = (
            *(("people", "@", name) for name in content.people),
            *(("tags", "#", name) for name in content.tags),
        )
        found = (
            Likeness(
                sign + name.replace(" ", "_"),
                listing.count_with(self._store, table, name_key(name), but=entry.row),
            )
            for table, sign, name in shared
        )
        return tuple(likeness for likeness in found if likeness.count > 0)

    def known_people(self, limit: int = 2_000) -> tuple[str, ...]:
        """Return names that can be meant: the circle in its order, then others, latest first.

        Aliases follow; those who rest, are on leave or are quiet come last.
        """
        first, last = names.circle_names(self._store, self._clock.today())
        others = names.latest_names(self._store, "people", limit)
        return tuple(dict.fromkeys(_told_last((*first, *others), last)))[:limit]

    def known_tags(self, limit: int = 2_000) -> tuple[str, ...]:
        """Return tags, latest first."""
        return names.latest_names(self._store, "tags", limit)


def _told_last(names: Iterable[str], last: Sequence[str]) -> Iterator[str]:
    """Yield names, some of them after all others."""
    yield from (name for name in names if name not in last)
    yield from last
