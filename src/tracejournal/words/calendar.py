"""What stands on the calendar."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

EARLIER, LATER = "◂", "▸"
CHOSEN, OTHER = "●", "○"
VIEWS = (("year", "year"), ("month", "month"))
MEASURES = (("moments", "moments"), ("reflections", "reflections"), ("supported", "supported"))

NOTHING = "·"
SHADES = "░▒▓█"
"""What a day shows: nothing kept, then ever more of it."""
CURSOR = "◆"
POINTER_DOWN, POINTER_ON = "▴", "▸"

COUNT_LEVELS = ("1", "2", "3", "4 and more")
RATING_LEVELS = ("0–2", "3–5", "6–8", "9–10")
"""What each shade stands for, for counts and for ratings of 0-10."""

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

OPENS = "enter opens the day"


def year_title(day: date) -> str:
    """Return the title of a year: `2026`."""
    return str(day.year)


def month_title(day: date) -> str:
    """Return the title of a month: `Nov 2026`."""
    return f"{day:%b} {day.year}"


def month_heading(day: date, held: str) -> str:
    """Return what stands over a month: `November · 41 moments, 2 reflections`."""
    return f"{day:%B} · {held}" if held else f"{day:%B}"


def day_title(day: date, today: date) -> str:
    """Return the title of a day: `Thursday 19 November`, with the year where it is another one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day:%A} {day.day} {day:%B}{year}" + (" · today" if day == today else "")


def counts(moments: int, reflections: int, check_ins: int) -> list[str]:
    """Return what is held in words, thing by thing: `2 moments`, `1 reflection`; of none nothing."""
    named = ((moments, "moment"), (reflections, "reflection"), (check_ins, "check-in"))
    return [f"{number:,} {name}" + ("" if number == 1 else "s") for number, name in named if number]


def felt(supported: int, ratings: int) -> str:
    """Return how supported a day felt: `felt supported 7 of 10`, `about` where rated several times."""
    return f"felt supported {'about ' if ratings > 1 else ''}{supported} of 10"
