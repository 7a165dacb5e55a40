"""What Today may say, in one quiet line each, and only where there is something to say.

To add one: a function here and its name in `_TELLERS`. They are asked after the first paint, on
the thread of the journal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracejournal.model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracejournal.journal.journal import Journal
    from tracejournal.model.loop import Loop
    from tracejournal.model.meeting import Occurrence

_LONGEST_NAME = 24


class Note(NamedTuple):
    """One line.

    Attributes:
        said: the line.
        opens: the action of Today it leads to.
        let_be: the use case after which it is said no more for a while; None where it has none.
        speak_again: the use case that takes `let_be` back; None where nothing does.
    """

    said: str
    opens: str
    let_be: Callable[[Journal], object] | None = None
    speak_again: Callable[[Journal], object] | None = None


def read_notes(journal: Journal) -> tuple[Note, ...]:
    """Return what there is to say today."""
    return tuple(note for tell in _TELLERS if (note := tell(journal)))


def _meeting(journal: Journal) -> Note | None:
    from tracejournal.words import meetings as words  # noqa: PLC0415 - after the first paint

    opens = "app.begin('meetings')"
    today = journal.meetings.on_today()
    if today:
        return Note(words.ON_TODAY.format(what="; ".join(map(_named, today))), opens)
    asked = journal.meetings.asked_after()
    if asked is None:
        return None
    day = words.since(asked.on, journal.clock.today())
    said = words.ASKED_AFTER.format(day=day, what=one_line(asked.meeting.title))
    return Note(said, opens, lambda journal: journal.meetings.let_be())


def _named(each: Occurrence) -> str:
    at = f", {each.meeting.at:%H:%M}" if each.meeting.at else ""
    return f"{one_line(each.meeting.title)}{at}"


def _loops(journal: Journal) -> Note | None:
    from tracejournal.words import loops as words  # noqa: PLC0415 - after the first paint

    waiting = journal.loops.waiting()
    if not waiting.count:
        return None
    said = [*map(_promised, waiting.for_today[:1]), words.still_open(waiting.count)]
    return Note(" · ".join(said), "app.begin('loops')")


def _promised(loop: Loop) -> str:
    """Name a promise by its people, never by its words: nobody asked to read them now."""
    from tracejournal.model.loop import RECEIVED  # noqa: PLC0415 - after the first paint
    from tracejournal.model.loop_lines import with_whom  # noqa: PLC0415 - see above
    from tracejournal.words import loops as words  # noqa: PLC0415 - see above

    people = with_whom(loop.content.people)
    if not people:
        return words.PROMISE_OPEN_TODAY
    received = loop.content.direction == RECEIVED
    return (words.PROMISE_TO_ME_TODAY if received else words.PROMISE_TODAY).format(people=people)


def _experiment(journal: Journal) -> Note | None:
    from tracejournal.words import experiment as words  # noqa: PLC0415 - after the first paint

    note = journal.experiments.note()
    if note is None:
        return None
    said = words.THIS_WEEK.format(action=one_line(note.experiment.action))
    return Note(
        words.RESULT_READY if note.is_over else said,
        "app.begin('experiment')",
        lambda journal: journal.experiments.let_be(note.experiment),
        lambda journal: journal.experiments.speak_again(note.experiment),
    )


def _suggestion(journal: Journal) -> Note | None:
    from tracejournal.words import circle as words  # noqa: PLC0415 - after the first paint

    found = journal.suggestions.today()
    if found is None:
        return None
    name = one_line(found.name, _LONGEST_NAME)
    return Note(
        words.suggestion(name, found.last_on, journal.clock.today()),
        f"begin_with({journal.circle.get(found.name).mention!r})",
        lambda journal: journal.suggestions.let_be(),
        lambda journal: journal.suggestions.let_be(let_be=False),
    )


_TELLERS = (_meeting, _loops, _experiment, _suggestion)
