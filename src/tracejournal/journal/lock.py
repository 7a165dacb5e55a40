"""The lock: what opens the journal, and how that comes, changes and goes.

The order of writing is the whole of its safety. What opens the new file is on the disk, read back
and complete, before the file is exchanged; what opened the old one goes after that. So whatever
happens in between, there is one journal and something of its owner's that opens it.
"""

from __future__ import annotations

import os
from contextlib import suppress

from tracejournal import places
from tracejournal.journal.backups import Backups
from tracejournal.journal.lock_finishing import finish
from tracejournal.model.copies import LockedCopies
from tracejournal.model.errors import Damaged, Locked, StoreError, WrongSecret
from tracejournal.model.record import Record
from tracejournal.store import keys, letters, locking, new_slots, sealing, slots
from tracejournal.store.engine import Store
from tracejournal.store.opening import check_file, is_newer, open_store
from tracejournal.store.rows import stamp
from tracejournal.store.slot_places import SlotPlaces
from tracejournal.store.slots import KEYRING, LETTERBOX, PASSPHRASE, RECOVERY
from tracejournal.words import lock as words
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tracejournal.model.clock import Clock
    from tracejournal.store.slots import Slot


class NewLock(Record):
    """What is about to open a journal; nothing of it is written yet.

    Attributes:
        passphrase: what its owner types.
        recovery_key: what they write down: an age identity.
    """

    passphrase: str
    recovery_key: str


def new_lock(passphrase: str) -> NewLock:
    """Return a lock for a passphrase, with a recovery key made for it.

    Raises:
        Misuse: the passphrase is empty.
        StoreError: this machine has nothing to seal with.
    """
    return NewLock(sealing.as_typed(passphrase), sealing.new_identity())


