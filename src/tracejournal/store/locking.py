"""Giving a journal's file a key, another key or none: written anew, checked, then put in place.

Nobody else can use the journal meanwhile, and a kill at any instant leaves the one file or the
other under its name. What opens either must be written before, see `journal.lock`.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress

from tracejournal.model.errors import StoreError
from tracejournal.store import backups, wiping
from tracejournal.store.engine import Store, Translated, as_pragma
from tracejournal.store.private import sync_folder
from tracejournal.words import lock as words
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CARRIED = ("user_version", "application_id")  # which the engine's export leaves behind


def exchange(path: str, key: bytes, fill: Callable[[Store], None] = lambda _store: None) -> None:
    """Let a journal be locked with a key from now on, or with none.

    Args:
        path: the journal, which this process must not have open.
        key: 32 bytes, or b"" to remove the lock.
        fill: puts in what the new file is to hold besides, while the old one is still in force.

    Raises:
        StoreError: nothing was changed, and the sentence says why.
    """
    try:
        with _open(path) as descriptor, _alone(path, descriptor) as old:
            remove_parts(path)  # only now: they could have been another's
            part = backups.new_part(path)
            try:
                write_from(old, part, key, fill)
                _put_in_place(old, part, path)
            finally:
                backups.remove_with_beside(part)
            _let_go(descriptor, path, whole=not old.key)
    except OSError as error:
        raise StoreError(words.NOT_EXCHANGED.format(reason=error.strerror)) from None


def check_alone(path: str) -> None:
    """See to it that nobody else uses a journal just now.

    Raises:
        StoreError: somebody does.
    """
    with _open(path) as descriptor:
        _alone(path, descriptor).close()


def convert(copy: str, key: bytes) -> None:
    """Lock a copy with a key, or with none. It keeps its name and the time it was made.

    Only while alone in its folder, see `locks.alone_in`.

    Raises:
        StoreError: the copy is as it was; it may be damaged.
        OSError: the same.
    """
    part = backups.new_part(copy)
    try:
        with _open(copy) as descriptor:
            changed = os.stat(copy).st_mtime_ns
            with Store(copy) as old:
                write_from(old, part, key)
                whole = not old.key
            backups.give_name(part, copy, changed)
            _let_go(descriptor, copy, whole=whole)
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


@contextmanager
def _open(path: str) -> Iterator[int | None]:
    """Hold on to a file whatever name it has; not on Windows, which renames no file held so.

    No process may open and close a journal besides the engine while that has it open: it would
    give up all its locks on it. So this is before, until after.
    """
    if os.name != "posix":
        yield None
        return
    descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _alone(path: str, descriptor: int | None) -> Store:
    """Open a journal that nobody else can use as long as it is open here."""
    store = Store(path)
    try:
        if not _is_alone(store, descriptor):
            raise StoreError(refusals.BUSY)  # noqa: TRY301 - told as the engine tells it
    except StoreError as refusal:
        store.close()
        if str(refusal) == refusals.BUSY:
            raise StoreError(refusals.OPEN_ELSEWHERE) from None
        raise
    return store


def _is_alone(store: Store, descriptor: int | None) -> bool:
    store.run("PRAGMA busy_timeout = 0")
    store.run("PRAGMA locking_mode = EXCLUSIVE")
    store.run("BEGIN EXCLUSIVE")
    store.run("COMMIT")
    # All of it in the one file from here on, so that closing it removes no -wal of the next one.
    if store.value("PRAGMA journal_mode = DELETE") != "delete":
        return False
    # Who waited while another process exchanged the file has one in hand that is no more.
    return descriptor is None or os.path.samestat(os.fstat(descriptor), os.stat(store.path))


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
    except BaseException:
        with suppress(StoreError):  # of half a file it says damaged, and what went wrong is told
            old.run("DETACH anew")
        raise
    old.run("DETACH anew")


def _counts(store: Store) -> dict[str, int]:
    """Return the tables of a file and how many rows each has, those of the search index, too."""
    tables = store.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
    return {
        name: store.value(f'SELECT count(*) FROM "{name}"')  # noqa: S608 - names from the schema
        for (name,) in tables
    }


def _put_in_place(old: Store, part: str, path: str) -> None:
    if os.name != "posix":  # no file that is open is renamed there, nor one that others have open
        before = os.stat(path).st_mtime_ns
        old.close()
        if backups.changed_at(path) != before:
            raise StoreError(refusals.BUSY)
    os.replace(part, path)


def _let_go(descriptor: int | None, path: str, *, whole: bool) -> None:
    """Write over a file that has just lost its name. The other is in force: nothing fails here.

    Only once that is on the disk for good: a power cut could bring the name back, else.
    """
    with suppress(OSError):
        if sync_folder(os.path.dirname(os.path.abspath(path))) and descriptor is not None:
            wiping.wipe(descriptor, whole=whole)
