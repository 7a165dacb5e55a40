"""The lock: what opens the journal, and that something of its owner's always does."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from tests.support import FakeClock
from tracejournal import places
from tracejournal.journal.journal import Journal
from tracejournal.journal.lock import Lock, NewLock, new_lock, new_recovery_key
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.errors import Damaged, Locked, Misuse, StoreError, WrongSecret
from tracejournal.store import keys
from tracejournal.store.slots import PASSPHRASE, RECOVERY, found

WORDS = "Maria sat with me"
PASS = "three small boats"
FORMS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")


def keep(text: str = WORDS) -> str:
    with Journal.open(clock=FakeClock(), create=True) as journal:
        return journal.entries.keep(Draft(Moment(text))).id


def texts() -> list[str]:
    with Journal.open(clock=FakeClock()) as journal:
        return [entry.content.text for entry in journal.history.entries()]


def lock_it(passphrase: str = PASS) -> NewLock:
    new = new_lock(passphrase)
    Lock(FakeClock()).lock(new)
    return new


@pytest.fixture
def lock() -> Lock:
    return Lock(FakeClock())


def everything_on_the_disk(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_a_locked_journal_opens_with_its_passphrase_alone(lock: Lock, home: Path) -> None:
    keep()
    assert not lock.is_locked()
    lock_it()
    assert texts() == [WORDS]  # whoever locks it goes on with it
    keys.forget()
    assert lock.is_locked()
    assert WORDS.encode() not in everything_on_the_disk(home)
    with pytest.raises(Locked, match="unlock"):
        texts()
    with pytest.raises(WrongSecret, match="Caps Lock"):
        lock.unlock("three small goats")
    assert not keys.held()
    lock.unlock(PASS)
    assert texts() == [WORDS]
    keep("And again")
    assert texts() == ["And again", WORDS]


def test_it_is_searched_and_changed_like_any_other(lock: Lock) -> None:
    keep()
    lock_it()
    keys.forget()
    lock.unlock(PASS)
    with Journal.open(clock=FakeClock()) as journal:
        assert len(journal.history.find("sat")) == 1


@pytest.mark.parametrize("passphrase", ["ü", "été", " spaces count ", "密語", "🚲", "x" * 5000])
def test_any_passphrase_can_be_used_however_it_is_composed(passphrase: str, lock: Lock) -> None:
    keep()
    lock_it(unicodedata.normalize("NFD", passphrase))
    for form in FORMS:
        keys.forget()
        lock.unlock(unicodedata.normalize(form, passphrase))
        assert texts() == [WORDS]


def test_an_empty_passphrase_is_refused_before_anything_is_written(lock: Lock) -> None:
    keep()
    with pytest.raises(Misuse, match="at least one"):
        new_lock("")
    assert not lock.is_locked()


def test_the_recovery_key_opens_it_however_it_was_written_down(lock: Lock) -> None:
    keep()
    key = lock_it().recovery_key
    keys.forget()
    lock.unlock_by_recovery(f" {key[:20].lower()}  {key[20:50]}\n{key[50:]} ")
    assert texts() == [WORDS]


def test_a_slip_in_the_recovery_key_is_told_from_a_wrong_one(lock: Lock) -> None:
    keep()
    key = lock_it().recovery_key
    keys.forget()
    with pytest.raises(Misuse, match="letter of it is off"):
        lock.unlock_by_recovery(key[:-1] + ("Q" if key[-1] != "Q" else "P"))
    with pytest.raises(WrongSecret, match="another lock"):
        lock.unlock_by_recovery(new_lock("x").recovery_key)


def test_another_passphrase_opens_it_and_the_one_before_no_more(lock: Lock) -> None:
    keep()
    key = lock_it().recovery_key
    lock.change_passphrase("another one")
    keys.forget()
    with pytest.raises(WrongSecret):
        lock.unlock(PASS)
    lock.unlock("another one")
    assert texts() == [WORDS]
    keys.forget()
    lock.unlock_by_recovery(key)
    assert texts() == [WORDS]


def test_another_recovery_key_opens_it_and_the_one_before_no_more(lock: Lock) -> None:
    keep()
    before, after = lock_it().recovery_key, new_recovery_key()
    lock.change_recovery(after)
    keys.forget()
    with pytest.raises(WrongSecret):
        lock.unlock_by_recovery(before)
    lock.unlock_by_recovery(after)
    assert texts() == [WORDS]
    keys.forget()
    lock.unlock(PASS)


def test_what_opens_the_lock_can_be_checked_while_the_journal_is_open(lock: Lock) -> None:
    keep()
    key = lock_it().recovery_key
    held = keys.held()
    with Journal.open(clock=FakeClock()) as journal:
        lock.check(PASS)
        lock.check(f" {key[:30].lower()} {key[30:]}")
        with pytest.raises(WrongSecret, match="Caps Lock"):
            lock.check("three small goats")
        with pytest.raises(Misuse, match="letter of it is off"):
            lock.check(key[:-1])
        with pytest.raises(WrongSecret, match="another lock"):
            lock.check(new_recovery_key())
        with pytest.raises(Misuse, match="at least one"):
            lock.check("")
        assert journal.is_locked
    assert keys.held() == held


def test_a_new_data_key_leaves_nothing_that_the_old_one_opens(lock: Lock) -> None:
    keep()
    before = lock_it()
    old = keys.held()[0]
    lock_it("fresh")
    assert keys.held() != [old]
    keys.forget()
    with pytest.raises(WrongSecret):
        lock.unlock(PASS)
    with pytest.raises(WrongSecret):
        lock.unlock_by_recovery(before.recovery_key)
    keys.hold(old)
    with pytest.raises(Damaged, match="another lock"):
        texts()
    keys.forget()
    lock.unlock("fresh")
    assert texts() == [WORDS]


def test_a_lock_that_is_removed_leaves_a_journal_anyone_can_read(lock: Lock) -> None:
    keep()
    lock_it()
    lock.remove()
    assert not lock.is_locked()
    assert texts() == [WORDS]
    assert Path(places.journal_file()).read_bytes().startswith(b"SQLite format 3\0")


def test_a_slot_that_is_gone_is_still_there_beside_the_backups(lock: Lock) -> None:
    keep()
    lock_it()
    keys.forget()
    for slot in found(lock.folder):
        Path(slot.path).unlink()
    lock.unlock(PASS)
    assert texts() == [WORDS]


@pytest.mark.parametrize("way", [PASSPHRASE, RECOVERY])
def test_a_damaged_slot_does_no_harm_while_there_is_another(way: str, lock: Lock) -> None:
    keep()
    new = lock_it()
    keys.forget()
    (slot,) = found(lock.folder, way)
    Path(slot.path).write_bytes(b"not what it was")
    if way == PASSPHRASE:
        lock.unlock(PASS)
    else:
        lock.unlock_by_recovery(new.recovery_key)
    assert texts() == [WORDS]


def test_slots_that_are_all_gone_are_told_with_where_they_belong(lock: Lock) -> None:
    keep()
    lock_it()
    keys.forget()
    for folder in (lock.folder, places.spare_lock_folder(places.journal_file())):
        for slot in found(folder, PASSPHRASE):
            Path(slot.path).unlink()
    with pytest.raises(StoreError, match="passphrase") as refusal:
        lock.unlock(PASS)
    assert lock.folder in str(refusal.value)


def test_nothing_is_locked_while_another_has_it_open(lock: Lock) -> None:
    keep()
    with Journal.open(clock=FakeClock()), pytest.raises(StoreError, match="another window"):
        lock_it()
    assert not lock.is_locked()
    assert texts() == [WORDS]


def test_nor_exchanged_while_another_has_it_open_since_just_after_it_was_locked(lock: Lock) -> None:
    keep()
    lock_it()
    with Journal.open(clock=FakeClock()) as journal:
        with pytest.raises(StoreError, match="another window"):
            lock.remove()
        assert [entry.content.text for entry in journal.history.entries()] == [WORDS]
    assert lock.is_locked()


def test_a_locked_file_that_is_damaged_and_a_wrong_key_are_both_named(lock: Lock) -> None:
    keep()
    lock_it()
    keys.forget()
    with Path(places.journal_file()).open("r+b") as file:
        file.seek(100)
        file.write(b"xxxx")
    with pytest.raises(Damaged, match="another lock, or it is damaged"):
        lock.unlock(PASS)
