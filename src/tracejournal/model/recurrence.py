"""How often a meeting is, as people type it: every 2 weeks on tuesday 14:00, or single days.

Local days and wall-clock times: a clock that is put forward or back moves no meeting.
"""

from __future__ import annotations

from datetime import date, timedelta

from tracejournal.model.dates import WEEKDAYS, parse_day, parse_time
from tracejournal.model.days import DAYS_IN_WEEK
from tracejournal.model.errors import Misuse
from tracejournal.model.record import Record
from tracejournal.words import meetings as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import time
    from typing import Any

MOST_WEEKS = 52
"""Weeks between two meetings at most."""

MOST_DATES = 100
"""Single days of one meeting at most."""

_NUMBERS = {"other": 2, "second": 2, "third": 3, "fourth": 4, "weekly": 1, "fortnightly": 2}
_PASSED_OVER = ("every", "on", "week", "weeks")
_SHORTEST_NAME = 3


class Recurrence(Record):
    """When a meeting is planned.

    Attributes:
        since: its first day, which gives it its weekday.
        every: how many weeks lie between two, 1-52; 0 where it is on `dates` alone.
        dates: single days, in order.
        at: at which local time, or None where that is open.
    """

    since: date
    every: int = 0
    dates: tuple[date, ...] = ()
    at: time | None = None

    def _settle(self, given: dict[str, Any]) -> None:
        dates = given["dates"] = tuple(sorted(set(given["dates"])))
        if given["every"] > MOST_WEEKS:
            raise Misuse(words.TOO_MANY_WEEKS.format(most=MOST_WEEKS))
        if len(dates) > MOST_DATES:
            raise Misuse(words.TOO_MANY_DATES.format(most=MOST_DATES))
        if given["every"] < 1:
            given["every"] = 0
            given["dates"] = dates or (given["since"],)
            given["since"] = given["dates"][0]
        else:
            given["dates"] = ()

    def days(self, first: date, last: date) -> Iterator[date]:
        """Yield the planned days of a range, both ends included, in order."""
        if not self.every:
            yield from (day for day in self.dates if first <= day <= last)
            return
        step = self.every * DAYS_IN_WEEK
        start, end = self.since.toordinal(), last.toordinal()
        passed = max(0, first.toordinal() - start)
        for number in range(start + -(-passed // step) * step, end + 1, step):
            yield date.fromordinal(number)

    def from_day(self, day: date) -> Recurrence:
        """Return the same recurrence with its first day on a day, or on the next fitting one."""
        if not self.every:
            return self
        return self.replace(since=_next(self.since.weekday(), day))

    def __str__(self) -> str:
        """Return it in words, which `parse_recurrence` understands."""
        return words.recurrence(self.every, self.since, self.dates, self.at)


def parse_recurrence(typed: str, today: date) -> Recurrence:
    """Return the recurrence a person means.

    Understood: `every 2 weeks on tuesday 14:00`, `every other friday`, `tuesdays 9:30`, `weekly on
    monday`; and single days with commas between, `2026-12-01, 2027-01-12 14:00`, `friday`. A
    recurrence begins on the next fitting day, today included.

    Raises:
        Misuse: it is nothing of that, or nothing at all.
    """
    at, pieces = _time_of(typed.casefold().replace(",", " , ").split())
    if not pieces and at is None:
        raise Misuse(words.WHEN_MISSING)
    try:
        if _is_rule(pieces):
            return _rule(pieces, today, at)
        dates = _single_days(pieces, today)
    except (ValueError, OverflowError):
        raise Misuse(words.WHEN_UNREAD.format(value=" ".join(typed.split()))) from None
    return Recurrence(min(dates), dates=dates, at=at)


def coming(typed: str, today: date) -> date:
    """Return the one day a person means; the name of a weekday is the next one, today included.

    Raises:
        Misuse: it is no day.
    """
    spoken = typed.strip().casefold().removeprefix("next ")
    if spoken == "tomorrow":
        return today + timedelta(days=1)
    try:
        return _next(_weekday(spoken), today)
    except ValueError:
        return parse_day(spoken, today)


def _time_of(pieces: Sequence[str]) -> tuple[time | None, list[str]]:
    """Return the time that words end with, and the words before it."""
    left = list(pieces)
    try:
        at = parse_time(left[-1]) if left else None
    except Misuse:
        return None, left
    left = left[:-1]
    return at, left[:-1] if left[-1:] == ["at"] else left


def _is_rule(pieces: Sequence[str]) -> bool:
    """Whether words say something that comes again, and not single days."""
    first = pieces[0] if pieces else ""
    is_plural = first not in WEEKDAYS and first.removesuffix("s") in WEEKDAYS
    return first == "every" or first in _NUMBERS or is_plural


def _single_days(pieces: Sequence[str], today: date) -> tuple[date, ...]:
    """Return days with commas between.

    Raises:
        ValueError: one of them is no day, or there is none.
    """
    parts = [part for part in " ".join(pieces).split(",") if part.strip()]
    try:
        days = tuple(coming(part, today) for part in parts)
    except Misuse:
        raise ValueError from None
    if not days:
        raise ValueError
    return days


def _rule(pieces: Sequence[str], today: date, at: time | None) -> Recurrence:
    """Return the recurrence of words such as every, 2, weeks, on, tuesday.

    Raises:
        Misuse: there is more than 52 weeks between.
        ValueError: a word is none of them, or there is no weekday.
    """
    every, weekday = 1, None
    for piece in pieces:
        if piece in _NUMBERS:
            every = _NUMBERS[piece]
        elif piece.isascii() and piece.isdigit():
            every = int(piece[:4])
        elif piece not in _PASSED_OVER:
            weekday = _weekday(piece)
    if weekday is None or every < 1:
        raise ValueError
    return Recurrence(_next(weekday, today), every, at=at)


def _next(weekday: int, day: date) -> date:
    """Return the next day of the week from a day on, that day included."""
    return day + timedelta(days=(weekday - day.weekday()) % DAYS_IN_WEEK)


def _weekday(typed: str) -> int:
    """Return the number of a weekday, Monday 0, by its name, its plural or its start.

    Raises:
        ValueError: it is none.
    """
    name = typed if typed in WEEKDAYS else typed.removesuffix("s")
    found = [
        number
        for number, each in enumerate(WEEKDAYS)
        if len(name) >= _SHORTEST_NAME and each.startswith(name)
    ]
    if len(found) != 1:
        raise ValueError
    return found[0]