class Lock:
    """Use cases about the lock of the journal at a path. None is to be used while it is open here.

    Args:
        clock: what now is.
        path: the journal; the user's own where not given.
    """

    def __init__(self, clock: Clock, path: str = "") -> None:
        """Take the place and the clock; nothing is touched."""
        self.path = path or places.journal_file()
        self.folder = places.lock_folder(self.path)
        self.folders = (self.folder, places.spare_lock_folder(self.path))
        self._spare = places.spare_lock_folder(self.path)
        self._backups = places.backups_folder(self.path)
        self._clock = clock
        self._slots = SlotPlaces(self.folder, self._spare)
        self._opened: tuple[str, bytes] | None = None

    @staticmethod
    def is_possible() -> bool:
        """Return whether this machine has what a lock needs."""
        return sealing.is_available()

    def is_locked(self) -> bool:
        """Return whether the journal is locked; not while this process has it open.

        Raises:
            StoreError: there is a file that cannot be a journal.
        """
        return os.path.lexists(self.path) and check_file(self.path)

    def ways(self) -> frozenset[str]:
        """Return the ways that open it: `slots.PASSPHRASE` and the others."""
        return frozenset(slot.way for slot in self._slots.found())

    # Opening

    def unlock(self, passphrase: str) -> None:
        """Hold the key that a passphrase opens.

        Raises:
            Misuse: it is empty.
            WrongSecret: it opens nothing.
            StoreError: there is nothing to open, or the file does not open with the key.
        """
        self._hold(PASSPHRASE, lambda sealed: sealing.open_by_passphrase(sealed, passphrase))

    def unlock_by_recovery(self, typed: str) -> None:
        """Hold the key that a recovery key opens.

        Raises:
            Misuse: what was typed is no recovery key.
            WrongSecret: it opens nothing.
            StoreError: there is nothing to open, or the file does not open with the key.
        """
        identity = sealing.recovery_key(typed)
        self._hold(RECOVERY, lambda sealed: sealing.unseal(sealed, [identity]))

    def unlock_by_key(self, key: bytes) -> None:
        """Hold a key that another process of the same person still holds.

        Raises:
            StoreError: the file does not open with it.
        """
        if not _fits(key, self.path):
            raise Damaged(words.LOCKED_OR_DAMAGED.format(path=self.path))
        keys.hold(key)

    def unlock_copies(self, passphrase: str) -> None:
        """Hold the keys of earlier times, too, as far as a passphrase of then opens them.

        Raises:
            Misuse: it is empty.
            WrongSecret: it opens none.
        """
        opened = list(_opened(slots.found(self._spare, PASSPHRASE), passphrase))
        if not opened:
            raise WrongSecret(words.WRONG_PASSPHRASE)
        for key in opened:
            keys.hold_too(key)

    def _hold(self, way: str, opened: Callable[[bytes], bytes]) -> None:
        """Try what there is of a way, until something opens the journal."""
        keys.guard()
        failure: StoreError | WrongSecret | None = None
        for slot in self._slots.choices(way):
            try:
                sealed = slot.read()
                key = slots.key_in(opened(sealed), slot)
            except (StoreError, WrongSecret) as refusal:
                failure = failure or refusal
                continue
            if _fits(key, self.path):
                keys.hold(key)
                self._opened = (slot.name, sealed)
                return
            failure = failure or Damaged(words.LOCKED_OR_DAMAGED.format(path=self.path))
        if failure is None:
            what = words.WAYS[way]
            sentence = words.NO_SLOT.format(what=what, folder=self.folder, spare=self._spare)
            raise StoreError(sentence)
        raise failure

    @property
    def key(self) -> bytes:
        """The key that is held.

        Raises:
            Locked: none is.
        """
        held = keys.held()
        if not held:
            raise Locked(words.LOCKED)
        return held[0]

    # Locking

    def lock(self, new: NewLock) -> LockedCopies:
        """Lock a plain journal, or give a locked one another key; then look after all copies.

        Copies of a journal that was locked before stay locked as they were: `unlock_copies`.

        Returns:
            what it could not reach of all that it knows of.

        Raises:
            Misuse: the passphrase cannot be used.
            StoreError: the journal is as it was.
        """
        was_locked = _made_ready(self.path)
        key, identity, now = keys.new(), sealing.new_identity(), stamp(self._clock.local_now())

        def fill(store: Store) -> None:
            letters.add_identity(store, identity, now)
            # Of a plain journal nobody seals notes yet. Of a locked one they do, and until it is
            # exchanged, only what opens them now is sure to stay.
            if not was_locked:
                self._write_letterbox(identity)

        self._write_slots(key, new)
        try:
            locking.exchange(self.path, key, fill)
        except StoreError:
            self._slots.remove(keys.name_of(key))
            raise
        keys.forget()
        keys.hold(key)
        self._opened = None
        self._write_letterbox(identity)
        try:
            left = self.finish()
        except StoreError:  # it is locked; the rest is tried again at every unlocking
            left = LockedCopies(plain=(self._backups,))
        with suppress(StoreError):  # those of before are locked, and hold the same
            Backups(self.path, self._clock).make_if_changed()
        return left

    def _write_slots(self, key: bytes, new: NewLock) -> None:
        """Write what opens a key: only then is anything locked with it."""
        from tracejournal.journal import lock_keyring  # noqa: PLC0415 - for whoever chose it alone

        write, recipient = self._slots.write, lock_keyring.recipient(self)
        write(slots.name_of(key, PASSPHRASE), new_slots.by_passphrase(key, new.passphrase))
        write(slots.name_of(key, RECOVERY), new_slots.by_identity(key, new.recovery_key))
        if recipient:
            write(slots.name_of(key, KEYRING), new_slots.to_recipient(key, recipient))

    def _write_letterbox(self, identity: str) -> None:
        recipient = sealing.recipient_of(identity)
        self._slots.write(slots.recipient_name(LETTERBOX), f"{recipient}\n".encode("ascii"))

    def change_passphrase(self, passphrase: str) -> None:
        """Let another passphrase open the lock; the one before opens it no more.

        Raises:
            Misuse: it cannot be used.
            StoreError: nothing was changed.
        """
        name = slots.name_of(self.key, PASSPHRASE)
        sealed = new_slots.by_passphrase(self.key, passphrase)
        self._slots.write_both(name, sealed)
        self._opened = (name, sealed)

    def remove(self) -> None:
        """Remove the lock. Copies that were locked stay so, and what opens them stays with them.

        Raises:
            StoreError: the journal is as it was.
        """
        from tracejournal.journal import lock_keyring  # noqa: PLC0415 - for whoever chose it alone

        locking.exchange(self.path, b"")
        keys.forget()
        with suppress(OSError, StoreError):  # the lock is off; what is left opens no journal
            lock_keyring.remove(self)
            self._slots.retire()

    def finish(self) -> LockedCopies:
        """Finish what a killed process began: once the journal is open to a key, and after locking.

        Whatever was made beside the journal before it was locked is locked, too; words that are
        outside of it are taken in as drafts. It costs a look where there is nothing to do.

        Returns:
            what could not be reached of all that the program knows of.

        Raises:
            StoreError: a part is left, and done the next time.
        """
        return finish(self.path, self.key, self._clock, self._slots, self._opened)


def _opened(choices: Iterable[Slot], passphrase: str) -> Iterator[bytes]:
    for slot in choices:
        with suppress(WrongSecret, StoreError):
            yield slots.key_in(sealing.open_by_passphrase(slot.read(), passphrase), slot)


def _fits(key: bytes, path: str) -> bool:
    """Return whether a key opens a journal; one that is missing can be restored with it."""
    if not os.path.lexists(path) or not check_file(path):
        return True
    try:
        with Store(path, key=key) as store:
            store.value("SELECT 1 FROM sqlite_schema LIMIT 1")
    except Damaged:
        return False
    return True


def _made_ready(path: str) -> bool:
    """Bring a journal to the present schema, refuse one that is not sound; return if locked."""
    with open_store(path) as store:
        if is_newer(store):
            raise StoreError(refusals.FILE_NEWER.format(path=path))
        return bool(store.key)
