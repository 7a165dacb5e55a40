"""What the maps of a year and of a month share: days in weeks, one of them under the cursor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tracejournal.words import calendar as words
from tracejournal.words import rest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from rich.style import Style
    from textual import events

    from tracejournal.model.calendar import Page
    from tracejournal.model.days import DaySummary, Year

_MOST_OF_LEVEL = {"supported": (2, 5, 8), "moments": (1, 2, 3), "reflections": (1, 2, 3)}
"""The highest value of each level but the last, by measure."""

LEVELS = 4

Piece = tuple[str, str]
"""Some text and the name of its style."""


def value_of(day: DaySummary, measure: str) -> int | None:
    """Return what is shown of a day: a count, or the mean rating; None where there is none."""
    found: int | None = getattr(day, measure)
    return found if measure == "supported" else found or None


def level_of(value: int | None, measure: str) -> int:
    """Return the level of a value, 1-4; 0 where there is none."""
    if value is None:
        return 0
    return 1 + sum(value > most for most in _MOST_OF_LEVEL[measure])


def totals(days: Iterable[DaySummary]) -> str:
    """Return what several days hold together: `145 moments, 32 reflections`."""
    held = tuple(days)
    return ", ".join(
        words.counts(
            sum(day.moments for day in held),
            sum(day.reflections for day in held),
            sum(day.check_ins for day in held),
        )
    )


class DayMap(Widget, can_focus=True):
    """Days on a page, Monday first. Subclasses say where each day is, and draw it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "day-map--label",
        "day-map--here",
        "day-map--number",
        "day-map--today",
        "day-map--nothing",
        "day-map--mark",
        "day-map--cursor",
        "day-map--on-cursor",
        *(f"day-map--{name}-{level}" for name in _MOST_OF_LEVEL for level in range(1, LEVELS + 1)),
    }
    DEFAULT_CSS = """
    DayMap {
        .day-map--label { color: $ink-soft; }
        .day-map--here { color: $lead; text-style: bold; }
        .day-map--number { color: $ink-soft; }
        .day-map--today { color: $ink; text-style: bold underline; }
        .day-map--nothing { color: $line; }
        .day-map--mark { color: $support; }
        .day-map--cursor { background: $marked; text-style: bold; }
        .day-map--on-cursor { text-style: bold reverse; color: $ink; }
        .day-map--moments-1 { color: $moments-1; }
        .day-map--moments-2 { color: $moments-2; }
        .day-map--moments-3 { color: $moments-3; }
        .day-map--moments-4 { color: $moments-4; }
        .day-map--reflections-1 { color: $reflections-1; }
        .day-map--reflections-2 { color: $reflections-2; }
        .day-map--reflections-3 { color: $reflections-3; }
        .day-map--reflections-4 { color: $reflections-4; }
        .day-map--supported-1 { color: $supported-1; }
        .day-map--supported-2 { color: $supported-2; }
        .day-map--supported-3 { color: $supported-3; }
        .day-map--supported-4 { color: $supported-4; }
    }
    """

    steps: ClassVar[Mapping[str, int]] = {}
    """Days from here, by key."""

    @dataclass
    class Stepped(Message):
        """The cursor is wanted so many days later, or earlier where negative."""

        day_map: DayMap
        days: int

    @dataclass
    class EndWanted(Message):
        """The cursor is wanted on the first or the last day of the page."""

        day_map: DayMap
        last: bool

    @dataclass
    class Picked(Message):
        """A day was clicked.

        Attributes:
            opens: it is to be opened, too.
        """

        day_map: DayMap
        day: date
        opens: bool

    def __init__(self) -> None:
        """Begin with nothing to show."""
        super().__init__(classes="card")
        self.year: Year | None = None
        self.cursor: date | None = None
        self.measure = ""

    def show(self, year: Year, cursor: date, measure: str) -> None:
        """Show a year, the cursor on one of its days.

        Args:
            year: what its days hold.
            cursor: a day of it.
            measure: what is shown of each day, see `words.calendar.MEASURES`.
        """
        self.year, self.cursor, self.measure = year, cursor, measure
        marks = {day.mark for day in year.days.values() if day.mark}
        self.border_subtitle = _legend(measure, sorted(marks, reverse=True))
        self.border_title = Content(self.heading_of(year, cursor))
        self.refresh()

    def heading_of(self, year: Year, cursor: date) -> str:
        """Return what stands over the page."""
        raise NotImplementedError

    def page_of(self, cursor: date) -> Page:
        """Return the page a day is on."""
        raise NotImplementedError

    def day_at(self, x: int, y: int) -> date | None:
        """Return the day that is drawn at a place of the content, None between days."""
        raise NotImplementedError

    def pieces(self, y: int, year: Year, cursor: date) -> Iterable[Piece]:
        """Yield what a line of the content says."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Draw one line, of runs that look alike."""
        width = self.content_size.width
        if self.year is None or self.cursor is None:
            return Strip.blank(width, self.rich_style)
        known: dict[str, Style] = {}
        segments = [
            Segment(text, known.get(name) or known.setdefault(name, self._style(name)))
            for text, name in self.pieces(y, self.year, self.cursor)
        ]
        return Strip(segments).simplify().adjust_cell_length(width, self.rich_style)

    def _style(self, names: str) -> Style:
        style = self.rich_style
        for name in names.split():
            style += self.get_component_rich_style(f"day-map--{name}", partial=True)
        return style

    def sign_of(self, day: date, year: Year) -> tuple[str, str, int | None]:
        """Return the sign of a day, the name of its style, and its value."""
        held = year.on(day)
        value = value_of(held, self.measure)
        level = level_of(value, self.measure)
        if not level and held.mark:
            return rest.MARKS[held.mark], "mark", None
        if not level:
            return words.NOTHING, "nothing", None
        return words.SHADES[level - 1], f"{self.measure}-{level}", value

    def on_key(self, event: events.Key) -> None:
        """Move: arrows or h j k l by days and weeks, Home g and End G to the ends of the page."""
        name = event.key if event.key in self.steps else event.character or ""
        if name in self.steps:
            self.post_message(self.Stepped(self, self.steps[name]))
        elif event.key in ("home", "end") or name in ("g", "G"):
            self.post_message(self.EndWanted(self, event.key == "end" or name == "G"))
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on what was clicked; a second click opens it."""
        offset = event.get_content_offset(self)
        day = None if offset is None else self.day_at(offset.x, offset.y)
        if day is not None:
            self.post_message(self.Picked(self, day, opens=event.chain > 1))


def _legend(measure: str, marks: Iterable[str]) -> Content:
    said = words.RATING_LEVELS if measure == "supported" else words.COUNT_LEVELS
    shades = [
        Content.assemble((sign, f"${measure}-{level}"), f" {what}")
        for level, (sign, what) in enumerate(zip(words.SHADES, said, strict=True), start=1)
    ]
    marked = [Content.assemble((rest.MARKS[mark], "$support"), f" {mark}") for mark in marks]
    return Content("  ").join((*shades, *marked))
