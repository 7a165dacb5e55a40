from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

import pytest

from tests.support import FakeClock
from tracejournal.journal.journal import Journal
from tracejournal.model.entry import Draft, Moment
from tracejournal.tui.journal_thread import JournalThread

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDLESS = """
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers)
    SELECT count(*) FROM numbers
"""
LONG = """
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 300000)
    SELECT count(*) FROM numbers
"""


class Begun:
    """Tells the test that a use case runs now on the journal's thread."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def __call__(self) -> None:
        self._loop.call_soon_threadsafe(self._event.set)

    async def wait(self) -> None:
        await self._event.wait()


@pytest.fixture
def thread() -> Iterator[JournalThread]:
    made = JournalThread(lambda: Journal.open(clock=FakeClock(), create=True))
    yield made
    made.close()


async def test_a_read_nobody_waits_for_is_given_up(thread: JournalThread) -> None:
    begun = Begun()

    def read_for_ever(journal: Journal) -> object:
        begun()
        return journal._store.value(ENDLESS)

    reading = asyncio.create_task(thread.look(read_for_ever))
    await begun.wait()
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    # Without giving up, this would never be answered.
    assert await thread.ask(lambda journal: len(journal.history.find())) == 0


async def test_what_comes_after_a_read_that_was_given_up_is_whole(thread: JournalThread) -> None:
    begun = Begun()

    def read_for_ever(journal: Journal) -> object:
        begun()
        return journal._store.value(ENDLESS)

    def keep_and_count(journal: Journal) -> tuple[int, object]:
        journal.entries.keep(Draft(Moment("kept")))
        return len(journal.history.find()), journal._store.value(LONG)

    reading = asyncio.create_task(thread.look(read_for_ever))
    await begun.wait()
    writing = asyncio.create_task(thread.ask(keep_and_count))
    reading.cancel()
    assert await writing == (1, 300_000)
    looked = await thread.look(lambda journal: journal._store.value(LONG))
    assert looked == 300_000


async def test_a_write_whose_asker_went_away_is_kept(thread: JournalThread) -> None:
    begun = Begun()

    def keep_slowly(journal: Journal) -> None:
        begun()
        journal._store.value(LONG)
        journal.entries.keep(Draft(Moment("kept")))

    writing = asyncio.create_task(thread.ask(keep_slowly))
    await begun.wait()
    writing.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await writing
    assert await thread.ask(lambda journal: len(journal.history.find())) == 1


async def test_a_read_that_still_waits_never_begins(thread: JournalThread) -> None:
    begun, ran = Begun(), []

    def read_for_ever(journal: Journal) -> object:
        begun()
        return journal._store.value(ENDLESS)

    first = asyncio.create_task(thread.look(read_for_ever))
    await begun.wait()
    second = asyncio.create_task(thread.look(lambda _: ran.append("second")))
    third = asyncio.create_task(thread.look(lambda _: ran.append("third")))
    await asyncio.sleep(0)  # both are asked for now
    second.cancel()
    first.cancel()
    await third
    assert ran == ["third"]
    for task in (first, second):
        with pytest.raises(asyncio.CancelledError):
            await task
