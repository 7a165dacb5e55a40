"""Saves what a form holds while it is being filled."""

from __future__ import annotations

import asyncio
import secrets
from typing import TYPE_CHECKING, Any, TypeVar

from tracejournal.model.draft import slot_of
from tracejournal.model.errors import JournalError, Locked
from tracejournal.words import lock as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from tracejournal.journal.journal import Journal
    from tracejournal.model.draft import SavedDraft
    from tracejournal.tui.screens.base import Room

Kept = TypeVar("Kept")

QUIET_SECONDS = 0.4
"""How long nothing is typed before the draft is saved."""

LONGEST_SECONDS = 1.5
"""How long typing on can put that off. A power cut takes at most 2 s of typing: this, and the time
a key takes to arrive and a slow disk to sync."""


def fresh_slot(form: str, subject: str = "") -> str:
    """Return a name for the draft of another sitting at a form, see `model.draft.slot_of`."""
    return slot_of(form, subject, secrets.token_hex(4))


class DraftKeeper:
    """Keeps one form's words safe.

    Args:
        owner: the screen or dialog the form is on.
        slot: the name the draft is saved under, see `model.draft.slot_of`.
        fields: returns what the form holds now; an empty dict where it holds nothing.
        saved: called when everything the form holds is on the disk, be it nothing.

    Attributes:
        keeping: to be held while the words are kept, so that they do not come back as a draft,
            and what was typed meanwhile is not let go with it.
    """

    def __init__(
        self,
        owner: Room[Any],
        slot: str,
        fields: Callable[[], dict[str, object]],
        saved: Callable[[], None] = lambda: None,
    ) -> None:
        """Begin with nothing to save."""
        self._tell_saved = saved
        self.slot = slot
        self._owner = owner
        self._fields = fields
        self._quiet: Timer | None = None
        self._longest: Timer | None = None
        self._has_draft = False
        self._settled: dict[str, object] = {}
        self._saved: dict[str, object] = {}
        self.keeping = asyncio.Lock()
        """Held while the words are being kept, so that they are not saved again after that."""

    def touch(self) -> None:
        """Note that the form changed."""
        if self._quiet is not None:
            self._quiet.stop()
        self._quiet = self._owner.set_timer(QUIET_SECONDS, self.flush)
        if self._longest is None:
            self._longest = self._owner.set_timer(LONGEST_SECONDS, self.flush)

    async def flush(self) -> None:
        """Save now what the form holds; where that fails, say so."""
        try:
            await self.save()
        except JournalError as refusal:
            self._owner.app.refuse(refusal)

    async def save(self) -> None:
        """Save now what the form holds.

        What was saved before is looked at again: another window of the same person may have gone
        on with this draft meanwhile.

        Raises:
            Locked: the journal is locked, and this is in the form alone.
            JournalError: it could not be saved; it is in the form alone.
        """
        if self._owner.app.journal.is_locked:  # nothing is asked then: it would wait
            if self._fields() not in (self._settled, self._saved):
                raise Locked(words.LOCKED)
            return
        async with self.keeping:
            self._rest()
            fields = self._fields()
            await self._save(fields, self.slot)
        if self._fields() == fields:  # else something was typed meanwhile
            self._tell_saved()

    async def _save(self, fields: dict[str, object], slot: str) -> None:
        if fields != self._settled:
            await self._owner.ask(lambda journal: journal.drafts.save(slot, fields))
            self._has_draft = True
        elif self._has_draft:
            await self._owner.ask(lambda journal: journal.drafts.discard(slot))
            self._has_draft = False
        self._saved = fields

    @property
    def held(self) -> dict[str, object]:
        """What the form holds now."""
        return self._fields()

    async def keep(self, use_case: Callable[[Journal, str], Kept]) -> Kept:
        """Keep what the form holds; the use case is given the draft that goes with it.

        Raises:
            JournalError: it was not kept; the draft is still there.
        """
        async with self.keeping:
            slot = self.slot
            kept = await self._owner.ask(lambda journal: use_case(journal, slot))
            self.kept()
            return kept

    def kept(self) -> None:
        """Note that what the form holds needs no draft: it was kept, or let go."""
        self._rest()
        self._has_draft = False
        self._settled = self._fields()

    async def discard(self) -> None:
        """Forget the draft."""
        slot = self.slot
        self.kept()
        await self._owner.ask(lambda journal: journal.drafts.discard(slot))

    def begin(self, slot: str) -> None:
        """Begin another draft, of a form that was emptied."""
        self._rest()
        self.slot = slot
        self._has_draft = False
        self._settled = self._saved = {}

    async def take_up(self, draft: SavedDraft) -> None:
        """Go on with an earlier draft, whose words the form shows now; under a name of its own.

        What the form held before must have been flushed.
        """
        slot = fresh_slot(draft.form, draft.subject)
        await self._owner.ask(lambda journal: journal.drafts.take_up(draft.slot, slot))
        self.begin(slot)
        self._has_draft = True

    def _rest(self) -> None:
        for timer in (self._quiet, self._longest):
            if timer is not None:
                timer.stop()
        self._quiet = self._longest = None
