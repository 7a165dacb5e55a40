"""Rows of the file to values of the model, and back. One place knows the columns."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from tracejournal.model.clock import EPOCH, Instant
from tracejournal.model.entry import CheckIn, Entry, EntryLine, Moment, Part, Reflection
from tracejournal.model.text import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

ENTRY_COLUMNS = (
    "id, uuid, type, happened_at, zone, happened_on, text, kind, direction, mode, minutes, fit,"
    " supported, energy, load, prompt_id, sealed, trashed_at, created_at, updated_at, source,"
    " source_id"
)
LINE_TEXT = 240
"""Characters of an entry that a list reads: more than any line of a terminal shows."""

LINE_COLUMNS = (
    f"id, uuid, type, happened_at, zone, happened_on, kind, substr(text, 1, {LINE_TEXT}),"
    " supported, energy, load, sealed"
)


class Attached:
    """What belongs to one entry in other tables: names, conditions, facets, parts, in order."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.people: list[str] = []
        self.tags: list[str] = []
        self.present: list[str] = []
        self.missing: list[str] = []
        self.who: list[str] = []
        self.support: list[str] = []
        self.occasion: list[str] = []
        self.parts: list[Part] = []


def content_values(content: Moment | Reflection | CheckIn) -> dict[str, Any]:
    """Return the columns of `entries` that hold content, by name."""
    moment = content if isinstance(content, Moment) else Moment()
    return {
        "type": content.type,
        "text": content.text,
        "kind": moment.kind,
        "direction": moment.direction,
        "mode": moment.mode,
        "minutes": moment.minutes,
        "fit": moment.fit,
        "supported": content.supported,
        "energy": content.energy if isinstance(content, CheckIn) else None,
        "load": content.load if isinstance(content, CheckIn) else None,
        "prompt_id": content.prompt_id if isinstance(content, Reflection) else None,
    }


def facets_of(moment: Moment) -> dict[str, tuple[str, ...]]:
    """Return what `entry_facets` holds of a moment: keys in order, by facet."""
    occasion = (moment.occasion,) if moment.occasion else ()
    return {"who": moment.who, "support": moment.support, "occasion": occasion}


def when_values(when: Instant) -> dict[str, Any]:
    """Return the columns of `entries` that hold an instant, by name."""
    return {
        "happened_at": iso(when.at),
        "zone": when.zone,
        "happened_on": when.on.isoformat(),
    }


def iso(at: datetime) -> str:
    """Return a lived time as it is written in the file: local, with its offset."""
    return at.isoformat(timespec="microseconds")


def stamp(at: datetime) -> str:
    """Return when something was done as it is written in the file: in UTC, so that it sorts."""
    return iso(at.astimezone(UTC))


def instant(happened_at: str, zone: str | None, happened_on: str) -> Instant:
    """Return the instant three columns hold.

    Raises:
        TypeError: they hold none: a damaged byte is among them.
        ValueError: they hold none: a damaged byte is among them.
    """
    return Instant(datetime.fromisoformat(happened_at), zone, date.fromisoformat(happened_on))


def _when(row: Sequence[Any]) -> Instant:
    """Return when an entry happened; its id tells nearly the same, so damage hides no words."""
    try:
        return instant(row[3], row[4], row[5])
    except (TypeError, ValueError):
        return lived(row[0])


def lived(row: int) -> Instant:
    """Return the instant of an entry of which the id alone is known."""
    try:
        at = EPOCH + timedelta(microseconds=row)
    except OverflowError:  # that is damaged, too
        at = EPOCH
    return Instant(at, None, at.date())


def entry_from(row: Sequence[Any], attached: Attached) -> Entry:
    """Return the entry that a row of `ENTRY_COLUMNS` and its attached rows make."""
    return Entry(
        row=row[0],
        id=row[1],
        content=_content(row, attached),
        when=_when(row),
        sealed=bool(row[16]),
        trashed_at=row[17],
        created_at=row[18],
        updated_at=row[19],
        source=row[20],
        source_id=row[21],
    )


def _content(row: Sequence[Any], attached: Attached) -> Moment | Reflection | CheckIn:
    common: dict[str, Any] = {
        "people": tuple(attached.people),
        "tags": tuple(attached.tags),
        "supported": row[12],
        "present": tuple(attached.present),
        "missing": tuple(attached.missing),
    }
    if row[2] == Moment.type:
        kind, direction, mode, minutes, fit = row[7:12]
        return Moment.restored(
            text=row[6],
            kind=kind,
            direction=direction,
            mode=mode,
            minutes=minutes,
            fit=fit,
            who=tuple(attached.who),
            support=tuple(attached.support),
            occasion=attached.occasion[0] if attached.occasion else None,
            **common,
        )
    if row[2] == Reflection.type:
        parts = tuple(attached.parts)
        return Reflection.restored(text=row[6], parts=parts, prompt_id=row[15], **common)
    return CheckIn.restored(text=row[6], energy=row[13], load=row[14], **common)


def line_from(row: Sequence[Any]) -> EntryLine:
    """Return the line that a row of `LINE_COLUMNS` makes."""
    return EntryLine(
        row=row[0],
        id=row[1],
        type=row[2],
        when=_when(row),
        kind=row[6],
        text=one_line(row[7]),
        supported=row[8],
        energy=row[9],
        load=row[10],
        sealed=bool(row[11]),
    )
