"""Leaving notes for a locked journal: no key is needed, and the engine is not either.

The letterbox stands in for the journal wherever words are kept: what it takes is sealed at once,
and joins the journal when that is unlocked (`journal.letters`).
"""

from __future__ import annotations

import os
from contextlib import suppress

from tracejournal import places
from tracejournal.exchange.letter import Letter, as_bytes
from tracejournal.model.clock import Clock
from tracejournal.model.draft import SavedDraft
from tracejournal.model.uuid7 import new_uuid
from tracejournal.store import letterbox

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Self

    from tracejournal.journal.shipped import ShippedGuides, ShippedPrompts
    from tracejournal.model.entry import Draft
    from tracejournal.model.prompt import PromptWishes


def leave_draft(slot: str, fields: Mapping[str, object], clock: Clock | None = None) -> str:
    """Leave an unfinished draft for a locked journal, which takes it in as a saved one.

    Returns:
        the path of the note.

    Raises:
        StoreError: it was not left; the sentence says why.
    """
    now = (clock or Clock()).now()
    letter = Letter(new_uuid(now), now, SavedDraft(slot, fields, ""))
    return letterbox.drop(places.journal_file(), as_bytes(letter), now.microseconds)


class Letterbox:
    """Takes what is kept while the journal is locked, as the journal takes it while it is open.

    Args:
        clock: what now is.
        wishes: returns what the settings say about prompts that come up by themselves.
    """

    is_letterbox = True

    def __init__(self, clock: Clock, wishes: Callable[[], PromptWishes] | None = None) -> None:
        """Take the clock and the wishes; nothing is written yet."""
        self._clock = clock
        self._wishes = wishes
        self.drafts = SealedDrafts(clock)
        self.entries = SealedEntries(clock, self.drafts)

    @property
    def prompts(self) -> ShippedPrompts:
        """The deck that comes along."""
        from tracejournal.journal.shipped import ShippedPrompts  # noqa: PLC0415 - paid for when used

        return ShippedPrompts(self._clock, self._wishes() if self._wishes else None)

    @property
    def guides(self) -> ShippedGuides:
        """The guided reflections that come along."""
        from tracejournal.journal.shipped import ShippedGuides  # noqa: PLC0415 - paid for when used

        return ShippedGuides()

    def __enter__(self) -> Self:
        """Use it for a while."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Nothing is open."""


class SealedEntries:
    """Keeps entries as notes."""

    def __init__(self, clock: Clock, drafts: SealedDrafts) -> None:
        """Take the clock, and the drafts that go once they are kept."""
        self._clock = clock
        self._drafts = drafts

    def keep(
        self, draft: Draft, *, clears: str | None = None, unsaid: tuple[str, ...] = ()
    ) -> Draft:
        """Leave a draft for the journal, and return it; the note is on the disk then.

        Args:
            draft: what to keep.
            clears: the slot of a draft that goes with it.
            unsaid: see `Letter`.

        Raises:
            StoreError: it was not left; the sentence says why.
        """
        now = self._clock.now()
        holds = draft.replace(when=draft.when or now)
        content = as_bytes(Letter(new_uuid(now), now, holds, unsaid))
        letterbox.drop(places.journal_file(), content, now.microseconds)
        if clears is not None:
            self._drafts.discard(clears)
        return holds


class SealedDrafts:
    """Saves drafts as notes. What others left cannot be read, so none is ever found here."""

    def __init__(self, clock: Clock) -> None:
        """Take the clock; no draft was saved yet."""
        self._clock = clock
        self._notes: dict[str, str] = {}

    def save(self, slot: str, fields: Mapping[str, object]) -> None:
        """Save what a form holds now; the note with what it held before goes after that.

        A new note each time, never the same one: whoever takes in the one of before and removes
        it takes nothing of this one with it.

        Raises:
            StoreError: it was not saved; what was saved before is there.
        """
        path = leave_draft(slot, fields, self._clock)
        self.discard(slot)
        self._notes[slot] = path

    def discard(self, slot: str) -> None:
        """Forget the draft of a form, where it was not taken in yet."""
        path = self._notes.pop(slot, None)
        if path is not None:
            with suppress(OSError):
                os.unlink(path)

    def all(self) -> tuple[SavedDraft, ...]:
        """Return none."""
        return ()

    def take_up(self, _slot: str, _new: str) -> bool:
        """Return that it is not there."""
        return False

    def take_in(self) -> int:
        """Leave what is outside of the journal where it is: it opens that alone."""
        return 0
