"""Setting up a lock, changing what opens it, and removing it: the steps of each, in their order.

Until the last step nothing is written. Passphrases and recovery keys go from a step straight into
what is done with them; Python cannot wipe them from memory, since its texts never change, so they
are only let go of: no field, draft, undo, message or log holds one.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from tracejournal.journal.lock import Lock, NewLock, new_lock, new_recovery_key
from tracejournal.model.errors import Misuse, StoreError, WrongSecret
from tracejournal.model.recovery_key import is_last_group
from tracejournal.model.vocabulary import Term
from tracejournal.tui.screens.dialogs import PickDialog
from tracejournal.tui.screens.lock_dialog import LockDialog
from tracejournal.tui.widgets.lock_pages import (
    CheckPage,
    PassphrasePage,
    PresentPage,
    RecoveryPage,
    SayPage,
)
from tracejournal.words import lock
from tracejournal.words import lock_setup as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tracejournal.tui.app import TracejournalApp
    from tracejournal.tui.widgets.lock_pages import Said


async def open_lock(app: TracejournalApp) -> None:
    """Set up a lock, or list what can be done with the one there is; once if asked for twice."""
    is_locked = await _is_locked(app)
    if is_locked is None:
        return
    if not Lock.is_possible():
        await app.push_screen_wait(LockDialog(_impossible))
    elif is_locked:
        terms = [Term(key, said) for key, said in words.CHOICES.items()]
        picked = await app.push_screen_wait(PickDialog(words.LIST_TITLE, terms))
        if picked:
            await app.push_screen_wait(LockDialog(_WAYS[picked[0]]))
    else:
        await app.push_screen_wait(LockDialog(set_up))


async def open_passphrase(app: TracejournalApp) -> None:
    """Change the passphrase; without a lock, say so."""
    is_locked = await _is_locked(app)
    if is_locked is None:
        return
    if is_locked:
        await app.push_screen_wait(LockDialog(change_passphrase))
    else:
        app.say(words.NO_LOCK_YET)


async def _is_locked(app: TracejournalApp) -> bool | None:
    """Return whether there is a lock; None where it is being seen to already: asked twice."""
    front = app.screen
    is_locked = await app.journal.ask(lambda journal: journal.is_locked)
    if app.screen is not front or any(isinstance(each, LockDialog) for each in app.screen_stack):
        return None
    return is_locked


async def set_up(desk: LockDialog, new: Callable[[str], NewLock] = new_lock) -> None:
    """Lock a plain journal.

    Args:
        desk: where the steps are shown.
        new: makes a lock for a passphrase.
    """
    await desk.turn_to(SayPage(words.WHY_TITLE, words.WHY_KEYS, words.WHY))
    await _check_alone(desk)
    await _lock_with(desk, new(await desk.turn_to(PassphrasePage())), words.LOCKED)


async def lock_anew(desk: LockDialog) -> None:
    """Give a locked journal another data key, passphrase and recovery key."""
    await _ask_present(desk, "anew")
    await _check_alone(desk)
    await _lock_with(desk, new_lock(await desk.turn_to(PassphrasePage())), words.LOCKED_ANEW)


async def _lock_with(desk: LockDialog, new: NewLock, done: Iterable[Said]) -> None:
    await _hand_over(desk, new.recovery_key)
    try:
        left = await desk.do(words.LOCKING, lambda: _lock_of(desk).lock(new))
    except StoreError as refusal:  # the key on the paper went with the lock it was for
        raise StoreError(words.paper_void(str(refusal))) from None
    told = lock.left_readable(left.sealed, left.plain, left.edited)
    said = (*done, *((words.LEFT, each) for each in told), words.unreached())
    await desk.turn_to(SayPage(words.LOCKED_TITLE, words.DONE_KEYS, said))


async def change_passphrase(desk: LockDialog) -> None:
    """Let another passphrase open the lock."""
    await _ask_present(desk, "passphrase")
    passphrase = await desk.turn_to(PassphrasePage())
    await desk.do(words.CHANGING, lambda: _lock_of(desk).change_passphrase(passphrase))
    said = words.PASSPHRASE_CHANGED
    await desk.turn_to(SayPage(words.PASSPHRASE_CHANGED_TITLE, words.DONE_KEYS, said))


async def change_recovery(desk: LockDialog) -> None:
    """Let another recovery key open the lock."""
    await _ask_present(desk, "recovery")
    key = new_recovery_key()
    await _hand_over(desk, key)
    await desk.do(words.CHANGING, lambda: _lock_of(desk).change_recovery(key))
    said = words.RECOVERY_CHANGED
    await desk.turn_to(SayPage(words.RECOVERY_CHANGED_TITLE, words.DONE_KEYS, said))


async def remove(desk: LockDialog) -> None:
    """Make the journal a plain file again."""
    await _ask_present(desk, "remove")
    await _check_alone(desk)
    await desk.turn_to(SayPage(words.REMOVE_TITLE, words.REMOVE_KEYS, words.REMOVE, yes="y"))
    await desk.do(words.REMOVING, _lock_of(desk).remove)
    await desk.turn_to(SayPage(words.REMOVED_TITLE, words.DONE_KEYS, words.REMOVED))


_WAYS = {
    "passphrase": change_passphrase,
    "recovery": change_recovery,
    "anew": lock_anew,
    "remove": remove,
}


def _lock_of(desk: LockDialog) -> Lock:
    return Lock(desk.app.clock)


async def _impossible(desk: LockDialog) -> None:
    said = [("", lock.NO_SEALING)]
    await desk.turn_to(SayPage(words.IMPOSSIBLE_TITLE, words.READ_KEYS, said))


async def _check_alone(desk: LockDialog) -> None:
    """Find another window before anybody thinks of a passphrase, or copies a key by hand."""
    await desk.app.journal.away(_lock_of(desk).check_alone)


async def _hand_over(desk: LockDialog, key: str) -> None:
    """Show the recovery key until its last group is on paper."""
    typed: str | None = None
    while typed is None or not is_last_group(key, typed):
        await desk.turn_to(RecoveryPage(key, missed=typed is not None))
        typed = await desk.turn_to(CheckPage())


async def _ask_present(desk: LockDialog, what: str) -> None:
    """Ask for what opens the lock now until it does."""
    page = PresentPage(words.PRESENT_TITLES[what])
    while True:
        typed = await desk.turn_to(page)
        try:
            # Beside the journal's thread: it reads the slots alone, and takes a second on purpose.
            await asyncio.to_thread(partial(_lock_of(desk).check, typed))
        except (Misuse, WrongSecret) as refusal:
            page.tell(str(refusal))
        else:
            return
