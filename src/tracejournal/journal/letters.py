"""Notes that were left while the journal was locked, taken into it.

Each is taken in once ever: its id is noted in the transaction that puts its words in, and its file
goes after that. A process that is killed in between leaves a file whose id is noted already.
"""

from __future__ import annotations

import os
from contextlib import suppress

from tracejournal import places
from tracejournal.exchange.letter import NotALetter, read
from tracejournal.model.draft import SavedDraft
from tracejournal.model.entry import Moment, Part, Reflection
from tracejournal.model.errors import Misuse, StoreError, WrongSecret
from tracejournal.model.record import Record
from tracejournal.model.suggestion import suggest_direction, suggest_kind
from tracejournal.model.vocabulary import CONDITIONS, KINDS, learn, meant
from tracejournal.store import drafts, entries, letterbox, letters, own_terms, sealing, slots
from tracejournal.store.rows import stamp
from tracejournal.store.whole import write_whole
from tracejournal.words import lock as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from tracejournal.exchange.letter import Letter
    from tracejournal.model.clock import Clock
    from tracejournal.model.entry import CheckIn
    from tracejournal.model.vocabulary import Term
    from tracejournal.store.engine import Store


class Taken(Record):
    """What became of the notes that waited.

    Attributes:
        count: how many joined the journal.
        aside: paths of those that cannot be read; they are kept, and wait no longer.
    """

    count: int
    aside: tuple[str, ...] = ()


class Letters:
    """Use cases about notes that were left while the journal was locked."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Take the store and the clock."""
        self._store = store
        self._clock = clock

    def take_in(self) -> Taken:
        """Take in all that wait, in order of time, all or none of them; each once ever.

        What is damaged, or was sealed to another journal, is set aside and told. It is tried again
        each time, in silence: the journal that it is for may have been brought back.

        Raises:
            StoreError: nothing was taken in; all of it waits as before.
        """
        self.mend()
        found, unread = self._read()
        taken = 0
        if found:
            learn(own_terms.all_of(self._store))
            with self._store.transaction() as store:
                for path, letter in found:
                    if letters.is_taken(store, letter.id):
                        continue
                    if entries.exists(store, letter.id):  # another's: no id is chosen twice
                        unread.append(path)
                        continue
                    self._put_in(letter)
                    taken += 1
        folder = places.letterbox_folder(self._store.path)
        letterbox.remove_unfinished(folder, self._clock.now().microseconds / 1_000_000)
        for path in {path for path, _ in found} - set(unread):
            with suppress(OSError):  # another process has removed it, or the next time does
                os.unlink(path)
        return Taken(taken, tuple(_set_aside(unread)))

    def _read(self) -> tuple[list[tuple[str, Letter]], list[str]]:
        """Return the notes there are, in order of time, and the paths of those that are none."""
        found: list[tuple[str, Letter]] = []
        unread: list[str] = []
        folder = places.letterbox_folder(self._store.path)
        paths = (*letterbox.waiting(folder), *letterbox.aside(folder))
        identities = letters.identities(self._store) if paths else []
        for path in paths:
            try:
                found.append((path, read(letterbox.opened(path, identities))))
            except FileNotFoundError:  # another process took it in
                continue
            except (WrongSecret, NotALetter, OSError):
                unread.append(path)
        return sorted(found, key=lambda each: each[1].written.microseconds), unread

    def _put_in(self, letter: Letter) -> None:
        """Put the words of a note in, and note that it was; inside a transaction."""
        store, holds, written = self._store, letter.holds, stamp(letter.written.at)
        if isinstance(holds, SavedDraft):
            drafts.save(store, holds.slot, holds.fields, written)
        else:
            settled = holds.replace(content=_settled(holds.content, letter.unsaid))
            entries.insert(store, settled, letter.id, holds.when or letter.written, written)
        letters.take(store, letter.id, stamp(self._clock.local_now()))

    def mend(self) -> None:
        """See to it that notes are sealed to what this journal opens, in a locked one.

        It says nothing: where it cannot be written, the next time does.
        """
        if not self._store.key:
            return
        with suppress(StoreError, OSError):
            recipient = sealing.recipient_of(self._identity())
            name = slots.recipient_name(slots.LETTERBOX)
            for folder in (
                places.lock_folder(self._store.path),
                places.spare_lock_folder(self._store.path),
            ):
                if slots.recipient(folder, slots.LETTERBOX) != recipient:
                    write_whole(os.path.join(folder, name), f"{recipient}\n".encode("ascii"))

    def _identity(self) -> str:
        """Return the newest identity; one is made where all are lost, as after a salvage."""
        known = letters.identities(self._store)
        if known:
            return known[0]
        identity = sealing.new_identity()
        with self._store.transaction() as store:
            letters.add_identity(store, identity, stamp(self._clock.local_now()))
        return identity


def _set_aside(paths: Sequence[str]) -> Iterator[str]:
    """Set notes aside and yield where they are; where that fails, they stay where they are."""
    for path in paths:
        if letterbox.is_aside(path):  # and was told
            continue
        try:
            yield letterbox.set_aside(path)
        except FileNotFoundError:  # another process did, and tells
            continue
        except (StoreError, OSError):
            yield path


def _settled(
    content: Moment | Reflection | CheckIn, unsaid: Sequence[str]
) -> Moment | Reflection | CheckIn:
    """Return what a note says in the person's own terms, and guess what it does not.

    What was typed and means none of them stays among the words: nothing that was typed is lost.
    """
    changes: dict[str, Any] = {}
    left: list[str] = []
    for name in ("present", "missing"):
        changes[name], unknown = _meant(CONDITIONS, getattr(content, name))
        left += (words.AS_TYPED[name].format(typed=typed) for typed in unknown)
    if isinstance(content, Moment):
        keys, unknown = _meant(KINDS, filter(None, (content.kind,)))
        changes |= {"kind": next(iter(keys), None)} | _guessed(content.text, unsaid)
        left += (words.AS_TYPED["kind"].format(typed=typed) for typed in unknown)
    try:
        return content.replace(**changes | _with_lines(content, left))
    except Misuse:  # the words would be too long: it stands in its place, as it was typed
        return content


def _meant(terms: Sequence[Term], typed: Iterable[str]) -> tuple[tuple[str, ...], list[str]]:
    """Return the keys that are meant, and what means none or more than one."""
    found = {each: meant(terms, each) for each in typed}
    return (
        tuple(keys[0] for keys in found.values() if len(keys) == 1),
        [each for each, keys in found.items() if len(keys) != 1],
    )


def _guessed(text: str, unsaid: Sequence[str]) -> dict[str, str | None]:
    guesses = {"kind": suggest_kind(text), "direction": suggest_direction(text)}
    return {name: guesses[name] for name in unsaid}


def _with_lines(content: Moment | Reflection | CheckIn, lines: Sequence[str]) -> dict[str, Any]:
    """Return the field that holds the words of an entry, with lines after them."""
    said = "\n".join(lines)
    if not said:
        return {}
    if isinstance(content, Reflection):
        return {"parts": (*content.parts, Part("", said))}
    return {"text": "\n\n".join(filter(None, (content.text, said)))}
