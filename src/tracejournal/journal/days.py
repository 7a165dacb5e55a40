"""Days and weeks at a glance."""

from __future__ import annotations

from datetime import date

from tracejournal.model.days import DaySummary, Week, Year, week_of
from tracejournal.model.errors import Misuse
from tracejournal.store import days, rests
from tracejournal.words import refusals
from tracejournal.words import rest as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracejournal.model.clock import Clock
    from tracejournal.store.engine import Store


MOST_MARKED = 1_000
"""Days that are marked in one go at most: a slip in a year must not mark centuries."""


def check_range(first: date, last: date) -> None:
    """Refuse a range of days that cannot be marked.

    Raises:
        Misuse: it ends before it begins, or is longer than `MOST_MARKED` days.
    """
    if last < first:
        raise Misuse(refusals.UNTIL_BEFORE.format(first=first, last=last))
    if (last - first).days >= MOST_MARKED:
        raise Misuse(words.TOO_MANY.format(most=MOST_MARKED))


class Days:
    """Use cases about days."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Take the store and the clock."""
        self._store = store
        self._clock = clock

    def on(self, day: date) -> DaySummary:
        """Return what one day holds: counts alone."""
        return self._summaries(day, day).get(day, DaySummary(day))

    def this_week(self) -> Week:
        """Return Monday to Sunday around today: counts alone, days without entries included."""
        today = self._clock.today()
        week = week_of(today)
        found = self._summaries(week[0], week[-1])
        people = days.people_between(self._store, week[0], week[-1])
        return Week(tuple(found.get(day, DaySummary(day)) for day in week), today, people)

    def year(self, number: int) -> Year:
        """Return a year, 1-9999, and between which years there is anything: counts alone."""
        today = self._clock.today()
        found = self._summaries(date(number, 1, 1), date(number, 12, 31))
        held = days.first_and_last(self._store) or (today, today)
        first, last = rests.first_and_last(self._store) or held
        first, last = min(first, held[0]), max(last, held[1])
        return Year(number, found, today, min(first, today).year, max(last, today).year)

    def marks(self, first: date, last: date) -> dict[date, str]:
        """Return which days of a range are marked, both ends included: "rest" or "leave"."""
        return rests.marks(self._store, first, last)

    def all_marks(self) -> dict[date, str]:
        """Return every day that is marked."""
        return self.marks(date.min, date.max)

    def mark(self, first: date, last: date, mark: str) -> None:
        """Mark every day of a range, both ends included; or take marks away.

        Args:
            first: the first day.
            last: the last day.
            mark: "rest", "leave", or "" for none.

        Raises:
            Misuse: see `check_range`.
        """
        check_range(first, last)
        wanted = range(first.toordinal(), last.toordinal() + 1)
        marked = {date.fromordinal(number): mark for number in wanted} if mark else {}
        self.put_marks(first, last, marked)

    def put_marks(self, first: date, last: date, marks: Mapping[date, str]) -> None:
        """Let a range of days have these marks and no others."""
        with self._store.transaction() as store:
            rests.put(store, first, last, marks)

    def turn_mark(self, first: date, last: date, mark: str) -> bool:
        """Mark a range of days; where all of it has this mark already, take it away.

        Returns:
            whether the mark is there now.

        Raises:
            Misuse: see `check_range`.
        """
        check_range(first, last)
        there = self.marks(first, last)
        has_it = len(there) == (last - first).days + 1 and set(there.values()) == {mark}
        self.mark(first, last, "" if has_it else mark)
        return not has_it

    def _summaries(self, first: date, last: date) -> dict[date, DaySummary]:
        found = days.summaries(self._store, first, last)
        for day, mark in rests.marks(self._store, first, last).items():
            found[day] = found.get(day, DaySummary(day)).replace(mark=mark)
        return found
