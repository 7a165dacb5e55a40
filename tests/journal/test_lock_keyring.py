"""The keyring as another way to open the lock: chosen, silent, and never the only one."""

from __future__ import annotations

from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from tests.journal.test_lock import PASS, WORDS, keep, lock_it, texts
from tests.keyring_backend import MemoryKeyring, ring
from tests.support import FakeClock
from tracejournal.journal import lock_keyring
from tracejournal.journal.lock import Lock
from tracejournal.model.errors import StoreError, WrongSecret
from tracejournal.store import keys, sealing, slots
from tracejournal.store.slots import KEYRING

__all__ = ["ring"]


@pytest.fixture
def lock(ring: MemoryKeyring) -> Lock:
    keep()
    lock_it()
    lock = Lock(FakeClock())
    lock_keyring.add(lock)
    assert len(ring.held) == 1
    keys.forget()
    return lock


def still_opens_by_passphrase(lock: Lock) -> None:
    keys.forget()
    lock.unlock(PASS)
    assert texts() == [WORDS]


def test_it_opens_without_a_passphrase_and_beside_it(lock: Lock) -> None:
    assert lock.ways() == {"passphrase", "recovery", "keyring"}
    lock_keyring.unlock(lock)
    assert texts() == [WORDS]
    still_opens_by_passphrase(lock)


def test_nothing_on_the_disk_opens_the_lock_by_itself(lock: Lock, ring: MemoryKeyring) -> None:
    ring.held.clear()
    with pytest.raises(StoreError, match="passphrase still does"):
        lock_keyring.unlock(lock)
    assert not keys.held()
    still_opens_by_passphrase(lock)


def test_row_51_a_keyring_that_is_gone_or_locked_is_told_and_the_passphrase_opens(
    lock: Lock, ring: MemoryKeyring
) -> None:
    ring.is_locked = True
    with pytest.raises(StoreError, match="locked, or there is none"):
        lock_keyring.unlock(lock)
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    with pytest.raises(StoreError, match="locked, or there is none"):
        lock_keyring.unlock(lock)
    still_opens_by_passphrase(lock)


def test_row_52_one_of_an_earlier_lock_opens_nothing(lock: Lock, ring: MemoryKeyring) -> None:
    ((name, _),) = ring.held.items()
    ring.held[name] = "AGE-SECRET-KEY-1QQQQ"
    with pytest.raises(StoreError, match="passphrase still does"):
        lock_keyring.unlock(lock)
    still_opens_by_passphrase(lock)


def test_a_new_data_key_is_opened_by_the_keyring_as_well(lock: Lock) -> None:
    lock.unlock(PASS)
    lock_it("fresh")
    keys.forget()
    lock_keyring.unlock(lock)
    assert texts() == [WORDS]


def test_it_is_taken_back_and_leaves_nothing_in_the_keyring(
    lock: Lock, ring: MemoryKeyring
) -> None:
    lock.unlock(PASS)
    lock_keyring.remove(lock)
    assert not ring.held
    assert lock.ways() == {"passphrase", "recovery"}
    with pytest.raises(StoreError):
        lock_keyring.unlock(lock)
    still_opens_by_passphrase(lock)


def test_removing_the_lock_leaves_nothing_in_the_keyring(lock: Lock, ring: MemoryKeyring) -> None:
    lock.unlock(PASS)
    lock.remove()
    assert not ring.held
    assert texts() == [WORDS]


def test_one_that_refuses_leaves_the_lock_as_it_was(ring: MemoryKeyring) -> None:
    keep()
    lock_it()
    lock = Lock(FakeClock())
    ring.is_locked = True
    with pytest.raises(StoreError, match="locked, or there is none"):
        lock_keyring.add(lock)
    assert lock.ways() == {"passphrase", "recovery"}
    still_opens_by_passphrase(lock)


def test_who_swaps_the_file_of_the_keyring_is_not_sealed_the_next_key(lock: Lock) -> None:
    thief = sealing.new_identity()
    path = Path(lock.folder) / slots.recipient_name(KEYRING)
    path.write_text(f"{sealing.recipient_of(thief)}\n")
    lock.unlock(PASS)
    lock_it()
    for slot in slots.found(lock.folder):
        with pytest.raises(WrongSecret):
            sealing.unseal(slot.read(), [thief])
    still_opens_by_passphrase(lock)
