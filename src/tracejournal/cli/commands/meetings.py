"""`tracejournal meetings`: planned slots; what was held, moved or dropped, and what survives."""

from __future__ import annotations

from tracejournal.cli.asking import confirmed
from tracejournal.cli.meeting_days import drop, hold, move, unsay
from tracejournal.cli.meeting_sheet import list_next, show
from tracejournal.cli.options import Option
from tracejournal.cli.output import tell
from tracejournal.model.errors import Misuse
from tracejournal.model.huddle import names
from tracejournal.model.meeting import kinds
from tracejournal.model.recurrence import coming, parse_recurrence
from tracejournal.model.vocabulary import choose, meant
from tracejournal.words import cli
from tracejournal.words import meetings as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from typing import Any

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.model.meeting import Meeting

OPTIONS = (
    Option("with", "NAME", many=True),
    Option("called", "NAME"),
    Option("since", "DAY"),
    Option("until", "DAY"),
    Option("ask-after", "on|off"),
    Option("on", "DAY"),
    Option("minutes", "NUMBER"),
    Option("yes"),
    Option("json"),
)

_NONE = "none"
_SWITCH = {"on": True, "off": False}


def run(arguments: Arguments, context: Context) -> None:
    """List what is next, or do what the first word says."""
    if not arguments.words:
        list_next(arguments, context)
        return
    action, *rest = arguments.words
    if action not in _ACTIONS:
        said = cli.NO_SUCH_ACTION.format(command="meetings", actions=words.ACTIONS, typed=action)
        raise Misuse(said)
    if action != "add" and not rest:
        raise Misuse(words.WHICH)
    _ACTIONS[action](arguments.replace(words=tuple(rest)), context)


def _add(arguments: Arguments, context: Context) -> None:
    context.learn_terms()
    said = _said(arguments.words, arguments, context.clock.today())
    if "recurrence" not in said:
        raise Misuse(words.WHEN_MISSING)
    with context.journal(create=True) as journal:
        added = journal.meetings.add(said)
        following = journal.meetings.next(added.id)
        sentence = words.KEPT if following else words.KEPT_PLAIN
        day = words.day(following.on, context.clock.today()) if following else ""
    tell(sentence.format(what=added.title, day=day))


def _change(arguments: Arguments, context: Context) -> None:
    wanted, *rest = arguments.words
    with context.journal() as journal:
        meeting = journal.meetings.get(wanted)
        said = _said(rest, arguments, context.clock.today(), meeting)
        changed = meeting.replace(**said)
        if changed == meeting:
            tell(cli.NOTHING_CHANGED)
            return
        journal.meetings.put(changed)
    tell(words.CHANGED.format(what=changed.title))


def _said(
    typed: Sequence[str], arguments: Arguments, today: date, meeting: Meeting | None = None
) -> dict[str, Any]:
    """Return what words and options say of a meeting, by field; what they do not is left out.

    Args:
        typed: a kind, how often, or both in this order.
        arguments: the options.
        today: the day it is.
        meeting: the one that is changed, or None.

    Raises:
        Misuse: something cannot be understood.
    """
    said: dict[str, Any] = {}
    rest = list(typed)
    if rest and meant(kinds(), rest[0]):
        said["kind"] = choose(kinds(), rest.pop(0), "kind of meeting")
    since = arguments.one("since")
    recurrence = (
        parse_recurrence(" ".join(rest), today) if rest else meeting.recurrence if meeting else None
    )
    if recurrence and (rest or since is not None):
        said["recurrence"] = (
            recurrence if since is None else recurrence.from_day(coming(since, today))
        )
    if arguments.has("with"):
        everyone = (name for each in arguments.many("with") for name in names(each))
        said["people"] = tuple(name for name in everyone if name.casefold() != _NONE)
    called, until, asks = map(arguments.one, ("called", "until", "ask-after"))
    if called is not None:
        said["name"] = "" if called.casefold() == _NONE else called
    if until is not None:
        said["until"] = None if until.casefold() == _NONE else coming(until, today)
    if asks is not None:
        if asks.casefold() not in _SWITCH:
            raise Misuse(words.ASK_AFTER.format(value=asks))
        said["asks"] = _SWITCH[asks.casefold()]
    return said


def _rest(arguments: Arguments, context: Context) -> None:
    with context.journal() as journal:
        changed = journal.meetings.rest(arguments.words[0])
    sentence = words.SAID_RESTS if changed.is_resting else words.SAID_WAKES
    tell(sentence.format(what=changed.title))


def _remove(arguments: Arguments, context: Context) -> None:
    with context.journal() as journal:
        meeting = journal.meetings.get(arguments.words[0])
        if not confirmed(words.ASK_REMOVE.format(what=meeting.title), arguments):
            tell(cli.NOTHING_CHANGED)
            return
        journal.meetings.remove(meeting.id)
    tell(words.REMOVED_ALONE.format(what=meeting.title))


_ACTIONS = {
    "add": _add,
    "change": _change,
    "held": hold,
    "moved": move,
    "dropped": drop,
    "unsay": unsay,
    "rest": _rest,
    "show": show,
    "remove": _remove,
}
