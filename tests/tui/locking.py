"""What tests of a locked journal share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.support import FakeClock
from tests.tui.support import house, in_journal, press, settle
from tracejournal import places
from tracejournal.journal.lock import Lock, NewLock, new_lock
from tracejournal.model.entry import Draft, Moment
from tracejournal.tui.screens.unlock import UnlockScreen
from tracejournal.tui.widgets.unlock_line import UnlockLine

if TYPE_CHECKING:
    from textual.pilot import Pilot


PASS = "three small boats"
MARK = "qxvmarkqz"


def lock_journal() -> NewLock:
    """Lock the journal of this test's home, with one moment more in it, and hold no key."""
    in_journal(lambda journal: journal.entries.keep(Draft(Moment(MARK))))
    new = new_lock(PASS)
    Lock(FakeClock()).lock(new)
    Lock.forget()
    return new


def leave_notes(count: int) -> None:
    """Leave sealed notes in the letterbox; nobody looks into them while it is locked."""
    folder = Path(places.letterbox_folder(places.journal_file()))
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number}.age").write_bytes(b"sealed")


def hold_key(passphrase: str = PASS) -> None:
    """Hold the key again: to look into the journal, or to begin with it open."""
    Lock(FakeClock()).unlock(passphrase)


def is_locked(pilot: Pilot[int]) -> bool:
    """Return whether the unlock screen stands before everything, and the journal is closed."""
    app = house(pilot)
    stands = any(isinstance(screen, UnlockScreen) for screen in app.screen_stack)
    assert stands == app.journal.is_locked == (not Lock.holds_key()) == app.locking.is_on
    return stands


async def unlock(pilot: Pilot[int], passphrase: str = PASS) -> None:
    """Type the passphrase, in one go."""
    line = house(pilot).screen.query_one(UnlockLine)
    line.value = passphrase
    await press(pilot, "enter")


async def pass_minutes(pilot: Pilot[int], clock: FakeClock, minutes: float) -> None:
    """Let time pass, and the app notice."""
    clock.pass_time(minutes=minutes)
    await house(pilot)._minute()
    await settle(pilot)
