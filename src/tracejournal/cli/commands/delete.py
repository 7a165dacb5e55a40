"""`tracejournal delete`: into the trash, from where entries can be brought back."""

from __future__ import annotations

from tracejournal.cli.choosing import chosen, ids_of
from tracejournal.cli.erasing import empty_old_trash
from tracejournal.cli.options import Option
from tracejournal.cli.output import tell
from tracejournal.cli.rows import named
from tracejournal.journal.entries import TRASH_DAYS
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments

OPTIONS = (Option("everything"), Option("yes"))


def run(arguments: Arguments, context: Context) -> None:
    """Put entries in the trash; one that is there already keeps its 30 days."""
    if arguments.has("everything"):
        from tracejournal.cli.everything import delete_everything  # noqa: PLC0415 - paid for when used

        delete_everything(arguments)
        return
    with context.journal() as journal:
        entries = chosen(journal, arguments.words)
        ids = journal.entries.short_ids(ids_of(entries))
        there = [entry for entry in entries if entry.trashed_at]
        rest = [entry for entry in entries if not entry.trashed_at]
        journal.entries.delete(ids_of(rest))
        empty_old_trash(journal)
        if there:
            tell(words.ALREADY_DELETED.format(what=named(there, ids)))
        if rest:
            starts = " ".join(ids[entry.id] for entry in rest)
            what = named(rest, ids)
            tell(words.DELETED.format(days=TRASH_DAYS, what=what, ids=starts))
