"""Writing what opens a lock: read back before anything relies on it, and kept in two folders."""

from __future__ import annotations

import os

from tracejournal.model.errors import StoreError
from tracejournal.store import sealing, slots
from tracejournal.store.slots import KEYRING, LETTERBOX, PASSPHRASE, RECOVERY
from tracejournal.store.whole import write_whole
from tracejournal.words import lock as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracejournal.journal.lock import NewLock

    Folders = tuple[str, str]
    """Beside the journal, and once more beside the backups."""


def write_slots(folders: Folders, key: bytes, new: NewLock) -> None:
    """Write all that is to open a data key.

    Raises:
        StoreError: a part of it may be there; what was there before still opens what it did.
    """
    write_passphrase(folders, key, new.passphrase)
    write_recovery(folders, key, new.recovery_key)
    recipient = slots.recipient(folders[0], KEYRING)
    if recipient:
        sealed = sealing.seal(slots.content_of(key), recipient, armored=True)
        _write(folders, slots.name_of(key, KEYRING), sealed)


def write_passphrase(folders: Folders, key: bytes, passphrase: str) -> None:
    """Let a passphrase open a data key, in place of the one before.

    Raises:
        Misuse: it is empty.
        StoreError: see `write_slots`.
    """
    content = slots.content_of(key)
    sealed = sealing.seal_by_passphrase(content, passphrase)
    if sealing.open_by_passphrase(sealed, passphrase) != content:
        raise StoreError(words.LOCK_DAMAGED)
    _write(folders, slots.name_of(key, PASSPHRASE), sealed)


def write_recovery(folders: Folders, key: bytes, recovery_key: str) -> None:
    """Let a recovery key open a data key, in place of the one before.

    Raises:
        StoreError: see `write_slots`.
    """
    content = slots.content_of(key)
    sealed = sealing.seal(content, sealing.recipient_of(recovery_key), armored=True)
    if sealing.unseal(sealed, [recovery_key]) != content:
        raise StoreError(words.LOCK_DAMAGED)
    _write(folders, slots.name_of(key, RECOVERY), sealed)


def write_letterbox(folders: Folders, identity: str) -> None:
    """Let notes be sealed to an identity from now on.

    Raises:
        StoreError: see `write_slots`.
    """
    recipient = sealing.recipient_of(identity)
    _write(folders, slots.recipient_name(LETTERBOX), f"{recipient}\n".encode("ascii"))


def _write(folders: Iterable[str], name: str, content: bytes) -> None:
    for folder in folders:
        try:
            write_whole(os.path.join(folder, name), content)
        except OSError as error:
            raise StoreError(words.NOT_EXCHANGED.format(reason=error.strerror)) from None
