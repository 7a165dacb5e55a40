"""Days to come as people type them: friday, next week, in 3 days, 24 dec, 2026-12-01."""

from __future__ import annotations

from datetime import date, timedelta

from tracejournal.model.dates import MONTHS, WEEKDAYS, parse_until
from tracejournal.model.errors import Misuse
from tracejournal.words import loops as words

_UNITS = {"day": 1, "week": 7}
_NUMBERS = ("", "one", "two", "three", "four", "five", "six")
_LEAST = 3
"""Letters of a month that tell it."""


def parse_coming(typed: str, today: date) -> date:
    """Return the day a person means of those to come; one that has been is taken, too.

    A weekday is the next one, today included; a day of a month is the next one there is.

    Raises:
        Misuse: it is no day.
    """
    said = " ".join(typed.lower().split())
    try:
        found = _counted(said, today) or _of_month(said, today)
        return found or parse_until(_without_next(said), _first(said, today), today)
    except (Misuse, OverflowError):
        raise Misuse(words.BY_DAY.format(value=typed.strip())) from None


def _counted(said: str, today: date) -> date | None:
    """Read “in 3 days”, “in a week”, “next week”."""
    if said == "next week":
        return today + timedelta(days=7)
    first, number, unit = (*said.split(" "), "", "")[:3]
    days = _UNITS.get(unit.removesuffix("s"))
    count = _number(number)
    if first != "in" or not days or count is None:
        return None
    return today + timedelta(days=count * days)


def _number(said: str) -> int | None:
    if said in ("a", *_NUMBERS[1:]):
        return max(1, _NUMBERS.index(said) if said in _NUMBERS else 1)
    return int(said) if said.isascii() and said.isdecimal() and len(said) < _LEAST + 2 else None


def _of_month(said: str, today: date) -> date | None:
    """Read “24 dec” and “december 24”."""
    pieces = said.split(" ")
    if len(pieces) != 2:  # noqa: PLR2004 - a number and a month
        return None
    number, name = pieces if pieces[0].isdecimal() else (pieces[1], pieces[0])
    months = [at for at, month in enumerate(MONTHS, 1) if month.startswith(name)]
    if not number.isdecimal() or len(name) < _LEAST or not months:
        return None
    for year in range(today.year, today.year + 9):  # 29 feb comes every eight years at the latest
        try:
            day = date(year, months[0], int(number))
        except ValueError:
            continue
        if day >= today:
            return day
    return None


def _without_next(said: str) -> str:
    return said.removeprefix("next ").removeprefix("on ")


def _first(said: str, today: date) -> date:
    """Return the day from which weekdays are counted: of “next friday”, not today."""
    weekday = any(name.startswith(said[5:8]) for name in WEEKDAYS)
    return today + timedelta(days=1) if said.startswith("next ") and weekday else today
