"""The doctor and a locked journal: the lock, the letterbox, damage told from a wrong key."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.store import damage
from tests.support import FakeClock
from tracejournal import places
from tracejournal.journal.backups import Backups
from tracejournal.journal.doctor import Doctor
from tracejournal.journal.journal import Journal
from tracejournal.journal.lock import Lock, new_lock
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.finding import ACT, FINE, NOTE, Finding
from tracejournal.store import keys, letterbox
from tracejournal.store.opening import is_plain
from tracejournal.store.sealing import recipient_of
from tracejournal.store.slots import PASSPHRASE, found

if TYPE_CHECKING:
    from collections.abc import Callable

PASS = "three small boats"
WORDS = "Maria sat with me"


@pytest.fixture
def lock() -> Lock:
    """The lock of a journal with a few pages, which is locked, its key held."""
    with Journal.open(clock=FakeClock(), create=True) as journal:
        for number in range(200):
            journal.entries.keep(Draft(Moment(f"{WORDS} {number} " + "and so on " * 60)))
    lock = Lock(FakeClock())
    lock.lock(new_lock(PASS))
    return lock


def look(lock: Lock, *, repair: bool = False) -> dict[str, Finding]:
    return {each.check: each for each in Doctor(lock.path, repair=repair).findings()}


def verdicts(lock: Lock, *, repair: bool = False) -> dict[str, str]:
    return {name: each.verdict for name, each in look(lock, repair=repair).items()}


def harmed(lock: Lock, harm: Callable[[bytes, random.Random], damage.Damage]) -> bytes:
    path = Path(lock.path)
    content = harm(path.read_bytes(), random.Random(3))[0]  # noqa: S311 - no secret
    path.write_bytes(content)
    return content


def test_where_all_is_well_it_says_so_of_the_lock_too(lock: Lock) -> None:
    seen = look(lock)
    assert {seen[each].verdict for each in ("file", "lock", "letterbox", "unlocked")} == {FINE}
    assert {seen[each].verdict for each in ("integrity", "search", "backups")} == {FINE}
    assert "passphrase, recovery key" in seen["lock"].sentence


def test_a_plain_file_in_the_place_of_a_locked_journal_is_told(lock: Lock) -> None:
    keys.forget()
    Path(lock.path).unlink()
    for copy in Path(places.backups_folder(lock.path)).glob("*.db"):
        copy.unlink()
    Journal.open(clock=FakeClock(), create=True).close()
    seen = look(lock)["lock"]
    assert seen.verdict == NOTE
    assert "another file was put in place" in seen.sentence


def test_once_the_lock_was_removed_nothing_is_told_of_it(lock: Lock) -> None:
    lock.remove()
    keys.forget()
    assert "lock" not in look(lock)


def test_without_a_key_it_looks_at_what_it_can_and_calls_nothing_damaged(lock: Lock) -> None:
    keys.forget()
    seen = look(lock, repair=True)
    assert (seen["lock"].verdict, seen["unlocked"].verdict) == (FINE, FINE)
    assert seen["integrity"].verdict == NOTE
    assert "locked" in seen["integrity"].sentence
    assert seen["backups"].verdict == NOTE
    assert not list(Path(lock.path).parent.glob("journal-rescued*"))


@pytest.mark.parametrize("harm", damage.DAMAGES, ids=lambda harm: harm.__name__)
def test_a_damaged_locked_file_is_saved_into_a_locked_one(
    lock: Lock, home: Path, harm: Callable[[bytes, random.Random], damage.Damage]
) -> None:
    damaged = harmed(lock, harm)
    seen = look(lock, repair=True)["integrity"]
    if harm is damage.garbage_appended and seen.verdict == FINE:
        return  # the engine does not mind what follows the last page
    assert seen.verdict == ACT
    assert "locked like" in seen.sentence
    assert Path(lock.path).read_bytes() == damaged
    (rescued,) = damage.beside(Path(lock.path))
    assert not is_plain(str(rescued))
    assert not any(
        WORDS.encode() in path.read_bytes() for path in home.rglob("*") if path.is_file()
    )
    Backups.of_home(FakeClock()).restore(str(rescued))
    keys.forget()
    lock.unlock(PASS)
    with Journal.open(clock=FakeClock()) as journal:
        assert len(list(journal.history.entries())) > 5


def test_a_file_of_another_lock_is_told_from_a_damaged_one(lock: Lock) -> None:
    keys.forget()
    keys.hold(os.urandom(32))
    assert "another lock" in look(lock)["integrity"].sentence
    assert "another lock" in look(lock, repair=True)["integrity"].sentence
    assert not damage.beside(Path(lock.path))
    keys.forget()
    lock.unlock(PASS)
    harmed(lock, damage.first_page_random)
    assert "damaged" in look(lock)["integrity"].sentence


def test_slots_that_differ_are_told_of_and_made_equal(lock: Lock) -> None:
    (slot,) = found(places.spare_lock_folder(lock.path), PASSPHRASE)
    Path(slot.path).unlink()
    assert verdicts(lock)["lock"] == ACT
    assert "tracejournal unlock" in look(lock)["lock"].advice
    assert verdicts(lock, repair=True)["lock"] == FINE
    assert Path(slot.path).exists()


def test_a_way_that_is_gone_from_both_is_told_of(lock: Lock) -> None:
    for folder in (lock.folder, places.spare_lock_folder(lock.path)):
        for slot in found(folder, PASSPHRASE):
            Path(slot.path).unlink()
    said = look(lock, repair=True)["lock"]
    assert said.verdict == ACT
    assert "with the passphrase is gone" in said.sentence


def test_a_letterbox_of_somebody_else_is_told_of_and_put_right(lock: Lock) -> None:
    other = new_lock("x").recovery_key  # any identity will do
    for folder in (lock.folder, places.spare_lock_folder(lock.path)):
        (Path(folder) / "letterbox.pub").write_text(f"{recipient_of(other)}\n")
    assert verdicts(lock)["letterbox"] == ACT
    assert verdicts(lock, repair=True)["letterbox"] == FINE


def test_notes_that_wait_and_those_set_aside_are_counted(lock: Lock) -> None:
    paths = [letterbox.drop(lock.path, b"A note", at) for at in range(3)]
    letterbox.set_aside(paths[0])
    said = [each for each in Doctor(lock.path).findings() if each.check == "letterbox"]
    assert [each.verdict for each in said] == [NOTE, NOTE]
    assert ["1" in said[0].sentence, "2" in said[1].sentence] == [True, True]


def test_what_is_plain_beside_it_is_told_of_and_locked(lock: Lock) -> None:
    part = Path(lock.path).with_name("journal.db.part-12ab")
    part.write_bytes(WORDS.encode())
    assert verdicts(lock)["unlocked"] == ACT
    assert verdicts(lock, repair=True)["unlocked"] == FINE
    assert not part.exists()


def test_backups_of_another_lock_are_none_that_went_bad(lock: Lock) -> None:
    lock.lock(new_lock("another one"))
    said = look(lock)["backups"]
    assert said.verdict == NOTE
    assert "Locked with another key, so not looked at: 1." in said.sentence
    copy = Path(Backups.of_home(FakeClock()).all()[0].path)
    copy.write_bytes(damage.pages_zeroed(copy.read_bytes(), random.Random(1))[0])  # noqa: S311
    assert verdicts(lock)["backups"] == ACT
