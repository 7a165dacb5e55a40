"""Periods as they are picked and typed: they end today, which is one of their days."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.errors import Misuse
from tracejournal.model.period import ALL, first_day
from tracejournal.words.patterns import PERIODS

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("all", ALL),
        ("this year", date(2026, 1, 1)),
        ("this-year", date(2026, 1, 1)),
        ("12-months", date(2025, 11, 24)),
        ("last 12 months", date(2025, 11, 24)),
        ("1 year", date(2025, 11, 24)),
        ("90 days", date(2026, 8, 26)),
        ("Last_30_days", date(2026, 10, 25)),
        ("1 day", TODAY),
        ("2 weeks", date(2026, 11, 10)),
        ("9999 years", ALL),
        ("september", date(2026, 9, 1)),
        ("2025", date(2025, 1, 1)),
        ("3 days ago", date(2026, 11, 20)),
        ("last week", date(2026, 11, 16)),
        ("2026-11-22", date(2026, 11, 22)),
    ],
)
def test_a_period_begins_on_a_day(typed: str, first: date) -> None:
    assert first_day(typed, TODAY) == first


def test_every_period_that_can_be_picked_is_understood() -> None:
    for key, label in PERIODS:
        if key != "since":
            assert first_day(key, TODAY) <= TODAY, label


@given(st.text("0123456789- lastdyweekmonthr", max_size=16), st.dates())
def test_anything_typed_is_a_day_or_refused(typed: str, today: date) -> None:
    with suppress(Misuse):
        assert isinstance(first_day(typed, today), date)
