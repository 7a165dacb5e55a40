"""The planner knows how the journal has grown, and learns nothing that was written in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.store.support import keep, put
from tests.support import FakeClock
from tracejournal.journal.journal import Journal
from tracejournal.model.entry import Draft, Moment
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from tracejournal.store.engine import Store

STATISTICS = "SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_stat1'"


def keep_many(path: Path, count: int) -> None:
    with Journal.open(str(path), clock=FakeClock(), create=True) as journal:
        for number in range(count):
            journal.entries.keep(Draft(Moment(f"tea {number} with @Priya #rest")))


def test_a_journal_that_was_written_to_a_lot_is_closed_with_statistics(path: Path) -> None:
    keep_many(path, 60)
    with open_store(str(path)) as store:
        counted = dict(store.rows("SELECT idx, stat FROM sqlite_stat1 WHERE tbl = 'entries'"))
    assert counted["entries_kept"].split()[0] == "60"


def test_keeping_one_moment_leaves_statistics_alone(path: Path) -> None:
    keep_many(path, 1)
    with open_store(str(path)) as store:
        assert store.value(STATISTICS) == 0


def test_statistics_hold_no_names_and_no_words(path: Path) -> None:
    keep_many(path, 60)
    with open_store(str(path)) as store:
        tables = {row[0] for row in store.rows("SELECT name FROM sqlite_schema")}
        samples = (
            store.value("SELECT count(*) FROM sqlite_stat4") if "sqlite_stat4" in tables else 0
        )
        statistics = str(store.rows("SELECT * FROM sqlite_stat1")).casefold()
    assert samples == 0
    assert "priya" not in statistics


def test_another_program_that_writes_is_not_waited_for(store: Store) -> None:
    with store.transaction():
        for _ in range(20):
            put(store, "tea")
    with open_store(store.path) as other, other.transaction():
        put(other, "more")
        store.refresh_statistics()
        assert store.value(STATISTICS) == 0
    keep(store, "and it can write again")
    assert store.value("PRAGMA busy_timeout") > 0
