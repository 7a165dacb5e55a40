"""The journal on a thread of its own: order is kept and the screen never waits."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from threading import Event
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from tracejournal.journal.journal import Journal

Answer = TypeVar("Answer")


class JournalThread:
    """Runs use cases one after another, in the order they were asked for.

    One thread and a queue that is emptied before leaving: of 60 writes as separate workers, 54
    were lost when the program quit right after; this way none.

    Args:
        open_journal: opens the journal; called on the thread, when the first use case comes.
        others_aside: a context in which nobody else in this process has files of the journal open.
    """

    def __init__(
        self,
        open_journal: Callable[[], Journal],
        others_aside: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        """Start nothing yet."""
        self._open_journal = open_journal
        self._others_aside = others_aside
        self._journal: Journal | None = None
        self._is_locked = self._is_leaving = False
        self._goes_on = asyncio.Event()
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
        """Return what a use case answers, or raise what it raised.

        While the journal is locked, the question waits.

        Raises:
            CancelledError: the person left before it was unlocked; nobody needs the answer.
        """
        while self._is_locked:
            if self._is_leaving:
                raise asyncio.CancelledError
            await self._goes_on.wait()
        return await self._on_thread(lambda: self._run(use_case))

    def ask_now(self, use_case: Callable[[Journal], Answer]) -> Answer:
        """Wait for a use case, where nothing may happen before it: while leaving."""
        return self._queue.submit(self._run, use_case).result()

    async def away(self, do: Callable[[], Answer]) -> Answer:
        """Do something that needs the journal's file closed in this process: after all questions.

        The journal is opened again for the next question. What looks at its file by other
        connections is finished first: closing one of them gives up every lock on the file
        (https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_).

        Args:
            do: called on the journal's thread. It must not ask the journal.

        Returns:
            what it returns; what it raises is raised here.
        """
        return await self._on_thread(lambda: self._away(do))

    @property
    def is_locked(self) -> bool:
        """Whether questions wait, since the journal is locked."""
        return self._is_locked

    def begin_locked(self) -> None:
        """Let questions wait from now on."""
        self._is_locked = True
        self._goes_on.clear()

    async def lock(self) -> None:
        """Close the journal after all that was asked for, and let go of its key.

        Questions wait from now on, see `unlocked`.
        """
        self.begin_locked()
        await self.away(_forget)

    def unlocked(self) -> None:
        """Let questions be answered again: its key is held."""
        self._is_locked = False
        self._goes_on.set()

    def leave(self) -> None:
        """Let go of questions that would wait for ever: the person leaves while it is locked."""
        self._is_leaving = True
        self._goes_on.set()

    def close(self) -> None:
        """Finish everything that was asked for, then close the journal."""
        self._queue.submit(self._shut)
        self._queue.shutdown(wait=True)

    async def _on_thread(self, do: Callable[[], Answer]) -> Answer:
        return await asyncio.wrap_future(self._queue.submit(do))

    def _run(self, use_case: Callable[[Journal], Answer]) -> Answer:
        if self._journal is None:
            self._journal = self._open_journal()
        return use_case(self._journal)

    def _away(self, do: Callable[[], Answer]) -> Answer:
        with self._others_aside():
            self._shut()
            return do()

    def _shut(self) -> None:
        journal, self._journal = self._journal, None
        if journal is not None:
            journal.close()


def _forget() -> None:
    from tracejournal.journal.lock import Lock  # noqa: PLC0415 - plain journals do without

    Lock.forget()
