"""Where everything is that belongs to a journal, for the person who wants to know."""

from __future__ import annotations

import os

from tracejournal import places
from tracejournal.journal import leftovers
from tracejournal.model.record import Record
from tracejournal.store import letterbox, slots
from tracejournal.store.checking import engine_version
from tracejournal.store.opening import is_plain
from tracejournal.words import backups as words
from tracejournal.words import lock as lock_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from tracejournal.journal.backups import Backups
    from tracejournal.model.backup import Contents

ABSENT, PRIVATE, SHARED, UNKNOWN = "absent", "private", "shared", "unknown"

_OTHERS = 0o077


class Place(Record):
    """A file or a folder.

    Attributes:
        path: where it is.
        size: bytes, of all files in it where it is a folder.
        state: PRIVATE where only its owner can read it, SHARED where others on this machine may,
            ABSENT where it is not there, UNKNOWN where the system tells it in another way.
    """

    path: str
    size: int = 0
    state: str = ABSENT


class Whereabouts(Record):
    """Every path, how much is there, who can read it, and the newest verified backup.

    Attributes:
        journal: the file, whose size counts its -wal, too.
        holds: what the journal holds, or None where it cannot be read.
        backups: their folder.
        copies: how many there are.
        newest_at: when the newest was made, in local time, or None.
        newest_holds: what that one holds, or None where it cannot be read.
        settings: config.toml.
        state: the folder of logs.
        unfinished: words that are outside of the journal: an editor has them open, or the journal
            did not take them.
        engine: the version of SQLite that reads and writes the journal.
        is_locked: whether the journal is.
        plain_copies: how many backups anyone can read who can read files here.
        lock: the folder of what opens the lock.
        ways: what opens it: "passphrase" and the others.
        letterbox: the folder of notes for a locked journal.
        waiting: how many notes wait there.
        aside: how many were put aside, since they could not be read.
    """

    journal: Place
    holds: Contents | None
    backups: Place
    copies: int
    newest_at: datetime | None
    newest_holds: Contents | None
    settings: Place
    state: Place
    unfinished: tuple[Place, ...] = ()
    engine: str = ""
    is_locked: bool = False
    plain_copies: int = 0
    lock: Place = Place("")
    ways: tuple[str, ...] = ()
    letterbox: Place = Place("")
    waiting: int = 0
    aside: int = 0


def whereabouts(backups: Backups, *, is_locked: bool) -> Whereabouts:
    """Look where everything is. It reads, and changes nothing.

    Args:
        backups: those of the journal.
        is_locked: whether the journal is; who has it open knows, and must not look at the file.
    """
    lock, notes = places.lock_folder(backups.path), places.letterbox_folder(backups.path)
    copies = backups.all()
    newest = copies[0] if copies else None
    journal = _place(backups.path)
    return Whereabouts(
        journal=journal.replace(size=journal.size + _size(f"{backups.path}-wal")),
        holds=backups.contents(backups.path),
        backups=_place(backups.folder).replace(size=sum(copy.size for copy in copies)),
        copies=len(copies),
        newest_at=backups.when(newest) if newest else None,
        newest_holds=backups.contents(newest.path) if newest else None,
        settings=_place(places.config_file()),
        state=_place(places.state_folder()),
        unfinished=tuple(map(_place, leftovers.ours())),
        engine=engine_version(),
        is_locked=is_locked,
        plain_copies=sum(is_plain(copy.path) for copy in copies),
        lock=_place(lock),
        ways=tuple(sorted({slot.way for slot in slots.found(lock)}, key=slots.WAYS.index)),
        letterbox=_place(notes),
        waiting=len(letterbox.waiting(notes)),
        aside=len(letterbox.aside(notes)),
    )


def told(found: Whereabouts) -> Iterator[tuple[str, str, str]]:
    """Yield each place as a person reads it: what it is, its path, and what there is to say."""
    closes = words.CLOSES if found.journal.state == SHARED else ""
    state = words.LOCKED if found.is_locked else words.UNLOCKED
    what = _held(found.holds, is_locked=found.is_locked)
    yield words.JOURNAL, found.journal.path, _said(found.journal, closes, state, what)
    state = _copies_locked(found)
    yield words.BACKUPS, found.backups.path, _said(found.backups, state, _copies(found))
    if found.is_locked:
        ways = " and ".join(lock_words.WAYS[way] for way in found.ways)
        yield words.LOCK, found.lock.path, _said(found.lock, words.LOCK_HOLDS.format(ways=ways))
    if found.is_locked or found.waiting or found.aside:
        notes = words.notes(found.waiting, found.aside)
        yield words.LETTERBOX, found.letterbox.path, _said(found.letterbox, notes)
    yield words.SETTINGS, found.settings.path, _said(found.settings, words.WITHOUT_WORDS)
    holds_some = any(place.path.startswith(found.state.path) for place in found.unfinished)
    without = "" if holds_some else words.WITHOUT_WORDS
    yield words.STATE, found.state.path, _said(found.state, without)
    for place in found.unfinished:
        yield words.UNFINISHED, place.path, _said(place, words.UNLOCKED)


def _said(place: Place, *more: str) -> str:
    if place.state == ABSENT:
        return words.NOT_THERE_YET
    return " · ".join(filter(None, (words.size(place.size), words.STATES[place.state], *more)))


def _held(holds: Contents | None, *, is_locked: bool) -> str:
    if holds:
        return words.holds(holds.entries, holds.newest_on)
    return words.LOCKED_AWAY if is_locked else words.NOT_READABLE


def _copies_locked(found: Whereabouts) -> str:
    if found.plain_copies == found.copies:
        return words.LOCKED if found.is_locked and not found.copies else words.UNLOCKED
    plain = found.plain_copies
    return words.PARTLY_LOCKED.format(plain=plain) if plain else words.LOCKED


def _copies(found: Whereabouts) -> str:
    if found.newest_at is None:
        return words.NO_BACKUP_YET
    what = _held(found.newest_holds, is_locked=found.plain_copies < found.copies)
    newest = words.NEWEST.format(when=words.moment(found.newest_at), what=what)
    return f"{words.copies(found.copies)}, {newest}"


def _place(path: str) -> Place:
    try:
        mode = os.stat(path).st_mode
        above = os.stat(os.path.dirname(os.path.abspath(path))).st_mode
    except OSError:
        return Place(path)
    shared = bool(mode & _OTHERS and above & _OTHERS)  # nobody gets past a closed folder
    state = UNKNOWN if os.name != "posix" else SHARED if shared else PRIVATE
    return Place(path, _size(path), state)


def _size(path: str) -> int:
    if not os.path.isdir(path):
        try:
            return os.stat(path).st_size
        except OSError:
            return 0
    return sum(
        _size(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names
    )
