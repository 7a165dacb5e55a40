"""Days and times as people type them: 2026-11-23, yesterday, monday, 8:15, 2pm.

Read by hand, since importing `re` costs as much as keeping a moment with a date.
"""

from __future__ import annotations

from datetime import date, time, timedelta

from tracejournal.model.errors import Misuse
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORTEST_NAME = 3
_LONGEST_COUNT = 4
_LONGEST_ISO = (4, 2, 2)
_AGO = {"day": 1, "days": 1, "week": 7, "weeks": 7}
_NOON = 12

Span = tuple[date, date]
"""A stretch of days, first and last, both included."""


def parse_day(typed: str, today: date) -> date:
    """Return the one day a person means; a name of a weekday is the latest one, today included.

    Raises:
        Misuse: it is no day, or more than one.
    """
    first, last = parse_span(typed, today)
    if first != last:
        raise Misuse(refusals.DAY.format(value=typed.strip()))
    return first


def parse_span(typed: str, today: date) -> Span:
    """Return the days a person means by a day, a month, a year or an everyday word.

    Understood: 2026, 2026-11, 2026-11-23, today, yesterday, monday … sunday (the latest),
    this-week, last-week, this-month, last-month, january … december (the latest), 3 days ago.

    Raises:
        Misuse: it is none of these, or a day that does not exist.
    """
    words = "-".join(typed.lower().replace("_", " ").split())
    pieces = words.split("-")
    try:
        found = _iso_span(pieces, typed) if _is_iso(pieces) else _spoken_span(words, today)
    except OverflowError:  # a day before the first or after the last a calendar knows
        raise Misuse(refusals.NO_SUCH_DAY.format(value=typed.strip())) from None
    if found is None:
        raise Misuse(refusals.DAY.format(value=typed.strip()))
    return found


def parse_until(typed: str, first: date, today: date) -> date:
    """Return the last day a person means of days that begin with another.

    As `parse_span`, but names of weekdays and months mean the next ones from there, and tomorrow
    is understood.

    Raises:
        Misuse: it is no day.
    """
    words = typed.strip().lower()
    if words == "tomorrow":
        return today + timedelta(days=1)
    if _starts_one(words, WEEKDAYS):
        today = first + timedelta(days=6)
    elif _starts_one(words, MONTHS):
        today = first.replace(year=first.year + 1, day=1) - timedelta(days=1)
    return parse_span(typed, today)[1]


def _starts_one(words: str, names: Sequence[str]) -> bool:
    return len(words) >= _SHORTEST_NAME and any(name.startswith(words) for name in names)


def parse_time(typed: str) -> time:
    """Return the time of day a person means: 08:15, 8.15, 14h30, 2pm, noon.

    Raises:
        Misuse: it is no time of day.
    """
    words = typed.strip().lower()
    if words in ("noon", "midnight"):
        return time(_NOON if words == "noon" else 0)
    half = words[-2:] if words.endswith(("am", "pm")) else ""
    separator = next((sign for sign in ":.h" if sign in words), "")
    hours, _, minutes = words.removesuffix(half).strip().partition(separator or ":")
    hour, minute = _number(hours, 1), _number(minutes, 2) if separator else 0
    if half:
        hour = hour % _NOON + (_NOON if half == "pm" else 0) if 1 <= hour <= _NOON else -1
    if (half or separator) and 0 <= hour < 24 and 0 <= minute < 60:  # noqa: PLR2004 - hours and minutes
        return time(hour, minute)
    raise Misuse(refusals.TIME.format(value=typed.strip()))


def _number(digits: str, least: int) -> int:
    """Return a number of `least` to 2 digits, or -1."""
    return int(digits) if digits.isdecimal() and least <= len(digits) <= 2 else -1  # noqa: PLR2004


def _is_iso(pieces: list[str]) -> bool:
    fits = len(pieces) <= len(_LONGEST_ISO) and len(pieces[0]) == _LONGEST_ISO[0]
    return fits and all(
        piece.isdecimal() and len(piece) <= longest
        for piece, longest in zip(pieces, _LONGEST_ISO, strict=False)
    )


def _iso_span(pieces: list[str], typed: str) -> Span:
    year, month, day = (*map(int, pieces), None, None)[:3]
    try:
        first = date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise Misuse(refusals.NO_SUCH_DAY.format(value=typed.strip())) from None
    if day is not None:
        return first, first
    return first, _month_end(first if month is not None else first.replace(month=12))


def _month_end(day: date) -> date:
    if day.month == len(MONTHS):  # of the last year of all, too, that none follows
        return day.replace(day=31)
    return day.replace(month=day.month + 1, day=1) - timedelta(days=1)


def _spoken_span(words: str, today: date) -> Span | None:
    monday = today - timedelta(days=today.weekday())
    month = today.replace(day=1)
    previous_month = (month - timedelta(days=1)).replace(day=1)
    spans = {
        "today": (today, today),
        "yesterday": (today - timedelta(days=1),) * 2,
        "this-week": (monday, monday + timedelta(days=6)),
        "last-week": (monday - timedelta(days=7), monday - timedelta(days=1)),
        "this-month": (month, _month_end(month)),
        "last-month": (previous_month, _month_end(previous_month)),
    }
    if words in spans:
        return spans[words]
    count, _, rest = words.partition("-")
    unit = _AGO.get(rest.removesuffix("-ago")) if rest.endswith("-ago") else None
    if unit and count.isdecimal() and len(count) <= _LONGEST_COUNT:
        return (today - timedelta(days=int(count) * unit),) * 2
    return _named_span(words, today)


def _named_span(words: str, today: date) -> Span | None:
    if len(words) < _SHORTEST_NAME:
        return None
    for number, name in enumerate(WEEKDAYS):
        if name.startswith(words):
            day = today - timedelta(days=(today.weekday() - number) % 7)
            return day, day
    for number, name in enumerate(MONTHS, start=1):
        if name.startswith(words):
            first = date(today.year - (number > today.month), number, 1)
            return first, _month_end(first)
    return None
