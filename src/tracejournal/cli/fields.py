"""The options that say more about an entry, shared by `log` and `edit`."""

from __future__ import annotations

from tracejournal.cli.options import Option
from tracejournal.model.vocabulary import (
    CONDITIONS,
    DIRECTIONS,
    FITS,
    KINDS,
    MODES,
    OCCASIONS,
    SUPPORTS,
    WHO,
    choose,
    meant,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tracejournal.cli.options import Arguments
    from tracejournal.model.clock import Clock, Instant
    from tracejournal.model.vocabulary import Term

OPTIONS = (
    Option("kind", "KIND"),
    Option("to", "NAME", many=True),
    Option("from", "NAME", many=True),
    Option("with", "NAME", many=True),
    Option("tag", "TAG", many=True),
    Option("direction", "WHICH"),
    Option("who", "ROLE", many=True),
    Option("mode", "MODE"),
    Option("supported", "0-10"),
    Option("condition", "WHAT", many=True),
    Option("missed", "WHAT", many=True),
    Option("minutes", "NUMBER"),
    Option("support", "WHICH", many=True),
    Option("fit", "WHICH"),
    Option("occasion", "WHICH"),
)
WHEN_OPTIONS = (Option("on", "DATE"), Option("at", "TIME"))

_NONE = "none"
_DIRECTIONS = {"to": "given", "from": "received", "with": "mutual"}
_CHOICES = {
    "kind": KINDS,
    "direction": DIRECTIONS,
    "mode": MODES,
    "fit": FITS,
    "occasion": OCCASIONS,
}
_NUMBERS = ("supported", "energy", "load", "minutes")
_SEVERAL = {
    "condition": ("present", CONDITIONS, "condition"),
    "missed": ("missing", CONDITIONS, "condition"),
    "who": ("who", WHO, "role"),
    "support": ("support", SUPPORTS, "kind of support"),
}
"""Option → the field, what can be chosen, and the name of the choice in a refusal."""


def said(
    arguments: Arguments, kinds: Sequence[Term] = KINDS, *, as_typed: bool = False
) -> dict[str, Any]:
    """Return what the options say, by the name of the field; what they do not say is left out.

    The value none, in any of them, says that there is none.

    Args:
        arguments: what was typed.
        kinds: all kinds, in the order in which a refusal names them.
        as_typed: kinds and conditions that are unknown stay as they were typed: a person's own
            are known to the open journal alone.

    Raises:
        Misuse: a kind, mode, condition or another choice is unknown.
    """
    fields: dict[str, Any] = {}
    choice = _choose_or_leave if as_typed else choose
    for name, terms in (_CHOICES | {"kind": kinds}).items():
        typed = arguments.one(name)
        if typed is not None:
            fields[name] = None if _is_none(typed) else choice(terms, typed, name)
    for name in _NUMBERS:
        typed = arguments.one(name)
        if typed is not None:
            fields[name] = None if _is_none(typed) else typed
    for name, (field, terms, what) in _SEVERAL.items():
        if arguments.has(name):
            fields[field] = tuple(choice(terms, typed, what) for typed in _several(arguments, name))
    if arguments.has("tag"):
        fields["tags"] = _several(arguments, "tag")
    return _people(arguments) | fields  # a direction that is named goes before one that follows


def _choose_or_leave(terms: Sequence[Term], typed: str, what: str) -> str:
    if terms not in (KINDS, CONDITIONS) or len(meant(terms, typed)) == 1:
        return choose(terms, typed, what)
    return " ".join(typed.split())


def _people(arguments: Arguments) -> dict[str, Any]:
    given = [name for name in _DIRECTIONS if arguments.has(name)]
    if not given:
        return {}
    people = tuple(
        typed.strip().removeprefix("@").replace("_", " ")
        for name in given
        for typed in _several(arguments, name)
    )
    if not people:
        return {"people": ()}
    directions = {_DIRECTIONS[name] for name in given}
    return {
        "people": people,
        "direction": directions.pop() if len(directions) == 1 else "mutual",
    }


def _several(arguments: Arguments, name: str) -> tuple[str, ...]:
    return tuple(typed for typed in arguments.many(name) if not _is_none(typed))


def _is_none(typed: str) -> bool:
    return typed.strip().casefold() == _NONE


def when(arguments: Arguments, clock: Clock, was: Instant | None = None) -> Instant | None:
    """Return the instant --on and --at name, or None where neither was given.

    Args:
        arguments: what was typed.
        clock: what now is.
        was: the instant to change; a day or a time that is not given stays as it was.

    Raises:
        Misuse: there is no such day or time.
    """
    if not (arguments.has("on") or arguments.has("at")):
        return None
    from tracejournal.model.dates import parse_day, parse_time  # noqa: PLC0415 - slow to import, rarely needed

    on, at = arguments.one("on"), arguments.one("at")
    if on is None and at is not None and was is None:
        return clock.at_time(parse_time(at))
    today = clock.today()
    day = parse_day(on, today) if on is not None else (was.on if was else today)
    if at is not None:
        return clock.on_day(day, parse_time(at))
    return clock.on_day(day, was.at.time() if was else None)
