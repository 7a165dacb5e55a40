"""The circle in calm lines: who it may be time for, who rests; never a ranking."""

from __future__ import annotations

from tracejournal.cli.output import dim, tell, write_line
from tracejournal.cli.rows import fitted, write_rows
from tracejournal.exchange.json_objects import person_object
from tracejournal.model.circle import SORTS, STATES, WENT_WELL
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import CONDITIONS, KINDS, WHO, label
from tracejournal.words import circle as words
from tracejournal.words import circle_cli as said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from typing import Any

    from tracejournal.journal.journal import Journal
    from tracejournal.model.circle import Known, Member

_GAP = "  "
_MOST_NAMED = 8
_MOST_CONDITIONS = 4
_LABEL_WIDTH = 14
_MOST_NAME, _MOST_ROLE = 28, 22


def write_circle(members: Sequence[Member], outside: Sequence[str], today: date) -> None:
    """Write everyone in the circle, grouped by how it stands, each group in the circle's order."""
    if not members:
        tell(said.EMPTY)
    names = {member.id: one_line(member.name) for member in members}
    width = min(max(map(len, names.values()), default=0), _MOST_NAME)
    for state in STATES:
        group = [member for member in members if member.state(today) == state]
        if not group:
            continue
        sign, heading = words.STATES[state]
        write_line(f"{sign} {heading}")
        for member in group:
            start = f"{_GAP}{names[member.id]:<{width}}{_GAP}"
            rest = f"{role_of(member):<{_MOST_ROLE}}{_GAP}{_when(member, today)}"
            write_line(start + dim(fitted(rest.rstrip(), len(start))))
    if outside:
        named = ", ".join(one_line(name) for name in outside[:_MOST_NAMED])
        if len(outside) > _MOST_NAMED:
            named = said.MORE.format(names=named, number=len(outside) - _MOST_NAMED)
        tell(said.OUTSIDE.format(names=named))


def role_of(member: Member) -> str:
    """Return the role of someone, or what they are where no role was said."""
    return label(WHO, member.role) if member.role else label(SORTS, member.sort)


def _when(member: Member, today: date) -> str:
    if member.is_away(today):
        return words.away(member.away, member.away_until)
    last = words.ago(member.last.on if member.last else None, today)
    rhythm = "" if member.ideal is None else words.rhythm(member.ideal, member.longest)
    return " · ".join(filter(None, (last, rhythm)))


def write_member(journal: Journal, member: Member, known: Known) -> None:
    """Write what is known of someone: counts with what they are out of, dates and kinds."""
    write_line(one_line(member.name))
    for key, text in _facts(member, known, journal.clock.today()):
        if text:
            start = f"{_GAP}{said.LABELS.get(key, ''):<{_LABEL_WIDTH}}"
            write_line(dim(start) + fitted(text, len(start)))
    lines = journal.circle.latest(member.name)
    if lines:
        write_line()
        write_line(said.LATEST)
        write_rows(journal, lines, with_text=False)
        write_line(dim(said.READ_ONE))


def _facts(member: Member, known: Known, today: date) -> Iterator[tuple[str, str]]:
    sign, state = words.STATES[member.state(today)]
    if member.is_away(today):
        state = words.away(member.away, member.away_until)
    quiet = said.QUIET_MARK if member.quiet else ""
    yield "sort", label(SORTS, member.sort)
    yield "role", label(WHO, member.role)
    yield "aliases", ", ".join(map(one_line, member.aliases))
    yield "state", " · ".join(filter(None, (f"{sign} {state}", quiet)))
    yield "rhythm", words.rhythm(member.ideal, member.longest) if member.ideal else ""
    yield "last", _last(member)
    if not known.moments:
        yield "balance", said.NO_MOMENTS
        return
    yield "balance", words.counts(known.moments, known.given, known.received)
    yield from _present(known)


def _last(member: Member) -> str:
    if member.last is None:
        return said.NEVER
    kind = one_line(label(KINDS, member.last.kind))
    return " · ".join(filter(None, (words.day(member.last.on), kind)))


def _present(known: Known) -> Iterator[tuple[str, str]]:
    for number, (key, count) in enumerate(list(known.present.items())[:_MOST_CONDITIONS]):
        condition = one_line(label(CONDITIONS, key))
        text = said.PRESENT.format(condition=condition, number=count, of=known.out_of)
        yield "" if number else "well", text
    if known.present:
        out_of = said.OF_WELL if known.rated_well else said.OF_TELLING
        yield "", out_of.format(rating=WENT_WELL)


def as_object(member: Member, today: date) -> dict[str, Any]:
    """Return someone as the export holds them, with how it stands today."""
    last = member.last
    return person_object(member) | {
        "state": member.state(today),
        "last_contact": {"on": last.on.isoformat(), "kind": last.kind} if last else None,
        "due_on": member.due_on.isoformat() if member.due_on else None,
    }


def known_object(known: Known) -> dict[str, Any]:
    """Return what a year tells of someone, each count beside what it is out of."""
    return {
        "since": known.first.isoformat(),
        "moments": known.moments,
        "given": known.given,
        "received": known.received,
        "weeks": list(known.weeks),
        "present": {
            "rated_from": WENT_WELL if known.rated_well else None,
            "out_of": known.out_of,
            "counts": dict(known.present),
        },
    }
