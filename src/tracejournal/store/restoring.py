"""Going back to a copy, with what is there now put aside first and never deleted.

A sound journal keeps its file and gets the copy's contents in one transaction of the engine: a
kill leaves the one or the other, whoever has it open goes on with what is in it then, and no -wal
of before can undo it. A damaged or missing one is replaced by name, while nobody uses it.
"""

from __future__ import annotations

import os
import shutil

from tracejournal.model.errors import StoreError
from tracejournal.store import backups
from tracejournal.store.engine import APPLICATION_ID, SCHEMA_VERSION, Store, Translated
from tracejournal.store.erasing import ASIDE
from tracejournal.store.locks import alone_in, sole_user
from tracejournal.store.private import make_private_folder, sync_folder
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

_DONE_SO_FAR = (0, 101)
"""What the engine says of a step that copied something: SQLITE_OK, SQLITE_DONE."""

_OCCASION = "restore"
_HEADER_SIZE = 100


def restore(chosen: str, path: str, folder: str, at: datetime) -> str:
    """Let a journal hold what a copy holds.

    Args:
        chosen: the copy, anywhere; it is only read.
        path: the journal, which this process must not have open.
        folder: the folder of backups, where what was there before is put aside.
        at: now.

    Returns:
        where what was there before is now, or "" where there was nothing.

    Raises:
        StoreError: nothing was changed, and the sentence says why.
    """
    make_private_folder(folder)
    with alone_in(folder, backups.always):
        backups.remove_parts(folder)
        part = backups.new_part(os.path.join(folder, _OCCASION))
        try:
            _take_in(chosen, part)
            if backups.is_sound(path):
                aside = _replace_contents(part, path, folder, at)
            else:
                aside = _replace_file(part, path, folder, at)
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


def _take_in(chosen: str, part: str) -> None:
    """Copy what was chosen, with its -wal where it has one, and check it as the engine sees it."""
    if os.path.getsize(chosen) == 0:
        raise StoreError(refusals.FILE_EMPTY.format(path=chosen))
    shutil.copyfile(chosen, part)
    if os.path.exists(chosen + "-wal"):
        shutil.copyfile(chosen + "-wal", part + "-wal")
    try:
        with Store(part) as store:
            _bring_up(store, chosen)
        backups.verify(part)
    except StoreError as refusal:
        # What the engine says is about our own copy; the person chose another file.
        raise StoreError(str(refusal).replace(part, chosen)) from None


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
        with Translated(path):
            copy.connection.backup(journal.connection, pages=1, progress=put_aside)
        journal.run("PRAGMA wal_checkpoint(TRUNCATE)")
    return aside


def _replace_file(part: str, path: str, folder: str, at: datetime) -> str:
    """Give the copy the journal's name. What had it, and what belongs to that, is copied first."""
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
