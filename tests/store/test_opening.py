"""Opened only when it is ours and whole. What is refused is left as it is, byte for byte."""

from __future__ import annotations

import os
import random
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlite_utils import Database

from tests.store.support import bytes_below, found, keep, put, wal_of, without_privileges
from tracejournal.model.errors import Damaged, NoJournal, StoreError
from tracejournal.store.engine import APPLICATION_ID, SCHEMA_STEPS, SCHEMA_VERSION, Store
from tracejournal.store.migrations import steps
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EMPTY = "is empty, so it is not opened as a journal. Nothing was changed."
FOREIGN = "is not a tracejournal journal, so it is left as it is."
DAMAGED = "is damaged, or is locked and what opens it is missing. Nothing was changed."
NEWER = "was written by a newer tracejournal. Nothing was changed. Update tracejournal"
LINK = "is a link to somewhere else."
UNREADABLE = "cannot be opened. Nothing was changed. Check who owns the file and its folder"
LEFTOVER = "is missing, but parts of it are still beside it. Nothing was changed."


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The content of a journal with 500 moments in it."""
    path = tmp_path_factory.mktemp("written") / "journal.db"
    with open_store(str(path), create=True) as store, store.transaction():
        for number in range(500):
            put(store, f"moment {number} with some words to fill a page or two")
    return path.read_bytes()


@pytest.fixture
def begun(path: Path, written: bytes) -> Path:
    """That journal, in this test's home."""
    path.parent.mkdir(parents=True)
    path.write_bytes(written)
    return path


def nothing(path: Path) -> None:
    path.write_bytes(b"")


def another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as theirs:
        theirs.execute("CREATE TABLE bookmarks (url TEXT)")
        theirs.commit()


def another_program_that_is_running(path: Path) -> None:
    """Leave a -wal behind that opening and closing the file would write into it."""
    path.unlink()
    with closing(sqlite3.connect(path)) as theirs:
        theirs.executescript("PRAGMA journal_mode = WAL; CREATE TABLE bookmarks (url TEXT);")
        as_they_are = {file: file.read_bytes() for file in (path, wal_of(path))}
    for file, content in as_they_are.items():
        file.write_bytes(content)


def plain_text(path: Path) -> None:
    path.write_text("Dear diary,\n" * 1_000, "utf-8")


def random_bytes(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(8_192))  # noqa: S311 - no secret, any will do


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def a_few_bytes(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def cut_within_a_page(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def zeroed_header(path: Path) -> None:
    path.write_bytes(bytes(100) + path.read_bytes()[100:])


def windows_line_endings(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def written_by_a_newer_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as theirs:
        theirs.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def a_link(path: Path) -> None:
    path.symlink_to(path.rename(path.with_name("elsewhere.db")))


def a_link_to_nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("nowhere.db"))


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def only_its_wal(path: Path) -> None:
    path.unlink()
    wal_of(path).write_bytes(b"what was not yet in the file")


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (nothing, EMPTY),
        (another_program, FOREIGN),
        (another_program_that_is_running, FOREIGN),
        (plain_text, DAMAGED),
        (random_bytes, DAMAGED),
        (half, DAMAGED),
        (a_few_bytes, DAMAGED),
        (cut_within_a_page, DAMAGED),
        (zeroed_header, DAMAGED),
        (windows_line_endings, DAMAGED),
        (a_link, LINK),
        (a_link_to_nowhere, LINK),
        (a_folder, UNREADABLE),
        (a_pipe, UNREADABLE),
        (only_its_wal, LEFTOVER),
    ],
)
def test_what_is_not_right_is_refused_in_plain_words_and_left_alone(
    begun: Path, tmp_path: Path, change: Callable[[Path], None], sentence: str, create: bool
) -> None:
    change(begun)
    before = bytes_below(tmp_path)
    with pytest.raises(StoreError) as refused:
        open_store(str(begun), create=create)
    assert sentence in str(refused.value)
    assert str(begun) in str(refused.value)
    assert bytes_below(tmp_path) == before


def made_by_an_unknown_step(path: Path) -> None:
    with closing(sqlite3.connect(path)) as theirs, theirs:
        theirs.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('tracejournal', '0002_x')"
        )


@pytest.mark.parametrize("change", [written_by_a_newer_version, made_by_an_unknown_step])
def test_what_a_newer_version_wrote_can_be_read_and_not_be_changed(
    begun: Path, change: Callable[[Path], None]
) -> None:
    change(begun)
    with closing(sqlite3.connect(begun)) as theirs:
        theirs.execute("PRAGMA journal_mode = DELETE")  # leaves nothing beside it
    before = begun.read_bytes()
    with open_store(str(begun)) as store:
        assert len(found(store)) == 500
        assert found(store, "moment 7")
        with pytest.raises(StoreError, match="can be read, but not written"):
            keep(store, "here")
    with pytest.raises(StoreError) as refused:
        open_store(str(begun), create=True)
    assert NEWER in str(refused.value)
    assert str(begun) in str(refused.value)
    assert begun.read_bytes() == before


