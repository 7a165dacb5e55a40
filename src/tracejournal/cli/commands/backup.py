"""`tracejournal backup`: a verified copy, among the backups or elsewhere."""

from __future__ import annotations

import os

from tracejournal import places
from tracejournal.cli.options import Option
from tracejournal.cli.output import tell, write_line
from tracejournal.model.text import display
from tracejournal.words import backups as words
from tracejournal.words import lock as lock_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments

OPTIONS = (Option("to", "PLACE"),)
TAKES_WORDS = False


def run(arguments: Arguments, context: Context) -> None:
    """Make a copy; its path is what is printed."""
    target = arguments.one("to")
    with context.journal() as journal:
        copies = journal.backups
        if target is None:
            path, said = copies.make().path, words.MADE
        else:
            path, said = copies.make_at(os.path.expanduser(target)), words.MADE_AT
        held = copies.contents(path)
    write_line(display(path))
    if held is not None:
        tell(said.format(what=words.holds(held.entries, held.newest_on)))
    beside = places.lock_folder_of_copy(path)
    if target is not None and os.path.isdir(beside):
        tell(lock_words.MADE_LOCKED.format(folder=beside))
