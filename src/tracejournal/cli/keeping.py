"""Keeping words so that none are lost: where the journal refuses them, they go into a file."""

from __future__ import annotations

import sys

from tracejournal.cli.output import is_terminal, tell
from tracejournal.cli.rows import kept_line
from tracejournal.model.entry import Draft
from tracejournal.model.errors import JournalError, Misuse
from tracejournal.words import cli as words
from tracejournal.words import lock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeVar

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.journal.journal import Journal
    from tracejournal.journal.letterbox import Letterbox
    from tracejournal.model.entry import Entry

    Kept = TypeVar("Kept")


def keep_or_put_aside(text: str, keep: Callable[[], Kept]) -> Kept:
    """Keep something and return it; where that fails, put its words into a private file.

    Args:
        text: words that exist nowhere else; "" where the shell still has them.
        keep: keeps them in the journal.

    Raises:
        JournalError: it was not kept; the sentence also says where the words are.
    """
    try:
        return keep()
    except Exception as failure:
        if not text.strip():
            raise
        from tracejournal.journal.editor import put_aside  # noqa: PLC0415 - paid for when used

        path = put_aside(text)
        if path is None:
            raise
        where = words_are_at(path)
        if isinstance(failure, JournalError):
            sentence = f"{failure} {where}"
            raise type(failure)(sentence) from None
        tell(where)
        raise


def words_are_at(path: str) -> str:
    """Return what is said of words that were put aside at a path."""
    from tracejournal.journal.leftovers import is_sealed  # noqa: PLC0415 - paid for when used

    return lock.WORDS_ARE_SEALED if is_sealed(path) else words.WORDS_ARE_IN.format(path=path)


def leave_draft(context: Context, slot: str, fields: Mapping[str, object]) -> None:
    """Save words that a question was interrupted over, and say where they are."""
    text = str(fields["text"])

    def save() -> Journal | Letterbox:
        with context.journal_or_letterbox() as journal:
            journal.drafts.save(slot, fields)
            return journal

    try:
        tell_draft_waits(keep_or_put_aside(text, save), words.WORDS_WAIT)
    except JournalError as refusal:
        tell(str(refusal))


def tell_draft_waits(journal: Journal | Letterbox, said: str) -> None:
    """Say where a draft waits: `said` where that is the journal, else that it is the letterbox."""
    tell(lock.DRAFT_IN_LETTERBOX if journal.is_letterbox else said)


def refuse_json_if_shut(arguments: Arguments, context: Context) -> None:
    """Say beforehand that a note in the letterbox cannot be printed.

    Raises:
        Misuse: it is asked for.
    """
    if arguments.has("json") and context.is_shut():
        raise Misuse(lock.NEEDS_OPEN_FOR_JSON)


def tell_kept(kept: Entry | Draft, context: Context) -> None:
    """Say what was kept; of what is in the letterbox that it is there."""
    if isinstance(kept, Draft):
        tell(lock.IN_LETTERBOX)
    else:
        tell(kept_line(kept, context.clock.today()))


def fleeting(arguments: Arguments, text: str) -> str:
    """Return words that only this process has: not those that were typed after the command."""
    return "" if arguments.words and arguments.words != ("-",) else text


def tell_if_cleaned(typed: str, kept: str) -> None:
    """Say that control characters were left out, where that is so."""
    if len(typed.replace("\r\n", "\n")) != len(kept):
        tell(words.CLEANED)


def hint_at_identifiers(kept: Entry | Draft, context: Context) -> None:
    """Say once and quietly that words could tell who somebody is, where a person sits there."""
    if not (is_terminal(sys.stderr) and context.config.identifier_hint):
        return
    from tracejournal.privacy.glance import worth_a_look  # noqa: PLC0415 - paid for when used

    text = kept.content.text
    if not worth_a_look(text):
        return
    from tracejournal.privacy.identifiers import find  # noqa: PLC0415 - paid for when used
    from tracejournal.words import hint  # noqa: PLC0415 - paid for when used

    if find(text, context.clock.today()):
        said = hint.IN_THE_LETTERBOX if isinstance(kept, Draft) else hint.IN_THE_SHELL
        tell(said.format(id=getattr(kept, "id", "")))
