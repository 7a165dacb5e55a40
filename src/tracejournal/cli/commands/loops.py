"""`tracejournal loops`: what must come back."""

from __future__ import annotations

import os

from tracejournal.cli import loop_fields, loop_rows
from tracejournal.cli.asking import Interrupted, can_ask, confirmed, words_or
from tracejournal.cli.keeping import fleeting, keep_or_put_aside, leave_draft, tell_if_cleaned
from tracejournal.cli.output import tell, write
from tracejournal.journal.entries import TRASH_DAYS
from tracejournal.model.draft import LOOP, slot_of
from tracejournal.model.errors import Misuse
from tracejournal.model.loop import CLOSED, NOTES, LoopContent
from tracejournal.words import cli, refusals
from tracejournal.words import loops as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.journal.journal import Journal
    from tracejournal.model.loop import Loop

OPTIONS = loop_fields.OPTIONS


def run(arguments: Arguments, context: Context) -> None:
    """List what is open, or do what the first word says."""
    action, *typed = arguments.words or ("open",)
    if action not in _ACTIONS:
        actions = ", ".join(_ACTIONS)
        said = cli.NO_SUCH_ACTION.format(command="loops", actions=actions, typed=action)
        raise Misuse(said)
    _ACTIONS[action](action, arguments.replace(words=tuple(typed)), context)


def _list(shelf: str, arguments: Arguments, context: Context) -> None:
    journal = context.journal_if_any()
    if journal is None:
        write("[]\n" if arguments.has("json") else "")
        return
    with journal:
        found = journal.loops.on_shelf(shelf)
        if arguments.has("json"):
            loop_rows.write_json(found)
            return
        if not found:
            tell(words.NONE_LISTED if shelf == "open" else words.NONE_THERE)
        loop_rows.write_rows(journal, found)


def _keep(kind: str, arguments: Arguments, context: Context) -> None:
    said = loop_fields.said(arguments, context, kind)
    LoopContent(kind, **said)  # refused before anyone is asked to type
    text = _words(kind, arguments, context)
    if not (text or said):
        if not can_ask(arguments):
            raise Misuse(refusals.INPUT_MISSING)
        tell(cli.NOTHING_KEPT)
        return
    content = LoopContent(kind, text, **said)

    def keep() -> Loop:
        with context.journal(create=True) as journal:
            return journal.loops.keep(content)

    kept = keep_or_put_aside(fleeting(arguments, text), keep)
    tell_if_cleaned(text, kept.content.text)
    _tell(words.KEPT_LINE, kept, arguments, context)


def _words(kind: str, arguments: Arguments, context: Context) -> str:
    """Return the words, asked for where there are none; interrupted, they become a draft."""
    try:
        return words_or(arguments, words.ASK[kind])
    except Interrupted as stop:
        if stop.typed.strip():
            fields = {"text": stop.typed, "people": ", ".join(loop_fields.people(arguments))}
            fields |= {"options": "\n".join(arguments.many("option"))}
            fields |= {"by": arguments.one("by") or ""}
            leave_draft(context, slot_of(LOOP, kind, os.urandom(4).hex()), fields)
        raise


def _one(arguments: Arguments, journal: Journal, *, with_words: bool = False) -> Loop:
    if not arguments.words:
        raise Misuse(words.WHICH_LOOP)
    if len(arguments.words) > 1 and not with_words:
        raise Misuse(words.ONE_ID.format(typed=arguments.words[1]))
    return journal.loops.resolve(arguments.words[0])


def _after_id(arguments: Arguments) -> Arguments:
    return arguments.replace(words=arguments.words[1:])


def _edit(_action: str, arguments: Arguments, context: Context) -> None:
    typed = _after_id(arguments)
    with context.journal() as journal:
        loop = _one(arguments, journal, with_words=True)
        said = loop_fields.said(arguments, context, loop.content.kind)
        text = ""
        if typed.words or not said:
            text = words_or(typed, words.ASK_EDIT)
            if not text and not can_ask(arguments):
                raise Misuse(refusals.INPUT_MISSING)
        content = loop.content.reworded(text) if text else loop.content
        changed = content.replace(**said)
        if changed == loop.content:
            tell(words.STAYS_AS_IT_WAS.format(id=journal.loops.short_ids()[loop.id]))
            return
        kept = keep_or_put_aside(fleeting(typed, text), lambda: journal.loops.revise(loop, changed))
    _tell(words.CHANGED, kept, arguments, context)


