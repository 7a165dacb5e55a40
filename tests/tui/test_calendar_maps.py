"""The maps as they are drawn: what stands where, and what a click there means."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.calendar import month_page, year_page
from tracejournal.model.days import DaySummary, Year
from tracejournal.tui.widgets import month_map, year_map
from tracejournal.tui.widgets.day_map import DayMap, level_of, value_of
from tracejournal.tui.widgets.month_map import MonthMap
from tracejournal.tui.widgets.year_map import YearMap
from tracejournal.words import calendar as words

DAYS = st.dates(date(MINYEAR, 1, 1), date(MAXYEAR, 12, 31))
SIZES = st.tuples(st.integers(56, 200), st.integers(9, 40))
COUNTS = st.integers(0, 30)
SUMMARIES = st.builds(
    lambda moments, reflections, ratings: DaySummary(
        date(2026, 11, 19), moments, reflections, 0, sum(ratings), len(ratings)
    ),
    COUNTS,
    COUNTS,
    st.lists(st.integers(0, 10), max_size=4),
)


def drawn(day_map: DayMap, cursor: date, height: int, *kept: DaySummary) -> list[str]:
    year = Year(cursor.year, {each.on: each for each in kept}, cursor, cursor.year, cursor.year)
    day_map.year, day_map.cursor, day_map.measure = year, cursor, "moments"
    lines = (day_map.pieces(y, year, cursor) for y in range(height))
    return ["".join(text for text, _ in line) for line in lines]


class SizedYear(YearMap):
    """A year in a room of a given size, without a screen."""

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__()
        self._room = size

    def _grid(self, cursor: date) -> year_map.Grid:
        return year_map.Grid.within(self.page_of(cursor), *self._room)


class SizedMonth(MonthMap):
    """The same for a month."""

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__()
        self._room = size

    def _grid(self, cursor: date) -> month_map.Grid:
        return month_map.Grid.within(self.page_of(cursor), *self._room)


@given(DAYS, SIZES)
def test_a_click_on_what_is_drawn_of_a_day_of_a_year_means_that_day(
    day: date, size: tuple[int, int]
) -> None:
    year = SizedYear(size)
    lines = drawn(year, day, size[1])
    ((y, x),) = [
        (y, line.index(words.CURSOR)) for y, line in enumerate(lines) if words.CURSOR in line
    ]
    assert year.day_at(x, y) == day
    ((below, line),) = [(y, line) for y, line in enumerate(lines) if words.POINTER_DOWN in line]
    assert year.day_at(line.index(words.POINTER_DOWN), y) == day
    assert year.day_at(line.index(words.POINTER_DOWN), below) is None


@given(DAYS, SIZES)
def test_every_day_of_a_year_has_exactly_one_cell_within_the_room(
    day: date, size: tuple[int, int]
) -> None:
    grid = year_map.Grid.within(year_page(day.year), *size)
    width, height = size
    found = [grid.day_at(x, y) for y in range(height) for x in range(width)]
    shown = [each for each in found if each is not None]
    days = (grid.page.last - grid.page.first).days + 1
    assert len(shown) == days * grid.cell
    assert len(set(shown)) == days


@given(DAYS, st.tuples(st.integers(50, 200), st.integers(7, 40)))
def test_a_click_on_what_is_drawn_of_a_day_of_a_month_means_that_day(
    day: date, size: tuple[int, int]
) -> None:
    month = SizedMonth(size)
    lines = drawn(month, day, size[1])
    ((y, x),) = [
        (y, line.index(words.POINTER_ON))
        for y, line in enumerate(lines)
        if words.POINTER_ON in line
    ]
    assert lines[y][x + 1 : x + 3] == f"{day.day:>2}"
    assert month.day_at(x, y) == month.day_at(x + 2, y) == day


@given(DAYS, st.tuples(st.integers(50, 200), st.integers(7, 40)))
def test_every_day_of_a_month_has_exactly_one_cell_within_the_room(
    day: date, size: tuple[int, int]
) -> None:
    grid = month_map.Grid.within(month_page(day.year, day.month), *size)
    found = [grid.day_at(x, y) for y in range(size[1]) for x in range(size[0])]
    shown = [each for each in found if each is not None]
    days = (grid.page.last - grid.page.first).days + 1
    assert len(shown) == days * grid.width * grid.height
    assert len(set(shown)) == days


@pytest.mark.parametrize("size", [(56, 9), (76, 11), (112, 11), (200, 30)])
@pytest.mark.parametrize("year", [2012, 2023, 2024, 2026])
def test_no_line_of_a_map_is_wider_than_its_room(year: int, size: tuple[int, int]) -> None:
    day = date(year, 12, 31)
    busy = [DaySummary(day - timedelta(days=n), 120, 7) for n in range(365)]
    for day_map in (SizedYear(size), SizedMonth(size)):
        assert max(map(len, drawn(day_map, day, size[1], *busy))) <= size[0]


def test_months_and_weekdays_stand_where_their_days_are() -> None:
    lines = drawn(SizedYear((76, 9)), date(2026, 7, 1), 9)
    assert [line.strip()[:2] for line in lines[1:8]] == list(words.WEEKDAYS)
    year = SizedYear((76, 9))
    drawn(year, date(2026, 7, 1), 9)
    for number, name in enumerate(words.MONTHS, start=1):
        first = date(2026, number, 1)
        assert year.day_at(lines[0].index(name), 1 + first.weekday()) == first


def test_more_is_another_sign_not_only_another_colour() -> None:
    kept = [DaySummary(date(2026, 11, 2 + n), moments=n) for n in range(1, 6)]
    lines = drawn(SizedYear((76, 9)), date(2026, 1, 1), 9, *kept)
    signs = [
        lines[1 + each.on.weekday()][_x_of(each.on)]
        for each in kept  # Tuesday to Saturday
    ]
    assert "".join(signs) == "░▒▓██"
    assert lines[1 + 6][_x_of(date(2026, 11, 8))] == words.NOTHING


def _x_of(day: date) -> int:
    grid = year_map.Grid.within(year_page(day.year), 76, 9)
    return grid.x_of(grid.page.place_of(day)[0])


@given(SUMMARIES)
def test_levels_rise_with_the_value_and_a_day_without_a_rating_has_none(day: DaySummary) -> None:
    for measure, _ in words.MEASURES:
        value = value_of(day, measure)
        level = level_of(value, measure)
        assert (level == 0) == (value is None)
        assert 0 <= level <= len(words.SHADES)
        assert level <= level_of((value or 0) + 1, measure)
    assert (value_of(day, "supported") is None) == (day.supported_count == 0)


@pytest.mark.parametrize(
    ("rating", "said"), [(0, "0–2"), (2, "0–2"), (3, "3–5"), (6, "6–8"), (9, "9–10"), (10, "9–10")]
)
def test_the_legend_says_which_ratings_a_sign_stands_for(rating: int, said: str) -> None:
    assert words.RATING_LEVELS[level_of(rating, "supported") - 1] == said


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1"), (3, "3"), (4, "4 and more"), (90, "4 and more")]
)
def test_the_legend_says_which_counts_a_sign_stands_for(count: int, said: str) -> None:
    assert words.COUNT_LEVELS[level_of(count, "moments") - 1] == said
