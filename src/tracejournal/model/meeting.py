"""Planned meetings: a series, the days it is planned for, and what was told of some of them.

The days are worked out; only what a person told of one is kept. Of a day that nothing was told of
nothing is known: it is neither held nor anything else, and counts nowhere.
"""

from __future__ import annotations

from datetime import date

from tracejournal.model.entry import Moment
from tracejournal.model.errors import Misuse
from tracejournal.model.mentions import as_name, distinct
from tracejournal.model.record import Record
from tracejournal.model.text import clean
from tracejournal.model.vocabulary import KINDS, Term, choose, label, term
from tracejournal.words import meetings as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import time
    from typing import Any

    from tracejournal.model.recurrence import Recurrence

HELD, MOVED, DROPPED = words.HELD, words.MOVED, words.DROPPED
REASONS = tuple(Term(key, said) for key, said in words.REASONS)
"""Why one was dropped. Plain, and never a fault."""

ID = "meeting-"
"""How ids of meetings begin, in the file alone."""

_OTHER = Term(words.OTHER[0], words.OTHER[2], words.OTHER[1])


def kinds() -> tuple[Term, ...]:
    """Return what a meeting can be, by the names the person gave to kinds of moments."""
    known = (term(KINDS, key) for key in words.KINDS)
    return (*filter(None, known), _OTHER)


class Meeting(Record):
    """A meeting that is planned, once or again and again.

    Attributes:
        id: lasting key, begins with `ID`.
        recurrence: on which days, and at what time.
        kind: a key of `kinds()`.
        name: what the person calls it; "" where its kind says enough.
        people: names of people, roles or teams, in order.
        until: the last day it can be planned for, or None.
        asks: whether Today may ask once, the day after, how it went.
        rested_on: from this day on it rests, or None.
        woken_on: from this day on it no longer does, or None.
    """

    id: str
    recurrence: Recurrence
    kind: str = _OTHER.key
    name: str = ""
    people: tuple[str, ...] = ()
    until: date | None = None
    asks: bool = False
    rested_on: date | None = None
    woken_on: date | None = None

    def _settle(self, given: dict[str, Any]) -> None:
        given["kind"] = choose(kinds(), given["kind"] or _OTHER.key, "kind of meeting")
        given["name"] = " ".join(clean(given["name"]).split())
        given["people"] = distinct(as_name(clean(name)) for name in given["people"])
        until, first = given["until"], given["recurrence"].since
        if until is not None and until < first:
            raise Misuse(words.UNTIL_BEFORE.format(last=until, first=first))

    @property
    def short_id(self) -> str:
        """Its id as people type it, whole."""
        return self.id.removeprefix(ID)

    @property
    def title(self) -> str:
        """What it is and with whom."""
        what = self.name or label(kinds(), self.kind)
        people = ", ".join(self.people)
        return words.WITH.format(what=what, people=people) if people else what

    @property
    def glyph(self) -> str:
        """The sign of its kind."""
        found = term(kinds(), self.kind)
        return found.glyph if found else _OTHER.glyph

    @property
    def at(self) -> time | None:
        """The local time it is planned for."""
        return self.recurrence.at

    @property
    def is_resting(self) -> bool:
        """Whether it rests until the person says otherwise."""
        return self.rested_on is not None and self.woken_on is None

    def lasting(self, today: date) -> str:
        """Return its recurrence in words, with its first and last day where there are such."""
        said = str(self.recurrence)
        if self.recurrence.every:
            said = words.SINCE.format(recurrence=said, day=words.day(self.recurrence.since, today))
        return (
            words.UNTIL.format(said=said, day=words.day(self.until, today)) if self.until else said
        )

    def days(self, first: date = date.min, last: date = date.max) -> Iterator[date]:
        """Yield the days it is planned for, of a range with both ends, in order."""
        end = last if self.until is None else min(last, self.until)
        for day in self.recurrence.days(first, end) if first <= end else ():
            if self.rested_on is None or day < self.rested_on:
                yield day
            elif self.woken_on is None:
                return
            elif day >= self.woken_on:
                yield day

    def moment(self, text: str = "", minutes: str = "") -> Moment:
        """Return the moment it becomes where one is kept.

        Raises:
            Misuse: the minutes are no number.
        """
        kind = None if self.kind == _OTHER.key else self.kind
        return Moment(text, people=self.people, kind=kind, direction="mutual", minutes=minutes)  # type: ignore[arg-type]  # as typed


