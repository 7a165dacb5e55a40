"""What a killed process left of a lock, and what still stands unlocked beside a locked journal."""

from __future__ import annotations

import os

from tracejournal import places
from tracejournal.journal import leftovers
from tracejournal.journal.drafts import Drafts
from tracejournal.model.copies import LockedCopies
from tracejournal.store import copies, keys, letters, sealing, slot_places, slots
from tracejournal.store.engine import Store
from tracejournal.store.rows import stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.model.clock import Clock
    from tracejournal.store.slot_places import SlotPlaces


def finish(
    path: str, key: bytes, clock: Clock, opens: SlotPlaces, opened: tuple[str, bytes] | None
) -> LockedCopies:
    """Let all that belongs to a locked journal be locked, and both places of the lock be equal.

    Args:
        path: the journal; it may be missing.
        key: what is held.
        clock: what now is.
        opens: what opens the lock.
        opened: the name and the content of the slot that has just opened it, where one has.

    Raises:
        StoreError: a part is left, and done the next time.
    """
    if os.path.lexists(path):
        with Store(path) as store:
            if not store.key:  # the lock was removed meanwhile
                return LockedCopies()
            key = store.key
            _settle_letterbox(store, clock)
            Drafts(store, clock).take_in(leftovers.not_kept())
    opens.tidy(keys.name_of(key), opened)
    left = copies.lock_copies(path, key, lambda: _identity(path))
    return left.replace(edited=(*leftovers.ours(), *leftovers.not_kept_elsewhere()))


def _settle_letterbox(store: Store, clock: Clock) -> None:
    """Let notes be sealed to what the journal opens; one that came from a backup may open none."""
    known = letters.identities(store)
    if not known:
        known = [sealing.new_identity()]
        letters.add_identity(store, known[0], stamp(clock.local_now()))
    folders = (places.lock_folder(store.path), places.spare_lock_folder(store.path))
    there = {slots.recipient(folder, slots.LETTERBOX) for folder in folders}
    if len(there) == 1 and not there.isdisjoint(map(sealing.recipient_of, known)):
        return
    for folder in folders:
        path = os.path.join(folder, slots.recipient_name(slots.LETTERBOX))
        slot_places.write(path, f"{sealing.recipient_of(known[0])}\n".encode("ascii"))


def _identity(path: str) -> str:
    with Store(path) as store:
        return letters.identities(store)[0]
