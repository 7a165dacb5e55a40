"""Going back to a copy: all of it or nothing, and what was there before is never gone."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.store.support import bytes_below, found, keep, put, room_for, wal_of
from tracejournal.model.errors import StoreError
from tracejournal.store import backups
from tracejournal.store.engine import Store
from tracejournal.store.opening import open_store
from tracejournal.store.restoring import restore

NOW = datetime(2026, 11, 23, 8, 42, tzinfo=UTC)
WRITER = """
import sys
from tests.store.support import keep
from tracejournal.store.opening import open_store
with open_store(sys.argv[1]) as store:
    keep(store, "one more")
    print(flush=True)
    sys.stdin.readline()
    keep(store, "after it")
"""


@pytest.fixture
def copy(path: Path, store: Store) -> str:
    """A copy that holds “then”, of a journal that now holds “now”, too."""
    keep(store, "then")
    made = backups.make(str(path), str(path.with_name("backups")), NOW)
    keep(store, "now")
    store.close()
    return made.path


def go_back(copy: str, path: Path) -> str:
    return restore(copy, str(path), str(path.with_name("backups")), NOW)


def words_in(path: Path | str) -> set[str]:
    with open_store(str(path)) as store:
        return set(found(store))


def test_the_journal_holds_what_the_copy_holds(copy: str, path: Path) -> None:
    before = Path(copy).read_bytes()
    go_back(copy, path)
    assert words_in(path) == {"then"}
    assert Path(copy).read_bytes() == before


def test_what_was_there_before_is_a_backup_like_the_others(copy: str, path: Path) -> None:
    aside = go_back(copy, path)
    assert aside in [each.path for each in backups.found(str(path.with_name("backups")))]
    assert go_back(aside, path) != aside
    assert words_in(path) == {"then", "now"}


def test_a_window_left_open_goes_on_with_the_restored_journal(copy: str, path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, stdin=-1, stdout=-1, cwd=Path(__file__).parents[2]) as window:
        assert window.stdin
        assert window.stdout
        window.stdout.readline()
        aside = go_back(copy, path)
        window.stdin.write(b"\n")
        window.stdin.close()
        assert window.wait() == 0
    assert words_in(path) == {"then", "after it"}
    assert words_in(aside) == {"then", "now", "one more"}


def test_while_another_program_writes_nothing_is_changed(copy: str, path: Path) -> None:
    with open_store(str(path)) as writer, writer.transaction():
        put(writer, "in the middle")
        with pytest.raises(StoreError, match="did not finish"):
            go_back(copy, path)
    assert words_in(path) == {"then", "now", "in the middle"}


def test_40_what_the_wal_held_does_not_come_back(copy: str, path: Path) -> None:
    with open_store(str(path)) as window:
        keep(window, "in the -wal")
        assert wal_of(path).stat().st_size > 0
        aside = go_back(copy, path)
    assert words_in(path) == {"then"}
    assert words_in(aside) == {"then", "now", "in the -wal"}


def test_40_nor_does_that_of_a_damaged_journal(copy: str, path: Path) -> None:
    with open_store(copy) as other:
        keep(other, "stale")
        stale = wal_of(Path(copy)).read_bytes()
        other.run("DELETE FROM entries WHERE text = 'stale'")
    path.write_bytes(b"no journal at all" * 1_000)
    wal_of(path).write_bytes(stale)
    aside = go_back(copy, path)
    assert words_in(path) == {"then"}
    assert (Path(aside) / "journal.db").read_bytes() == b"no journal at all" * 1_000
    assert (Path(aside) / "journal.db-wal").read_bytes() == stale
    assert not list(path.parent.glob("journal.db?*"))


@pytest.mark.parametrize("damage", [b"", b"text", bytes(8192), b"SQLite format 3\0" + bytes(5000)])
def test_a_damaged_journal_is_put_aside_as_it_is(copy: str, path: Path, damage: bytes) -> None:
    path.write_bytes(damage)
    aside = go_back(copy, path)
    assert words_in(path) == {"then"}
    assert (Path(aside) / "journal.db").read_bytes() == damage
    assert Path(aside).stat().st_mode & 0o777 == 0o700


def test_a_missing_journal_comes_back(copy: str, path: Path) -> None:
    path.unlink()
    assert go_back(copy, path) == ""
    assert words_in(path) == {"then"}


def test_a_damaged_journal_that_someone_has_in_hand_is_left_alone(copy: str, path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(bytes(200))
    code = (
        "import sys; from tracejournal.store.engine import Store\n"
        "store = Store(sys.argv[1]); store.run('BEGIN'); store.value('PRAGMA schema_version')\n"
        "print(flush=True); sys.stdin.readline()"
    )
    assert not backups.is_sound(str(path))
    before = path.read_bytes()
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(command, stdin=-1, stdout=-1) as window:
        assert window.stdout
        window.stdout.readline()
        with pytest.raises(StoreError, match="open in another window"):
            go_back(copy, path)
        window.communicate(b"\n")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"text", "damaged"),
        (b"text" * 5_000, "damaged"),
    ],
)
def test_a_file_that_is_no_sound_copy_changes_nothing(
    copy: str, path: Path, tmp_path: Path, content: bytes, said: str
) -> None:
    chosen = tmp_path / "chosen.db"
    chosen.write_bytes(content)
    before = bytes_below(path.parent)
    with pytest.raises(StoreError, match=said):
        go_back(str(chosen), path)
    assert bytes_below(path.parent) == before
    assert Path(copy).exists()


def test_another_programs_file_changes_nothing(copy: str, path: Path, tmp_path: Path) -> None:
    chosen = tmp_path / "chosen.db"
    chosen.touch()
    with Store(str(chosen)) as other:
        other.run("CREATE TABLE entries (id)")
    before = bytes_below(path.parent)
    with pytest.raises(StoreError, match="not a tracejournal journal"):
        go_back(str(chosen), path)
    assert bytes_below(path.parent) == before
    assert Path(copy).exists()


def test_a_damaged_copy_changes_nothing(copy: str, path: Path) -> None:
    with Store(copy) as opened:
        opened.run("INSERT INTO entries_search (entries_search) VALUES ('delete-all')")
    before = bytes_below(path.parent)
    with pytest.raises(StoreError):
        go_back(copy, path)
    assert bytes_below(path.parent) == before


def test_a_full_disk_changes_nothing(copy: str, path: Path) -> None:
    before = bytes_below(path.parent)
    with room_for(20_000), pytest.raises(StoreError):
        go_back(copy, path)
    assert bytes_below(path.parent) == before


def test_a_journal_with_its_wal_beside_it_can_be_gone_back_to(
    copy: str, path: Path, tmp_path: Path
) -> None:
    chosen = tmp_path / "other" / "journal.db"
    with open_store(str(chosen), create=True) as other:
        keep(other, "from elsewhere")
        assert wal_of(chosen).stat().st_size > 0
        (tmp_path / "copied").mkdir()
        for each in ("journal.db", "journal.db-wal"):
            (tmp_path / "copied" / each).write_bytes((chosen.parent / each).read_bytes())
    go_back(str(tmp_path / "copied" / "journal.db"), path)
    assert words_in(path) == {"from elsewhere"}
    assert Path(copy).exists()


def test_in_a_place_without_a_wal_nobody_can_write_in_between(copy: str, path: Path) -> None:
    """Such as a cloud folder, where the journal is in rollback mode."""
    with Store(str(path)) as store:
        store.run("PRAGMA journal_mode = DELETE")
    before = bytes_below(path.parent)
    with Store(str(path)) as other:
        other.run("BEGIN")
        other.value("SELECT count(*) FROM entries")
        with pytest.raises(StoreError, match="did not finish"):
            go_back(copy, path)
    assert bytes_below(path.parent) == before
    aside = go_back(copy, path)
    assert words_in(path) == {"then"}
    assert words_in(aside) == {"then", "now"}
