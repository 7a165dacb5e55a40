"""Copies of the journal. Each is whole and has passed every check before it gets its name.

A copy is one SQLite file that needs no other beside it, locked if the journal is. Its name says
when it was made; its time of change is that of the journal when it was copied, which is how a
change since then is known without opening anything.
"""

from __future__ import annotations

import errno
import os
import re
from contextlib import contextmanager
from datetime import UTC, date, datetime

from tracejournal.model.backup import Backup, Contents, worth_keeping
from tracejournal.model.errors import StoreError
from tracejournal.store.checking import rebuild_search
from tracejournal.store.engine import APPLICATION_ID, SCHEMA_VERSION, Store, Translated
from tracejournal.store.locks import alone_in
from tracejournal.store.private import make_private_file, make_private_folder, sync_folder
from tracejournal.store.stopping import StoppableRead
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PART = ".part-"
"""Stands in the names of copies that are not finished; what a killed process left goes."""

BESIDE = ("-wal", "-shm", "-journal")
"""How the files end that the engine may put beside a database."""

_TIME = "%Y-%m-%dT%H%M%SZ"
_NAME = re.compile(r"journal-(\d{4}-\d\d-\d\dT\d{6}Z)(?:-before-([a-z]+))?(?:-\d+)?\.db")
_NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
_COUNT = (
    "SELECT (SELECT count(*) FROM entries)"
    " - (SELECT count(*) FROM entries WHERE trashed_at IS NOT NULL)"
)
_NEWEST = (
    "SELECT happened_on FROM entries WHERE trashed_at IS NULL ORDER BY happened_on DESC LIMIT 1"
)
_COMPARE_INDEX = "INSERT INTO entries_search (entries_search, rank) VALUES ('integrity-check', 1)"


def always() -> bool:
    """Return True: what nobody can stop is always wanted."""
    return True


def make(
    path: str,
    folder: str,
    at: datetime,
    *,
    occasion: str = "",
    is_wanted: Callable[[], bool] = always,
) -> Backup:
    """Make a verified copy of a journal among the backups.

    It has connections of its own, so the journal may be in use here and elsewhere; writers are
    not kept waiting.

    Args:
        path: the journal.
        folder: the folder of backups, made where it is missing.
        at: now; in UTC it becomes the copy's name.
        occasion: what it is made before, in one word; such a copy is not rotated out.
        is_wanted: asked from time to time; once it is not, the copy is given up.

    Raises:
        StoreError: there is no new copy; journal and earlier copies are untouched.
    """
    with told(folder):
        make_private_folder(folder)
        with alone_in(folder, is_wanted):
            remove_parts(folder)
            target = free_name(folder, at, occasion)
            copy_whole(path, target, is_wanted=is_wanted)
    return _backup(target) or Backup(target, at)


def make_at(path: str, target: str, *, is_wanted: Callable[[], bool] = always) -> None:
    """Make a verified copy of a journal in a place of the person's choice.

    Raises:
        StoreError: there is something already, or it cannot be written.
    """
    if os.path.lexists(target):
        raise StoreError(refusals.BACKUP_EXISTS.format(path=target))
    with told(os.path.dirname(os.path.abspath(target))):
        copy_whole(path, target, is_wanted=is_wanted)


def copy_whole(path: str, target: str, *, is_wanted: Callable[[], bool] = always) -> None:
    """Copy a journal to a free name: under another name first, checked, written through, named."""
    part = new_part(target)
    try:
        changed = changed_at(path)  # before the copy is begun: what comes after is not in it
        entries = _copy(path, part)
        _verify_new(part, entries, is_wanted)
        give_name(part, target, changed)
    finally:
        remove_with_beside(part)


def new_part(target: str) -> str:
    """Make an empty private file beside a target and return its path."""
    part = f"{target}{PART}{os.urandom(4).hex()}"
    make_private_file(part)
    return part


def give_name(part: str, target: str, changed: int) -> None:
    """Give a checked copy its name, for good: both survive a power cut."""
    os.utime(part, ns=(changed, changed))
    sync_file(part)
    os.replace(part, target)
    sync_folder(os.path.dirname(os.path.abspath(target)))


def _copy(path: str, part: str) -> int:
    with Store(path) as source, Store(part, key=source.key) as copy:
        copy.run("PRAGMA synchronous = OFF")  # written through once, before it gets its name
        copy.run("PRAGMA journal_mode = MEMORY")
        # Reading first holds the state that is counted, and so is copied. In one go: page by page
        # it would begin again with every entry that is kept meanwhile.
        source.run("BEGIN")
        entries: int = source.value("SELECT count(*) FROM entries")
        with Translated(path):
            source.connection.backup(copy.connection)
        source.run("COMMIT")
        copy.run("PRAGMA journal_mode = DELETE")  # so that it is one file, readable anywhere
    return entries


def _verify_new(part: str, entries: int, is_wanted: Callable[[], bool]) -> None:
    """Verify what was just copied. An index that was off in the journal is made again in it.

    The words are what counts: for an index that can be made from them, no copy is missed.
    """
    try:
        verify(part, entries=entries, is_wanted=is_wanted)
    except StoreError:
        if not is_wanted():
            raise
        with Store(part) as copy:
            rebuild_search(copy)
        verify(part, entries=entries, is_wanted=is_wanted)


