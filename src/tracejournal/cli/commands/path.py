"""`tracejournal path`: where the journal is, and all that belongs to it."""

from __future__ import annotations

import os

from tracejournal import places
from tracejournal.cli.options import Option
from tracejournal.cli.output import bold, tell, write_line
from tracejournal.model.text import display
from tracejournal.words import backups as places_words
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments

OPTIONS = (Option("all"),)
TAKES_WORDS = False


def run(arguments: Arguments, context: Context) -> None:
    """Print the path of the journal, whether it is there or not; or every path there is."""
    if arguments.has("all"):
        _all(context)
        return
    path = places.journal_file()
    write_line(display(path))
    if not os.path.lexists(path):
        tell(words.NO_FILE_YET)


def _all(context: Context) -> None:
    from tracejournal.journal.backups import Backups  # noqa: PLC0415 - paid for when used
    from tracejournal.journal.whereabouts import told, whereabouts  # noqa: PLC0415 - the same

    found = whereabouts(Backups.of_home(context.clock), is_locked=_is_locked(context))
    for title, path, said in told(found):
        write_line(bold(title) + f"  {said}")
        write_line(display(path))
        write_line()
    for note in places_words.about(is_locked=found.is_locked, engine=found.engine):
        write_line(note)


def _is_locked(context: Context) -> bool:
    from tracejournal.journal.lock import Lock  # noqa: PLC0415 - paid for when used
    from tracejournal.model.errors import StoreError  # noqa: PLC0415 - the same

    try:
        return Lock(context.clock).is_locked()
    except StoreError:  # what is there is no journal
        return False
