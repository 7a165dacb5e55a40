"""Backups while the screen is open, the end of the trash, and where everything is."""

from __future__ import annotations

import asyncio
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.store.support import stands_in_a_file
from tests.support import FakeClock
from tests.tui.support import LARGE, house, in_journal, open_app, press, screen_text, settle
from tracejournal import places
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.errors import StoreError
from tracejournal.store.engine import Store
from tracejournal.words import backups as words
from tracejournal.words import refusals

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tracejournal.model.backup import Backup
    from tracejournal.model.clock import Clock


def keep(text: str, clock: Clock | None = None) -> str:
    return in_journal(lambda journal: journal.entries.keep(Draft(Moment(text))), clock).id


def in_backup(backup: Backup, words: str) -> bool:
    return words.encode() in Path(backup.path).read_bytes()


def backups() -> list[Backup]:
    return in_journal(lambda journal: journal.backups.all())


async def looked_after(pilot: Pilot[int]) -> None:
    """Wait for what goes on behind the screen."""
    await pilot.app.workers.wait_for_complete(
        [worker for worker in pilot.app.workers if worker.name == "backups"]
    )
    await settle(pilot)


async def pass_minutes(pilot: Pilot[int], clock: FakeClock, minutes: int) -> None:
    clock.pass_time(minutes=minutes)
    await house(pilot)._minute()
    await looked_after(pilot)


def said(pilot: Pilot[int]) -> list[str]:
    return [notice.message for notice in pilot.app._notifications]


async def test_opening_makes_one_where_anything_changed() -> None:
    keep("words")
    for at in ("2026-11-23T08:42", "2026-11-23T08:43"):
        async with open_app(FakeClock(at)) as pilot:
            await looked_after(pilot)
        (backup,) = backups()
        with Store(backup.path) as copy:
            assert copy.value("SELECT text FROM entries") == "words"


async def test_every_half_hour_another_one_where_anything_changed() -> None:
    clock = FakeClock("2026-11-23T10:00")
    async with open_app(clock) as pilot:
        await looked_after(pilot)
        first = backups()
        keep("words", clock)
        await pass_minutes(pilot, clock, 29)
        assert backups() == first
        await pass_minutes(pilot, clock, 1)
        (second,) = backups()  # the earlier one of the same day has gone
        assert second.name == "journal-2026-11-23T103000Z.db"
        await pass_minutes(pilot, clock, 60)
        assert backups() == [second]


async def test_a_clock_set_back_does_not_stop_them() -> None:
    clock = FakeClock("2026-11-23T10:00")
    async with open_app(clock) as pilot:
        await looked_after(pilot)
        keep("words", clock)
        await pass_minutes(pilot, clock, -600)
        assert len(backups()) == 2 or backups()[0].made_at.hour == 0


async def test_what_cannot_be_done_is_told_once(home: Path) -> None:
    clock = FakeClock()
    folder = home / "data" / "backups"
    keep("words", clock)
    folder.write_text("no folder")
    async with open_app(clock) as pilot:
        await looked_after(pilot)
        (sentence,) = said(pilot)
        assert sentence.startswith("There is no new backup.")
        pilot.app.clear_notifications()
        keep("more words", clock)
        await pass_minutes(pilot, clock, 31)
        assert said(pilot) == []
    assert folder.read_text() == "no folder"


async def test_old_trash_goes_from_the_backups_too() -> None:
    clock = FakeClock()
    entry = keep("qxvtextqz", clock)
    in_journal(lambda journal: journal.backups.make(), clock)
    in_journal(lambda journal: journal.entries.delete([entry]), clock)
    clock.pass_time(days=31)
    async with open_app(clock) as pilot:
        await looked_after(pilot)
        path = Path(places.journal_file())
        assert not stands_in_a_file(path, "qxvtextqz")
        assert len(backups()) == 2
        assert said(pilot) == []


async def test_what_is_erased_by_hand_goes_from_them_too() -> None:
    keep("others")
    entry = keep("qxvtextqz")
    async with open_app(size=LARGE) as pilot:
        await looked_after(pilot)
        in_journal(lambda journal: journal.entries.delete([entry]))
        await press(pilot, "escape", "3", "f", *"trash", "enter")
        await press(pilot, "d", "y")
        await pilot.app.workers.wait_for_complete()
        await settle(pilot)
        (backup,) = backups()
        assert not in_backup(backup, "qxvtextqz")
        assert in_backup(backup, "others")


async def test_one_key_tells_where_everything_is(home: Path) -> None:
    clock = FakeClock()
    keep("words", clock)
    async with open_app(clock, size=(200, 50)) as pilot:
        await looked_after(pilot)
        await press(pilot, "f2")
        await settle(pilot)
        seen = screen_text(pilot)
        for path in ("data/journal.db", "data/backups", "config/config.toml", "state"):
            assert str(home / path) in seen
        assert "1 entry, up to 23 Nov 2026" in seen
        assert "1 copy" in seen
        assert "the newest of Mon 23 Nov 2026, 08:42, checked: 1 entry" in seen
        assert "synced folders" in seen
        assert "securely" not in seen
        await press(pilot, "escape")
        assert words.PLACES_TITLE not in screen_text(pilot)


async def test_it_says_where_there_is_no_backup_yet(home: Path) -> None:
    (home / "data").mkdir(parents=True, mode=0o700)
    (home / "data" / "backups").write_text("no folder")
    async with open_app(size=LARGE) as pilot:
        await looked_after(pilot)
        await press(pilot, "f2")
        await settle(pilot)
        assert words.NO_BACKUP_YET in screen_text(pilot)


async def test_a_backup_that_is_being_made_stands_aside_and_is_made_a_minute_later() -> None:
    keep("words")
    clock = FakeClock()
    async with open_app(clock) as pilot:
        await looked_after(pilot)
        keep("more words", clock)
        clock.pass_time(minutes=30)
        caretaker, begun = house(pilot).caretaker, threading.Event()
        caretaker._looked_at = clock.local_now()

        def copy_for_ever() -> str:
            begun.set()
            while caretaker._is_wanted():
                time.sleep(0.001)
            raise StoreError(refusals.DISK_FULL)

        copying = asyncio.create_task(caretaker._try(copy_for_ever))
        await asyncio.to_thread(begun.wait)
        await house(pilot).journal.away(lambda: None)
        assert await copying is None
        assert said(pilot) == []
        await pass_minutes(pilot, clock, 1)
        assert backups()[0].made_at.minute == 13
