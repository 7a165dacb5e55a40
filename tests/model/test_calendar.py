from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.calendar import Page, month_later, month_page, year_page

YEARS = st.integers(MINYEAR, MAXYEAR)
PAGES = YEARS.map(year_page) | st.builds(month_page, YEARS, st.integers(1, 12))


def days_of(page: Page) -> list[date]:
    return [date.fromordinal(n) for n in range(page.first.toordinal(), page.last.toordinal() + 1)]


@given(PAGES)
def test_every_day_has_one_place_and_every_place_at_most_one_day(page: Page) -> None:
    places = [page.place_of(day) for day in days_of(page)]
    assert [page.day_at(*place) for place in places] == days_of(page)
    others = {(week, weekday) for week in range(-1, page.weeks + 1) for weekday in range(-1, 8)}
    assert {page.day_at(*place) for place in others - set(places)} == {None}


@given(PAGES)
def test_weeks_begin_on_monday_and_are_as_many_as_are_touched(page: Page) -> None:
    places = [page.place_of(day) for day in days_of(page)]
    assert [weekday for _, weekday in places] == [day.weekday() for day in days_of(page)]
    assert {week for week, _ in places} == set(range(page.weeks))


@pytest.mark.parametrize(
    ("year", "weeks", "days"),
    [(2026, 53, 365), (2024, 53, 366), (2023, 53, 365), (2012, 54, 366), (2040, 54, 366)],
)
def test_a_year_touches_53_weeks_or_54_where_a_leap_year_begins_on_a_sunday(
    year: int, weeks: int, days: int
) -> None:
    assert (year_page(year).weeks, len(days_of(year_page(year)))) == (weeks, days)


@pytest.mark.parametrize(
    ("day", "by", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), -48, date(2020, 2, 29)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date.min, -1, date.min),
        (date.max, 12, date.max),
    ],
)
def test_another_month_has_the_same_day_or_its_last(day: date, by: int, later: date) -> None:
    assert month_later(day, by) == later


@given(st.dates(), st.integers(-500, 500))
def test_a_month_later_is_in_that_month(day: date, by: int) -> None:
    later = month_later(day, by)
    months = (later.year - day.year) * 12 + later.month - day.month
    assert months == by or later in (date.min, date.max)
    assert later.day <= day.day or later == date.max
    if later.day < day.day and later != date.min:
        assert (later + timedelta(days=1)).day == 1
