"""Backups of a locked journal: locked like it, and whatever is restored, it keeps its lock."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support import FakeClock
from tracejournal import places
from tracejournal.journal.backups import Backups
from tracejournal.journal.everything import everything, remove_everything
from tracejournal.journal.journal import Journal
from tracejournal.journal.lock import Lock, new_lock
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.errors import Locked, StoreError, WrongSecret
from tracejournal.store import keys, letters, sealing, slots
from tracejournal.store.engine import Store
from tracejournal.store.letterbox import drop
from tracejournal.store.opening import is_plain

WORDS = "Maria sat with me"
PASS, LATER = "three small boats", "another one"


def keep(text: str = WORDS) -> str:
    with Journal.open(clock=FakeClock(), create=True) as journal:
        return journal.entries.keep(Draft(Moment(text))).id


def texts() -> list[str]:
    with Journal.open(clock=FakeClock()) as journal:
        return sorted(entry.content.text for entry in journal.history.entries())


@pytest.fixture
def lock() -> Lock:
    return Lock(FakeClock())


@pytest.fixture
def copies() -> Backups:
    return Backups.of_home(FakeClock())


def places_with(text: str, folder: Path) -> list[str]:
    return [
        str(path)
        for path in folder.rglob("*")
        if path.is_file() and text.encode() in path.read_bytes()
    ]


def unlocked_anew(lock: Lock, passphrase: str = PASS) -> None:
    keys.forget()
    lock.unlock(passphrase)
    lock.finish()


def with_an_old_copy(copies: Backups, lock: Lock) -> str:
    """Return a copy with one entry, locked with PASS; the journal has two and LATER."""
    keep()
    lock.lock(new_lock(PASS))
    copy = copies.all()[0].path
    keep("Later")
    lock.lock(new_lock(LATER))
    keys.forget()
    lock.unlock(LATER)
    return copy


def new_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys.forget()
    monkeypatch.setenv("TRACEJOURNAL_HOME", str(tmp_path / "another machine"))


class TestMaking:
    def test_one_of_a_locked_journal_is_locked_with_its_key(
        self, lock: Lock, copies: Backups
    ) -> None:
        keep()
        lock.lock(new_lock(PASS))
        keep("Later")
        copy = copies.make()
        assert not is_plain(copy.path)
        held = copies.contents(copy.path)
        assert held is not None
        assert held.entries == 2
        assert copies.make_if_changed() is None
        keys.forget()
        assert copies.contents(copy.path) is None
        assert copies.is_locked(copy.path)

    def test_one_in_a_place_of_choice_has_what_opens_it_beside_it(
        self, lock: Lock, copies: Backups, tmp_path: Path
    ) -> None:
        keep()
        lock.lock(new_lock(PASS))
        lock.lock(new_lock(LATER))
        target = copies.make_at(str(tmp_path / "stick.db"))
        assert WORDS.encode() not in Path(target).read_bytes()
        beside = places.lock_folder_of_copy(target)
        assert {slot.way for slot in slots.found(beside)} == {"passphrase", "recovery"}
        assert {slot.key for slot in slots.found(beside)} == {keys.name_of(keys.held()[0])}

    def test_where_it_cannot_be_made_nothing_is_left_beside_it(
        self, lock: Lock, copies: Backups, tmp_path: Path
    ) -> None:
        keep()
        lock.lock(new_lock(PASS))
        target = tmp_path / "stick.db"
        target.write_text("mine")
        with pytest.raises(StoreError, match="stick"):
            copies.make_at(str(target))
        assert not Path(places.lock_folder_of_copy(str(target))).exists()
        assert target.read_text() == "mine"

    def test_one_of_a_plain_journal_has_nothing_beside_it(
        self, copies: Backups, tmp_path: Path
    ) -> None:
        keep()
        target = copies.make_at(str(tmp_path / "stick.db"))
        assert [path.name for path in tmp_path.glob("stick*")] == [Path(target).name]


class TestGoingBack:
    def test_the_journal_keeps_its_lock(self, lock: Lock, copies: Backups, home: Path) -> None:
        keep()
        lock.lock(new_lock(PASS))
        copy = copies.all()[0]
        keep("Later")
        aside = copies.restore(copy.path).aside
        assert texts() == [WORDS]
        assert places_with(WORDS, home) == []
        assert copies.contents(aside)
        unlocked_anew(lock)
        assert texts() == [WORDS]

    def test_also_from_a_plain_copy_that_was_made_elsewhere(
        self, lock: Lock, copies: Backups, home: Path, tmp_path: Path
    ) -> None:
        keep()
        outside = copies.make_at(str(tmp_path / "stick.db"))
        keep("Later")
        lock.lock(new_lock(PASS))
        copies.restore(outside)
        assert places_with(WORDS, home) == []
        unlocked_anew(lock)
        assert texts() == [WORDS]
        assert is_plain(outside)

    def test_whose_bytes_are_never_copied_as_they_are(
        self, lock: Lock, copies: Backups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A kill in that instant would leave them in the folder of backups."""
        keep()
        outside = copies.make_at(str(tmp_path / "stick.db"))
        lock.lock(new_lock(PASS))
        monkeypatch.delattr(shutil, "copyfile")
        copies.restore(outside)
        assert texts() == [WORDS]

    def test_and_from_one_with_words_in_a_wal_of_its_own(
        self, lock: Lock, copies: Backups, home: Path, tmp_path: Path
    ) -> None:
        keep()
        with Journal.open(clock=FakeClock()) as journal:
            journal.entries.keep(Draft(Moment("In the wal")))
            for ending in ("", "-wal"):
                shutil.copyfile(lock.path + ending, tmp_path / f"taken.db{ending}")
        lock.lock(new_lock(PASS))
        before = [path.read_bytes() for path in sorted(tmp_path.glob("taken.db*"))]
        copies.restore(str(tmp_path / "taken.db"))
        assert texts() == ["In the wal", WORDS]
        assert places_with("In the wal", home) == []
        assert [(tmp_path / f"taken.db{end}").read_bytes() for end in ("", "-wal")] == before

    def test_from_one_of_an_earlier_lock_with_the_passphrase_of_then(
        self, lock: Lock, copies: Backups
    ) -> None:
        copy = with_an_old_copy(copies, lock)
        assert copies.is_locked(copy)
        with pytest.raises(Locked, match="earlier passphrase"):
            copies.restore(copy)
        assert texts() == ["Later", WORDS]
        with pytest.raises(WrongSecret):
            lock.unlock_copies("what was it")
        lock.unlock_copies(PASS)
        assert not copies.is_locked(copy)
        copies.restore(copy)
        assert texts() == [WORDS]
        unlocked_anew(lock, LATER)
        assert texts() == [WORDS]

    def test_a_plain_journal_stays_plain(self, lock: Lock, copies: Backups) -> None:
        keep()
        lock.lock(new_lock(PASS))
        copy = copies.all()[0].path
        keep("Later")
        lock.remove()
        lock.unlock_copies(PASS)
        copies.restore(copy)
        assert is_plain(lock.path)
        keys.forget()
        assert texts() == [WORDS]

    def test_a_missing_one_gets_the_key_that_is_held(
        self, lock: Lock, copies: Backups, home: Path
    ) -> None:
        keep()
        lock.lock(new_lock(PASS))
        copy = copies.all()[0].path
        Path(lock.path).unlink()
        shutil.rmtree(lock.folder)
        keys.forget()
        lock.unlock(PASS)
        copies.restore(copy)
        assert places_with(WORDS, home) == []
        unlocked_anew(lock)
        assert texts() == [WORDS]
        assert len(slots.found(lock.folder)) == 2

    def test_a_missing_one_that_was_locked_is_not_put_back_without_its_lock(
        self, lock: Lock, copies: Backups, tmp_path: Path
    ) -> None:
        keep()
        outside = copies.make_at(str(tmp_path / "stick.db"))
        lock.lock(new_lock(PASS))
        Path(lock.path).unlink()
        keys.forget()
        with pytest.raises(Locked):
            copies.restore(outside)
        assert not Path(lock.path).exists()

    def test_a_missing_one_without_a_lock_stays_without(self, lock: Lock, copies: Backups) -> None:
        keep()
        copy = copies.make()
        Path(lock.path).unlink()
        copies.restore(copy.path)
        assert is_plain(lock.path)

    def test_a_damaged_one_is_put_aside_and_comes_back_locked(
        self, lock: Lock, copies: Backups, home: Path
    ) -> None:
        keep()
        lock.lock(new_lock(PASS))
        copy = copies.all()[0].path
        damaged = bytearray(Path(lock.path).read_bytes())
        damaged[:4096] = bytes(4096)
        Path(lock.path).write_bytes(damaged)
        keys.forget()
        lock.unlock_copies(PASS)
        aside = Path(copies.restore(copy).aside)
        assert places_with(WORDS, home) == []
        assert list(aside.iterdir())
        unlocked_anew(lock)
        assert texts() == [WORDS]

    def test_a_damaged_one_whose_passphrase_opened_earlier_copies_too_gets_its_own_key(
        self, lock: Lock, copies: Backups
    ) -> None:
        keep()
        for _ in range(4):  # keys have names that nobody chose
            lock.lock(new_lock(PASS))
        copy = copies.all()[0].path
        Path(lock.path).write_bytes(bytes(40_960))
        keys.forget()
        lock.unlock_copies(PASS)
        copies.restore(copy)
        unlocked_anew(lock)
        assert texts() == [WORDS]

    def test_notes_that_wait_still_open_afterwards(self, lock: Lock, copies: Backups) -> None:
        keep()
        copy = copies.make().path  # it knows of no letterbox
        lock.lock(new_lock(PASS))
        note = sealing.seal(b"A note", slots.recipient(lock.folder, slots.LETTERBOX))
        copies.restore(copy)
        with Store(lock.path) as store:
            assert sealing.unseal(note, letters.identities(store)) == b"A note"

    def test_where_no_identity_is_left_notes_are_sealed_to_a_new_one(
        self, lock: Lock, copies: Backups
    ) -> None:
        keep()
        copy = copies.make().path
        lock.lock(new_lock(PASS))
        Path(lock.path).unlink()
        copies.restore(copy)
        note = sealing.seal(b"A note", slots.recipient(lock.folder, slots.LETTERBOX))
        with Store(lock.path) as store:
            assert sealing.unseal(note, letters.identities(store)) == b"A note"


