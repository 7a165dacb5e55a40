"""Several programs at once on one journal: all is kept, or somebody is asked."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

from tests.cli.support import process
from tests.faults.killing import Window
from tests.faults.looking import everything_in, in_step, words_in
from tests.faults.tally import Fault, Tally, row
from tests.terminal.terminal import PATIENCE
from tracejournal.journal.journal import Journal
from tracejournal.model.entry import CheckIn, Draft, Moment, Part, Reflection
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    import random

    from tracejournal.model.entry import Entry

LINE = "Something to ponder"
MANY_MOMENTS = (
    "import sys\n"
    "from tracejournal.__main__ import main\n"
    "for number in range(int(sys.argv[2])):\n"
    "    if main(['log', f'shell {sys.argv[1]} {number} with @Priya']) == 0:\n"
    "        print(f'shell {sys.argv[1]} {number} with @Priya', flush=True)\n"
)


def shells(fault: Fault, count: int, each: int) -> list[subprocess.Popen[str]]:
    """Start shells that keep many moments one after another, each on a program of its own."""
    return [
        subprocess.Popen(
            [sys.executable, "-c", MANY_MOMENTS, str(number), str(each)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=fault.environment,
            text=True,
        )
        for number in range(count)
    ]


@row("the full screen and four shells write at once", short=1, long=8)
def test_row_53_the_screen_and_four_shells(tally: Tally) -> None:
    each = 100 if tally.is_long else 25
    for fault in tally.faults():
        acknowledged = set()
        with Window(environment=fault.environment) as window:
            window.wait_for(LINE)
            running = shells(fault, 4, each)
            for number in range(6):
                window.type(f"screen {number}\r")
                window.wait_until_gone(f"│ screen {number}")
                acknowledged.add(f"screen {number}")
            for shell in running:
                said, _ = shell.communicate(timeout=PATIENCE * 4)
                acknowledged |= set(said.splitlines())
                tally.expect(shell.returncode == 0, "a shell failed")
            window.press("ctrl+q")
            tally.expect(window.wait_for_end() == 0, "the screen failed")
            tally.listen(window.raw.decode("utf-8", "replace"))
        tally.expect(len(acknowledged) == 4 * each + 6, f"only {len(acknowledged)} were kept")
        tally.compare(acknowledged, words_in(fault.path))
        tally.expect(in_step(fault.path), "the index or a summary is not in step")


@row("a command while another program is in a transaction", short=2, long=12)
def test_row_54_a_command_during_a_transaction(tally: Tally) -> None:
    for fault in tally.faults():
        with open_store(str(fault.path), create=True) as other:
            in_time = fault.number % 4 != 1
            other.run("BEGIN IMMEDIATE")
            done = threading.Event()
            command = [sys.executable, "-m", "tracejournal", "log"]
            shell = subprocess.Popen(
                command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=fault.environment
            )
            assert shell.stdin
            shell.stdin.write(b"while it was busy")
            shell.stdin.close()
            shell.stdin = None
            if in_time:
                done.wait(fault.random.uniform(0.2, 2.0))
                other.run("COMMIT")
            _, said = shell.communicate(timeout=PATIENCE)
            if not in_time:
                other.run("COMMIT")
        kept = "while it was busy"
        if shell.returncode == 0:
            tally.note("waited its turn")
            tally.compare({kept}, words_in(fault.path))
        else:
            tally.note("was told, and its words put aside")
            tally.expect(b"did not finish" in said, f"said only: {said!r}")
            aside = [path.read_text().strip() for path in fault.home.rglob("not-kept-*")]
            tally.compare({kept}, aside)


@row("two full screens at once", short=1, long=8)
def test_row_57_two_screens(tally: Tally) -> None:
    for fault in tally.faults():
        acknowledged = set()
        with (
            Window(environment=fault.environment) as one,
            Window(environment=fault.environment) as other,
        ):
            for window in (one, other):
                window.wait_for(LINE)
            for number in range(8):
                for name, window in (("one", one), ("other", other)):
                    window.type(f"{name} {number}\r")
                    window.wait_until_gone(f"│ {name} {number}")
                    acknowledged.add(f"{name} {number}")
            for name, window in (("one", one), ("other", other)):
                window.type(f"unfinished in {name}")
                window.wait_for(f"unfinished in {name}")
                window.press("ctrl+q")
                tally.expect(window.wait_for_end() == 0, "a screen failed")
                tally.listen(window.raw.decode("utf-8", "replace"))
                acknowledged.add(f"draft: unfinished in {name}")
        tally.compare(acknowledged, words_in(fault.path))


@row("changed on the screen while a command deletes, erases or changes it", short=3, long=18)
def test_row_58_delete_in_one_edit_in_the_other(tally: Tally) -> None:
    meanwhile = (
        (("delete", "last", "--yes"),),
        (("delete", "last", "--yes"), ("trash", "empty", "--yes")),
        (("edit", "last", "these came from the shell"),),
    )
    for fault in tally.faults():
        commands = meanwhile[fault.number % len(meanwhile)]
        with Journal.open(str(fault.path), create=True) as journal:
            journal.entries.keep(Draft(Moment("said before")))
        with Window(environment=fault.environment) as window:
            window.wait_for("said before")
            window.press("escape")
            window.drain(0.3)  # a key right after Escape would be one with Alt
            window.type("e")
            window.wait_for("keep the changes")
            window.type(" and typed on the screen")
            window.wait_for("typed on the screen")
            for command in commands:
                process(*command, environment=fault.environment)
            window.press("ctrl+s")
            window.drain(0.6)
            window.press("ctrl+q")
            tally.expect(window.wait_for_end() == 0, "the screen failed")
            tally.listen(window.raw.decode("utf-8", "replace"))
        there = everything_in(fault.path)
        tally.compare({"typed on the screen"}, _found(there, "typed on the screen"))
        if commands[0][0] == "edit":
            tally.compare({"from the shell"}, _found(there, "from the shell"))


def _found(there: str, words: str) -> set[str]:
    return {words} if words in there else set()


@row("entries with other fields each, kept in one go and changed", short=5, long=200)
def test_row_59_mixed_fields(tally: Tally) -> None:
    for fault in tally.faults():
        with Journal.open(str(fault.path), create=True) as journal:
            drafts = [Draft(_anything(fault.random, number)) for number in range(12)]
            kept = journal.entries.keep_all(drafts)
            for entry, draft in zip(kept, drafts, strict=True):
                tally.expect(_as_given(journal, entry, draft), "not as it was given")
            changed = fault.random.choice(kept)
            others = {entry.id: journal.entries.get(entry.id) for entry in kept if entry != changed}
            journal.entries.revise(changed.id, _anything(fault.random, 99))
            same = all(journal.entries.get(each) == entry for each, entry in others.items())
            tally.expect(same, "another entry lost a field")
            words = {entry.content.text for entry in kept if entry != changed}
        tally.compare(words, words_in(fault.path))


def _anything(chance: random.Random, number: int) -> Moment | Reflection | CheckIn:
    text = f"words {number} #tag{chance.randrange(3)} with @Sam"
    what = chance.randrange(3)
    if what == 0:
        given: dict[str, Any] = {
            "kind": "gratitude",
            "direction": "gave",
            "mode": "phone",
            "supported": chance.randrange(11),
            "minutes": chance.randrange(60),
        }
        return Moment(
            text, **{name: value for name, value in given.items() if chance.random() < 0.5}
        )
    if what == 1:
        return Reflection(parts=(Part("What helped?", text),))
    return CheckIn(text, energy=chance.randrange(11))


def _as_given(journal: Journal, entry: Entry, draft: Draft) -> bool:
    return journal.entries.get(entry.id).content == draft.content
