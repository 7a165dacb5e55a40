from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.store.support import keep, steps
from tests.support import FakeClock
from tracejournal.model.days import DaySummary
from tracejournal.model.entry import CheckIn, Moment
from tracejournal.store import days, entries
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tracejournal.store.engine import Store

CLOCK = FakeClock()
FEW, MANY = 200, 2_000

_DAYS = """
    WITH RECURSIVE ago (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM ago WHERE n + 1 < ?)
    INSERT INTO days (day, moments) SELECT date('2026-11-23', -n || ' days'), 1 FROM ago
"""


def keep_on(store: Store, day: date, content: Moment | CheckIn) -> str:
    return keep(store, content, CLOCK.on_day(day))


def test_a_day_tells_its_counts_and_its_ratings(store: Store) -> None:
    day = date(2026, 11, 19)
    keep_on(store, day, Moment("tea", supported=8))
    keep_on(store, day, Moment("a walk"))
    keep_on(store, day, CheckIn(supported=5))
    assert days.summaries(store, day, day) == {day: DaySummary(day, 2, 0, 1, 13, 2)}


def test_ratings_are_told_as_their_mean_and_no_rating_as_none() -> None:
    day = date(2026, 11, 19)
    assert DaySummary(day, moments=2).supported is None
    assert DaySummary(day, supported_sum=0, supported_count=1).supported == 0
    assert DaySummary(day, supported_sum=13, supported_count=2).supported == 7
    assert DaySummary(day, supported_sum=19, supported_count=3).supported == 6


def test_the_first_and_the_last_day_are_those_with_something_in_sight(store: Store) -> None:
    assert days.first_and_last(store) is None
    wanted = [date(2024, 2, 29), date(2026, 11, 23), date(2027, 1, 1)]
    ids = [keep_on(store, day, Moment("tea")) for day in wanted]
    assert days.first_and_last(store) == (wanted[0], wanted[2])
    with store.transaction():
        entries.set_sealed(store, ids[:1], sealed=True)
        entries.set_trashed(store, ids[2:], "2026")
    assert days.first_and_last(store) == (wanted[1], wanted[1])
    assert set(days.summaries(store, date.min, date.max)) == {wanted[1]}


def test_a_year_and_the_ends_cost_the_same_however_long_the_journal(tmp_path: Path) -> None:
    asked: list[Callable[[Store], object]] = [
        days.first_and_last,
        lambda store: days.summaries(store, date(2026, 10, 1), date(2026, 10, 31)),
    ]
    with (
        open_store(str(tmp_path / "few.db"), create=True) as few,
        open_store(str(tmp_path / "many.db"), create=True) as many,
    ):
        few.run(_DAYS, (FEW,))
        many.run(_DAYS, (MANY,))
        assert all(steps(many, each) <= steps(few, each) for each in asked)
        scan = "SELECT count(moments) FROM days"
        assert steps(many, lambda store: store.rows(scan)) > 5 * steps(
            few, lambda store: store.rows(scan)
        )


def test_days_are_found_by_their_key_and_never_sorted(store: Store) -> None:
    statements: list[str] = []
    store.connection.set_trace_callback(statements.append)
    days.summaries(store, date(2026, 1, 1), date(2026, 12, 31))
    days.first_and_last(store)
    store.connection.set_trace_callback(None)
    plans = [step[3] for sql in statements for step in store.rows(f"EXPLAIN QUERY PLAN {sql}")]
    assert plans == [
        "SEARCH days USING PRIMARY KEY (day>? AND day<?)",
        "SCAN days",  # in the order of the key, and it ends at the first day that holds anything
        "SCAN days",
    ]
