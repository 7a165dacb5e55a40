"""Days at a glance, from the summary that triggers keep."""

from __future__ import annotations

from datetime import date

from tracejournal.model.days import DaySummary
from tracejournal.store.listing import SHELVES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.store.engine import Store


def summaries(store: Store, first: date, last: date) -> dict[date, DaySummary]:
    """Return what the days of a range hold, both ends included; empty days are left out."""
    rows = store.rows(
        "SELECT day, moments, reflections, check_ins FROM days WHERE day BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    )
    days = (DaySummary(date.fromisoformat(row[0]), *row[1:]) for row in rows)
    return {day.on: day for day in days if day.moments or day.reflections or day.check_ins}


def people_between(store: Store, first: date, last: date) -> int:
    """Return how many different people the kept entries of a range of days name."""
    sql = (
        "SELECT count(DISTINCT person_id) FROM entries"  # noqa: S608 - our own names
        " JOIN entry_people ON entry_id = entries.id"
        f" WHERE happened_on BETWEEN ? AND ? AND {SHELVES['kept']}"
    )
    return int(store.value(sql, (first.isoformat(), last.isoformat())))
