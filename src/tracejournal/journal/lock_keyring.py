"""The keyring of the system as another way to open the lock: chosen, silent, never the only one."""

from __future__ import annotations

import os
from contextlib import suppress

from tracejournal.model.errors import StoreError, WrongSecret
from tracejournal.store import keyrings, sealing, slots
from tracejournal.store.slots import KEYRING
from tracejournal.store.whole import write_whole
from tracejournal.words import lock as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.journal.lock import Lock


def add(lock: Lock) -> None:
    """Let the keyring of the system open a lock, too: without a question, for whoever is logged in.

    Raises:
        Locked: its key is not held.
        StoreError: the lock is as it was; the sentence says why.
    """
    identity = sealing.new_identity()
    recipient, before = sealing.recipient_of(identity), slots.recipient(lock.folder, KEYRING)
    sealed = sealing.seal(slots.content_of(lock.key), recipient, armored=True)
    keyrings.keep(recipient, identity)
    files = {
        slots.name_of(lock.key, KEYRING): sealed,
        slots.recipient_name(KEYRING): f"{recipient}\n".encode("ascii"),
    }
    try:
        for folder in lock.folders:
            for name, content in files.items():
                write_whole(os.path.join(folder, name), content)
    except OSError as error:
        raise StoreError(words.NOT_EXCHANGED.format(reason=error.strerror)) from None
    keyrings.forget(before)


def recipient(lock: Lock) -> str:
    """Return whom to seal a new key to, so that the keyring opens it, too; "" where it does not.

    The file that says so is not believed alone: whoever could write there would get the key.
    """
    found = slots.recipient(lock.folder, KEYRING)
    try:
        return found if found and sealing.recipient_of(keyrings.kept(found)) == found else ""
    except StoreError:
        return ""


def unlock(lock: Lock) -> None:
    """Hold the key that the keyring opens.

    Raises:
        StoreError: there is no keyring, it is locked, or does not have what opens this lock.
    """
    identity = keyrings.kept(slots.recipient(lock.folder, KEYRING))
    for slot in slots.found(lock.folder, KEYRING):
        with suppress(WrongSecret):
            lock.unlock_by_key(slots.key_in(sealing.unseal(slot.read(), [identity]), slot))
            return
    raise StoreError(words.KEYRING_STALE)


def unlock_if_chosen(lock: Lock) -> bool:
    """Hold the key that the keyring opens; return False where its owner did not choose that.

    Raises:
        StoreError: see `unlock`.
    """
    if not slots.recipient(lock.folder, KEYRING):
        return False
    unlock(lock)
    return True


def check() -> None:
    """See to it that there is a keyring which keeps what it is given.

    Raises:
        StoreError: there is none, or it is locked.
    """
    identity = sealing.new_identity()
    recipient = sealing.recipient_of(identity)
    try:
        keyrings.keep(recipient, identity)
    finally:
        keyrings.forget(recipient)


def remove(lock: Lock) -> bool:
    """Let the keyring open a lock no more; return whether it did.

    The other ways are as they were.
    """
    recipient = slots.recipient(lock.folder, KEYRING)
    if not recipient:
        return False
    keyrings.forget(recipient)
    for folder in lock.folders:
        for slot in slots.found(folder, KEYRING):
            os.unlink(slot.path)
        with suppress(FileNotFoundError):
            os.unlink(os.path.join(folder, slots.recipient_name(KEYRING)))
    return True
