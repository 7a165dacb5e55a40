"""Writing a file that a person asked for: whole or not at all, and only theirs to read."""

from __future__ import annotations

import os

from tracejournal import places
from tracejournal.model.errors import JournalError, Misuse
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check_place(path: str) -> None:
    """Refuse a place where nothing a person asked for belongs.

    Raises:
        Misuse: it is a folder, there is no such folder, or it is among the journal's own files.
    """
    folder = os.path.realpath(os.path.dirname(os.path.abspath(path)))
    own = os.path.realpath(places.data_folder())
    if os.path.isdir(path):
        raise Misuse(refusals.PLACE_IS_FOLDER.format(path=path))
    if f"{folder}{os.sep}".startswith(f"{own}{os.sep}"):
        raise Misuse(refusals.PLACE_IS_OURS.format(path=path))
    if not os.path.isdir(folder):
        raise Misuse(refusals.PLACE_MISSING.format(path=path, folder=folder))


def write_file(path: str, pieces: Iterable[str]) -> None:
    """Write pieces of text to a file that only its owner can read; until all is there, nothing is.

    Raises:
        JournalError: it could not be written; what stood there before still does.
    """
    special = os.path.exists(path) and not os.path.isfile(path)
    new = path if special else f"{path}.new-{os.urandom(4).hex()}"
    try:
        _write(new, pieces, fresh=not special)
        if not special:
            os.replace(new, path)
            _sync_folder(os.path.dirname(os.path.abspath(path)))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise JournalError(refusals.FILE_FAILED.format(path=path, reason=reason)) from None
    finally:
        if not special and os.path.lexists(new):
            os.unlink(new)


def _write(path: str, pieces: Iterable[str], *, fresh: bool) -> None:
    flags = os.O_WRONLY | (os.O_CREAT | os.O_EXCL if fresh else 0)
    with open(os.open(path, flags, 0o600), "w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)
        file.flush()
        if fresh:
            os.fsync(file.fileno())


def _sync_folder(folder: str) -> None:
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
