from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

import pytest

from tests.support import FakeClock
from tracejournal.journal.journal import Journal
from tracejournal.journal.lock import Lock, new_lock
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.errors import Locked, StoreError
from tracejournal.tui.journal_thread import JournalThread
from tracejournal.words import refusals

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


def keep(journal: Journal) -> None:
    journal.entries.keep(Draft(Moment("kept")))


def count(journal: Journal) -> int:
    return len(journal.history.find())


async def test_away_the_file_is_closed_after_all_that_was_asked_for_and_opened_again(
    thread: JournalThread,
) -> None:
    keeping = asyncio.create_task(thread.ask(keep))
    await asyncio.sleep(0)
    # Locking needs the file to itself: it is refused while any connection has it open.
    await thread.away(lambda: Lock(FakeClock()).lock(new_lock("pass")))
    assert keeping.done()
    assert await thread.away(Lock(FakeClock()).is_locked)
    assert await thread.ask(count) == 1


async def test_what_fails_away_is_told_and_the_journal_goes_on(thread: JournalThread) -> None:
    await thread.ask(keep)

    def fail() -> None:
        raise StoreError(refusals.DISK_FULL)

    with pytest.raises(StoreError, match="full"):
        await thread.away(fail)
    assert await thread.ask(count) == 1


async def test_others_are_aside_while_away() -> None:
    aside: list[str] = []

    @contextlib.contextmanager
    def others_aside() -> Iterator[None]:
        aside.append("aside")
        yield
        aside.append("back")

    made = JournalThread(lambda: Journal.open(clock=FakeClock(), create=True), others_aside)
    await made.ask(keep)
    await made.away(lambda: aside.append("away"))
    made.close()
    assert aside == ["aside", "away", "back"]


@pytest.fixture
def locked(thread: JournalThread) -> Lock:
    """Give the journal of this test a lock."""
    lock = Lock(FakeClock())
    thread.ask_now(keep)
    thread._queue.submit(thread._away, lambda: lock.lock(new_lock("p"))).result()
    return lock


async def test_locked_nothing_opens_it_and_questions_wait(
    thread: JournalThread, locked: Lock
) -> None:
    last = asyncio.create_task(thread.ask(keep))
    await asyncio.sleep(0)
    await thread.lock()
    assert last.done(), "what was asked for before is done"
    assert thread.is_locked
    with pytest.raises(Locked):
        locked.key  # noqa: B018 - that there is none
    waiting = [asyncio.create_task(thread.ask(count)), asyncio.create_task(thread.look(count))]
    await thread.away(lambda: None)
    assert not any(question.done() for question in waiting)
    await thread.away(lambda: locked.unlock("p"))
    thread.unlocked()
    assert [await question for question in waiting] == [2, 2]


async def test_a_question_that_waits_is_let_go_of_on_leaving(
    thread: JournalThread, locked: Lock
) -> None:
    await thread.lock()
    waiting = asyncio.create_task(thread.ask(count))
    await asyncio.sleep(0)
    thread.leave()
    for question in (waiting, asyncio.create_task(thread.ask(count))):
        with pytest.raises(asyncio.CancelledError):
            await question
    assert locked.is_locked()


async def test_locked_and_unlocked_before_a_question_went_on_it_waits_for_the_next_time(
    thread: JournalThread, locked: Lock
) -> None:
    await thread.lock()
    waiting = asyncio.create_task(thread.ask(count))
    await asyncio.sleep(0)
    thread.unlocked()
    await thread.lock()
    assert not waiting.done()
    locked.unlock("p")
    thread.unlocked()
    assert await waiting == 1
