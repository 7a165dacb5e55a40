"""The lock: what opens the journal, and how that comes, changes and goes.

The order of writing is the whole of its safety. What opens the new file is on the disk, read back
and complete, before the file is exchanged; what opened the old one goes after that. So whatever
happens in between, there is one journal and something of its owner's that opens it.
"""

from __future__ import annotations

from contextlib import suppress

from tracejournal import places
from tracejournal.journal.backups import Backups
from tracejournal.journal.lock_finishing import finish
from tracejournal.journal.lock_opening import Opening
from tracejournal.model.copies import LockedCopies
from tracejournal.model.errors import StoreError
from tracejournal.model.record import Record
from tracejournal.store import keys, letters, locking, new_slots, sealing, slots
from tracejournal.store.opening import is_newer, open_store
from tracejournal.store.rows import stamp
from tracejournal.store.slots import KEYRING, LETTERBOX, PASSPHRASE, RECOVERY
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.store.engine import Store


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
    return NewLock(sealing.as_typed(passphrase), new_recovery_key())


def new_recovery_key() -> str:
    """Return a recovery key that opens nothing yet.

    Raises:
        StoreError: this machine has nothing to seal with.
    """
    return sealing.new_identity()


class Lock(Opening):
    """Use cases about the lock of the journal at a path. None is to be used while it is open here.

    Args:
        clock: what now is.
        path: the journal; the user's own where not given.
    """

    def check_alone(self) -> None:
        """See to it that nobody else has the journal open, before its owner is asked anything.

        Raises:
            Locked: it is locked, and no key is held.
            StoreError: it is open elsewhere, or cannot be opened.
        """
        open_store(self.path).close()
        locking.check_alone(self.path)

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
        key, identity, now = keys.new(), sealing.new_identity(), stamp(self.clock.local_now())

        def fill(store: Store) -> None:
            letters.add_identity(store, identity, now)
            # Of a plain journal nobody seals notes yet. Of a locked one they do, and until it is
            # exchanged, only what opens them now is sure to stay.
            if not was_locked:
                self._write_letterbox(identity)

        try:
            self._write_slots(key, new)
            locking.exchange(self.path, key, fill)
        except StoreError:
            self._slots.remove(keys.name_of(key))
            raise
        keys.forget()
        keys.hold(key)
        self._opened = None
        with suppress(StoreError, OSError):  # notes open as before, and the next unlocking mends it
            self._write_letterbox(identity)
        try:
            left = self.finish()
        except (StoreError, OSError):  # it is locked; the rest is tried again at every unlocking
            left = LockedCopies(plain=(places.backups_folder(self.path),))
        with suppress(StoreError):  # those of before are locked, and hold the same
            Backups(self.path, self.clock).make_if_changed()
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

    def change_recovery(self, recovery_key: str) -> None:
        """Let another recovery key open the lock; the one before opens it no more.

        Raises:
            StoreError: nothing was changed.
        """
        sealed = new_slots.by_identity(self.key, recovery_key)
        self._slots.write_both(slots.name_of(self.key, RECOVERY), sealed)

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
        return finish(self.path, self.key, self.clock, self._opened)


def _made_ready(path: str) -> bool:
    """Bring a journal to the present schema, refuse one that is not sound; return if locked."""
    with open_store(path) as store:
        if is_newer(store):
            raise StoreError(refusals.FILE_NEWER.format(path=path))
        return bool(store.key)
