"""The options that say more about a loop."""

from __future__ import annotations

from tracejournal.cli.options import Option
from tracejournal.model.coming import parse_coming
from tracejournal.model.loop import GIVEN, PROMISE, RECEIVED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments

OPTIONS = (
    Option("with", "NAME", many=True),
    Option("to", "NAME", many=True),
    Option("from", "NAME", many=True),
    Option("by", "DATE"),
    Option("option", "TEXT", many=True),
    Option("none-yet"),
    Option("as", "HOW"),
    Option("note", "TEXT"),
    Option("yes"),
    Option("json"),
)

_NONE = "none"
_PEOPLE = {"with": None, "to": GIVEN, "from": RECEIVED}


def said(arguments: Arguments, context: Context, kind: str) -> dict[str, Any]:
    """Return what the options say, by the name of the field; what is not said is left out.

    Whose it is, which --to and --from tell, is told of a promise alone.

    Raises:
        Misuse: --by is no day.
    """
    fields: dict[str, Any] = {}
    named = [name for name in _PEOPLE if arguments.has(name)]
    if named:
        fields["people"] = people(arguments)
        directions = [way for way in map(_PEOPLE.get, named) if way]
        if kind == PROMISE and directions:
            fields["direction"] = directions[0]
    if arguments.has("by"):
        fields["due"] = day(arguments.one("by") or "", context)
    if arguments.has("option"):
        options = (typed for typed in arguments.many("option") if typed.casefold() != _NONE)
        fields |= {"options": tuple(options), "none_yet": False}
    if arguments.has("none-yet"):
        fields |= {"none_yet": True, "options": fields.get("options", ())}
    return fields


def people(arguments: Arguments) -> tuple[str, ...]:
    """Return everyone the options name."""
    typed = (each for name in _PEOPLE for each in arguments.many(name))
    return tuple(each for each in typed if each.casefold() != _NONE)


def day(typed: str, context: Context) -> date | None:
    """Return the day that is meant; None for the word none.

    Raises:
        Misuse: it is no day.
    """
    return None if typed.strip().casefold() == _NONE else parse_coming(typed, context.clock.today())
