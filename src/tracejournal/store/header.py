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


_open_here: dict[str, list[bool]] = {}
"""What this process has open, and whether it is locked, once for each connection.

Such a file is never read here: to close what it was read through would give up every lock that
this process has on it (https://www.sqlite.org/howtocorrupt.html, 2.2).
"""


def note_opened(path: str, *, locked: bool) -> None:
    """Note that this process has a file open from now on."""
    _open_here.setdefault(path, []).append(locked)


def note_closed(path: str) -> None:
    """Note that a connection to a file is gone."""
    left = _open_here.get(path, [])[1:]
    if left:
        _open_here[path] = left
    else:
        _open_here.pop(path, None)


def is_locked(path: str) -> bool:
    """Return whether a journal is locked, at any time: also while this process has it open."""
    if here := _open_here.get(path):
        return here[-1]
    if os.path.islink(path):  # refused where it is opened
        return False
    try:
        with open(path, "rb") as file:
            start = file.read(len(MAGIC))
    except OSError:
        return False
    return len(start) == len(MAGIC) and start != MAGIC and has_slots(path)
