"""`tracejournal export`: everything in sight, as JSON."""

from __future__ import annotations

import os
import sys

from tracejournal.cli.asking import confirmed
from tracejournal.cli.files import write_file
from tracejournal.cli.options import Option
from tracejournal.cli.output import speaks_utf8, tell, write
from tracejournal.cli.rows import counted
from tracejournal.exchange.json_export import document
from tracejournal.exchange.json_objects import as_object, person_object, prompt_object
from tracejournal.model.errors import Misuse
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.journal.journal import Journal
    from tracejournal.model.entry import Entry

OPTIONS = (Option("format", "FORMAT"), Option("yes"))
DASHED_WORDS = True

_STANDARD_OUTPUT = "-"


def run(arguments: Arguments, context: Context) -> None:
    """Write the export to a file or to standard output."""
    form = arguments.one("format")
    if form is not None and form.strip().lower() != "json":
        raise Misuse(words.ONLY_JSON.format(value=form))
    path, *query = arguments.words or (_STANDARD_OUTPUT,)
    with context.journal() as journal:
        if path == _STANDARD_OUTPUT:
            counter = _Counter(journal, " ".join(query))
            for piece in counter.pieces(ascii_only=not speaks_utf8(sys.stdout)):
                write(piece)
        else:
            _to_file(journal, os.path.expanduser(path), " ".join(query), arguments)


def _to_file(journal: Journal, path: str, query: str, arguments: Arguments) -> None:
    if os.path.isdir(path):
        raise Misuse(words.IS_FOLDER.format(path=path))
    asks = os.path.isfile(path)
    if asks and not confirmed(words.ASK_REPLACE.format(path=path), arguments):
        tell(words.NOTHING_CHANGED)
        return
    counter = _Counter(journal, query)
    write_file(path, counter.pieces())
    tell(f"{words.EXPORTED.format(count=counted(counter.entries), path=path)} {words.LEFT_OUT}")


class _Counter:
    """The pieces of an export, and how many entries went by."""

    def __init__(self, journal: Journal, query: str) -> None:
        """Take what is exported."""
        self._journal = journal
        self._query = query
        self.entries = 0

    def pieces(self, *, ascii_only: bool = False) -> Iterator[str]:
        """Yield the text of the export."""
        history = self._journal.history
        return document(
            map(as_object, self._counted(history.entries(self._query))),
            (person_object(*person) for person in history.people()),
            (
                prompt_object(each)
                for each in self._journal.prompts.all(with_hidden=True)
                if each.own
            ),
            ascii_only=ascii_only,
        )

    def _counted(self, entries: Iterator[Entry]) -> Iterator[Entry]:
        for entry in entries:
            self.entries += 1
            yield entry
