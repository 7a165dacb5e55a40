"""What the tests of the calendar share."""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING

from tests.support import FakeClock
from tests.tui.looking_back import keep
from tests.tui.support import (
    press,
    screen_text,
)
from tracejournal.model.entry import CheckIn, Draft, Moment, Part, Reflection
from tracejournal.tui.screens.calendar import CalendarScreen
from tracejournal.tui.screens.history import HistoryScreen
from tracejournal.tui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tracejournal.model.entry import Entry

CLOCK = FakeClock()
TODAY = date(2026, 11, 23)
THURSDAY = date(2026, 11, 19)


def on(day: date, content: Moment | Reflection | CheckIn | str = "tea", hour: int = 12) -> Draft:
    content = Moment(content) if isinstance(content, str) else content
    return Draft(content, CLOCK.on_day(day, time(hour)))


def some_days() -> list[Entry]:
    """Keep entries on a few days of three years."""
    return keep(
        on(date(2024, 2, 29), "leap @Sam"),
        on(date(2025, 6, 1), Reflection(parts=(Part("?", "spring"),))),
        on(THURSDAY, Moment("Thanked @Priya", supported=8)),
        on(THURSDAY, Moment("Tea with @Sam"), 13),
        on(THURSDAY, Reflection(parts=(Part("?", "words"),), supported=5), 14),
        on(TODAY, CheckIn(energy=5), 8),
    )


async def to_calendar(pilot: Pilot[int]) -> None:
    await press(pilot, "alt+3", "y")
    assert isinstance(pilot.app.screen, CalendarScreen)


def searched(pilot: Pilot[int]) -> str:
    assert isinstance(pilot.app.screen, HistoryScreen)
    return pilot.app.screen.query_one(SearchBox).value


def bar(pilot: Pilot[int]) -> str:
    return screen_text(pilot).splitlines()[2].strip()


def told(pilot: Pilot[int]) -> str:
    """Return what the screen says of the day under the cursor, its title first."""
    lines = screen_text(pilot).splitlines()
    first = next(n for n, line in enumerate(lines) if re.match(r"╭─ \w+day \d", line))
    title = re.sub(r"[╭─╮]", "", lines[first]).strip()
    said = " ".join(line.strip("│ ") for line in lines[first + 1 : first + 2]).strip()
    return f"{title}: {said}" if said else title


def thursday_sign(pilot: Pilot[int]) -> str:
    """Return the sign of Thursday 19 November in the year at 80 columns."""
    lines = screen_text(pilot).splitlines()
    months = next(line for line in lines if "Jan Feb" in line)
    thursday = next(line for line in lines if re.match(r"│ +Th", line))
    return thursday[months.index("Nov") + 3]


def told_of(pilot: Pilot[int]) -> str:
    found = re.search(r"\w+day \d+ [A-Z]\w+", screen_text(pilot))
    assert found
    return found[0]
