"""Planned meetings in the file, and what was told of their days.

Every function that writes expects to stand inside a transaction.
"""

from __future__ import annotations

import json
from collections import defaultdict
from contextlib import suppress
from datetime import date, time

from tracejournal.model.meeting import Meeting, Told
from tracejournal.model.recurrence import Recurrence
from tracejournal.store.entries import named
from tracejournal.store.names import UNNAMED
from tracejournal.store.shelves import SHELVES
from tracejournal.words import doctor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from tracejournal.store.engine import Store

_COLUMNS = "id, kind, name, since, every_weeks, dates, at, until, asks, rested_on, woken_on"
_PEOPLE = (
    "SELECT meeting_id, people.name FROM meeting_people JOIN people ON people.id = person_id"
    " ORDER BY meeting_id, position"
)
# A moment that is sealed or in the trash shows nowhere, so nothing points at it either.
_TOLD = (
    "SELECT meeting_id, due, moved_to, outcome,"  # noqa: S608 - our own names
    f" (SELECT uuid FROM entries WHERE uuid = entry_uuid AND {SHELVES['kept']}), reason, why"
    " FROM meeting_days"
)


def all_of(store: Store) -> tuple[Meeting, ...]:
    """Return every meeting, in the order they were put in."""
    people = defaultdict(list)
    for meeting_id, name in store.rows(_PEOPLE):
        people[meeting_id].append(name)
    sql = f"SELECT {_COLUMNS} FROM meetings ORDER BY created_at, id"  # noqa: S608 - our own names
    return tuple(_meeting(row, people[row[0]]) for row in store.rows(sql))


def put(store: Store, meeting: Meeting, now: str) -> None:
    """Put in a meeting, or change what one says."""
    values = _values(meeting) | {"created_at": now}
    names, places = ", ".join(values), ", ".join(f":{name}" for name in values)
    changes = ", ".join(f"{name} = excluded.{name}" for name in values if name != "created_at")
    store.run(
        f"INSERT INTO meetings ({names}) VALUES ({places})"  # noqa: S608 - our own names
        f" ON CONFLICT (id) DO UPDATE SET {changes}",
        values,
    )
    store.run("DELETE FROM meeting_people WHERE meeting_id = ?", (meeting.id,))
    for position, name in enumerate(meeting.people):
        person = named(store, "people", name, {"created_at": now})
        store.run("INSERT INTO meeting_people VALUES (?, ?, ?)", (meeting.id, person, position))


def remove(store: Store, meeting_id: str) -> None:
    """Take out a meeting and what was told of it; moments stay.

    People nobody else names, of no role, go with it: names are words like others.
    """
    people = store.rows("SELECT person_id FROM meeting_people WHERE meeting_id = ?", (meeting_id,))
    store.run("DELETE FROM meetings WHERE id = ?", (meeting_id,))
    for person in people:
        store.run(f"DELETE FROM people WHERE id = ? AND {UNNAMED['people']}", person)  # noqa: S608 - our own names


def told(store: Store) -> dict[str, tuple[Told, ...]]:
    """Return what was told, by the id of the meeting, in the order of the planned days."""
    found: dict[str, list[Told]] = defaultdict(list)
    for row in store.rows(f"{_TOLD} ORDER BY meeting_id, due"):
        found[row[0]].append(_told(row))
    return {meeting_id: tuple(each) for meeting_id, each in found.items()}


def told_of(store: Store, meeting_id: str) -> tuple[Told, ...]:
    """Return what was told of one meeting, in the order of the planned days."""
    rows = store.rows(f"{_TOLD} WHERE meeting_id = ? ORDER BY due", (meeting_id,))
    return tuple(map(_told, rows))


def tell(store: Store, meeting_id: str, each: Told, now: str) -> None:
    """Keep what was told of a day in place of what was told before; nothing, where it is blank."""
    key = (meeting_id, each.due.isoformat())
    store.run("DELETE FROM meeting_days WHERE meeting_id = ? AND due = ?", key)
    if each.state:
        moved = each.moved_to.isoformat() if each.moved_to else None
        store.run(
            "INSERT INTO meeting_days"
            " (meeting_id, due, moved_to, outcome, entry_uuid, reason, told_at, why)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*key, moved, each.outcome, each.entry_id, each.reason, now, each.why),
        )


