"""Notes for a locked journal: sealed to it without its key, and taken in when it is opened.

A note is one file, written whole, which nobody can read before that, not even who wrote it. Its
name tells only when it was written, so that notes are taken in in the order of time.
"""

from __future__ import annotations

import os
from contextlib import suppress

from tracejournal import places
from tracejournal.model.errors import StoreError, WrongSecret
from tracejournal.store import sealing, slots
from tracejournal.store.private import make_private_folder, sync_folder
from tracejournal.store.whole import NEW, write_whole
from tracejournal.words import lock as words
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_SIZE = 64_000_000
"""Bytes of a sealed note. The longest words that can be kept take 20 MB, and names of people and
tags stand in it once more."""

_ENDING = ".age"
_DAY = 24 * 60 * 60
ASIDE = "damaged"
"""The folder in it for notes that cannot be opened."""


def drop(journal: str, content: bytes, at: int) -> str:
    """Seal a note and put it into the letterbox of a journal.

    Args:
        journal: the path of the journal.
        content: what the note holds.
        at: when it was written, microseconds since 1970 UTC.

    Returns:
        its path.

    Raises:
        StoreError: it was not put there, and the sentence says why.
    """
    sealed = _sealed(journal, content)
    if len(sealed) > MAX_SIZE:
        raise StoreError(words.NOTE_TOO_LARGE)
    folder = places.letterbox_folder(journal)
    path = os.path.join(folder, f"{at:017d}-{os.urandom(4).hex()}{_ENDING}")
    try:
        write_whole(path, sealed)
    except OSError as error:
        raise StoreError(words.NOT_DROPPED.format(path=folder, reason=error.strerror)) from None
    return path


def _sealed(journal: str, content: bytes) -> bytes:
    """Seal to what is named beside the journal, or once more beside its backups."""
    if not sealing.is_available():
        raise StoreError(words.NO_SEALING_NOTES)
    for folder in (places.lock_folder(journal), places.spare_lock_folder(journal)):
        try:
            return sealing.seal(content, slots.recipient(folder, slots.LETTERBOX))
        except StoreError:
            continue
    raise StoreError(words.LETTERBOX_SHUT)


def waiting(folder: str) -> list[str]:
    """Return the paths of notes that wait, oldest first.

    A note is a file. A pipe of that name would keep whoever opens it waiting for ever.
    """
    try:
        with os.scandir(folder) as found:
            return sorted(
                it.path
                for it in found
                if it.name.endswith(_ENDING) and it.is_file(follow_symlinks=False)
            )
    except OSError:
        return []


def remove_unfinished(folder: str, now: float) -> None:
    """Remove notes that were never finished: a kill left them, and nobody was told they are kept.

    Args:
        folder: the letterbox.
        now: seconds since 1970. What is not a day old may be in the making.
    """
    with suppress(OSError), os.scandir(folder) as found:
        for it in found:
            if f"{_ENDING}{NEW}" in it.name and it.is_file(follow_symlinks=False):
                with suppress(OSError):
                    if it.stat(follow_symlinks=False).st_mtime < now - _DAY:
                        os.unlink(it.path)


def opened(path: str, identities: Sequence[str]) -> bytes:
    """Return what a note holds.

    Raises:
        WrongSecret: it is damaged, or sealed to another journal.
        StoreError: this machine has nothing to open it with.
        OSError: it cannot be read.
    """
    with open(path, "rb") as file:
        sealed = file.read(MAX_SIZE + 1)
    if len(sealed) > MAX_SIZE:
        raise WrongSecret(refusals.FILE_DAMAGED.format(path=path))
    return sealing.unseal(sealed, identities)


def set_aside(path: str) -> str:
    """Put a note that cannot be taken in where it waits no longer; return where it is now.

    Raises:
        StoreError: the folder cannot be written; the note stays where it is.
        OSError: the same, or it is gone.
    """
    folder = os.path.join(os.path.dirname(path), ASIDE)
    make_private_folder(folder)
    target = os.path.join(folder, os.path.basename(path))
    os.replace(path, target)
    sync_folder(folder)
    sync_folder(os.path.dirname(path))
    return target


def is_aside(path: str) -> bool:
    """Return whether a note was set aside."""
    return os.path.basename(os.path.dirname(path)) == ASIDE


def aside(folder: str) -> list[str]:
    """Return the paths of notes that were set aside, oldest first."""
    return waiting(os.path.join(folder, ASIDE))
