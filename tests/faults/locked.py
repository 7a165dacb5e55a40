"""Locked journals with something to hide, and a look at what became of them."""

from __future__ import annotations

import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING
from unittest import mock

import pyrage

from tests import age
from tests.faults.looking import in_step, words_in, words_of
from tests.store.support import bytes_below
from tests.support import FakeClock
from tracejournal import places
from tracejournal.exchange.letter import Letter, as_bytes
from tracejournal.journal.journal import Journal
from tracejournal.journal.lock import Lock, NewLock
from tracejournal.model.draft import MOMENT, slot_of
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.errors import StoreError, WrongSecret
from tracejournal.model.uuid7 import new_uuid
from tracejournal.store import backups, keys, letterbox, letters, sealing, slots
from tracejournal.store.backups import PART
from tracejournal.store.whole import NEW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from tests.faults.tally import Fault, Tally

MARKER = "qxvmarkerqz"
"""Stands in everything that is kept here: a file where it can be read is not locked."""

DRAFT = f"{MARKER} not kept yet"
KEPT = frozenset(f"{MARKER} number {number} with @Priya #tea" for number in range(12))
PRESENT = KEPT | {f"draft: {DRAFT}"}
"""What a person finds in it."""

NOTES = frozenset(f"{MARKER} note {number}" for number in range(6))
"""Left for it while it was locked."""

LATER = f"{MARKER} later"
"""Kept while something else happens."""

BEFORE = NewLock(
    "three small boats",
    "AGE-SECRET-KEY-1S3NGUDTUQUNDLQD86V0DQ6US5SN9SU7F6S7YNDXWKNZYNXUQVVWSH2QEJJ",
)
AFTER = NewLock(
    "a kettle, two chairs",
    "AGE-SECRET-KEY-18CSCQ92NUGPG334LT6VX0G6EUELWT3VJ0UF0FHFVKCAV6H3SUK4SY69UR7",
)


@contextmanager
def as_another_process() -> Iterator[None]:
    """Begin and end without any key, and seal slots that open fast."""
    keys.forget()
    with mock.patch.object(pyrage.passphrase, "encrypt", age.encrypt):
        yield
    keys.forget()


def begin(fault: Fault, *, locked: bool) -> None:
    """Begin a journal with a dozen moments, a draft and a backup."""
    data = fault.path.parent
    template = fault.home.parents[1] / f"template-{'locked' if locked else 'plain'}"
    if not template.exists():
        with Journal.open(str(template / fault.path.name), create=True) as journal:
            journal.entries.keep_all(Draft(Moment(words)) for words in sorted(KEPT))
            journal.drafts.save(slot_of(MOMENT, "", "1a2b"), {"text": DRAFT})
            journal.backups.make()
        if locked:
            with as_another_process():
                lock_of(template / fault.path.name).lock(BEFORE)
    shutil.copytree(template, data)


def leave_notes(fault: Fault) -> None:
    """Leave notes in the letterbox of a locked journal."""
    now = FakeClock().now()
    for number, text in enumerate(sorted(NOTES)):
        letter = Letter(new_uuid(now), now, Draft(Moment(text), now))
        letterbox.drop(str(fault.path), as_bytes(letter), number)


def take_notes_in(tally: Tally, fault: Fault) -> None:
    """Unlock it once more, and see that each note is there, once, in the order of time."""
    with as_another_process():
        lock = lock_of(fault.path)
        lock.unlock(BEFORE.passphrase)
        lock.finish()
        with Journal.open(str(fault.path)) as journal:
            journal.letters.take_in()
            texts = [entry.content.text for entry in journal.history.entries()]
        notes = [text for text in reversed(texts) if text in NOTES]
        tally.expect(notes == sorted(NOTES), f"{len(notes)} notes, or in another order")
        folder = places.letterbox_folder(lock.path)
        left = [*letterbox.waiting(folder), *letterbox.aside(folder)]
        tally.expect(not left, f"{len(left)} wait still")


