"""`tracejournal lock`: lock the journal, lock it again at once, or remove the lock."""

from __future__ import annotations

from tracejournal.cli.asking import confirmed
from tracejournal.cli.locking import lock_of, lock_with, new_passphrase, show_recovery_key
from tracejournal.cli.options import Option
from tracejournal.cli.output import tell_paragraph, tell_text
from tracejournal.cli.unlocking import prove
from tracejournal.journal import lock_keyring, session
from tracejournal.journal.lock import new_lock
from tracejournal.model.errors import Misuse, StoreError
from tracejournal.words import cli as cli_words
from tracejournal.words import lock as lock_words
from tracejournal.words import lock_cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.journal.lock import Lock

OPTIONS = (Option("keyring"), Option("no-keyring"), Option("remove"), Option("yes"))
TAKES_WORDS = False


def run(arguments: Arguments, context: Context) -> None:
    """Lock a plain journal; let a locked one be locked from now on; or remove the lock.

    Raises:
        Misuse: two things are asked for at once.
        JournalError: nothing was changed, and the sentence says why.
    """
    asked = [name for name in ("remove", "keyring", "no-keyring") if arguments.has(name)]
    if len(asked) > 1:
        raise Misuse(words.ONE_AT_A_TIME.format(first=asked[0], second=asked[1]))
    lock = lock_of(context)
    if arguments.has("remove"):
        _remove(lock, arguments, context)
    elif arguments.has("no-keyring"):
        _let_go_of_keyring(lock)
    elif arguments.has("keyring"):
        _use_keyring(lock, context)
    elif lock.is_locked():
        _lock_now(lock)
    else:
        _lock(lock, context)


def _use_keyring(lock: Lock, context: Context) -> None:
    lock_keyring.check()  # before anything is asked or locked that would be in vain
    if lock.is_locked():
        prove(context, lock)
    else:
        _lock(lock, context)
    lock_keyring.add(lock)
    tell_paragraph(lock_words.KEYRING_ADDED)


def _let_go_of_keyring(lock: Lock) -> None:
    removed = lock_keyring.remove(lock)
    tell_paragraph(lock_words.KEYRING_REMOVED if removed else lock_words.KEYRING_NOT_USED)


def _lock(lock: Lock, context: Context) -> None:
    if not lock.is_possible():
        raise StoreError(lock_words.NO_SEALING)
    lock.check_alone()  # before anything is asked that would be in vain
    tell_text(words.ABOUT + "\n")
    new = new_lock(new_passphrase(context))
    show_recovery_key(context, new.recovery_key)
    left = lock_with(lock, new)
    tell_paragraph(words.LOCKED)
    for said in lock_words.left_readable(left.sealed, left.plain, left.edited):
        tell_paragraph(said)
    tell_text("\n".join((lock_words.UNREACHABLE, *(f"- {it}" for it in lock_words.OUT_OF_REACH))))


def _lock_now(lock: Lock) -> None:
    tell_paragraph(words.LOCKED_NOW if session.end(lock.path) else words.LOCKED_ALREADY)


def _remove(lock: Lock, arguments: Arguments, context: Context) -> None:
    if not lock.is_locked():
        tell_paragraph(lock_words.NOT_LOCKED)
        return
    tell_text(words.ABOUT_REMOVING)
    if not confirmed(words.ASK_REMOVE, arguments):
        tell_paragraph(cli_words.NOTHING_CHANGED)
        return
    prove(context, lock)
    lock.remove()
    session.end(lock.path)
    tell_paragraph(words.REMOVED)
