"""A prompt: one question to ponder."""

from __future__ import annotations

from tracejournal.model.errors import Misuse
from tracejournal.model.record import Record
from tracejournal.model.text import clean
from tracejournal.model.vocabulary import DEPTHS, PRINCIPLES, PROMPT_TIMES, ROLES, choose
from tracejournal.words import prompts as words
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MAX_TITLE = 26
"""Characters of a title: what the list of prompts has room for at 80 columns."""

MAX_MINUTES = 240
"""Minutes a prompt can say that it takes."""

_LONGEST = {"text": 2_000, "distancing": 2_000, "title": 80, "starter": 120, "topic": 40}
"""Characters of each field: far beyond what reads well, short enough to show."""


class Prompt(Record):
    """One question, from the deck or the person's own.

    Attributes:
        id: lasting key in kebab-case.
        text: the question.
        title: what lists show; the start of the question where none is given.
        principle: a key of `vocabulary.PRINCIPLES`.
        topic: what it is about, in a word or two; a person can let a topic rest. Or "".
        depth: "gentle", "medium" or "deep"; deep ones are only ever chosen, never offered.
        roles: keys of `vocabulary.ROLES` it is meant for; empty means everyone.
        minutes: about how long it takes, 1 to `MAX_MINUTES`.
        starter: how an answer might begin, or "".
        distancing: the same seen from a distance (Kross & Ayduk 2011), or "".
        when: a key of `vocabulary.PROMPT_TIMES` at which alone it is offered, or "" for any.
        instead_of: id of a prompt of the deck whose place it takes, or "".
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
    topic: str = ""
    when: str = ""
    instead_of: str = ""
    own: bool = False
    hidden: bool = False

    def _settle(self, given: dict[str, Any]) -> None:
        for name in ("text", "title", "distancing"):
            given[name] = " ".join(clean(given[name]).split())
        if not given["text"]:
            raise Misuse(refusals.PROMPT_EMPTY)
        given["topic"] = " ".join(clean(given["topic"]).casefold().split())
        starter = " ".join(clean(given["starter"]).split())
        given["starter"] = starter and f"{starter} "
        for name, most in _LONGEST.items():
            if len(given[name].strip()) > most:
                raise Misuse(words.FIELD_TOO_LONG.format(name=name, most=most))
        given["title"] = given["title"] or _shorten(given["text"])
        given["principle"] = choose(PRINCIPLES, given["principle"], "principle")
        given["depth"] = choose(DEPTHS, given["depth"], "depth")
        chosen = (choose(ROLES, role, "role") for role in given["roles"])
        given["roles"] = tuple(dict.fromkeys(chosen))
        given["when"] = given["when"] and choose(PROMPT_TIMES, given["when"], "time")
        given["minutes"] = _minutes(given["minutes"])

    @property
    def content(self) -> tuple[object, ...]:
        """What it says, whatever its id and wherever it came from."""
        return tuple(getattr(self, name) for name in CONTENT)

    @property
    def own_title(self) -> str:
        """The title, where one was given; "" where it is the start of the question."""
        return "" if self.title == _shorten(self.text) else self.title

    def revised(self, **said: Any) -> Prompt:  # noqa: ANN401 - the fields of a prompt
        """Return it with some fields changed; a title made of the question follows the question."""
        return self.replace(**{"title": self.own_title} | said)


CONTENT = (
    "title", "text", "principle", "topic", "depth", "roles", "minutes", "starter", "distancing",
    "when",
)  # fmt: skip
"""The fields of a prompt that a person writes."""


def _minutes(given: object) -> int:
    typed = str(given).strip()
    if typed.isascii() and typed.isdigit() and 1 <= int(typed[:9]) <= MAX_MINUTES:
        return int(typed)
    raise Misuse(words.PROMPT_MINUTES.format(value=typed[:20], most=MAX_MINUTES))


def _shorten(text: str) -> str:
    if len(text) <= MAX_TITLE:
        return text
    return text[: MAX_TITLE - 1].rsplit(" ", 1)[0] + "…"


class PromptWishes(Record):
    """What a person said about the prompts that come up by themselves.

    Attributes:
        roles: keys of `vocabulary.ROLES`; prompts for other roles are not offered.
        depth: the deepest that is offered unasked, "gentle" or "medium".
        after_hard_days: whether a check-in may be looked at, to offer what is meant for after a
            hard day.
    """

    roles: tuple[str, ...] = ()
    depth: str = "gentle"
    after_hard_days: bool = False


class PromptOfDay(Record):
    """What Today offers: a prompt, or none because the person said not today.

    Attributes:
        prompt: the prompt.
        answered: whether it was answered on this day.
        let_be: the prompt that was let be, where there is none; its topic can be let rest.
    """

    prompt: Prompt | None
    answered: bool = False
    let_be: Prompt | None = None
