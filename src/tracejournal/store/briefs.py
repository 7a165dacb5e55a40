"""What a brief can tell of its days: conditions counted, and the moments felt most supported.

Sealed entries and the trash are never read for it.
"""

from __future__ import annotations

from tracejournal.store.sums import MOMENTS, MOMENTS_WITH, day_range

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.model.dates import Span
    from tracejournal.store.engine import Store

_TELLS = "EXISTS (SELECT 1 FROM entry_conditions WHERE entry_id = entries.id)"
_BY_RATING = f"""
    SELECT supported, count(*) FROM {MOMENTS} AND {_TELLS} GROUP BY supported
"""  # noqa: S608 - our own names
_CONDITIONS = f"""
    SELECT condition, presence, count(*), sum(ifnull(supported, -1) >= :highest_from)
    FROM {MOMENTS_WITH.format(link="entry_conditions")}
    AND (:unrated OR supported IS NOT NULL)
    GROUP BY condition, presence
"""  # noqa: S608 - our own names
_MOMENTS = f"""
    SELECT id FROM {MOMENTS} AND (supported IS NOT NULL OR direction IN ('received', 'mutual'))
    ORDER BY supported DESC, id DESC LIMIT :limit
"""  # noqa: S608 - our own names


def told_by_rating(store: Store, days: Span) -> dict[int | None, int]:
    """Return how many moments that say what helped or was missing have each rating, or none.

    Raises:
        StoreError: the file could not be read.
    """
    return dict(store.rows(_BY_RATING, day_range(*days)))


def conditions(
    store: Store, days: Span, highest_from: int, *, unrated: bool
) -> list[tuple[str, str, int, int]]:
    """Return each condition, present or missing: in how many moments, in how many of the highest.

    Args:
        store: where to look.
        days: the first and the last day.
        highest_from: the lowest rating that is among the highest.
        unrated: moments without a rating count, too.

    Raises:
        StoreError: the file could not be read.
    """
    values = {**day_range(*days), "highest_from": highest_from, "unrated": unrated}
    return list(store.rows(_CONDITIONS, values))


def supporting(store: Store, days: Span, limit: int) -> list[int]:
    """Return the rows of moments: the highest rated, then those received or mutual, newest first.

    Raises:
        StoreError: the file could not be read.
    """
    return [row for (row,) in store.rows(_MOMENTS, {**day_range(*days), "limit": limit})]


def roles(store: Store, names: tuple[str, ...]) -> dict[str, str]:
    """Return the role of each of some people, by name; those without one are left out.

    Raises:
        StoreError: the file could not be read.
    """
    places = ", ".join("?" * len(names))
    sql = f"SELECT name, role FROM people WHERE name IN ({places}) AND role > ''"  # noqa: S608 - places only
    return dict(store.rows(sql, names))
