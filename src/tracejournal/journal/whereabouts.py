"""Where everything is that belongs to a journal, for the person who wants to know."""

from __future__ import annotations

import os

from tracejournal import places
from tracejournal.model.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

    from tracejournal.journal.backups import Backups
    from tracejournal.model.backup import Contents


class Whereabouts(Record):
    """Every path, how much is there, and the newest verified backup.

    Attributes:
        journal: the file, whose `size` in bytes counts its -wal, too.
        size: bytes of the journal.
        holds: what the journal holds, or None where it cannot be read.
        folder: the folder of backups.
        copies: how many there are, of `copies_size` bytes in all.
        copies_size: bytes of all backups.
        newest_at: when the newest was made, in local time, or None.
        newest_holds: what that one holds, or None where it cannot be read.
        settings: the path of config.toml, and whether it is there.
        state: the folder of logs, and whether it is there.
    """

    journal: str
    size: int
    holds: Contents | None
    folder: str
    copies: int
    copies_size: int
    newest_at: datetime | None
    newest_holds: Contents | None
    settings: tuple[str, bool]
    state: tuple[str, bool]


def whereabouts(backups: Backups) -> Whereabouts:
    """Look where everything is. It reads, and changes nothing."""
    copies = backups.all()
    newest = copies[0] if copies else None
    settings, state = places.config_file(), places.state_folder()
    return Whereabouts(
        journal=backups.path,
        size=sum(map(_size, (backups.path, f"{backups.path}-wal"))),
        holds=backups.contents(backups.path),
        folder=backups.folder,
        copies=len(copies),
        copies_size=sum(copy.size for copy in copies),
        newest_at=backups.when(newest) if newest else None,
        newest_holds=backups.contents(newest.path) if newest else None,
        settings=(settings, os.path.exists(settings)),
        state=(state, os.path.exists(state)),
    )


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
