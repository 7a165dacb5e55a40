"""Days marked as rest or as leave."""

from __future__ import annotations

from datetime import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracejournal.store.engine import Store


def marks(store: Store, first: date, last: date) -> dict[date, str]:
    """Return the marks of a range of days, both ends included, by day: "rest" or "leave"."""
    sql = "SELECT day, mark FROM rests WHERE day BETWEEN ? AND ? ORDER BY day"
    rows = store.rows(sql, (first.isoformat(), last.isoformat()))
    return {date.fromisoformat(day): mark for day, mark in rows}


def put(store: Store, first: date, last: date, marked: Mapping[date, str]) -> None:
    """Let a range of days, both ends included, have these marks and no others."""
    ends = (first.isoformat(), last.isoformat())
    store.run("DELETE FROM rests WHERE day BETWEEN ? AND ?", ends)
    for day, mark in marked.items():
        store.run("INSERT INTO rests VALUES (?, ?)", (day.isoformat(), mark))


def first_and_last(store: Store) -> tuple[date, date] | None:
    """Return the first and the last day that is marked; None where none is."""
    ((first, last),) = store.rows("SELECT min(day), max(day) FROM rests")
    if first is None:
        return None
    return date.fromisoformat(first), date.fromisoformat(last)
