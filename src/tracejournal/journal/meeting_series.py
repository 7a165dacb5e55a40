"""Meetings as such: planned, changed, resting, removed."""

from __future__ import annotations

import os

from tracejournal.model.errors import Misuse, NotFound
from tracejournal.model.meeting import ID, Meeting, Told
from tracejournal.model.record import Record
from tracejournal.store import meetings
from tracejournal.store.rows import stamp
from tracejournal.words import meetings as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tracejournal.model.clock import Clock
    from tracejournal.store.engine import Store


class Removed(Record):
    """A meeting that was removed, with all that was told of it."""

    meeting: Meeting
    told: tuple[Told, ...]


class MeetingSeries:
    """Use cases about meetings as such: planned, changed, resting, removed."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Take the store and the clock."""
        self._store = store
        self._clock = clock

    def all(self) -> tuple[Meeting, ...]:
        """Return every meeting, in the order they were put in."""
        return meetings.all_of(self._store)

    def get(self, typed: str) -> Meeting:
        """Return the meeting that an id, or the unique start of one, means.

        Raises:
            NotFound: there is none.
            Misuse: it could be more than one.
        """
        wanted = typed.strip().casefold().removeprefix(ID)
        found = [each for each in self.all() if wanted and each.short_id.startswith(wanted)]
        if not found:
            raise NotFound(words.UNKNOWN.format(value=typed.strip()))
        if len(found) > 1:
            raise Misuse(words.AMBIGUOUS.format(value=typed.strip()))
        return found[0]

    def add(self, said: dict[str, Any], *, clears: str | None = None) -> Meeting:
        """Plan a meeting and return it.

        Args:
            said: fields of `Meeting`, without the id.
            clears: the slot of the saved draft that goes in the same transaction.

        Raises:
            Misuse: a field cannot be.
            StoreError: nothing was planned.
        """
        meeting = Meeting(ID + os.urandom(6).hex(), **said)
        self.put(meeting, clears=clears)
        return self.get(meeting.id)

    def put(self, meeting: Meeting, *, clears: str | None = None) -> None:
        """Let a meeting say this from now on; what was told of it stays."""
        with self._store.transaction() as store:
            meetings.put(store, meeting, self._now())
            self._clear(clears)

    def rest(self, meeting_id: str) -> Meeting:
        """Let a meeting rest from today on, or wake it, and return it."""
        meeting, today = self.get(meeting_id), self._clock.today()
        if meeting.is_resting:
            changed = meeting.replace(woken_on=today)
        else:
            changed = meeting.replace(rested_on=today, woken_on=None)
        self.put(changed)
        return changed

    def remove(self, meeting_id: str) -> Removed:
        """Remove a meeting with what was told of it, and return both. Moments stay."""
        removed = Removed(self.get(meeting_id), self.told_of(meeting_id))
        with self._store.transaction() as store:
            meetings.remove(store, removed.meeting.id)
        return removed

    def put_back(self, removed: Removed) -> None:
        """Put a meeting back as it was."""
        with self._store.transaction() as store:
            meetings.put(store, removed.meeting, self._now())
            for each in removed.told:
                meetings.tell(store, removed.meeting.id, each, self._now())

    def told_of(self, meeting_id: str) -> tuple[Told, ...]:
        """Return what was told of a meeting, in the order of the planned days."""
        return meetings.told_of(self._store, self.get(meeting_id).id)

    def _clear(self, slot: str | None) -> None:
        if slot is not None:
            from tracejournal.store import drafts  # noqa: PLC0415 - the shell keeps none

            drafts.discard(self._store, slot)

    def _now(self) -> str:
        return stamp(self._clock.local_now())
