"""Files that are damaged in every way: refused and left as they are, or read; never a crash."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.cli.support import process
from tests.faults import damage
from tests.faults.journals import begin, keep
from tests.faults.killing import Window
from tests.faults.looking import in_step, words_in
from tests.faults.tally import Fault, Tally, row
from tests.store.support import bytes_below
from tracejournal.journal.journal import Journal
from tracejournal.model.errors import StoreError
from tracejournal.store.engine import Store

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path

    Damage = Callable[[Path, random.Random], None]


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
            kept = keep(journal, "one more")
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
            keep(journal, "in the -wal alone, and taken with it")
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
