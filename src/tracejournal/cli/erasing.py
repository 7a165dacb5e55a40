"""Erasing from the shell: the journal, then every backup, and what could not be reached is told."""

from __future__ import annotations

from tracejournal.cli.output import tell
from tracejournal.model.errors import StoreError
from tracejournal.words import backups as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.journal.journal import Journal


def erase(journal: Journal, entry_ids: Sequence[str]) -> None:
    """Erase entries from everything, with a verified copy of the others first where it is many.

    Raises:
        StoreError: nothing was erased, or not from the backups yet; the sentence says which.
    """
    try:
        journal.backups.before_erasing(len(entry_ids))
    except StoreError as refusal:
        tell(str(refusal))  # and go on: it is what the person asked for
    journal.entries.erase(entry_ids)
    finish_erasing(journal)


def empty_old_trash(journal: Journal) -> None:
    """Let go of what lay in the trash for long enough, everywhere."""
    journal.entries.empty_old_trash()
    try:
        finish_erasing(journal)
    except StoreError as refusal:
        tell(str(refusal))  # it was not what the person asked for, so that goes on


def finish_erasing(journal: Journal) -> None:
    """Take what was erased out of the backups, and tell what could not be reached."""
    if not journal.backups.is_erasing():
        return
    unreached = journal.backups.finish_erasing()
    for path in unreached.files:
        tell(words.LEFT_IN.format(path=path))
    if unreached.waits:
        tell(words.WAITS)