class Told(Record):
    """What a person told of one planned day.

    Attributes:
        due: the day it was planned for, which names it for ever.
        moved_to: the day it was moved to, or None.
        outcome: `HELD`, `DROPPED`, or "" where nothing is said of how it went.
        entry_id: the moment that was kept of it, or None.
        reason: why it was dropped, a key of `REASONS`, or None.
        why: the same in their own words.
    """

    due: date
    moved_to: date | None = None
    outcome: str = ""
    entry_id: str | None = None
    reason: str | None = None
    why: str = ""

    def _settle(self, given: dict[str, Any]) -> None:
        if given["moved_to"] == given["due"]:
            given["moved_to"] = None
        if given["reason"] is not None:
            given["reason"] = choose(REASONS, given["reason"], "reason")
        given["why"] = clean(given["why"]).strip()
        if given["outcome"] != HELD:
            given["entry_id"] = None
        if given["outcome"] != DROPPED:
            given["reason"], given["why"] = None, ""

    @property
    def on(self) -> date:
        """The day it was or will be."""
        return self.moved_to or self.due

    @property
    def state(self) -> str:
        """`HELD`, `DROPPED`, `MOVED`, or "" where nothing was told."""
        return self.outcome or (MOVED if self.moved_to else "")

    def became(self, today: date) -> str:
        """Return what became of it in words; "" where nothing was told."""
        moved = words.MOVED_FROM.format(day=words.day(self.due, today)) if self.moved_to else ""
        return ", ".join(filter(None, (self.outcome, self.because, moved)))

    @property
    def because(self) -> str:
        """Why it was dropped, in words; "" where that was not said."""
        return ", ".join(filter(None, (label(REASONS, self.reason), self.why)))


class Occurrence(Record):
    """One planned day of a meeting, with what was told of it."""

    meeting: Meeting
    told: Told

    @property
    def due(self) -> date:
        """The day it was planned for."""
        return self.told.due

    @property
    def on(self) -> date:
        """The day it was or will be."""
        return self.told.on

    @property
    def is_open(self) -> bool:
        """Nothing is said of how it went."""
        return not self.told.outcome


def occurrences(
    meeting: Meeting, told: Iterable[Told], first: date = date.min, last: date = date.max
) -> Iterator[Occurrence]:
    """Yield what is planned for the days of a range, both ends included, in order.

    What was moved stands where it was moved to, once; what was told of a day stays although the
    meeting changed its recurrence since.
    """
    known = {each.due: each for each in told}
    here = sorted(
        (each for each in known.values() if first <= each.on <= last),
        key=lambda each: (each.on, each.due),
    )
    for day in meeting.days(first, last):
        while here and (here[0].on, here[0].due) < (day, day):
            yield Occurrence(meeting, here.pop(0))
        if day not in known:
            yield Occurrence(meeting, Told(day))
    for each in here:
        yield Occurrence(meeting, each)


def next_one(meeting: Meeting, told: Iterable[Told], today: date) -> Occurrence | None:
    """Return the first that is still to come, today included; None where there is none."""
    coming = (each for each in occurrences(meeting, told, today) if each.is_open)
    return next(coming, None)


def latest_untold(meeting: Meeting, told: Iterable[Told], today: date) -> Occurrence | None:
    """Return the latest up to today of which nothing is said; None where there is none."""
    found = None
    for each in occurrences(meeting, told, date.min, today):
        if each.is_open:
            found = each
    return found


def has_day(meeting: Meeting, told: Iterable[Told], day: date) -> Occurrence | None:
    """Return the occurrence on a day, by where it is or else by where it was planned; else None."""
    kept = tuple(told)
    here = next((each for each in occurrences(meeting, kept, day, day)), None)
    if here is None:
        moved = next((each for each in kept if each.due == day), None)
        here = Occurrence(meeting, moved) if moved else None
    return here
