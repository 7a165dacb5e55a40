"""The lock: whatever happens to it, its owner gets in, and nobody else reads a word."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.faults.locked import (
    AFTER,
    BEFORE,
    LATER,
    NOTES,
    PRESENT,
    as_another_process,
    begin,
    leave_notes,
    lock_of,
    look,
    opening,
    take_notes_in,
)
from tests.faults.looking import words_in
from tests.faults.tally import Fault, Tally, row
from tests.store.support import bytes_below
from tracejournal.model.errors import StoreError, WrongSecret
from tracejournal.store import keys, sealing, slots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracejournal.journal.lock import Lock

STOPPED = Path(__file__).with_name("stopped.py")
_WITHIN = 5  # one of so many kills is in the middle of what the engine writes
_LARGEST = 600_000  # bytes; no file of these journals grows any larger


class Worker:
    """A program that does one piece of work on as many journals as it is asked to."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, fault: Fault, **until: int) -> Ended:
        """Let it work until it is killed or stopped."""
        return self._told(home=str(fault.home), path=str(fault.path), **until)

    def go_on(self) -> Ended:
        """Let one that is stopped go on."""
        return self._told()

    def _told(self, **asked: object) -> Ended:
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps(asked), file=self._process.stdin, flush=True)
        said = json.loads(self._process.stdout.readline())
        return Ended(said["ended"], said.get("calls", 0), said.get("told", ""))


class Ended(NamedTuple):
    """How a piece of work came to its end.

    Attributes:
        code: its exit code; a signal where it is below zero; None while it is stopped.
        calls: how many calls it made.
        told: why it was refused, or "".
    """

    code: int | None
    calls: int
    told: str


@contextmanager
def working(what: str, fault: Fault) -> Iterator[Worker]:
    command = [sys.executable, str(STOPPED), what]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=fault.environment, text=True
    ) as process:
        try:
            yield Worker(process)
        finally:
            process.kill()


