"""A loop as it is read, in plain lines that both faces show their own way."""

from __future__ import annotations

from tracejournal.model.loop import CONCERN, KINDS, MOVED, PROMISE, SAID_BEFORE
from tracejournal.model.text import display, one_line
from tracejournal.model.vocabulary import label, term
from tracejournal.words import loops as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracejournal.model.clock import Clock
    from tracejournal.model.loop import Loop, LoopContent, LoopStep


def sign(content: LoopContent) -> str:
    """Return the sign of its kind."""
    found = term(KINDS, content.kind)
    return found.glyph if found else " "


def first_words(content: LoopContent) -> str:
    """Return its words on one line; of a concern in options alone, the first option."""
    return one_line(content.text) or one_line(" ".join(content.options[:1])) or words.NO_WORDS


def with_whom(people: tuple[str, ...]) -> str:
    """Return names in a row."""
    return one_line(", ".join(people))


def for_day(due: date | None, today: date) -> str:
    """Return the day it is for: `for Fri 27 Nov`; "" where there is none."""
    return words.FOR_DAY.format(day=words.day(due, today)) if due else ""


def about(loop: Loop, clock: Clock) -> str:
    """Return one line about it: kind, whose promise, since when, for when, how it ended."""
    content, today = loop.content, clock.today()
    begun = words.day(clock.day_of(clock.as_local(loop.created_at)), today)
    said = [
        words.PROMISED[content.direction]
        if content.kind == PROMISE and content.direction
        else label(KINDS, content.kind),
        words.SINCE.format(day=begun),
        for_day(content.due, today),
        words.STEPS.get(loop.ending or "", ""),
    ]
    return " · ".join(filter(None, said))


def options(content: LoopContent) -> Iterator[str]:
    """Yield its options, or that there is none yet, where that was said."""
    if content.kind == CONCERN and content.none_yet:
        yield words.NONE_YET
    for option in content.options:
        yield words.OPTION.format(option=display(option))


def history(loop: Loop, clock: Clock) -> Iterator[tuple[str, str]]:
    """Yield what was said of it since: the day, and what it was."""
    today = clock.today()
    for step in loop.steps:
        yield words.day(clock.day_of(clock.as_local(step.at)), today), _said(step, today)


def _said(step: LoopStep, today: date) -> str:
    what = words.STEPS.get(step.what, step.what)
    if step.what == MOVED:
        days = (each and words.day(each, today) for each in (step.moved_from, step.moved_to))
        first, last = (each or words.NO_DAY for each in days)
        return f"{what} {words.FROM_TO.format(first=first, last=last)}"
    if step.what == SAID_BEFORE:
        return f"{what}: {display(step.text)}"
    unnamed = [name for name in step.people if name not in step.text]
    who = f" {words.BY_WHOM.format(people=with_whom(tuple(unnamed)))}" if unnamed else ""
    return f"{what}{who}" + (f": {display(step.text)}" if step.text.strip() else "")
