"""`tracejournal restore`: the backups there are, and going back to one."""

from __future__ import annotations

import os

from tracejournal import places
from tracejournal.cli.asking import confirmed
from tracejournal.cli.options import Option
from tracejournal.cli.output import dim, tell, write_line
from tracejournal.cli.unlocking import by_passphrase, hold_key
from tracejournal.journal.backups import Backups
from tracejournal.journal.lock import Lock
from tracejournal.model.errors import Locked, Misuse, NotFound, WrongSecret
from tracejournal.model.text import display
from tracejournal.words import backups as words
from tracejournal.words import cli as cli_words
from tracejournal.words import lock as lock_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments

OPTIONS = (Option("yes"),)

_GAP = "  "


def run(arguments: Arguments, context: Context) -> None:
    """List the backups, or go back to one after a look at what that changes."""
    context.forgive_config()
    hold_key(context)
    backups = Backups.of_home(context.clock)
    if not arguments.words:
        _list(backups)
        return
    if len(arguments.words) > 1:
        raise Misuse(words.ONE_TO_RESTORE)
    chosen = backups.find(arguments.words[0])
    if backups.is_locked(chosen):
        _unlock(backups, chosen, context)
    _preview(backups, chosen)
    if not confirmed(words.ASK_RESTORE, arguments):
        tell(cli_words.NOTHING_CHANGED)
        return
    restored = backups.restore(chosen)
    tell(words.RESTORED.format(what=words.holds(restored.now.entries, restored.now.newest_on)))
    if restored.aside:
        tell(words.ASIDE.format(path=restored.aside))


def _unlock(backups: Backups, chosen: str, context: Context) -> None:
    """Ask for what opened a backup of an earlier lock, or one that was made elsewhere.

    Raises:
        Locked: there is no one to ask.
        JournalError: see `by_passphrase`.
    """

    def use(typed: str) -> None:
        Lock(context.clock).unlock_copies(typed, places.lock_folder_of_copy(chosen))
        if backups.is_locked(chosen):
            raise WrongSecret(lock_words.OPENS_ANOTHER_COPY)

    try:
        by_passphrase(context, use, lock_words.ASK_COPY)
    except Locked:
        raise Locked(lock_words.COPY_LOCKED.format(path=chosen)) from None


def _list(backups: Backups) -> None:
    copies = backups.all()
    width = max((len(copy.name) for copy in copies), default=0)
    for copy in copies:
        what = _what(backups, copy.path)
        note = f"{_GAP}({words.BEFORE})" if copy.occasion else ""
        at = words.moment(backups.when(copy))
        write_line(f"{display(copy.name):<{width}}{_GAP}{dim(at)}{_GAP}{what}{note}")
    tell(words.HOW_TO_RESTORE if copies else words.NO_BACKUPS)


def _preview(backups: Backups, chosen: str) -> None:
    """Show both sides.

    Raises:
        NotFound: the chosen file holds no journal.
    """
    there = os.path.lexists(backups.path)
    tell(words.NOW.format(what=_what(backups, backups.path) if there else words.NOTHING_THERE))
    if backups.contents(chosen) is None:
        raise NotFound(words.THEN.format(what=words.NOT_READABLE, path=chosen))
    tell(words.THEN.format(what=_what(backups, chosen), path=chosen))


def _what(backups: Backups, path: str) -> str:
    held = backups.contents(path)
    if held:
        return words.holds(held.entries, held.newest_on)
    return lock_words.LOCKED_THEN if backups.is_locked(path) else words.NOT_READABLE
