"""Sealing with age: the one place that knows the library that does it.

What is sealed here opens with any age program (https://age-encryption.org/v1). A passphrase goes
through scrypt, whose work factor the library sets so that opening takes about a second on this
machine; each file states its own. Beside a screen a process of its own does that, see `apart`.
"""

from __future__ import annotations

import os
import re
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

MOST_WORK = 22
"""log2 of the work that is done for a passphrase, at most: 4 GiB of memory, and what the age
program itself does at most. A file from elsewhere could ask for all there is."""

_TOO_MUCH = "Excessive work"  # how the library says so
_ARMOR = b"-----BEGIN AGE"
_HEADER_LINES = 5  # of 64 characters: more than the first two lines inside take


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
    try:
        composed.encode()
    except UnicodeEncodeError:  # bytes that are no text, from a file or another program
        raise Misuse(words.NO_TEXT) from None
    return composed


def seal_by_passphrase(secret: bytes, passphrase: str) -> bytes:
    """Seal something so that a passphrase opens it; armored, so that it can be printed."""
    sealed: bytes = _library().passphrase.encrypt(secret, as_typed(passphrase), armored=True)
    return sealed


def open_by_passphrase(sealed: bytes, passphrase: str) -> bytes:
    """Return what a passphrase opens.

    Raises:
        WrongSecret: it does not open it, or it is damaged; the two cannot be told apart. Or it
            asks for more work than any file of ours, or than this machine does in half a minute.
    """
    library = _library()
    typed, work = as_typed(passphrase), _work(sealed)
    if work is None:
        raise WrongSecret(words.WRONG_PASSPHRASE)
    if work > MOST_WORK:
        raise WrongSecret(words.TOO_MUCH_WORK)
    if threading.current_thread() is not threading.main_thread():  # beside a screen, which goes on
        from tracejournal.store.apart import opened_apart  # noqa: PLC0415 - commands do without

        apart = opened_apart(sealed, typed)
        if apart is not None:
            return apart
    try:
        opened: bytes = library.passphrase.decrypt(sealed, typed)
    except library.DecryptError as error:
        too_much = _TOO_MUCH in str(error)
        raise WrongSecret(words.TOO_MUCH_WORK if too_much else words.WRONG_PASSPHRASE) from None
    return opened


def _work(sealed: bytes) -> int | None:
    """Return the work factor that a file for a passphrase states, or None where it is none."""
    import binascii  # noqa: PLC0415 - only where there is a passphrase

    content = sealed.strip()
    if content.startswith(_ARMOR):
        try:
            content = binascii.a2b_base64(b"".join(content.splitlines()[1:_HEADER_LINES]))
        except binascii.Error:
            return None
    stated = re.match(rb"age-encryption\.org/v1\n-> scrypt \S+ ([0-9]+)\n", content)
    return int(stated[1]) if stated else None


def new_identity() -> str:
    """Return a new identity: what is sealed to its recipient opens with it alone."""
    return str(_library().x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """Return whom to seal to, so that an identity opens it.

    Raises:
        StoreError: the identity is none.
    """
    library = _library()
    try:
        return str(library.x25519.Identity.from_str(identity).to_public())
    except library.IdentityError:
        raise StoreError(words.LOCK_DAMAGED) from None


def looks_like_recovery_key(typed: str) -> bool:
    """Return whether something typed is meant to be a recovery key."""
    return "".join(typed.split()).upper().startswith(IDENTITY)


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
    except (library.DecryptError, library.IdentityError):
        raise WrongSecret(words.WRONG_RECOVERY) from None
    return opened


def seal_file(source: str, target: str, identity: str) -> None:
    """Seal a file of any size so that an identity opens it, and read it back.

    Args:
        source: the file.
        target: what is to hold it sealed: a file that is there and empty.
        identity: what opens it.

    Raises:
        StoreError: it is not sealed; `target` may hold a part.
        OSError: it could not be read or written.
    """
    import hashlib  # noqa: PLC0415 - hardly ever needed

    library = _library()
    opens = library.x25519.Identity.from_str(identity)
    try:
        with open(source, "rb") as file, open(target, "r+b") as sealed:
            library.encrypt_io(file, sealed, [opens.to_public()])
            sealed.flush()
            os.fsync(sealed.fileno())
            file.seek(0)
            before = hashlib.file_digest(file, "sha256").digest()
            sealed.seek(0)
            after = _Digest()
            library.decrypt_io(sealed, after, [opens])
    except (library.EncryptError, library.DecryptError):
        raise StoreError(words.NOT_SEALED.format(path=source)) from None
    if after.sum() != before:
        raise StoreError(words.NOT_SEALED.format(path=source))


class _Digest:
    """Takes what is written to it, and keeps its sum alone."""

    def __init__(self) -> None:
        import hashlib  # noqa: PLC0415 - hardly ever needed

        self._hash = hashlib.sha256()
        self.sum = self._hash.digest

    def write(self, piece: bytes) -> int:
        self._hash.update(piece)
        return len(piece)

    def flush(self) -> None:
        """Nothing is held back."""


def unseal_file(source: str, target: str, identities: Sequence[str]) -> None:
    """Write what is sealed in a file of any size into one that is there and empty.

    Raises:
        WrongSecret: none of the identities opens it, or it is damaged; `target` may hold a part.
        OSError: it could not be read or written.
    """
    library = _library()
    opens = [library.x25519.Identity.from_str(each) for each in identities]
    try:
        with open(source, "rb") as sealed, open(target, "r+b") as file:
            library.decrypt_io(sealed, file, opens)
    except library.DecryptError:
        raise WrongSecret(words.WRONG_RECOVERY) from None
