"""Days and times as people type them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.dates import MONTHS, WEEKDAYS, parse_day, parse_span, parse_time
from tracejournal.model.errors import Misuse

MONDAY = date(2026, 11, 23)

ALMOST_DATES = st.text("0123456789-:. ago daysweekmonthlastisfridaypm", max_size=16)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-23", date(2026, 11, 23)),
        ("2026-1-2", date(2026, 1, 2)),
        (" Today ", MONDAY),
        ("yesterday", date(2026, 11, 22)),
        ("monday", MONDAY),
        ("tuesday", date(2026, 11, 17)),
        ("sun", date(2026, 11, 22)),
        ("Fri", date(2026, 11, 20)),
        ("3 days ago", date(2026, 11, 20)),
        ("1 week ago", date(2026, 11, 16)),
        ("2_weeks_ago", date(2026, 11, 9)),
        ("2024-02-29", date(2024, 2, 29)),
    ],
)
def test_a_day_as_it_is_said(typed: str, day: date) -> None:
    assert parse_day(typed, MONDAY) == day


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("this week", date(2026, 11, 23), date(2026, 11, 29)),
        ("last-week", date(2026, 11, 16), date(2026, 11, 22)),
        ("this month", date(2026, 11, 1), date(2026, 11, 30)),
        ("last month", date(2026, 10, 1), date(2026, 10, 31)),
        ("september", date(2026, 9, 1), date(2026, 9, 30)),
        ("dec", date(2025, 12, 1), date(2025, 12, 31)),
        ("november", date(2026, 11, 1), date(2026, 11, 30)),
        ("today", MONDAY, MONDAY),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_stretch_of_days(typed: str, first: date, last: date) -> None:
    assert parse_span(typed, MONDAY) == (first, last)


def test_last_month_in_january_is_december() -> None:
    assert parse_span("last month", date(2027, 1, 5)) == (date(2026, 12, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    "typed", ["2026-02-30", "2026-13-01", "2026-00-10", "0000-01-01", "2025-02-29"]
)
def test_a_day_that_does_not_exist_is_said_to_not_exist(typed: str) -> None:
    with pytest.raises(Misuse) as refused:
        parse_day(typed, MONDAY)
    assert str(refused.value) == f"There is no such day as {typed}. Check the day and the month."


@pytest.mark.parametrize(
    "typed", ["", "soon", "2026-11", "this week", "23.11.2026", "20261123", "ju", "{value}"]
)
def test_what_is_no_single_day_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(Misuse) as refused:
        parse_day(typed, MONDAY)
    assert str(refused.value) == (
        f"“{typed}” is not a day I can read. Try 2026-11-23, today, yesterday or monday."
    )


@given(st.dates())
def test_every_day_can_be_typed_the_iso_way(day: date) -> None:
    assert parse_day(day.isoformat(), MONDAY) == day


@given(st.dates(), st.dates())
def test_a_month_and_a_year_hold_their_days(day: date, today: date) -> None:
    first, last = parse_span(day.isoformat()[:7], today)
    assert first <= day <= last
    assert (first.day, first.month, last.month) == (1, day.month, day.month)
    assert last == date.max or (last + timedelta(days=1)).day == 1
    assert parse_span(day.isoformat()[:4], today) == (
        day.replace(month=1, day=1),
        day.replace(month=12, day=31),
    )


@given(st.sampled_from(WEEKDAYS), st.dates(date(1900, 1, 1)), st.integers(3, 9))
def test_a_weekday_is_the_latest_one_today_included(name: str, today: date, letters: int) -> None:
    day = parse_day(name[:letters], today)
    assert day.weekday() == WEEKDAYS.index(name)
    assert 0 <= (today - day).days < 7


@given(st.sampled_from(MONTHS), st.dates(date(1900, 1, 1)))
def test_a_month_by_name_is_the_latest_that_has_begun(name: str, today: date) -> None:
    first, last = parse_span(name, today)
    assert first.month == last.month == MONTHS.index(name) + 1
    assert first <= today
    assert (today - first).days < 366


@given(st.one_of(st.text(max_size=20), ALMOST_DATES), st.dates())
def test_nonsense_is_refused_and_never_anything_worse(typed: str, today: date) -> None:
    for parse in (parse_day, parse_span):
        with suppress(Misuse):
            parse(typed, today)


@pytest.mark.parametrize("typed", ["9999 weeks ago", "last month", "yesterday", "last week"])
def test_before_the_first_day_of_all_there_is_none(typed: str) -> None:
    with pytest.raises(Misuse, match="There is no such day"):
        parse_span(typed, date.min)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("08:15", time(8, 15)),
        ("8.15", time(8, 15)),
        ("14h30", time(14, 30)),
        ("2pm", time(14)),
        ("2 PM", time(14)),
        ("12am", time(0)),
        ("12:30 pm", time(12, 30)),
        ("0:00", time(0)),
        ("23:59", time(23, 59)),
        ("noon", time(12)),
        ("midnight", time(0)),
    ],
)
def test_a_time_as_it_is_said(typed: str, at: time) -> None:
    assert parse_time(typed) == at


@pytest.mark.parametrize(
    "typed", ["25:00", "24:00", "8:60", "13pm", "0am", "8", "", "later", "8:5"]
)
def test_a_time_that_is_none_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(Misuse) as refused:
        parse_time(typed)
    assert str(refused.value) == f"“{typed}” is not a time I can read. Try 08:15, 14.30 or 2pm."


@given(st.times())
def test_every_minute_of_the_day_can_be_typed(at: time) -> None:
    minute = at.replace(second=0, microsecond=0)
    assert parse_time(f"{minute:%H:%M}") == minute


@given(st.one_of(st.text(max_size=12), ALMOST_DATES))
def test_any_other_text_is_refused_and_never_anything_worse(typed: str) -> None:
    with suppress(Misuse):
        parse_time(typed)
