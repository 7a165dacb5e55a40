"""Loops: kept, noted on, moved, closed, opened again; nothing that was said of one is lost."""

from __future__ import annotations

import os

from tracejournal import places
from tracejournal.model.errors import ChangedMeanwhile, Misuse
from tracejournal.model.loop import (
    CLOSED,
    ENDINGS,
    MOVED,
    NOTES,
    REOPENED,
    SAID_BEFORE,
    Loop,
    LoopContent,
    LoopStep,
    OpenLoops,
    as_words,
    in_order,
)
from tracejournal.model.vocabulary import choose
from tracejournal.store import loops
from tracejournal.store.rows import stamp
from tracejournal.words import loops as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracejournal.model.clock import Clock
    from tracejournal.store.engine import Store

SHELVES = tuple(loops.SHELVES)
"""Where a loop can be: open, closed, sealed, in the trash."""

SHORT_ID = 4
"""Characters of an id that are shown at least."""


class Loops:
    """Use cases about loops. Words count as kept only when a method has returned."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Take the store and the clock."""
        self._store = store
        self._clock = clock

    def open(self) -> tuple[Loop, ...]:
        """Return what is open: what has a day by that day, then the newest first."""
        return self.on_shelf("open")

    def on_shelf(self, shelf: str) -> tuple[Loop, ...]:
        """Return what is on one of `SHELVES`; what is not open by its last change."""
        found = loops.on_shelf(self._store, shelf)
        return tuple(in_order(found)) if shelf == "open" else found

    def open_with(self, person_id: int) -> tuple[Loop, ...]:
        """Return the open ones that name a person, by the row of the person."""
        return tuple(in_order(loops.open_with(self._store, person_id)))

    def in_sight(self) -> tuple[Loop, ...]:
        """Return open and closed ones, in the order they were begun, as an export holds them."""
        return loops.in_sight(self._store)

    def waiting(self) -> OpenLoops:
        """Return what Today says of them."""
        count = loops.count_open(self._store)
        if not count:
            return OpenLoops(0)
        return OpenLoops(count, loops.promised_for(self._store, self._clock.today()))

    def get(self, loop_id: str) -> Loop:
        """Return one by its whole id.

        Raises:
            NotFound: there is none.
        """
        return loops.get(self._store, loop_id)

    def resolve(self, typed: str) -> Loop:
        """Return the one that a unique start of an id means.

        Raises:
            Misuse: it could be more than one.
            NotFound: there is none.
        """
        return self.get(loops.resolve(self._store, typed))

    def short_ids(self) -> dict[str, str]:
        """Return the shortest unique start of each id, by the id."""
        known = loops.ids(self._store)
        starts = {}
        for before, each, after in zip(["", *known], known, [*known[1:], ""], strict=False):
            shared = max(_shared(each, before), _shared(each, after))
            starts[each] = each[: max(SHORT_ID, shared + 1)]
        return starts

    def keep(self, content: LoopContent, *, clears: str | None = None) -> Loop:
        """Keep a new one and return it.

        Args:
            content: what it says.
            clears: the slot of the saved draft that goes in the same transaction.

        Raises:
            StoreError: nothing was kept.
        """
        return self._put(Loop(_new_id(), content, self._clock.local_now()), clears)

    def revise(
        self, seen: Loop, content: LoopContent, *, clears: str | None = None
    ) -> Loop:  # fmt: skip
        """Change what one says; words that go from it become a step, and so does another day.

        Args:
            seen: the loop as it was when the change was begun.
            content: what it says from now on.
            clears: the slot of the saved draft that goes in the same transaction.

        Raises:
            ChangedMeanwhile: it is not as it was seen.
            StoreError: nothing was changed.
        """
        before = seen.content
        steps = list(seen.steps)
        if as_words(before) not in as_words(content):
            steps.append(self._step(SAID_BEFORE, as_words(before)))
        if content.due != before.due:
            steps.append(self._moving(before.due, content.due))
        changed = seen.replace(content=content, steps=tuple(steps))
        return self._put(changed, clears, seen)

    def note(
        self,
        seen: Loop,
        what: str,
        text: str = "",
        people: Sequence[str] = (),
        *,
        clears: str | None = None,
    ) -> Loop:
        """Note who heard it, what came back, or what changed.

        Args:
            seen: the loop as it was when the note was begun.
            what: a key of `model.loop.NOTES` for its kind.
            text: the words.
            people: who it was; those named in the words are added.
            clears: the slot of the saved draft that goes in the same transaction.

        Raises:
            Misuse: this cannot be noted of its kind.
            ChangedMeanwhile: it is not as it was seen.
        """
        what = choose(NOTES[seen.content.kind], what, "note")
        return self._with_step(seen, self._step(what, text, people), clears=clears)

    def move(self, seen: Loop, to: date | None) -> Loop:
        """Move it to another day, or to none.

        Raises:
            Misuse: it is for that day already.
            ChangedMeanwhile: it is not as it was seen.
        """
        moving = self._moving(seen.content.due, to)
        moved = seen.replace(content=seen.content.replace(due=to))
        return self._with_step(moved, moving, seen=seen)

    def close(self, seen: Loop, ending: str = CLOSED, text: str = "") -> Loop:
        """Close it, saying how it ended or not.

        Args:
            seen: the loop as it was.
            ending: `CLOSED`, or a key of `model.loop.ENDINGS` for its kind.
            text: anything more.

        Raises:
            Misuse: its kind cannot end so, or it is closed already.
            ChangedMeanwhile: it is not as it was seen.
        """
        if ending != CLOSED:
            ending = choose(ENDINGS[seen.content.kind], ending, "ending")
        if not seen.is_open:
            raise Misuse(words.NOT_OPEN.format(id=self.short_ids().get(seen.id, seen.id)))
        closed = seen.replace(ending=ending)
        return self._with_step(closed, self._step(ending, text), seen=seen)

    def reopen(self, seen: Loop) -> Loop:
        """Open it again; how it ended stays among its steps.

        Raises:
            Misuse: it is open.
            ChangedMeanwhile: it is not as it was seen.
        """
        if seen.is_open:
            raise Misuse(words.IS_OPEN)
        return self._with_step(seen.replace(ending=None), self._step(REOPENED), seen=seen)

    def put_back(self, loop: Loop, *, seen: Loop) -> None:
        """Let a loop be again what it was before a change.

        Args:
            loop: as it was.
            seen: as that change left it. Where it is another by now, nothing is written.

        Raises:
            ChangedMeanwhile: it is not as it was seen.
        """
        with self._store.transaction() as store:
            self._refuse_unless(seen)
            loops.put(store, loop)

    def delete(self, loop_id: str) -> None:
        """Put one in the trash, where it stays as long as entries do."""
        with self._store.transaction() as store:
            loops.set_trashed(store, loop_id, self._now())

    def restore(self, loop_id: str) -> None:
        """Take one out of the trash, as it was."""
        with self._store.transaction() as store:
            loops.set_trashed(store, loop_id, None)

    def seal(self, loop_id: str) -> None:
        """Seal one, so that it shows nowhere until unsealed."""
        with self._store.transaction() as store:
            loops.set_sealed(store, loop_id, sealed=True)

    def unseal(self, loop_id: str) -> None:
        """Bring a sealed one back into sight."""
        with self._store.transaction() as store:
            loops.set_sealed(store, loop_id, sealed=False)

    def erase(self, loop_id: str) -> None:
        """Remove one for good; `Backups.finish_erasing` then takes it out of the backups.

        Raises:
            StoreError: nothing was erased.
        """
        from tracejournal.store import erasing  # noqa: PLC0415 - paid for when used

        erasing.erase(self._store, [loop_id], places.backups_folder(self._store.path))

    def _with_step(
        self, loop: Loop, step: LoopStep, *, seen: Loop | None = None, clears: str | None = None
    ) -> Loop:
        return self._put(loop.replace(steps=(*loop.steps, step)), clears, seen or loop)

    def _step(self, what: str, text: str = "", people: Sequence[str] = ()) -> LoopStep:
        return LoopStep(what, self._clock.local_now(), text, tuple(people))

    def _moving(self, first: date | None, last: date | None) -> LoopStep:
        return LoopStep(MOVED, self._clock.local_now(), moved_from=first, moved_to=last)

    def _put(self, loop: Loop, clears: str | None, seen: Loop | None = None) -> Loop:
        with self._store.transaction() as store:
            if seen is not None:
                self._refuse_unless(seen)
            loops.put(store, loop.replace(updated_at=self._now()))
            if clears is not None:
                from tracejournal.store import drafts  # noqa: PLC0415 - the shell keeps no drafts

                drafts.discard(store, clears)
            return loops.get(store, loop.id)

    def _refuse_unless(self, seen: Loop) -> None:
        if loops.get(self._store, seen.id) != seen:
            raise ChangedMeanwhile(words.CHANGED_MEANWHILE)

    def _now(self) -> str:
        return stamp(self._clock.local_now())


def _new_id() -> str:
    """Return a random id. Unlike that of an entry it tells no time, so that its start is short."""
    digits = os.urandom(16).hex()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _shared(one: str, other: str) -> int:
    """Return how many characters two ids begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (here, there) in enumerate(pairs) if here != there), 0)
