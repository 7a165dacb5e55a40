"""`tracejournal edit`: change what an entry says."""

from __future__ import annotations

from tracejournal.cli import fields
from tracejournal.cli.asking import can_ask, confirmed, words_or
from tracejournal.cli.choosing import chosen, refuse_unless_kept, short_id
from tracejournal.cli.keeping import fleeting, keep_or_put_aside, tell_if_cleaned
from tracejournal.cli.options import Option
from tracejournal.cli.output import tell, write_json
from tracejournal.cli.rewriting import in_editor, with_words
from tracejournal.cli.rows import kept_line
from tracejournal.model.errors import ChangedMeanwhile, Misuse
from tracejournal.words import cli as words
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.journal.journal import Journal
    from tracejournal.model.clock import Instant
    from tracejournal.model.entry import CheckIn, Entry, Moment, Reflection

OPTIONS = (
    *fields.OPTIONS,
    Option("energy", "0-10"),
    Option("load", "0-10"),
    *fields.WHEN_OPTIONS,
    Option("editor"),
    Option("json"),
)


def run(arguments: Arguments, context: Context) -> None:
    """Change an entry; what it said before is kept as a revision."""
    typed = arguments.replace(words=arguments.words[1:])
    with context.journal() as journal:
        entry = chosen(journal, arguments.words[:1])[0]
        refuse_unless_kept(journal, [entry])
        said = _fitting(entry, arguments)
        when = fields.when(arguments, context.clock, entry.when)
        entry.content.replace(**said)  # refused before anyone is asked to type
        content = _rewritten(journal, entry, typed, asks=not (said or when))

        def revise() -> Entry:
            changed = content.replace(**said)
            if changed == entry.content and when in (None, entry.when):
                return entry
            return _revise(journal, entry, changed, when, arguments)

        revised = keep_or_put_aside(fleeting(typed, content.text), revise)
    if revised == entry:
        tell(words.NOTHING_CHANGED)
    else:
        tell(kept_line(revised, context.clock.today(), words.CHANGED))
    if arguments.has("json"):
        with context.journal() as journal:
            write_json(journal, [revised.row])


def _revise(
    journal: Journal,
    entry: Entry,
    changed: Moment | Reflection | CheckIn,
    when: Instant | None,
    arguments: Arguments,
) -> Entry:
    """Keep the change; where the entry was changed meanwhile, only if the person says so.

    Raises:
        JournalError: it was not kept.
    """
    try:
        return journal.entries.revise(entry.id, changed, when, seen=entry)
    except ChangedMeanwhile:
        journal.entries.get(entry.id)  # refused in its own words where it is erased
        if not (can_ask(arguments) and confirmed(words.ASK_ON_TOP, arguments)):
            raise
    return journal.entries.revise(entry.id, changed, when)


def _fitting(entry: Entry, arguments: Arguments) -> dict[str, Any]:
    """Return what the options say, where this type of entry has a place for it."""
    said = fields.said(arguments)
    has = type(entry.content)._fields
    if "direction" not in has and not (arguments.has("to") or arguments.has("from")):
        said.pop("direction", None)
    for name in said:
        if name not in has:
            raise Misuse(words.HAS_NO_FIELD.format(type=entry.type, option=name))
    return said


def _rewritten(
    journal: Journal, entry: Entry, typed: Arguments, *, asks: bool
) -> Moment | Reflection | CheckIn:
    """Return the content with new words: typed after the id, from the editor, or piped in.

    Args:
        journal: for the id in sentences.
        entry: what is there.
        typed: the words after the id, and the options.
        asks: no option says what to change, so the words are meant.
    """
    if can_ask(typed) and not typed.words and (asks or typed.has("editor")):
        content = in_editor(entry)
    elif typed.words or asks:
        text = words_or(typed, "")
        if not text:
            raise Misuse(refusals.INPUT_MISSING)
        content = with_words(entry.content, text, short_id(journal, entry))
        tell_if_cleaned(text, content.text)
    else:
        return entry.content
    if entry.content.text.strip() and not content.text.strip():
        tell(words.CAME_BACK_EMPTY.format(id=short_id(journal, entry)))
        return entry.content
    return content
