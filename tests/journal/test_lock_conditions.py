"""The lock where things are not as they were: places, disks, files of others, and hostile ones."""

from __future__ import annotations

import os
import shutil
import stat
from functools import partial
from pathlib import Path

import pytest

from tests import age
from tests.journal.test_lock import PASS, WORDS, keep, lock_it, texts
from tests.store.support import bytes_below, room_for, without_privileges
from tests.support import FakeClock
from tracejournal import places
from tracejournal.journal.journal import Journal
from tracejournal.journal.lock import Lock, new_lock
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.errors import Damaged, JournalError, Misuse, StoreError, WrongSecret
from tracejournal.store import keys, letters, sealing, slots
from tracejournal.store.engine import Store
from tracejournal.store.locking import write_from
from tracejournal.store.slots import LETTERBOX, PASSPHRASE, RECOVERY, Slot, found


@pytest.fixture
def lock() -> Lock:
    return Lock(FakeClock())


def slot_of(lock: Lock, way: str) -> Slot:
    (slot,) = found(lock.folder, way)
    return slot


def data() -> Path:
    return Path(places.data_folder())


# Places and disks


@pytest.mark.parametrize("what", ["folder", "file"])
def test_where_nothing_may_be_written_nothing_is_locked(what: str, lock: Lock) -> None:
    keep()
    place = data() if what == "folder" else Path(lock.path)
    usual = place.stat().st_mode
    place.chmod(usual & ~0o222)
    before = bytes_below(data())
    try:
        with pytest.raises(StoreError) as refusal:
            without_privileges(partial(lock.lock, new_lock(PASS)))
        assert str(data()) in str(refusal.value)
        assert bytes_below(data()) == before
    finally:
        place.chmod(usual)
    assert texts() == [WORDS]


@pytest.mark.parametrize("folder", ["folder", "_spare"])
def test_a_passphrase_changes_in_both_places_or_in_none(folder: str, lock: Lock) -> None:
    keep()
    lock_it()
    place = Path(getattr(lock, folder))
    place.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="Nothing was changed"):
            without_privileges(partial(lock.change_passphrase, "another one"))
    finally:
        place.chmod(0o700)
    keys.forget()
    with pytest.raises(WrongSecret):
        lock.unlock("another one")
    lock.unlock(PASS)


@pytest.mark.parametrize("limit", range(0, 700_000, 50_000))
@pytest.mark.parametrize("locked", [False, True])
def test_a_disk_that_fills_up_leaves_it_as_it_was(limit: int, locked: bool, lock: Lock) -> None:
    keep()
    if locked:
        lock_it()
    was = {slot.name for slot in found(lock.folder)}
    try:
        with room_for(limit):
            lock.lock(new_lock("another one"))
    except StoreError:
        assert {slot.name for slot in found(lock.folder)} == was
        assert lock.is_locked() == locked
    else:
        assert lock.is_locked()
    assert texts() == [WORDS]
    assert [path.name for path in data().rglob("*") if ".part-" in path.name] == []
    assert not data().joinpath("journal.db-journal").exists()


def test_a_disk_that_fills_up_is_not_called_a_damaged_journal(lock: Lock, tmp_path: Path) -> None:
    keep()
    for room in range(20_000, 260_000, 20_000):
        part = tmp_path / str(room)
        part.touch()
        with Store(lock.path) as old, room_for(room), pytest.raises(StoreError) as refusal:
            write_from(old, str(part), bytes(32))
        assert not isinstance(refusal.value, Damaged), room
    assert texts() == [WORDS]


def test_a_new_key_in_force_is_told_as_such_whatever_fails_after_it(lock: Lock) -> None:
    keep()
    lock_it()
    for each in lock.folders:
        path = Path(each, "letterbox.pub")
        path.unlink()
        path.mkdir()
    lock.lock(new_lock("another one"))
    keys.forget()
    lock.unlock("another one")
    assert texts() == [WORDS]


def test_nobody_else_may_read_any_of_it_whatever_the_umask(lock: Lock, home: Path) -> None:
    before = os.umask(0)
    try:
        keep()
        lock_it()
        lock.change_passphrase("another one")
        lock.finish()
    finally:
        os.umask(before)
    for path in home.rglob("*"):
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path


def test_the_folder_of_the_lock_can_be_elsewhere(lock: Lock, tmp_path: Path) -> None:
    keep()
    lock_it()
    Path(lock.folder).rename(tmp_path / "stick")
    Path(lock.folder).symlink_to(tmp_path / "stick")
    shutil.rmtree(lock._spare)
    keys.forget()
    lock.unlock(PASS)
    lock.change_passphrase("another one")
    lock.finish()
    keys.forget()
    lock.unlock("another one")
    assert Path(lock.folder).is_symlink()
    assert texts() == [WORDS]


# Other names, and what stands beside it


def test_a_copy_by_another_name_is_not_written_over(lock: Lock, tmp_path: Path) -> None:
    keep()
    mine = tmp_path / "of a backup program.db"
    os.link(lock.path, mine)
    lock_it()
    mine.chmod(0o600)
    keys.forget()
    with Journal.open(str(mine)) as journal:
        assert [entry.content.text for entry in journal.history.entries()] == [WORDS]


def test_all_there_is_in_it_is_there_locked_and_unlocked_again(lock: Lock) -> None:
    with Journal.open(clock=FakeClock(), create=True) as journal:
        many = (Draft(Moment(f"{WORDS} {number} with @Priya #tea")) for number in range(300))
        journal.entries.keep_all(many)
        journal._store.refresh_statistics()
    before = everything()
    assert any(rows for name, rows in before.items() if name.startswith("sqlite_stat"))
    lock_it()
    after = everything()
    assert after.pop("letterbox_identities")
    assert after == {name: rows for name, rows in before.items() if name in after}
    lock.remove()
    assert {name: everything()[name] for name in after} == after


