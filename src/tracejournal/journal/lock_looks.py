"""Looks at the lock of a journal: what opens it, its letterbox, and what it does not cover.

None of it needs a key, and with one it tells more. No path is named: see `words.doctor`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tracejournal import places
from tracejournal.journal.lock_finishing import finish
from tracejournal.model.clock import Clock
from tracejournal.model.errors import StoreError
from tracejournal.model.finding import ACT, FINE, NOTE, Finding
from tracejournal.store import copies, keys, letterbox, letters, sealing, slots
from tracejournal.store.engine import Store
from tracejournal.store.slots import KEYRING, LETTERBOX, PASSPHRASE, RECOVERY
from tracejournal.words import doctor as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def look(path: str, *, locked: bool, repair: bool) -> Iterator[Finding]:
    """Yield what is found about the lock of a journal that has one, or had.

    Args:
        path: the journal; it may be damaged.
        locked: whether it is locked now.
        repair: with a key that opens it, mend first what can be mended.
    """
    if not locked:
        # Killed before the locked file took its name; or somebody put a file in its place.
        if slots.found(places.lock_folder(path), PASSPHRASE):
            yield Finding("lock", NOTE, words.LOCK_WITHOUT_USE, words.LOCK_WITHOUT_USE_ADVICE)
        return
    if repair and keys.held():
        try:
            finish(path, keys.held()[0], Clock())
        except StoreError as refusal:
            yield Finding("lock", NOTE, words.NOT_CHECKED.format(reason=refusal))
    yield _slots(path)
    yield from _letterbox(path)
    if copies.plain_beside(path):
        yield Finding("unlocked", ACT, words.PLAIN_BESIDE, words.UNLOCK_ADVICE)
    else:
        yield Finding("unlocked", FINE, words.ALL_LOCKED)


def _slots(path: str) -> Finding:
    """Return whether what opens the lock is in both places, and the same."""
    here, spare = _present(places.lock_folder(path)), _present(places.spare_lock_folder(path))
    missing = [way for way in (PASSPHRASE, RECOVERY) if way not in here and way not in spare]
    if missing:
        ways = " and ".join(words.WAYS[way] for way in missing)
        return Finding("lock", ACT, words.NO_WAY.format(ways=ways), words.NO_WAY_ADVICE)
    if here.keys() != spare.keys() or any(not here[way].same(spare[way]) for way in here):
        return Finding("lock", ACT, words.UNEQUAL, words.UNLOCK_ADVICE)
    ways = ", ".join(words.WAYS[way] for way in (PASSPHRASE, RECOVERY, KEYRING) if way in here)
    return Finding("lock", FINE, words.LOCK_FINE.format(ways=ways))


def _present(folder: str) -> dict[str, slots.Slot]:
    """Return the slots of the key that is held, by their way; those of any where none is."""
    names = {keys.name_of(key) for key in keys.held()}
    return {slot.way: slot for slot in slots.found(folder) if not names or slot.key in names}


def _letterbox(path: str) -> Iterator[Finding]:
    elsewhere = _is_sealed_to_another(path)
    if elsewhere:
        yield Finding("letterbox", ACT, words.NOT_OUR_LETTERBOX, words.UNLOCK_ADVICE)
    folder = places.letterbox_folder(path)
    waiting, aside = len(letterbox.waiting(folder)), len(letterbox.aside(folder))
    if aside:
        said = words.NOTES_ASIDE.format(count=aside)
        where = os.path.join(os.path.basename(folder), os.path.basename(letterbox.ASIDE))
        yield Finding("letterbox", NOTE, said, words.NOTES_ASIDE_ADVICE.format(folder=where))
    if waiting:
        said = words.NOTES_WAIT.format(count=waiting)
        yield Finding("letterbox", NOTE, said, words.NOTES_WAIT_ADVICE)
    if not (waiting or aside or elsewhere):
        yield Finding("letterbox", FINE, words.LETTERBOX_FINE)


def _is_sealed_to_another(path: str) -> bool:
    folders = (places.lock_folder(path), places.spare_lock_folder(path))
    there = {slots.recipient(folder, LETTERBOX) for folder in folders}
    ours = _recipients(path)
    return len(there) > 1 or "" in there or (bool(ours) and there.isdisjoint(ours))


def _recipients(path: str) -> Sequence[str]:
    """Return whom the journal opens notes of; nobody where it cannot be asked."""
    if not keys.held():
        return ()
    try:
        with Store(path, read_only=True) as store:
            return [sealing.recipient_of(each) for each in letters.identities(store)]
    except StoreError:
        return ()
