"""Planned meetings as the shell prints them: what is next, and all about one."""

from __future__ import annotations

import json
import sys

from tracejournal.cli.output import bold, dim, speaks_utf8, tell, write, write_line
from tracejournal.cli.rows import fitted
from tracejournal.model.text import display, one_line
from tracejournal.patterns.meetings import said
from tracejournal.words import meetings as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from typing import Any

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.journal.journal import Journal
    from tracejournal.model.meeting import Meeting, Occurrence, Told
    from tracejournal.patterns.meetings import Survived

_LEAST_ID = 4


def list_next(arguments: Arguments, context: Context) -> None:
    """Print each meeting with its next day."""
    journal = context.journal_if_any()
    if journal is None:
        if arguments.has("json"):
            _write_objects([])
        return
    today = context.clock.today()
    with journal:
        listed = [(each, journal.meetings.next(each.id)) for each in journal.meetings.all()]
        listed.sort(key=lambda pair: (pair[1] is None, pair[1].on if pair[1] else today))
        if arguments.has("json"):
            told = journal.meetings.told_of
            _write_objects([_object(each, told(each.id), following) for each, following in listed])
            return
    if not listed:
        tell(words.NONE_PLANNED)
    ids = short_ids([each for each, _ in listed])
    for meeting, following in listed:
        start = f"{ids[meeting.id]}  {_next_day(meeting, following, today):<22}  "
        rest = f"{meeting.glyph} {one_line(meeting.title)}"
        write_line(dim(start) + fitted(rest, len(start)))


def short_ids(meetings: Sequence[Meeting]) -> dict[str, str]:
    """Return the shortest unique start of each id, `_LEAST_ID` characters at least."""
    whole = [each.short_id for each in meetings]
    length = _LEAST_ID
    while len({each[:length] for each in whole}) < len(whole):
        length += 1
    return {each.id: each.short_id[:length] for each in meetings}


def _next_day(meeting: Meeting, following: Occurrence | None, today: date) -> str:
    if following is None:
        return words.RESTING.lower() if meeting.is_resting else words.NOT_YET
    day = words.near(following.on, today) or words.day(following.on, today)
    return f"{day}, {meeting.at:%H:%M}" if meeting.at else day


def show(arguments: Arguments, context: Context) -> None:
    """Print all about one: when it is, what survived, and what was told of its days."""
    with context.journal() as journal:
        meeting = journal.meetings.get(arguments.words[0])
        survived = journal.meetings.survived(meeting.id, with_loads=context.config.ratings)
        following = journal.meetings.next(meeting.id)
        if arguments.has("json"):
            told = journal.meetings.told_of(meeting.id)
            _write_objects([_object(meeting, told, following) | _counts(survived)])
            return
        days = journal.meetings.days_of(meeting.id)
        write_line(bold(f"{meeting.glyph} {one_line(meeting.title)}"))
        for line in _sheet(meeting, following, survived, context.clock.today()):
            write_line(display(line))
        _write_days(journal, days, context.clock.today())


def _sheet(
    meeting: Meeting, following: Occurrence | None, survived: Survived, today: date
) -> Iterator[str]:
    yield meeting.lasting(today)
    if following or meeting.is_resting:
        yield f"{words.NEXT}: {_next_day(meeting, following, today)}"
    yield ""
    yield from said(survived)
    yield ""


def _write_days(journal: Journal, days: Sequence[Occurrence], today: date) -> None:
    entry_ids = [each.told.entry_id for each in days if each.told.entry_id]
    short = journal.entries.short_ids(entry_ids)
    for each in days:
        start = f"{each.on.isoformat()}  "
        became = one_line(each.told.became(today))
        moment = f"  {short[each.told.entry_id]}" if each.told.entry_id else ""
        write_line((dim(start) + fitted(became + moment, len(start))).rstrip())


def _object(meeting: Meeting, told: Sequence[Told], following: Occurrence | None) -> dict[str, Any]:
    from tracejournal.exchange.json_objects import meeting_object  # noqa: PLC0415 - when used

    known = meeting_object(meeting, told)
    return known | {
        "title": meeting.title,
        "resting": meeting.is_resting,
        "next": following.on.isoformat() if following else None,
    }


def _counts(survived: Survived) -> dict[str, Any]:
    sums = survived.sums
    return {
        "told": sums.told,
        "held": sums.held,
        "moved": sums.moved,
        "heavy_from": survived.heavy_from,
        "heavy_told": sums.heavy_told if survived.heavy_from is not None else None,
        "heavy_held": sums.heavy_held if survived.heavy_from is not None else None,
        "dropped": [
            {"reason": each.reason, "in_own_words": each.in_own_words, "count": each.count}
            for each in sums.dropped
        ],
    }


def _write_objects(objects: Sequence[dict[str, Any]]) -> None:
    from tracejournal.exchange.json_export import array  # noqa: PLC0415 - paid for when used

    texts = (json.dumps(each, ensure_ascii=False) for each in objects)
    for piece in array(texts, ascii_only=not speaks_utf8(sys.stdout)):
        write(piece)
