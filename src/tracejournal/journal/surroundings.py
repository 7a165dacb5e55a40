"""What surrounds the journal: its engine, its disk, what is left over beside it, its backups."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING

from tracejournal import __version__, places
from tracejournal.model.errors import StoreError
from tracejournal.model.finding import ACT, FINE, NOTE, Finding
from tracejournal.store import backups, checking
from tracejournal.store.place import CLOUD, shared_place
from tracejournal.words import backups as backup_words
from tracejournal.words import doctor as words

if TYPE_CHECKING:
    from tracejournal.model.backup import Backup

_UNFINISHED = ".new-"
_OLD_SECONDS = 3_600
"""After an hour, what is unfinished belongs to no process that still runs."""

_MIB = 1 << 20
_LEAST_FREE = 16 * _MIB
"""Room for a day's words and the -wal beside the file many times over."""


def engine() -> Finding:
    """Return whether the engine is one that keeps a journal safe."""
    facts = {"version": __version__, "engine": checking.engine_version()}
    if checking.engine_is_sound():
        return Finding("engine", FINE, words.ENGINE_FINE.format(**facts))
    least = ".".join(map(str, checking.LEAST_ENGINE))
    advice = words.ENGINE_ADVICE.format(least=least)
    return Finding("engine", ACT, words.ENGINE_OLD.format(**facts), advice)


def place(folder: str) -> Finding:
    """Return whether others write to the journal's folder: a service, another machine."""
    found = shared_place(folder)
    if found is None:
        return Finding("place", FINE, words.PLACE_FINE)
    if found.kind == CLOUD:
        said, advice = words.PLACE_CLOUD, words.PLACE_CLOUD_ADVICE
    else:
        said, advice = words.PLACE_NETWORK, words.PLACE_NETWORK_ADVICE
    return Finding("place", NOTE, said.format(name=found.name), advice)


def space(path: str) -> Finding:
    """Return whether the disk has room for what will be written, and for a copy of the journal."""
    folder = os.path.dirname(path)
    while not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    free = shutil.disk_usage(folder).free
    needed = os.path.getsize(path) if os.path.isfile(path) else 0
    size = backup_words.size(free)
    if free < _LEAST_FREE:
        return Finding("space", ACT, words.SPACE_NONE.format(free=size), words.SPACE_ADVICE)
    if free < needed + _LEAST_FREE:
        return Finding("space", NOTE, words.SPACE_SCARCE.format(free=size), words.SPACE_ADVICE)
    return Finding("space", FINE, words.SPACE_FINE.format(free=size))


def leftovers(path: str, *, repair: bool) -> Finding:
    """Return what interrupted runs left beside the journal; remove it to repair."""
    folder = os.path.dirname(path)
    starts = (os.path.basename(path), words.RESCUED.partition("{")[0])
    found = [
        os.path.join(folder, name)
        for name in sorted(os.listdir(folder))
        if name.startswith(starts) and _UNFINISHED in name
    ]
    old = [file for file in found if time.time() - os.lstat(file).st_mtime > _OLD_SECONDS]
    if not old:
        return Finding("leftovers", FINE, words.LEFTOVERS_NONE)
    if not repair:
        said = words.LEFTOVERS.format(count=len(old))
        return Finding("leftovers", NOTE, said, words.LEFTOVERS_ADVICE)
    for file in old:
        os.unlink(file)
    return Finding("leftovers", FINE, words.LEFTOVERS_GONE.format(count=len(old)))


def copies(path: str) -> Finding:
    """Return whether there are backups, and whether each still passes every check."""
    found = backups.found(places.backups_folder(path))
    if not found:
        return Finding("backups", NOTE, words.BACKUPS_NONE, words.BACKUPS_NONE_ADVICE)
    newest = backup_words.day(found[0].made_at.astimezone())
    try:
        failed = [copy for copy in found if not backups.is_sound(copy.path)]
    except StoreError as refusal:
        return Finding("backups", NOTE, words.NOT_CHECKED.format(reason=refusal))
    locked = [copy for copy in failed if backups.is_locked_otherwise(copy.path)]
    unsound = [copy for copy in failed if copy not in locked]
    if unsound:
        return _unsound(unsound, found)
    facts = {"count": len(found), "day": newest, "locked": len(locked)}
    if locked:
        said, advice = words.BACKUPS_LOCKED.format(**facts), words.BACKUPS_LOCKED_ADVICE
        return Finding("backups", NOTE, said, advice)
    said = words.BACKUPS_FINE if len(found) > 1 else words.BACKUP_FINE
    return Finding("backups", FINE, said.format(**facts))


def _unsound(unsound: list[Backup], found: list[Backup]) -> Finding:
    names = ", ".join(copy.name for copy in unsound)
    said = words.BACKUPS_UNSOUND.format(count=len(found), unsound=names)
    return Finding("backups", ACT, said, words.BACKUPS_UNSOUND_ADVICE)
