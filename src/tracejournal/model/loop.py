"""Loops: something that must come back. A concern, a promise, or something heard from people."""

from __future__ import annotations

from tracejournal.model.errors import Misuse
from tracejournal.model.mentions import as_name, distinct, name_key, people_in
from tracejournal.model.record import Record
from tracejournal.model.text import MAX_KEPT, clean
from tracejournal.model.vocabulary import Term, choose
from tracejournal.words import loops as words
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from typing import Any

CONCERN, PROMISE, HEARD = "concern", "promise", "heard"
KINDS = tuple(Term(key, label, glyph) for key, glyph, label in words.KINDS)

GIVEN, RECEIVED = "given", "received"
DIRECTIONS = tuple(Term(key, label) for key, label in words.DIRECTIONS)

CLOSED = "closed"
"""The ending of a loop of which the person did not say how it ended."""

ENDINGS = {
    kind: tuple(Term(key, label) for key, label in endings)
    for kind, endings in words.ENDINGS.items()
}
"""How a loop of each kind can end, besides `CLOSED`."""

MOVED, REOPENED, SAID_BEFORE = "moved", "reopened", "said-before"
NOTES = {
    kind: tuple(Term(key, label) for key, label in notes) for kind, notes in words.NOTES.items()
}
"""What can be noted of a loop of each kind while time passes."""


class LoopContent(Record):
    """What a person says of a loop. All of it may stay unsaid but the kind.

    Attributes:
        kind: a key of `KINDS`.
        text: of a concern the least there is to say; of a promise, what; else what was heard.
        people: who it is with, each once; those named in the words are added.
        options: of a concern: ways out, as far as there are any.
        none_yet: of a concern: there is no option yet, and that was said (rule 28).
        direction: of a promise: `GIVEN` by me or `RECEIVED`, or None where not said.
        due: the day it was promised for, or None.
    """

    kind: str
    text: str = ""
    people: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    none_yet: bool = False
    direction: str | None = None
    due: date | None = None

    def _settle(self, given: dict[str, Any]) -> None:
        kind = given["kind"] = choose(KINDS, given["kind"], "loop")
        text = given["text"] = _kept(given["text"])
        given["people"] = _names(given["people"], text)
        given["options"] = tuple(filter(None, (_kept(each).strip() for each in given["options"])))
        if given["direction"] is not None:
            given["direction"] = choose(DIRECTIONS, given["direction"], "direction")
        if kind != CONCERN and (given["options"] or given["none_yet"]):
            raise Misuse(words.OPTIONS_OF_CONCERN)
        if given["options"] and given["none_yet"]:
            raise Misuse(words.OPTIONS_OR_NONE)
        if kind != PROMISE and given["direction"]:
            raise Misuse(words.DIRECTION_OF_PROMISE)

    def reworded(self, text: str) -> LoopContent:
        """Return it with other words; people that only the old words named go with them."""
        return self.replace(text=text, people=self.people_beside)

    @property
    def people_beside(self) -> tuple[str, ...]:
        """People who are not named in the words."""
        named = {name_key(name) for name in people_in(self.text)}
        return tuple(name for name in self.people if name_key(name) not in named)

    @property
    def is_empty(self) -> bool:
        """Nothing was said."""
        return not self.text.strip() and self.replace(text="") == LoopContent(self.kind)


class LoopStep(Record):
    """Something that was said of a loop later.

    Attributes:
        what: a key of `NOTES` or `ENDINGS`, or `CLOSED`, `REOPENED`, `MOVED`, `SAID_BEFORE`.
        at: when it was said.
        text: the words; of `SAID_BEFORE` what the loop said until then.
        people: who heard it, for example.
        moved_from: of `MOVED`: the day it was for; None for none.
        moved_to: of `MOVED`: the day it is for since; None for none.
    """

    what: str
    at: datetime
    text: str = ""
    people: tuple[str, ...] = ()
    moved_from: date | None = None
    moved_to: date | None = None

    def _settle(self, given: dict[str, Any]) -> None:
        if given["what"] not in words.STEPS:
            raise Misuse(refusals.UNKNOWN_TERM.format(
                what="step", value=given["what"], choices=", ".join(words.STEPS)
            ))  # fmt: skip
        given["text"] = _kept(given["text"])
        given["people"] = _names(given["people"], given["text"])
        days = (given["moved_from"], given["moved_to"])
        if (given["what"] == MOVED) == (days[0] == days[1]) or (
            given["what"] != MOVED and any(days)
        ):
            raise Misuse(words.MOVED_NOWHERE)


class Loop(Record):
    """A loop that is kept.

    Attributes:
        id: random; any unique start of it means it.
        content: what it says now.
        created_at: when it was kept first.
        ending: how it ended: `CLOSED` or a key of `ENDINGS`; None while it is open.
        steps: what was said of it since, the first one first.
        sealed: out of sight until unsealed.
        trashed_at: when it was deleted, ISO 8601; None where it was not.
        updated_at: when it was last changed, ISO 8601.
    """

    id: str
    content: LoopContent
    created_at: datetime
    ending: str | None = None
    steps: tuple[LoopStep, ...] = ()
    sealed: bool = False
    trashed_at: str | None = None
    updated_at: str = ""

    def _settle(self, given: dict[str, Any]) -> None:
        ending, kind = given["ending"], given["content"].kind
        if ending not in (None, CLOSED):
            given["ending"] = choose(ENDINGS[kind], ending, "ending")

    @property
    def is_open(self) -> bool:
        """Whether something is still to come back."""
        return self.ending is None

    @property
    def everyone(self) -> tuple[str, ...]:
        """All people in it: who it is with, then those in its steps."""
        named = (name for step in self.steps for name in step.people)
        return distinct((*self.content.people, *named))


class OpenLoops(Record):
    """What Today says of loops.

    Attributes:
        count: how many are open.
        for_today: promises whose date is today.
    """

    count: int
    for_today: tuple[Loop, ...] = ()


def in_order(loops: Iterable[Loop]) -> list[Loop]:
    """Return open loops as they are listed: those with a day by it, then the newest first."""
    newest = sorted(loops, key=lambda loop: loop.created_at, reverse=True)
    dated = [loop for loop in newest if loop.content.due]
    dated.sort(key=lambda loop: loop.content.due or loop.created_at.date())
    return dated + [loop for loop in newest if not loop.content.due]


def as_words(content: LoopContent) -> str:
    """Return all words of what a loop says: its text, then its options, one a line."""
    return "\n".join(filter(None, (content.text, *content.options)))


def _kept(text: str) -> str:
    if len(text) > MAX_KEPT:
        raise Misuse(refusals.TOO_LONG.format(limit=f"{MAX_KEPT:,}"))
    return clean(text)


def _names(people: Iterable[str], text: str) -> tuple[str, ...]:
    return distinct((*(as_name(clean(name)) for name in people), *people_in(text)))
