"""Each setting of the engine, by what goes wrong without it; by its value where only a power cut,
another system or a damaged page would tell.

BEGIN IMMEDIATE and waiting for other writers: test_durability.py. Nothing left in the index:
test_erasing.py. O_EXCL and O_NOFOLLOW: test_permissions.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from tests.store.support import found, keep, stands_in_a_file, wal_of
from tracejournal.model.entry import Part, Reflection
from tracejournal.model.errors import StoreError
from tracejournal.store.engine import BUSY_MS, Store
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path

VALUES = {
    "synchronous": 2,  # FULL: simulated power cuts lost acknowledged entries with NORMAL
    "fullfsync": 1,  # has an effect on macOS alone, whose fsync leaves words in the drive's cache
    "checkpoint_fullfsync": 1,  # the same, when the -wal goes into the file
    "busy_timeout": BUSY_MS,  # a shell and a window at once: the second waits, and is not refused
    "cell_size_check": 1,  # a damaged page is told of where it is read, not where it is used
}


@pytest.mark.parametrize("name", VALUES)
def test_the_value_of_what_cannot_be_seen_at_work_here(store: Store, name: str) -> None:
    assert store.value(f"PRAGMA {name}") == VALUES[name]


def test_the_same_holds_when_it_is_opened_again(path: Path) -> None:
    with open_store(str(path), create=True):
        pass
    with open_store(str(path)) as store:
        assert {name: store.value(f"PRAGMA {name}") for name in VALUES} == VALUES


def test_what_belongs_to_an_entry_goes_with_it(store: Store) -> None:
    """Without foreign_keys its answers would stay."""
    keep(store, Reflection(parts=(Part("Why?", "with @Jo #rest"),), present=("time",)))
    store.run("DELETE FROM entries")
    for table in ("parts", "entry_people", "entry_tags", "entry_conditions"):
        assert store.value(f"SELECT count(*) FROM {table}") == 0  # noqa: S608 - our own names
    with pytest.raises(StoreError):
        store.run("INSERT INTO parts VALUES (1, 0, 'of no entry', '')")


def test_a_deleted_row_leaves_no_bytes(store: Store, path: Path) -> None:
    """Without secure_delete they stay on a free page, for any editor to see."""
    for number in range(200):
        store.run(
            "INSERT INTO drafts VALUES (?, json_quote(?), '')", (f"s{number}", "qxvmarkerqz" * 9)
        )
    store.run("DELETE FROM drafts")
    store.run("PRAGMA wal_checkpoint(TRUNCATE)")
    assert not stands_in_a_file(path, "qxvmarkerqz")


def test_a_file_cannot_make_the_program_run_functions_by_being_read(store: Store) -> None:
    """Without trusted_schema = OFF a view in a file from elsewhere could call anything."""
    called: list[int] = []
    store.connection.create_function("tell", 0, lambda: called.append(1))
    store.run("CREATE TEMP VIEW own AS SELECT tell()")
    store.run("CREATE VIEW from_elsewhere AS SELECT tell()")
    with pytest.raises(StoreError):
        store.rows("SELECT * FROM from_elsewhere")
    assert called == []


def test_reading_goes_on_while_someone_writes(store: Store, path: Path) -> None:
    """Without the write-ahead log a list would wait for every writer, or be refused."""
    keep(store, "before")
    with open_store(str(path)) as other, other.transaction():
        other.run("UPDATE entries SET text = 'meanwhile'")
        assert wal_of(path).exists()
        assert found(store) == ["before"]


def test_a_wrong_key_writes_nothing_over_the_screen(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Without cipher_log_level = NONE the engine tells on standard error, in the middle of it."""
    with open_store(str(path), create=True):
        pass
    with Store(str(path)) as store:
        store.run("PRAGMA key = 'wrong'")
        with pytest.raises(StoreError):
            store.rows("SELECT * FROM entries")
    assert capfd.readouterr() == ("", "")


def test_the_engine_itself_would_have_told(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with open_store(str(path), create=True):
        pass
    connection = dbapi2.connect(str(path))
    connection.execute("PRAGMA cipher_log_level = WARN")
    connection.execute("PRAGMA key = 'wrong'")
    with pytest.raises(dbapi2.DatabaseError):
        connection.execute("SELECT * FROM entries")
    connection.close()
    assert "ERROR" in capfd.readouterr().err


def test_a_mistyped_path_is_no_new_journal(path: Path) -> None:
    """Without mode=rw the engine makes an empty file, which looks like a journal that was lost."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with pytest.raises(StoreError):
        Store(str(path.with_name("journa.db")))
    assert not path.with_name("journa.db").exists()
