"""What the options of `prompts` say: the fields of a prompt, or which prompts are meant."""

from __future__ import annotations

from tracejournal.cli.options import Option
from tracejournal.model.vocabulary import DEPTHS, PRINCIPLES, PROMPT_TIMES, ROLES, choose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tracejournal.cli.options import Arguments
    from tracejournal.model.prompt import Prompt

OPTIONS = (
    Option("principle", "NAME"),
    Option("depth", "DEPTH"),
    Option("role", "ROLE", many=True),
    Option("topic", "TOPIC"),
    Option("title", "WORDS"),
    Option("minutes", "N"),
    Option("starter", "WORDS"),
    Option("distancing", "WORDS"),
    Option("when", "TIME"),
)

_TERMS = {"principle": PRINCIPLES, "depth": DEPTHS, "when": PROMPT_TIMES}
_TEXTS = ("topic", "title", "starter", "distancing")
_NONE = "none"
_USUAL = {"principle": "own", "depth": "gentle", "when": ""}


def said(arguments: Arguments) -> dict[str, Any]:
    """Return what the options say, by the name of the field; the value none empties it.

    Raises:
        Misuse: a principle, depth, role or time is unknown.
    """
    fields: dict[str, Any] = {}
    for name, terms in _TERMS.items():
        typed = arguments.one(name)
        if typed is not None:
            fields[name] = _USUAL[name] if _is_none(typed) else choose(terms, typed, name)
    for name in _TEXTS:
        typed = arguments.one(name)
        if typed is not None:
            fields[name] = "" if _is_none(typed) else typed
    if arguments.has("minutes"):
        fields["minutes"] = arguments.one("minutes")
    if arguments.has("role"):
        fields["roles"] = _roles(arguments)
    return fields


def matching(prompts: Sequence[Prompt], arguments: Arguments) -> list[Prompt]:
    """Return the prompts that are as the options say; of a text, a part is enough.

    Raises:
        Misuse: a principle, depth, role or time is unknown.
    """
    wanted = said(arguments)
    roles = set(wanted.pop("roles", ()))
    found = [each for each in prompts if not roles or roles & set(each.roles)]
    for name, value in wanted.items():
        found = [each for each in found if _fits(getattr(each, name), value)]
    return found


def _fits(has: object, wanted: object) -> bool:
    if isinstance(has, str) and isinstance(wanted, str) and has and wanted:
        return wanted.casefold() in has.casefold()
    return str(has) == str(wanted)


def _roles(arguments: Arguments) -> tuple[str, ...]:
    typed = (each for each in arguments.many("role") if not _is_none(each))
    return tuple(choose(ROLES, each, "role") for each in typed)


def _is_none(typed: str) -> bool:
    return typed.strip().casefold() == _NONE
