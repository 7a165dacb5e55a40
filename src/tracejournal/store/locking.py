"""Giving a journal's file a key, another key or none: written anew, checked, then put in place.

Nobody else can use the journal meanwhile, and a kill at any instant leaves the one file or the
other under its name. What opens either must be written before, see `journal.lock`.
"""

from __future__ import annotations

import os

from tracejournal.model.errors import StoreError
from tracejournal.store import backups, wiping
from tracejournal.store.engine import Store, Translated, as_pragma, sync_folder
from tracejournal.words import lock as words
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_CARRIED = ("user_version", "application_id")  # which the engine's export leaves behind


def exchange(path: str, key: bytes, fill: Callable[[Store], None] = lambda _store: None) -> None:
    """Let a journal be locked with a key from now on, or with none.

    Args:
        path: the journal, which this process must not have open.
        key: 32 bytes, or b"" to remove the lock.
        fill: puts in what the new file is to hold besides.

    Raises:
        StoreError: nothing was changed, and the sentence says why.
    """
    remove_parts(path)
    part = backups.new_part(path)
    try:
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
        try:
            with _alone(path) as old:
                # The file is in place of its -wal from here on, so that closing removes none.
                old.run("PRAGMA journal_mode = DELETE")
                write_from(old, part, key, fill)
                os.replace(part, path)
                sync_folder(os.path.dirname(os.path.abspath(path)))
                wiping.wipe(descriptor, whole=not old.key)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise StoreError(words.NOT_EXCHANGED.format(reason=error.strerror)) from None
    finally:
        backups.remove_with_beside(part)


def convert(copy: str, key: bytes) -> None:
    """Lock a copy with a key, or with none. It keeps its name and the time it was made.

    Only while alone in its folder, see `locks.alone_in`.

    Raises:
        StoreError: the copy is as it was; it may be damaged.
        OSError: the same.
    """
    part = backups.new_part(copy)
    try:
        descriptor = os.open(copy, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
        try:
            changed = os.fstat(descriptor).st_mtime_ns
            with Store(copy) as old:
                write_from(old, part, key)
                whole = not old.key
            backups.give_name(part, copy, changed)
            wiping.wipe(descriptor, whole=whole)
        finally:
            os.close(descriptor)
    finally:
        backups.remove_with_beside(part)


def write_anew(source: str, target: str, key: bytes) -> None:
    """Write what a file holds into an empty one that has another key, or none, and check it.

    Raises:
        StoreError: it could not be written; `target` may hold a part.
    """
    with Store(source) as store:
        write_from(store, target, key)


def remove_parts(path: str) -> None:
    """Remove what was written and never put in place: a killed process left it, maybe plain."""
    folder, name = os.path.split(os.path.abspath(path))
    for each in os.listdir(folder):
        if each.startswith(f"{name}{backups.PART}"):
            wiping.remove(os.path.join(folder, each))


def _alone(path: str) -> Store:
    """Open a journal that nobody else can use as long as it is open here."""
    store = Store(path)
    try:
        store.run("PRAGMA busy_timeout = 0")
        store.run("PRAGMA locking_mode = EXCLUSIVE")
        store.run("BEGIN EXCLUSIVE")
        store.run("COMMIT")
    except StoreError as refusal:
        store.close()
        if str(refusal) == refusals.BUSY:
            raise StoreError(refusals.OPEN_ELSEWHERE) from None
        raise
    return store


def write_from(
    old: Store, part: str, key: bytes, fill: Callable[[Store], None] = lambda _store: None
) -> None:
    """Write all of a file into an empty one, through to the disk, and check it there."""
    _export(old, part, key)
    with Store(part, key=key) as new:
        new.run("PRAGMA journal_mode = DELETE")
        if _counts(new) != _counts(old):
            raise StoreError(refusals.BACKUP_NOT_SOUND)
        if key and new.rows("PRAGMA cipher_integrity_check"):
            raise StoreError(refusals.BACKUP_NOT_SOUND)
        if new.rows("PRAGMA integrity_check (1)") != [("ok",)]:
            raise StoreError(refusals.BACKUP_NOT_SOUND)
        fill(new)
    backups.sync_file(part)


def _export(old: Store, part: str, key: bytes) -> None:
    # Attached rather than copied page by page: a locked page has less room than a plain one.
    clause = as_pragma(key).partition(" = ")[2] if key else "''"
    old.run(f"ATTACH ? AS anew KEY {clause}", (part,))
    try:
        for setting in ("synchronous = OFF", "journal_mode = OFF"):
            old.run(f"PRAGMA anew.{setting}")  # written through at the end, before it has a name
        with Translated(old.path):
            old.connection.execute("SELECT sqlcipher_export('anew')").fetchall()
        for name in _CARRIED:
            old.run(f"PRAGMA anew.{name} = {old.value(f'PRAGMA main.{name}')}")
    finally:
        old.run("DETACH anew")


def _counts(store: Store) -> dict[str, int]:
    """Return the tables of a file and how many rows each has, those of the search index, too."""
    tables = store.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
    return {
        name: store.value(f'SELECT count(*) FROM "{name}"')  # noqa: S608 - names from the schema
        for (name,) in tables
    }
