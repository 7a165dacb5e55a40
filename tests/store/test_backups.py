"""A copy is whole and checked before it has a name; a failed one leaves and harms nothing."""

from __future__ import annotations

import os
import stat
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.store.support import bytes_below, keep, without_privileges
from tracejournal.model.backup import Backup, Contents
from tracejournal.model.errors import StoreError
from tracejournal.store import backups
from tracejournal.store.engine import SCHEMA_VERSION, Store
from tracejournal.store.opening import open_store

NOW = datetime(2026, 11, 23, 8, 42, tzinfo=UTC)


@pytest.fixture
def folder(path: Path, store: Store) -> Path:
    """Where the copies of a new journal go."""
    assert store.path == str(path)
    return path.with_name("backups")


def make(path: Path, folder: Path, **later: float) -> Backup:
    return backups.make(str(path), str(folder), NOW + timedelta(**later))


def left_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.name != ".lock")


class TestOneCopy:
    def test_it_holds_what_the_journal_held_then(
        self, store: Store, path: Path, folder: Path
    ) -> None:
        keep(store, "before")
        copy = make(path, folder)
        keep(store, "after")
        held = backups.contents(copy.path)
        assert held is not None
        assert held.entries == 1
        with Store(copy.path) as opened:
            assert opened.rows("SELECT text FROM entries") == [("before",)]

    def test_its_name_says_when_it_was_made(self, path: Path, folder: Path) -> None:
        assert make(path, folder).name == "journal-2026-11-23T084200Z.db"
        assert make(path, folder).name == "journal-2026-11-23T084200Z-2.db"
        assert left_in(folder) == [
            "journal-2026-11-23T084200Z-2.db",
            "journal-2026-11-23T084200Z.db",
        ]

    def test_it_is_one_file_that_only_its_owner_can_read(self, path: Path, folder: Path) -> None:
        before = os.umask(0)
        try:
            copy = make(path, folder)
        finally:
            os.umask(before)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()} == {0o600}
        with Store(copy.path) as opened:
            assert opened.value("PRAGMA journal_mode") == "delete"
        assert left_in(folder) == [copy.name]

    def test_it_opens_as_a_journal(self, store: Store, path: Path, folder: Path) -> None:
        keep(store, "words")
        copy = make(path, folder)
        with open_store(copy.path) as opened:
            assert opened.value("SELECT text FROM entries") == "words"
            assert opened.value("SELECT count(*) FROM entries_search('words')") == 1

    def test_drafts_are_in_it(self, store: Store, path: Path, folder: Path) -> None:
        store.run("INSERT INTO drafts VALUES ('moment::1', '{}', '2026')")
        with Store(make(path, folder).path) as opened:
            assert opened.value("SELECT slot FROM drafts") == "moment::1"

    def test_one_in_a_place_of_ones_own_takes_no_name_that_is_taken(
        self, folder: Path, path: Path, tmp_path: Path
    ) -> None:
        mine = tmp_path / "mine.db"
        assert not folder.exists()
        backups.make_at(str(path), str(mine))
        before = bytes_below(tmp_path)
        with pytest.raises(StoreError, match="is there already"):
            backups.make_at(str(path), str(mine))
        assert bytes_below(tmp_path)[mine] == before[mine]


class TestChecks:
    def test_a_sound_copy_passes(self, store: Store, path: Path, folder: Path) -> None:
        keep(store, "words")
        copy = make(path, folder)
        assert backups.verify(copy.path, entries=1) == Contents(1, NOW.date())

    def test_a_copy_with_another_count_does_not(self, path: Path, folder: Path) -> None:
        copy = make(path, folder)
        with pytest.raises(StoreError, match="did not pass"):
            backups.verify(copy.path, entries=1)

    def test_nor_one_whose_index_is_not_its_text(
        self, store: Store, path: Path, folder: Path
    ) -> None:
        keep(store, "words")
        copy = make(path, folder)
        with Store(copy.path) as opened:
            opened.run("INSERT INTO entries_search (entries_search) VALUES ('delete-all')")
        assert not backups.is_sound(copy.path)

    def test_nor_one_with_a_page_of_zeros(self, store: Store, path: Path, folder: Path) -> None:
        for number in range(200):
            keep(store, f"number {number} " + "long " * 50)
        copy = make(path, folder)
        with Path(copy.path).open("r+b") as file:
            file.seek(4096 * 20)
            file.write(bytes(4096))
        assert not backups.is_sound(copy.path)

    def test_nor_another_programs_file(self, tmp_path: Path) -> None:
        other = tmp_path / "other.db"
        other.touch()
        with Store(str(other)) as store:
            store.run("CREATE TABLE entries (id)")
        assert not backups.is_sound(str(other))

    def test_an_index_that_is_off_is_made_again_in_the_copy(
        self, store: Store, path: Path, folder: Path
    ) -> None:
        keep(store, "words")
        store.run("INSERT INTO entries_search (entries_search) VALUES ('delete-all')")
        copy = make(path, folder)
        assert backups.is_sound(copy.path)
        assert not backups.is_sound(str(path))

    def test_a_damaged_journal_gives_no_copy(self, store: Store, path: Path, folder: Path) -> None:
        for number in range(200):
            keep(store, f"number {number} " + "long " * 50)
        store.run("PRAGMA wal_checkpoint(TRUNCATE)")
        with path.open("r+b") as file:
            file.seek(4096 * 20)
            file.write(bytes(4096))
        with pytest.raises(StoreError, match="There is no new backup"):
            make(path, folder)
        assert left_in(folder) == []


