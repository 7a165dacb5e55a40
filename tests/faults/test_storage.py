"""Disks that are full, folders that are read-only, files that are damaged in every way."""

from __future__ import annotations

import stat
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from sqlite_utils.migrations import Migrations

from tests.cli.support import process
from tests.faults.journals import begin, keep, log
from tests.faults.killing import Window
from tests.faults.looking import in_step, words_in
from tests.faults.small_disk import fill, small_disk
from tests.faults.tally import Fault, Tally, row
from tests.store.support import bytes_below, room_for, without_privileges
from tests.support import FakeClock
from tracejournal.journal.journal import Journal
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.errors import JournalError, StoreError
from tracejournal.store import migrations
from tracejournal.store.engine import Store
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path

    from sqlite_utils import Database

    Damage = Callable[[Path, random.Random], None]

FULL = "The disk is full"

# Full disks


@row("the disk (a small tmpfs) fills up under commands", short=1, long=12)
def test_row_22_disk_full(tally: Tally) -> None:
    for fault in tally.faults():
        with small_disk(fault.path.parent, fault.random.randrange(400, 900, 4)):
            acknowledged = {"before"}
            tally.expect(log(fault, "before").returncode == 0, "nothing could be kept at all")
            for number in range(200):
                words = f"{number} " + "of many words " * fault.random.choice((5, 500, 5_000))
                done = log(fault, words)
                said = done.stderr.decode()
                tally.listen(said)
                if done.returncode == 0:
                    acknowledged.add(words.strip())
                    continue
                tally.expect(FULL in said, f"said only: {said}")
                aside = [path for path in fault.home.rglob("not-kept-*") if path.is_file()]
                tally.expect(any(words.strip() in path.read_text() for path in aside), "no copy")
                break
            _look_when_full(tally, fault, acknowledged)


def _look_when_full(tally: Tally, fault: Fault, acknowledged: set[str]) -> None:
    listed = process("list", "-n", "0", environment=fault.environment)
    tally.listen(listed.stderr.decode())
    tally.note("can be read while it is full", int(listed.returncode == 0))
    tally.compare(acknowledged, words_in(fault.path))
    tally.expect(in_step(fault.path), "the index or a summary is not in step")


@row("the disk is full under the full screen: the words stay in the line", short=1, long=6)
def test_row_22_disk_full_on_screen(tally: Tally) -> None:
    for fault in tally.faults():
        with small_disk(fault.path.parent, 600):
            acknowledged = {"before"}
            log(fault, "before")
            room = fault.path.parent / "room"
            words = "These words have no room"
            with Window(environment=fault.environment) as window:
                window.wait_for("Something to ponder")
                window.wait_for("before")
                fill(room)
                window.type(words)
                window.press("enter")
                window.wait_for(FULL)
                tally.expect(words in window.text, "the words left the line")
                room.unlink()
                window.press("enter")
                window.wait_for("Kept")
                acknowledged.add(words)
                window.press("ctrl+q")
                window.wait_for_end()
            tally.listen(window.raw.decode("utf-8", "replace"))
            tally.compare(acknowledged, words_in(fault.path))


@row("no file may grow any further (RLIMIT_FSIZE)", short=5, long=150)
def test_row_23_file_size_limit(tally: Tally) -> None:
    for fault in tally.faults():
        acknowledged = begin(fault.path)
        with Journal.open(str(fault.path)) as journal:
            limit = fault.path.stat().st_size + fault.random.randrange(0, 400_000)
            refused = 0
            with room_for(limit):
                for number in range(400):
                    words = f"{number} " + "word " * fault.random.choice((3, 300, 3_000))
                    try:
                        acknowledged.add(keep(journal, words))
                    except StoreError as refusal:
                        tally.expect("isk" in str(refusal), str(refusal))
                        refused += 1
                        if refused == 3:
                            break
            tally.note("refused", refused)
            acknowledged.add(keep(journal, "with more room"))
        tally.compare(acknowledged, words_in(fault.path))
        tally.expect(in_step(fault.path), "the index or a summary is not in step")


@row("full while a journal is begun or brought to a new schema", short=5, long=100)
def test_row_25_full_during_a_migration(tally: Tally) -> None:
    for fault in tally.faults():
        begun = fault.home.parent / "new" / "journal.db"
        with room_for(fault.random.randrange(0, 200_000)):
            try:
                open_store(str(begun), create=True).close()
                tally.note("there was room")
            except StoreError:
                tally.expect(bytes_below(begun.parent) == {}, "a half-made journal is left")
                tally.note("none begun")
        acknowledged = begin(fault.path)
        with Store(str(fault.path)) as store:
            limit = fault.path.stat().st_size + fault.random.randrange(0, 60_000)
            try:
                with room_for(limit):
                    migrations.migrate(store, _steps_of_tomorrow())
                tally.note("all done")
            except StoreError:
                tally.note("as before")
        tally.compare(acknowledged, words_in(fault.path))
        tally.expect(in_step(fault.path), "the index or a summary is not in step")