class TestElsewhere:
    @pytest.mark.parametrize("way", ["passphrase", "recovery"])
    def test_a_copy_is_restored_on_another_machine_with_its_passphrase(
        self, way: str, lock: Lock, copies: Backups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        keep()
        new = new_lock(PASS)
        lock.lock(new)
        outside = copies.make_at(str(tmp_path / "stick.db"))
        new_home(tmp_path, monkeypatch)
        there, theirs = Lock(FakeClock()), Backups.of_home(FakeClock())
        assert theirs.is_locked(outside)
        typed = PASS if way == "passphrase" else new.recovery_key.lower()
        there.unlock_copies(typed, places.lock_folder_of_copy(outside))
        theirs.restore(outside)
        assert places_with(WORDS, Path(places.data_folder())) == []
        unlocked_anew(there)
        assert texts() == [WORDS]
        assert len(slots.found(there.folder)) == len(slots.found(lock.folder)) == 2

    def test_a_journal_that_is_there_keeps_the_lock_of_its_own(
        self, lock: Lock, copies: Backups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        keep()
        lock.lock(new_lock(PASS))
        outside = copies.make_at(str(tmp_path / "stick.db"))
        new_home(tmp_path, monkeypatch)
        keep("Mine")
        there, theirs = Lock(FakeClock()), Backups.of_home(FakeClock())
        there.lock(new_lock(LATER))
        there.unlock_copies(PASS, places.lock_folder_of_copy(outside))
        theirs.restore(outside)
        unlocked_anew(there, LATER)
        assert texts() == [WORDS]


class TestErasing:
    def test_copies_of_an_earlier_lock_are_told_of_once(self, lock: Lock, copies: Backups) -> None:
        copy = with_an_old_copy(copies, lock)
        sealed = Path(copies.folder) / "journal-2026-11-01T080000Z.db.age"
        sealed.write_bytes(b"sealed")
        newest = copies.make()
        with Journal.open(clock=FakeClock()) as journal:
            erased = next(each for each in journal.history.entries() if each.content.text == WORDS)
            journal.entries.delete([erased.id])
            journal.entries.erase([erased.id])
        assert copies.is_erasing()
        unreached = copies.finish_erasing()
        assert set(unreached.files) == {copy, str(sealed)}
        assert not copies.is_erasing()
        with Store(newest.path) as store:
            assert store.value("SELECT count(*) FROM entries") == 1
        assert not is_plain(newest.path)

    def test_with_the_passphrase_of_then_they_are_reached(
        self, lock: Lock, copies: Backups
    ) -> None:
        copy = with_an_old_copy(copies, lock)
        lock.unlock_copies(PASS)
        with Journal.open(clock=FakeClock()) as journal:
            erased = next(each for each in journal.history.entries() if each.content.text == WORDS)
            journal.entries.delete([erased.id])
            journal.entries.erase([erased.id])
        assert not copies.finish_erasing()
        held = copies.contents(copy)
        assert held is not None
        assert held.entries == 0


def test_everything_that_belongs_to_a_lock_goes_with_everything(lock: Lock, home: Path) -> None:
    keep()
    lock.lock(new_lock(PASS))
    drop(lock.path, b"A note", 1)
    rescued = Path(lock.path).with_name("journal-rescued-2026-11-01.db")
    rescued.write_bytes(b"saved")
    assert everything()[-1] == lock.path
    remove_everything()
    assert [path for path in home.rglob("*") if path.is_file()] == []
