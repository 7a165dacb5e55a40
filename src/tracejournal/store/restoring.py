"""Going back to a copy, with what is there now put aside first and never deleted.

A sound journal keeps its file and gets the copy's contents in one transaction of the engine: a
kill leaves the one or the other, whoever has it open goes on with what is in it then, and no -wal
of before can undo it. A damaged or missing one is replaced by name, while nobody uses it.
"""

from __future__ import annotations

import os
import shutil

from tracejournal import places
from tracejournal.model.errors import Damaged, Locked, StoreError
from tracejournal.store import backups, keys, letters, locking, slots, wiping
from tracejournal.store.engine import APPLICATION_ID, SCHEMA_VERSION, Store, Translated
from tracejournal.store.erasing import ASIDE
from tracejournal.store.locks import alone_in, sole_user
from tracejournal.store.opening import is_plain
from tracejournal.store.private import make_private_file, make_private_folder, sync_folder
from tracejournal.words import lock as words
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

_DONE_SO_FAR = (0, 101)
"""What the engine says of a step that copied something: SQLITE_OK, SQLITE_DONE."""

_OCCASION = "restore"
_HEADER_SIZE = 100


def restore(chosen: str, path: str, folder: str, at: datetime) -> str:
    """Let a journal hold what a copy holds. It keeps the lock it has, or stays without one.

    Args:
        chosen: the copy, anywhere; it is only read.
        path: the journal, which this process must not have open.
        folder: the folder of backups, where what was there before is put aside.
        at: now.

    Returns:
        where what was there before is now, or "" where there was nothing.

    Raises:
        Locked: the journal or the copy is locked, and no key that is held opens it.
        StoreError: nothing was changed, and the sentence says why.
    """
    key = key_for(path)
    make_private_folder(folder)
    with alone_in(folder, backups.always):
        backups.remove_parts(folder)
        part = backups.new_part(os.path.join(folder, _OCCASION))
        try:
            _take_in(chosen, part, path, key)
            if backups.is_sound(path):
                aside = _replace_contents(part, path, folder, at)
            else:
                aside = _replace_file(part, path, folder, at, wipes=bool(key))
        except OSError as error:
            raise StoreError(refusals.NOT_RESTORED.format(reason=error.strerror)) from None
        finally:
            backups.remove_with_beside(part)
    try:
        backups.verify(path)
    except StoreError as refusal:
        if str(refusal) != refusals.BUSY:  # whoever writes there already writes into what is back
            raise
    return aside


def key_for(path: str) -> bytes:
    """Return what a journal is locked with once something is put back into it; b"" for no lock.

    Raises:
        Locked: it is locked, and no key of it is held.
    """
    there = os.path.lexists(path)
    if there and is_plain(path):
        return b""
    mine = {slot.key for slot in slots.found(places.lock_folder(path))}
    held = sorted(keys.held(), key=lambda key: keys.name_of(key) not in mine)
    for key in held if there else ():
        try:
            with Store(path, key=key) as journal:
                journal.value("SELECT 1 FROM sqlite_schema LIMIT 1")
        except Damaged:
            continue
        return key
    if mine and not held:
        raise Locked(words.LOCKED)
    return held[0] if held else b""  # it is missing or damaged, and what opens it is the held one


def _take_in(chosen: str, part: str, path: str, key: bytes) -> None:
    """Copy what was chosen, with its -wal where it has one, and check it as the engine sees it."""
    if os.path.getsize(chosen) == 0:
        raise StoreError(refusals.FILE_EMPTY.format(path=chosen))
    try:
        _copy(chosen, part, key)
        with Store(part, key=key) as store:
            _bring_up(store, chosen)
            if key:
                _keep_letterbox(store, path)
        backups.verify(part)
    except StoreError as refusal:
        if isinstance(refusal, Damaged) and backups.is_locked_otherwise(chosen):
            raise Locked(words.COPY_LOCKED.format(path=chosen)) from None
        # What the engine says is about our own copy; the person chose another file.
        raise StoreError(str(refusal).replace(part, chosen)) from None


def _copy(chosen: str, part: str, key: bytes) -> None:
    """Copy what was chosen as it is, or with the key of the journal: at no instant without it."""
    log = chosen + backups.BESIDE[0]
    has_log = os.path.exists(log)
    if is_plain(chosen) == (not key):
        shutil.copyfile(chosen, part)
        if has_log:
            shutil.copyfile(log, part + backups.BESIDE[0])
        if not key or _is_opened_by(part, key):
            return
        backups.remove_with_beside(part)  # it was locked with another key
        make_private_file(part)
    with Store(chosen, read_only=True, immutable=not has_log) as store:
        locking.write_from(store, part, key)


