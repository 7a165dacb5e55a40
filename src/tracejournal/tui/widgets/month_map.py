"""A month: a number, a sign and a count a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracejournal.model.calendar import month_page
from tracejournal.model.days import DAYS_IN_WEEK
from tracejournal.tui.widgets.day_map import DayMap, totals
from tracejournal.words import calendar as words
from tracejournal.words import rest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from typing import ClassVar

    from tracejournal.model.calendar import Page
    from tracejournal.model.days import Year
    from tracejournal.tui.widgets.day_map import Piece

_MOST_WEEKS = 6
_WIDEST, _TALLEST = 12, 3
_NUMBER = 4  # columns of a day's number, with the pointer
_SIGNS = 3
"""How often the sign of a day is drawn where it has a line of its own."""


@dataclass(frozen=True)
class Grid:
    """Where the days of a month are drawn.

    Attributes:
        page: the month.
        left: columns before Monday.
        top: lines before the names of the weekdays.
        width: columns of a day.
        height: lines of a day, 1-3.
    """

    page: Page
    left: int
    top: int
    width: int
    height: int

    @classmethod
    def within(cls, page: Page, width: int, height: int) -> Grid:
        """Return the largest grid of a month that fits, in the middle of the room."""
        across = max(_NUMBER, min(_WIDEST, width // DAYS_IN_WEEK))
        down = max(1, min(_TALLEST, (height - 1) // _MOST_WEEKS))
        left = max(0, (width - across * DAYS_IN_WEEK) // 2)
        return cls(page, left, max(0, (height - 1 - down * _MOST_WEEKS) // 2), across, down)

    def day_at(self, x: int, y: int) -> date | None:
        """Return the day drawn at a place."""
        return self.page.day_at((y - self.top - 1) // self.height, (x - self.left) // self.width)


class MonthMap(DayMap):
    """A month: seven columns, one to three lines a week."""

    DEFAULT_CSS = """
    MonthMap { height: 1fr; width: 1fr; }
    """

    steps: ClassVar[Mapping[str, int]] = {
        "left": -1, "h": -1, "right": 1, "l": 1,
        "up": -DAYS_IN_WEEK, "k": -DAYS_IN_WEEK, "down": DAYS_IN_WEEK, "j": DAYS_IN_WEEK,
    }  # fmt: skip

    def heading_of(self, year: Year, cursor: date) -> str:
        """Return the month and what it holds."""
        page = self.page_of(cursor)
        held = totals(day for day in year.days.values() if page.holds(day.on))
        return words.month_heading(cursor, held)

    def page_of(self, cursor: date) -> Page:
        """Return the month a day is in."""
        return month_page(cursor.year, cursor.month)

    def _grid(self, cursor: date) -> Grid:
        return Grid.within(self.page_of(cursor), *self.content_size)

    def day_at(self, x: int, y: int) -> date | None:
        """Return the day that is drawn at a place."""
        return None if self.cursor is None else self._grid(self.cursor).day_at(x, y)

    def pieces(self, y: int, year: Year, cursor: date) -> Iterable[Piece]:
        """Yield the names of the weekdays, or one line of a week."""
        grid = self._grid(cursor)
        week, line = divmod(y - grid.top - 1, grid.height)
        if y == grid.top:
            names = "".join(f" {name}".ljust(grid.width) for name in words.WEEKDAYS)
            return [(" " * grid.left + names, "label")]
        if 0 <= week < _MOST_WEEKS:
            return self._week(week, line, grid, year, cursor)
        return []

    def _week(self, week: int, line: int, grid: Grid, year: Year, cursor: date) -> Iterator[Piece]:
        yield " " * grid.left, "label"
        for weekday in range(DAYS_IN_WEEK):
            day = grid.page.day_at(week, weekday)
            room = grid.width
            ground = " cursor" if day is not None and day == cursor else ""
            for text, style in self._line_of(day, line, grid, year) if day else ():
                yield text[:room], style + ground
                room -= len(text[:room])
            yield " " * room, "label" + ground

    def _line_of(self, day: date, line: int, grid: Grid, year: Year) -> Iterator[Piece]:
        sign, style, value = self.sign_of(day, year)
        if line == 0:
            is_here = day == self.cursor
            yield words.POINTER_ON if is_here else " ", "here"
            yield f"{day.day:>2}", "today" if day == year.today else "number"
        mark = rest.MARKS.get(year.on(day).mark, "")
        if mark and line == 0:
            yield mark, "mark"
        if value is None:
            return
        if grid.height == 1:
            yield f"{'' if mark else ' '}{sign}{value}", style
        elif line == 1:
            yield f" {sign * _SIGNS} ", style
            yield str(value), "number"
