"""A fair self-experiment: what I will do, in which weeks, and what I will look at, said beforehand.

Half of the weeks are with it and half without. Which ones is settled on the day it is declared and
never changes after that, so that a good week cannot be picked afterwards.
"""

from __future__ import annotations

from datetime import timedelta

from tracejournal.model.days import DAYS_IN_WEEK
from tracejournal.model.errors import Misuse
from tracejournal.model.record import Record
from tracejournal.model.text import clean
from tracejournal.model.vocabulary import CONDITIONS, KINDS, term
from tracejournal.words import experiment as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any

LEAST_WEEKS, MOST_WEEKS, USUAL_WEEKS = 4, 12, 6
MAX_ACTION = 120
"""Characters: a line that Today has room for."""

MEASURE = "supported"
"""What is looked at: how supported the moments of those weeks felt, 0-10. There is one so far."""

WITH, WITHOUT = "x", "-"
"""The signs of a week in a plan: with it, without it."""

COMING, RUNNING, OVER, STOPPED = "coming", "running", "over", "stopped"
"""How an experiment stands on a day: before its first, within its weeks, after its last, ended."""


class ExperimentDraft(Record):
    """An experiment that can still be another one.

    Attributes:
        action: what I will do, in my words.
        kind: the key of a kind of moment it is recognised by, or None.
        condition: the key of an observable condition it is recognised by, or None.
        weeks: how many, 4-12, even; half of them are with it.
        drawn: the weeks are drawn by lot; else they alternate, and the first is with it.
        starts_on: the first day of the first week.
    """

    action: str
    starts_on: date
    kind: str | None = None
    condition: str | None = None
    weeks: int = USUAL_WEEKS
    drawn: bool = False

    def _settle(self, given: dict[str, Any]) -> None:
        given["action"] = checked_action(given["action"])
        given["weeks"] = checked_weeks(given["weeks"])
        if given["kind"] and given["condition"]:
            raise Misuse(words.ONE_SIGN)
        check_condition(given["condition"])
        if given["kind"] and term(KINDS, given["kind"]) is None:
            raise Misuse(words.UNKNOWN_KIND.format(value=given["kind"]))


def checked_action(typed: str) -> str:
    """Return what is to be done, on one line.

    Raises:
        Misuse: nothing is said, or too much for a line.
    """
    said = " ".join(clean(typed).split())
    if not said:
        raise Misuse(words.ACTION_EMPTY)
    if len(said) > MAX_ACTION:
        raise Misuse(words.ACTION_TOO_LONG.format(most=MAX_ACTION))
    return said


def checked_weeks(typed: object) -> int:
    """Return a number of weeks.

    Raises:
        Misuse: it is no even number from 4 to 12.
    """
    try:
        number = int(str(typed).strip())
    except ValueError:
        number = 0
    if number % 2 or not LEAST_WEEKS <= number <= MOST_WEEKS:
        raise Misuse(words.WEEKS.format(value=str(typed).strip()[:20]))
    return number


def check_condition(key: str | None) -> None:
    """Refuse a condition that is felt: it is nearly the rating again.

    Raises:
        Misuse: it is felt, or unknown.
    """
    if key:
        found = term(CONDITIONS, key)
        if found is None or not found.observable:
            raise Misuse(words.NOT_OBSERVABLE.format(value=found.label if found else key))


class Experiment(Record):
    """One that was declared.

    Attributes:
        id: its public id.
        action: what I do, in my words.
        plan: a sign a week, `WITH` or `WITHOUT`.
        starts_on: the first day of the first week.
        declared_at: when, ISO 8601 in UTC.
        kind: the kind of moment it is recognised by, or None.
        condition: the condition it is recognised by, or None.
        drawn_from: the number the weeks were drawn from, see `drawn_plan`; None: they alternate.
        measure: `MEASURE`.
        stopped_on: the day it was stopped on, or None.
        quiet_until: Today says nothing of it before this day; None: it may.
    """

    id: str
    action: str
    plan: str
    starts_on: date
    declared_at: str
    kind: str | None = None
    condition: str | None = None
    drawn_from: int | None = None
    measure: str = MEASURE
    stopped_on: date | None = None
    quiet_until: date | None = None

    @property
    def weeks(self) -> tuple[ExperimentWeek, ...]:
        """Its weeks, seven days each, however the clocks change meanwhile."""
        return tuple(
            ExperimentWeek(
                number, self.starts_on + timedelta(days=DAYS_IN_WEEK * (number - 1)), sign == WITH
            )
            for number, sign in enumerate(self.plan, start=1)
        )

    @property
    def last(self) -> date:
        """The last day of its last week."""
        return self.weeks[-1].last

    def state(self, today: date) -> str:
        """Return how it stands on a day: `COMING`, `RUNNING`, `OVER` or `STOPPED`."""
        if self.stopped_on is not None:
            return STOPPED
        if today < self.starts_on:
            return COMING
        return OVER if today > self.last else RUNNING

    def is_open(self, today: date) -> bool:
        """Return whether its weeks run, or are still to come."""
        return self.state(today) in (COMING, RUNNING)

    def week_on(self, day: date) -> ExperimentWeek | None:
        """Return which of its weeks a day is in, or None."""
        return next((week for week in self.weeks if week.first <= day <= week.last), None)


class ExperimentWeek(Record):
    """One of its weeks.

    Attributes:
        number: 1 for the first.
        first: its first day.
        is_with: it is one with it.
    """

    number: int
    first: date
    is_with: bool

    @property
    def last(self) -> date:
        """Its last day."""
        return self.first + timedelta(days=DAYS_IN_WEEK - 1)

    @property
    def next_first(self) -> date:
        """The first day of the week after it."""
        return self.first + timedelta(days=DAYS_IN_WEEK)


class WeekTold(Record):
    """What the moments of one of its weeks tell: counts and sums, no words.

    Attributes:
        moments: how many there are; sealed ones and the trash are left out.
        rated: how many of them have a rating.
        total: these ratings taken together.
        days: on how many days there are rated ones.
        done: how many are of the kind, or with the condition, that it is recognised by.
        done_rated: how many of those have a rating.
    """

    moments: int = 0
    rated: int = 0
    total: int = 0
    days: int = 0
    done: int = 0
    done_rated: int = 0

    @property
    def supported(self) -> float | None:
        """The mean of the ratings, 0-10; None where nothing was rated, which is not zero."""
        return self.total / self.rated if self.rated else None


def alternating_plan(weeks: int) -> str:
    """Return the plan of weeks in turn: the first with it, the second without."""
    return (WITH + WITHOUT) * (weeks // 2)


def drawn_plan(weeks: int, drawn_from: int) -> str:
    """Return weeks drawn by lot: of each two that follow each other, one is with it.

    The same number always draws the same weeks, so that whoever doubts a draw can repeat it.
    """
    from hashlib import sha256  # noqa: PLC0415 - paid for when drawn

    bits = sha256(f"tracejournal/experiment/{drawn_from}".encode()).digest()[0]
    pairs = (WITH + WITHOUT, WITHOUT + WITH)
    return "".join(pairs[bits >> place & 1] for place in range(weeks // 2))


def next_monday(today: date) -> date:
    """Return the Monday after today."""
    return today + timedelta(days=DAYS_IN_WEEK - today.weekday())
