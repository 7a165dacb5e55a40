"""Lists: which rows a search finds, newest first, and what a page of them shows.

The order of rows is the order of time, so newest first, pages by key, ranges of days and the
order of matches are one order, and stay flat however long the journal.
"""

from __future__ import annotations

from array import array
from datetime import UTC, datetime, time, timedelta

from tracejournal.model.clock import EPOCH
from tracejournal.store.engine import Translated
from tracejournal.store.matching import (
    INDEXED_SHELF,
    LIKE,
    half_typed_word,
    indexed_words,
    like_pattern,
    match_expression,
    quoted,
)
from tracejournal.store.rows import LINE_COLUMNS, line_from

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from typing import Any

    from tracejournal.model.entry import EntryLine
    from tracejournal.model.query import Query
    from tracejournal.store.engine import Store

SHELVES = {
    "kept": "sealed = 0 AND trashed_at IS NULL",
    "sealed": "sealed = 1 AND trashed_at IS NULL",
    "trash": "trashed_at IS NOT NULL",
}
"""Where an entry can be: among the kept, sealed, or in the trash."""

_WIDEST_OFFSET = timedelta(hours=40)
"""A local day lies within its UTC day, widened by any offset and any start of the day."""

_LINKS = {
    "people": ("entry_people", "person_id"),
    "tags": ("entry_tags", "tag_id"),
}
"""Where entries are linked to names of a table, and the column that says which."""

_MOST = 2**63 - 1


def found_rows(
    store: Store,
    query: Query,
    shelf: str = INDEXED_SHELF,
    limit: int = -1,
    before: int | None = None,
) -> array[int]:
    """Return the rows a query finds on a shelf, newest first.

    Args:
        store: where to look.
        query: what to look for.
        shelf: a key of `SHELVES`.
        limit: at most so many, or -1 for all.
        before: only rows older than this one: where an earlier page ended.

    Raises:
        StoreError: the file could not be read.
    """
    sql, values = _statement(query, shelf, before, half_typed_word(store, query, shelf))
    with Translated(store.path):
        found = store.run(f"{sql} LIMIT ?", (*values, min(limit, _MOST)))
        return array("q", (row[0] for row in found))


def _statement(
    query: Query, shelf: str, before: int | None, half_typed: str = ""
) -> tuple[str, list[Any]]:
    """Return the statement that walks newest first along the one order that needs no sorting.

    That is the index of words, else the entries of one name, else the entries themselves. CROSS
    JOIN holds the planner to it, so that a page costs the same however long the journal is.
    """
    match = match_expression(indexed_words(query, shelf), half_typed)
    first_name = None if match else next(iter(_named(query)), None)
    row = "entries.id"
    if match:
        row = "entries_search.rowid"
    elif first_name:
        row = f"{_LINKS[first_name[0]][0]}.entry_id"
    conditions: list[str] = []
    values: list[Any] = []
    if half_typed:
        conditions.append(LIKE)
        values.append(like_pattern(half_typed))
    for condition, more in _conditions(query, shelf, row, first_name):
        conditions.append(condition)
        values.extend(more)
    source = "entries"
    if match and not conditions:
        source = "entries_search"  # it holds what is kept and nothing else
    elif row != "entries.id":
        source = f"{row.split('.')[0]} CROSS JOIN entries ON entries.id = {row}"
    if source != "entries_search":
        conditions.append(SHELVES[shelf])
    if match:
        conditions.append("entries_search MATCH ?")
        values.append(match)
    if before is not None:
        conditions.append(f"{row} < ?")
        values.append(before)
    where = " AND ".join(conditions)
    return f"SELECT {row} FROM {source} WHERE {where} ORDER BY {row} DESC", values  # noqa: S608 - our own fragments


