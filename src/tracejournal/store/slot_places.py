"""What opens the lock, in its two places: beside the journal, and once more beside the backups.

The second place also keeps what opens earlier data keys, for backups of their time.
"""

from __future__ import annotations

import os
from contextlib import suppress

from tracejournal import places
from tracejournal.model.errors import StoreError
from tracejournal.store import slots
from tracejournal.store.whole import remove_unfinished, write_whole
from tracejournal.words import lock as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Self

    from tracejournal.store.slots import Slot


READ_ME = "READ-ME.txt"
"""In both places: how to open the journal without this program."""


class SlotPlaces:
    """The two places.

    Args:
        here: the folder beside the journal.
        spare: the folder beside the backups.
    """

    def __init__(self, here: str, spare: str) -> None:
        """Take the folders; neither has to be there."""
        self.here = here
        self.spare = spare

    @classmethod
    def of(cls, journal: str) -> Self:
        """Return those of a journal, by its path."""
        return cls(places.lock_folder(journal), places.spare_lock_folder(journal))

    def found(self) -> list[Slot]:
        """Return the slots beside the journal; those beside the backups where there are none."""
        return slots.found(self.here) or slots.found(self.spare)

    def choices(self, way: str) -> list[Slot]:
        """Return the slots of a way, the likeliest first: to try a passphrase takes a second.

        Then those that are kept once more, where they are not the same. Then those of other keys,
        the newest first: a backup of earlier days may have been put in the journal's place.
        """
        here, spare = slots.found(self.here, way), slots.found(self.spare, way)
        mine = {slot.key: slot for slot in here}
        twins = [each for each in spare if each.key in mine and not each.same(mine[each.key])]
        others = [each for each in spare if each.key not in mine]
        return [*here, *twins, *sorted(others, key=_changed_at, reverse=True)]

    def write(self, name: str, content: bytes) -> None:
        """Write a file beside the journal; `tidy` adds the second one.

        Raises:
            StoreError: what was there is untouched.
        """
        write(os.path.join(self.here, name), content, words.NOT_EXCHANGED)

    def write_both(self, name: str, content: bytes) -> None:
        """Write a file in both places, or in none.

        Raises:
            StoreError: what was there is untouched.
        """
        spare = os.path.join(self.spare, name)
        before = _content(spare)
        write(spare, content, words.NOT_EXCHANGED)
        try:
            self.write(name, content)
        except StoreError:
            with suppress(StoreError, OSError):
                if before:
                    write(spare, before)
                else:
                    os.unlink(spare)
            raise

    def tidy(self, key: str, opened: tuple[str, bytes] | None) -> None:
        """Keep what opens a key alike in both places, and what opens others in the second alone.

        Args:
            key: the name of the key that the journal has.
            opened: the name and the content of the slot that just opened it, where one did.

        Raises:
            StoreError: a folder cannot be written; what opens the journal is all there.
        """
        try:
            self._tidy(key, opened)
        except OSError as error:
            raise StoreError(words.NOT_FINISHED.format(reason=error.strerror)) from None

    def _tidy(self, key: str, opened: tuple[str, bytes] | None) -> None:
        for folder in (self.here, self.spare):
            remove_unfinished(folder)
        if opened:
            self._make_alike(*opened)
        for folder, other in ((self.here, self.spare), (self.spare, self.here)):
            names = {slot.name for slot in slots.found(folder)}
            for slot in slots.found(other):
                if slot.key == key and slot.name not in names:
                    write(os.path.join(folder, slot.name), slot.read())
        self._retire(key)
        for folder in (self.here, self.spare):
            _explain(os.path.join(folder, READ_ME))

    def _make_alike(self, name: str, opened: bytes) -> None:
        """Where one of the two is not what opened the lock, it is damaged, or of before.

        Where neither is it any more, another process has just put something else there.
        """
        both = [os.path.join(folder, name) for folder in (self.here, self.spare)]
        if opened in map(_content, both):
            for path in both:
                if _content(path) != opened:
                    write(path, opened)

    def retire(self) -> None:
        """Leave what opens backups beside them, and nothing beside a journal that has no lock.

        Raises:
            StoreError: a folder cannot be written; what opens anything is all there.
        """
        self._retire()
        with suppress(FileNotFoundError):
            os.unlink(os.path.join(self.here, READ_ME))

    def _retire(self, besides: str = "") -> None:
        """Keep slots of other keys beside the backups: each may be all that opens some file."""
        for slot in slots.found(self.here):
            spare = os.path.join(self.spare, slot.name)
            if slot.key != besides:
                if not os.path.lexists(spare):
                    write(spare, slot.read())
                os.unlink(slot.path)

    def remove(self, key: str) -> None:
        """Remove what opens a key from beside the journal."""
        for slot in slots.found(self.here):
            if slot.key == key:
                with suppress(FileNotFoundError):
                    os.unlink(slot.path)


def bring(source: str, target: str, key: str) -> None:
    """Copy what opens a key to where it is not yet, with how to use it.

    Raises:
        StoreError: it could not be copied whole.
    """
    for slot in slots.found(source):
        path = os.path.join(target, slot.name)
        if slot.key == key and slot.way != slots.KEYRING and not os.path.lexists(path):
            write(path, slot.read())
    _explain(os.path.join(target, READ_ME))


def _explain(path: str) -> None:
    if _content(path) != words.READ_ME.encode():
        write(path, words.READ_ME.encode())


def write(path: str, content: bytes, sentence: str = words.NOT_WRITTEN) -> None:
    """Write a file of the lock whole, and read it back.

    Args:
        path: the file.
        content: what it is to hold.
        sentence: what is said where that cannot be, with a place for the path and the reason.

    Raises:
        StoreError: it could not be written; what was there is untouched.
    """
    try:
        write_whole(path, content)
        arrived = slots.read(path) == content
    except OSError as error:
        raise StoreError(sentence.format(path=path, reason=error.strerror)) from None
    if not arrived:
        raise StoreError(words.LOCK_DAMAGED)


def _content(path: str) -> bytes:
    """Return what a file holds; b"" where it cannot be read."""
    try:
        return slots.read(path)
    except OSError:
        return b""


def _changed_at(slot: Slot) -> int:
    try:
        return os.stat(slot.path).st_mtime_ns
    except OSError:
        return 0
