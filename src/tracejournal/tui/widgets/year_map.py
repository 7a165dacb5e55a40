"""A year at a glance: weeks as columns, Monday first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracejournal.model.calendar import MONTHS_IN_YEAR, year_page
from tracejournal.model.days import DAYS_IN_WEEK
from tracejournal.tui.widgets.day_map import DayMap, totals
from tracejournal.words import calendar as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from typing import ClassVar

    from tracejournal.model.calendar import Page
    from tracejournal.model.days import Year
    from tracejournal.tui.widgets.day_map import Piece

_WIDEST_CELL = 3
_GAP_FROM = 3
"""A cell this wide ends with a gap."""

_LABEL, _SHORT_LABEL = 3, 2
_LINES = 1 + DAYS_IN_WEEK + 1  # months, weekdays, pointer


@dataclass(frozen=True)
class Grid:
    """Where the days of a year are drawn.

    Attributes:
        page: the year.
        left: columns before the labels.
        top: lines before the names of the months.
        label: columns of the weekdays' names, with the pointer.
        cell: columns of a day, 1-3.
    """

    page: Page
    left: int
    top: int
    label: int
    cell: int

    @classmethod
    def within(cls, page: Page, width: int, height: int) -> Grid:
        """Return the widest grid of a year that fits, in the middle of the room."""
        weeks = page.weeks
        label = _LABEL if width >= _LABEL + weeks else _SHORT_LABEL
        cell = max(1, min(_WIDEST_CELL, (width - label) // weeks))
        left = max(0, (width - label - cell * weeks) // 2)
        return cls(page, left, max(0, (height - _LINES) // 2), label, cell)

    def x_of(self, week: int) -> int:
        """Return the first column of a week."""
        return self.left + self.label + week * self.cell

    def day_at(self, x: int, y: int) -> date | None:
        """Return the day drawn at a place."""
        return self.page.day_at((x - self.x_of(0)) // self.cell, y - self.top - 1)


class YearMap(DayMap):
    """A year: one to three columns a week, one line a weekday."""

    DEFAULT_CSS = """
    YearMap { height: 13; width: 1fr; }
    """

    steps: ClassVar[Mapping[str, int]] = {
        "up": -1, "k": -1, "down": 1, "j": 1,
        "left": -DAYS_IN_WEEK, "h": -DAYS_IN_WEEK, "right": DAYS_IN_WEEK, "l": DAYS_IN_WEEK,
    }  # fmt: skip

    def heading_of(self, year: Year, cursor: date) -> str:  # noqa: ARG002 - of the year as a whole
        """Return what the year holds."""
        return totals(year.days.values())

    def page_of(self, cursor: date) -> Page:
        """Return the year a day is in."""
        return year_page(cursor.year)

    def _grid(self, cursor: date) -> Grid:
        return Grid.within(self.page_of(cursor), *self.content_size)

    def day_at(self, x: int, y: int) -> date | None:
        """Return the day that is drawn at a place."""
        return None if self.cursor is None else self._grid(self.cursor).day_at(x, y)

    def pieces(self, y: int, year: Year, cursor: date) -> Iterable[Piece]:
        """Yield the names of the months, a weekday of all weeks, or the pointer below them."""
        grid = self._grid(cursor)
        line = y - grid.top
        if line == 0:
            return [(_month_names(grid), "label")]
        if 1 <= line <= DAYS_IN_WEEK:
            return self._weekday(line - 1, grid, year, cursor)
        if line == DAYS_IN_WEEK + 1:
            week, _ = grid.page.place_of(cursor)
            return [(" " * grid.x_of(week) + words.POINTER_DOWN, "here")]
        return []

    def _weekday(self, weekday: int, grid: Grid, year: Year, cursor: date) -> Iterator[Piece]:
        name = words.WEEKDAYS[weekday][: grid.label - 1]
        is_here = cursor.weekday() == weekday
        yield " " * grid.left, "label"
        yield name + (words.POINTER_ON if is_here else " "), "here" if is_here else "label"
        for week in range(grid.page.weeks):
            day = grid.page.day_at(week, weekday)
            if day is None:
                yield " " * grid.cell, "label"
                continue
            sign, style, value = self.sign_of(day, year)
            wide = grid.cell - (grid.cell >= _GAP_FROM)
            if day == cursor:
                yield words.CURSOR.center(wide), "on-cursor"
            elif value is None:
                yield sign.ljust(wide), style
            else:
                yield sign * wide, style
            yield " " * (grid.cell - wide), "label"


def _month_names(grid: Grid) -> str:
    line = ""
    for month in range(1, MONTHS_IN_YEAR + 1):
        week, _ = grid.page.place_of(grid.page.first.replace(month=month))
        line = line.ljust(grid.x_of(week)) + words.MONTHS[month - 1]
    return line
