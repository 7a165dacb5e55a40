"""`tracejournal unlock`: with the passphrase or the recovery key, once or for a while."""

from __future__ import annotations

from datetime import timedelta

from tracejournal.cli import passphrases
from tracejournal.cli.locking import lock_of, new_passphrase
from tracejournal.cli.options import Option
from tracejournal.cli.output import tell_paragraph
from tracejournal.cli.unlocking import after_unlock, ask_until, prove
from tracejournal.journal import session
from tracejournal.model.errors import Misuse, StoreError
from tracejournal.words import lock as lock_words
from tracejournal.words import lock_cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.journal.lock import Lock

OPTIONS = (Option("for", "TIME"), Option("recovery"))
TAKES_WORDS = False

_DIGITS = 4
_SECONDS = {"m": 60, "h": 60 * 60}


def run(arguments: Arguments, context: Context) -> None:
    """Open the lock in the way that is asked for, and leave it open for as long as that."""
    seconds = _seconds(arguments.one("for"))
    lock = lock_of(context)
    if not lock.is_locked():
        tell_paragraph(lock_words.NOT_LOCKED)
        return
    if arguments.has("recovery"):
        _recover(lock, context)
    else:
        prove(context, lock)
    if seconds:
        session.begin(lock.path, lock.key, seconds)
        until = context.clock.local_now() + timedelta(seconds=seconds)
        tell_paragraph(words.UNLOCKED_FOR.format(until=f"{until:%H:%M}"))
    elif not arguments.has("recovery"):
        tell_paragraph(words.UNLOCKED)


def _seconds(typed: str | None) -> int:
    """Return for how long, or 0 where nothing is said of that.

    Raises:
        Misuse: it is no time, or too short or too long a one.
        StoreError: this machine cannot have a session.
    """
    if typed is None:
        return 0
    number, unit = typed.strip()[:-1].strip(), typed.strip()[-1:].casefold()
    is_time = (
        unit in _SECONDS and number.isascii() and number.isdecimal() and len(number) <= _DIGITS
    )
    seconds = int(number) * _SECONDS[unit] if is_time else 0
    if not session.LEAST_SECONDS <= seconds <= session.MOST_SECONDS:
        raise Misuse(words.NOT_A_WHILE.format(value=typed))
    if not session.is_possible():
        raise StoreError(words.NO_SESSIONS_HERE)
    return seconds


def _recover(lock: Lock, context: Context) -> None:
    """Let a new passphrase open what the recovery key opens."""
    if context.given is not None:
        lock.unlock_by_recovery(context.given.next())
    elif passphrases.can_ask(context.arguments):
        tell_paragraph(words.ABOUT_RECOVERY)
        ask_until(words.ASK_RECOVERY, lock.unlock_by_recovery, seen=True)
        tell_paragraph(words.RECOVERED)
    else:
        raise Misuse(words.NO_ONE_THERE)
    lock.change_passphrase(new_passphrase(context))
    after_unlock(lock)
    session.end(lock.path)
    tell_paragraph(words.PASSPHRASE_CHANGED)
