"""The first bytes of the journal's file, which tell whether it is locked.

Without the engine, so that whoever leaves a note for a locked journal never waits for it.
"""

from __future__ import annotations

import os

from tracejournal import places
from tracejournal.store import slots

MAGIC = b"SQLite format 3\0"
"""How every plain file begins (https://www.sqlite.org/fileformat2.html); a locked one is random."""


def has_slots(path: str) -> bool:
    """Return whether something is there that opens a journal, beside it or beside its backups."""
    folders = (places.lock_folder(path), places.spare_lock_folder(path))
    return any(slots.found(folder) for folder in folders)


def is_locked(path: str) -> bool:
    """Return whether a journal is locked, at any time: also while this process has it open.

    What it is read through is left open on purpose: to close it would give up every lock that
    this process has on the file (https://www.sqlite.org/howtocorrupt.html, 2.2). So this is for
    a few questions in the life of a process.
    """
    if os.path.islink(path):  # refused where it is opened
        return False
    try:
        start = os.read(os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0)), len(MAGIC))
    except OSError:
        return False
    return len(start) == len(MAGIC) and start != MAGIC and has_slots(path)
