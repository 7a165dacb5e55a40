"""Days and weeks at a glance."""

from __future__ import annotations

from datetime import date

from tracejournal.model.days import DaySummary, Week, Year, week_of
from tracejournal.store import days

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.model.clock import Clock
    from tracejournal.store.engine import Store


class Days:
    """Use cases about days."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Take the store and the clock."""
        self._store = store
        self._clock = clock

    def on(self, day: date) -> DaySummary:
        """Return what one day holds: counts alone."""
        return days.summaries(self._store, day, day).get(day, DaySummary(day))

    def this_week(self) -> Week:
        """Return Monday to Sunday around today: counts alone, days without entries included."""
        today = self._clock.today()
        week = week_of(today)
        found = days.summaries(self._store, week[0], week[-1])
        people = days.people_between(self._store, week[0], week[-1])
        return Week(tuple(found.get(day, DaySummary(day)) for day in week), today, people)

    def year(self, number: int) -> Year:
        """Return a year, 1-9999, and between which years there is anything: counts alone."""
        today = self._clock.today()
        found = days.summaries(self._store, date(number, 1, 1), date(number, 12, 31))
        first, last = days.first_and_last(self._store) or (today, today)
        return Year(number, found, today, min(first, today).year, max(last, today).year)
