"""A prompt: one question to ponder."""

from __future__ import annotations

from tracejournal.model.errors import Misuse
from tracejournal.model.record import Record
from tracejournal.model.text import clean
from tracejournal.model.vocabulary import DEPTHS, PRINCIPLES, choose
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MAX_TITLE = 26
"""Characters of a title: what the list of prompts has room for at 80 columns."""


class Prompt(Record):
    """One question, from the deck or the person's own.

    Attributes:
        id: lasting key in kebab-case.
        text: the question.
        title: what lists show; the start of the question where none is given.
        principle: a key of `vocabulary.PRINCIPLES`.
        depth: "gentle", "medium" or "deep"; deep ones are only ever chosen, never offered.
        roles: keys of `vocabulary.ROLES` it is meant for; empty means everyone.
        minutes: about how long it takes.
        starter: how an answer might begin, or "".
        distancing: the same seen from a distance (Kross & Ayduk 2011), or "".
        own: written by the person.
        hidden: not listed and not offered.
    """

    id: str
    text: str
    title: str = ""
    principle: str = "own"
    depth: str = "gentle"
    roles: tuple[str, ...] = ()
    minutes: int = 3
    starter: str = ""
    distancing: str = ""
    own: bool = False
    hidden: bool = False

    def _settle(self, given: dict[str, Any]) -> None:
        text = given["text"] = " ".join(clean(given["text"]).split())
        if not text:
            raise Misuse(refusals.PROMPT_EMPTY)
        given["title"] = given["title"] or _shorten(text)
        given["principle"] = choose(PRINCIPLES, given["principle"], "principle")
        given["depth"] = choose(DEPTHS, given["depth"], "depth")
        given["roles"] = tuple(given["roles"])


def _shorten(text: str) -> str:
    if len(text) <= MAX_TITLE:
        return text
    return text[: MAX_TITLE - 1].rsplit(" ", 1)[0] + "…"


class PromptOfDay(Record):
    """What Today offers: a prompt, or none because the person said not today."""

    prompt: Prompt | None
    answered: bool = False
