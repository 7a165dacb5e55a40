"""Saves what a form holds while it is being filled."""

from __future__ import annotations

from asyncio import Lock
from typing import TYPE_CHECKING, Any

from tracejournal.model.errors import JournalError

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from tracejournal.tui.screens.base import Room

QUIET_SECONDS = 0.4
"""How long nothing is typed before the draft is saved."""

LONGEST_SECONDS = 1.5
"""How long typing on can put that off. A power cut takes at most 2 s of typing: this, and the time
a key takes to arrive and a slow disk to sync."""


class DraftKeeper:
    """Keeps one form's words safe.

    Args:
        owner: the screen or dialog the form is on.
        slot: the name the draft is saved under, see `model.draft.slot_of`.
        fields: returns what the form holds now; an empty dict where it holds nothing.
        saved: called when everything the form holds is on the disk.

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
        self.keeping = Lock()
        self.slot = slot
        self._owner = owner
        self._fields = fields
        self._quiet: Timer | None = None
        self._longest: Timer | None = None
        self._saved: dict[str, object] = {}

    def touch(self) -> None:
        """Note that the form changed."""
        if self._quiet is not None:
            self._quiet.stop()
        self._quiet = self._owner.set_timer(QUIET_SECONDS, self.flush)
        if self._longest is None:
            self._longest = self._owner.set_timer(LONGEST_SECONDS, self.flush)

    async def flush(self) -> None:
        """Save now what is not saved yet."""
        self._rest()
        async with self.keeping:
            await self._save()

    async def _save(self) -> None:
        fields = self._fields()
        if fields == self._saved:
            self._tell_saved()
            return
        slot = self.slot
        try:
            if fields:
                await self._owner.ask(lambda journal: journal.drafts.save(slot, fields))
            else:
                await self._owner.ask(lambda journal: journal.drafts.discard(slot))
        except JournalError as refusal:
            self._owner.app.refuse(refusal)
        else:
            self._saved = fields
            self._tell_saved()

    def kept(self) -> None:
        """Note that the words were kept, and the draft went in the same transaction."""
        self._rest()
        self._saved = self._fields()

    async def discard(self) -> None:
        """Forget the draft."""
        self._rest()
        slot = self.slot
        await self._owner.ask(lambda journal: journal.drafts.discard(slot))
        self._saved = {}

    def adopt(self, slot: str) -> None:
        """Go on under the name of an earlier draft, whose words the form shows now.

        What the form held before must have been flushed.
        """
        self._rest()
        self.slot = slot
        self._saved = self._fields()

    def _rest(self) -> None:
        for timer in (self._quiet, self._longest):
            if timer is not None:
                timer.stop()
        self._quiet = self._longest = None
