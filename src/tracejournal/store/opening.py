"""Opening the journal: made only on purpose, refused in plain words when it is not right."""

from __future__ import annotations

import os

from tracejournal import places
from tracejournal.model.errors import Damaged, Locked, NoJournal, StoreError
from tracejournal.store import keys
from tracejournal.store.engine import APPLICATION_ID, BUSY_MS, SCHEMA_STEPS, SCHEMA_VERSION, Store
from tracejournal.store.header import MAGIC, has_slots
from tracejournal.store.place import shared_place
from tracejournal.store.private import make_private_file, make_private_folder, narrow, sync_folder
from tracejournal.words import lock as words
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_LEFTOVERS = ("-wal", "-shm", "-journal")

# Where the header of an SQLite file holds what (https://www.sqlite.org/fileformat2.html).
_HEADER_SIZE = 100
_PAGE_SIZE = slice(16, 18)
_CHANGES = slice(24, 28)
_PAGES = slice(28, 32)
_PAGES_AS_OF = slice(92, 96)  # the count of pages holds where this equals the count of changes
_LARGEST_PAGE = 65_536  # too large for its two bytes, which then hold a 1
_APPLICATION = slice(68, 72)


def open_store(path: str, *, create: bool = False) -> Store:
    """Open the journal, brought to the present schema.

    One that a newer version wrote is opened for reading alone: what it holds may mean more than
    this version knows, and a change made here could break that.

    Args:
        path: where the journal is.
        create: begin a new journal where there is none, for whoever is about to write. Only ever
            on a person's purpose: an error must never look like a new, empty journal.

    Raises:
        NoJournal: there is none and none was to be made.
        Locked: it is locked, and no key of any journal is held.
        Damaged: it is there, but cannot be read as a journal.
        StoreError: it is there, but not ours, empty, a link or unreadable; or newer, and to be
            written.
    """
    if not os.path.lexists(path):
        _begin_or_refuse(path, create=create)
    if check_file(path) and not keys.held():
        raise Locked(words.LOCKED)
    store = Store(path)
    try:
        newer = is_newer(store)
        if not newer:
            _make_ready(store)
            _make_private(path)
    except StoreError:
        store.close()
        raise
    if not newer:
        return store
    store.close()
    if create:
        raise StoreError(refusals.FILE_NEWER.format(path=path))
    return Store(path, read_only=True)


def _begin_or_refuse(path: str, *, create: bool) -> None:
    if any(os.path.lexists(path + ending) for ending in _LEFTOVERS):
        if os.path.lexists(path):  # another process began it just now, and uses it already
            return
        raise StoreError(refusals.FILE_LEFTOVER.format(path=path))
    _refuse_beside_backups(path)
    if not create:
        raise NoJournal(refusals.NO_JOURNAL)
    begin(path)


def begin(path: str, fill: Callable[[Store], None] = lambda _store: None, key: bytes = b"") -> None:
    """Make a new journal under another name, whole, then give it its own: never half made.

    Args:
        path: where it will be; what another process puts there first stays.
        fill: puts in what it is to hold from the beginning.
        key: what it is locked with; b"" where it is not.

    Raises:
        StoreError: it cannot be made or filled; nothing of it is left.
    """
    folder = os.path.dirname(os.path.abspath(path))
    make_private_folder(folder)
    # Not `secrets`: importing it costs as much as the engine. The name needs to be free, no more.
    new = f"{path}.new-{os.urandom(4).hex()}"
    make_private_file(new)
    try:
        with Store(new, key=key) as store:
            # Imported here: sqlite-utils is slow to import and needed only for the schema.
            from tracejournal.store.migrations import migrate  # noqa: PLC0415

            store.run(f"PRAGMA application_id = {APPLICATION_ID}")
            store.run(f"PRAGMA journal_mode = {_journal_mode(path)}")
            migrate(store)
            fill(store)
        _name(new, path)
        sync_folder(folder)
    finally:
        for ending in ("", *_LEFTOVERS):
            if os.path.lexists(new + ending):
                os.unlink(new + ending)


def _refuse_beside_backups(path: str) -> None:
    """A journal that went missing must not be taken for one that was never begun."""
    folder = places.backups_folder(path)
    if os.path.isdir(folder):
        from tracejournal.store import backups  # noqa: PLC0415 - paid for when used

        if backups.found(folder):
            raise StoreError(refusals.JOURNAL_GONE.format(path=path, folder=folder))


