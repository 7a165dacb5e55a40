"""A huddle: its steps, and the moment it becomes."""

from __future__ import annotations

from tracejournal.model.entry import MAX_MINUTES, Moment
from tracejournal.model.guided import Step
from tracejournal.model.mentions import as_mention, as_name, distinct
from tracejournal.model.record import Record
from tracejournal.words import huddle as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

TOGETHER, SOLO = words.TOGETHER[0], words.SOLO[0]
KIND = "huddle"
_ASK = next(number for number, step in enumerate(words.STEPS) if step[0] == "ask")
_WORDS_OF_A_NAME = 3


def steps(mode: str) -> tuple[Step, ...]:
    """Return the steps of a huddle: check myself, warn, ask, limit the detail, need, close.

    Args:
        mode: `TOGETHER`, or `SOLO` for getting ready on one's own.
    """
    last = len(words.STEPS) - 1
    return tuple(
        Step(solo if mode == SOLO else together, name, hint, choices, closing=number == last)
        for number, (name, together, solo, hint, choices) in enumerate(words.STEPS)
    )


class Kept(Record):
    """What a huddle leaves behind, as the person sees it before it is kept.

    Attributes:
        people: who was there, as typed: names with commas or an @ before each.
        minutes: how long it took, as typed.
        text: the words.
    """

    people: str = ""
    minutes: str = ""
    text: str = ""

    @classmethod
    def of_fields(cls, held: object) -> Self:
        """Return what a draft holds; nothing where that cannot be."""
        known = held if isinstance(held, dict) else {}
        return cls(**{name: str(known.get(name, "")) for name in cls._fields})

    def moment(self, mode: str) -> Moment:
        """Return the moment it becomes.

        Raises:
            Misuse: the minutes are no number.
        """
        return Moment(
            self.text,
            people=names(self.people),
            kind=KIND,
            direction="mutual" if mode == TOGETHER else None,
            minutes=self.minutes.strip() or None,  # type: ignore[arg-type]  # as typed
        )


def kept(answers: Sequence[str], minutes: int | None) -> Kept:
    """Return what the answers of a huddle amount to.

    Args:
        answers: one a step, "" where there is none.
        minutes: how long the timer counted.
    """
    people = _people(answers[_ASK])
    lines = (
        f"{label}: {answer.strip()}"
        for number, (label, answer) in enumerate(zip(words.LABELS, answers, strict=True))
        if answer.strip() and not (number == _ASK and people)
    )
    mentions = " ".join(map(as_mention, people))
    return Kept(mentions, str(min(minutes, MAX_MINUTES)) if minutes else "", "\n".join(lines))


def joined(changed: Kept, seen: Kept, amount: Kept) -> Kept:
    """Return what a person made of a huddle at its end, with what was answered after that.

    Args:
        changed: as they changed it.
        seen: what the answers amounted to when they did.
        amount: what they amount to now.
    """
    text = [line for line in amount.text.splitlines() if line not in seen.text.splitlines()]
    people = [name for name in names(amount.people) if name not in names(seen.people)]
    return changed.replace(
        people=" ".join(filter(None, (changed.people, *map(as_mention, people)))),
        text="\n".join(filter(None, (changed.text, *text))),
    )


def _people(answer: str) -> tuple[str, ...]:
    """Return who was asked, where the answer is names and nothing else."""
    if "@" in answer and not answer.strip().startswith("@"):
        return ()
    found = names(answer)
    return found if all(len(name.split()) <= _WORDS_OF_A_NAME for name in found) else ()


def names(typed: str) -> tuple[str, ...]:
    """Return the people a line names: `@Sam @Priya`, or `Sam, Priya and Dana`; no word is lost."""
    for between in ("\n", " and ", "@"):
        typed = typed.replace(between, ",")
    return distinct(map(as_name, typed.split(",")))
