"""Days and weeks at a glance."""

from __future__ import annotations

from datetime import timedelta

from tracejournal.model.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

DAYS_IN_WEEK = 7


class DaySummary(Record):
    """What one day holds: counts, never a judgement."""

    on: date
    moments: int = 0
    reflections: int = 0
    check_ins: int = 0


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


def week_of(day: date) -> tuple[date, ...]:
    """Return the seven days of the week a day is in, Monday first."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=n) for n in range(DAYS_IN_WEEK))
