"""What is to open a key, sealed, and opened once more before anything depends on it."""

from __future__ import annotations

from tracejournal.model.errors import StoreError
from tracejournal.store import sealing, slots
from tracejournal.words import lock as words


def by_passphrase(key: bytes, passphrase: str) -> bytes:
    """Return a slot that a passphrase opens.

    Raises:
        Misuse: it cannot be used as one.
        StoreError: it does not open again.
    """
    content = slots.content_of(key)
    sealed = sealing.seal_by_passphrase(content, passphrase)
    if sealing.open_by_passphrase(sealed, passphrase) != content:
        raise StoreError(words.LOCK_DAMAGED)
    return sealed


def by_identity(key: bytes, identity: str) -> bytes:
    """Return a slot that an identity opens: the recovery key.

    Raises:
        StoreError: it does not open again.
    """
    sealed = to_recipient(key, sealing.recipient_of(identity))
    if sealing.unseal(sealed, [identity]) != slots.content_of(key):
        raise StoreError(words.LOCK_DAMAGED)
    return sealed


def to_recipient(key: bytes, recipient: str) -> bytes:
    """Return a slot that an identity opens which is elsewhere.

    Raises:
        StoreError: the recipient is none.
    """
    return sealing.seal(slots.content_of(key), recipient, armored=True)
