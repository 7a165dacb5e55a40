"""The lock: what opens the journal, and how that comes, changes and goes.

The order of writing is the whole of its safety. What opens the new file is on the disk, read back
and complete, before the file is exchanged; what opened the old one goes after that. So whatever
happens in between, there is one journal and something of its owner's that opens it.
"""

from __future__ import annotations

import os
from contextlib import suppress

from tracejournal import places
from tracejournal.model.errors import Damaged, Locked, StoreError, WrongSecret
from tracejournal.model.record import Record
from tracejournal.store import keys, letterbox, letters, locking, sealing, slots
from tracejournal.store.engine import Store
from tracejournal.store.opening import check_file, open_store
from tracejournal.store.rows import stamp
from tracejournal.store.slots import KEYRING, LETTERBOX, PASSPHRASE, RECOVERY
from tracejournal.store.whole import write_whole
from tracejournal.words import lock as words

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
        self._spare = places.spare_lock_folder(self.path)
        self._backups = places.backups_folder(self.path)
        self._clock = clock

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

    def waiting(self) -> int:
        """Return how many notes wait to be taken in."""
        return len(letterbox.waiting(places.letterbox_folder(self.path)))

    def ways(self) -> frozenset[str]:
        """Return the ways that open it: `slots.PASSPHRASE` and the others."""
        return frozenset(slot.way for slot in slots.found(self.folder))

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
        keys.hold(key)
        self._try_out()

    def unlock_copies(self, passphrase: str) -> None:
        """Hold the keys of earlier times, too, as far as a passphrase of then opens them.

        Raises:
            Misuse: it is empty.
            WrongSecret: it opens none.
        """
        opened = list(self._opened_by(slots.found(self._spare, PASSPHRASE), passphrase))
        if not opened:
            raise WrongSecret(words.WRONG_PASSPHRASE)
        for key in opened:
            keys.hold_too(key)

    def _opened_by(self, choices: Iterable[Slot], passphrase: str) -> Iterator[bytes]:
        for slot in choices:
            with suppress(WrongSecret, StoreError):
                yield slots.key_in(sealing.open_by_passphrase(slot.read(), passphrase), slot)

    def _hold(self, way: str, opened: Callable[[bytes], bytes]) -> None:
        """Try the slots of a way; those that are kept once more where the first ones fail."""
        failure: StoreError | WrongSecret | None = None
        for slot in self._choices(way):
            try:
                keys.hold(slots.key_in(opened(slot.read()), slot))
            except (StoreError, WrongSecret) as refusal:
                failure = failure or refusal
                continue
            self._try_out()
            return
        if failure is None:
            what = words.WAYS[way]
            sentence = words.NO_SLOT.format(what=what, folder=self.folder, spare=self._spare)
            raise StoreError(sentence)
        raise failure

    def _choices(self, way: str) -> Iterator[Slot]:
        here, spare = slots.found(self.folder, way), slots.found(self._spare, way)
        yield from here
        if here:  # those of earlier keys open earlier copies alone, and each takes a second to try
            names = {slot.key: slot for slot in here}
            spare = [each for each in spare if each.key in names and not each.same(names[each.key])]
        yield from spare

    def _try_out(self) -> None:
        """See whether the journal opens; one that is missing can be restored with the key."""
        if not os.path.lexists(self.path):
            return
        try:
            Store(self.path).close()
        except Damaged:
            keys.forget()
            raise

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

    @staticmethod
    def holds_key() -> bool:
        """Return whether this process holds a key already."""
        return bool(keys.held())

    @staticmethod
    def forget() -> None:
        """Let go of every key: nothing of this process opens the journal from now on."""
        keys.forget()

    # Locking

    def lock(self, new: NewLock) -> None:
        """Lock a plain journal, or give a locked one another key; then look after all copies.

        Copies of a journal that was locked before stay locked as they were: `unlock_copies`.

        Raises:
            Misuse: the passphrase cannot be used.
            StoreError: the journal is as it was.
        """
        open_store(self.path).close()  # brought to the present schema, and refused where damaged
        key = keys.new()
        self._write_slots(key, new)
        identity, now = sealing.new_identity(), stamp(self._clock.local_now())
        if not keys.held():  # nothing can be sealed to it before the journal is locked
            self._write_letterbox(identity)
        locking.exchange(self.path, key, lambda store: letters.add_identity(store, identity, now))
        keys.forget()
        keys.hold(key)
        self._write_letterbox(identity)
        self.finish()

    def _write_slots(self, key: bytes, new: NewLock) -> None:
        """Write what opens a key, and read it back: only then is anything locked with it."""
        content = slots.content_of(key)
        self._write_passphrase(key, new.passphrase)
        sealed = sealing.seal(content, sealing.recipient_of(new.recovery_key), armored=True)
        if sealing.unseal(sealed, [new.recovery_key]) != content:
            raise StoreError(words.LOCK_DAMAGED)
        self._write(slots.name_of(key, RECOVERY), sealed)
        recipient = slots.recipient(self.folder, KEYRING)
        if recipient:
            self._write(slots.name_of(key, KEYRING), sealing.seal(content, recipient, armored=True))

    def _write_passphrase(self, key: bytes, passphrase: str) -> None:
        content = slots.content_of(key)
        sealed = sealing.seal_by_passphrase(content, passphrase)
        if sealing.open_by_passphrase(sealed, passphrase) != content:
            raise StoreError(words.LOCK_DAMAGED)
        self._write(slots.name_of(key, PASSPHRASE), sealed)

    def _write_letterbox(self, identity: str) -> None:
        recipient = sealing.recipient_of(identity)
        self._write(slots.recipient_name(LETTERBOX), f"{recipient}\n".encode("ascii"))

    def _write(self, name: str, content: bytes) -> None:
        """Write a file of the lock, beside the journal and once more beside the backups."""
        for folder in (self.folder, self._spare):
            try:
                write_whole(os.path.join(folder, name), content)
            except OSError as error:
                raise StoreError(words.NOT_EXCHANGED.format(reason=error.strerror)) from None

    def change_passphrase(self, passphrase: str) -> None:
        """Let another passphrase open the lock; the one before opens it no more.

        Raises:
            Misuse: it cannot be used.
            StoreError: nothing was changed.
        """
        self._write_passphrase(self.key, passphrase)

    def remove(self) -> None:
        """Remove the lock. Copies that were locked stay so, and what opens them stays with them.

        Raises:
            StoreError: the journal is as it was.
        """
        locking.exchange(self.path, b"")
        keys.forget()
        for slot in slots.found(self.folder):
            os.unlink(slot.path)

    def finish(self) -> None:
        """Finish what a killed process began: once the journal is open to a key, and after locking.

        Raises:
            StoreError: a part is left, and done the next time.
        """
        locking.remove_parts(self.path)
        self._tidy_slots()

    def _tidy_slots(self) -> None:
        """Remove what opens keys of before, and keep what opens this one in both places."""
        mine = keys.name_of(self.key)
        for slot in slots.found(self.folder):
            if slot.key != mine:
                os.unlink(slot.path)
