"""Opening the journal: made only on purpose, refused in plain words when it is not right."""

from __future__ import annotations

import os

from tracejournal.model.errors import NoJournal, StoreError
from tracejournal.store.engine import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    Store,
    make_private_file,
    make_private_folder,
    narrow,
    sync_folder,
)
from tracejournal.words import refusals

_LEFTOVERS = ("-wal", "-shm")

# Where the header of an SQLite file holds what (https://www.sqlite.org/fileformat2.html).
_MAGIC = b"SQLite format 3\0"
_HEADER_SIZE = 100
_PAGE_SIZE = slice(16, 18)
_CHANGES = slice(24, 28)
_PAGES = slice(28, 32)
_PAGES_AS_OF = slice(92, 96)  # the count of pages holds where this equals the count of changes
_LARGEST_PAGE = 65_536  # too large for its two bytes, which then hold a 1
_VERSION = slice(60, 64)
_APPLICATION = slice(68, 72)


def open_store(path: str, *, create: bool = False) -> Store:
    """Open the journal, brought to the present schema.

    Args:
        path: where the journal is.
        create: begin a new journal where there is none. Only ever on a person's purpose: an
            error must never look like a new, empty journal.

    Raises:
        NoJournal: there is none and none was to be made.
        StoreError: it is there, but not ours, empty, damaged, newer, a link or unreadable.
    """
    if not os.path.lexists(path):
        _begin(path, create=create)
    _check_file(path)
    store = Store(path)
    try:
        _check_journal(store)
        _make_private(path)
    except StoreError:
        store.close()
        raise
    return store


def _begin(path: str, *, create: bool) -> None:
    """Make a new journal under another name, whole, then give it its own: never half made."""
    if any(os.path.lexists(path + ending) for ending in _LEFTOVERS):
        if os.path.lexists(path):  # another process began it just now, and uses it already
            return
        raise StoreError(refusals.FILE_LEFTOVER.format(path=path))
    if not create:
        raise NoJournal(refusals.NO_JOURNAL)
    folder = os.path.dirname(os.path.abspath(path))
    make_private_folder(folder)
    # Not `secrets`: importing it costs as much as the engine. The name needs to be free, no more.
    new = f"{path}.new-{os.urandom(4).hex()}"
    make_private_file(new)
    try:
        with Store(new) as store:
            # Imported here: sqlite-utils is slow to import and needed only for the schema.
            from tracejournal.store.migrations import migrate  # noqa: PLC0415

            store.run(f"PRAGMA application_id = {APPLICATION_ID}")
            store.run("PRAGMA journal_mode = WAL")
            migrate(store)
        _name(new, path)
        sync_folder(folder)
    finally:
        for ending in ("", *_LEFTOVERS):
            if os.path.lexists(new + ending):
                os.unlink(new + ending)


def _name(new: str, path: str) -> None:
    # A link, since it fails where another process was faster, and a rename would replace it.
    try:
        os.link(new, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        if not os.path.lexists(path):
            os.rename(new, path)


def _check_file(path: str) -> None:
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
    _check_header(path, size)


def _check_header(path: str, size: int) -> None:
    """Refuse by the first bytes what the engine would change by opening it.

    Merely opening and closing another program's file can write its -wal into it.
    """
    try:
        with open(path, "rb") as file:
            header = file.read(_HEADER_SIZE)
    except OSError:
        raise StoreError(refusals.FILE_UNREADABLE.format(path=path)) from None
    if len(header) < _HEADER_SIZE or not header.startswith(_MAGIC):
        raise StoreError(refusals.FILE_DAMAGED.format(path=path))
    if _number(header, _APPLICATION) != APPLICATION_ID:
        raise StoreError(refusals.FILE_FOREIGN.format(path=path))
    if _number(header, _VERSION) > SCHEMA_VERSION:
        raise StoreError(refusals.FILE_NEWER.format(path=path))
    told = _told_size(header)
    # The size is read again last: another process may just have written its -wal into the file.
    if size < told and not _has_wal(path) and os.path.getsize(path) < told:
        raise StoreError(refusals.FILE_DAMAGED.format(path=path))


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


def _check_journal(store: Store) -> None:
    version = store.value("PRAGMA user_version")
    if version > SCHEMA_VERSION:
        raise StoreError(refusals.FILE_NEWER.format(path=store.path))
    if version < SCHEMA_VERSION:
        from tracejournal.store.migrations import migrate  # noqa: PLC0415 - see _begin

        migrate(store)
    # Damage shows when the schema is read, so now. No entries, but words of theirs: that is damage.
    if store.value("SELECT 1 FROM entries LIMIT 1") is None and store.value(
        "SELECT 1 FROM entries_search_docsize LIMIT 1"
    ):
        raise StoreError(refusals.FILE_DAMAGED.format(path=store.path))
    if store.value("PRAGMA journal_mode") != "wal":  # a copy that a shell or a backup made
        store.run("PRAGMA journal_mode = WAL")


def _make_private(path: str) -> None:
    """Narrow a journal that was copied with the habits of other files."""
    narrow(path, 0o600)
    for ending in _LEFTOVERS:
        try:
            narrow(path + ending, 0o600)
        except FileNotFoundError:  # there is none, or the last process that used it just left
            continue
