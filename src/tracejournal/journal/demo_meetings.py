"""The planned meetings of the fictional journal. None is today, so that Today is as it was."""

from __future__ import annotations

from datetime import time, timedelta

from tracejournal.journal.meeting_series import Removed
from tracejournal.model.days import DAYS_IN_WEEK
from tracejournal.model.meeting import DROPPED, HELD, Told
from tracejournal.model.recurrence import Recurrence
from tracejournal.words import demo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracejournal.journal.journal import Journal

_WORKING_DAYS = 5
_WEEKS = 14

_MENTORING = {4: "crisis", 8: "holidays", 12: None}
_BRIDGE = {2: "no-time", 3: None, 7: "holidays", 8: "holidays", 11: "crisis"}
"""Weeks ago that one was dropped, and why; None for one that nothing is told of."""


def plan_demo(journal: Journal) -> None:
    """Plan a mentorship every other week, a check-in with another team, and one that rests."""
    today = journal.clock.today()
    first = today - timedelta(weeks=_WEEKS)
    mentoring = Recurrence(_working_day(first, 1), 2, at=time(14))
    bridge = Recurrence(_working_day(first, 2), 1, at=time(9, 30))
    _plan(journal, mentoring, demo.PEERS[-1], "mentorship", _MENTORING)
    _plan(journal, bridge, demo.TEAMS[0], "team-check-in", _BRIDGE)
    monthly = Recurrence(_working_day(first, 3), 4)
    _plan(journal, monthly, demo.LEAD, "supervision", {}, resting=True)


def _working_day(day: date, later: int) -> date:
    """Return a working day after a day, and never on its own weekday."""
    found = day + timedelta(days=later)
    while found.weekday() >= _WORKING_DAYS:
        found += timedelta(days=1)
    return found if found.weekday() != day.weekday() else found + timedelta(days=1)


def _plan(  # noqa: PLR0913 - what a meeting is
    journal: Journal,
    recurrence: Recurrence,
    who: str,
    kind: str,
    dropped: Mapping[int, str | None],
    *,
    resting: bool = False,
) -> None:
    meeting = journal.meetings.add({"recurrence": recurrence, "kind": kind, "people": [who]})
    today = journal.clock.today()
    told = []
    for day in recurrence.days(recurrence.since, today - timedelta(days=1)):
        ago = (today - day).days // DAYS_IN_WEEK + 1
        if dropped.get(ago):
            told.append(Told(day, outcome=DROPPED, reason=dropped[ago]))
        elif ago not in dropped:
            told.append(Told(day, outcome=HELD))
    meeting = meeting.replace(rested_on=today if resting else None)
    journal.meetings.put_back(Removed(meeting, tuple(told)))