def _is_opened_by(part: str, key: bytes) -> bool:
    try:
        with Store(part, key=key) as store:
            store.value("SELECT 1 FROM sqlite_schema LIMIT 1")
    except Damaged:
        return False
    return True


def _keep_letterbox(part: Store, path: str) -> None:
    """Let what is put back open notes that wait for the journal as it is now."""
    if not os.path.lexists(path):
        return
    try:
        with Store(path) as journal:
            for identity, made_at in letters.all_identities(journal):
                letters.keep_identity(part, identity, made_at)
    except StoreError:  # it is damaged: finishing the lock makes another
        return


def _bring_up(store: Store, chosen: str) -> None:
    """Bring what was taken in to the present schema, as one file."""
    if store.value("PRAGMA application_id") != APPLICATION_ID:
        raise StoreError(refusals.FILE_FOREIGN.format(path=chosen))
    version = store.value("PRAGMA user_version")
    if version > SCHEMA_VERSION:
        raise StoreError(refusals.FILE_NEWER.format(path=chosen))
    store.run("PRAGMA journal_mode = DELETE")
    if version < SCHEMA_VERSION:
        from tracejournal.store.migrations import migrate  # noqa: PLC0415 - slow to import

        migrate(store)


def _replace_contents(part: str, path: str, folder: str, at: datetime) -> str:
    """Put the copy's pages into the journal's file, and what it held before into a copy of it.

    After the first page nobody else can write, and nothing of it is in force: that is when the
    copy of before is made, so that no entry can fall between the two.
    """
    aside = backups.free_name(folder, at, _OCCASION)

    def put_aside(status: int, _left: int, _pages: int) -> None:
        if status not in _DONE_SO_FAR:
            raise StoreError(refusals.BUSY)
        if not os.path.lexists(aside):
            backups.copy_whole(path, aside)

    with Store(part) as copy, Store(path) as journal:
        if journal.value("PRAGMA journal_mode") != "wal":
            # Nobody can read it while it is written to: so nobody else uses it from here on.
            journal.run("PRAGMA locking_mode = EXCLUSIVE")
            journal.run("BEGIN EXCLUSIVE")
            journal.run("COMMIT")
            backups.copy_open(journal, aside, os.stat(path).st_mtime_ns)
        with Translated(path):
            copy.connection.backup(journal.connection, pages=1, progress=put_aside)
        journal.run("PRAGMA wal_checkpoint(TRUNCATE)")
    return aside


def _replace_file(part: str, path: str, folder: str, at: datetime, *, wipes: bool) -> str:
    """Give the copy the journal's name. What had it, and what belongs to that, is copied first.

    Where the journal is locked, what had its name may have been plain: it is wiped then.
    """
    if os.path.islink(path):
        raise StoreError(refusals.FILE_LINK.format(path=path))
    there = [path + ending for ending in ("", *backups.BESIDE) if os.path.lexists(path + ending)]
    aside = ""
    with sole_user(path) as descriptor:
        if there:
            aside = _free_folder(folder, at)
            for file in there:
                target = os.path.join(aside, os.path.basename(file))
                shutil.copyfile(file, target)
                os.chmod(target, 0o600)
                backups.sync_file(target)
            sync_folder(aside)
            sync_folder(folder)
        backups.sync_file(part)
        for ending in backups.BESIDE:
            if os.path.lexists(path + ending):
                os.unlink(path + ending)
        _name(part, path, replaces=path in there)
        sync_folder(os.path.dirname(os.path.abspath(path)))
        if descriptor is not None:
            # Someone may wait with the old file in hand: it must not take words any more.
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, bytes(_HEADER_SIZE))
            if wipes:
                wiping.wipe(descriptor)
    return aside


def _name(part: str, path: str, *, replaces: bool) -> None:
    if not replaces:
        # A link, since it fails where another process has begun a journal meanwhile.
        try:
            os.link(part, path)
        except FileExistsError:
            raise StoreError(refusals.OPEN_ELSEWHERE) from None
        except OSError:  # a file system without links
            replaces = True
    if replaces:
        os.replace(part, path)


def _free_folder(folder: str, at: datetime) -> str:
    name = os.path.basename(backups.free_name(folder, at)).replace("journal-", ASIDE)
    path = os.path.join(folder, name.removesuffix(".db"))
    while os.path.lexists(path):
        path += "-again"
    os.mkdir(path, 0o700)
    return path
