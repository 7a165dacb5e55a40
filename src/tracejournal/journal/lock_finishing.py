"""What a killed process left of a lock, and what still stands unlocked beside a locked journal."""

from __future__ import annotations

import os

from tracejournal.journal import leftovers
from tracejournal.journal.drafts import Drafts
from tracejournal.journal.letters import Letters
from tracejournal.model.copies import LockedCopies
from tracejournal.store import copies, keys, letters
from tracejournal.store.engine import Store
from tracejournal.store.slot_places import SlotPlaces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.model.clock import Clock


def finish(
    path: str, key: bytes, clock: Clock, opened: tuple[str, bytes] | None = None
) -> LockedCopies:
    """Let all that belongs to a locked journal be locked, and both places of the lock be equal.

    Args:
        path: the journal; it may be missing.
        key: what is held.
        clock: what now is.
        opened: the name and the content of the slot that has just opened it, where one has.

    Raises:
        StoreError: a part is left, and done the next time.
    """
    if os.path.lexists(path):
        with Store(path) as store:
            if not store.key:  # the lock was removed meanwhile
                return LockedCopies()
            key = store.key
            Letters(store, clock).mend()
            Drafts(store, clock).take_in(leftovers.not_kept())
    SlotPlaces.of(path).tidy(keys.name_of(key), opened)
    left = copies.lock_copies(path, key, lambda: _identity(path))
    return left.replace(edited=(*leftovers.ours(), *leftovers.not_kept_elsewhere()))


def _identity(path: str) -> str:
    with Store(path) as store:
        return letters.identities(store)[0]
