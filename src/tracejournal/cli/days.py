"""Days as they are said."""

from __future__ import annotations

from tracejournal.model.dates import MONTHS, WEEKDAYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date


def long_day(day: date) -> str:
    """Return a day with its weekday: `Monday 23 November 2026`."""
    weekday, month = WEEKDAYS[day.weekday()], MONTHS[day.month - 1]
    return f"{weekday.capitalize()} {day.day} {month.capitalize()} {day.year}"
