"""Counts of what was told of meetings, by whether the week was one of the heaviest."""

from __future__ import annotations

from datetime import date

from tracejournal.model.meeting import HELD
from tracejournal.model.meeting_sums import DroppedSums, MeetingSums
from tracejournal.store.shelves import SHELVES
from tracejournal.store.sums import day_range, stretches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.store.engine import Store

_IS_LOAD = f"type = 'check-in' AND load IS NOT NULL AND {SHELVES['kept']}"
_MONDAY = "date({day}, '-6 days', 'weekday 1')"

_WEEKS = f"""
    SELECT load, count(*) FROM (
        SELECT max(load) AS load FROM entries INDEXED BY entries_by_type
        WHERE id BETWEEN :first_row AND :last_row AND happened_on BETWEEN :first AND :last
        AND {_IS_LOAD} GROUP BY {_MONDAY.format(day="happened_on")}
    ) GROUP BY load
"""  # noqa: S608 - our own names
_HEAVY = f"""ifnull((
    SELECT max(load) >= :heavy_from FROM entries INDEXED BY entries_by_day
    WHERE happened_on BETWEEN {_MONDAY.format(day="due")}
    AND date({_MONDAY.format(day="due")}, '+6 days') AND {_IS_LOAD}
), 0)"""  # noqa: S608 - our own names
_SUMS = f"""
    SELECT count(*) FILTER (WHERE outcome), ifnull(sum(held), 0), ifnull(sum(moved), 0),
           count(*) FILTER (WHERE outcome AND heavy), ifnull(sum(held AND heavy), 0)
    FROM (
        SELECT outcome != '' AS outcome, outcome = '{HELD}' AS held,
               moved_to IS NOT NULL AS moved, {_HEAVY} AS heavy
        FROM meeting_days WHERE meeting_id = :meeting
        LIMIT -1 -- so that the engine works `heavy` out once
    )
"""  # noqa: S608 - our own names
_DROPPED = """
    SELECT reason, why != '', count(*) FROM meeting_days
    WHERE meeting_id = ? AND outcome = 'dropped'
    GROUP BY ifnull(reason, ''), reason IS NULL AND why != ''
"""


def weeks_by_load(store: Store) -> dict[int, int]:
    """Return how many weeks have each load as their highest; weeks without one are left out.

    Raises:
        StoreError: the file could not be read.
    """
    found: dict[int, int] = {}
    for first, last in stretches(store, date.min):  # of whole weeks
        for load, number in store.rows(_WEEKS, day_range(first, last)):
            found[load] = found.get(load, 0) + number
    return found


def meeting_sums(store: Store, meeting_id: str, heavy_from: int | None) -> MeetingSums:
    """Return the counts of one meeting; of weeks, by that of the planned day.

    Args:
        store: where to look.
        meeting_id: its id.
        heavy_from: the load that makes a week one of the heaviest, or None where none is.

    Raises:
        StoreError: the file could not be read.
    """
    told, held, moved, heavy_told, heavy_held = store.rows(
        _SUMS, {"meeting": meeting_id, "heavy_from": heavy_from}
    )[0]
    dropped = tuple(
        DroppedSums(reason, in_own_words=bool(own) and reason is None, count=count)
        for reason, own, count in store.rows(_DROPPED, (meeting_id,))
    )
    return MeetingSums(told, held, moved, heavy_told, heavy_held, dropped)
