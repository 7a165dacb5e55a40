"""Sums over rated moments, taken by the engine, a year at a time, so that memory stays small.

Only moments count. A reflection often tells of a moment that is kept already and would count
twice, and a check-in says nothing of what helped. What is sealed or in the trash is left out.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from operator import add

from tracejournal.model.days import DAYS_IN_WEEK
from tracejournal.model.entry import MAX_RATING, Moment
from tracejournal.model.sums import LoadSums, Ratings, WeekSums
from tracejournal.store.days import first_and_last
from tracejournal.store.filters import first_row_of, last_row_of
from tracejournal.store.shelves import SHELVES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from tracejournal.model.dates import Span
    from tracejournal.model.sums import ConditionSums, Key
    from tracejournal.store.engine import Store

Row = tuple[str, str | None, str | None, int, int, int]
"""Of the told moments of a day, all or those with one condition: the day, the condition and whether
it was present or missing, or None twice for all, how many, their ratings taken together, and how
many are among the highest or, for all, their ratings squared and taken together."""

_A_YEAR = 52 * DAYS_IN_WEEK
"""Days that are summed at once: whole weeks, and so few that memory stays small."""

# Entries are read in their own order: by way of any index they lie far apart, which takes four
# times as long. The rows of a range of days are near each other, so its ends bound the reading.
_IN_RANGE = "entries.id BETWEEN :first_row AND :last_row AND happened_on BETWEEN :first AND :last"
_ARE_MOMENTS = f"{_IN_RANGE} AND type = '{Moment.type}' AND {SHELVES['kept']}"
MOMENTS = f"entries NOT INDEXED WHERE {_ARE_MOMENTS}"
MOMENTS_WITH = (
    f"entries NOT INDEXED CROSS JOIN {{link}} ON entry_id = entries.id WHERE {_ARE_MOMENTS}"
)
"""The kept moments of a `day_range`, alone or with the rows of a table of links."""

TELLS = "EXISTS (SELECT 1 FROM entry_conditions WHERE entry_id = entries.id)"
"""A moment says what helped or what was missing."""

_COUNTED = ", ".join(f"count(*) FILTER (WHERE told = {n})" for n in range(MAX_RATING + 1))
_RATINGS = f"""
    SELECT count(*), count(supported), {_COUNTED}
    FROM (
        SELECT supported, CASE WHEN supported IS NOT NULL AND {TELLS} THEN supported END AS told
        FROM {MOMENTS}
        LIMIT -1 -- so that the engine works `told` out once, not once for each count
    )
"""  # noqa: S608 - our own names

_RATED = f"""
    SELECT id FROM entries INDEXED BY entries_by_supported
    WHERE supported = :rating AND {_ARE_MOMENTS}
    ORDER BY id DESC LIMIT :limit
"""  # noqa: S608 - our own names

_SUMS = f"""
    WITH told AS MATERIALIZED (
        SELECT id, happened_on AS day, supported FROM {MOMENTS}
        AND supported IS NOT NULL AND {TELLS}
    )
    SELECT day, NULL AS condition, NULL, count(*), sum(supported), sum(supported * supported)
    FROM told GROUP BY day
    UNION ALL
    SELECT day, condition, presence, count(*), sum(supported), sum(supported >= :highest_from)
    FROM told CROSS JOIN entry_conditions ON entry_id = told.id
    GROUP BY day, condition, presence
    ORDER BY day, condition -- a day itself before its conditions
"""  # noqa: S608 - our own names

_LOADS = f"""
    WITH loads AS (
        SELECT happened_on AS day, max(load) AS load FROM entries INDEXED BY entries_by_type
        WHERE {_IN_RANGE} AND type = 'check-in' AND {SHELVES["kept"]} AND load IS NOT NULL
        GROUP BY happened_on
    ),
    unrated AS (
        SELECT happened_on AS day, count(*) AS number FROM {MOMENTS} AND supported IS NULL
        GROUP BY happened_on
    )
    SELECT load, count(*), sum(moments), sum(ifnull(number, 0))
    FROM loads CROSS JOIN days USING (day) LEFT JOIN unrated USING (day)
    WHERE moments > 0
    GROUP BY load
