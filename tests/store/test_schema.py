"""The shape of the file: strict, durable, numbered, and readable with everybody's tools."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
import sqlite_utils
from sqlite_utils.migrations import Migrations

from tests.store.support import found, keep
from tests.support import FakeClock
from tracejournal.model.entry import CheckIn, Moment, Part, Reflection
from tracejournal.model.errors import StoreError
from tracejournal.store import migrations
from tracejournal.store.engine import APPLICATION_ID, BUSY_MS, SCHEMA_VERSION, Store
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path

FULL = 2


@pytest.fixture
def filled(path: Path) -> Path:
    """A closed journal with one entry of each type, one sealed and one in the trash."""
    clock = FakeClock()
    with open_store(str(path), create=True) as store:
        moment = Moment(
            "Thanked @Priya and @Night_team #gratitude",
            kind="gratitude",
            direction="given",
            mode="card",
            minutes=5,
            fit="yes",
            supported=8,
            present=("time", "listened"),
            missing=("humour",),
        )
        keep(store, moment, clock.now())
        parts = (Part("What was hard?", "The wait."), Part("What helped?", "@Sam did."))
        clock.pass_time(minutes=1)
        keep(store, Reflection(parts=parts, prompt_id="most-supported"), clock.now())
        clock.pass_time(minutes=1)
        keep(store, CheckIn("tired", energy=3, load=7, supported=5), clock.now())
        for column in ("sealed = 1", "trashed_at = '2026-11-23T08:42:00+00:00'"):
            hidden = keep(store, f"hidden by {column}")
            store.run(f"UPDATE entries SET {column} WHERE uuid = ?", (hidden,))  # noqa: S608 - our own names
    return path


MOMENT = {
    "day": "2026-11-23",
    "time": "08:42",
    "kind": "gratitude",
    "direction": "given",
    "mode": "card",
    "text": "Thanked @Priya and @Night_team #gratitude",
    "people": "Priya, Night team",
    "tags": "gratitude",
    "supported": 8,
    "helped": "time, listened",
    "missing": "humour",
    "minutes": 5,
    "fit": "yes",
}
REFLECTION = {
    "day": "2026-11-23",
    "time": "08:43",
    "question": "What was hard? / What helped?",
    "answer": "The wait.\n\n@Sam did.",
    "people": "Sam",
    "tags": None,
    "supported": None,
    "helped": None,
    "missing": None,
    "prompt": "most-supported",
}
CHECK_IN = {
    "day": "2026-11-23",
    "time": "08:44",
    "energy": 3,
    "load": 7,
    "supported": 5,
    "note": "tired",
}
VIEWS = {"moments": MOMENT, "reflections": REFLECTION, "checkins": CHECK_IN}


def without_id(row: dict[str, Any]) -> dict[str, Any]:
    assert len(row["id"]) == 36
    return {name: value for name, value in row.items() if name != "id"}


@pytest.mark.parametrize("view", VIEWS)
def test_the_views_read_well_with_the_sqlite_that_python_brings(filled: Path, view: str) -> None:
    with closing(sqlite3.connect(filled)) as shell:
        shell.row_factory = sqlite3.Row
        rows = [dict(row) for row in shell.execute(f"SELECT * FROM {view}")]  # noqa: S608 - our own names
    assert [without_id(row) for row in rows] == [VIEWS[view]]


@pytest.mark.parametrize("view", VIEWS)
def test_the_views_read_well_with_sqlite_utils(filled: Path, view: str) -> None:
    database = sqlite_utils.Database(sqlite3.connect(filled))
    try:
        assert view in database.view_names()
        assert [without_id(row) for row in database[view].rows] == [VIEWS[view]]
    finally:
        database.close()


def test_reading_with_another_tool_changes_nothing(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as shell:
        before = shell.execute("SELECT count(*) FROM entries").fetchone()
    with open_store(str(filled)) as store:
        assert before == (5,)
        assert store.value("PRAGMA integrity_check") == "ok"
        assert len(found(store)) == 3


def test_every_table_of_ours_is_strict(store: Store) -> None:
    tables = {
        name: strict
        for name, strict, kind in store.rows("SELECT name, strict, type FROM pragma_table_list")
        if kind == "table" and not name.startswith(("sqlite_", "_sqlite_"))
    }
    assert len(tables) == 15
    assert [name for name, strict in tables.items() if not strict] == []


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", FULL),
        ("fullfsync", 1),
        ("checkpoint_fullfsync", 1),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("busy_timeout", BUSY_MS),
        ("application_id", APPLICATION_ID),
        ("user_version", SCHEMA_VERSION),
    ],
)
def test_the_settings_that_survived_power_cuts_are_in_force(
    path: Path, pragma: str, value: str | int
) -> None:
    with open_store(str(path), create=True) as begun:
        assert begun.value(f"PRAGMA {pragma}") == value
    with open_store(str(path)) as opened:
        assert opened.value(f"PRAGMA {pragma}") == value


def test_the_engine_is_one_without_the_bug_that_corrupts(store: Store) -> None:
    version = tuple(map(int, store.value("SELECT sqlite_version()").split(".")))
    assert version >= (3, 51, 3)


def test_the_schema_version_is_the_number_of_its_steps(store: Store) -> None:
    names = [step.name for step in migrations.steps._migrations]
    assert len(names) == SCHEMA_VERSION
    assert names == sorted(names)
    assert [row[0] for row in store.rows("SELECT name FROM _sqlite_migrations")] == names


def test_steps_that_were_applied_are_not_applied_again(store: Store) -> None:
    keep(store, "here")
    migrations.migrate(store)
    migrations.migrate(store)
    assert found(store) == ["here"]


def test_a_migration_that_fails_leaves_the_file_as_it_was(store: Store) -> None:
    keep(store, "here")
    steps = Migrations("tracejournal")

    @steps(name="9999_half")
    def _half(database: sqlite_utils.Database) -> None:
        database.execute("CREATE TABLE half (made TEXT)")
        database.execute("INSERT INTO nowhere VALUES (1)")

    with pytest.raises(StoreError, match="no such table: nowhere"):
        migrations.migrate(store, steps)
    assert store.value("SELECT 1 FROM sqlite_schema WHERE name = 'half'") is None
    assert found(store) == ["here"]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("type", "poem"),
        ("supported", 11),
        ("energy", -1),
        ("load", "high"),
        ("minutes", 1441),
        ("sealed", 2),
        ("happened_at", "yesterday"),
        ("happened_at", "2026-11-23 08:42"),
        ("happened_on", "2026-11-31"),
        ("happened_on", "23.11.2026"),
        ("uuid", None),
    ],
)
def test_another_tool_cannot_write_what_we_could_not_read(
    store: Store, column: str, value: object
) -> None:
    keep(store, "here")
    with pytest.raises(StoreError):
        store.run(f"UPDATE entries SET {column} = ?", (value,))  # noqa: S608 - our own names
    assert found(store) == ["here"]


def test_what_we_write_into_json_columns_is_json(store: Store) -> None:
    for table, columns in (
        ("revisions", "entry_uuid, content, replaced_at"),
        ("drafts", "slot, fields, saved_at"),
        ("draft_revisions", "slot, fields, saved_at"),
    ):
        uuid = keep(store, "here")
        insert = f"INSERT INTO {table} ({columns}) VALUES (?, ?, '2026')"  # noqa: S608 - our own names
        with pytest.raises(StoreError):
            store.run(insert, (uuid, "{not json"))
        store.run(insert, (uuid, json.dumps({"text": "words"})))
