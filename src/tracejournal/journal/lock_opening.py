"""Opening a locked journal: by its passphrase, its recovery key, or a key that is held already."""

from __future__ import annotations

import os
from contextlib import suppress

from tracejournal import places
from tracejournal.model.errors import Damaged, JournalError, Locked, StoreError, WrongSecret
from tracejournal.store import keys, sealing, slots
from tracejournal.store.engine import Store
from tracejournal.store.opening import check_file
from tracejournal.store.slot_places import SlotPlaces
from tracejournal.store.slots import PASSPHRASE, RECOVERY
from tracejournal.words import lock as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tracejournal.model.clock import Clock
    from tracejournal.store.slots import Slot


class Opening:
    """What opens the journal at a path. It is not open here meanwhile, but for `check`.

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
        self.clock = clock
        self._slots = SlotPlaces.of(self.path)
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

    def unlock(self, passphrase: str) -> None:
        """Hold the key that a passphrase opens.

        Raises:
            Misuse: it is empty.
            WrongSecret: it opens nothing.
            StoreError: there is nothing to open, or the file does not open with the key.
        """
        self._hold(PASSPHRASE, _by_passphrase(passphrase))

    def unlock_by_recovery(self, typed: str) -> None:
        """Hold the key that a recovery key opens.

        Raises:
            Misuse: what was typed is no recovery key.
            WrongSecret: it opens nothing.
            StoreError: there is nothing to open, or the file does not open with the key.
        """
        self._hold(RECOVERY, _by_recovery(typed))

    def check(self, typed: str) -> None:
        """Refuse what does not open the lock. Also while this process has the journal open.

        Args:
            typed: the passphrase, or the recovery key.

        Raises:
            Misuse: it is empty, or a recovery key with a slip in it.
            WrongSecret: it does not open the lock.
            StoreError: there is nothing to try it on.
        """
        way, opened = _way_of(typed)
        self._first(way, opened, self.key.__eq__, WrongSecret(words.WRONG_PASSPHRASE))

    def unlock_by_key(self, key: bytes) -> None:
        """Hold a key that another process of the same person still holds.

        Raises:
            StoreError: the file does not open with it.
        """
        if not _fits(key, self.path):
            raise Damaged(words.LOCKED_OR_DAMAGED.format(path=self.path))
        keys.hold(key)

    def unlock_copies(self, typed: str, beside: str = "") -> None:
        """Hold the keys of earlier times, too, as far as what is typed opens them.

        Args:
            typed: a passphrase of then, or a recovery key.
            beside: a folder with what opens one copy, besides that of the backups.

        Raises:
            Misuse: it is empty, or a recovery key with a slip in it.
            WrongSecret: it opens none.
        """
        way, opened_by = _way_of(typed)
        folders = filter(None, (beside, self._spare))
        choices = (slot for folder in folders for slot in slots.found(folder, way))
        opened = list(_opened(choices, opened_by))
        if not opened:
            raise WrongSecret(words.WRONG_PASSPHRASE)
        for key in opened:
            keys.hold_too(key)

    def _hold(self, way: str, opened: Callable[[bytes], bytes]) -> None:
        keys.guard()
        misfit = Damaged(words.LOCKED_OR_DAMAGED.format(path=self.path))
        name, sealed, key = self._first(way, opened, lambda key: _fits(key, self.path), misfit)
        keys.hold(key)
        self._opened = (name, sealed)

    def _first(
        self,
        way: str,
        opened: Callable[[bytes], bytes],
        fits: Callable[[bytes], bool],
        misfit: JournalError,
    ) -> tuple[str, bytes, bytes]:
        """Try what there is of a way; return the name, the content and the key of what fits."""
        failure: JournalError | None = None
        for slot in self._slots.choices(way):
            try:
                sealed = slot.read()
                key = slots.key_in(opened(sealed), slot)
            except (StoreError, WrongSecret) as refusal:
                failure = failure or refusal
                continue
            if fits(key):
                return slot.name, sealed, key
            failure = failure or misfit
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

    @staticmethod
    def holds_key() -> bool:
        """Return whether this process holds a key already."""
        return bool(keys.held())

    @staticmethod
    def forget() -> None:
        """Let go of every key: nothing of this process opens the journal from now on."""
        keys.forget()


def _by_passphrase(typed: str) -> Callable[[bytes], bytes]:
    passphrase = sealing.as_typed(typed)
    return lambda sealed: sealing.open_by_passphrase(sealed, passphrase)


def _by_recovery(typed: str) -> Callable[[bytes], bytes]:
    identity = sealing.recovery_key(typed)
    return lambda sealed: sealing.unseal(sealed, [identity])


def _way_of(typed: str) -> tuple[str, Callable[[bytes], bytes]]:
    if sealing.looks_like_recovery_key(typed):
        return RECOVERY, _by_recovery(typed)
    return PASSPHRASE, _by_passphrase(typed)


def _opened(choices: Iterable[Slot], opened: Callable[[bytes], bytes]) -> Iterator[bytes]:
    for slot in choices:
        with suppress(WrongSecret, StoreError):
            yield slots.key_in(opened(slot.read()), slot)


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
