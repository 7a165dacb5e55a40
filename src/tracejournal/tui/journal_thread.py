"""The journal on a thread of its own: order is kept and the screen never waits."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracejournal.journal.journal import Journal

Answer = TypeVar("Answer")


class JournalThread:
    """Runs use cases one after another, in the order they were asked for.

    One thread and a queue that is emptied before leaving: of 60 writes as separate workers, 54
    were lost when the program quit right after; this way none.

    Args:
        open_journal: opens the journal; called on the thread, when the first use case comes.
    """

    def __init__(self, open_journal: Callable[[], Journal]) -> None:
        """Start nothing yet."""
        self._open_journal = open_journal
        self._journal: Journal | None = None
        self._queue = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")

    async def look(self, use_case: Callable[[Journal], Answer]) -> Answer:
        """Return what a use case reads. Whoever is cancelled while waiting stops it.

        For reads alone, which a newer question can make useless. What waits never begins; what
        runs is given up within a millisecond. Nothing else is ever touched, since the engine
        itself asks, in the middle of this one read, whether it is still wanted.
        """
        unwanted = Event()

        def read(journal: Journal) -> Answer:
            with journal.reading_while(lambda: not unwanted.is_set()):
                return use_case(journal)

        try:
            return await self.ask(read)
        except asyncio.CancelledError:
            unwanted.set()
            raise

    async def ask(self, use_case: Callable[[Journal], Answer]) -> Answer:
        """Return what a use case answers, or raise what it raised."""
        return await asyncio.wrap_future(self._queue.submit(self._run, use_case))

    def ask_now(self, use_case: Callable[[Journal], Answer]) -> Answer:
        """Wait for a use case, where nothing may happen before it: while leaving."""
        return self._queue.submit(self._run, use_case).result()

    def close(self) -> None:
        """Finish everything that was asked for, then close the journal."""
        self._queue.submit(self._close)
        self._queue.shutdown(wait=True)

    def _run(self, use_case: Callable[[Journal], Answer]) -> Answer:
        if self._journal is None:
            self._journal = self._open_journal()
        return use_case(self._journal)

    def _close(self) -> None:
        if self._journal is not None:
            self._journal.close()
