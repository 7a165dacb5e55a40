"""`tracejournal log`: keep one moment."""

from __future__ import annotations

import os

from tracejournal.cli import fields
from tracejournal.cli.asking import Interrupted, can_ask, words_or
from tracejournal.cli.keeping import (
    fleeting,
    hint_at_identifiers,
    keep_or_put_aside,
    leave_draft,
    refuse_json_if_shut,
    tell_if_cleaned,
    tell_kept,
)
from tracejournal.cli.options import Option
from tracejournal.cli.output import tell, write_json
from tracejournal.model.entry import Draft, Entry, Moment
from tracejournal.model.errors import Misuse
from tracejournal.model.vocabulary import CONDITIONS, KINDS, term
from tracejournal.words import cli as words
from tracejournal.words import lock, refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.model.clock import Instant

_GUESSED = ("kind", "direction")
"""What is guessed from the words where nothing is said of it; by the journal once it is open."""

OPTIONS = (*fields.OPTIONS, *fields.WHEN_OPTIONS, Option("json"))


def run(arguments: Arguments, context: Context) -> None:
    """Keep the words, and say what was kept."""
    context.forgive_config()
    refuse_json_if_shut(arguments, context)
    said = _said(arguments, context)
    when = fields.when(arguments, context.clock)
    Moment(**said)  # refused before anyone is asked to type
    text = _words(arguments, context, said)
    if not (text or said):
        if not can_ask(arguments):
            raise Misuse(refusals.INPUT_MISSING)
        tell(words.NOTHING_KEPT)
        return
    kept = keep_or_put_aside(fleeting(arguments, text), lambda: _keep(context, text, said, when))
    tell_kept(kept, context)
    tell_if_cleaned(text, kept.content.text)
    hint_at_identifiers(kept, context)
    if arguments.has("json") and isinstance(kept, Entry):
        with context.journal() as journal:
            write_json(journal, [kept.row])


def _said(arguments: Arguments, context: Context) -> dict[str, Any]:
    """Return what the options say; only what did not come along is looked for in the journal."""
    try:
        return fields.said(arguments)
    except Misuse:
        if context.is_shut():
            return _said_in_own_terms(arguments)
        roles = context.config.roles
        if not context.learn_terms() and not roles:
            raise
    from tracejournal.model.roles import first_come, kinds_first  # noqa: PLC0415 - after a slip

    kinds = first_come(kinds_first(roles), KINDS, lambda term: term.key)
    return fields.said(arguments, kinds)


def _said_in_own_terms(arguments: Arguments) -> dict[str, Any]:
    """Return what the options say, unknown kinds and conditions as they were typed."""
    said = fields.said(arguments, as_typed=True)
    kinds, conditions = (said.get("kind"),), (*said.get("present", ()), *said.get("missing", ()))
    for terms, keys in ((KINDS, kinds), (CONDITIONS, conditions)):
        for typed in keys:
            if typed and term(terms, typed) is None:
                tell(lock.TYPED_WAITS.format(typed=typed))
    return said


def _words(arguments: Arguments, context: Context, said: dict[str, Any]) -> str:
    """Return the words, asked for where there are none; interrupted, they become a draft."""
    try:
        return words_or(arguments, words.ASK_MOMENT)
    except Interrupted as stop:
        if stop.typed.strip():
            from tracejournal.model.draft import MOMENT, fields_of, slot_of  # noqa: PLC0415 - paid for when used

            slot = slot_of(MOMENT, "", os.urandom(4).hex())
            leave_draft(context, slot, fields_of(Moment(**said)) | {"text": stop.typed})
        raise


def _keep(context: Context, text: str, said: dict[str, Any], when: Instant | None) -> Entry | Draft:
    from tracejournal.model.suggestion import suggest_direction, suggest_kind  # noqa: PLC0415 - paid for when used

    if context.is_shut():
        from tracejournal.journal.letterbox import Letterbox  # noqa: PLC0415 - paid for when used

        unsaid = tuple(name for name in _GUESSED if name not in said)
        return Letterbox(context.clock).entries.keep(
            Draft(Moment(text, **said), when), unsaid=unsaid
        )
    with context.journal(create=True) as journal:
        if said.get("kind") or suggest_kind(text):
            journal.learn_terms()  # a hidden kind is not guessed, and another goes by its name
        guessed = {"kind": suggest_kind(text), "direction": suggest_direction(text)}
        moment = Moment(text, **(guessed | said))
        return journal.entries.keep(Draft(moment, when))
