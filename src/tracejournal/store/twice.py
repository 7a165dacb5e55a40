"""What opens a lock, kept twice: beside the journal, and once more beside its backups.

The second place also keeps what opens earlier data keys, for backups of their time.
"""

from __future__ import annotations

import os
from contextlib import suppress

from tracejournal.model.errors import StoreError
from tracejournal.store import slots
from tracejournal.store.whole import remove_unfinished, write_whole
from tracejournal.words import lock as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.store.slots import Slot


class Twice:
    """The two places.

    Args:
        here: the folder beside the journal.
        spare: the folder beside the backups.
    """

    def __init__(self, here: str, spare: str) -> None:
        """Take the folders; neither has to be there."""
        self.here = here
        self.spare = spare

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
        _write(os.path.join(self.here, name), content)

    def write_both(self, name: str, content: bytes) -> None:
        """Write a file in both places, or in none.

        Raises:
            StoreError: what was there is untouched.
        """
        spare = os.path.join(self.spare, name)
        before = _content(spare)
        _write(spare, content)
        try:
            self.write(name, content)
        except StoreError:
            with suppress(StoreError, OSError):
                if before:
                    _write(spare, before)
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
            OSError: the same.
        """
        for folder in (self.here, self.spare):
            remove_unfinished(folder)
        if opened:
            self._make_alike(*opened)
        for folder, other in ((self.here, self.spare), (self.spare, self.here)):
            names = {slot.name for slot in slots.found(folder)}
            for slot in slots.found(other):
                if slot.key == key and slot.name not in names:
                    _write(os.path.join(folder, slot.name), slot.read())
        self.retire(key)

    def _make_alike(self, name: str, opened: bytes) -> None:
        """Where one of the two is not what opened the lock, it is damaged, or of before.

        Where neither is it any more, another process has just put something else there.
        """
        both = [os.path.join(folder, name) for folder in (self.here, self.spare)]
        if opened in map(_content, both):
            for path in both:
                if _content(path) != opened:
                    _write(path, opened)

    def retire(self, besides: str = "") -> None:
        """Keep slots beside the backups alone: each may be all that opens some other file.

        Args:
            besides: the name of the key whose slots stay where they are.

        Raises:
            StoreError: a folder cannot be written; what opens anything is all there.
            OSError: the same.
        """
        for slot in slots.found(self.here):
            spare = os.path.join(self.spare, slot.name)
            if slot.key != besides:
                if not os.path.lexists(spare):
                    _write(spare, slot.read())
                os.unlink(slot.path)

    def remove(self, key: str) -> None:
        """Remove what opens a key from beside the journal."""
        for slot in slots.found(self.here):
            if slot.key == key:
                with suppress(FileNotFoundError):
                    os.unlink(slot.path)


def _write(path: str, content: bytes) -> None:
    try:
        write_whole(path, content)
        arrived = slots.read(path) == content
    except OSError as error:
        raise StoreError(words.NOT_EXCHANGED.format(reason=error.strerror)) from None
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
