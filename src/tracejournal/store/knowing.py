"""What entries tell of someone, counted by the engine over a stretch of time."""

from __future__ import annotations

from datetime import date, timedelta

from tracejournal.model.circle import WENT_WELL, YEAR_OF_WEEKS, Known
from tracejournal.model.days import DAYS_IN_WEEK, week_of
from tracejournal.store import listing
from tracejournal.store.circle import CONTACTS, values_of
from tracejournal.store.filters import first_row_of
from tracejournal.store.shelves import SHELVES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tracejournal.model.entry import EntryLine
    from tracejournal.store.engine import Store

_YEAR = f"{CONTACTS.format(person=':person')} AND entry_id >= :first_row AND happened_on >= :first"
_TELLS = (
    "EXISTS (SELECT 1 FROM entry_conditions AS told"
    " WHERE told.entry_id = entries.id AND presence = 'present')"
)
_DAYS = f"""
    SELECT happened_on, count(*), ifnull(sum(direction = 'given'), 0),
           ifnull(sum(direction IN ('received', 'noticed-later')), 0),
           sum({_TELLS} AND ifnull(supported >= {WENT_WELL}, 0)), sum({_TELLS})
    FROM {_YEAR} GROUP BY happened_on
"""  # noqa: S608 - our own names
_PRESENT = f"""
    SELECT condition, count(*)
    FROM (SELECT id FROM {_YEAR} AND ifnull(supported, 0) >= :least) AS well
    CROSS JOIN entry_conditions ON entry_conditions.entry_id = well.id
    WHERE presence = 'present' GROUP BY condition ORDER BY 2 DESC, 1
"""  # noqa: S608 - our own names


def known(store: Store, person: int, today: date, *, ratings: bool = True) -> Known:
    """Return what the last year of weeks, the present one included, tells of someone.

    Args:
        store: where to look.
        person: their row.
        today: the day it is.
        ratings: whether ratings count; without them no moment is told from another.

    Raises:
        StoreError: the file could not be read.
    """
    monday = week_of(today)[0] - timedelta(weeks=YEAR_OF_WEEKS - 1)
    values = _values(person, monday, today)
    weeks = [0] * YEAR_OF_WEEKS
    given = received = rated_well = telling = 0
    for day, number, *sums in store.rows(_DAYS, values):
        weeks[(date.fromisoformat(day) - monday).days // DAYS_IN_WEEK] += number
        given, received = given + sums[0], received + sums[1]
        rated_well, telling = rated_well + sums[2] * ratings, telling + sums[3]
    least = WENT_WELL if rated_well else 0
    present = dict(store.rows(_PRESENT, values | {"least": least}))
    return Known(monday, tuple(weeks), sum(weeks), given, received, rated_well, telling, present)


def latest(store: Store, person: int, limit: int) -> tuple[EntryLine, ...]:
    """Return the newest kept entries that name someone, of any type, newest first."""
    sql = (
        "SELECT entry_id FROM entry_people CROSS JOIN entries ON entries.id = entry_id"  # noqa: S608 - our own names
        f" WHERE person_id = ? AND {SHELVES['kept']} ORDER BY entry_id DESC LIMIT ?"
    )
    rows = [row for (row,) in store.rows(sql, (person, limit))]
    found = listing.lines(store, rows)
    return tuple(found[row] for row in rows if row in found)


def _values(person: int, first: date, today: date) -> dict[str, Any]:
    bounds = {"first": first.isoformat(), "first_row": first_row_of(first)}
    return {**values_of(today), **bounds, "person": person}
