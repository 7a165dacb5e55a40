"""What tests of the lock's steps share: hands that type passphrases, eyes on the box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.widgets import Input, Static

from tests.support import FakeClock
from tests.tui.support import in_journal, press, screen_text, settle
from tracejournal.journal.lock import Lock
from tracejournal.store import keys

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

PASS = "three small boats"


async def write(pilot: Pilot[int], text: str) -> None:
    """Type or paste into the line that has the cursor."""
    pilot.app.screen.post_message(events.Paste(text))
    await settle(pilot)


async def twice(pilot: Pilot[int], passphrase: str = PASS) -> None:
    await write(pilot, passphrase)
    await press(pilot, "enter")
    await write(pilot, passphrase)
    await press(pilot, "enter")


def heading(pilot: Pilot[int]) -> str:
    """Return what stands over the step."""
    return str(pilot.app.screen.query_one(".dialog").border_title)


def told(pilot: Pilot[int]) -> str:
    return str(pilot.app.screen.query_one(".told", Static).content)


def advised(pilot: Pilot[int]) -> str:
    return str(pilot.app.screen.query_one(".advice", Static).content)


def lines(pilot: Pilot[int]) -> list[str]:
    return [line.value for line in pilot.app.screen.query(Input)]


def seen(pilot: Pilot[int]) -> str:
    """Return what stands in the box."""
    box = pilot.app.screen.query_one(".dialog").region
    rows = screen_text(pilot).splitlines()[box.y : box.bottom]
    return " ".join(" ".join(row[box.x + 1 : box.right - 1] for row in rows).split())


def written(home: Path) -> bytes:
    """Return everything that is on the disk, names of files, too."""
    files = [path for path in home.rglob("*") if path.is_file()]
    return b"".join(str(path).encode() + path.read_bytes() for path in files)


def is_locked() -> bool:
    """Return whether it is, once the app is closed; the keys are let go of, as by leaving."""
    keys.forget()
    return Lock(FakeClock()).is_locked()


def count() -> int:
    return in_journal(lambda journal: len(list(journal.history.entries())))
