"""Who may work where: one at a time among the backups, nobody else at a file that is exchanged."""

from __future__ import annotations

import os
from contextlib import contextmanager

from tracejournal.model.errors import StoreError
from tracejournal.store.engine import Store
from tracejournal.store.private import make_private_file
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOCK = ".lock"
"""The name of the empty file that is locked while something works among the backups."""

_LOOK_MS = 200

# Where the engine locks a file, and how many bytes (https://www.sqlite.org/lockingv3.html).
_FIRST_LOCK_BYTE, _LOCK_BYTES = 0x40000000, 512


@contextmanager
def alone_in(folder: str, is_wanted: Callable[[], bool]) -> Iterator[None]:
    """Wait until no other process or thread works in a folder, and keep others out for a while.

    A copy that is being made and one from which words are taken out must not meet. The lock is
    the engine's own, so it is the same on every system, and goes with the process that held it.

    Args:
        folder: the folder of backups, which must exist.
        is_wanted: asked while waiting.

    Raises:
        StoreError: it is no longer wanted, or the folder cannot be written.
    """
    path = os.path.join(folder, LOCK)
    if not os.path.lexists(path):
        try:
            make_private_file(path)
        except StoreError:
            if not os.path.lexists(path):  # or another was faster
                raise
    with Store(path) as lock:
        lock.run(f"PRAGMA busy_timeout = {_LOOK_MS}")
        while not _began(lock):
            if not is_wanted():
                raise StoreError(refusals.BUSY)
        yield


def _began(lock: Store) -> bool:
    try:
        lock.run("BEGIN EXCLUSIVE")
    except StoreError as refusal:
        if str(refusal) != refusals.BUSY:
            raise
        return False
    return True


@contextmanager
def sole_user(path: str) -> Iterator[int | None]:
    """Keep every other process from using a journal file, be it sound or damaged.

    Only where this process has no connection to the file: giving up one of a process's locks on
    it gives up all of them.

    Args:
        path: the file; where there is none, there is nothing to keep anyone from.

    Yields:
        a descriptor of the file, open to read and write; None where there is no file, and on
        Windows.

    Raises:
        StoreError: another process uses it, or it may not be written.
    """
    if os.name != "posix" or not os.path.lexists(path):  # Windows moves no file that is open
        yield None
        return
    import fcntl  # noqa: PLC0415 - Windows has none

    try:
        descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW)
    except OSError:
        raise StoreError(refusals.FILE_UNREADABLE.format(path=path)) from None
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCK_BYTES, _FIRST_LOCK_BYTE)
    except OSError:
        os.close(descriptor)
        raise StoreError(refusals.OPEN_ELSEWHERE) from None
    try:
        yield descriptor
    finally:
        os.close(descriptor)
