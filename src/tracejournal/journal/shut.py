"""What a locked journal tells without its key: that it is locked, and how many notes wait for it.

Nothing here needs the engine, so that whoever keeps words can ask before each of them.
"""

from __future__ import annotations

import os

from tracejournal import places
from tracejournal.store import header, keys


def is_locked() -> bool:
    """Return whether the journal is locked, also while it is open here (see `header.is_locked`)."""
    return header.is_locked(places.journal_file())


def has_key() -> bool:
    """Return whether this process holds the key of a journal."""
    return bool(keys.held())


def is_shut() -> bool:
    """Return whether it is locked and this process holds no key."""
    return not keys.held() and is_locked()


def waiting() -> int:
    """Return how many notes wait to be taken in."""
    folder = places.letterbox_folder(places.journal_file())
    if not os.path.isdir(folder):
        return 0
    from tracejournal.store import letterbox  # noqa: PLC0415 - plain journals do without

    return len(letterbox.waiting(folder))
