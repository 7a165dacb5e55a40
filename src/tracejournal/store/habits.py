"""What a person usually picks of kinds, roles, ways and kinds of support."""

from __future__ import annotations

from collections import Counter

from tracejournal.store.shelves import SHELVES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracejournal.store.engine import Store

LATEST = 60
"""Moments that are looked at: habits of long ago are none."""

OFTEN = 3
"""How many of those make a habit."""

_LATEST = (
    "SELECT id, kind, mode FROM entries INDEXED BY entries_by_type"  # noqa: S608 - our own names
    f" WHERE type = 'moment' AND {SHELVES['kept']} ORDER BY id DESC LIMIT {LATEST}"
)


def usual_choices(store: Store) -> Mapping[str, tuple[str, ...]]:
    """Return what was picked in `OFTEN` or more of the latest moments, by field, most often first.

    Of what helped, what was missing and how well it fitted nothing is told: a list that begins
    with the last answers would give them again.

    Raises:
        StoreError: the file could not be read.
    """
    picked: dict[str, Counter[str]] = {
        name: Counter() for name in ("kind", "mode", "who", "support")
    }
    latest = store.rows(_LATEST)
    for _, kind, mode in latest:
        picked["kind"].update(filter(None, (kind,)))
        picked["mode"].update(filter(None, (mode,)))
    places = ", ".join("?" * len(latest))
    facets = (
        "SELECT facet, key FROM entry_facets"  # noqa: S608 - places only
        f" WHERE facet IN ('who', 'support') AND entry_id IN ({places})"
        " ORDER BY entry_id DESC, position"
    )
    for facet, key in store.rows(facets, [row[0] for row in latest]):
        picked[facet][key] += 1
    return {
        name: tuple(key for key, count in counts.most_common() if count >= OFTEN)
        for name, counts in picked.items()
    }
