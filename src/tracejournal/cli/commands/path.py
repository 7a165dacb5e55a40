"""`tracejournal path`: where the journal is."""

from __future__ import annotations

import os

from tracejournal import places
from tracejournal.cli.output import tell, write_line
from tracejournal.model.text import display
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments

OPTIONS = ()
TAKES_WORDS = False


def run(_arguments: Arguments, _context: Context) -> None:
    """Print the path of the journal, whether it is there or not."""
    path = places.journal_file()
    write_line(display(path))
    if not os.path.lexists(path):
        tell(words.NO_FILE_YET)
