"""What opens a locked journal, as files: one slot for each way, none of which holds a secret.

A slot is an age file with the data key in it, sealed to a passphrase, to the recovery key or to an
identity in the keyring of the system. Its name says which key it holds, so that a journal, while
it gets another key, has what opens it before and after side by side: at no instant nothing.
"""

from __future__ import annotations

import os

from tracejournal.model.errors import StoreError, WrongSecret
from tracejournal.model.record import Record
from tracejournal.store import keys
from tracejournal.words import lock as words

PASSPHRASE, RECOVERY, KEYRING = "passphrase", "recovery", "keyring"
WAYS = (PASSPHRASE, RECOVERY, KEYRING)
"""The ways to open a lock."""

LETTERBOX = "letterbox"
"""Beside the ways, whom notes for a locked journal are sealed to."""

_SLOT_ENDING, _RECIPIENT_ENDING = ".age", ".pub"
_MOST_BYTES = 65_536  # a hundred times what a slot has


class Slot(Record):
    """One way to open a lock.

    Attributes:
        key: the name of the data key in it, see `keys.name_of`.
        way: PASSPHRASE, RECOVERY or KEYRING.
        path: the file.
    """

    key: str
    way: str
    path: str

    @property
    def name(self) -> str:
        """The name of the file."""
        return os.path.basename(self.path)

    def read(self) -> bytes:
        """Return what is sealed.

        Raises:
            StoreError: it cannot be read.
        """
        try:
            return read(self.path)
        except OSError:
            raise StoreError(words.SLOT_DAMAGED.format(path=self.path)) from None

    def same(self, other: Slot) -> bool:
        """Return whether another slot is the same, byte for byte."""
        try:
            return self.read() == other.read()
        except StoreError:
            return False


def read(path: str) -> bytes:
    """Return what a slot file holds, as far as it is no longer than any of them.

    Raises:
        OSError: it cannot be read.
    """
    with open(path, "rb", opener=_at_once) as file:
        return file.read(_MOST_BYTES) or b""


def found(folder: str, way: str = "") -> list[Slot]:
    """Return the slots in a folder, those of one way or all."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    there = [_slot(folder, name) for name in names if name.endswith(_SLOT_ENDING)]
    return [slot for slot in there if slot.way in WAYS and way in ("", slot.way)]


def _at_once(path: str, flags: int) -> int:
    # Something else under the name of a slot, such as a pipe, would be waited for.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _slot(folder: str, name: str) -> Slot:
    key, _, way = name.removesuffix(_SLOT_ENDING).partition("-")
    return Slot(key, way, os.path.join(folder, name))


def name_of(key: bytes, way: str) -> str:
    """Return the name of the file that opens a key in a way."""
    return f"{keys.name_of(key)}-{way}{_SLOT_ENDING}"


def content_of(key: bytes) -> bytes:
    """Return what is sealed into a slot: the key as SQLCipher takes it by hand, and a line end."""
    return f"{key.hex()}\n".encode("ascii")


def key_in(opened: bytes, slot: Slot) -> bytes:
    """Return the key that was in a slot.

    Raises:
        WrongSecret: it is not the one that the slot is named after.
    """
    try:
        key = bytes.fromhex(opened.decode("ascii"))
    except ValueError:
        key = b""
    if len(key) != keys.KEY_BYTES or keys.name_of(key) != slot.key:
        raise WrongSecret(words.SLOT_DAMAGED.format(path=slot.path))
    return key


def recipient_name(way: str) -> str:
    """Return the name of the file with the public half of an identity: whom to seal to."""
    return f"{way}{_RECIPIENT_ENDING}"


def recipient(folder: str, way: str) -> str:
    """Return whom to seal to; "" where that is not there."""
    try:
        with open(os.path.join(folder, recipient_name(way)), encoding="ascii") as file:
            return file.read().strip()
    except (OSError, ValueError):
        return ""
