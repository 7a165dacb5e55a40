"""Planned meetings for tests of the full screen: one today, one of a team, one that rests."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from tracejournal.model.recurrence import Recurrence

if TYPE_CHECKING:
    from tracejournal.journal.journal import Journal
    from tracejournal.model.meeting import Meeting

FIRST = date(2026, 8, 31)
"""A Monday."""


def plan_meetings(journal: Journal) -> None:
    """Plan them and tell of most days since the end of August."""
    mentor = _plan(journal, Recurrence(FIRST, 2, at=time(14)), "mentorship", "Jo")
    team = _plan(
        journal, Recurrence(FIRST + timedelta(days=2), 1, at=time(9)), "team-check-in", "Night team"
    )
    resting = _plan(journal, Recurrence(FIRST + timedelta(days=4), 4), "supervision", "Mary")
    journal.meetings.rest(resting.id)
    for number in range(6):
        each = journal.meetings.on(mentor.id, FIRST + timedelta(weeks=2 * number))
        if number == 2:
            journal.meetings.drop(each, "crisis")
        elif number == 4:
            to_thursday = journal.meetings.move(each, each.due + timedelta(days=3))
            journal.meetings.hold(journal.meetings.on(mentor.id, to_thursday.on))
        else:
            journal.meetings.hold(each)
    for number in range(2, 12):
        each = journal.meetings.on(team.id, FIRST + timedelta(days=2, weeks=number))
        if number in (5, 9):
            journal.meetings.drop(each, "no-time" if number == 5 else None)
        elif number != 10:
            journal.meetings.hold(each)


def _plan(journal: Journal, recurrence: Recurrence, kind: str, who: str) -> Meeting:
    return journal.meetings.add({"recurrence": recurrence, "kind": kind, "people": [who]})
