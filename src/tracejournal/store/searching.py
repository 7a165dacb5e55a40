"""The statement of a search: streams of rows in the order of time, merged and never sorted.

The order of rows is the order of time, in every index. So what several indexes have in common
comes out newest first while they are walked side by side, and a page costs what it shows. One
index leads: the rarest of the names and terms asked for, else the words, else all that is kept.
The planner is left no choice (`INDEXED BY`, `CROSS JOIN`), with statistics and without.
"""

from __future__ import annotations

from tracejournal.model.record import Record
from tracejournal.store.filters import Sql, Way, rest_of, row_bounds, test_of, ways_of
from tracejournal.store.shelves import INDEXED_SHELF, SHELF_INDEXES, SHELVES, kept_test

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tracejournal.model.query import Query
    from tracejournal.model.tokens import Filter
    from tracejournal.store.engine import Store
    from tracejournal.store.matching import Match

FEW = 1_000
"""Rows that are so few that testing each of them is faster than walking any other index."""

_WORDS_ROW = "entries_search.rowid"
_FOUND = Sql("SELECT rowid FROM entries_search WHERE entries_search MATCH ?")


class Stretch(Record):
    """Which stretch of time a page is from.

    Attributes:
        before: only rows older than this one.
        after: only rows newer than this one, oldest first.
    """

    before: int | None = None
    after: int | None = None

    @property
    def order(self) -> str:
        """The direction in which rows come."""
        return "DESC" if self.after is None else "ASC"


EVER = Stretch()
"""All of time, newest first."""


def statement(store: Store, query: Query, match: Match, shelf: str, stretch: Stretch = EVER) -> Sql:
    """Return the statement that gives the rows of a search in the order of time.

    Args:
        store: asked how many rows a filter has, where there is more than one to begin with.
        query: what to look for.
        match: the words of it.
        shelf: a key of `SHELVES`.
        stretch: which part of time.

    Raises:
        StoreError: the file could not be read.
    """
    bounds = _bounds(query, stretch)
    lead = _lead(store, query, match) if shelf == INDEXED_SHELF else None
    order = f" ORDER BY 1 {stretch.order}"
    if match.wanted and lead is None:
        tests = _tests(query, match, shelf, _WORDS_ROW)
        return _joined([_by_words(match, tests, bounds), Sql(order)], "")
    ways = ways_of(lead) if lead else (_whole(shelf),)
    tests = _tests(query, match, shelf, ways[0].row, but=lead)
    selects = [_by_way(way, tests, bounds, shelf, is_kept=bool(match.wanted)) for way in ways]
    pieces = [_joined(selects, " UNION ALL ")]
    for said, words in ((" INTERSECT ", match.wanted), (" EXCEPT ", match.unwanted)):
        if words:
            pieces += [Sql(said), _where(_FOUND, (words,), _within("rowid", bounds))]
    return _joined([*pieces, Sql(order)], "")


def ranked(query: Query, match: Match) -> Sql:
    """Return the statement that gives rows of a search for words, the best match first."""
    tests = _tests(query, match, INDEXED_SHELF, _WORDS_ROW)
    found = _by_words(match, tests, _bounds(query, EVER))
    # The newer of two that match alike, which is also twice as fast as leaving it to the index.
    return found.replace(text=f"{found.text} ORDER BY entries_search.rank, 1 DESC")


def _lead(store: Store, query: Query, match: Match) -> Filter | None:
    """Return the filter to begin with, the rarest, or None where the words are or there is none."""
    filters = [each for each in query.filters if ways_of(each)]
    if match.is_half_typed or not filters:
        return None if match.wanted else next(iter(filters), None)
    if match.wanted and _count(store, _where(_FOUND, (match.wanted,), ())) <= FEW:
        return None
    if len(filters) == 1:
        return filters[0]
    return min(filters, key=lambda each: _size(store, each))


def _size(store: Store, each: Filter) -> int:
    """Return how many rows the indexes of a filter have, counted until they are not few."""
    size = 0
    for way in ways_of(each):
        size += _count(store, _of(way))
        if size > FEW:
            break
    return size


def _of(way: Way) -> Sql:
    # An index of entries holds what is kept and can be walked for that alone.
    bounds = (
        f" INDEXED BY {way.index} WHERE {SHELVES[INDEXED_SHELF]} AND" if way.index else " WHERE"
    )
    return Sql(f"SELECT 1 FROM {way.table}{bounds} {way.where.text}", way.where.values)  # noqa: S608 - our own names


def _count(store: Store, select: Sql) -> int:
    """Return how many rows there are, counted to one more than are few."""
    sql = f"SELECT count(*) FROM ({select.text} LIMIT {FEW + 1})"  # noqa: S608 - our own fragments
    return int(store.value(sql, select.values))


def _tests(
    query: Query, match: Match, shelf: str, row: str, but: Filter | None = None
) -> tuple[Sql, ...]:
    tests = [test_of(each, shelf, row) for each in query.filters if each != but]
    return (*(rest_of(but) if but else ()), *tests, *match.tests)


def _bounds(query: Query, stretch: Stretch) -> tuple[tuple[str, int], ...]:
    first, last = row_bounds(query.filters)
    given = ((">=", first), ("<=", last), ("<", stretch.before), (">", stretch.after))
    return tuple((sign, row) for sign, row in given if row is not None)


def _within(row: str, bounds: Sequence[tuple[str, int]]) -> tuple[Sql, ...]:
    return tuple(Sql(f"{row} {sign} ?", (end,)) for sign, end in bounds)


def _whole(shelf: str) -> Way:
    return Way("entries", SHELF_INDEXES[shelf], Sql(SHELVES[shelf]))


def _by_way(
    way: Way, tests: Sequence[Sql], bounds: Sequence[tuple[str, int]], shelf: str, *, is_kept: bool
) -> Sql:
    """Return the rows of one index that pass some tests.

    Args:
        way: the index.
        tests: of the row of `entries`.
        bounds: of the rows.
        shelf: where they must be.
        is_kept: something else sees to it that they are kept.
    """
    source = way.table
    where = [way.where, *_within(way.row, bounds), *tests]
    if way.index:
        source = f"entries INDEXED BY {way.index}"
        where.append(Sql(SHELVES[shelf]))
    elif any(test.reads_entry for test in tests):
        source = f"{way.table} CROSS JOIN entries ON entries.id = {way.row}"
        where.append(Sql(SHELVES[shelf]))
    elif not is_kept:
        where.append(Sql(kept_test(way.row)))
    return _where(Sql(f"SELECT {way.row} FROM {source} WHERE 1"), (), where)  # noqa: S608 - our own names


def _by_words(match: Match, tests: Sequence[Sql], bounds: Sequence[tuple[str, int]]) -> Sql:
    """Return the rows whose words match; the index of words holds what is kept and nothing else."""
    row = _WORDS_ROW
    reads_entry = any(test.reads_entry for test in tests)
    joined = f" CROSS JOIN entries ON entries.id = {row}" if reads_entry else ""
    select = f"SELECT {row} FROM entries_search{joined} WHERE entries_search MATCH ?"  # noqa: S608 - our own names
    return _where(Sql(select), (match.wanted,), (*_within(row, bounds), *tests))


def _where(select: Sql, values: tuple[Any, ...], more: Sequence[Sql]) -> Sql:
    return _joined([select.replace(values=values), *more], " AND ")


def _joined(pieces: Sequence[Sql], between: str) -> Sql:
    text = between.join(piece.text for piece in pieces)
    return Sql(text, tuple(value for piece in pieces for value in piece.values))
