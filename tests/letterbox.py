"""A locked journal and the notes in its letterbox, for tests of every layer."""

from __future__ import annotations

from pathlib import Path

from tests.support import FakeClock
from tracejournal import places
from tracejournal.journal.journal import Journal
from tracejournal.journal.lock import Lock, new_lock
from tracejournal.store import keys

PASSPHRASE = "three small boats"


def lock_journal() -> None:
    """Lock the journal, begun where there is none, and let go of the key."""
    Journal.open(clock=FakeClock(), create=True).close()
    Lock(FakeClock()).lock(new_lock(PASSPHRASE))
    keys.forget()


def unlock_journal() -> None:
    """Hold the key of the journal."""
    Lock(FakeClock()).unlock(PASSPHRASE)


def notes() -> list[Path]:
    """Return the notes that wait, oldest first."""
    return sorted(Path(places.letterbox_folder(places.journal_file())).glob("*.age"))


def on_the_disk(*folders: Path) -> bytes:
    """Return everything that is in any file of some folders."""
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return b"".join(path.read_bytes() for path in files)
