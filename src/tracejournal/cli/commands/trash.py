"""`tracejournal trash`: look into it, bring back, erase."""

from __future__ import annotations

from tracejournal.cli.asking import confirmed
from tracejournal.cli.choosing import chosen, ids_of, short_id
from tracejournal.cli.erasing import empty_old_trash, erase
from tracejournal.cli.options import Option
from tracejournal.cli.output import tell, write, write_json
from tracejournal.cli.rows import counted, named, write_found
from tracejournal.model.errors import Misuse
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.journal.journal import Journal
    from tracejournal.model.entry import Entry

OPTIONS = (Option("yes"), Option("json"))

_SHELF = "trash"


def run(arguments: Arguments, context: Context) -> None:
    """List the trash, or do with some of it what the first word says."""
    action, *typed = arguments.words or ("",)
    if action not in ("", "restore", "erase"):
        actions = "restore ID, erase ID"
        raise Misuse(words.NO_SUCH_ACTION.format(command="trash", actions=actions, typed=action))
    if not action:
        _list(arguments, context)
        return
    with context.journal() as journal:
        entries = _trashed(journal, typed)
        ids = journal.entries.short_ids(ids_of(entries))
        if action == "restore":
            journal.entries.restore(ids_of(entries))
            tell(words.RESTORED.format(what=named(entries, ids)))
        elif confirmed(words.ASK_ERASE.format(what=named(entries, ids)), arguments):
            erase(journal, ids_of(entries))
            tell(words.ERASED.format(what=counted(len(entries))))
        else:
            tell(words.NOTHING_CHANGED)


def _trashed(journal: Journal, typed: Sequence[str]) -> list[Entry]:
    entries = chosen(journal, typed, _SHELF)
    for entry in entries:
        if not entry.trashed_at:
            raise Misuse(words.NOT_IN_TRASH.format(id=short_id(journal, entry)))
    return entries


def _list(arguments: Arguments, context: Context) -> None:
    journal = context.journal_if_any()
    if journal is None:
        write("[]\n" if arguments.has("json") else "")
        return
    with journal:
        empty_old_trash(journal)
        rows = journal.history.find(shelf=_SHELF)
        if arguments.has("json"):
            write_json(journal, rows)
            return
        if not rows:
            tell(words.NOTHING_IN_TRASH)
        write_found(journal, rows)
