"""The power is cut at any instant; the disk holds what was synced, and some of the rest."""

from __future__ import annotations

import functools
import os
import random
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unittest import mock

from tests.faults.looking import in_step, words_in
from tests.faults.simulated_disk import SECTOR, Disk, Recording, Told, Truncate, Write, recorded
from tests.faults.tally import SEED, Tally, row
from tests.support import FakeClock
from tracejournal.journal.journal import Journal
from tracejournal.model.draft import MOMENT, slot_of
from tracejournal.model.entry import Draft, Moment
from tracejournal.store import engine
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.faults.simulated_disk import Keep, Step, Waiting

JOURNAL, WAL = "journal.db", "journal.db-wal"
DRAFT = slot_of(MOMENT, "", "1a2b")
FULL = "synchronous = FULL"


class Life(NamedTuple):
    """What a program did for a person, and what it told them.

    Attributes:
        recording: every step of it on the disk.
        states: the words that are there after so many things were told to be done.
        erased: the words that were told to be gone after so many.
    """

    recording: Recording
    states: tuple[frozenset[str], ...]
    erased: tuple[frozenset[str], ...]


@functools.cache
def life(settings: str = engine._SETTINGS) -> Life:
    """Live with a journal for a while: short sittings as of `log`, and a long one."""
    folder = Path(tempfile.mkdtemp(prefix="faults-"))
    path = folder / JOURNAL
    try:
        open_store(str(path), create=True).close()
        chance = random.Random(SEED)  # noqa: S311 - chances that can be drawn again
        with (
            mock.patch.object(os, "urandom", chance.randbytes),  # the ids, too
            recorded(folder, settings) as recording,
        ):
            diary = _Diary(recording, chance)
            for length in (1, 1, 2, 3, 1, 140, 1, 25, 1, 1):
                with Journal.open(str(path), clock=FakeClock()) as journal:
                    for _ in range(length):
                        diary.go_on(journal)
    finally:
        shutil.rmtree(folder)
    return Life(recording, tuple(diary.states), tuple(diary.erased))


class _Diary:
    """Keeps, changes, deletes and erases by turns, and notes what it was told."""

    def __init__(self, recording: Recording, chance: random.Random) -> None:
        self._recording = recording
        self._chance = chance
        self._number = 0
        self._entries: dict[str, str] = {}
        self._draft = ""
        self.states = [frozenset[str]()]
        self.erased = [frozenset[str]()]

    def go_on(self, journal: Journal) -> None:
        self._number += 1
        words = " ".join([f"thing{self._number}said"] * self._chance.choice((1, 2, 9, 300)))
        gone = self.erased[-1]
        if self._number % 9 == 5:
            changed = self._chance.choice(list(self._entries))
            journal.entries.revise(changed, Moment(words))
            self._entries[changed] = words
        elif self._number % 13 == 8:
            chosen = self._chance.choice(list(self._entries))
            journal.entries.erase([chosen])
            gone |= {self._entries.pop(chosen).split()[0]}
        elif self._number % 3 == 0:
            journal.drafts.save(DRAFT, {"text": words})
            self._draft = words
        else:
            kept = journal.entries.keep(Draft(Moment(f"{words} with @Priya")), clears=DRAFT)
            self._entries[kept.id] = kept.content.text
            self._draft = ""
        drafts = {f"draft: {self._draft}"} if self._draft else set()
        self.states.append(frozenset(self._entries.values()) | drafts)
        self.erased.append(gone)
        self._recording.steps.append(Told(self._number))


def nothing(waiting: Waiting, _chance: random.Random) -> Waiting:
    return waiting[:0]


def some(waiting: Waiting, chance: random.Random) -> Waiting:
    return [step for step in waiting if chance.random() < 0.5]


def the_first(waiting: Waiting, chance: random.Random) -> Waiting:
    return waiting[: chance.randint(0, len(waiting))]


