"""What can be looked back on: kept entries alone, and where wanted not those of heavy days.

Entries that name someone who is quiet are left out always.
"""

from __future__ import annotations

from tracejournal.store import listing
from tracejournal.store.shelves import SHELVES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracejournal.model.entry import EntryLine
    from tracejournal.store.engine import Store

MOST = 200
"""So many are listed, the newest."""

HEAVY_LOAD, LOW_ENERGY = 8, 2
"""From this load and up to this energy, 0-10 each, a day counts as heavy."""

_REACHED_ME = "direction IN ('received', 'mutual', 'noticed-later')"
KINDS = {
    "thanks": f"kind = 'gratitude' AND {_REACHED_ME}",
    "recognition": f"kind = 'recognition' AND (direction IS NULL OR {_REACHED_ME})",
    "supported": "supported >= 8 AND type = 'moment'",
}

# A sealed check-in counts, too: it shows nowhere, and a heavy day stays one.
_HEAVY = (
    f"type = 'check-in' AND trashed_at IS NULL AND (load >= {HEAVY_LOAD} OR energy <= {LOW_ENERGY})"
)
_NOT_HEAVY = f"happened_on NOT IN (SELECT happened_on FROM entries WHERE {_HEAVY})"  # noqa: S608 - our own names


# Who is quiet is not looked back on, whoever else an entry names.
_NOT_QUIET = (
    "NOT EXISTS (SELECT 1 FROM entry_people CROSS JOIN circle ON circle.id = person_id"
    " WHERE entry_id = entries.id AND quiet)"
)


def kind_ones(
    store: Store, kinds: Sequence[str], *, heavy_days: bool = False
) -> tuple[EntryLine, ...]:
    """Return the newest entries of some of `KINDS`, each once, newest first."""
    found: set[int] = set()
    for kind in kinds:
        found.update(_rows(store, KINDS[kind], (), heavy_days=heavy_days))
    return _lines(store, sorted(found, reverse=True)[:MOST])


def on_days(
    store: Store, days: Sequence[date], entry_type: str | None, *, heavy_days: bool = False
) -> tuple[EntryLine, ...]:
    """Return the entries of some days, newest first; of one type where that is given."""
    places = ", ".join("?" * len(days))
    test = f"happened_on IN ({places}) AND type = ifnull(?, type)"
    values = (*(day.isoformat() for day in days), entry_type)
    return _lines(store, _rows(store, test, values, heavy_days=heavy_days))


def _rows(store: Store, test: str, values: Sequence[object], *, heavy_days: bool) -> list[int]:
    heavy = "" if heavy_days else f" AND {_NOT_HEAVY}"
    sql = (
        f"SELECT id FROM entries WHERE {test} AND {SHELVES['kept']}{heavy} AND {_NOT_QUIET}"  # noqa: S608 - our own names
        " ORDER BY id DESC LIMIT ?"
    )
    return [row for (row,) in store.rows(sql, (*values, MOST))]


def _lines(store: Store, rows: Sequence[int]) -> tuple[EntryLine, ...]:
    found = listing.lines(store, rows)
    return tuple(found[row] for row in rows if row in found)
