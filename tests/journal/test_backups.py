"""Erased means gone from every backup, too; and one is made when there is a reason for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.store.support import room_for, without_privileges
from tracejournal.journal.backups import MANY, Backups
from tracejournal.journal.journal import Journal
from tracejournal.model.draft import EDIT, MOMENT, slot_of
from tracejournal.model.entry import Draft, Moment, Part, Reflection
from tracejournal.model.errors import StoreError
from tracejournal.store.engine import Store

MARKERS = ("qxvtextqz", "qxvtagqz", "Qxvnameqz", "qxvquestionqz", "qxvrevisionqz", "qxvdraftqz")
if TYPE_CHECKING:
    from tests.support import FakeClock

READER = """
import sys
from tracejournal.store.engine import Store
with Store(sys.argv[1]) as store:
    store.run("BEGIN")
    store.value("SELECT count(*) FROM entries")
    print(flush=True)
    sys.stdin.readline()
"""


def still_standing(home: Path, *markers: str) -> list[tuple[str, str]]:
    """Return which markers stand in which files, everywhere below the home."""
    return [
        (marker, str(file))
        for file in home.rglob("*")
        if file.is_file()
        for marker in markers
        if marker.encode() in file.read_bytes()
    ]


@pytest.fixture
def marked(journal: Journal, clock: FakeClock) -> str:
    """The id of an entry whose words stand in all the places there are, backups among them."""
    for number in range(40):
        journal.entries.keep(Draft(Moment(f"Tea number {number} with @Sam #rest")))
    slot = slot_of(MOMENT, "", "1a2b")
    for text in ("qxvdraftqz once", "qxvtextqz in a draft"):
        journal.drafts.save(slot, {"text": text})
    journal.backups.make()  # before it is an entry, its words stand in a draft
    parts = (Part("qxvquestionqz?", "qxvrevisionqz"),)
    entry = journal.entries.keep(Draft(Reflection(parts=parts)), clears=slot)
    clock.pass_time(days=1)
    journal.backups.make()
    words = Part("qxvquestionqz?", "qxvtextqz #qxvtagqz @Qxvnameqz")
    journal.entries.revise(entry.id, Reflection(parts=(words,)))
    for text in ("qxvdraftqz", "something else"):
        journal.drafts.save(slot_of(EDIT, entry.id, "1a2b"), {"text": text})
    journal.entries.delete([entry.id])
    clock.pass_time(days=1)
    journal.backups.make()
    return entry.id


class TestErasing:
    def test_the_words_are_in_the_backups_before(
        self, journal: Journal, marked: str, home: Path
    ) -> None:
        assert journal.entries.get(marked).trashed_at
        backups = {file for _, file in still_standing(home, *MARKERS) if "backups" in file}
        assert len(backups) == len(journal.backups.all()) == 3

    def test_nothing_of_them_is_left_in_any_file(
        self, journal: Journal, marked: str, home: Path
    ) -> None:
        journal.entries.erase([marked])
        assert journal.backups.is_erasing()
        assert not journal.backups.finish_erasing()
        assert still_standing(home, *MARKERS) == []
        assert not journal.backups.is_erasing()
        journal.close()
        assert still_standing(home, *MARKERS) == []

    def test_everything_else_stays_in_each_backup(self, journal: Journal, marked: str) -> None:
        before = [copy.path for copy in journal.backups.all()]
        journal.entries.erase([marked])
        journal.backups.finish_erasing()
        assert [copy.path for copy in journal.backups.all()] == before
        for path in before:
            with Store(path) as copy:
                assert copy.value("SELECT count(*) FROM entries") == 40
                assert copy.value("SELECT count(*) FROM entries_search('tea')") == 40

    def test_a_draft_that_is_still_written_stays_in_the_backups(self, journal: Journal) -> None:
        slot = slot_of(MOMENT, "", "1a2b")
        journal.drafts.save(slot, {"text": "half"})
        entry = journal.entries.keep(Draft(Moment("gone")))
        copy = journal.backups.make()
        journal.entries.erase([entry.id])
        journal.backups.finish_erasing()
        with Store(copy.path) as opened:
            assert opened.value("SELECT slot FROM drafts") == slot

    def test_killed_in_between_the_next_one_finishes(self, home: Path, marked: str) -> None:
        code = (
            "import os, sys; from tracejournal.journal.journal import Journal\n"
            "Journal.open().entries.erase([sys.argv[1]]); os._exit(9)"
        )
        subprocess.run([sys.executable, "-c", code, marked], check=False)
        assert still_standing(home / "data" / "backups", *MARKERS)
        backups = Backups.of_home()
        assert backups.is_erasing()
        assert not backups.finish_erasing()
        assert still_standing(home, *MARKERS) == []

    def test_what_was_noted_and_never_erased_stays(self, journal: Journal, marked: str) -> None:
        note = Path(journal.backups.folder) / "erased-00000000"
        note.write_text(marked)
        journal.backups.finish_erasing()
        assert not note.exists()
        newest = journal.backups.all()[0]
        with Store(newest.path) as copy:
            assert copy.value("SELECT 1 FROM entries WHERE uuid = ?", (marked,))

    def test_a_copy_that_a_killed_process_left_goes(
        self, journal: Journal, marked: str, home: Path
    ) -> None:
        part = Path(journal.backups.folder) / "journal-2026-11-23T084200Z.db.part-12345678"
        part.write_text("qxvtextqz")
        journal.entries.erase([marked])
        journal.backups.finish_erasing()
        assert still_standing(home, *MARKERS) == []

    def test_a_damaged_copy_is_named_once(self, journal: Journal, marked: str) -> None:
        copy = journal.backups.all()[0].path
        with Path(copy).open("r+b") as file:
            file.seek(4096)
            file.write(bytes(100_000))
        journal.entries.erase([marked])
        assert journal.backups.finish_erasing().files == (copy,)
        assert not journal.backups.finish_erasing()

    def test_a_damaged_journal_put_aside_is_named(self, journal: Journal, marked: str) -> None:
        journal.close()
        path = Path(journal.path)
        path.write_bytes(b"qxvtextqz" * 1_000)
        backups = Backups.of_home(journal.clock)
        aside = backups.restore(backups.all()[0].path).aside
        with Journal.open(clock=journal.clock) as restored:
            restored.entries.erase([marked])
            assert restored.backups.finish_erasing().files == (aside,)

    def test_a_reader_elsewhere_is_told_and_it_is_finished_later(
        self, journal: Journal, marked: str, home: Path
    ) -> None:
        command = [sys.executable, "-c", READER, journal.path]
        with subprocess.Popen(command, stdin=-1, stdout=-1) as reader:
            assert reader.stdout
            reader.stdout.readline()
            journal.entries.erase([marked])
            assert journal.backups.finish_erasing().waits
            assert journal.backups.is_erasing()
            reader.communicate(b"\n")
        assert not journal.backups.finish_erasing()
        assert not journal.backups.is_erasing()
        assert still_standing(home, *MARKERS) == []

    def test_so_it_is_where_there_are_no_backups(self, journal: Journal, home: Path) -> None:
        entry = journal.entries.keep(Draft(Moment("qxvtextqz")))
        command = [sys.executable, "-c", READER, journal.path]
        with subprocess.Popen(command, stdin=-1, stdout=-1) as reader:
            assert reader.stdout
            reader.stdout.readline()
            journal.entries.erase([entry.id])
            reader.communicate(b"\n")
        assert journal.backups.is_erasing()
        assert not journal.backups.finish_erasing()
        assert still_standing(home, "qxvtextqz") == []

    def test_with_a_full_disk_it_is_told_and_finished_later(
        self, journal: Journal, marked: str, home: Path
    ) -> None:
        journal.entries.erase([marked])
        with room_for(20_000), pytest.raises(StoreError, match="but not from the backups yet"):
            journal.backups.finish_erasing()
        assert journal.backups.is_erasing()
        assert not journal.backups.finish_erasing()
        assert still_standing(home, *MARKERS) == []

    def test_where_it_cannot_be_noted_nothing_is_erased(self, locked_home: Path) -> None:
        def erase() -> None:
            with Journal.open() as journal:
                (entry,) = journal.history.entries("words")
                journal.entries.erase([entry.id])

        with pytest.raises(StoreError, match="Nothing was erased"):
            without_privileges(erase)
        with Journal.open() as journal:
            assert len(list(journal.history.entries("words"))) == 1
        (locked_home / "data" / "backups").chmod(0o700)


@pytest.fixture
def locked_home(journal: Journal, home: Path) -> Path:
    """A home whose folder of backups cannot be written."""
    journal.entries.keep(Draft(Moment("words")))
    journal.backups.make()
    journal.close()
    (home / "data" / "backups").chmod(0o500)
    return home


class TestReasons:
    def test_one_is_made_where_anything_changed(self, journal: Journal) -> None:
        assert journal.backups.make_if_changed()
        assert journal.backups.make_if_changed() is None
        journal.entries.keep(Draft(Moment("words")))
        assert journal.backups.make_if_changed()

    def test_many_are_not_erased_before_there_is_a_copy(self, journal: Journal) -> None:
        journal.backups.before_erasing(MANY - 1)
        assert journal.backups.all() == []
        journal.backups.before_erasing(MANY)
        assert len(journal.backups.all()) == 1

    def test_keeping_makes_none(self, journal: Journal, home: Path) -> None:
        journal.entries.keep(Draft(Moment("words")))
        journal.close()
        assert [file.name for file in (home / "data").iterdir()] == ["journal.db"]