def lock_of(path: Path) -> Lock:
    return Lock(FakeClock(), str(path))


def look(
    tally: Tally, fault: Fault, choices: Sequence[NewLock], present: frozenset[str] = PRESENT
) -> None:
    """See that there is one working journal, which its owner can open; then go on with it.

    Args:
        tally: where to count.
        fault: what happened.
        choices: what its owner has: of before and of after.
        present: what there must be in it.
    """
    with as_another_process():
        lock = lock_of(fault.path)
        if lock.is_locked():
            _open(tally, lock, fault, choices)
        else:
            tally.note("not locked")
            tally.expect(words_in(fault.path) == present, "not all of it, each once")
            lock.lock(AFTER)
        tally.compare(present, words_in(fault.path))
        _look_closely(tally, fault, lock)
        for new in choices:
            with suppress(WrongSecret):
                lock.unlock_copies(new.passphrase)
        for copy in backups.found(places.backups_folder(lock.path)):
            tally.expect(words_of(copy.path) >= KEPT, f"{copy.name} lacks something")


def _open(tally: Tally, lock: Lock, fault: Fault, choices: Sequence[NewLock]) -> None:
    by_words = opening(lock.unlock, {new.passphrase for new in choices})
    by_key = opening(lock.unlock_by_recovery, {new.recovery_key for new in choices})
    tally.expect(by_words, "no passphrase opens it")
    tally.expect(len(by_key) == 1, f"{len(by_key)} recovery keys open it")
    if not by_words:
        return
    tally.note("either passphrase opens it", int(len(by_words) > 1))
    tally.note("locked as before", int(by_words == [choices[0].passphrase]))
    chosen = fault.random.choice(by_words)
    lock.unlock(chosen)
    lock.finish()
    by_words = opening(lock.unlock, {new.passphrase for new in choices})
    tally.expect(by_words == [chosen], f"{len(by_words)} passphrases open it in the end")
    lock.unlock(chosen)


def opening(unlock: Callable[[str], None], choices: set[str]) -> list[str]:
    """Return which of several secrets open a lock."""
    found = []
    for secret in sorted(choices):
        keys.forget()
        try:
            unlock(secret)
        except (StoreError, WrongSecret):
            continue
        found.append(secret)
    keys.forget()
    return found


def _look_closely(tally: Tally, fault: Fault, lock: Lock) -> None:
    """See that it is locked, its slots are in order, and nothing is left that can be read."""
    tally.expect(lock.is_locked(), "it is not locked")
    before = words_in(fault.path)
    with Journal.open(str(fault.path)) as journal:
        journal.entries.keep(Draft(Moment(f"{MARKER} afterwards")))
        known = {sealing.recipient_of(each) for each in letters.identities(journal._store)}
    tally.expect(words_in(fault.path) == before | {f"{MARKER} afterwards"}, "nothing can be kept")
    tally.expect(slots.recipient(lock.folder, slots.LETTERBOX) in known, "notes nobody can open")
    tally.expect(in_step(fault.path), "the index or a summary is not in step")
    here = slots.found(lock.folder)
    spare = {slot.way: slot for slot in slots.found(lock._spare) if slot.key == here[0].key}
    tally.expect(len({slot.key for slot in here}) == 1, "what opens another key is left")
    for slot in here:
        tally.expect(slot.way in spare and slot.same(spare[slot.way]), f"no second {slot.way} slot")
    look_for_words(tally, fault.home.parent)


def look_for_words(tally: Tally, folder: Path) -> None:
    """See that the marker can be read nowhere below a folder, and nothing is left half done."""
    for path, content in bytes_below(folder).items():
        where = path.relative_to(folder)
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            tally.expect(MARKER.encode(encoding) not in content.lower(), f"words in {where}")
        tally.expect(not any(part in path.name for part in (PART, NEW)), f"{where} is left")
