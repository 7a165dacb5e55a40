"""Which entries are meant by what stands after a command."""

from __future__ import annotations

from tracejournal.model.errors import Misuse, NotFound
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.journal.journal import Journal
    from tracejournal.model.entry import Entry

LAST = "last"


def chosen(journal: Journal, typed: Sequence[str], shelf: str = "kept") -> list[Entry]:
    """Return the entries that ids, starts of ids or the word last mean, each once, in order.

    All of them are found before anything is done to one.

    Args:
        journal: where to look; an id is found wherever its entry is.
        typed: at least one.
        shelf: where last is looked for: "kept", "sealed" or "trash".

    Raises:
        Misuse: nothing was typed, or it could be more than one entry.
        NotFound: there is no such entry.
    """
    if not typed:
        raise Misuse(words.WHICH_TRASHED if shelf == "trash" else words.WHICH_ENTRY)
    ids = [_last(journal, shelf) if each.casefold() == LAST else each for each in typed]
    return journal.entries.resolve(ids)


def _last(journal: Journal, shelf: str) -> str:
    found = journal.entries.latest(shelf)
    if found is None:
        raise NotFound(words.NOTHING_IS_LAST)
    return found.id


def refuse_unless_kept(journal: Journal, entries: Sequence[Entry], *, sealed: bool = True) -> None:
    """Refuse entries in the trash and, where `sealed` says so, sealed ones.

    Raises:
        Misuse: one of them is; the sentence says how to bring it back.
    """
    for entry in entries:
        if entry.trashed_at or (sealed and entry.sealed):
            sentence = words.IS_IN_TRASH if entry.trashed_at else words.IS_SEALED
            raise Misuse(sentence.format(id=short_id(journal, entry)))


def short_id(journal: Journal, entry: Entry) -> str:
    """Return the start of an entry's id, as lists show it."""
    return journal.entries.short_ids([entry.id])[entry.id]


def ids_of(entries: Sequence[Entry]) -> list[str]:
    """Return the ids of entries."""
    return [entry.id for entry in entries]