def kill_while(tally: Tally, what: str, *, locked: bool) -> None:
    """Kill it at every call, or evenly at as many as there are kills; each in a fresh home."""
    with working(what, tally.fault()) as worker:
        calls = whole(tally, worker, locked=locked)
        at_calls = tally.most - tally.most // _WITHIN
        for fault in tally.faults():
            begin(fault, locked=locked)
            if fault.number < at_calls:
                ended = worker.run(fault, kill=1 + fault.number * calls // at_calls)
                assert ended.code == -signal.SIGKILL
            else:
                ended = worker.run(fault, bytes=fault.random.randrange(1, _LARGEST))
                tally.note("killed while the engine wrote", int(ended.code != 0))
            look(tally, fault, (BEFORE, AFTER))


def whole(tally: Tally, worker: Worker, *, locked: bool) -> int:
    """Let it do its work to the end; return how many calls that takes."""
    fault = tally.fault(-1)
    begin(fault, locked=locked)
    ended = worker.run(fault)
    assert ended.code == 0
    assert not ended.told
    tally.note("calls of it", ended.calls)
    return ended.calls


def meanwhile(tally: Tally, first: str, second: str, *, locked: bool) -> None:
    """Let one wait at every call, or at many, while another does its work from begin to end."""
    with working(first, tally.fault()) as waiting, working(second, tally.fault()) as worker:
        calls = whole(tally, waiting, locked=locked)
        for fault in tally.faults():
            begin(fault, locked=locked)
            before = waiting.run(fault, stop=1 + fault.number * calls // tally.most)
            assert before.code is None
            between, after = worker.run(fault), waiting.go_on()
            assert (between.code, after.code) == (0, 0)
            for name, ended in ((first, after), (second, between)):
                tally.note(f"{name}: {'refused' if ended.told else 'done'}")
            tally.note("neither", int(bool(after.told and between.told)))
            kept = [ended for name, ended in ((first, after), (second, between)) if "keep" in name]
            later = {LATER} if any(not ended.told for ended in kept) else set()
            look(tally, fault, (BEFORE, AFTER), PRESENT | later)


@row("killed while it is locked", short=50, long=400)
def test_row_10_kill_while_locking(tally: Tally) -> None:
    kill_while(tally, "lock", locked=False)


@row("killed while it gets another data key, passphrase and recovery key", short=50, long=400)
def test_row_10_kill_during_another_key(tally: Tally) -> None:
    kill_while(tally, "key", locked=True)


@row("killed while it gets another data key for the same passphrase", short=10, long=400)
def test_row_10_kill_during_another_key_alone(tally: Tally) -> None:
    kill_while(tally, "key-alone", locked=True)


@row("killed while the passphrase changes", short=50, long=150)
def test_row_10_kill_while_the_passphrase_changes(tally: Tally) -> None:
    kill_while(tally, "passphrase", locked=True)


@row("killed while notes are taken in at unlocking", short=50, long=400)
def test_row_10_kill_while_notes_are_taken_in(tally: Tally) -> None:
    with working("take-in", tally.fault()) as worker:
        first = tally.fault(-1)
        begin(first, locked=True)
        leave_notes(first)
        calls = worker.run(first).calls
        tally.note("calls of it", calls)
        for fault in tally.faults():
            begin(fault, locked=True)
            leave_notes(fault)
            ended = worker.run(fault, kill=1 + fault.number * calls // tally.most)
            assert ended.code == -signal.SIGKILL
            take_notes_in(tally, fault)
            look(tally, fault, (BEFORE, AFTER), PRESENT | NOTES)


@row("killed while the lock is removed", short=10, long=400)
def test_row_10_kill_while_unlocking_for_good(tally: Tally) -> None:
    kill_while(tally, "remove", locked=True)


@row("two lock it at once, each with another passphrase", short=12, long=400)
def test_row_10_two_lock_at_once(tally: Tally) -> None:
    meanwhile(tally, "lock", "lock-otherwise", locked=False)


@row("two give it another key at once", short=6, long=400)
def test_row_10_two_change_the_key_at_once(tally: Tally) -> None:
    meanwhile(tally, "key", "key-alone", locked=True)


@row("words are kept while it is locked", short=12, long=400)
def test_row_10_keep_while_it_is_locked(tally: Tally) -> None:
    meanwhile(tally, "lock", "keep", locked=False)


@row("it is locked while words are kept", short=12, long=100)
def test_row_10_lock_while_words_are_kept(tally: Tally) -> None:
    meanwhile(tally, "keep", "lock", locked=False)


@row("it gets another key while words are kept", short=6, long=100)
def test_row_10_another_key_while_words_are_kept(tally: Tally) -> None:
    meanwhile(tally, "keep-unlocked", "key", locked=True)


@row("a wrong passphrase, and a wrong recovery key", short=20, long=500)
def test_row_49_wrong_passphrase(tally: Tally) -> None:
    home = tally.fault().home
    begin(tally.fault(), locked=True)
    before = bytes_below(home)
    for fault in tally.faults():
        lock = lock_of(tally.fault().path)
        wrong = wrong_passphrase(fault)
        with as_another_process():
            tally.expect(not opening(lock.unlock, {wrong}), f"{wrong!r} opens it")
            identity = sealing.new_identity()
            tally.expect(not opening(lock.unlock_by_recovery, {identity}), "any key opens it")
            try:
                lock.unlock(wrong)
            except WrongSecret as refusal:
                tally.expect("Caps Lock" in str(refusal), f"said only: {refusal}")
            tally.expect(not keys.held(), "a key is held")
    tally.expect(bytes_below(home) == before, "something was changed")
    look(tally, tally.fault(), (BEFORE,))


def wrong_passphrase(fault: Fault) -> str:
    right, place = BEFORE.passphrase, fault.random.randrange(len(BEFORE.passphrase))
    return fault.random.choice(
        (
            right[:place] + fault.random.choice("qü\0🚲") + right[place:],
            right[:place] + right[place + 1 :],
            right.upper(),
            f"{right}\n",
            f" {right}",
            "".join(fault.random.choices("abc é密", k=fault.random.randrange(1, 40))),
        )
    )


@row("a slot with one byte changed, in one place and in both", short=40, long=900)
def test_row_50_tampered_slot(tally: Tally) -> None:
    for fault in tally.faults():
        begin(fault, locked=True)
        lock = lock_of(fault.path)
        way = fault.random.choice((slots.PASSPHRASE, slots.RECOVERY))
        folders = (lock.folder, lock._spare)[: 1 + fault.number % 2]
        flipped = [flip(fault, folder, way) for folder in folders]
        with as_another_process():
            told = unlocked(lock, way)
            tally.note(f"{way}: {'told' if told else 'opens'}, changed in {len(flipped)}")
            tally.expect(not told or len(folders) > 1, f"the second place was of no use: {told}")
            tally.expect("another lock" in told or "damaged" in told or not told, told)
            other = slots.RECOVERY if way == slots.PASSPHRASE else slots.PASSPHRASE
            tally.expect(not unlocked(lock, other), f"{other} does not open it any more")
            lock.finish()
            tally.compare(PRESENT, words_in(fault.path))
            if not told:
                unlocked(lock, way)
                lock.finish()
                both = [path.read_bytes() for path in flipped]
                tally.expect(len(set(both)) == 1, "the two places are not alike again")


def flip(fault: Fault, folder: str, way: str) -> Path:
    (slot,) = slots.found(folder, way)
    path = Path(slot.path)
    content = bytearray(path.read_bytes())
    content[fault.number * 7 % len(content)] ^= 1 << fault.random.randrange(8)
    path.write_bytes(content)
    return path


def unlocked(lock: Lock, way: str) -> str:
    """Unlock it in a way; return what is said where that cannot be."""
    keys.forget()
    try:
        if way == slots.PASSPHRASE:
            lock.unlock(BEFORE.passphrase)
        else:
            lock.unlock_by_recovery(BEFORE.recovery_key)
    except (StoreError, WrongSecret) as refusal:
        return str(refusal)
    return ""
