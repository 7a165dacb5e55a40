"""How connection happened, counted by the engine a year at a time, so that memory stays small."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import groupby

from tracejournal.model.days import DAYS_IN_WEEK
from tracejournal.model.sums import MISSING, PRESENT
from tracejournal.model.ways import Company, Ways, WeekOfMoments
from tracejournal.store.sums import MOMENTS, MOMENTS_WITH, day_range, stretches, week_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracejournal.store.engine import Store

_COLUMNS = ("kind", "direction", "mode")
"""Columns of a moment that say in which way it happened."""

FIELDS = (*_COLUMNS, "who", "support", "occasion", PRESENT, MISSING)
"""Those columns, and what stands in tables of its own: `entry_facets` and `entry_conditions`."""

_WEEKS = f"""
    SELECT happened_on, count(*), ifnull(sum(direction = 'given'), 0),
           ifnull(sum(direction = 'received'), 0), count(supported), ifnull(sum(supported), 0)
    FROM {MOMENTS}
    GROUP BY happened_on ORDER BY happened_on
"""  # noqa: S608 - our own names
_WAYS = f"SELECT {', '.join(_COLUMNS)}, count(*) FROM {MOMENTS} GROUP BY {', '.join(_COLUMNS)}"  # noqa: S608 - our own names
_NOTED = tuple(
    f"SELECT {field}, {key}, count(*) FROM {MOMENTS_WITH.format(link=link)} GROUP BY {field}, {key}"  # noqa: S608 - our own names
    for link, field, key in (
        ("entry_facets", "facet", "key"),
        ("entry_conditions", "presence", "condition"),
    )
)
_COMPANY = f"""
    SELECT person_id, count(*), ifnull(sum(direction = 'given'), 0),
           ifnull(sum(direction = 'received'), 0)
    FROM {MOMENTS_WITH.format(link="entry_people")}
    GROUP BY person_id
"""  # noqa: S608 - our own names


def weeks(store: Store, since: date = date.min) -> Iterator[WeekOfMoments]:
    """Yield each week that has moments, oldest first; weeks without are left out.

    Raises:
        StoreError: the file could not be read.
    """
    for first, last in stretches(store, since):
        for number, days in groupby(store.rows(_WEEKS, day_range(first, last)), week_number):
            sums = map(sum, list(zip(*days, strict=True))[1:])
            yield WeekOfMoments(date.fromordinal(number * DAYS_IN_WEEK + 1), *sums)


def ways(store: Store, since: date = date.min) -> Ways:
    """Return how many moments there are of each kind, direction and mode, and what else they say.

    Raises:
        StoreError: the file could not be read.
    """
    moments = 0
    counts: dict[str, Counter[str]] = {field: Counter() for field in FIELDS}
    for first, last in stretches(store, since):
        days = day_range(first, last)
        for *keys, number in store.rows(_WAYS, days):
            moments += number
            for field, key in zip(_COLUMNS, keys, strict=True):
                if key is not None:
                    counts[field][key] += number
        for noted in _NOTED:
            for field, key, number in store.rows(noted, days):
                counts[field][key] += number
    return Ways(moments, {field: dict(counted) for field, counted in counts.items()})


def company(store: Store, since: date = date.min) -> tuple[Company, ...]:
    """Return everyone moments name, the circle in its order, then all others by the alphabet.

    Nobody is ranked.

    Raises:
        StoreError: the file could not be read.
    """
    found: dict[int, list[int]] = {}
    for first, last in stretches(store, since):
        for person, *counts in store.rows(_COMPANY, day_range(first, last)):
            known = found.get(person, [0, 0, 0])
            found[person] = [a + b for a, b in zip(known, counts, strict=True)]
    names = store.rows(
        "SELECT people.id, name FROM people LEFT JOIN circle USING (id)"
        " ORDER BY position IS NULL, position, name_key"
    )
    return tuple(Company(name, *found[person]) for person, name in names if person in found)
