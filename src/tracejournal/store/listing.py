"""Lists: which rows a search finds, newest first, and what a page of them shows.

The order of rows is the order of time, so newest first, pages by key, ranges of days and the
order of matches are one order, and stay flat however long the journal.
"""

from __future__ import annotations

from array import array

from tracejournal.store.engine import Translated
from tracejournal.store.filters import LINKS, Sql, last_row_of
from tracejournal.store.matching import match_of
from tracejournal.store.rows import LINE_COLUMNS, line_from
from tracejournal.store.searching import Stretch, ranked, statement
from tracejournal.store.shelves import INDEXED_SHELF, SHELVES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracejournal.model.entry import EntryLine
    from tracejournal.model.query import Query
    from tracejournal.store.engine import Store

_MOST = 2**63 - 1

BEST = 1_000
"""So many best matches are ranked; further down the order means nothing."""


def found_rows(  # noqa: PLR0913 - what a page is
    store: Store,
    query: Query,
    shelf: str = INDEXED_SHELF,
    limit: int = -1,
    before: int | None = None,
    *,
    after: int | None = None,
) -> array[int]:
    """Return the rows a query finds on a shelf, newest first.

    Args:
        store: where to look.
        query: what to look for.
        shelf: a key of `SHELVES`.
        limit: at most so many, or -1 for all.
        before: only rows older than this one: where an earlier page ended.
        after: only rows newer than this one, and of those the nearest to it, oldest first.

    Raises:
        StoreError: the file could not be read.
    """
    match = match_of(store, query, shelf)
    found = statement(store, query, match, shelf, Stretch(before, after))
    return _rows(store, found, min(limit, _MOST))


def best_rows(
    store: Store, query: Query, shelf: str = INDEXED_SHELF, limit: int = -1
) -> array[int]:
    """Return the rows that match the words of a query best (bm25), the best first.

    Where the index holds none of the words, these are the newest. Of a word that a million
    entries hold this takes half a second: on request alone, never while someone types.

    Args:
        store: where to look.
        query: what to look for.
        shelf: a key of `SHELVES`.
        limit: at most so many and never more than `BEST`; -1 for so many.

    Raises:
        StoreError: the file could not be read.
    """
    most = BEST if limit < 0 else min(limit, BEST)
    match = match_of(store, query, shelf)
    if match.wanted:
        return _rows(store, ranked(query, match), most)
    return _rows(store, statement(store, query, match, shelf), most)


def count_found(store: Store, query: Query, shelf: str = INDEXED_SHELF, most: int = 1_000) -> int:
    """Return how many rows a query finds on a shelf, counted to one more than `most`.

    Raises:
        StoreError: the file could not be read.
    """
    return len(found_rows(store, query, shelf, most + 1))


def _rows(store: Store, sql: Sql, limit: int) -> array[int]:
    with Translated(store.path):
        found = store.run(f"{sql.text} LIMIT ?", (*sql.values, limit))
        return array("q", [row for (row,) in found])


def lines(store: Store, rows: Iterable[int]) -> dict[int, EntryLine]:
    """Return what a list shows of some rows, by row; rows that are gone are left out."""
    wanted = tuple(rows)
    places = ", ".join("?" * len(wanted))
    sql = f"SELECT {LINE_COLUMNS} FROM entries WHERE id IN ({places})"  # noqa: S608 - places only
    return {row[0]: line_from(row) for row in store.rows(sql, wanted)}


def row_of_day(store: Store, day: date) -> int | None:
    """Return the row of the latest entry of a day, or of the days before it; else None."""
    row: int | None = store.value(
        "SELECT id FROM entries WHERE +happened_on <= ? AND id <= ? ORDER BY id DESC LIMIT 1",
        (day.isoformat(), last_row_of(day)),
    )
    return row


def count_with(
    store: Store, table: str, name: str, *, but: int | None = None, limit: int = 1_000
) -> int:
    """Return how many kept entries name one of `people` or `tags`, counted up to `limit`.

    Args:
        store: where to look.
        table: "people" or "tags".
        name: the key of the name.
        but: a row that does not count.
        limit: where counting stops.
    """
    link, column = LINKS[table]
    sql = (
        f"SELECT count(*) FROM (SELECT 1 FROM {link} CROSS JOIN entries ON entries.id = entry_id"  # noqa: S608 - our own names
        f" WHERE {column} = (SELECT id FROM {table} WHERE name_key = ?)"
        f" AND {SHELVES['kept']} AND entry_id IS NOT ? LIMIT ?)"
    )
    return int(store.value(sql, (name, but, limit)))
