"""Pages of a calendar: a year or a month as weeks of seven days, Monday first."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date

from tracejournal.model.days import DAYS_IN_WEEK
from tracejournal.model.record import Record

MONTHS_IN_YEAR = 12


class Page(Record):
    """A stretch of days laid out in weeks.

    A place on it is a pair: the week, 0 for that of the first day, and the weekday, 0 for Monday.

    Attributes:
        first: the first day.
        last: the last day, included.
    """

    first: date
    last: date

    @property
    def weeks(self) -> int:
        """How many weeks it touches: 4-6 for a month, 53 or 54 for a year."""
        return self.place_of(self.last)[0] + 1

    def place_of(self, day: date) -> tuple[int, int]:
        """Return the week and the weekday of a day on it."""
        return divmod((day - self.first).days + self.first.weekday(), DAYS_IN_WEEK)

    def day_at(self, week: int, weekday: int) -> date | None:
        """Return the day at a place; None where the page has none."""
        if not 0 <= weekday < DAYS_IN_WEEK:
            return None
        passed = week * DAYS_IN_WEEK + weekday - self.first.weekday()
        if not 0 <= passed <= (self.last - self.first).days:
            return None
        return date.fromordinal(self.first.toordinal() + passed)

    def holds(self, day: date) -> bool:
        """Return whether a day is on it."""
        return self.first <= day <= self.last


def year_page(year: int) -> Page:
    """Return the page of a year, 1-9999."""
    return Page(date(year, 1, 1), date(year, MONTHS_IN_YEAR, 31))


def month_page(year: int, month: int) -> Page:
    """Return the page of a month of a year, 1-9999."""
    return Page(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def month_later(day: date, by: int) -> date:
    """Return the same day of another month, or the last one of it where it is shorter.

    Args:
        day: the day to start from.
        by: how many months later; earlier where negative. Stops at the ends of time.
    """
    months = day.year * MONTHS_IN_YEAR + day.month - 1 + by
    year, month = divmod(months, MONTHS_IN_YEAR)
    if not MINYEAR <= year <= MAXYEAR:
        return date.min if by < 0 else date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
