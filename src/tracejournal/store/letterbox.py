"""Notes for a locked journal: sealed to it without its key, and taken in when it is opened.

A note is one file, written whole, which nobody can read before that, not even who wrote it. Its
name tells only when it was written, so that notes are taken in in the order of time.
"""

from __future__ import annotations

import os

from tracejournal.model.errors import StoreError
from tracejournal.store import sealing, slots
from tracejournal.store.engine import make_private_folder, sync_folder
from tracejournal.store.whole import write_whole
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_SIZE = 8_000_000
"""Bytes of a sealed note. The longest text that can be kept is shorter than that."""

_ENDING = ".age"
ASIDE = "damaged"
"""The folder in it for notes that cannot be opened."""


def drop(folder: str, lock: str, content: bytes, at: int) -> str:
    """Seal a note and put it into a letterbox.

    Args:
        folder: the letterbox.
        lock: the folder of what opens the lock; it says whom to seal to.
        content: what the note holds.
        at: when it was written, microseconds since 1970 UTC.

    Returns:
        its path.

    Raises:
        StoreError: it was not put there, and the sentence says why.
    """
    sealed = sealing.seal(content, slots.recipient(lock, slots.LETTERBOX))
    path = os.path.join(folder, f"{at:017d}-{os.urandom(4).hex()}{_ENDING}")
    try:
        write_whole(path, sealed)
    except OSError:
        raise StoreError(refusals.FOLDER_UNWRITABLE.format(path=folder)) from None
    return path


def waiting(folder: str) -> list[str]:
    """Return the paths of notes that wait, oldest first."""
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return [os.path.join(folder, name) for name in sorted(names) if name.endswith(_ENDING)]


def opened(path: str, identities: Sequence[str]) -> bytes:
    """Return what a note holds.

    Raises:
        WrongSecret: it is damaged, or sealed to another journal.
        OSError: it cannot be read.
    """
    with open(path, "rb") as file:
        return sealing.unseal(file.read(MAX_SIZE), identities)


def set_aside(path: str) -> str:
    """Put a note that cannot be taken in where it waits no longer; return where it is now."""
    folder = os.path.join(os.path.dirname(path), ASIDE)
    make_private_folder(folder)
    target = os.path.join(folder, os.path.basename(path))
    os.replace(path, target)
    sync_folder(folder)
    return target


def aside(folder: str) -> list[str]:
    """Return the paths of notes that were set aside, oldest first."""
    return waiting(os.path.join(folder, ASIDE))
