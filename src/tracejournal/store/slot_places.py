"""What opens the lock, in its two places: beside the journal, and once more beside the backups."""

from __future__ import annotations

import os

from tracejournal.model.errors import StoreError
from tracejournal.store import slots
from tracejournal.store.whole import write_whole
from tracejournal.words import lock as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.store.slots import Slot

READ_ME = "READ-ME.txt"
"""In both places: how to open the journal without this program."""


def settle(folder: str, spare: str, key: str, proven: Slot | None = None) -> None:
    """Let both places hold the same for the present key, and the first one no other.

    What has just opened the lock is whole, whatever else there is. Of two that differ the newer
    beside the journal is another passphrase whose writing was cut short: it is written there
    first. Where the spare is newer, one of the two was damaged, and nobody can tell which: both
    stay, and each is tried.

    Args:
        folder: beside the journal.
        spare: beside the backups, where those of earlier keys stay for earlier backups.
        key: the name of the present key.
        proven: the slot that has just opened the lock, where one has.

    Raises:
        StoreError: it could not be written; nothing that opens anything is gone.
    """
    here, there = _by_name(folder), _by_name(spare)
    for name in sorted({*here, *there}):
        one, other = here.get(name), there.get(name)
        if one is None and other is not None and other.key == key:
            write(os.path.join(folder, name), other.read())
        elif one is not None and (other is None or _wins(one, other, proven)):
            write(os.path.join(spare, name), one.read())
        elif one is not None and proven is not None and other == proven and not one.same(other):
            write(one.path, other.read())
    for slot in here.values():
        if slot.key != key:
            os.unlink(slot.path)
    _explain(folder)
    _explain(spare)


def bring(source: str, target: str, key: str) -> None:
    """Copy what opens a key to where it is not yet, with how to use it.

    Raises:
        StoreError: it could not be copied whole.
    """
    for slot in slots.found(source):
        path = os.path.join(target, os.path.basename(slot.path))
        if slot.key == key and slot.way != slots.KEYRING and not os.path.lexists(path):
            write(path, slot.read())
    _explain(target)


def _by_name(folder: str) -> dict[str, Slot]:
    return {os.path.basename(slot.path): slot for slot in slots.found(folder)}


def _wins(one: Slot, other: Slot, proven: Slot | None) -> bool:
    """Return whether a slot beside the journal is to replace the one beside the backups."""
    if one.same(other) or other == proven:
        return False
    return one == proven or os.stat(one.path).st_mtime_ns > os.stat(other.path).st_mtime_ns


def _explain(folder: str) -> None:
    path = os.path.join(folder, READ_ME)
    try:
        with open(path, encoding="utf-8") as file:
            there = file.read()
    except (OSError, ValueError):
        there = ""
    if there != words.READ_ME:
        write(path, words.READ_ME.encode())


def write(path: str, content: bytes) -> None:
    """Write a file of the lock whole.

    Raises:
        StoreError: it could not be written; what was there is untouched.
    """
    try:
        write_whole(path, content)
    except OSError as error:
        raise StoreError(words.NOT_WRITTEN.format(path=path, reason=error.strerror)) from None