def lines(store: Store, rows: Iterable[int]) -> dict[int, EntryLine]:
    """Return what a list shows of some rows, by row; rows that are gone are left out."""
    wanted = tuple(rows)
    places = ", ".join("?" * len(wanted))
    sql = f"SELECT {LINE_COLUMNS} FROM entries WHERE id IN ({places})"  # noqa: S608 - places only
    return {row[0]: line_from(row) for row in store.rows(sql, wanted)}


def _conditions(
    query: Query, shelf: str, row: str, first_name: tuple[str, str] | None
) -> Iterator[tuple[str, Sequence[Any]]]:
    yield from _unmatched_words(query, shelf)
    for table, key in _named(query):
        link, column = _LINKS[table]
        is_name = f"{column} = (SELECT id FROM {table} WHERE name_key = ?)"  # noqa: S608 - our own names
        if (table, key) == first_name:
            yield f"{link}.{is_name}", (key,)
        else:
            other = f"SELECT 1 FROM {link} AS other WHERE other.entry_id = {row}"  # noqa: S608 - our own names
            yield f"EXISTS ({other} AND other.{is_name})", (key,)
    yield from _any_of("type", query.types)
    yield from _any_of("kind", query.kinds)
    if query.first:
        yield f"{row} >= ?", (_row_at(query.first, -_WIDEST_OFFSET),)
        yield "happened_on >= ?", (query.first.isoformat(),)
    if query.last:
        yield f"{row} <= ?", (_row_at(query.last, timedelta(days=1) + _WIDEST_OFFSET),)
        yield "happened_on <= ?", (query.last.isoformat(),)


def _named(query: Query) -> Iterator[tuple[str, str]]:
    """Yield the table and the key of each name, each once."""
    yield from (("people", key) for key in dict.fromkeys(query.people))
    yield from (("tags", key) for key in dict.fromkeys(query.tags))


def _unmatched_words(query: Query, shelf: str) -> Iterator[tuple[str, Sequence[Any]]]:
    """What the index cannot hold (emoji, CJK, other shelves) by reading; and only "without"."""
    indexed = indexed_words(query, shelf)
    if not match_expression(indexed):
        unwanted = " OR ".join(quoted(word.text) for word in indexed)
        if unwanted:
            matches = "SELECT rowid FROM entries_search WHERE entries_search MATCH ?"
            yield f"entries.id NOT IN ({matches})", (unwanted,)
    for word in query.words:
        if word not in indexed:
            yield (f"NOT {LIKE}" if word.without else LIKE), (like_pattern(word.text),)


def _any_of(column: str, keys: Sequence[str]) -> Iterator[tuple[str, Sequence[Any]]]:
    if keys:
        places = ", ".join("?" * len(keys))
        yield f"{column} IN ({places})", keys


def _row_at(day: date, offset: timedelta) -> int:
    midnight = datetime.combine(day, time(), UTC)
    return (midnight - EPOCH + offset) // timedelta(microseconds=1)


def position_of_day(store: Store, rows: Sequence[int], day: date) -> int:
    """Return where in newest-first rows the first entry of a day, or of the days before, is."""
    latest = store.value(
        "SELECT id FROM entries WHERE +happened_on <= ? AND id <= ? ORDER BY id DESC LIMIT 1",
        (day.isoformat(), _row_at(day, timedelta(days=1) + _WIDEST_OFFSET)),
    )
    if latest is None:
        return max(0, len(rows) - 1)
    low, high = 0, len(rows)
    while low < high:
        middle = (low + high) // 2
        if rows[middle] > latest:
            low = middle + 1
        else:
            high = middle
    return min(low, max(0, len(rows) - 1))


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
    link, column = _LINKS[table]
    sql = (
        f"SELECT count(*) FROM (SELECT 1 FROM {link} CROSS JOIN entries ON entries.id = entry_id"  # noqa: S608 - our own names
        f" WHERE {column} = (SELECT id FROM {table} WHERE name_key = ?)"
        f" AND {SHELVES['kept']} AND entry_id IS NOT ? LIMIT ?)"
    )
    return int(store.value(sql, (name, but, limit)))
