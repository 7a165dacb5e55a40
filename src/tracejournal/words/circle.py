"""What is said of the circle: people, roles, groups and teams. Calm, and never a ranking."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

SORTS = (
    ("person", "a person"),
    ("role", "a role"),
    ("group", "a group"),
    ("team", "a team"),
)
STATES = {
    "due": ("●", "it may be time"),
    "in-rhythm": ("○", "in rhythm"),
    "no-rhythm": ("·", "no rhythm"),
    "rest": ("☾", "resting"),
    "leave": ("❀", "on leave"),
}
"""How it stands with someone: a sign and its words."""

SORT = "kind of person"
ROLE = "role"

# Refusals.
NAME_EMPTY = "It needs a name, or better a role: “my supervisor” is as good as any name."
NAME_TOO_LONG = "A name has {limit} characters at most. Nothing was changed."
NAME_TAKEN = "There is someone called “{name}” already. Choose another name, or merge the two."
ALIAS_TAKEN = "“{name}” means {other} already. Nothing was changed."
IN_CIRCLE = "{name} is in your circle already."
UNKNOWN = "There is no one called “{name}”. `tracejournal circle` lists your circle."
NEAREST = "There is no one called “{name}”. Did you mean {nearest}?"
NO_SUCH_ALIAS = "{name} has no other name “{alias}”."
MERGE_SELF = "These are the same person already."
RHYTHM_UNREADABLE = (
    "“{value}” is not a rhythm I can read. Try: 2 weeks; 10 days, 3 weeks at most; month; none."
)
RHYTHM_RANGE = "A gap is between one day and ten years."
RHYTHM_ORDER = "The longest gap is at least as long as the one you would like."

# A name was put in.
ROLE_IS_ENOUGH = "A role is as good as a name, and tells less: “a colleague”, “my supervisor”. e renames any time."

_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
_WEEK, _MONTH, _YEAR = 7, 30, 365
_FEW_DAYS, _FEW_WEEKS, _FEW_MONTHS = 14, 9 * _WEEK, 2 * _YEAR


def rhythm(ideal: int | None, longest: int | None) -> str:
    """Return a rhythm in words: `every 2 weeks, 4 weeks at most`."""
    if ideal is None:
        return "none"
    said = "every " + _gap(ideal).removeprefix("1 ")
    return said + (f", {_gap(longest)} at most" if longest and longest != ideal else "")


def _gap(days: int) -> str:
    for name, length in (("year", _YEAR), ("month", _MONTH), ("week", _WEEK)):
        if days % length == 0:
            return _counted(days // length, name)
    return _counted(days, "day")


def _counted(number: int, name: str) -> str:
    return f"{number} {name}" + ("" if number == 1 else "s")


def _rounded(days: int) -> tuple[int, str]:
    if days < _FEW_DAYS:
        return days, "day"
    if days < _FEW_WEEKS:
        return days // _WEEK, "week"
    if days < _FEW_MONTHS:
        return days // _MONTH, "month"
    return days // _YEAR, "year"


def ago(day: date | None, today: date) -> str:
    """Return how long ago a day is: `today`, `6 days ago`, `3 weeks ago`; "–" for no day."""
    if day is None:
        return "–"
    days = (today - day).days
    if days <= 0:
        return "today"
    return "yesterday" if days == 1 else f"{_counted(*_rounded(days))} ago"


def suggestion(name: str, last_on: date | None, today: date) -> str:
    """Return the one quiet line of Today: `Sam: it has been three weeks, if you like`."""
    if last_on is None:
        return f"{name}: a hello, if you like"
    number, unit = _rounded(max(1, (today - last_on).days))
    spoken = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{name}: it has been {spoken} {unit}{'' if number == 1 else 's'}, if you like"


def counts(moments: int, given: int, received: int) -> str:
    """Return moments and which way they went; of none nothing: `18 moments: 2 given`."""
    ways = [
        f"{number} {way}" for number, way in ((given, "given"), (received, "received")) if number
    ]
    said = _counted(moments, "moment")
    return f"{said}: {', '.join(ways)}" if ways else said


def day(on: date) -> str:
    """Return a day: `Mon 2 Nov 2026`."""
    return f"{on:%a} {on.day} {on:%b} {on.year}"


def away(state: str, until: date | None) -> str:
    """Return a rest or a leave in words: `resting until Mon 7 Dec 2026`."""
    said = STATES[state][1]
    return f"{said} until {day(until)}" if until else f"{said} until you say"
