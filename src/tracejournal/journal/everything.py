"""Removing a whole journal, for good, and everything of it that this program wrote."""

from __future__ import annotations

import os
import shutil

from tracejournal import places
from tracejournal.journal import leftovers
from tracejournal.model.errors import StoreError
from tracejournal.store.copies import RESCUED
from tracejournal.store.locks import sole_user
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def everything() -> list[str]:
    """Return what there is to remove: files and folders, the journal itself last.

    The settings are not among it: they hold no words.
    """
    return list(_there())


def remove_everything() -> None:
    """Remove all of it. The journal goes last, so that a kill leaves what can be removed again.

    Raises:
        StoreError: another process has the journal open and nothing was removed, or the sentence
            names what could not be.
    """
    with sole_user(places.journal_file()):
        for path in everything():
            try:
                _remove(path)
            except OSError as error:
                reason = error.strerror or type(error).__name__
                raise StoreError(refusals.NOT_REMOVED.format(path=path, reason=reason)) from None


def _there() -> Iterator[str]:
    journal = places.journal_file()
    # What opens the lock goes after the copies it opens, and before the journal.
    for folder in (
        places.letterbox_folder(journal),
        places.backups_folder(journal),
        places.state_folder(),
        places.lock_folder(journal),
    ):
        if os.path.lexists(folder):
            yield folder
    # What could not be put into the state folder is elsewhere.
    state = os.path.join(os.path.realpath(places.state_folder()), "")
    yield from (path for path in leftovers.ours() if not path.startswith(state))
    folder, name = os.path.split(journal)
    # Longer names first: the -wal before what it belongs to.
    for each in sorted(_names(folder), key=len, reverse=True):
        if each == name or each.startswith((f"{name}-", f"{name}.", RESCUED)):
            yield os.path.join(folder, each)


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _remove(path: str) -> None:
    if os.path.islink(path):
        target = os.path.realpath(path)
        if os.path.isdir(target):  # backups that a person put on another disk
            shutil.rmtree(target)
        os.unlink(path)
    elif os.path.isdir(path):
        shutil.rmtree(path)
    else:
        os.unlink(path)
