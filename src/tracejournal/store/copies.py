"""Copies of a locked journal that are still readable without its lock: each is locked, too.

They are of a time before the lock, or of a process that was killed. A sound copy is written anew
with the key of the journal. What the engine cannot read is sealed whole, so that nothing is lost
by it. Only what nobody has written to the end is removed.
"""

from __future__ import annotations

import os

from tracejournal import places
from tracejournal.model.copies import LockedCopies
from tracejournal.model.errors import StoreError
from tracejournal.store import backups, locking, sealing, wiping
from tracejournal.store.erasing import ASIDE, SEALED
from tracejournal.store.locks import alone_in, sole_user
from tracejournal.store.opening import is_plain
from tracejournal.store.private import make_private_file, make_private_folder
from tracejournal.store.whole import NEW
from tracejournal.words import doctor as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RESCUED = words.RESCUED.partition("{")[0]
"""How the names begin of what was saved from a damaged journal, beside it."""


class _Plain:
    """What there is to do, found by names and first bytes alone.

    Attributes:
        parts: what nobody has written to the end.
        copies: whole journals, newest first.
        others: what is no journal of ours, or a damaged one.
    """

    def __init__(self, journal: str) -> None:
        """Look."""
        self._folder, self._name = os.path.split(os.path.abspath(journal))
        backups_folder = places.backups_folder(journal)
        found = [copy.path for copy in backups.found(backups_folder)]
        rescued = [path for path in self._beside(RESCUED) if path.endswith(".db")]
        self.copies = [path for path in (*found, *rescued) if is_plain(path)]
        self.parts = [*self._parts_beside(), *_in(backups_folder, backups.PART)]
        self.parts += [
            path + ending
            for path in (*found, *rescued)
            for ending in backups.BESIDE
            if path not in self.copies and os.path.lexists(path + ending)
        ]
        aside = [path for folder in _in(backups_folder, "", ASIDE) for path in _in(folder, "")]
        self.parts += [path for path in aside if _is_part(path)]
        self.others = [path for path in aside if not (path.endswith(SEALED) or _is_part(path))]

    def __bool__(self) -> bool:
        return bool(self.parts or self.copies or self.others)

    def _beside(self, start: str) -> list[str]:
        return _in(self._folder, "", start)

    def _parts_beside(self) -> Iterator[str]:
        for start in (self._name, RESCUED):
            for path in self._beside(start):
                if _is_part(path):
                    yield path


def plain_beside(journal: str) -> bool:
    """Return whether anything beside a locked journal is still to be locked or removed."""
    return bool(_Plain(journal))


def _is_part(path: str) -> bool:
    name = os.path.basename(path)
    return NEW in name or backups.PART in name


def lock_copies(journal: str, key: bytes, identity: Callable[[], str]) -> LockedCopies:
    """Lock every plain copy beside a locked journal; what a killed process began is finished.

    It costs a look at names and first bytes where there is nothing to do.

    Args:
        journal: the locked journal.
        key: what it is locked with.
        identity: returns what opens what is sealed, so that whoever opens the journal can.

    Returns:
        what could not be, and what was sealed.

    Raises:
        StoreError: nobody can work among the backups; nothing was done.
    """
    if not _Plain(journal):
        return LockedCopies()
    folder = places.backups_folder(journal)
    make_private_folder(folder)
    with alone_in(folder, backups.always):
        plain = _Plain(journal)
        left = [path for path in plain.parts if not _remove_part(path) and is_plain(path)]
        others = plain.others
        for copy in plain.copies:
            if _lock(copy, key):
                continue
            if _can_be_read(copy):  # it was something that passes, such as a full disk
                left.append(copy)
            else:
                others.append(copy)
        sealed = [_sealed(path, identity) for path in others]
    left += [path for path, done in zip(others, sealed, strict=True) if not done]
    return LockedCopies(sealed=tuple(filter(None, sealed)), plain=tuple(left))


def _remove_part(path: str) -> bool:
    """Remove what is unfinished, unless a process is still at it."""
    try:
        with sole_user(path) as descriptor:
            if descriptor is None:
                os.unlink(path)
                return True
            wiping.remove(path)
    except FileNotFoundError:
        return True
    except (OSError, StoreError):
        return False
    return True


def _lock(copy: str, key: bytes) -> bool:
    try:
        locking.convert(copy, key)
        for ending in backups.BESIDE:  # of another program: what it held is in the copy now
            if os.path.lexists(copy + ending):
                wiping.remove(copy + ending)
    except (OSError, StoreError):
        return False
    return True


def _can_be_read(copy: str) -> bool:
    try:
        return backups.is_sound(copy)
    except StoreError:
        return True


def _sealed(path: str, identity: Callable[[], str]) -> str:
    """Seal a file whole under a name beside its own and remove it; return that, or ""."""
    target = _free(path)
    part = f"{target}{backups.PART}{os.urandom(4).hex()}"
    try:
        make_private_file(part)
        sealing.seal_file(path, part, identity())
        backups.give_name(part, target, os.stat(path).st_mtime_ns)
        wiping.remove(path)
    except (OSError, StoreError):
        return ""
    finally:
        backups.remove_with_beside(part)
    return target


def _free(path: str) -> str:
    target, number = f"{path}{SEALED}", 2
    while os.path.lexists(target):
        target, number = f"{path}-{number}{SEALED}", number + 1
    return target


def _in(folder: str, holding: str, start: str = "") -> list[str]:
    """Return the paths in a folder whose names hold and begin with something, newest name first."""
    try:
        names = sorted(os.listdir(folder), reverse=True)
    except OSError:
        return []
    return [
        os.path.join(folder, name) for name in names if holding in name and name.startswith(start)
    ]
