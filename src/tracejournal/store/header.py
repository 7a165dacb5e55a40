"""The first bytes of the journal's file, which tell whether it is locked.

Without the engine, so that whoever leaves a note for a locked journal never waits for it.
"""

from __future__ import annotations

import os

from tracejournal import places
from tracejournal.store import slots

MAGIC = b"SQLite format 3\0"
"""How every plain file begins (https://www.sqlite.org/fileformat2.html); a locked one is random."""

_open_here: dict[str, list[bool]] = {}
"""What this process has open through the engine, by its path: whether each is locked."""


def has_slots(path: str) -> bool:
    """Return whether something is there that opens a journal, beside it or beside its backups."""
    folders = (places.lock_folder(path), places.spare_lock_folder(path))
    return any(slots.found(folder) for folder in folders)


def note_open(path: str, *, locked: bool) -> None:
    """Note that this process opened a file through the engine."""
    _open_here.setdefault(os.path.abspath(path), []).append(locked)


def note_closed(path: str) -> None:
    """Note that it closed one of those again."""
    left = _open_here.pop(os.path.abspath(path), [])[1:]
    if left:
        _open_here[os.path.abspath(path)] = left


def is_locked(path: str) -> bool:
    """Return whether a journal is locked, at any time: also while this process has it open.

    It is not touched then: to open and close it beside the engine would give up every lock that
    this process has on it (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    here = _open_here.get(os.path.abspath(path))
    if here:
        return here[0]
    if os.path.islink(path):  # refused where it is opened
        return False
    try:
        with open(path, "rb") as file:
            start = file.read(len(MAGIC))
    except OSError:
        return False
    return len(start) == len(MAGIC) and start != MAGIC and has_slots(path)
