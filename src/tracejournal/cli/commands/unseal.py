"""`tracejournal unseal`: sealed entries back into sight, or a list of them without words."""

from __future__ import annotations

from tracejournal.cli.choosing import chosen, ids_of, short_id
from tracejournal.cli.output import tell
from tracejournal.cli.rows import named, write_found
from tracejournal.model.errors import Misuse
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.journal.journal import Journal

OPTIONS = ()


def run(arguments: Arguments, context: Context) -> None:
    """Unseal entries; without any, list the sealed ones by day and kind."""
    with context.journal() as journal:
        if not arguments.words:
            _list(journal)
            return
        entries = chosen(journal, arguments.words, "sealed")
        for entry in entries:
            if not entry.sealed:
                raise Misuse(words.NOT_SEALED.format(id=short_id(journal, entry)))
        journal.entries.seal(ids_of(entries), sealed=False)
        ids = journal.entries.short_ids(ids_of(entries))
        tell(words.UNSEALED.format(what=named(entries, ids)))


def _list(journal: Journal) -> None:
    rows = journal.history.find(shelf="sealed")
    if not rows:
        tell(words.NOTHING_SEALED)
    write_found(journal, rows, with_text=False)