def test_a_newer_version_that_is_still_in_the_wal_is_seen_too(begun: Path) -> None:
    newer = Store(str(begun))
    newer.run(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    try:
        with pytest.raises(StoreError, match="was written by a newer tracejournal"):
            open_store(str(begun), create=True)
        with open_store(str(begun)) as store:
            assert len(found(store)) == 500
    finally:
        newer.close()


def test_the_steps_that_are_known_are_those_there_are() -> None:
    assert tuple(step.name for step in steps.pending(Database(memory=True))) == SCHEMA_STEPS


def test_a_power_cut_in_the_middle_of_a_checkpoint_is_recovered_from(
    path: Path, tmp_path: Path
) -> None:
    """The first page says how long the file will be; the pages are still in the -wal."""
    with open_store(str(path), create=True) as store:
        store.run("PRAGMA wal_autocheckpoint = 0")
        with store.transaction():
            for number in range(500):
                put(store, f"moment {number} with some words to fill a page or two")
        before, wal = path.read_bytes(), wal_of(path).read_bytes()
    after = path.read_bytes()
    page = int.from_bytes(after[16:18], "big")
    torn = tmp_path / "torn.db"
    torn.write_bytes(after[:page] + before[page:])
    wal_of(torn).write_bytes(wal)
    with open_store(str(torn)) as store:
        assert len(found(store)) == 500
        assert store.value("PRAGMA integrity_check") == "ok"


def test_where_there_is_none_none_is_begun_by_accident(path: Path, tmp_path: Path) -> None:
    with pytest.raises(NoJournal, match=r"There is no journal yet\. Run `tracejournal`"):
        open_store(str(path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("mode", [0o000, 0o400])
def test_a_file_that_may_not_be_read_or_written_is_refused(begun: Path, mode: int) -> None:
    begun.chmod(mode)
    with pytest.raises(StoreError, match=UNREADABLE):
        without_privileges(lambda: open_store(str(begun)))


def test_a_folder_that_may_not_be_written_is_refused(begun: Path) -> None:
    begun.parent.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="can be read, but not written"):
            without_privileges(lambda: found(open_store(str(begun))))
    finally:
        begun.parent.chmod(0o700)


@pytest.mark.parametrize(
    "name", ["with space.db", "100%.db", "what?.db", "#1.db", "tagebücher.db", "a&b=c.db", "家.db"]
)
def test_any_name_of_a_file_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / "folder" / name
    with open_store(str(path), create=True) as store:
        keep(store, "here")
    assert list(path.parent.iterdir()) == [path]
    with open_store(str(path)) as store:
        assert found(store) == ["here"]


def test_a_path_that_begins_with_two_slashes_will_do(path: Path) -> None:
    with open_store(f"/{path}", create=True) as store:
        keep(store, "here")
    assert path.exists()


def test_a_path_below_the_present_folder_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store("journal.db", create=True) as store:
        keep(store, "here")
    assert (tmp_path / "journal.db").exists()


def test_a_copy_that_a_shell_made_gets_its_write_ahead_log_back(
    begun: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    with closing(sqlite3.connect(begun)) as shell:
        shell.execute("VACUUM INTO ?", (str(copy),))
    with closing(sqlite3.connect(copy)) as shell:
        assert shell.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert shell.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    with open_store(str(copy)) as store:
        assert store.value("PRAGMA journal_mode") == "wal"
        assert len(found(store)) == 500


def test_a_damaged_name_in_the_schema_is_damage(path: Path) -> None:
    with open_store(str(path), create=True):
        pass
    path.write_bytes(path.read_bytes().replace(b"tablepeople", b"tablepeopl\xff", 1))
    with pytest.raises(Damaged, match="is damaged"):
        open_store(str(path))


def test_a_damaged_byte_in_one_entry_hides_neither_it_nor_the_others(path: Path) -> None:
    with open_store(str(path), create=True) as store:
        keep(store, "whole")
        keep(store, "damXged")
    path.write_bytes(path.read_bytes().replace(b"damXged", b"dam\xffged"))
    with open_store(str(path)) as store:
        assert found(store) == ["dam\ufffdged", "whole"]
        keep(store, "and on")
        assert found(store)[0] == "and on"
