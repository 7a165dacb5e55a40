"""The lock while the screen is open: when it comes, what it covers, and what comes back."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from textual import events

from tracejournal.journal import shut
from tracejournal.model.errors import JournalError, StoreError
from tracejournal.tui.screens.base import Room
from tracejournal.words import lock as lock_words
from tracejournal.words import unlock as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracejournal.journal.journal import Journal
    from tracejournal.journal.lock import Lock
    from tracejournal.tui.app import TracejournalApp
    from tracejournal.tui.screens.unlock import UnlockScreen

_MINUTE = timedelta(minutes=1)
_INPUT = (events.Key, events.Paste, events.MouseEvent)
_NEEDS_JOURNAL = frozenset({"begin", "go", "undo", "redo", "command_palette", "lock"})
"""What the app does that means nothing, or tells something, while the journal is locked."""


class Locking:
    """Locks the journal, at once or after idle minutes, and lets its owner in again.

    Nothing wakes the process for it: idle minutes are counted by the clock whenever a minute
    passed, and before any key is taken. So a machine that slept is locked by its first key.

    Args:
        app: the app, whose journal it is.

    Attributes:
        turn: held while it is being locked or unlocked.
        has_lock: whether the journal was opened with a key, and so can be locked at any time.
    """

    def __init__(self, app: TracejournalApp) -> None:
        """Take the app; nothing is looked at yet."""
        self._app = app
        self.turn = asyncio.Lock()
        self._last_input = app.clock.local_now()
        self.has_lock = False

    @property
    def is_on(self) -> bool:
        """Whether the unlock screen stands before everything; then nothing is said either."""
        return self._app.is_quiet

    def first_screen(self) -> UnlockScreen | None:
        """Return the unlock screen where the app begins before a locked journal."""
        if not shut.is_locked():
            return None
        try:
            lock = self.make_lock()
            if lock.holds_key() or not lock.is_locked() or _opens_silently(lock):
                return None
        except StoreError:
            return None  # what is wrong with the file is said by what opens it
        self._app.may_show.clear()
        self._app.journal.begin_locked()
        return _unlock_screen()

    def make_lock(self) -> Lock:
        """Return the lock of the person's own journal."""
        from tracejournal.journal.lock import Lock  # noqa: PLC0415 - plain journals do without

        return Lock(self._app.clock)

    def allows(self, action: str) -> bool:
        """Return whether the app may do something now."""
        if action == "lock" and self._is_open:
            return True
        return not (self.is_on and action in _NEEDS_JOURNAL)

    @property
    def _is_open(self) -> bool:
        """Whether its key is held, so that whoever sits down here can read it."""
        if not self.is_on:
            return self.has_lock
        return any(screen.is_past for screen in self._unlock_screens())

    def _unlock_screens(self) -> list[UnlockScreen]:
        from tracejournal.tui.screens.unlock import UnlockScreen  # noqa: PLC0415 - plain journals do without

        return [each for each in self._app.screen_stack if isinstance(each, UnlockScreen)]

    # Locking

    def lock_now(self) -> None:
        """Lock it because its owner asks; of one that has no lock, say how to set one up."""
        if self._is_open:
            self.lock()
        else:
            self._app.say(words.HOW_TO_LOCK)

    def lock(self) -> None:
        """Cover everything, save what is unfinished, and close the journal.

        Where the recovery key opened it, and a new passphrase is asked for, that ends.
        """
        if self.is_on:
            for screen in self._unlock_screens():
                screen.begin_again()
            self._app.run_worker(self._let_go(), name="lock")
            return
        self._app.may_show.clear()
        self._app.clear_notifications()
        self._app.push_screen(_unlock_screen())
        self._app.run_worker(self._close(), name="lock")

    async def _close(self) -> None:
        async with self.turn:
            await self._app.save_drafts()  # what cannot be saved stays in its form
            await self._stands()
            await self._app.journal.lock()

    async def _stands(self) -> None:
        """Wait until what is just being shown stands.

        It may have more to ask. With the journal locked it would wait for the answer, the app for
        it to stand, and the passphrase for the app.
        """
        stands = asyncio.Event()
        if self._app.call_later(stands.set):
            await stands.wait()

    async def _let_go(self) -> None:
        async with self.turn:
            await self._app.journal.lock()

    def takes(self, event: events.Event) -> bool:
        """Note that somebody is there; return whether the journal was locked instead.

        The key that finds the screen idle for too long is nobody's word: it is let go.
        """
        if isinstance(event, (*_INPUT, events.AppFocus)) and self._lock_if_idle():
            return isinstance(event, _INPUT)
        if isinstance(event, _INPUT):
            self.note_input()
        return False

    def minute_passed(self) -> None:
        """Lock where nobody was there for long enough; what is under way keeps it open."""
        if any(isinstance(room, Room) and room.keeps_open for room in self._app.screen_stack):
            self.note_input()
        self._lock_if_idle()

    def note_input(self) -> None:
        """Note that somebody is there."""
        self._last_input = self._app.clock.local_now()

    def _lock_if_idle(self) -> bool:
        minutes = self._app.config.lock_after
        if not (minutes and self._is_open):
            return False
        since = self._app.clock.local_now() - self._last_input
        if -_MINUTE < since < timedelta(minutes=minutes):  # a clock that was set back counts, too
            return False
        self.lock()
        return True

    # Unlocking

    async def open(self, use: Callable[[Lock], None]) -> None:
        """Open the lock, on the journal's thread; what a killed process left of it is finished.

        Args:
            use: what opens it, given the lock.

        Raises:
            JournalError: it is locked as before, and the sentence says why.
        """
        async with self.turn:
            await self._app.journal.away(partial(_open, self.make_lock(), use))

    async def let_in(self, screen: UnlockScreen, told: str = "") -> None:
        """Show again what was there before, or Today at the start.

        Args:
            screen: the unlock screen, which goes.
            told: what is said once it is gone.
        """
        app = self._app
        app.journal.unlocked()
        refusal = None
        try:
            told = f"{told} {await app.journal.ask(take_in)}".strip()
            if not self.has_lock:  # then no passphrase was looked at
                told = f"{words.LOCK_GONE} {told}".strip()
        except JournalError as error:
            refusal = error
        await screen.in_front()  # a pause above it is not cut short, and what hides stays hidden
        self.note_input()
        app.may_show.set()
        if len(app.screen_stack) > 1:
            app.pop_screen()
        else:
            await app.go("today")
        app.minute_passed.publish(None)
        await app.save_drafts()
        await app.publish_change()
        if told:
            app.say(told)
        if refusal:
            app.refuse(refusal)


