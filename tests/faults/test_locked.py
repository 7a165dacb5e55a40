"""The same faults on a locked journal: what works among its copies is killed, or has no room."""

from __future__ import annotations

import os
import select
import signal
from functools import partial
from typing import TYPE_CHECKING

from tests.faults.journals import begin, keep
from tests.faults.looking import half_made, in_step, words_in, words_of
from tests.faults.tally import Fault, Tally, row
from tests.store.support import room_for
from tracejournal.journal.backups import Backups
from tracejournal.journal.journal import Journal
from tracejournal.journal.lock import Lock, new_lock
from tracejournal.model.clock import Clock
from tracejournal.model.errors import StoreError
from tracejournal.store import keys
from tracejournal.store.opening import is_plain

if TYPE_CHECKING:
    from collections.abc import Callable

PASS = "three small boats"
MARKER = b"some words to fill a page or two"


def lock_of(fault: Fault) -> Lock:
    return Lock(Clock(), str(fault.path))


def backups_of(fault: Fault) -> Backups:
    return Backups(str(fault.path), Clock())


def unlock(fault: Fault) -> Lock:
    """Unlock the journal as its owner would, and finish what a killed process began."""
    keys.forget()
    lock = lock_of(fault)
    lock.unlock(PASS)
    lock.finish()
    return lock


def killed(fault: Fault, work: Callable[[], object], within: float) -> None:
    """Let a process of its own work, and kill it at some instant."""
    child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(0)
    select.select([], [], [], fault.random.uniform(0, within))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def readable(fault: Fault) -> list[str]:
    """Return the files in which words stand for anyone to read."""
    files = (path for path in fault.home.rglob("*") if path.is_file())
    return [path.name for path in files if MARKER in path.read_bytes()]


@row("kill -9 of a backup of a locked journal", short=4, long=50)
def test_row_11_kill_during_a_locked_backup(tally: Tally) -> None:
    for fault in tally.faults():
        acknowledged = begin(fault.path)
        lock_of(fault).lock(new_lock(PASS))
        with Journal.open(str(fault.path)) as journal:
            acknowledged.add(keep(journal, "after it was locked"))
        killed(fault, backups_of(fault).make, within=0.15)
        tally.expect(not readable(fault), f"words stand in {readable(fault)}")
        unlock(fault)
        tally.compare(acknowledged, words_in(fault.path))
        tally.expect(words_of(backups_of(fault).make().path) == acknowledged, "no whole copy")
        tally.expect(not half_made(fault.path), "half a copy is left for good")


@row("kill -9 of a restore into a locked journal, of a plain copy", short=4, long=50)
def test_row_12_kill_during_a_locked_restore(tally: Tally) -> None:
    for fault in tally.faults():
        then = begin(fault.path)
        copy = backups_of(fault).make_at(str(fault.home.parent / "stick.db"))
        lock_of(fault).lock(new_lock(PASS))
        with Journal.open(str(fault.path)) as journal:
            now = then | {keep(journal, "after it was locked")}
        if fault.number % 2:
            fault.path.unlink()
        killed(fault, partial(backups_of(fault).restore, copy), within=0.3)
        tally.expect(not readable(fault), f"words stand in {readable(fault)}")
        unlock(fault)
        is_there = fault.path.exists()
        present = words_in(fault.path) if is_there else set()
        tally.expect(present in ((then, set()) if fault.number % 2 else (then, now)), "neither")
        tally.note("gone back" if present == then else "as before")
        backups_of(fault).restore(copy)
        unlock(fault)
        tally.expect(not is_plain(str(fault.path)), "it lost its lock")
        tally.expect(not readable(fault), f"words stand in {readable(fault)}")
        tally.compare(then, words_in(fault.path))
        tally.expect(in_step(fault.path), "the index or a summary is not in step")


@row("kill -9 while copies beside a locked journal are locked", short=4, long=50)
def test_row_10_kill_while_copies_are_locked(tally: Tally) -> None:
    for fault in tally.faults():
        acknowledged = begin(fault.path)
        copy = backups_of(fault).make()
        plain = fault.path.with_name("backups") / copy.name
        content = plain.read_bytes()
        damaged = content[: len(content) // 2]
        lock_of(fault).lock(new_lock(PASS))
        plain.write_bytes(content)
        half = plain.with_name("journal-2020-01-01T080000Z.db")
        half.write_bytes(damaged)
        fault.path.with_name("journal.db.part-12ab").write_bytes(content)
        killed(fault, lock_of(fault).finish, within=0.4)
        unlock(fault)
        tally.expect(not readable(fault), f"words stand in {readable(fault)}")
        tally.expect(words_of(str(plain)) == acknowledged, "a copy is not whole")
        tally.expect(half.with_name(f"{half.name}.age").exists(), "a damaged copy is gone")
        tally.compare(acknowledged, words_in(fault.path))


@row("a locked journal may not grow any further (RLIMIT_FSIZE)", short=3, long=50)
def test_row_23_file_size_limit_locked(tally: Tally) -> None:
    for fault in tally.faults():
        acknowledged = begin(fault.path)
        lock_of(fault).lock(new_lock(PASS))
        with Journal.open(str(fault.path)) as journal:
            limit = fault.path.stat().st_size + fault.random.randrange(0, 400_000)
            with room_for(limit):
                for number in range(400):
                    words = f"{number} " + "word " * fault.random.choice((3, 300, 3_000))
                    try:
                        acknowledged.add(keep(journal, words))
                    except StoreError as refusal:
                        tally.expect("isk" in str(refusal), str(refusal))
                        break
            acknowledged.add(keep(journal, "with more room"))
        unlock(fault)
        tally.compare(acknowledged, words_in(fault.path))
        tally.expect(in_step(fault.path), "the index or a summary is not in step")


@row("no room while copies beside a locked journal are locked", short=3, long=30)
def test_row_24_no_room_while_copies_are_locked(tally: Tally) -> None:
    for fault in tally.faults():
        acknowledged = begin(fault.path)
        copy = backups_of(fault).make()
        plain = fault.path.with_name("backups") / copy.name
        content = plain.read_bytes()
        lock_of(fault).lock(new_lock(PASS))
        plain.write_bytes(content)
        with room_for(fault.random.randrange(0, len(content))):
            told = lock_of(fault).finish().plain
        tally.expect(told == (str(plain),), "it is not told")
        tally.expect(plain.read_bytes() == content, "a copy was changed")
        unlock(fault)
        tally.expect(not readable(fault), f"words stand in {readable(fault)}")
        tally.expect(words_of(str(plain)) == acknowledged, "a copy is not whole")
