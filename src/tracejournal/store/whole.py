"""Writing a small file whole: there is the old one or the new one, never a part of either."""

from __future__ import annotations

import os

from tracejournal.store.private import make_private_file, make_private_folder, sync_folder

NEW = ".new-"
"""Stands in the names of files that are not finished."""


def write_whole(path: str, content: bytes) -> None:
    """Write a file that only its owner can read, under another name first; made or replaced.

    Raises:
        StoreError: the folder cannot be written.
        OSError: it could not be written; what was there is untouched.
    """
    folder = os.path.dirname(os.path.abspath(path))
    make_private_folder(folder)
    new = f"{path}{NEW}{os.urandom(4).hex()}"
    make_private_file(new)
    try:
        with open(new, "r+b") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)
    finally:
        if os.path.lexists(new):
            os.unlink(new)
    sync_folder(folder)


def remove_unfinished(folder: str) -> None:
    """Remove what was never finished from a folder: a killed process left it."""
    if os.path.isdir(folder):
        for name in os.listdir(folder):
            if NEW in name:
                os.unlink(os.path.join(folder, name))
