"""Opening the lock for a command: by the keyring where chosen, or a passphrase given or asked."""

from __future__ import annotations

import os
from contextlib import suppress

from tracejournal.cli import passphrases
from tracejournal.cli.output import tell, tell_paragraph
from tracejournal.journal import lock_keyring, session, shut
from tracejournal.journal.lock import Lock
from tracejournal.model.clock import Clock
from tracejournal.model.errors import Damaged, Locked, Misuse, StoreError, WrongSecret
from tracejournal.words import lock as lock_words
from tracejournal.words import lock_cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from tracejournal.cli.context import Context

TRIES = 3
"""How often a person is asked."""


def unlock(context: Context) -> None:
    """Hold the key of a locked journal: by the keyring, or its passphrase, given or asked for.

    Raises:
        Locked: nothing that opens it is at hand.
        WrongSecret: what was given or typed does not open it.
        Misuse: what was given cannot be a passphrase.
        StoreError: there is nothing to open, or the file does not open with its key.
    """
    lock = Lock(context.clock)
    if context.given is not None or not _by_keyring(lock):
        by_passphrase(context, lock.unlock)
    after_unlock(lock)


def prove(context: Context, lock: Lock) -> None:
    """Hold the key of a locked journal, for changing what opens it.

    Raises:
        Misuse: there is no one to ask, or what was given cannot be a passphrase.
        JournalError: see `unlock`.
    """
    if context.given is None and not passphrases.can_ask(context.arguments):
        raise Misuse(words.NO_ONE_THERE)
    by_passphrase(context, lock.unlock)
    after_unlock(lock)


def hold_key(context: Context) -> None:
    """Hold the key of a locked journal for what reads more than the journal, such as backups.

    One that is damaged or missing is passed over: these commands are there for it.

    Raises:
        JournalError: see `unlock`.
    """
    if shut.has_key():
        return
    lock = Lock(Clock())  # not that of the settings, which may be what is wrong

    def held(passphrase: str) -> None:
        try:
            lock.unlock(passphrase)
        except Damaged:
            lock.unlock_copies(passphrase)

    if not _is_locked_or_gone(lock):
        return
    if context.given is None and (session.hold_key(lock.path) or _by_keyring(lock)):
        return
    by_passphrase(context, held)


def _is_locked_or_gone(lock: Lock) -> bool:
    if not os.path.lexists(lock.path):
        return bool(lock.ways())
    try:
        return lock.is_locked()
    except StoreError:
        return False  # what is wrong with the file is what the command says


def after_unlock(lock: Lock) -> None:
    """Do what waited for the key. The journal is not open yet."""
    with suppress(StoreError, OSError):  # what is left is done the next time
        lock.finish()
    if not os.path.lexists(lock.path):
        return
    from tracejournal.journal.journal import Journal  # noqa: PLC0415 - paid for when locked

    try:
        with Journal.open(lock.path, clock=lock.clock) as journal:
            taken = journal.letters.take_in()
    except StoreError as refusal:  # they wait as before, and what was asked for may still be done
        tell(str(refusal))
        return
    if taken.count:
        tell(lock_words.taken_in(taken.count))
    for path in taken.aside:
        tell(lock_words.SET_ASIDE.format(path=path))


def _by_keyring(lock: Lock) -> bool:
    """Hold the key that the keyring of the system opens, where its owner chose that."""
    try:
        return lock_keyring.unlock_if_chosen(lock)
    except StoreError as refusal:
        tell(str(refusal))
        return False


def by_passphrase(
    context: Context, use: Callable[[str], None], question: str = words.ASK_PASSPHRASE
) -> None:
    """Use the passphrase that is given, or asked for.

    Raises:
        Locked: none is given, and there is no one to ask.
        JournalError: what `use` raises; see `ask_until`.
    """
    if context.given is not None:
        use(context.given.next())
    elif passphrases.can_ask(context.arguments):
        ask_until(question, use)
    else:
        raise Locked(words.NO_ONE_TO_ASK)


def ask_until(question: str, use: Callable[[str], None], *, seen: bool = False) -> None:
    """Ask for something that opens the lock until it does, three times at most.

    Raises:
        Interrupted: the person or the system ended it.
        JournalError: the third one did not open it either, or nothing was typed.
    """
    for left in range(TRIES - 1, -1, -1):
        try:
            use(passphrases.ask(question, seen=seen))
        except (WrongSecret, Misuse) as refusal:
            if not left:
                raise
            tell_paragraph(str(refusal))
        else:
            return
