"""What could stand where a search is being typed: operators, their values, people and tags."""

from __future__ import annotations

from tracejournal.model.dates import MONTHS, WEEKDAYS
from tracejournal.model.mentions import name_key
from tracejournal.model.operators import DAY, NUMBER, OPERATORS, PERSON, TERM, operator
from tracejournal.model.query import parse_query
from tracejournal.model.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from tracejournal.model.vocabulary import Term

MOST_OFFERED = 8
"""Completions at a time: more are no help, and one more letter leaves fewer."""

_EVERYDAY = ("today", "yesterday", "last-week", "this-month", "last-month", "this-week")
_RANGES = (">=7", ">=5", "<=3", ">=9", "<5", "0")
"""Numbers as they are most likely asked for, on a scale from 0 to 10."""


class Completion(Record):
    """One way to go on.

    Attributes:
        text: what takes the place of everything from `start` to the caret.
        start: where in the line.
        label: what a person reads: the text, or what its key means.
    """

    text: str
    start: int
    label: str

    def put_in(self, typed: str, caret: int) -> tuple[str, int]:
        """Return the line with this in it, and where the caret stands then.

        A space follows, unless a value is still to come.
        """
        end = "" if self.text.endswith(":") or typed[caret : caret + 1] == " " else " "
        before = typed[: self.start] + self.text + end
        return before + typed[caret:], len(before)


def completions(
    typed: str, caret: int, people: Sequence[str], tags: Sequence[str], today: date
) -> tuple[Completion, ...]:
    """Return what fits what is being typed, the most likely first, at most `MOST_OFFERED`.

    Nothing where the caret stands inside a word or a phrase, and nothing that is there already.

    Args:
        typed: the line.
        caret: where in it, in characters.
        people: names, latest first.
        tags: tags, latest first.
        today: the day months are counted back from.
    """
    left = typed[:caret]
    if typed[caret : caret + 1].strip() or left.count('"') % 2:
        return ()
    start = max(left.rfind(space) for space in " \t\n") + 1
    fragment = left[start:]
    sign = "-" if fragment.startswith("-") else ""
    found: list[Completion] = []
    for text, label in _fitting(fragment.removeprefix("-"), people, tags, today):
        if sign + text != fragment:
            found.append(Completion(sign + text, start, sign + label))
        if len(found) == MOST_OFFERED:
            break
    return tuple(found)


def finished(typed: str, people: Sequence[str], tags: Sequence[str], today: date) -> str:
    """Return a line without a last filter that is still being typed.

    Until it is whole, `kind:` or `@Pri` would only make everything disappear for a moment.

    Args:
        typed: the line, with the caret at its end.
        people: names that can be meant.
        tags: tags that can be meant.
        today: the day that everyday words are told from.
    """
    offered = completions(typed, len(typed), people, tags, today)
    if not offered:
        return typed
    start = offered[0].start
    fragment = typed[start:].removeprefix("-")
    sign, _, value = fragment.rpartition(":")
    if fragment.startswith(("@", "#")):
        known, value = (tags if fragment.startswith("#") else people), fragment[1:]
    elif not sign:
        return typed  # a word, however much it is like the beginning of an operator
    elif getattr(operator(sign), "takes", "") == PERSON:
        known = people
    else:
        return typed[:start] if parse_query(fragment, today).words or not value else typed
    keys = {name_key(name.replace("_", " ")) for name in known}
    return typed if name_key(value.lstrip("@").replace("_", " ")) in keys else typed[:start]


def _fitting(
    fragment: str, people: Sequence[str], tags: Sequence[str], today: date
) -> Iterator[tuple[str, str]]:
    """Yield what a fragment without its minus can become, and how that is read."""
    if fragment.startswith("@"):
        yield from _twice("@", _names(people, fragment[1:]))
    elif fragment.startswith("#"):
        yield from _twice("#", _names(tags, fragment[1:]))
    elif ":" in fragment:
        name, _, value = fragment.partition(":")
        yield from _values(name.lower(), value, people, today)
    elif fragment:
        names = (each.name for each in OPERATORS if each.name.startswith(fragment.lower()))
        yield from ((f"{name}:", f"{name}:") for name in names)


def _values(name: str, value: str, people: Sequence[str], today: date) -> Iterator[tuple[str, str]]:
    known = operator(name)
    if known is None:
        return
    sign = f"{name}:"
    if known.takes == TERM:
        yield from ((sign + term.key, term.label) for term in _terms(known.terms, value.lower()))
    elif known.takes == PERSON:
        yield from _twice(sign, _names(people, value.removeprefix("@")))
    elif known.takes == DAY:
        yield from _twice(sign, _beginning(_days(today), value.lower()))
    elif known.takes == NUMBER:
        yield from _twice(sign, _beginning(_RANGES, value))


def _twice(sign: str, texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((sign + text, sign + text) for text in texts)


def _beginning(texts: Iterable[str], typed: str) -> Iterator[str]:
    return (text for text in texts if text.startswith(typed) and text != typed)


def _names(names: Sequence[str], typed: str) -> Iterator[str]:
    """Yield names that begin as typed, as they are written in one word."""
    key = name_key(typed.replace("_", " "))
    for name in names:
        whole = name_key(name.replace("_", " "))
        if whole.startswith(key) and whole != key and '"' not in name:
            yield name.replace(" ", "_")


def _terms(terms: Sequence[Term], typed: str) -> Iterator[Term]:
    """Yield terms whose key begins as typed, then those with such a word in their label."""
    if any(term.key == typed for term in terms):
        return
    wanted = typed.replace("_", "-")
    by_key = [term for term in terms if term.key.startswith(wanted)]
    yield from by_key
    for term in terms:
        words = term.label.lower().split()
        if term not in by_key and any(word.startswith(wanted) for word in words):
            yield term


def _days(today: date) -> Iterator[str]:
    """Yield everyday words, then months from this one back, weekdays and a few years."""
    yield from _EVERYDAY
    yield from (MONTHS[(today.month - 1 - ago) % len(MONTHS)] for ago in range(len(MONTHS)))
    yield from WEEKDAYS
    yield from (str(year) for year in range(today.year, max(today.year - 5, 0), -1))
