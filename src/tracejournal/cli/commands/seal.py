"""`tracejournal seal`: out of sight, until unsealed by choice."""

from __future__ import annotations

from tracejournal.cli.choosing import chosen, ids_of, refuse_unless_kept
from tracejournal.cli.output import tell
from tracejournal.cli.rows import named
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments

OPTIONS = ()


def run(arguments: Arguments, context: Context) -> None:
    """Seal entries."""
    with context.journal() as journal:
        entries = chosen(journal, arguments.words)
        refuse_unless_kept(journal, entries, sealed=False)
        journal.entries.seal([entry.id for entry in entries if not entry.sealed])
        ids = journal.entries.short_ids(ids_of(entries))
        tell(words.SEALED.format(what=named(entries, ids), ids=" ".join(ids.values())))