def verify(
    path: str, *, entries: int | None = None, is_wanted: Callable[[], bool] = always
) -> Contents:
    """Open a copy and look at every page, the index against the text, and the counts.

    Args:
        path: the file.
        entries: how many entries there must be, those in the trash, too.
        is_wanted: asked from time to time.

    Raises:
        StoreError: it is not sound, or no longer wanted.
    """
    with Store(path) as copy, StoppableRead(copy, is_wanted):
        ours = copy.value("PRAGMA application_id") == APPLICATION_ID
        version = copy.value("PRAGMA user_version")
        if not ours or version > SCHEMA_VERSION:
            raise StoreError(refusals.BACKUP_NOT_SOUND)
        if copy.rows("PRAGMA integrity_check (1)") != [("ok",)]:
            raise StoreError(refusals.BACKUP_NOT_SOUND)
        copy.run(_COMPARE_INDEX)
        if entries not in (None, copy.value("SELECT count(*) FROM entries")):
            raise StoreError(refusals.BACKUP_NOT_SOUND)
        return contents_of(copy)


def is_sound(path: str) -> bool:
    """Return whether a copy or a journal passes every check.

    Raises:
        StoreError: another program writes to it and does not finish, so it cannot be told.
    """
    try:
        verify(path)
    except StoreError as refusal:
        if str(refusal) == refusals.BUSY:
            raise
        return False
    return True


def contents_of(store: Store) -> Contents:
    """Return what an open journal holds."""
    newest = store.value(_NEWEST)
    return Contents(store.value(_COUNT), newest and date.fromisoformat(newest))


def contents(path: str) -> Contents | None:
    """Return what a copy or a journal holds, or None where it cannot be read."""
    if not os.path.exists(path):
        return None
    try:
        with Store(path) as store:
            return contents_of(store)
    except StoreError:
        return None


def found(folder: str) -> list[Backup]:
    """Return the copies in a folder, newest first. Whatever has another name is none of ours."""
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    copies = filter(None, (_backup(os.path.join(folder, name)) for name in names))
    return sorted(copies, key=lambda copy: (copy.made_at, len(copy.name)), reverse=True)


def _backup(path: str) -> Backup | None:
    match = _NAME.fullmatch(os.path.basename(path))
    if match is None:
        return None
    try:
        made_at = datetime.strptime(match[1], _TIME).replace(tzinfo=UTC)
        size = os.stat(path, follow_symlinks=False).st_size
    except (ValueError, OSError):
        return None
    return Backup(path, made_at, match[2] or "", size)


def free_name(folder: str, at: datetime, occasion: str = "") -> str:
    """Return the path for a copy made at an instant, with a number where it is taken."""
    before = f"-before-{occasion}" if occasion else ""
    start = os.path.join(folder, f"journal-{at.astimezone(UTC):{_TIME}}{before}")
    path, number = f"{start}.db", 2
    while os.path.lexists(path):
        path, number = f"{start}-{number}.db", number + 1
    return path


def rotate(folder: str, made: Backup, *, is_wanted: Callable[[], bool] = always) -> None:
    """Let go of copies that newer ones have replaced, once a new one is there and verified.

    Args:
        folder: the folder of backups.
        made: the new one, which stays whatever the clock says.
        is_wanted: asked while waiting for others.
    """
    with told(folder), alone_in(folder, is_wanted):
        usual = [copy for copy in found(folder) if not copy.occasion]
        keep = worth_keeping(copy.made_at for copy in usual) | {made.made_at}
        for copy in usual:
            if copy.made_at not in keep:
                os.unlink(copy.path)


def changed_at(path: str) -> int:
    """Return when a journal was last changed, in nanoseconds: the later of the file and its -wal.

    Never by reading its header: to open and close the file would give up every lock that this
    process holds on it.
    """
    times = [os.stat(path).st_mtime_ns]
    try:
        log = os.stat(path + BESIDE[0])
    except FileNotFoundError:
        return times[0]
    return max(*times, log.st_mtime_ns) if log.st_size else times[0]


def is_changed(path: str, folder: str) -> bool:
    """Return whether a journal is in a state of which there is no copy.

    Raises:
        StoreError: the journal is not there.
    """
    with told(folder):
        changed = changed_at(path)
        return all(os.stat(copy.path).st_mtime_ns != changed for copy in found(folder))


def remove_parts(folder: str) -> None:
    """Remove what a killed process left half made. Only while alone in the folder."""
    for name in os.listdir(folder):
        if PART in name:
            os.unlink(os.path.join(folder, name))


def remove_with_beside(path: str) -> None:
    """Remove a file and what the engine may have put beside it, as far as it is there."""
    for ending in ("", *BESIDE):
        if os.path.lexists(path + ending):
            os.unlink(path + ending)


def sync_file(path: str) -> None:
    """Make sure that a file's bytes survive a power cut."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def told(folder: str, sentence: str = refusals.NO_BACKUP) -> Iterator[None]:
    """Turn any failure into one sentence that says what did not come about and what is safe.

    Args:
        folder: where it was tried.
        sentence: what is said, with a place for the reason.
    """
    try:
        yield
    except StoreError as error:
        raise StoreError(sentence.format(reason=error)) from None
    except OSError as error:
        full = error.errno in _NO_ROOM
        reason = refusals.NO_ROOM if full else refusals.FOLDER_UNWRITABLE.format(path=folder)
        raise StoreError(sentence.format(reason=reason)) from None
