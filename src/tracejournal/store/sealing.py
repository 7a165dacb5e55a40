"""Sealing with age: the one place that knows the library that does it.

What is sealed here opens with any age program (https://age-encryption.org/v1). A passphrase goes
through scrypt, whose work factor the library sets so that opening takes about a second on this
machine; each file states its own. Beside a screen a process of its own does that, see `apart`.
"""

from __future__ import annotations

import threading
import unicodedata

from tracejournal.model.errors import Misuse, StoreError, WrongSecret
from tracejournal.words import lock as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

IDENTITY = "AGE-SECRET-KEY-1"
"""How every recovery key begins: it is an age identity."""


def is_available() -> bool:
    """Return whether the library is there for this machine."""
    try:
        import pyrage  # noqa: F401, PLC0415 - plain journals do without
    except ImportError:
        return False
    return True


def _library() -> Any:  # noqa: ANN401 - it ships no types
    try:
        import pyrage  # noqa: PLC0415 - plain journals do without
    except ImportError:
        raise StoreError(words.NO_SEALING) from None
    return pyrage


def as_typed(passphrase: str) -> str:
    """Return a passphrase as it is used: composed (NFC), so that every keyboard means the same.

    Raises:
        Misuse: it is empty.
    """
    composed = unicodedata.normalize("NFC", passphrase)
    if not composed:
        raise Misuse(words.EMPTY_PASSPHRASE)
    return composed


def seal_by_passphrase(secret: bytes, passphrase: str) -> bytes:
    """Seal something so that a passphrase opens it; armored, so that it can be printed."""
    sealed: bytes = _library().passphrase.encrypt(secret, as_typed(passphrase), armored=True)
    return sealed


def open_by_passphrase(sealed: bytes, passphrase: str) -> bytes:
    """Return what a passphrase opens.

    Raises:
        WrongSecret: it does not open it, or it is damaged; the two cannot be told apart.
    """
    library, typed = _library(), as_typed(passphrase)
    if threading.current_thread() is not threading.main_thread():  # beside a screen, which goes on
        from tracejournal.store.apart import opened_apart  # noqa: PLC0415 - commands do without

        apart = opened_apart(sealed, typed)
        if apart is not None:
            return apart
    try:
        opened: bytes = library.passphrase.decrypt(sealed, typed)
    except library.DecryptError:
        raise WrongSecret(words.WRONG_PASSPHRASE) from None
    return opened


def new_identity() -> str:
    """Return a new identity: what is sealed to its recipient opens with it alone."""
    return str(_library().x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """Return whom to seal to, so that an identity opens it."""
    return str(_library().x25519.Identity.from_str(identity).to_public())


def recovery_key(typed: str) -> str:
    """Return the identity that a person typed, with spaces and line breaks left out.

    Raises:
        Misuse: it is none, or a letter of it is off: each carries a checksum.
    """
    library = _library()
    identity = "".join(typed.split()).upper()
    try:
        library.x25519.Identity.from_str(identity)
    except library.IdentityError:
        raise Misuse(words.NOT_A_RECOVERY_KEY) from None
    return identity


def seal(secret: bytes, recipient: str, *, armored: bool = False) -> bytes:
    """Seal something so that the identity of a recipient opens it.

    Raises:
        StoreError: the recipient is none.
    """
    library = _library()
    try:
        to = library.x25519.Recipient.from_str(recipient.strip())
    except library.RecipientError:
        raise StoreError(words.LOCK_DAMAGED) from None
    sealed: bytes = library.encrypt(secret, [to], armored=armored)
    return sealed


def unseal(sealed: bytes, identities: Sequence[str]) -> bytes:
    """Return what one of several identities opens.

    Raises:
        WrongSecret: none of them opens it, or it is damaged.
    """
    library = _library()
    try:
        opened: bytes = library.decrypt(
            sealed, [library.x25519.Identity.from_str(each) for each in identities]
        )
    except library.DecryptError:
        raise WrongSecret(words.WRONG_RECOVERY) from None
    return opened
