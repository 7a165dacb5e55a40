"""Backups of the journal: when one is made, which stay, going back to one, taking words out."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress

from tracejournal import places
from tracejournal.model.backup import Contents
from tracejournal.model.clock import Clock
from tracejournal.model.errors import Misuse, NotFound, StoreError
from tracejournal.model.record import Record
from tracejournal.store import backups, erasing, keys, slot_places
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import Self

    from tracejournal.model.backup import Backup, Unreached

MANY = 10
"""So many entries are not erased at once before there is a verified copy of all the others."""


class Restored(Record):
    """What going back to a backup did.

    Attributes:
        now: what the journal holds now.
        aside: where what was there before is, or "" where there was nothing.
    """

    now: Contents
    aside: str


class Backups:
    """Use cases about copies of one journal.

    They have connections of their own, so they may be used on any thread, while the journal is
    open or not, whether it is sound, damaged or missing. `is_wanted` is asked from time to time;
    once it says no, what was begun is given up and leaves nothing behind.

    Args:
        path: the journal.
        clock: what now is.
    """

    def __init__(self, path: str, clock: Clock) -> None:
        """Take the place and the clock; nothing is touched yet."""
        self.path = path
        self.folder = places.backups_folder(path)
        self._clock = clock

    @classmethod
    def of_home(cls, clock: Clock | None = None) -> Self:
        """Return those of the user's own journal, without opening it."""
        return cls(places.journal_file(), clock or Clock())

    def all(self) -> list[Backup]:
        """Return every backup, newest first. Each was verified when it was made."""
        return backups.found(self.folder)

    def when(self, copy: Backup) -> datetime:
        """Return when a backup was made, in local time."""
        return self._clock.local(copy.made_at)

    def contents(self, path: str) -> Contents | None:
        """Return what a backup, or the journal, holds; None where it cannot be read."""
        return backups.contents(path)

    def make(self, *, is_wanted: Callable[[], bool] = backups.always) -> Backup:
        """Make a verified backup now, and let go of those that newer ones have replaced.

        Raises:
            StoreError: there is no new backup; journal and earlier ones are untouched.
        """
        at = self._clock.local_now()
        made = backups.make(self.path, self.folder, at, is_wanted=is_wanted)
        backups.rotate(self.folder, made, is_wanted=is_wanted)
        return made

    def make_if_changed(self, *, is_wanted: Callable[[], bool] = backups.always) -> Backup | None:
        """Make one where the journal changed since the newest; whether it did costs two looks."""
        if not backups.is_changed(self.path, self.folder):
            return None
        return self.make(is_wanted=is_wanted)

    def make_at(self, target: str) -> str:
        """Make a verified copy in a place of the person's choice, and return its path.

        One of a locked journal is locked, and what opens it is put beside it first.

        Args:
            target: a file that is not there yet, or a folder, in which it gets a name of its own.

        Raises:
            StoreError: there is something already, or it cannot be written.
        """
        if os.path.isdir(target):
            target = backups.free_name(target, self._clock.local_now())
        key = backups.key_of(self.path)
        beside = places.lock_folder_of_copy(target)
        is_new = bool(key) and not os.path.lexists(beside)
        try:
            if key and not os.path.lexists(target):
                slot_places.bring(places.lock_folder(self.path), beside, keys.name_of(key))
            backups.make_at(self.path, target)
        except StoreError:
            if is_new:
                shutil.rmtree(beside, ignore_errors=True)
            raise
        return target

    def find(self, typed: str) -> str:
        """Return the path of the one backup that a part of its name means, or of any other file.

        Raises:
            Misuse: more than one is meant, or it is the journal itself.
            NotFound: there is no such backup or file.
        """
        meant = [copy.path for copy in self.all() if typed in copy.name]
        exact = [path for path in meant if os.path.basename(path) == typed]
        if len(exact or meant) == 1:
            return (exact or meant)[0]
        file = os.path.expanduser(typed)
        if os.path.isfile(file):
            if os.path.exists(self.path) and os.path.samefile(file, self.path):
                raise Misuse(refusals.BACKUP_IS_JOURNAL.format(path=typed))
            return file
        if meant:
            raise Misuse(refusals.AMBIGUOUS_BACKUP.format(value=typed))
        raise NotFound(refusals.UNKNOWN_BACKUP.format(value=typed))

    def is_locked(self, path: str) -> bool:
        """Return whether a backup is locked with an earlier passphrase, as far as that can be told.

        `Lock.unlock_copies` opens it.
        """
        return backups.contents(path) is None and backups.is_locked_otherwise(path)

    def restore(self, chosen: str) -> Restored:
        """Let the journal hold what a backup holds; what it held before is put aside.

        It keeps the lock it has, or stays without one; a missing one gets the key that is held.
        Not on a journal that this process has open.

        Raises:
            Locked: the journal or the backup is locked, and no key of it is held.
            StoreError: nothing was changed; the sentence says why.
        """
        from tracejournal.journal.lock_finishing import finish  # noqa: PLC0415 - paid for when used
        from tracejournal.store import restoring  # noqa: PLC0415 - paid for when used

        at = self._clock.local_now()
        key = restoring.key_for(self.path)
        if key:  # what opens it is there before it is
            beside = places.lock_folder_of_copy(chosen)
            slot_places.bring(beside, places.spare_lock_folder(self.path), keys.name_of(key))
        aside = restoring.restore(chosen, self.path, self.folder, at)
        if key:
            with suppress(StoreError):  # what is left is done at the next unlocking
                finish(self.path, key, self._clock)
        return Restored(backups.contents(self.path) or Contents(0), aside)

    def before_erasing(self, count: int, *, is_wanted: Callable[[], bool] = backups.always) -> None:
        """See to a verified copy before many entries are erased.

        Raises:
            StoreError: there is none.
        """
        if count >= MANY:
            self.make_if_changed(is_wanted=is_wanted)

    def is_erasing(self) -> bool:
        """Return whether erased words may still stand in a backup; costs one look."""
        return erasing.is_unfinished(self.folder)

    def finish_erasing(self, *, is_wanted: Callable[[], bool] = backups.always) -> Unreached:
        """Take what was erased out of every backup and out of the -wal; return what is left.

        Raises:
            StoreError: it is tried again the next time.
        """
        return erasing.finish(self.path, self.folder, is_wanted)
