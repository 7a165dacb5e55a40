"""Files and folders that only their owner can read, and names that survive a power cut."""

from __future__ import annotations

import errno
import os

from tracejournal.model.errors import StoreError
from tracejournal.words import refusals

_OTHERS = 0o077
_SHARED = 0o1000  # the sticky bit


def make_private_folder(folder: str) -> None:
    """Make a folder that only its owner can enter, and narrow one that is theirs to that.

    Folders above it that are missing are made the same way. One that people share, such as /tmp,
    stays as it is.

    Raises:
        StoreError: it cannot be made or written.
    """
    try:
        _make_folders(os.path.abspath(folder))
        if not os.stat(folder).st_mode & _SHARED:
            narrow(folder, 0o700)
    except OSError:
        raise StoreError(refusals.FOLDER_UNWRITABLE.format(path=folder)) from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise StoreError(refusals.FOLDER_UNWRITABLE.format(path=folder))


def _make_folders(folder: str) -> None:
    # Not `os.makedirs`: whoever may write a folder above can exchange the ones below it.
    if os.path.isdir(folder):
        return
    _make_folders(os.path.dirname(folder))
    try:
        os.mkdir(folder, 0o700)
    except FileExistsError:
        if not os.path.isdir(folder):
            raise


def narrow(path: str, mode: int) -> None:
    """Take away what others may do with a file or folder, where it is the person's own."""
    if os.name == "posix":
        status = os.stat(path)
        if status.st_mode & _OTHERS and status.st_uid == os.getuid():
            os.chmod(path, mode)


_CANNOT_SYNC = (errno.EINVAL, errno.ENOTSUP)
"""What file systems say that cannot sync any folder."""


def sync_folder(folder: str) -> bool:
    """Make sure that a new name in a folder survives a power cut; return whether that can be."""
    if os.name != "posix":
        return False
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
        return False
    finally:
        os.close(descriptor)
    return True


def make_private_file(path: str) -> None:
    """Make an empty file that only its owner can read, where nothing stands yet.

    Raises:
        StoreError: something is there already, or the folder cannot be written.
    """
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)
    try:
        os.close(os.open(path, flags, 0o600))
    except OSError:
        folder = os.path.dirname(path)
        raise StoreError(refusals.FOLDER_UNWRITABLE.format(path=folder)) from None
