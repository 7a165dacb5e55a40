"""Disks that are full, folders that are read-only, files that are damaged in every way."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from sqlite_utils.migrations import Migrations

from tests.cli.support import process
from tests.faults import damage
from tests.faults.killing import Window
from tests.faults.looking import in_step, words_in
from tests.faults.tally import Fault, NotHereError, Tally, row
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
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlite_utils import Database

    Damage = Callable[[Path, random.Random], None]

FULL = "The disk is full"
KEPT = tuple(
    f"moment {number} with @Priya, some words to fill a page or two" for number in range(150)
)


def begin(path: Path) -> set[str]:
    """Begin a journal with a hundred and fifty moments, and return their words."""
    template = path.parents[2] / "template.db"
    if not template.exists():
        with Journal.open(str(template), create=True) as journal:
            journal.entries.keep_all(Draft(Moment(text)) for text in KEPT)
    path.parent.mkdir(parents=True)
    path.parent.chmod(0o700)
    shutil.copyfile(template, path)
    path.chmod(0o600)
    return set(KEPT)


def log(fault: Fault, words: str) -> subprocess.CompletedProcess[bytes]:
    """Keep a moment with the command, its words on standard input."""
    return process("log", environment=fault.environment, piped=words.encode())


# Full disks


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[None]:
    """Put a file system of a few kilobytes in the place of a folder."""
    folder.mkdir(parents=True)
    if os.geteuid() != 0 or not sys.platform.startswith("linux"):
        message = "mounting a small file system needs root on Linux; row 23 fills a file instead"
        raise NotHereError(message)
    mount = ["/bin/mount", "-t", "tmpfs", "-o", f"size={kilobytes}k,mode=0700", "none", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        message = "nothing can be mounted here; row 23 fills a file instead"
        raise NotHereError(message)
    try:
        yield
    finally:
        subprocess.run(["/bin/umount", "-l", str(folder)], check=True)


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
                _fill(room)
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


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        for size in (65_536, 4_096, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue


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
                        acknowledged.add(_keep(journal, words))
                    except StoreError as refusal:
                        tally.expect("isk" in str(refusal), str(refusal))
                        refused += 1
                        if refused == 3:
                            break
            tally.note("refused", refused)
            acknowledged.add(_keep(journal, "with more room"))
        tally.compare(acknowledged, words_in(fault.path))
        tally.expect(in_step(fault.path), "the index or a summary is not in step")


def _keep(journal: Journal, words: str) -> str:
    return journal.entries.keep(Draft(Moment(words))).content.text


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
        _keep(journal, words)


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


# Damaged files


def spoil(tally: Tally, spoilt: Damage, *, harmless: bool = False) -> None:
    """Damage a journal and use it: refused and left as it is, or read; never a crash."""
    for fault in tally.faults():
        acknowledged = begin(fault.path)
        spoilt(fault.path, fault.random)
        before = bytes_below(fault.path.parent)
        try:
            present = words_in(fault.path)
        except StoreError as refusal:
            tally.expect(str(fault.path) in str(refusal), f"said only: {refusal}")
            tally.expect(_same(before, fault.path.parent), f"changed by being refused: {refusal}")
            tally.expect(not harmless, f"refused: {refusal}")
            tally.note("refused and left as it is")
        except Exception as error:  # noqa: BLE001 - what a person would get as "Something went wrong"
            tally.crashes += 1
            tally.note(f"crashed with {type(error).__name__}")
        else:
            _note_what_is_seen(tally, fault, acknowledged, present)
            if harmless:
                tally.compare(acknowledged, present)
            _keep_on(tally, fault)
        if fault.number % 10 == 0:
            _try_the_faces(tally, fault)
        shutil.rmtree(fault.home.parent)


def _note_what_is_seen(
    tally: Tally, fault: Fault, acknowledged: set[str], present: set[str]
) -> None:
    if present == acknowledged:
        tally.note("opened, every word there")
        return
    # The engine reads what pages that were exchanged say. Looking at all of them takes a check.
    with Store(str(fault.path)) as store:
        told = store.value("PRAGMA integrity_check") != "ok"
    tally.expect(present or told, "it opened as an empty journal")
    tally.note("opened in part, and a check finds the damage" if told else "one word spoilt")
    tally.expect(told or len(acknowledged - present) <= 1, "words are missing, and no check tells")


def _same(before: dict[Path, bytes], folder: Path) -> bool:
    after = bytes_below(folder)
    return all(
        after.get(path) == content for path, content in before.items() if path.suffix == ".db"
    )


def _keep_on(tally: Tally, fault: Fault) -> None:
    """Keep one more in a journal that opened: it is there, or it was refused."""
    try:
        with Journal.open(str(fault.path)) as journal:
            kept = _keep(journal, "one more")
        tally.compare({kept}, words_in(fault.path))
    except StoreError:
        tally.note("but it took nothing new")
    except Exception as error:  # noqa: BLE001 - the same
        tally.crashes += 1
        tally.note(f"crashed with {type(error).__name__} while keeping")


def _try_the_faces(tally: Tally, fault: Fault) -> None:
    for command in (("list",), ("search", "words"), ("today",), ("export",)):
        done = process(*command, environment=fault.environment)
        tally.listen(done.stderr.decode())
        tally.expect(done.returncode in (0, 1), f"{command}: exit code {done.returncode}")


@row("an empty file in its place", short=2, long=10)
def test_row_28_empty_file(tally: Tally) -> None:
    spoil(tally, damage.emptied)


@row("only the first part of the file", short=5, long=60)
def test_row_29_half_a_file(tally: Tally) -> None:
    spoil(tally, damage.halved)


@row("the same on the full screen: one sentence and an end", short=1, long=5)
def test_row_29_half_a_file_on_screen(tally: Tally) -> None:
    for fault in tally.faults():
        begin(fault.path)
        damage.halved(fault.path, fault.random)
        before = bytes_below(fault.path.parent)
        with Window(environment=fault.environment) as window:
            code = window.wait_for_end()
            tally.expect(code == 1, f"exit code {code}")
            tally.expect(window.is_restored, "the terminal is not as it was")
        said = window.raw.decode("utf-8", "replace")
        tally.listen(said)
        tally.expect("is damaged" in " ".join(said.split()), "it is not said what is wrong")
        tally.expect(bytes_below(fault.path.parent) == before, "something was changed")


@row("a page missing from the file", short=5, long=60)
def test_row_30_page_cut_out(tally: Tally) -> None:
    spoil(tally, damage.page_cut_out)


@row("a page of zeros", short=5, long=60)
def test_row_31_page_zeroed(tally: Tally) -> None:
    spoil(tally, damage.page_zeroed)


@row("two pages swapped", short=5, long=60)
def test_row_32_pages_swapped(tally: Tally) -> None:
    spoil(tally, damage.pages_swapped)


@row("a header of zeros", short=2, long=10)
def test_row_33_header_zeroed(tally: Tally) -> None:
    spoil(tally, damage.header_zeroed)


@row("random bytes in its place", short=5, long=40)
def test_row_34_random_bytes(tally: Tally) -> None:
    spoil(tally, damage.random_bytes)


@row("a text file in its place", short=2, long=10)
def test_row_35_plain_text(tally: Tally) -> None:
    spoil(tally, damage.plain_text)


@row("line endings turned into those of Windows", short=1, long=5)
def test_row_36_line_endings_mangled(tally: Tally) -> None:
    spoil(tally, damage.line_endings_mangled)


@row("garbage after the end of the file", short=5, long=60)
def test_row_37_garbage_appended(tally: Tally) -> None:
    spoil(tally, damage.garbage_appended, harmless=True)


@row("garbage in the place of the -wal", short=5, long=60)
def test_row_38_garbage_wal(tally: Tally) -> None:
    spoil(tally, damage.wal_of_garbage, harmless=True)


@row("the -wal is gone after a crash", short=3, long=30)
def test_row_39_missing_wal(tally: Tally) -> None:
    for fault in tally.faults():
        acknowledged = begin(fault.path)
        with Journal.open(str(fault.path)) as journal:
            _keep(journal, "in the -wal alone, and taken with it")
            before = fault.path.read_bytes()
        fault.path.write_bytes(before)
        for ending in ("-wal", "-shm"):
            fault.path.with_name(fault.path.name + ending).unlink(missing_ok=True)
        tally.compare(acknowledged, words_in(fault.path))
        tally.expect(in_step(fault.path), "the index or a summary is not in step")


@row("one bit flipped anywhere", short=30, long=400)
def test_row_41_bit_flips(tally: Tally) -> None:
    spoil(tally, damage.bit_flipped)


@row("another program's SQLite file in its place", short=3, long=20)
def test_row_42_another_program(tally: Tally) -> None:
    spoil(tally, damage.another_program)


@row("a journal of a newer version", short=2, long=20)
def test_row_43_newer_schema(tally: Tally) -> None:
    spoil(tally, damage.newer_schema)


@row("a journal with a step this version does not know", short=2, long=10)
def test_row_44_unknown_migration(tally: Tally) -> None:
    spoil(tally, damage.unknown_migration)


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
