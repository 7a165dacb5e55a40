"""What can be told of the journal's file at first sight, before anything opens it."""

from __future__ import annotations

import os

from tracejournal import places

_PLAIN = b"SQLite format 3\0"
"""How a file begins that any SQLite opens; in a locked one every byte looks random."""


def looks_locked() -> bool:
    """Return whether the journal can be a locked one, which `journal.lock` knows for certain.

    It costs opening the file and 16 bytes. Not while this process has it open: to close it here
    would give up every lock on it.
    """
    try:
        file = os.open(places.journal_file(), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return False
    try:
        return os.read(file, len(_PLAIN)) not in (_PLAIN, b"")
    except OSError:
        return False
    finally:
        os.close(file)