def _steps_of_tomorrow() -> Migrations:
    steps = Migrations("tracejournal")

    @steps(name="0002_of_tomorrow")
    def _tomorrow(database: Database) -> None:
        database.execute("CREATE TABLE tomorrow (id INTEGER PRIMARY KEY, words TEXT) STRICT")
        database.execute("INSERT INTO tomorrow SELECT id, text FROM entries")

    return steps


# Read-only places


def read_only(
    tally: Tally, protect: Callable[[Fault], None], free: Callable[[Fault], None]
) -> None:
    """Let someone without privileges meet a place that may not be written."""
    for fault in tally.faults():
        acknowledged = begin(fault.path)
        protect(fault)
        before = bytes_below(fault.home)
        try:
            without_privileges(partial(_keep_in, fault.path, "no way"))
            tally.expect(False, "it was written to")
        except JournalError as refusal:
            tally.expect(str(fault.home) in str(refusal), f"said only: {refusal}")
        finally:
            free(fault)
        tally.expect(bytes_below(fault.home) == before, "something was changed")
        tally.compare(acknowledged, words_in(fault.path))


def _keep_in(path: Path, words: str) -> None:
    with Journal.open(str(path)) as journal:
        keep(journal, words)


@row("the folder is read-only", short=2, long=10)
def test_row_26_read_only_folder(tally: Tally) -> None:
    read_only(
        tally,
        lambda fault: fault.path.parent.chmod(0o500),
        lambda fault: fault.path.parent.chmod(0o700),
    )


@row("the file is read-only", short=2, long=10)
def test_row_27_read_only_file(tally: Tally) -> None:
    read_only(tally, lambda fault: fault.path.chmod(0o400), lambda fault: fault.path.chmod(0o600))


# Places and times


@row("umask 000: still for its owner alone", short=1, long=5)
def test_row_45_umask(tally: Tally) -> None:
    for fault in tally.faults():
        done = process("log", "Tea", environment=fault.environment, wrapper='umask 000; exec "$@"')
        tally.expect(done.returncode == 0, done.stderr.decode())
        for path in (fault.home, *fault.home.rglob("*")):
            shared = stat.S_IMODE(path.stat().st_mode) & 0o077
            tally.expect(not shared, f"{path.name} is open to others")
        tally.compare({"Tea"}, words_in(fault.path))


@row("the journal is a symbolic link", short=1, long=5)
def test_row_46_symlinked_file(tally: Tally) -> None:
    for fault in tally.faults():
        acknowledged = begin(fault.path)
        elsewhere = fault.home.parent / "elsewhere.db"
        fault.path.rename(elsewhere)
        fault.path.symlink_to(elsewhere)
        before = elsewhere.read_bytes()
        done = log(fault, "through a link")
        tally.listen(done.stderr.decode())
        tally.expect(b"is a link" in done.stderr, f"said only: {done.stderr!r}")
        tally.expect(elsewhere.read_bytes() == before, "what it points to was changed")
        tally.compare(acknowledged, words_in(elsewhere))


@row("its folder is a symbolic link", short=1, long=5)
def test_row_47_symlinked_folder(tally: Tally) -> None:
    for fault in tally.faults():
        acknowledged = begin(fault.path)
        elsewhere = fault.home.parent / "elsewhere"
        fault.path.parent.rename(elsewhere)
        fault.path.parent.symlink_to(elsewhere)
        done = log(fault, "through a link")
        tally.listen(done.stderr.decode())
        tally.expect(done.returncode == 0, done.stderr.decode())
        acknowledged.add("through a link")
        tally.compare(acknowledged, words_in(elsewhere / fault.path.name))


@row("the clock is set back, and forward again", short=3, long=40)
def test_row_48_clock_set_back(tally: Tally) -> None:
    for fault in tally.faults():
        clock = FakeClock()
        acknowledged = set()
        with Journal.open(str(fault.path), clock=clock, create=True) as journal:
            for number in range(20):
                kept = journal.entries.keep(Draft(Moment(f"moment {number}")))
                acknowledged.add(kept.content.text)
                jump = timedelta(days=fault.random.choice((-4_000, -31, -1, 0, 1, 29)))
                clock.pass_time(seconds=jump.total_seconds() + fault.random.randint(-9, 9))
            deleted = journal.entries.keep(Draft(Moment("deleted just now")))
            journal.entries.delete([deleted.id])
            clock.pass_time(days=-3_000)
            tally.expect(journal.entries.empty_old_trash() == 0, "the trash was emptied early")
            present = {entry.content.text for entry in journal.history.entries()}
            tally.expect(len(list(journal.history.entries())) == len(acknowledged), "not each once")
        tally.compare(acknowledged, present)
        tally.expect(in_step(fault.path), "the index or a summary is not in step")
