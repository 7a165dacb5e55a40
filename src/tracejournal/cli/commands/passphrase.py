"""`tracejournal passphrase`: another passphrase, and on request a new key to go with it."""

from __future__ import annotations

from tracejournal.cli.locking import lock_of, lock_with, new_passphrase, show_recovery_key
from tracejournal.cli.options import Option
from tracejournal.cli.output import tell_paragraph
from tracejournal.cli.unlocking import prove
from tracejournal.journal import session
from tracejournal.journal.lock import new_lock
from tracejournal.words import lock as lock_words
from tracejournal.words import lock_cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments

OPTIONS = (Option("new-key"), Option("yes"))
TAKES_WORDS = False


def run(arguments: Arguments, context: Context) -> int | None:
    """Change what opens the lock; nothing is changed before the last question is answered."""
    lock = lock_of(context)
    if not lock.is_locked():
        tell_paragraph(lock_words.NOT_LOCKED)
        return 1
    prove(context, lock)
    if not arguments.has("new-key"):
        lock.change_passphrase(new_passphrase(context))
        session.end(lock.path)
        tell_paragraph(words.PASSPHRASE_CHANGED)
        return None
    lock.check_alone()  # before anything is asked that would be in vain
    new = new_lock(new_passphrase(context))
    show_recovery_key(context, new.recovery_key)
    lock_with(lock, new)
    session.end(lock.path)
    tell_paragraph(words.KEY_CHANGED)
    return None
