"""Planned meetings: held, moved, dropped and why; what survives busy weeks."""

from __future__ import annotations

import os
from datetime import date, timedelta

from tracejournal.model.errors import Misuse, NotFound
from tracejournal.model.meeting import (
    DROPPED,
    HELD,
    ID,
    Meeting,
    Occurrence,
    Told,
    has_day,
    latest_untold,
    next_one,
    occurrences,
)
from tracejournal.model.record import Record
from tracejournal.store import meeting_sums, meetings
from tracejournal.store.rows import stamp
from tracejournal.words import meetings as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tracejournal.model.clock import Clock, Instant
    from tracejournal.patterns.meetings import Survived
    from tracejournal.store.engine import Store

AHEAD = timedelta(days=14)
"""So far ahead everything planned is listed; of each meeting at least its next one."""

BACK = timedelta(days=28)
"""So far back all is listed, told or not; of what was told a meeting itself lists everything."""

_SATURDAY = 5


class Agenda(Record):
    """What is next, and what has been.

    Attributes:
        coming: from today on, the nearest first; those that are held by now are not among them.
        been: up to today, the latest first.
        resting: meetings that rest.
        over: meetings of which nothing is to come, and nothing was lately.
        today: the day it was asked for.
    """

    coming: tuple[Occurrence, ...]
    been: tuple[Occurrence, ...]
    resting: tuple[Meeting, ...]
    over: tuple[Meeting, ...]
    today: date


class Removed(Record):
    """A meeting that was removed, with all that was told of it."""

    meeting: Meeting
    told: tuple[Told, ...]


