"""What `lock`, `unlock` and `passphrase` share: a new passphrase, and a recovery key shown once."""

from __future__ import annotations

import os
from unicodedata import normalize

from tracejournal.cli import passphrases
from tracejournal.cli.output import flush, tell_paragraph, tell_text, write_line
from tracejournal.cli.unlocking import TRIES
from tracejournal.journal.lock import Lock
from tracejournal.model.errors import JournalError, Misuse, StoreError
from tracejournal.model.recovery_key import in_lines, is_last_group
from tracejournal.words import lock as lock_words
from tracejournal.words import lock_cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.journal.lock import NewLock
    from tracejournal.model.copies import LockedCopies


def lock_of(context: Context) -> Lock:
    """Return the lock of the journal, locked or not.

    Raises:
        StoreError: there is no journal, and the sentence says whether there are backups of one.
    """
    lock = Lock(context.clock)
    if not os.path.lexists(lock.path):
        context.journal().close()
    return lock


def new_passphrase(context: Context) -> str:
    """Return a passphrase that is given, or asked for twice; how easy it is to guess is told.

    Raises:
        Misuse: there is no one to ask, or what was given cannot be used.
        JournalError: nothing that can be used was typed; nothing was changed.
    """
    if context.given is not None:
        passphrase = context.given.next()
    elif passphrases.can_ask(context.arguments):
        passphrase = _asked_twice()
    else:
        raise Misuse(words.NO_ONE_THERE)
    from tracejournal.privacy.guessing import advice  # noqa: PLC0415 - slow to import

    tell_paragraph(advice(passphrase))
    return passphrase


def _asked_twice() -> str:
    for _ in range(TRIES):
        try:
            return _typed_twice()
        except Misuse as refusal:
            tell_paragraph(str(refusal))
    raise JournalError(words.NONE_CHOSEN)


def _typed_twice() -> str:
    typed = passphrases.ask(words.ASK_NEW)
    if not typed:
        raise Misuse(lock_words.EMPTY_PASSPHRASE)
    again = passphrases.ask(words.ASK_AGAIN)
    if normalize("NFC", typed) != normalize("NFC", again):
        raise Misuse(words.NOT_THE_SAME)
    return typed


def show_recovery_key(context: Context, key: str) -> None:
    """Show a recovery key this once, and go on only when it is written down.

    Where there is no one to ask, or with --yes, it goes to standard output and nobody is asked.

    Raises:
        JournalError: it is not written down, or standard output takes nothing.
    """
    arguments = context.arguments
    if arguments.has("yes") or not passphrases.can_ask(arguments):
        write_line(key)
        flush()  # nothing is locked with a key that nobody got
        tell_paragraph(words.NOT_CHECKED)
        return
    lines = "\n".join(f"    {line}" for line in in_lines(key))
    tell_text("\n" + words.RECOVERY.format(key=lines) + "\n")
    for _ in range(TRIES):
        if is_last_group(key, passphrases.ask(words.ASK_LAST, seen=True)):
            return
        tell_paragraph(words.NOT_LAST)
    raise JournalError(words.NOT_WRITTEN)


def lock_with(lock: Lock, new: NewLock) -> LockedCopies:
    """Lock a journal with what was just shown, and say so where that came to nothing.

    Raises:
        StoreError: the journal is as it was.
    """
    tell_paragraph(words.WORKING)
    try:
        return lock.lock(new)
    except StoreError:
        tell_paragraph(words.NO_USE)
        raise
