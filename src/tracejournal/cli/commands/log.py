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
    tell_if_cleaned,
)
from tracejournal.cli.options import Option
from tracejournal.cli.output import tell, write_json
from tracejournal.cli.rows import kept_line
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.errors import Misuse
from tracejournal.model.vocabulary import KINDS
from tracejournal.words import cli as words
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.model.clock import Instant
    from tracejournal.model.entry import Entry

OPTIONS = (*fields.OPTIONS, *fields.WHEN_OPTIONS, Option("json"))


def run(arguments: Arguments, context: Context) -> None:
    """Keep the words, and say what was kept."""
    context.forgive_config()
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
    tell(kept_line(kept, context.clock.today()))
    tell_if_cleaned(text, kept.content.text)
    hint_at_identifiers(kept, context)
    if arguments.has("json"):
        with context.journal() as journal:
            write_json(journal, [kept.row])


def _said(arguments: Arguments, context: Context) -> dict[str, Any]:
    """Return what the options say; only what did not come along is looked for in the journal."""
    try:
        return fields.said(arguments)
    except Misuse:
        roles = context.config.roles
        if not context.learn_terms() and not roles:
            raise
    from tracejournal.model.roles import first_come, kinds_first  # noqa: PLC0415 - after a slip

    kinds = first_come(kinds_first(roles), KINDS, lambda term: term.key)
    return fields.said(arguments, kinds)


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


def _keep(context: Context, text: str, said: dict[str, Any], when: Instant | None) -> Entry:
    from tracejournal.model.suggestion import suggest_direction, suggest_kind  # noqa: PLC0415 - paid for when used

    with context.journal(create=True) as journal:
        if said.get("kind") or suggest_kind(text):
            journal.learn_terms()  # a hidden kind is not guessed, and another goes by its name
        guessed = {"kind": suggest_kind(text), "direction": suggest_direction(text)}
        moment = Moment(text, **(guessed | said))
        return journal.entries.keep(Draft(moment, when))