class Meetings:
    """Use cases about planned meetings. What nobody told of is known to nobody, and not counted."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Take the store and the clock."""
        self._store = store
        self._clock = clock

    # Meetings.

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
            if clears is not None:
                from tracejournal.store import drafts  # noqa: PLC0415 - paid for when used

                drafts.discard(store, clears)

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

    # Their days.

    def told_of(self, meeting_id: str) -> tuple[Told, ...]:
        """Return what was told of a meeting, in the order of the planned days."""
        return meetings.told_of(self._store, self.get(meeting_id).id)

    def on(self, meeting_id: str, day: date) -> Occurrence:
        """Return the one on a day: by where it is, else by where it was planned.

        Raises:
            Misuse: none is planned for that day.
        """
        meeting = self.get(meeting_id)
        found = has_day(meeting, self.told_of(meeting.id), day)
        if found is None:
            said = words.day(day, self._clock.today())
            raise Misuse(words.NOT_PLANNED.format(day=said, id=meeting.short_id))
        return found

    def latest(self, meeting_id: str) -> Occurrence | None:
        """Return the latest up to today of which nothing is said; None where there is none."""
        meeting = self.get(meeting_id)
        return latest_untold(meeting, self.told_of(meeting.id), self._clock.today())

    def next(self, meeting_id: str) -> Occurrence | None:
        """Return the next one, today included; None where there is none."""
        meeting = self.get(meeting_id)
        return next_one(meeting, self.told_of(meeting.id), self._clock.today())

    def days_of(self, meeting_id: str) -> tuple[Occurrence, ...]:
        """Return everything told of a meeting, and what lies near today, the latest first."""
        meeting, today = self.get(meeting_id), self._clock.today()
        told = self.told_of(meeting.id)
        near = occurrences(meeting, told, today - BACK, today)
        listed = {each.due: each for each in (*(Occurrence(meeting, each) for each in told), *near)}
        return tuple(sorted(listed.values(), key=lambda each: (each.on, each.due), reverse=True))

    def tell(self, meeting_id: str, told: Told) -> None:
        """Keep what is told of a planned day; a blank one forgets what was told before.

        Raises:
            Misuse: it is told as held and is still to come.
        """
        today = self._clock.today()
        if told.outcome == HELD and told.on > today:
            raise Misuse(words.NOT_YET_HELD.format(day=words.day(told.on, today)))
        meeting = self.get(meeting_id)
        with self._store.transaction() as store:
            meetings.tell(store, meeting.id, told, self._now())

    def hold(self, held: Occurrence, entry_id: str | None = None) -> Told:
        """Say that one was held, with the moment that was kept of it, and return what is told."""
        kept = entry_id or held.told.entry_id
        return self._say(held, outcome=HELD, entry_id=kept)

    def move(self, moved: Occurrence, to: date) -> Told:
        """Say that one was moved; to the day it was planned for is back, and return it."""
        return self._say(moved, moved_to=to, outcome="")

    def drop(self, dropped: Occurrence, reason: str | None = None, why: str = "") -> Told:
        """Say that one was dropped, and why where the person likes, and return it."""
        return self._say(dropped, outcome=DROPPED, reason=reason, why=why)

    def _say(self, each: Occurrence, **said: Any) -> Told:  # noqa: ANN401 - fields of `Told`
        told = each.told.replace(**said)
        self.tell(each.meeting.id, told)
        return told

    def when(self, held: Occurrence) -> Instant:
        """Return when a moment of one was: its day and time, and never later than now."""
        now = self._clock.now()
        planned = self._clock.on_day(held.on, held.meeting.at)
        return planned if planned.at <= now.at else now

    def of_entry(self, entry_id: str) -> Occurrence | None:
        """Return the planned day a moment was kept of; None where of none."""
        found = meetings.of_entry(self._store, entry_id)
        return self.on(found[0], found[1]) if found else None

    # Lists.

    def agenda(self) -> Agenda:
        """Return what is next and what has been."""
        today = self._clock.today()
        told = meetings.told(self._store)
        coming: list[Occurrence] = []
        been: list[Occurrence] = []
        resting, over = [], []
        for meeting in self.all():
            known = told.get(meeting.id, ())
            ahead = tuple(_coming(meeting, known, today))
            behind = tuple(_been(meeting, known, today))
            coming += ahead
            been += behind
            if meeting.is_resting:
                resting.append(meeting)
            elif not ahead and not behind:
                over.append(meeting)
        coming.sort(key=lambda each: (each.on, f"{each.meeting.at or ''}", each.due))
        been.sort(key=lambda each: (each.on, f"{each.meeting.at or ''}", each.due), reverse=True)
        return Agenda(tuple(coming), tuple(been), tuple(resting), tuple(over), today)

    def on_today(self) -> tuple[Occurrence, ...]:
        """Return what is planned for today and not told of yet."""
        agenda = self.agenda()
        return tuple(each for each in agenda.coming if each.on == agenda.today and each.is_open)

    def asked_after(self) -> Occurrence | None:
        """Return the one that may be asked about today, where the person wished so; else None.

        A meeting asks the day after, and one of a Friday or Saturday until Monday; not any more
        once `let_be` was said.
        """
        today = self._clock.today()
        told, let_be = meetings.told(self._store), meetings.let_be_days(self._store)
        for meeting in self.all():
            if not meeting.asks or meeting.is_resting:
                continue
            since = max(let_be.get(meeting.id, date.min), today - timedelta(days=4))
            known = told.get(meeting.id, ())
            for each in occurrences(meeting, known, since + timedelta(days=1), today):
                if each.is_open and each.on < today <= _asked_until(each.on):
                    return each
        return None

    def let_be(self) -> None:
        """Ask nothing any more of meetings before today."""
        with self._store.transaction() as store:
            meetings.let_be(store, self._clock.today() - timedelta(days=1))

    # What survives.

    def survived(self, meeting_id: str, *, with_loads: bool = True) -> Survived:
        """Return how often a meeting was held, and in the heaviest weeks; counts alone.

        Args:
            meeting_id: which one.
            with_loads: whether weeks are told apart by their load; off where numbers are.
        """
        from tracejournal.patterns.meetings import heavy_from, survived  # noqa: PLC0415 - when used

        cut = heavy_from(meeting_sums.weeks_by_load(self._store)) if with_loads else None
        meeting = self.get(meeting_id)
        return survived(meeting_sums.meeting_sums(self._store, meeting.id, cut), cut)

    def _now(self) -> str:
        return stamp(self._clock.local_now())


def _coming(meeting: Meeting, told: tuple[Told, ...], today: date) -> Iterator[Occurrence]:
    last = today + AHEAD
    following = next_one(meeting, told, today)
    for each in occurrences(meeting, told, today, max(last, following.on if following else last)):
        if each.told.outcome != HELD and not (each.on == today and each.told.outcome):
            yield each


def _been(meeting: Meeting, told: tuple[Told, ...], today: date) -> Iterator[Occurrence]:
    for each in occurrences(meeting, told, today - BACK, today):
        if each.on < today or each.told.outcome:
            yield each


def _asked_until(day: date) -> date:
    """Return the first working day, Monday to Friday, after a day."""
    following = day + timedelta(days=1)
    while following.weekday() >= _SATURDAY:
        following += timedelta(days=1)
    return following
