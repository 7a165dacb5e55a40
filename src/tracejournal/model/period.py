"""From which day on something is looked at: all of it, this year, the last 90 days, a day typed."""

from __future__ import annotations

from datetime import date, timedelta

from tracejournal.model.calendar import month_later
from tracejournal.model.dates import parse_span

ALL = date.min
"""The first day of everything."""

_THIS_YEAR = "this-year"
_DAYS = {"day": 1, "days": 1, "week": 7, "weeks": 7}
_MONTHS = {"month": 1, "months": 1, "year": 12, "years": 12}
_LONGEST_COUNT = 4


def first_day(typed: str, today: date) -> date:
    """Return the first day of a period that ends today.

    Args:
        typed: all, this-year, last-30-days, 12 months, 2 weeks; or anything `parse_span`
            understands, whose first day it is.
        today: the last day of the period, which counts as one of its days.

    Raises:
        Misuse: it is neither a period nor a day.
    """
    words = "-".join(typed.lower().replace("_", " ").replace("-", " ").split())
    if words == "all":
        return ALL
    if words == _THIS_YEAR:
        return today.replace(month=1, day=1)
    count, _, unit = words.removeprefix("last-").partition("-")
    if count.isdecimal() and len(count) <= _LONGEST_COUNT and unit in (*_DAYS, *_MONTHS):
        return _before(today, int(count), unit)
    return parse_span(typed, today)[0]


def _before(today: date, count: int, unit: str) -> date:
    try:
        if unit in _DAYS:
            return today - timedelta(days=count * _DAYS[unit] - 1)
        return month_later(today + timedelta(days=1), -count * _MONTHS[unit])
    except OverflowError:  # before the first day of all
        return ALL
