"""Ids as people handle them: the shortest start that is unique, and the latest of a shelf."""

from __future__ import annotations

from tracejournal.store.shelves import SHELVES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.store.engine import Store

# What came to a shelf last; ids hold the time of keeping. The kept are many, so their order is
# read off the index of ids: left to itself, the planner sorts all of them.
_LATEST_BY = {
    "kept": ("INDEXED BY sqlite_autoindex_entries_1", "uuid DESC"),
    "sealed": ("", "updated_at DESC, uuid DESC"),
    "trash": ("", "trashed_at DESC, uuid DESC"),
}


def shortest_start(store: Store, uuid: str, least: int) -> str:
    """Return the shortest start of an id that no other id has, `least` characters or more.

    Only its two neighbours in the index can share more of it than others do.
    """
    neighbours = (
        store.value("SELECT max(uuid) FROM entries WHERE uuid < ?", (uuid,)),
        store.value("SELECT min(uuid) FROM entries WHERE uuid > ?", (uuid,)),
    )
    shared = max(_shared(uuid, other or "") for other in neighbours)
    return uuid[: max(least, shared + 1)]


def _shared(one: str, other: str) -> int:
    for position, (here, there) in enumerate(zip(one, other, strict=False)):
        if here != there:
            return position
    return min(len(one), len(other))


def latest(store: Store, shelf: str) -> str | None:
    """Return the id of what came to a shelf last, or None where the shelf is empty."""
    index, order = _LATEST_BY[shelf]
    found = store.value(
        f"SELECT uuid FROM entries {index} WHERE {SHELVES[shelf]}"  # noqa: S608 - our own names
        f" ORDER BY {order} LIMIT 1"
    )
    return None if found is None else str(found)
