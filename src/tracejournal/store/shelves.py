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
