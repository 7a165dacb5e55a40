"""Planned meetings: held, moved, dropped and why; what survives busy weeks."""

from __future__ import annotations

from datetime import date, timedelta

from tracejournal.journal.meeting_series import MeetingSeries
from tracejournal.model.errors import Misuse
from tracejournal.model.meeting import (
    DROPPED,
    HELD,
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
from tracejournal.words import meetings as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tracejournal.model.clock import Instant
    from tracejournal.patterns.meetings import Survived

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


class Meetings(MeetingSeries):
    """Use cases about planned meetings. What nobody told of is known to nobody, and not counted."""

    # Their days.

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

    def tell(self, meeting_id: str, told: Told, *, clears: str | None = None) -> None:
        """Keep what is told of a planned day; a blank one forgets what was told before.

        Args:
            meeting_id: which meeting.
            told: what is told.
            clears: the slot of the saved draft that goes in the same transaction.

        Raises:
            Misuse: it is told as held and is still to come.
        """
        today = self._clock.today()
        if told.outcome == HELD and told.on > today:
            raise Misuse(words.NOT_YET_HELD.format(day=words.day(told.on, today)))
        meeting = self.get(meeting_id)
        with self._store.transaction() as store:
            meetings.tell(store, meeting.id, told, self._now())
            self._clear(clears)

    def hold(self, held: Occurrence, entry_id: str | None = None) -> Told:
        """Say that one was held, with the moment that was kept of it, and return what is told."""
        kept = entry_id or held.told.entry_id
        return self._say(held, outcome=HELD, entry_id=kept)

    def move(self, moved: Occurrence, to: date) -> Told:
        """Say that one was moved; to the day it was planned for is back, and return it."""
        return self._say(moved, moved_to=to, outcome="")

    def drop(
        self,
        dropped: Occurrence,
        reason: str | None = None,
        why: str = "",
        *,
        clears: str | None = None,
    ) -> Told:
        """Say that one was dropped, and why where the person likes, and return it.

        Args:
            dropped: which one.
            reason: a key of `model.meeting.REASONS`, or None.
            why: the same in their own words.
            clears: the slot of the saved draft that goes in the same transaction.
        """
        return self._say(dropped, clears, outcome=DROPPED, reason=reason, why=why)

    def _say(self, each: Occurrence, clears: str | None = None, **said: Any) -> Told:  # noqa: ANN401 - fields of `Told`
        told = each.told.replace(**said)
        self.tell(each.meeting.id, told, clears=clears)
        return told

    def when(self, held: Occurrence) -> Instant:
        """Return when a moment of one was: its day and time, and never later than now."""
        now = self._clock.now()
        planned = self._clock.on_day(held.on, held.meeting.at)
        return planned if planned.at <= now.at else now

    def usual_minutes(self, meeting_id: str) -> int | None:
        """Return how long the latest one took of which a moment says so, or None."""
        return meetings.latest_minutes(self._store, self.get(meeting_id).id)

    def on_due(self, meeting_id: str, day: date) -> Occurrence:
        """Return the one that was planned for a day, whether it still would be or not."""
        meeting = self.get(meeting_id)
        told = {each.due: each for each in self.told_of(meeting.id)}
        return Occurrence(meeting, told.get(day) or Told(day))

    def of_entry(self, entry_id: str) -> Occurrence | None:
        """Return the planned day a moment was kept of; None where of none."""
        found = meetings.of_entry(self._store, entry_id)
        return self.on_due(*found) if found else None

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
