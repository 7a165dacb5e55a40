"""Whether the journal is locked, asked before it is opened: it decides where words go."""

from __future__ import annotations

from tracejournal import places
from tracejournal.store import header, keys


def is_locked() -> bool:
    """Return whether the journal is locked, also while it is open here (see `header.is_locked`)."""
    return header.is_locked(places.journal_file())


def is_shut() -> bool:
    """Return whether it is locked and this process holds no key."""
    return not keys.held() and is_locked()