def _unlock_screen() -> UnlockScreen:
    from tracejournal.tui.screens.unlock import UnlockScreen  # noqa: PLC0415 - plain journals do without

    return UnlockScreen()


def _opens_silently(lock: Lock) -> bool:
    """Hold the key of an unlocked session, or of the keyring where its owner chose that."""
    from tracejournal.journal import lock_keyring, session  # noqa: PLC0415 - plain journals do without

    try:
        if session.hold_key(lock.path):
            lock.unlock_by_key(lock.key)  # unless it belongs to another lock
            return True
        return lock_keyring.unlock_if_chosen(lock)
    except StoreError:
        lock.forget()
        return False  # the unlock screen is there for it


def _open(lock: Lock, use: Callable[[Lock], None]) -> None:
    if lock.is_locked():  # else its lock was removed elsewhere meanwhile
        use(lock)
        with suppress(StoreError, OSError):  # what is left is done the next time
            lock.finish()


def take_in(journal: Journal) -> str:
    """Take in the notes that wait in the letterbox; return what is said of them, or "".

    Raises:
        StoreError: all of them wait as before.
    """
    if not (journal.is_locked or shut.waiting()):
        return ""
    taken = journal.letters.take_in()
    said = lock_words.taken_in(taken.count) if taken.count else ""
    if taken.aside:
        said = f"{said} {words.aside(len(taken.aside), os.path.dirname(taken.aside[0]))}"
    return said.strip()
