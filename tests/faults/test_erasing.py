"""Erased means that not a byte of it stands in any file under the home, whatever happened."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from tests.cli.support import process
from tests.faults.killing import kill_command
from tests.faults.looking import half_made, in_step, words_in, words_of
from tests.faults.tally import Fault, Tally, row
from tests.store.support import bytes_below
from tests.support import FakeClock
from tracejournal.journal.backups import Backups
from tracejournal.journal.journal import Journal
from tracejournal.model.draft import EDIT, REFLECTION, slot_of
from tracejournal.model.entry import Draft, Moment, Part, Reflection
from tracejournal.store.backups import is_sound
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    import random

OTHERS = tuple(f"Tea number {number} with @Sam #rest" for number in range(40))
LETTERS = "bcdfghjklmnpqrtvwxz"
"""Words of these have no ending that the index would leave out."""


class Erased(NamedTuple):
    """An entry that is about to be erased.

    Attributes:
        id: of the entry, which is in the trash.
        words: one for each place where something of it stands.
    """

    id: str
    words: tuple[str, ...]


def word(chance: random.Random) -> str:
    return "".join(chance.choices(LETTERS, k=10)) + "qz"


def days_ago(days: int) -> FakeClock:
    return FakeClock(f"{datetime.now().astimezone() - timedelta(days=days):%Y-%m-%dT%H:%M}")


def write_everywhere(tally: Tally, fault: Fault) -> Erased:
    """Let words of one entry stand in all the places there are, three backups among them."""
    clock = days_ago(5)
    text, tag, name, asked, before, draft, edited = (word(fault.random) for _ in range(7))
    with Journal.open(str(fault.path), clock=clock, create=True) as journal:
        journal.entries.keep_all(Draft(Moment(words)) for words in OTHERS)
        slot = slot_of(REFLECTION, "", "1a2b")
        for typed in (f"{draft} once", f"{text} in a draft"):
            journal.drafts.save(slot, {"text": typed})
        journal.backups.make()
        kept = Reflection(parts=(Part(f"{asked}?", f"{before} of the first version"),))
        entry = journal.entries.keep(Draft(kept), clears=slot)
        clock.pass_time(days=1)
        journal.backups.make()
        revised = Part(f"{asked}?", f"It was {text} with @{name.capitalize()} #{tag}")
        journal.entries.revise(entry.id, Reflection(parts=(revised,)))
        for typed in (edited, f"{edited} more", "something else"):
            journal.drafts.save(slot_of(EDIT, entry.id, "3c4d"), {"text": typed})
        journal.entries.delete([entry.id])
        clock.pass_time(days=1)
        journal.backups.make()
    erased = Erased(entry.id, (text, tag, name, asked, before, draft, edited))
    nowhere = [each for each in erased.words if not standing(fault, (each,))]
    tally.expect(not nowhere, "there was nothing to erase")
    return erased


def standing(fault: Fault, words: tuple[str, ...]) -> int:
    """Return how many bytes of words stand in any file under the home."""
    remains = b"\n".join(bytes_below(fault.home).values()).lower()
    return sum(len(each) * remains.count(each.encode()) for each in words)


def look(tally: Tally, fault: Fault, erased: Erased) -> None:
    """Count what is left of the erased words, and of all others."""
    tally.erased_bytes += standing(fault, erased.words)
    tally.compare(OTHERS, words_in(fault.path))
    tally.expect(in_step(fault.path), "the index or a summary is not in step")
    backups = Backups(str(fault.path), days_ago(0))
    tally.expect(not backups.is_erasing(), "it is not known to be finished")
    copies = backups.all()
    tally.expect(len(copies) == 3, f"{len(copies)} backups are left of 3")
    for copy in copies:
        tally.expect(is_sound(copy.path), f"{copy.name} is not whole")
        tally.compare(OTHERS, words_of(copy.path))
    tally.expect(not half_made(fault.path), "half a copy is left")


@row("erased: row, index, revisions, drafts, -wal and backups", short=3, long=30)
def test_row_85_erased(tally: Tally) -> None:
    for fault in tally.faults():
        erased = write_everywhere(tally, fault)
        if fault.number % 2 == 0:
            done = process("trash", "erase", erased.id, "--yes", environment=fault.environment)
            tally.listen(done.stderr.decode())
            tally.expect(done.returncode == 0, done.stderr.decode())
        else:
            with open_store(str(fault.path)) as window, Journal.open(str(fault.path)) as journal:
                if fault.number % 6 == 5:  # it reads what was there before, and is waited for
                    window.run("BEGIN")
                    window.rows("SELECT * FROM entries")
                journal.entries.erase([erased.id])
                if journal.backups.finish_erasing().waits:
                    tally.note("a reader was waited for")
                    window.run("COMMIT")
                    journal.backups.finish_erasing()
                tally.erased_bytes += standing(fault, erased.words)
        look(tally, fault, erased)


@row("kill -9 of `tracejournal trash erase`, and the next start", short=6, long=120)
def test_row_85_kill_while_erasing(tally: Tally) -> None:
    for fault in tally.faults():
        erased = write_everywhere(tally, fault)
        command = ("trash", "erase", erased.id, "--yes")
        ended = kill_command(fault, *command, within=0.03)
        tally.listen(ended.said)
        if ended.is_done:
            tally.erased_bytes += standing(fault, erased.words)
        started = process("trash", environment=fault.environment)
        tally.listen(started.stderr.decode())
        tally.expect(started.returncode == 0, started.stderr.decode())
        if started.stdout:
            tally.note("not erased yet, and whole")
            tally.expect(not ended.is_done, "it said so, and it is there")
            tally.expect(erased.words[0].encode() in started.stdout, "something of it is gone")
            process(*command, environment=fault.environment)
        else:
            tally.note("done" if ended.is_done else "finished by the next start")
        look(tally, fault, erased)
