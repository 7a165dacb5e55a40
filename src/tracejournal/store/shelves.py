"""Where an entry can be."""

from __future__ import annotations

SHELVES = {
    "kept": "sealed = 0 AND trashed_at IS NULL",
    "sealed": "sealed = 1 AND trashed_at IS NULL",
    "trash": "trashed_at IS NOT NULL",
}
"""Where an entry can be: among the kept, sealed, or in the trash."""

SHELF_INDEXES = {
    "kept": "entries_kept",
    "sealed": "entries_sealed",
    "trash": "entries_in_trash",
}
"""What walks a shelf in the order of time."""

INDEXED_SHELF = "kept"
"""The shelf whose words are in the index; on the others they are read."""


def kept_test(row: str) -> str:
    """Return the condition that an entry is kept, by the column that holds its row alone.

    Most are. To look into the small indexes of all others takes a third of the time that the
    entries themselves would, which lie far apart.
    """
    sealed = f"SELECT 1 FROM entries INDEXED BY entries_sealed WHERE id = {row} AND sealed = 1"  # noqa: S608 - our own names
    in_trash = (
        "SELECT 1 FROM entries INDEXED BY entries_in_trash"  # noqa: S608 - our own names
        f" WHERE id = {row} AND trashed_at IS NOT NULL"
    )
    return f"NOT EXISTS ({sealed}) AND NOT EXISTS ({in_trash})"
