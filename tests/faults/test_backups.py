"""Copies of the journal: killed while one is made or gone back to, made while others write."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from tests.cli.support import process
from tests.faults.damage import halved, header_zeroed, random_bytes
from tests.faults.journals import begin, keep, log
from tests.faults.killing import kill_command, kill_writer, writing
from tests.faults.looking import half_made, in_step, words_in, words_of
from tests.faults.small_disk import fill, small_disk
from tests.faults.tally import Fault, Tally, row
from tests.store.support import bytes_below, put, room_for, wal_of
from tests.terminal.terminal import PATIENCE
from tracejournal.journal.backups import Backups
from tracejournal.journal.journal import Journal
from tracejournal.model.clock import Clock
from tracejournal.model.errors import StoreError
from tracejournal.store.backups import is_sound
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.killing import Said

FULL = "disk is full"


def backups_of(fault: Fault) -> Backups:
    return Backups(str(fault.path), Clock())


def keep_more(fault: Fault, words: str) -> str:
    with Journal.open(str(fault.path)) as journal:
        return keep(journal, words)


def held_by_copies(tally: Tally, fault: Fault, *states: set[str]) -> list[set[str]]:
    """Return what each copy holds, newest first. Each is whole, and of a state that there was."""
    held = []
    for copy in backups_of(fault).all():
        tally.expect(is_sound(copy.path), f"{copy.name} counts as a backup and is not whole")
        held.append(words_of(copy.path))
        tally.expect(not states or held[-1] in states, f"{copy.name} holds what never was")
    tally.expect(held, "there is no backup at all")
    return held


# Killed


@row("kill -9 of `tracejournal backup`", short=4, long=150)
def test_row_11_kill_during_backup(tally: Tally) -> None:
    for fault in tally.faults():
        then = begin(fault.path)
        copies = backups_of(fault)
        copies.make()
        now = then | {keep_more(fault, "after the first backup")}
        ended = kill_command(fault, "backup", within=0.012)
        tally.listen(ended.said)
        tally.note("done before it was killed", int(ended.is_done))
        tally.note("half a copy left for the next one to remove", int(bool(half_made(fault.path))))
        held = held_by_copies(tally, fault, then, now)
        tally.expect(held[:1] == [now] or not ended.is_done, "it said so, and there is none")
        tally.compare(now, words_in(fault.path))
        tally.expect(in_step(fault.path), "the index or a summary is not in step")
        tally.expect(words_of(copies.make().path) == now, "the next one does not hold everything")
        tally.expect(not half_made(fault.path), "half a copy is left for good")


def go_back(tally: Tally, fault: Fault, name: str, then: set[str]) -> None:
    """Go back to a backup undisturbed: one working journal, with nothing half made about it."""
    done = process("restore", name, "--yes", environment=fault.environment)
    tally.listen(done.stderr.decode())
    tally.expect(done.returncode == 0, done.stderr.decode())
    tally.expect(words_in(fault.path) == then, "it does not hold what the backup holds")
    tally.expect(in_step(fault.path), "the index or a summary is not in step")
    beside = [file.name for file in fault.path.parent.glob("*.db?*")]
    tally.expect(not beside + half_made(fault.path), f"left beside it: {beside}")


@row("kill -9 of `tracejournal restore` over a sound journal", short=4, long=100)
def test_row_12_kill_during_restore(tally: Tally) -> None:
    for fault in tally.faults():
        then = begin(fault.path)
        name = backups_of(fault).make().name
        now = then | {keep_more(fault, "after the backup")}
        command = ("restore", name, "--yes")
        ended = kill_command(fault, *command, within=0.03)
        tally.listen(ended.said)
        present = words_in(fault.path)
        tally.note("gone back" if present == then else "as before")
        tally.expect(present in (then, now), "neither as before nor gone back")
        tally.expect(present == then or not ended.is_done, "it said so, and did not go back")
        tally.expect(in_step(fault.path), "the index or a summary is not in step")
        tally.compare(now, present.union(*held_by_copies(tally, fault, then, now)))
        go_back(tally, fault, name, then)
        tally.expect(now in held_by_copies(tally, fault), "no way forth again")


def lost(path: Path, _chance: random.Random) -> None:
    path.unlink()


@row("kill -9 of it over a damaged or lost journal", short=8, long=100)
def test_row_12_kill_while_a_damaged_journal_comes_back(tally: Tally) -> None:
    for fault in tally.faults():
        then = begin(fault.path)
        name = backups_of(fault).make().name
        (halved, header_zeroed, random_bytes, lost)[fault.number % 4](fault.path, fault.random)
        remains = fault.path.read_bytes() if fault.path.exists() else None
        command = ("restore", name, "--yes")
        ended = kill_command(fault, *command, within=0.02)
        tally.listen(ended.said)
        try:
            tally.expect(words_in(fault.path) == then, "it does not hold what the backup holds")
            tally.note("come back")
        except StoreError as refused:
            tally.expect("`tracejournal restore`" in str(refused), f"said only: {refused}")
            tally.expect(not ended.is_done, "it said so, and nothing came back")
            is_as_before = remains == (fault.path.read_bytes() if fault.path.exists() else None)
            tally.expect(is_as_before, "neither as before nor come back")
            tally.note("as before, told in one sentence")
        go_back(tally, fault, name, then)
        tally.compare(then, words_in(fault.path))
        is_there = remains is None or remains in bytes_below(fault.home).values()
        tally.expect(is_there, "the damaged file was not put aside")


@row("a -wal is left when the journal goes back", short=6, long=90)
def test_row_40_stale_wal_after_restore(tally: Tally) -> None:
    for fault in tally.faults():
        then = begin(fault.path)
        name = backups_of(fault).make().name
        after = fault.random.randint(2, 12)
        said = kill_writer(fault, "keep", after=after, within=0.012)
        stale = wal_of(fault.path).read_bytes()
        tally.expect(stale, "no -wal was left")
        if fault.number % 3:
            (header_zeroed, lost)[fault.number % 3 - 1](fault.path, fault.random)
        go_back(tally, fault, name, then)
        tally.compare(then, words_in(fault.path))
        held = held_by_copies(tally, fault)
        is_copy = any(said.acknowledged <= copy for copy in held)
        is_aside = stale in bytes_below(fault.home).values()
        tally.note("what it held is in a backup", int(is_copy))
        tally.note("it was put aside as it was", int(is_aside))
        tally.expect(is_aside or is_copy, "what the -wal held is gone")
        tally.expect(is_copy or fault.number % 3, "a sound journal was not copied before")


# Full


@row("the disk (a small tmpfs) is full while a backup is made", short=1, long=20)
def test_row_24_disk_full_during_backup(tally: Tally) -> None:
    for fault in tally.faults():
        with small_disk(fault.path.parent, fault.random.randrange(500, 1_200, 4)):
            acknowledged = begin(fault.path)
            for number in range(40):
                words = f"{number} " + "of many words " * fault.random.choice((500, 1_000))
                if log(fault, words).returncode == 0:
                    acknowledged.add(words.strip())
                done = process("backup", environment=fault.environment)
                tally.listen(done.stderr.decode())
                if done.returncode:
                    break
            tally.expect(FULL in done.stderr.decode(), f"said only: {done.stderr.decode()}")
            tally.note("backups made before", number)
            tally.expect(not half_made(fault.path), "half a copy takes room")
            room = fault.path.with_name("room")
            fill(room)
            done = process("backup", environment=fault.environment)
            tally.listen(done.stderr.decode())
            tally.expect(done.returncode, "a backup without any room")
            tally.expect(FULL in done.stderr.decode(), f"said only: {done.stderr.decode()}")
            room.unlink()
            if number:
                held_by_copies(tally, fault)
            said = log(fault, "Some words of another day").stderr.decode()
            tally.expect("Kept" in said or FULL in said, f"said only: {said}")
            acknowledged |= {"Some words of another day"} if "Kept" in said else set()
            tally.compare(acknowledged, words_in(fault.path))
            tally.expect(in_step(fault.path), "the index or a summary is not in step")


@row("no file may grow any further while a backup is made", short=6, long=150)
def test_row_24_file_size_limit_during_backup(tally: Tally) -> None:
    for fault in tally.faults():
        then = begin(fault.path)
        copies = backups_of(fault)
        copies.make()
        now = then | {keep_more(fault, "after the first backup")}
        before = bytes_below(fault.home)
        with room_for(fault.random.randrange(0, int(fault.path.stat().st_size * 1.2))):
            try:
                copies.make()
                tally.note("there was room")
            except StoreError as refused:
                tally.note("none made, and told why")
                tally.expect("disk" in str(refused), f"said only: {refused}")
                tally.expect("earlier backups are untouched" in str(refused), str(refused))
                is_untouched = before.items() <= bytes_below(fault.home).items()
                tally.expect(is_untouched, "the journal or an earlier backup was changed")
                tally.expect(not half_made(fault.path), "half a copy is left")
        held_by_copies(tally, fault, then, now)
        tally.compare(now, words_in(fault.path))
        tally.expect(words_of(copies.make().path) == now, "none with more room, either")


# While others write


@row("a backup while another program is in a transaction", short=4, long=60)
def test_row_55_backup_with_open_transaction(tally: Tally) -> None:
    for fault in tally.faults():
        acknowledged = begin(fault.path)
        with open_store(str(fault.path)) as other:
            other.run("BEGIN IMMEDIATE")
            for number in range(fault.random.choice((1, 20, 900))):  # or more than memory takes
                put(other, f"never told {number} " + "long " * 300)
            other.run("DELETE FROM entries WHERE id % 2")
            done = process("backup", environment=fault.environment)
            tally.listen(done.stderr.decode())
            tally.expect(done.returncode == 0, done.stderr.decode())
            tally.note("it was in the -wal", int(wal_of(fault.path).stat().st_size > 0))
            (held,) = held_by_copies(tally, fault, acknowledged)
            tally.compare(acknowledged, held)
            other.run("ROLLBACK")
        tally.expect(words_in(fault.path) == acknowledged, "the journal is not as it was")


@row("backups under steady commits", short=3, long=50)
def test_row_56_backup_under_steady_commits(tally: Tally) -> None:
    for fault in tally.faults():
        begin(fault.path)
        with writing(fault, "keep") as said_so_far:
            for _ in range(3):
                before = told_more(said_so_far)
                made = backups_of(fault).make()
                after = said_so_far()
                held = words_of(made.path)
                tally.expect(before.acknowledged <= held, "it lacks what was kept before it")
                tally.expect(held <= after.announced, "it holds what was not kept yet")
                tally.note("commits while one was made", after.done - before.done)
            told_more(said_so_far)
        said, present = said_so_far(), words_in(fault.path)
        held_by_copies(tally, fault)
        tally.expect(said.acknowledged <= present <= said.announced, "not what was told")
        tally.compare(said.acknowledged, present)
        tally.expect(in_step(fault.path), "the index or a summary is not in step")


def told_more(said_so_far: Callable[[], Said]) -> Said:
    """Wait until a writer has done more than before."""
    before, end = said_so_far().done, time.monotonic() + PATIENCE
    while (said := said_so_far()).done <= before:
        assert time.monotonic() < end, "the writer is kept waiting"
        os.sched_yield()
    return said
