"""Removing files that were readable without the lock: their bytes go, too, not their names alone.

That is a courtesy: file systems and disks keep copies of what they please.
"""

from __future__ import annotations

import os
import stat

from tracejournal.store.private import sync_folder

_HEADER_SIZE = 100
_CHUNK = 1 << 20


def remove(path: str) -> None:
    """Remove a file and write over what it held; a link goes alone.

    The name goes first: a file that still has one is never half written over.

    Raises:
        OSError: it could not be removed.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except OSError:  # a link, or a file that may not be written
        os.unlink(path)
        return
    try:
        os.unlink(path)
        sync_folder(os.path.dirname(os.path.abspath(path)))
        wipe(descriptor)
    finally:
        os.close(descriptor)


def wipe(descriptor: int, *, whole: bool = True) -> None:
    """Write over a file that has just lost its name: nobody may write into it any more.

    Where it has another name, such as a hard link of a backup program, it is somebody's copy and
    stays.

    Args:
        descriptor: the file, open to read and write.
        whole: all of it and not its header alone, which is enough for a locked one.
    """
    status = os.fstat(descriptor)
    if status.st_nlink or not stat.S_ISREG(status.st_mode):
        return
    os.lseek(descriptor, 0, os.SEEK_SET)
    left = status.st_size if whole else _HEADER_SIZE
    while left > 0:
        left -= os.write(descriptor, bytes(min(left, _CHUNK)))
    os.fsync(descriptor)
