"""Filters of a search in the language of the engine: one table from field to columns.

Each filter is a test of a row of `entries`. Most also have an index that gives their rows in the
order of time, so that a search can begin with the rarest of them.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from tracejournal.model.clock import EPOCH
from tracejournal.model.record import Record
from tracejournal.model.tokens import Between, Choice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tracejournal.model.tokens import Filter

_WIDEST_OFFSET = timedelta(hours=40)
"""A local day lies within its UTC day, widened by any offset and any start of the day."""

LINKS = {"people": ("entry_people", "person_id"), "tags": ("entry_tags", "tag_id")}
"""Where entries are linked to names of a table, and the column that says which."""

_NAMED = {"person": "people", "given": "people", "received": "people", "tag": "tags"}
_FACETS = ("who", "support", "occasion")
_TYPE_OF = {"direction": "moment", "energy": "check-in", "load": "check-in"}
"""Fields without an index of their own, and the type of entries that alone has them."""


class Sql(Record):
    """A piece of a statement, and the values for its question marks."""

    text: str
    values: tuple[Any, ...] = ()

    @property
    def reads_entry(self) -> bool:
        """It asks for columns of `entries`, which must stand in the statement then."""
        return "entries." in self.text


NEVER = Sql("?", (0,))
"""What no row passes. As a value: of a plain 0 the engine makes so much that no index is left."""


class Way(Record):
    """Rows of one index, in the order of time.

    Attributes:
        table: "entries", or a table of links to them.
        index: the index of `entries` that is walked, or "".
        where: which of its rows.
    """

    table: str
    index: str
    where: Sql

    @property
    def row(self) -> str:
        """The column that is the row of an entry."""
        return "entries.id" if self.table == "entries" else f"{self.table}.entry_id"


def test_of(each: Filter, shelf: str, row: str) -> Sql:
    """Return the condition that an entry fulfils if it passes a filter.

    Args:
        each: the filter.
        shelf: where entries are looked for.
        row: the column that holds the row of the entry. Where it is one of an index, names are
            tested without reading the entry, which lies far away from the one before it.
    """
    positive = _choice(each, shelf, row) if isinstance(each, Choice) else _between(each)
    # Not `NOT`: what is unknown, such as the kind of a reflection, is without any kind.
    return positive.replace(text=f"({positive.text}) IS NOT 1") if each.without else positive


def _choice(each: Choice, shelf: str, row: str) -> Sql:
    if each.field == "shelf":
        return Sql("1") if shelf in each.keys else NEVER
    if each.field in ("present", "missing"):
        return _linked(
            "entry_conditions",
            Sql("condition = ? AND presence = ?", (*each.keys, each.field)),
            row,
        )
    if each.field in _FACETS:
        return _linked("entry_facets", _is_facet(each.field, each.keys), row)
    if each.field not in _NAMED:
        return Sql(f"+entries.{each.field} IN ({', '.join('?' * len(each.keys))})", each.keys)
    link, is_name = _name(each)
    named = _linked(link, is_name, row)
    if each.field in ("given", "received"):
        return Sql(f"+entries.direction = ? AND {named.text}", (each.field, *named.values))
    return named


def _linked(link: str, where: Sql, row: str) -> Sql:
    text = f"EXISTS (SELECT 1 FROM {link} AS other WHERE other.entry_id = {row} AND {where.text})"  # noqa: S608 - our own names
    return Sql(text, where.values)


def _is_facet(facet: str, keys: Sequence[str]) -> Sql:
    return Sql(f"facet = ? AND key IN ({', '.join('?' * len(keys))})", (facet, *keys))


def _name(each: Choice) -> tuple[str, Sql]:
    table = _NAMED[each.field]
    link, column = LINKS[table]
    if table == "people":  # by an alias, too
        aliased = "SELECT person_id FROM person_aliases WHERE alias_key = ?"
        named = f"SELECT id FROM people WHERE name_key = ? UNION ALL {aliased} LIMIT 1"  # noqa: S608 - our own names
        return link, Sql(f"{column} = ({named})", (*each.keys, *each.keys))
    return link, Sql(f"{column} = (SELECT id FROM {table} WHERE name_key = ?)", each.keys)  # noqa: S608 - our own names


def _between(each: Between) -> Sql:
    if each.is_empty:
        return NEVER
    column = "happened_on" if each.field == "day" else each.field
    ends = (("<=", each.high), (">=", each.low))
    given = [(sign, end) for sign, end in ends if end is not None]
    return Sql(
        " AND ".join(f"+entries.{column} {sign} ?" for sign, _ in given) or "1",
        tuple(end if isinstance(end, int) else end.isoformat() for _, end in given),
    )


def ways_of(each: Filter) -> tuple[Way, ...]:
    """Return the indexes that hold between them each kept row that passes, once; () for none.

    Other rows may be among them: `rest_of` tells them apart.
    """
    if each.without or each.field in ("day", "shelf"):
        return ()
    if each.field in _TYPE_OF:
        return (_column("type", _TYPE_OF[each.field]),)
    if isinstance(each, Between):
        low, high = (end if isinstance(end, int) else 0 for end in (each.low, each.high))
        return tuple(_column(each.field, number) for number in range(low, high + 1))
    if each.field in ("type", "kind", *_FACETS):
        return tuple(_keyed(each.field, key) for key in each.keys)
    if each.field in _NAMED:
        return (Way(_name(each)[0], "", _name(each)[1]),)
    where = Sql("condition = ? AND presence = ?", (*each.keys, each.field))
    return (Way("entry_conditions", "", where),)


def _keyed(field: str, key: str) -> Way:
    """Of several keys in one filter an entry has one alone: of others each is its own filter."""
    if field in _FACETS:
        return Way("entry_facets", "", _is_facet(field, (key,)))
    return _column(field, key)


def _column(column: str, value: str | int) -> Way:
    return Way("entries", f"entries_by_{column}", Sql(f"entries.{column} = ?", (value,)))


def rest_of(each: Filter) -> tuple[Sql, ...]:
    """Return what is still to be tested of rows that come by `ways_of` a filter."""
    if isinstance(each, Choice) and each.field in ("given", "received"):
        return (Sql("+entries.direction = ?", (each.field,)),)
    return (test_of(each, "kept", "entries.id"),) if each.field in _TYPE_OF else ()


def row_bounds(filters: Sequence[Filter]) -> tuple[int | None, int | None]:
    """Return the first and the last row that the days of a search can have; None where open."""
    for each in filters:
        if isinstance(each, Between) and each.field == "day" and not each.without:
            first = first_row_of(each.low) if isinstance(each.low, date) else None
            return first, last_row_of(each.high) if isinstance(each.high, date) else None
    return None, None


def first_row_of(day: date) -> int:
    """Return a row that none of a day's entries is before."""
    return _row_at(day, -_WIDEST_OFFSET)


def last_row_of(day: date) -> int:
    """Return a row that none of a day's entries is after."""
    return _row_at(day, timedelta(days=1) + _WIDEST_OFFSET)


def _row_at(day: date, offset: timedelta) -> int:
    midnight = datetime.combine(day, time(), UTC)
    return (midnight - EPOCH + offset) // timedelta(microseconds=1)
