"""Which backups stay: the newest of 12 days, 10 weeks and 9 months, whatever the clock did."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.backup import DAILY, MONTHLY, WEEKLY, worth_keeping

TEN_YEARS = 10 * 365 * 24 * 60
TIMES = st.lists(
    st.integers(0, TEN_YEARS).map(
        lambda minutes: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    ),
    max_size=80,
)


def every_day(count: int) -> list[datetime]:
    """A backup at noon on each of so many days, the newest first."""
    last = datetime(2026, 11, 23, 12, tzinfo=UTC)
    return [last - timedelta(days=back) for back in range(count)]


def test_none_stay_where_there_are_none() -> None:
    assert worth_keeping([]) == set()


@given(TIMES)
def test_what_stays_was_there_and_the_newest_is_among_it(times: list[datetime]) -> None:
    kept = worth_keeping(times)
    assert kept <= set(times)
    assert not times or max(times) in kept


@given(TIMES)
def test_to_choose_again_changes_nothing(times: list[datetime]) -> None:
    kept = worth_keeping(times)
    assert worth_keeping(kept) == kept


@given(TIMES)
def test_there_are_never_more_than_the_periods(times: list[datetime]) -> None:
    assert len(worth_keeping(times)) <= DAILY + WEEKLY + MONTHLY


@given(TIMES)
def test_a_day_a_week_or_a_month_among_the_latest_always_has_its_newest(
    times: list[datetime],
) -> None:
    kept = worth_keeping(times)
    for most, period in (
        (12, lambda at: at.date()),
        (10, lambda at: at.isocalendar()[:2]),
        (9, lambda at: (at.year, at.month)),
    ):
        latest = sorted({period(at) for at in times}, reverse=True)[:most]
        assert {max(at for at in times if period(at) == each) for each in latest} <= kept


def test_a_year_of_daily_backups_becomes_days_weeks_and_months() -> None:
    weeks = [
        "11-23",
        "11-22",
        "11-15",
        "11-08",
        "11-01",
        "10-25",
        "10-18",
        "10-11",
        "10-04",
        "09-27",
    ]
    months = ["11-23", "10-31", "09-30", "08-31", "07-31", "06-30", "05-31", "04-30", "03-31"]
    expected = {datetime.fromisoformat(f"2026-{day}T12:00Z") for day in weeks + months}
    assert worth_keeping(every_day(365)) == {*every_day(12), *expected}


def test_an_absence_costs_no_backup() -> None:
    before = every_day(12)
    back = datetime(2029, 1, 1, tzinfo=UTC)
    assert worth_keeping([*before, back]) == {back, *before[:11]}
