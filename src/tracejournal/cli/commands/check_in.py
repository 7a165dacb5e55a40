"""`tracejournal check-in`: how it is right now."""

from __future__ import annotations

from tracejournal.cli import fields
from tracejournal.cli.asking import ask_line, can_ask
from tracejournal.cli.keeping import (
    keep_or_put_aside,
    refuse_json_if_shut,
    tell_if_cleaned,
    tell_kept,
)
from tracejournal.cli.options import Option
from tracejournal.cli.output import tell, write_json
from tracejournal.model.entry import CheckIn, Draft, Entry, rating
from tracejournal.model.errors import Misuse
from tracejournal.words import cli as words
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments

OPTIONS = (
    Option("energy", "0-10"),
    Option("load", "0-10"),
    Option("supported", "0-10"),
    Option("note", "TEXT"),
    Option("json"),
)
TAKES_WORDS = False

_QUESTIONS = (
    ("energy", words.ASK_ENERGY),
    ("load", words.ASK_LOAD),
    ("supported", words.ASK_SUPPORTED),
)


def run(arguments: Arguments, context: Context) -> None:
    """Keep the numbers, asking for them where none are given; for words alone without ratings."""
    context.forgive_config()
    refuse_json_if_shut(arguments, context)
    said = fields.said(arguments)
    note = arguments.one("note") or ""
    CheckIn(**said)
    asked = ""
    if not (said or note):
        if not can_ask(arguments):
            raise Misuse(refusals.INPUT_MISSING)
        if context.config.ratings:
            said = _asked()
        else:
            note = asked = ask_line(f"{words.ASK_NOTE} {words.CURSOR}").strip()
    check_in = CheckIn(note, **said)
    if check_in.is_empty:
        tell(words.NOTHING_KEPT)
        return
    kept = keep_or_put_aside(asked, lambda: _keep(context, check_in))
    tell_kept(kept, context)
    tell_if_cleaned(note, kept.content.text)
    if arguments.has("json") and isinstance(kept, Entry):
        with context.journal() as journal:
            write_json(journal, [kept.row])


def _asked() -> dict[str, Any]:
    tell(words.SKIP)
    return {name: _number(name, question) for name, question in _QUESTIONS}


def _number(name: str, question: str) -> int | None:
    """Ask until it is a number that can be, or nothing."""
    while True:
        try:
            return rating(ask_line(f"{question} {words.CURSOR}"), name.capitalize())
        except Misuse as refusal:
            tell(str(refusal))


def _keep(context: Context, check_in: CheckIn) -> Entry | Draft:
    with context.journal_or_letterbox() as journal:
        return journal.entries.keep(Draft(check_in))