def torn(waiting: Waiting, chance: random.Random) -> Waiting:
    """Some of it, and of one write only some sectors, the last of them half."""
    kept = list(chance.choice((some, the_first))(waiting, chance))
    writes = [place for place, step in enumerate(kept) if isinstance(step, Write)]
    if writes:
        place = chance.choice(writes)
        step = kept[place]
        assert isinstance(step, Write)
        whole = chance.randint(0, len(step.data) // SECTOR) * SECTOR
        half = step.data[: whole + chance.randint(0, SECTOR)]
        kept[place] = step._replace(data=half)
    return kept


def anything(waiting: Waiting, chance: random.Random) -> Waiting:
    return chance.choice((nothing, some, the_first, torn))(waiting, chance)


def is_anything(_step: Step) -> bool:
    return True


def is_commit(step: Step) -> bool:
    return isinstance(step, Write) and step.file != 0


def is_checkpoint(step: Step) -> bool:
    return isinstance(step, Write | Truncate) and step.file == 0


def instants(
    lived: Life, count: int, at: Callable[[Step], bool], chance: random.Random
) -> set[int]:
    """Choose so many steps after which the power is cut."""
    begun = next(n for n, step in enumerate(lived.recording.steps) if isinstance(step, Told))
    steps = enumerate(lived.recording.steps)
    right = [number for number, step in steps if number >= begun and at(step)]
    return set(chance.sample(right, min(count, len(right))))


def cuts(
    lived: Life, count: int, keep: Keep, at: Callable[[Step], bool], chance: random.Random
) -> Iterator[tuple[dict[str, bytes], int]]:
    """Yield the files after each of so many power cuts, and how much had been told by then."""
    told = 0
    while count > 0:
        disk = Disk(lived.recording)
        chosen = instants(lived, count, at, chance)
        count -= len(chosen)
        for number, step in enumerate(lived.recording.steps):
            disk.take(step)
            told = step.things if isinstance(step, Told) else told
            if number in chosen:
                yield disk.cut(keep, chance), told


def put_back(files: dict[str, bytes], folder: Path) -> Path:
    """Write what a disk held into a folder of the real one."""
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder / JOURNAL


def cut_power(
    tally: Tally, keep: Keep, at: Callable[[Step], bool] = is_anything, lived: Life | None = None
) -> int:
    """Cut the power as often as the row says; return how many cuts took something.

    What is left is looked at with the real store, on the real engine.
    """
    lived = lived or life()
    lost_in = 0
    faults = list(tally.faults())
    chance = faults[0].random
    for fault, (files, told) in zip(
        faults, cuts(lived, len(faults), keep, at, chance), strict=True
    ):
        lost = tally.lost
        look(tally, put_back(files, fault.path.parent), lived, told)
        lost_in += tally.lost > lost
        shutil.rmtree(fault.home.parent)
    return lost_in


def look(tally: Tally, path: Path, lived: Life, told: int) -> None:
    """Count what was acknowledged and is there. The last thing is wholly done, or not at all."""
    before, after = lived.states[told], lived.states[min(told + 1, len(lived.states) - 1)]
    try:
        present = words_in(path)
    except Exception as error:  # noqa: BLE001 - whatever it is, nothing can be read
        tally.note(f"not opened: {type(error).__name__}")
        present = set()
    if present == after:
        tally.note("the last one is there, untold", int(after != before))
        before = after
    elif present:
        tally.expect(present <= before, "something that was never said so is there")
    tally.compare(before, present)
    if before <= present:
        tally.expect(in_step(path), "the index or a summary is not in step")
        remains = b"".join(file.read_bytes() for file in path.parent.iterdir())
        for words in lived.erased[told]:
            tally.erased_bytes += len(words) * remains.count(words.encode())


@row("power cut: all unsynced writes lost", short=60, long=700)
def test_row_01_cut_and_unsynced_writes_lost(tally: Tally) -> None:
    cut_power(tally, nothing)


@row("power cut: a random part of them kept", short=60, long=700)
def test_row_02_cut_and_a_random_subset_kept(tally: Tally) -> None:
    cut_power(tally, some)


@row("power cut: the first of them kept", short=60, long=700)
def test_row_03_cut_and_a_prefix_kept(tally: Tally) -> None:
    cut_power(tally, the_first)


@row("power cut: a sector torn", short=60, long=700)
def test_row_04_cut_and_a_torn_sector(tally: Tally) -> None:
    cut_power(tally, torn)


@row("power cut in the middle of a commit", short=60, long=700)
def test_row_05_cut_in_the_middle_of_a_commit(tally: Tally) -> None:
    cut_power(tally, anything, is_commit)


@row("power cut in the middle of a checkpoint", short=60, long=700)
def test_row_06_cut_in_the_middle_of_a_checkpoint(tally: Tally) -> None:
    cut_power(tally, anything, is_checkpoint)


@row("the same cuts with weaker settings, which must lose", short=60, long=700)
def test_row_01_shows_that_the_simulation_can_fail(tally: Tally) -> None:
    with open_store(str(tally.folder / JOURNAL), create=True) as real:
        tally.expect(real.value("PRAGMA synchronous") == 2, "the real engine is not told FULL")
    for weaker in ("synchronous = NORMAL", "synchronous = OFF"):
        lived = life(engine._SETTINGS.replace(FULL, weaker))
        spoilt = Tally(tally.folder / weaker, tally.row, long=tally.is_long)
        cuts_that_lost = cut_power(spoilt, anything, lived=lived)
        tally.note(f"{weaker} lost in {cuts_that_lost} of {spoilt.runs}")
        tally.expect(cuts_that_lost > spoilt.runs / 4, f"{weaker} lost nothing")
