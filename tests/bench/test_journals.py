"""The synthetic journals: seeded, whole, and like what people keep."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from bench.journals import LAST_DAY, Author, journal_of, write_journal
from tracejournal.journal.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

TABLES = ("entries", "parts", "people", "tags", "entry_people", "entry_tags", "entry_conditions")


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(dbapi2.connect(str(path))) as connection:
        return {
            table: connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - our own names
            for table in TABLES
        }


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.db"
    write_journal(path, 300)
    return path


def test_the_same_seed_gives_the_same_journal_and_another_seed_another(
    small: Path, tmp_path: Path
) -> None:
    again, other = tmp_path / "again.db", tmp_path / "other.db"
    write_journal(again, 300)
    write_journal(other, 300, seed=2)
    assert contents(small) == contents(again)
    assert contents(small)["entries"] != contents(other)["entries"]
    assert all(contents(small).values())


def test_the_product_opens_it_and_finds_what_was_written(small: Path) -> None:
    with Journal.open(str(small)) as journal:
        rows = journal.history.find()
        sealed = journal.history.find(shelf="sealed")
        assert len(rows) + len(sealed) == 300
        assert journal.history.lines(rows[:1])[rows[0]].when.on <= LAST_DAY
        assert 0 < len(journal.history.find("thanked")) < 300


def test_index_and_summary_are_in_step(small: Path) -> None:
    with closing(dbapi2.connect(str(small))) as connection:
        connection.execute(
            "INSERT INTO entries_search (entries_search, rank) VALUES ('integrity-check', 1)"
        )
        counted = "SELECT sum(moments) + sum(reflections) + sum(check_ins) FROM days"
        in_sight = "SELECT count(*) FROM entries WHERE sealed = 0"
        assert connection.execute(counted).fetchone() == connection.execute(in_sight).fetchone()


def test_it_is_like_what_people_keep() -> None:
    written = list(Author(3_000).entries())
    types = Counter(each.content.type for each in written)
    assert 0.08 < types["reflection"] / 3_000 < 0.12
    assert 0.12 < types["check-in"] / 3_000 < 0.18
    assert len({name for each in written for name in each.content.people}) == 60
    assert any(each.content.present for each in written)
    assert any(each.content.missing for each in written)
    assert any(each.content.tags for each in written)


def test_rows_and_ids_are_in_the_order_of_time() -> None:
    written = list(Author(500).entries())
    for earlier, later in pairwise(written):
        assert earlier.row < later.row
        assert earlier.uuid[:13] <= later.uuid[:13]
        assert earlier.when.at < later.when.at
    assert len({each.uuid for each in written}) == 500
    assert {each.uuid[14] for each in written} == {"7"}


def test_the_cache_keeps_a_journal(tmp_path: Path) -> None:
    made = journal_of(tmp_path, 10)
    changed = made.stat().st_mtime_ns
    assert journal_of(tmp_path, 10) == made
    assert made.stat().st_mtime_ns == changed