"""  # noqa: S608 - our own names


def ratings(store: Store, since: date = date.min) -> Ratings:
    """Return how many moments there are from a day on, how many are rated, and how.

    Raises:
        StoreError: the file could not be read.
    """
    moments, rated, *told = store.rows(_RATINGS, day_range(since, date.max))[0]
    return Ratings(moments, rated, tuple(told))


def most_supported(store: Store, since: date, limit: int) -> list[int]:
    """Return the rows of the highest rated moments, of those rated alike the newest first.

    Raises:
        StoreError: the file could not be read.
    """
    found: list[int] = []
    for rating in range(MAX_RATING, -1, -1):
        values = {**day_range(since, date.max), "rating": rating, "limit": limit - len(found)}
        found += (row for (row,) in store.rows(_RATED, values))
        if len(found) == limit:
            break
    return found


def week_sums(store: Store, highest_from: int, since: date = date.min) -> Iterator[WeekSums]:
    """Yield the sums of each week that has told moments, oldest first.

    Args:
        store: where to look.
        highest_from: the lowest rating that is among the highest.
        since: the first day that counts.

    Raises:
        StoreError: the file could not be read.
    """
    for first, last in stretches(store, since):
        values = {**day_range(first, last), "highest_from": highest_from}
        for _, rows in groupby(store.rows(_SUMS, values), week_number):
            yield _week(rows)


def week_number(row: Sequence[Any]) -> int:
    """Return the number of the week of a row that begins with a day: 0 for that of 0001-01-01."""
    return (date.fromisoformat(row[0]).toordinal() - 1) // DAYS_IN_WEEK


def _week(rows: Iterable[Row]) -> WeekSums:
    """Return the sums of a week from those of its days, each before its conditions."""
    days = number = all_count = all_total = squares = squared_counts = 0
    squared_totals = 0.0
    conditions: dict[Key, ConditionSums] = {}
    for _, condition, presence, count, total, last in rows:
        if condition is None:
            days, number = days + 1, count
            all_count += count
            all_total += total
            squares += last
            squared_counts += count * count
            squared_totals += total * total / count
        else:
            sums = (count, total, last, count * count, count * number)
            key = condition, presence or ""
            conditions[key] = tuple(map(add, conditions[key], sums)) if key in conditions else sums
    return WeekSums(days, all_count, all_total, squares, squared_counts, squared_totals, conditions)


def load_sums(store: Store, since: date = date.min) -> tuple[LoadSums, ...]:
    """Return moments by the highest load of their day, lightest first.

    Days without a load are left out.

    Raises:
        StoreError: the file could not be read.
    """
    found: dict[int, list[int]] = {}
    for first, last in stretches(store, since):
        for load, *sums in store.rows(_LOADS, day_range(first, last)):
            found[load] = [a + b for a, b in zip(found.get(load, (0, 0, 0)), sums, strict=True)]
    return tuple(LoadSums(load, *sums) for load, sums in sorted(found.items()))


def day_range(first: date, last: date) -> dict[str, Any]:
    """Return the values of `MOMENTS` for the days from the first to the last."""
    return {
        "first": first.isoformat(),
        "last": last.isoformat(),
        "first_row": first_row_of(first),
        "last_row": last_row_of(last),
    }


def stretches(store: Store, since: date) -> Iterator[Span]:
    """Yield stretches of a year of weeks that there may be anything in from a day on."""
    first, last = first_and_last(store) or (date.max, date.min)
    first = max(first, since)
    while first <= last:
        monday = first.toordinal() - first.weekday()
        end = date.fromordinal(min(monday + _A_YEAR - 1, last.toordinal()))
        yield first, end
        if end == last:
            return
        first = end + timedelta(days=1)