def everything() -> dict[str, list[object]]:
    with Store(places.journal_file()) as store:
        query = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
        return {
            name: [sql, *store.rows(f"SELECT * FROM {name}")]  # noqa: S608 - names of the schema
            for name, sql in store.rows(query)
        }


# Slots


def test_a_passphrase_that_is_no_text_is_refused_in_words(lock: Lock) -> None:
    keep()
    with pytest.raises(Misuse, match="no text"):
        new_lock("caf\udce9")
    lock_it()
    keys.forget()
    with pytest.raises(Misuse, match="no text"):
        lock.unlock("caf\udce9")


@pytest.mark.parametrize("work", [23, 30, 63, 64, 99])
def test_a_slot_that_asks_for_endless_work_is_refused_at_once(work: int, lock: Lock) -> None:
    keep()
    new = lock_it()
    for folder in (lock.folder, lock._spare):
        (slot,) = found(folder, PASSPHRASE)
        sealed = age.encrypt(b"x", PASS, armored=False)
        Path(slot.path).write_bytes(sealed.replace(b" 4\n", b" %d\n" % work, 1))
    keys.forget()
    with pytest.raises(WrongSecret, match="recovery key"):
        lock.unlock(PASS)
    lock.unlock_by_recovery(new.recovery_key)
    assert texts() == [WORDS]


@pytest.mark.parametrize("what", ["pipe", "folder", "nothing at all", "endless"])
def test_what_is_no_slot_is_passed_over(what: str, lock: Lock) -> None:
    keep()
    lock_it()
    keys.forget()
    path = Path(slot_of(lock, PASSPHRASE).path)
    path.unlink()
    if what == "pipe":
        os.mkfifo(path)
    elif what == "folder":
        path.mkdir()
    elif what == "endless":
        path.symlink_to("/dev/zero")
    else:
        path.touch()
    lock.unlock(PASS)
    assert texts() == [WORDS]


def test_the_slots_of_another_journal_do_no_harm_and_are_not_lost(
    lock: Lock, tmp_path: Path
) -> None:
    keep()
    lock_it()
    mine = {slot.name for slot in found(lock.folder)}
    other = Lock(FakeClock(), str(tmp_path / "other" / "journal.db"))
    keys.forget()
    with Journal.open(other.path, create=True):
        pass
    other.lock(new_lock(PASS))  # with the same passphrase
    theirs = {slot.name for slot in found(other.folder)}
    shutil.rmtree(lock.folder)
    shutil.copytree(other.folder, lock.folder)
    keys.forget()
    lock.unlock(PASS)
    lock.finish()
    assert texts() == [WORDS]
    assert {slot.name for slot in found(lock.folder)} == mine
    assert {slot.name for slot in found(lock._spare)} >= mine | theirs


def test_an_earlier_copy_put_in_its_place_by_hand_opens_with_the_passphrase_of_then(
    lock: Lock, tmp_path: Path
) -> None:
    keep()
    lock_it()
    shutil.copyfile(lock.path, tmp_path / "earlier.db")
    lock_it("another one")
    keys.forget()
    shutil.copyfile(tmp_path / "earlier.db", lock.path)
    lock.unlock(PASS)
    lock.finish()
    assert texts() == [WORDS]
    keys.forget()
    lock.unlock(PASS)


def test_a_key_that_does_not_fit_is_not_held(lock: Lock) -> None:
    keep()
    lock_it()
    right = keys.held()
    with pytest.raises(Damaged, match="another lock"):
        lock.unlock_by_key(keys.new())
    assert keys.held() == right


def test_who_swaps_the_letterbox_gets_no_more_than_the_notes_until_the_next_unlocking(
    lock: Lock,
) -> None:
    keep()
    lock_it()
    thief = sealing.recipient_of(sealing.new_identity())
    path = Path(lock.folder) / slots.recipient_name(LETTERBOX)
    path.write_text(f"{thief}\n")
    keys.forget()
    lock.unlock(PASS)
    lock.finish()
    with Store(lock.path) as store:
        known = {sealing.recipient_of(each) for each in letters.identities(store)}
    assert slots.recipient(lock.folder, LETTERBOX) in known


def test_a_wrong_key_does_no_harm_to_what_a_killed_process_left_beside_the_file(
    lock: Lock, tmp_path: Path
) -> None:
    keep()
    lock_it()
    with Journal.open(clock=FakeClock()) as journal:
        journal._store.run("PRAGMA wal_autocheckpoint = 0")
        journal._store.run("UPDATE entries SET text = 'still in the -wal'")
        for file in data().glob("journal.db*"):
            shutil.copyfile(file, tmp_path / file.name)
    right = keys.held()[0]
    for file in tmp_path.glob("journal.db*"):
        shutil.copyfile(file, data() / file.name)
    assert (data() / "journal.db-wal").stat().st_size > 0
    keys.forget()
    with pytest.raises(Damaged):
        lock.unlock_by_key(keys.new())
    lock.unlock_by_key(right)
    assert texts() == ["still in the -wal"]


@pytest.mark.parametrize("way", [PASSPHRASE, RECOVERY])
def test_ways_are_told_from_the_second_place_where_the_first_is_gone(way: str, lock: Lock) -> None:
    keep()
    lock_it()
    shutil.rmtree(lock.folder)
    assert way in lock.ways()


def test_a_journal_of_a_newer_version_is_not_locked(lock: Lock) -> None:
    keep()
    with Store(lock.path) as store:
        store.run("PRAGMA user_version = 9999")
    with pytest.raises(JournalError, match="newer"):
        lock_it()
    assert not lock.is_locked()
