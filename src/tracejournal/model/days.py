"""Days and weeks at a glance."""

from __future__ import annotations

from datetime import timedelta

from tracejournal.model.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

DAYS_IN_WEEK = 7


class DaySummary(Record):
    """What one day holds: counts, never a judgement.

    Attributes:
        on: the day.
        moments: moments kept.
        reflections: reflections kept.
        check_ins: check-ins kept.
        supported_sum: all ratings of how supported it felt, 0-10 each, taken together.
        supported_count: how many ratings these are.
        mark: "rest" or "leave" where the person said so, else "".
    """

    on: date
    moments: int = 0
    reflections: int = 0
    check_ins: int = 0
    supported_sum: int = 0
    supported_count: int = 0
    mark: str = ""

    @property
    def supported(self) -> int | None:
        """The mean of the ratings, 0-10, a half rounded up; None where nothing was rated."""
        if not self.supported_count:
            return None
        return (2 * self.supported_sum + self.supported_count) // (2 * self.supported_count)


class Week(Record):
    """Monday to Sunday around a day, with what was kept so far.

    Attributes:
        days: seven summaries, Monday first.
        today: the day the week was asked for.
        people: how many different people the week's entries name.
    """

    days: tuple[DaySummary, ...]
    today: date
    people: int

    @property
    def moments(self) -> int:
        """Moments kept in the week."""
        return sum(day.moments for day in self.days)


class Year(Record):
    """A year with what was kept in it.

    Attributes:
        number: the year, 1-9999.
        days: what its days hold; days without entries and without a mark are left out.
        today: the day the year was asked for.
        first: the first year there is anything in, or this one.
        last: the last year there is anything in, or this one.
    """

    number: int
    days: Mapping[date, DaySummary]
    today: date
    first: int
    last: int

    def on(self, day: date) -> DaySummary:
        """Return what a day of it holds."""
        return self.days.get(day) or DaySummary(day)


def week_of(day: date) -> tuple[date, ...]:
    """Return the seven days of the week a day is in, Monday first."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=n) for n in range(DAYS_IN_WEEK))
