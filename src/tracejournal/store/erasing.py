"""Erasing that reaches everything: the journal first, then every copy beside it.

What is to go from the copies is noted before anything is erased, by ids alone. A process that is
killed in between leaves the note, and the next one finishes the work.
"""

from __future__ import annotations

import json
import os
import shutil

from tracejournal.model.backup import Unreached
from tracejournal.model.errors import StoreError
from tracejournal.store import backups, entries, loops
from tracejournal.store.engine import BUSY_MS, SCHEMA_VERSION, Store
from tracejournal.store.locks import alone_in
from tracejournal.store.private import make_private_file, make_private_folder, sync_folder
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ASIDE = "aside-"
"""How the names of folders begin that hold a journal as it was, damaged or foreign."""

SEALED = ".age"
"""How the names end of copies that were damaged when the journal was locked, and sealed whole."""

_NOTE = "erased-"
_DRAFTS = ("drafts", "draft_revisions")
_AMONG = "IN (SELECT value FROM json_each(?))"


def erase(store: Store, uuids: Sequence[str], folder: str) -> None:
    """Remove entries or loops for good from the journal: rows, index, revisions, drafts and -wal.

    Where there are copies, or another process reads what was there before, a note is left for
    `finish`.

    Args:
        store: the journal, outside a transaction.
        uuids: public ids.
        folder: the folder of backups.

    Raises:
        StoreError: nothing was erased.
    """
    if os.path.isdir(folder):
        _write_note(folder, uuids)
    with store.transaction():
        _erase(store, uuids)
    store.run("PRAGMA busy_timeout = 0")  # whoever reads just now is not waited for here
    try:
        waits = _is_read_elsewhere(store)
    finally:
        store.run(f"PRAGMA busy_timeout = {BUSY_MS}")
    if waits:
        make_private_folder(folder)
        _write_note(folder, uuids)


def is_unfinished(folder: str) -> bool:
    """Return whether erased words may still stand in copies or in the -wal."""
    return bool(_notes(folder))


def finish(path: str, folder: str, is_wanted: Callable[[], bool] = backups.always) -> Unreached:
    """Take what was erased out of the -wal and out of every copy.

    Each copy that holds any of it is rewritten without it, checked, and put in its own place. So
    are drafts that have since been kept or let go of: the erased words may have begun there.
    Copies of an earlier lock cannot be looked into: they are told of, once.

    Args:
        path: the journal.
        folder: the folder of backups.
        is_wanted: asked from time to time; once it is not, the rest is left to the next time.

    Raises:
        StoreError: it could not be finished; what is left is done the next time.
    """
    notes = _notes(folder)
    if not notes:
        return Unreached()
    with backups.told(folder, refusals.ERASING_WAITS), alone_in(folder, is_wanted):
        backups.remove_parts(folder)
        with Store(path) as journal:
            uuids = _erased(journal, notes)
            drafts = [row[0] for row in journal.rows("SELECT slot FROM drafts")]
            waits = _is_read_elsewhere(journal)
        unreached = [
            os.path.join(folder, name)
            for name in os.listdir(folder)
            if name.startswith(ASIDE) or name.endswith(SEALED)
        ]
        for copy in backups.found(folder):
            try:
                _take_out(copy.path, uuids, drafts, is_wanted)
            except StoreError:
                if backups.is_sound(copy.path):  # it was something that passes, such as a full disk
                    raise
                unreached.append(copy.path)
        if not waits:
            for note in notes:
                os.unlink(note)
    return Unreached(tuple(unreached), waits)


def _write_note(folder: str, uuids: Sequence[str]) -> None:
    with backups.told(folder, refusals.NOT_ERASED):
        note = os.path.join(folder, f"{_NOTE}{os.urandom(4).hex()}")
        make_private_file(note)
        with open(note, "w", encoding="ascii") as file:
            file.write("\n".join(uuids))
            file.flush()
            os.fsync(file.fileno())
        sync_folder(folder)


def _notes(folder: str) -> list[str]:
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return [os.path.join(folder, name) for name in sorted(names) if name.startswith(_NOTE)]


def _erased(journal: Store, notes: Sequence[str]) -> list[str]:
    """Return the ids in notes that are gone from the journal; others were never erased."""
    noted: list[str] = []
    for note in notes:
        with open(note, encoding="ascii", errors="replace") as file:
            noted.extend(file.read().split())
    there = set(_present(journal, noted))
    return [uuid for uuid in dict.fromkeys(noted) if uuid not in there]


def _is_read_elsewhere(journal: Store) -> bool:
    """Empty the -wal; return whether a reader elsewhere keeps that from being done."""
    return bool(journal.value("PRAGMA wal_checkpoint(TRUNCATE)"))


def _has(copy: str, uuids: Sequence[str], drafts: Sequence[str]) -> bool:
    with Store(copy) as store:
        return bool(_present(store, uuids)) or any(
            store.value(f"SELECT 1 FROM {table} WHERE slot NOT {_AMONG} LIMIT 1", (_json(drafts),))  # noqa: S608 - our own names
            for table in _DRAFTS
        )


def _erase(store: Store, uuids: Sequence[str]) -> None:
    entries.erase(store, uuids)
    loops.erase(store, uuids)


def _present(store: Store, uuids: Sequence[str]) -> list[str]:
    sql = f"SELECT uuid FROM entries WHERE uuid {_AMONG}"  # noqa: S608 - our own names
    found = store.rows(sql, (_json(uuids),))
    if store.value("SELECT 1 FROM sqlite_schema WHERE name = 'loops'"):  # older copies have none
        found += store.rows(f"SELECT id FROM loops WHERE id {_AMONG}", (_json(uuids),))  # noqa: S608 - our own names
    return [row[0] for row in found]


def _json(texts: Sequence[str]) -> str:
    return json.dumps(list(texts))


def _take_out(
    copy: str, uuids: Sequence[str], drafts: Sequence[str], is_wanted: Callable[[], bool]
) -> None:
    if not _has(copy, uuids, drafts):
        return
    part = backups.new_part(copy)
    try:
        shutil.copyfile(copy, part)
        with Store(part) as store:
            store.run("PRAGMA synchronous = OFF")  # written through once, before it gets its name
            store.run("PRAGMA journal_mode = MEMORY")  # what goes is written nowhere else
            if store.value("PRAGMA user_version") < SCHEMA_VERSION:
                from tracejournal.store.migrations import migrate  # noqa: PLC0415 - slow to import

                migrate(store)
            with store.transaction():
                _erase(store, _present(store, uuids))
                for table in _DRAFTS:
                    store.run(f"DELETE FROM {table} WHERE slot NOT {_AMONG}", (_json(drafts),))  # noqa: S608 - our own names
            left = store.value("SELECT count(*) FROM entries")
        backups.verify(part, entries=left, is_wanted=is_wanted)
        backups.give_name(part, copy, os.stat(copy).st_mtime_ns)
    finally:
        backups.remove_with_beside(part)