def _note(what: str, arguments: Arguments, context: Context) -> None:
    typed = _after_id(arguments)
    people = loop_fields.people(arguments)
    with context.journal() as journal:
        loop = _one(arguments, journal, with_words=True)
        kinds = [note.key for note in NOTES[loop.content.kind]]
        if what not in kinds:
            kind = words.NAMES[loop.content.kind]
            raise Misuse(words.NO_SUCH_NOTE.format(kind=kind, choices=", ".join(kinds)))
        text = arguments.one("note") or ""
        if not text and (typed.words or not people):
            text = words_or(typed, words.ASK_NOTE)
        noted = keep_or_put_aside(
            fleeting(typed, text), lambda: journal.loops.note(loop, what, text, people)
        )
    _tell(words.NOTED_LINE, noted, arguments, context)


def _move(_action: str, arguments: Arguments, context: Context) -> None:
    typed = arguments.one("to")
    if typed is None:
        raise Misuse(words.TO_WHICH_DAY)
    to = loop_fields.day(typed, context)
    with context.journal() as journal:
        moved = journal.loops.move(_one(arguments, journal), to)
    _tell(words.MOVED_LINE, moved, arguments, context)


def _close(_action: str, arguments: Arguments, context: Context) -> None:
    with context.journal() as journal:
        loop = _one(arguments, journal)
        ending, note = arguments.one("as") or CLOSED, arguments.one("note") or ""
        closed = journal.loops.close(loop, ending, note)
    _tell(words.CLOSED_LINE, closed, arguments, context)


def _reopen(_action: str, arguments: Arguments, context: Context) -> None:
    with context.journal() as journal:
        opened = journal.loops.reopen(_one(arguments, journal))
    _tell(words.REOPENED_LINE, opened, arguments, context)


def _show(_action: str, arguments: Arguments, context: Context) -> None:
    with context.journal() as journal:
        loop = _one(arguments, journal)
        if arguments.has("json"):
            loop_rows.write_json([loop])
        else:
            loop_rows.write_sheet(journal, loop)


_PUT_AWAY = {
    "delete": words.DELETED_LINE,
    "restore": words.RESTORED_LINE,
    "seal": words.SEALED_LINE,
    "unseal": words.UNSEALED_LINE,
}
"""Use cases that take an id alone, and what is said once they are done."""


def _put_away(action: str, arguments: Arguments, context: Context) -> None:
    """Delete, restore, seal or unseal."""
    with context.journal() as journal:
        loop = _one(arguments, journal)
        getattr(journal.loops, action)(loop.id)
    _tell(_PUT_AWAY[action], loop, arguments, context)


def _erase(_action: str, arguments: Arguments, context: Context) -> None:
    from tracejournal.cli.erasing import finish_erasing  # noqa: PLC0415 - paid for when used

    with context.journal() as journal:
        loop = _one(arguments, journal)
        start = journal.loops.short_ids()[loop.id]
        if not confirmed(words.ASK_ERASE.format(id=start), arguments):
            tell(cli.NOTHING_CHANGED)
            return
        journal.loops.erase(loop.id)
        finish_erasing(journal)
    tell(words.ERASED_LINE.format(id=start))


def _tell(sentence: str, loop: Loop, arguments: Arguments, context: Context) -> None:
    """Say what was done to a loop, and give it as JSON where that was asked for."""
    with context.journal() as journal:
        start = journal.loops.short_ids()[loop.id]
        today = context.clock.today()
        due = words.day(loop.content.due, today) if loop.content.due else words.NO_DAY
        what = words.NAMES[loop.content.kind]
        tell(sentence.format(id=start, what=what, day=due, days=TRASH_DAYS))
        if arguments.has("json"):
            loop_rows.write_json([journal.loops.get(loop.id)])


_ACTIONS: Mapping[str, Callable[[str, Arguments, Context], None]] = {
    "open": _list,
    "closed": _list,
    "sealed": _list,
    "trash": _list,
    "concern": _keep,
    "promise": _keep,
    "heard": _keep,
    "heard-by": _note,
    "came-back": _note,
    "changed": _note,
    "moved": _move,
    "close": _close,
    "show": _show,
    "edit": _edit,
    "reopen": _reopen,
    "delete": _put_away,
    "restore": _put_away,
    "seal": _put_away,
    "unseal": _put_away,
    "erase": _erase,
}