class TestFaults:
    def test_24_a_folder_that_cannot_be_written_is_told_in_one_sentence(
        self, path: Path, folder: Path
    ) -> None:
        folder.mkdir(mode=0o500)
        with pytest.raises(StoreError, match=r"There is no new backup\. The folder") as told:
            without_privileges(lambda: make(path, folder))
        assert "untouched" in str(told.value)
        folder.chmod(0o700)
        assert left_in(folder) == []

    def test_what_is_no_longer_wanted_is_given_up(
        self, store: Store, path: Path, folder: Path
    ) -> None:
        for number in range(300):
            keep(store, f"number {number} " + "long " * 100)
        with pytest.raises(StoreError):
            backups.make(str(path), str(folder), NOW, is_wanted=lambda: False)
        assert left_in(folder) == []

    def test_two_at_once_take_turns(self, store: Store, path: Path, folder: Path) -> None:
        keep(store, "words")
        makers = [threading.Thread(target=make, args=(path, folder)) for _ in range(4)]
        for maker in makers:
            maker.start()
        for maker in makers:
            maker.join()
        copies = backups.found(str(folder))
        assert len(copies) == 4
        assert all(backups.is_sound(copy.path) for copy in copies)


class TestTheFolder:
    def test_copies_are_listed_newest_first(self, path: Path, folder: Path) -> None:
        made = [make(path, folder, hours=hours).name for hours in (0, 2, 1)]
        assert [copy.name for copy in backups.found(str(folder))] == [made[1], made[2], made[0]]

    @pytest.mark.parametrize(
        "name",
        [
            "journal.db",
            "journal-2026-11-23.db",
            "journal-2026-13-23T084200Z.db",
            "journal-2026-11-23T084200Z.db.part-12345678",
            "journal-2026-11-23T084200Z-mine.db",
            "my journal-2026-11-23T084200Z.db",
        ],
    )
    def test_files_of_others_are_neither_listed_nor_rotated_out(
        self, path: Path, folder: Path, name: str
    ) -> None:
        folder.mkdir()
        (folder / name).write_text("mine")
        assert backups.found(str(folder)) == []
        copy = backups.make(str(path), str(folder), NOW + timedelta(days=400))
        backups.rotate(str(folder), copy)
        if backups.PART not in name:
            assert (folder / name).read_text() == "mine"

    def test_older_copies_of_a_day_go_and_the_newest_stays(self, path: Path, folder: Path) -> None:
        make(path, folder)
        newer = make(path, folder, hours=1)
        backups.rotate(str(folder), newer)
        assert left_in(folder) == [newer.name]

    def test_48_a_clock_that_was_set_back_never_costs_the_copy_just_made(
        self, path: Path, folder: Path
    ) -> None:
        for days in range(100, 550, 31):  # as many days, weeks and months as are kept, and more
            make(path, folder, days=days)
        made = make(path, folder)
        backups.rotate(str(folder), made)
        assert made.name in left_in(folder)

    def test_what_was_there_before_a_restore_is_not_rotated_out(
        self, path: Path, folder: Path
    ) -> None:
        aside = backups.make(str(path), str(folder), NOW, occasion="restore")
        newer = make(path, folder, hours=1)
        backups.rotate(str(folder), newer)
        assert aside.name == "journal-2026-11-23T084200Z-before-restore.db"
        assert aside.name in left_in(folder)


class TestChanges:
    def test_a_journal_without_a_copy_has_changed(self, path: Path, folder: Path) -> None:
        assert backups.is_changed(str(path), str(folder))

    def test_one_that_was_only_read_has_not(self, path: Path, store: Store, folder: Path) -> None:
        keep(store, "words")
        make(path, folder)
        with open_store(str(path)) as other:
            assert other.rows("SELECT text FROM entries") == [("words",)]
        assert not backups.is_changed(str(path), str(folder))

    def test_one_that_was_written_to_has(self, path: Path, store: Store, folder: Path) -> None:
        make(path, folder)
        keep(store, "words")
        assert backups.is_changed(str(path), str(folder))

    def test_so_has_one_that_another_process_wrote_to_and_closed(
        self, path: Path, folder: Path, store: Store
    ) -> None:
        make(path, folder)
        store.close()
        with open_store(str(path)) as other:
            keep(other, "words")
        assert backups.is_changed(str(path), str(folder))


def test_an_old_file_is_copied_before_it_is_brought_up_to_date(
    path: Path, store: Store, folder: Path
) -> None:
    keep(store, "words")
    store.run("PRAGMA user_version = 0")
    store.close()
    with open_store(str(path)) as opened:
        assert opened.value("PRAGMA user_version") == SCHEMA_VERSION
    (copy,) = backups.found(str(folder))
    with Store(copy.path) as opened:
        assert opened.value("PRAGMA user_version") == 0


def test_a_missing_journal_beside_its_backups_is_not_begun_anew(
    path: Path, store: Store, folder: Path
) -> None:
    make(path, folder)
    store.close()
    path.unlink()
    with pytest.raises(StoreError, match="`tracejournal restore` brings one back"):
        open_store(str(path), create=True)
    assert not path.exists()
