"""Backups, and the end of what lay in the trash: looked after where no key has to wait for it."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from threading import Event, Lock
from typing import TYPE_CHECKING, TypeVar

from tracejournal.model.errors import JournalError
from tracejournal.words import backups as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracejournal.journal.backups import Backups
    from tracejournal.tui.app import TracejournalApp

BETWEEN = timedelta(minutes=30)
"""How often the journal is looked at for changes that are in no backup."""

_NEVER = datetime.min.replace(tzinfo=UTC)

Answer = TypeVar("Answer")


class Caretaker:
    """Looks after copies of the journal on a thread of its own.

    Copying and checking take seconds where a journal is large, so they never happen on the
    journal's thread. What could not be done is told once a sitting; who leaves is not kept
    waiting: what was begun is given up, and finished the next time.

    Args:
        app: the app, which asks and tells.
    """

    def __init__(self, app: TracejournalApp) -> None:
        """Take the app; nothing is begun."""
        self._app = app
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="backups")
        self._leaving = Event()
        self._aside = Event()
        self._at_work = Lock()
        self._has_begun = False
        self._looked_at: datetime | None = None
        self._told: set[str] = set()

    async def begin(self) -> None:
        """Do what belongs to the start of a sitting: a backup first, then the old trash."""
        self._has_begun = True
        self._looked_at = self._app.clock.local_now()
        backups = await self._backups()
        await self._try(lambda: backups.make_if_changed(is_wanted=self._is_wanted))
        await self._app.journal.ask(lambda journal: journal.entries.empty_old_trash())
        await self.finish_erasing()

    def minute_passed(self) -> None:
        """Look again where it is time to. Called once a minute; costs nothing in between."""
        if not self._has_begun or self._app.journal.is_locked:
            return
        since = self._app.clock.local_now() - (self._looked_at or _NEVER)
        if not timedelta() <= since < BETWEEN:  # a clock that was set back counts, too
            self._app.run_worker(self.look_after(), name="backups")

    async def look_after(self) -> None:
        """Make a backup where anything changed, and finish what could not be finished before."""
        self._looked_at = self._app.clock.local_now()
        backups = await self._backups()
        await self._try(lambda: backups.make_if_changed(is_wanted=self._is_wanted))
        await self.finish_erasing()

    async def before_erasing(self, count: int) -> None:
        """See to a backup before many entries are erased."""
        backups = await self._backups()
        await self._try(lambda: backups.before_erasing(count, is_wanted=self._is_wanted))

    async def finish_erasing(self) -> None:
        """Take what was erased out of the backups, and tell what could not be reached."""
        backups = await self._backups()
        unreached = await self._try(lambda: backups.finish_erasing(is_wanted=self._is_wanted))
        for path in unreached.files if unreached else ():
            self._tell(words.LEFT_IN.format(path=path))
        if unreached and unreached.waits:
            self._tell(words.WAITS)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Give up what is being done, and begin nothing before the end of this context.

        For the journal's thread, which waits until no connection of this one is left.
        """
        self._aside.set()
        with self._at_work:
            self._aside.clear()
            yield

    def close(self) -> None:
        """Give up what is being done and leave."""
        self._leaving.set()
        self._thread.shutdown(wait=True, cancel_futures=True)

    async def _backups(self) -> Backups:
        return await self._app.journal.ask(lambda journal: journal.backups)

    async def _try(self, do: Callable[[], Answer]) -> Answer | None:
        if not self._is_wanted():
            return None
        try:
            return await asyncio.wrap_future(self._thread.submit(self._do, do))
        except JournalError as refusal:
            self._tell(str(refusal))
            return None

    def _do(self, do: Callable[[], Answer]) -> Answer | None:
        with self._at_work:
            try:
                return None if self._app.journal.is_locked else do()
            except JournalError:
                if not self._aside.is_set():
                    raise
                self._looked_at = None  # given up: it is looked at again with the next minute
                return None

    def _is_wanted(self) -> bool:
        return not (self._leaving.is_set() or self._aside.is_set())

    def _tell(self, sentence: str) -> None:
        if self._is_wanted() and sentence not in self._told:
            self._told.add(sentence)
            self._app.refuse(JournalError(sentence))
