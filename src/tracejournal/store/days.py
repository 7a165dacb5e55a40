"""Days at a glance, from the summary that triggers keep."""

from __future__ import annotations

from datetime import date

from tracejournal.model.days import DaySummary
from tracejournal.store.shelves import SHELVES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tracejournal.store.engine import Store

_NOT_EMPTY = "(moments > 0 OR reflections > 0 OR check_ins > 0)"
"""Holds of days with entries; a day keeps its row when its last entry leaves."""


def summaries(store: Store, first: date, last: date) -> dict[date, DaySummary]:
    """Return what the days of a range hold, both ends included; empty days are left out."""
    rows = store.rows(
        "SELECT day, moments, reflections, check_ins, supported_sum, supported_count"  # noqa: S608 - our own names
        f" FROM days WHERE day BETWEEN ? AND ? AND {_NOT_EMPTY}",
        (first.isoformat(), last.isoformat()),
    )
    return {day.on: day for day in map(_summary, rows)}


def _summary(row: Sequence[Any]) -> DaySummary:
    day, moments, reflections, check_ins, supported_sum, supported_count = row
    return DaySummary.restored(
        on=date.fromisoformat(day),
        moments=moments,
        reflections=reflections,
        check_ins=check_ins,
        supported_sum=supported_sum,
        supported_count=supported_count,
    )


def first_and_last(store: Store) -> tuple[date, date] | None:
    """Return the first and the last day that hold anything; None where no day does."""
    ends = [
        store.value(f"SELECT day FROM days WHERE {_NOT_EMPTY} ORDER BY day {order} LIMIT 1")  # noqa: S608 - our own names
        for order in ("ASC", "DESC")
    ]
    if None in ends:
        return None
    return date.fromisoformat(ends[0]), date.fromisoformat(ends[1])


def people_between(store: Store, first: date, last: date) -> int:
    """Return how many different people the kept entries of a range of days name."""
    sql = (
        "SELECT count(DISTINCT person_id) FROM entries"  # noqa: S608 - our own names
        " JOIN entry_people ON entry_id = entries.id"
        f" WHERE happened_on BETWEEN ? AND ? AND {SHELVES['kept']}"
    )
    return int(store.value(sql, (first.isoformat(), last.isoformat())))