def _name(new: str, path: str) -> None:
    # A link, since it fails where another process was faster, and a rename would replace it.
    try:
        os.link(new, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        if not os.path.lexists(path):
            os.rename(new, path)


def check_file(path: str) -> bool:
    """Look whether a file can be a journal, before the engine touches it.

    Not while this process has it open: to close it here would give up every lock on it.

    Returns:
        whether it is locked.

    Raises:
        Damaged: it cannot be read as one.
        StoreError: it is missing, empty, not ours, a link or unreadable.
    """
    if os.path.islink(path):
        raise StoreError(refusals.FILE_LINK.format(path=path))
    try:
        size = os.stat(path).st_size
    except OSError:
        raise StoreError(refusals.FILE_UNREADABLE.format(path=path)) from None
    if not os.path.isfile(path) or not os.access(path, os.R_OK | os.W_OK):
        raise StoreError(refusals.FILE_UNREADABLE.format(path=path))
    if size == 0:
        raise StoreError(refusals.FILE_EMPTY.format(path=path))
    return _check_header(path, size)


def _check_header(path: str, size: int) -> bool:
    """Refuse by the first bytes what the engine would change by opening it.

    Merely opening and closing another program's file can write its -wal into it. Of a locked one
    every byte looks random; what opens it says that it is one.
    """
    try:
        with open(path, "rb") as file:
            header = file.read(_HEADER_SIZE)
    except OSError:
        raise StoreError(refusals.FILE_UNREADABLE.format(path=path)) from None
    if len(header) < _HEADER_SIZE or not header.startswith(MAGIC):
        if has_slots(path):
            return True
        raise Damaged(refusals.FILE_DAMAGED.format(path=path))
    if _number(header, _APPLICATION) != APPLICATION_ID:
        raise StoreError(refusals.FILE_FOREIGN.format(path=path))
    told = _told_size(header)
    # The size is read again last: another process may just have written its -wal into the file.
    if size < told and not _has_wal(path) and os.path.getsize(path) < told:
        raise Damaged(refusals.FILE_DAMAGED.format(path=path))
    return False


def is_plain(path: str) -> bool:
    """Return whether a file begins as one that anyone can read; not of a journal open here."""
    try:
        with open(path, "rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def _number(header: bytes, place: slice) -> int:
    return int.from_bytes(header[place], "big")


def _told_size(header: bytes) -> int:
    if _number(header, _PAGES_AS_OF) != _number(header, _CHANGES):
        return 0
    page_size = _number(header, _PAGE_SIZE)
    return _number(header, _PAGES) * (_LARGEST_PAGE if page_size == 1 else page_size)


def _has_wal(path: str) -> bool:
    # What is missing from the file after a power cut can be in the -wal, which the engine knows.
    try:
        return os.path.getsize(path + _LEFTOVERS[0]) > 0
    except FileNotFoundError:
        return False


def is_newer(store: Store) -> bool:
    """Return whether a version wrote the journal that knows more than this one.

    Raises:
        StoreError: its schema cannot be read.
    """
    version = store.value("PRAGMA user_version")
    if version != SCHEMA_VERSION:
        return bool(version > SCHEMA_VERSION)
    marks = ", ".join("?" * len(SCHEMA_STEPS))
    unknown = (
        "SELECT 1 FROM _sqlite_migrations"  # noqa: S608 - question marks only
        f" WHERE migration_set = 'tracejournal' AND name NOT IN ({marks})"
    )
    return store.value(unknown, SCHEMA_STEPS) is not None


def _make_ready(store: Store) -> None:
    if store.value("PRAGMA user_version") < SCHEMA_VERSION:
        from datetime import UTC, datetime  # noqa: PLC0415 - paid for when used

        from tracejournal.store import backups  # noqa: PLC0415 - paid for when used
        from tracejournal.store.migrations import migrate  # noqa: PLC0415 - see begin

        # Not the clock of the faces: that knows days, and this is the name of a file.
        backups.make(store.path, places.backups_folder(store.path), datetime.now(UTC))
        migrate(store)
    # Damage shows when the schema is read, so now. No entries, but words of theirs: that is damage.
    if store.value("SELECT 1 FROM entries LIMIT 1") is None and store.value(
        "SELECT 1 FROM entries_search_docsize LIMIT 1"
    ):
        raise Damaged(refusals.FILE_DAMAGED.format(path=store.path))
    mode = _journal_mode(store.path)
    if store.value("PRAGMA journal_mode") != mode:  # it was copied or moved, here or from here
        _set_journal_mode(store, mode)


def _journal_mode(path: str) -> str:
    return "delete" if shared_place(os.path.dirname(os.path.abspath(path))) else "wal"


def _set_journal_mode(store: Store, mode: str) -> None:
    """Set it, unless another process uses the journal just now: then the next opening does."""
    store.run("PRAGMA busy_timeout = 0")
    try:
        store.run(f"PRAGMA journal_mode = {mode}")
        store.value("PRAGMA user_version")  # until it reads, others take it for closed
    except StoreError as refusal:
        if str(refusal) != refusals.BUSY:
            raise
    finally:
        store.run(f"PRAGMA busy_timeout = {BUSY_MS}")


def _make_private(path: str) -> None:
    """Narrow a journal that was copied with the habits of other files."""
    narrow(path, 0o600)
    for ending in _LEFTOVERS:
        try:
            narrow(path + ending, 0o600)
        except FileNotFoundError:  # there is none, or the last process that used it just left
            continue
