"""Saying of a planned meeting that it was held, moved or dropped, or taking that back."""

from __future__ import annotations

from tracejournal.cli.asking import ask_line, can_ask
from tracejournal.cli.keeping import hint_at_identifiers, keep_or_put_aside
from tracejournal.cli.output import tell
from tracejournal.model.entry import Draft
from tracejournal.model.errors import Misuse
from tracejournal.model.meeting import REASONS, Told
from tracejournal.model.recurrence import coming
from tracejournal.model.vocabulary import meant
from tracejournal.words import cli
from tracejournal.words import meetings as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.journal.journal import Journal
    from tracejournal.model.entry import Entry
    from tracejournal.model.meeting import Occurrence


def hold(arguments: Arguments, context: Context) -> None:
    """Say that one was held; words, minutes, or a line that is asked for keep a moment of it."""
    today, minutes = context.clock.today(), arguments.one("minutes")
    with context.journal() as journal:
        held = _meant(journal, arguments, today, journal.meetings.latest)
        held.meeting.moment(minutes=minutes or "")  # refused before anyone is asked to type
        if held.on > today:
            raise Misuse(words.NOT_YET_HELD.format(day=words.day(held.on, today)))
        text, asked = _words_or(arguments, words.ASK_WORDS)
        kept: Entry | None = None
        if text or minutes is not None:
            moment = held.meeting.moment(text, minutes or "")
            draft = Draft(moment, journal.meetings.when(held))
            kept = keep_or_put_aside(asked, lambda: journal.entries.keep(draft))
        journal.meetings.hold(held, kept.id if kept else None)
    _tell(words.SAID_HELD, held, today, words.MOMENT_KEPT if kept else "")
    if kept:
        hint_at_identifiers(kept, context)


def move(arguments: Arguments, context: Context) -> None:
    """Say that one was moved, and to which day."""
    today = context.clock.today()
    wanted, *day = arguments.words
    if not day:
        raise Misuse(words.MOVED_WHERE.format(id=wanted))
    to = coming(" ".join(day), today)
    with context.journal() as journal:
        moved = _meant(journal, arguments, today, journal.meetings.next)
        told = journal.meetings.move(moved, to)
    sentence = words.SAID_MOVED if told.moved_to else words.SAID_MOVED_BACK
    said = {"day": words.day(moved.on, today), "to": words.day(to, today)}
    if not told.moved_to:
        said["day"] = words.day(moved.due, today)
    tell(sentence.format(what=moved.meeting.title, **said))


def drop(arguments: Arguments, context: Context) -> None:
    """Say that one was dropped, and why where the person likes."""
    today = context.clock.today()
    with context.journal() as journal:
        dropped = _meant(journal, arguments, today, lambda wanted: _nearest(journal, wanted, today))
        reasons = ", ".join(each.label for each in REASONS)
        text, asked = _words_or(arguments, words.ASK_WHY.format(reasons=reasons))
        reason = meant(REASONS, text)
        said = (reason[0], "") if len(reason) == 1 else (None, text)
        keep_or_put_aside(asked, lambda: journal.meetings.drop(dropped, *said))
    _tell(words.SAID_DROPPED, dropped, today)


def unsay(arguments: Arguments, context: Context) -> None:
    """Forget what was told of one; a moment that was kept of it stays."""
    today = context.clock.today()
    with context.journal() as journal:
        told = _meant(journal, arguments, today, lambda wanted: _last_told(journal, wanted))
        journal.meetings.tell(told.meeting.id, Told(told.due))
    tell(words.SAID_NOTHING.format(what=told.meeting.title, day=words.day(told.due, today)))


def _meant(
    journal: Journal,
    arguments: Arguments,
    today: date,
    usual: Callable[[str], Occurrence | None],
) -> Occurrence:
    """Return the one that --on names, else the one that is usually meant.

    Raises:
        Misuse: there is none.
        NotFound: there is no such meeting.
    """
    meeting = journal.meetings.get(arguments.words[0])
    on = arguments.one("on")
    if on is not None:
        return journal.meetings.on(meeting.id, coming(on, today))
    found = usual(meeting.id)
    if found is None:
        raise Misuse(words.NONE_TO_TELL)
    return found


def _nearest(journal: Journal, meeting_id: str, today: date) -> Occurrence | None:
    """Return the one nearest to today of which nothing is said, of two the one that has been."""
    near = filter(None, (journal.meetings.latest(meeting_id), journal.meetings.next(meeting_id)))
    return min(near, key=lambda each: abs((each.on - today).days), default=None)


def _last_told(journal: Journal, meeting_id: str) -> Occurrence | None:
    """Return the latest one that something is told of."""
    days = journal.meetings.days_of(meeting_id)
    return next((each for each in days if each.told.state), None)


def _words_or(arguments: Arguments, question: str) -> tuple[str, str]:
    """Return the words after the id, else one line a person types; and what exists here alone."""
    typed = " ".join(arguments.words[1:])
    if typed or not can_ask(arguments):
        return typed, ""
    tell(question)
    asked = ask_line(cli.CURSOR).strip()
    return asked, asked


def _tell(sentence: str, each: Occurrence, today: date, more: str = "") -> None:
    said = sentence.format(what=each.meeting.title, day=words.day(each.on, today))
    tell(f"{said} {more}".rstrip())
