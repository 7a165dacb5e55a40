"""The moments behind a count: told moments with a condition or without, high or not."""

from __future__ import annotations

from datetime import date

from tracejournal.store import listing
from tracejournal.store.sums import MOMENTS, TELLS, day_range

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.model.entry import EntryLine
    from tracejournal.model.sums import Key
    from tracejournal.store.engine import Store

MOST = 100
"""So many of each are listed, the newest."""

_NOTED = (
    "(SELECT 1 FROM entry_conditions"
    " WHERE entry_id = entries.id AND condition = :condition AND presence = :presence)"
)
_ROWS = f"""
    SELECT id FROM {MOMENTS} AND supported BETWEEN :least AND :most AND {TELLS}
    AND EXISTS {_NOTED} = :with_it
    ORDER BY id DESC LIMIT {MOST}
"""  # noqa: S608 - our own names


def told_moments(
    store: Store, key: Key, ratings: tuple[int, int], *, with_it: bool, since: date = date.min
) -> tuple[EntryLine, ...]:
    """Return the newest told moments of some ratings, with a condition or without it.

    Args:
        store: where to look.
        key: the condition, and whether it was present or missing.
        ratings: the lowest and the highest that count.
        with_it: those it was noted of; else the others that say anything of what helped.
        since: the first day that counts.

    Raises:
        StoreError: the file could not be read.
    """
    condition, presence = key
    least, most = ratings
    values = {
        **day_range(since, date.max),
        "condition": condition,
        "presence": presence,
        "least": least,
        "most": most,
        "with_it": with_it,
    }
    rows = [row for (row,) in store.rows(_ROWS, values)]
    found = listing.lines(store, rows)
    return tuple(found[row] for row in rows if row in found)