def let_be(store: Store, day: date) -> None:
    """Ask nothing any more of meetings up to a day."""
    store.run(
        "UPDATE meetings SET let_be_on = ?1 WHERE asks = 1 AND ifnull(let_be_on, '') < ?1",
        (day.isoformat(),),
    )


def let_be_days(store: Store) -> dict[str, date]:
    """Return up to which day nothing is asked any more, by the id of the meeting."""
    rows = store.rows("SELECT id, let_be_on FROM meetings WHERE let_be_on IS NOT NULL")
    days = ((meeting_id, _day(day)) for meeting_id, day in rows)
    return {meeting_id: day for meeting_id, day in days if day}


def latest_minutes(store: Store, meeting_id: str) -> int | None:
    """Return the minutes of the latest moment that was kept of a meeting and has some, or None."""
    found = store.value(
        "SELECT minutes FROM meeting_days JOIN entries ON uuid = entry_uuid"  # noqa: S608 - our own names
        f" WHERE meeting_id = ? AND minutes IS NOT NULL AND {SHELVES['kept']}"
        " ORDER BY due DESC LIMIT 1",
        (meeting_id,),
    )
    return None if found is None else int(found)


def of_entry(store: Store, uuid: str) -> tuple[str, date] | None:
    """Return which meeting and planned day a moment was kept of; None where of none."""
    rows = store.rows("SELECT meeting_id, due FROM meeting_days WHERE entry_uuid = ?", (uuid,))
    return (rows[0][0], date.fromisoformat(rows[0][1])) if rows else None


def tie(store: Store, now: str) -> None:
    """Tie what was saved from a damaged file: a meeting that is lost is named by what was told."""
    store.run(
        "INSERT INTO meetings (id, kind, name, since, created_at)"
        " SELECT meeting_id, 'other', ?, min(due), ? FROM meeting_days"
        " WHERE meeting_id NOT IN (SELECT id FROM meetings) GROUP BY meeting_id",
        (doctor.LOST_MEETING, now),
    )
    store.run("DELETE FROM meeting_people WHERE meeting_id NOT IN (SELECT id FROM meetings)")
    store.run(
        "UPDATE meeting_days SET entry_uuid = NULL"
        " WHERE entry_uuid NOT IN (SELECT uuid FROM entries)"
    )


def _values(meeting: Meeting) -> dict[str, Any]:
    recurrence = meeting.recurrence
    return {
        "id": meeting.id,
        "kind": meeting.kind,
        "name": meeting.name,
        "since": recurrence.since.isoformat(),
        "every_weeks": recurrence.every,
        "dates": json.dumps([day.isoformat() for day in recurrence.dates]),
        "at": f"{recurrence.at:%H:%M}" if recurrence.at else None,
        "until": _iso(meeting.until),
        "asks": int(meeting.asks),
        "rested_on": _iso(meeting.rested_on),
        "woken_on": _iso(meeting.woken_on),
    }


def _meeting(row: Sequence[Any], people: Sequence[str]) -> Meeting:
    said: Mapping[str, Any] = dict(zip(_COLUMNS.split(", "), row, strict=True))
    every = said["every_weeks"]
    since = _day(said["since"]) or date.min
    dates = tuple(filter(None, map(_day, json.loads(said["dates"])))) if not every else ()
    return Meeting.restored(
        id=said["id"],
        recurrence=Recurrence.restored(
            since=since,
            every=every,
            dates=dates or (() if every else (since,)),
            at=_time(said["at"]),
        ),
        kind=said["kind"],
        name=said["name"],
        people=tuple(people),
        until=_day(said["until"]),
        asks=bool(said["asks"]),
        rested_on=_day(said["rested_on"]),
        woken_on=_day(said["woken_on"]),
    )


def _told(row: Sequence[Any]) -> Told:
    _, due, moved_to, outcome, entry_id, reason, why = row
    return Told.restored(
        due=_day(due) or date.min,
        moved_to=_day(moved_to),
        outcome=outcome,
        entry_id=entry_id,
        reason=reason,
        why=why,
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(written: str | None) -> date | None:
    with suppress(TypeError, ValueError):  # a damaged one that was saved as far as it went
        return date.fromisoformat(written or "")
    return None


def _time(written: str | None) -> time | None:
    with suppress(TypeError, ValueError):
        return time.fromisoformat(written or "")
    return None
