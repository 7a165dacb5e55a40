"""A guided reflection: a few questions in an order, each of which may be left out."""

from __future__ import annotations

from tracejournal.model.entry import Part, Reflection
from tracejournal.model.errors import Misuse
from tracejournal.model.record import Record
from tracejournal.model.text import clean
from tracejournal.words import guided as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

PREFIX = "guided:"
"""What the prompt id of a kept guided reflection begins with; the id of the guide follows."""

MAX_TITLE = 26
"""Characters of a title: what the list of prompts has room for at 80 columns."""

MAX_NAME = 16
"""Characters of a step's name: what the list of steps has room for at 80 columns."""

MAX_STEPS = 12
"""Questions of one guide: more than these fit on no small screen, and into no tired mind."""


def one_spaced(text: str) -> str:
    """Return a text on one line, cleaned of control characters, with single spaces."""
    return " ".join(clean(text).split())


def shortened(text: str, most: int) -> str:
    """Return a text of at most so many characters, cut between words where it was longer."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0] + "…"


class Step(Record):
    """One question on the way.

    Attributes:
        question: what is asked.
        name: a word or two for the list of steps; the start of the question where none is given.
        hint: a line below the question, or "".
        choices: ready answers, offered with the same weight as writing one.
        closing: it asks for the present moment or for a next step, so a reflection may end on it.
    """

    question: str
    name: str = ""
    hint: str = ""
    choices: tuple[str, ...] = ()
    closing: bool = False

    def _settle(self, given: dict[str, Any]) -> None:
        question = given["question"] = one_spaced(given["question"])
        if not question:
            raise Misuse(words.STEP_EMPTY)
        given["name"] = shortened(one_spaced(given["name"]) or question, MAX_NAME)
        given["hint"] = one_spaced(given["hint"])
        given["choices"] = tuple(filter(None, map(one_spaced, given["choices"])))


CLOSING = Step(words.CLOSING, words.CLOSING_NAME, words.CLOSING_HINT, closing=True)
"""What a guide ends on whose own last question looks neither at the present nor ahead."""


class Guide(Record):
    """Some steps to go through, from the program or the person's own.

    Attributes:
        id: lasting key in kebab-case.
        title: what lists show.
        about: one line that says what it is good for, or "".
        minutes: about how long it takes.
        steps: at least one; the last one is always a closing one.
        own: written or imported by the person.
    """

    id: str
    title: str
    steps: tuple[Step, ...]
    about: str = ""
    minutes: int = 5
    own: bool = False

    def _settle(self, given: dict[str, Any]) -> None:
        given["title"] = shortened(one_spaced(given["title"]), MAX_TITLE)
        given["about"] = one_spaced(given["about"])
        steps = given["steps"] = tuple(given["steps"])
        if not given["title"]:
            raise Misuse(words.NO_TITLE)
        if not steps:
            raise Misuse(words.NO_STEPS.format(title=given["title"]))
        if not steps[-1].closing:
            given["steps"] = (*steps, CLOSING)
        if len(steps) > MAX_STEPS:
            raise Misuse(words.TOO_MANY_STEPS.format(title=given["title"], most=MAX_STEPS))

    @property
    def prompt_id(self) -> str:
        """What an entry written along it names as its prompt."""
        return PREFIX + self.id

    def reflection(self, answers: Sequence[str]) -> Reflection:
        """Return what was answered as one reflection; questions left out are left out of it.

        Args:
            answers: one a step, "" where there is none.
        """
        parts = (
            Part(step.question, answer)
            for step, answer in zip(self.steps, answers, strict=False)
            if answer.strip()
        )
        return Reflection(parts=tuple(parts), prompt_id=self.prompt_id)
