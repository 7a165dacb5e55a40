"""`tracejournal circle`: those one would like to keep in touch with."""

from __future__ import annotations

from tracejournal.cli.asking import confirmed
from tracejournal.cli.circle import as_object, known_object, write_circle, write_member
from tracejournal.cli.options import Option, nearest
from tracejournal.cli.output import speaks_utf8, tell, write_line
from tracejournal.cli.rows import counted
from tracejournal.model.circle import SORTS
from tracejournal.model.dates import parse_until
from tracejournal.model.errors import Misuse, NoJournal, NotFound
from tracejournal.model.mentions import as_mention
from tracejournal.model.rhythm import parse_rhythm
from tracejournal.model.vocabulary import label
from tracejournal.words import circle as texts
from tracejournal.words import circle_cli as words
from tracejournal.words import cli

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from typing import Any

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.journal.journal import Journal
    from tracejournal.model.circle import Member

OPTIONS = (
    Option("role", "ROLE"),
    Option("sort", "SORT"),
    Option("alias", "NAME", many=True),
    Option("rhythm", "RHYTHM"),
    Option("until", "DATE"),
    Option("off"),
    Option("yes"),
    Option("json"),
)


def run(arguments: Arguments, context: Context) -> None:
    """List the circle, or do what the first word says."""
    if not arguments.words:
        _list(arguments, context)
        return
    action, *typed = arguments.words
    if action not in _ACTIONS:
        found = nearest(action, tuple(_ACTIONS))
        actions = found or words.ACTIONS
        raise Misuse(cli.NO_SUCH_ACTION.format(command="circle", actions=actions, typed=action))
    if not typed:
        example = words.EXAMPLES.get(action, words.EXAMPLE)
        raise Misuse(words.WHICH.format(action=action, example=example))
    with context.journal(create=action == "add") as journal:
        if action == "show":
            _show(journal, typed, arguments, ratings=context.config.ratings)
        else:
            _ACTIONS[action](journal, typed, arguments)


def _list(arguments: Arguments, context: Context) -> None:
    today = context.clock.today()
    try:
        with context.journal() as journal:
            members, outside = journal.circle.members(), journal.circle.outside()
    except NoJournal:
        members, outside = (), ()
    if arguments.has("json"):
        _write_json([as_object(member, today) for member in members])
    else:
        write_circle(members, outside, today)


def _write_json(value: object) -> None:
    import json  # noqa: PLC0415 - paid for when used
    import sys  # noqa: PLC0415 - paid for when used

    write_line(json.dumps(value, indent=2, ensure_ascii=not speaks_utf8(sys.stdout)))


def _whole(typed: Sequence[str]) -> str:
    """Return a name of several words, quoted or not."""
    return " ".join(typed)


def _name_and_rest(journal: Journal, typed: Sequence[str]) -> tuple[Member, tuple[str, ...]]:
    """Return whom the first words mean, as many of them as make a name, and what follows.

    Raises:
        NotFound: they mean nobody; the first word is what the sentence speaks of.
    """
    for end in range(len(typed), 0, -1):
        try:
            return journal.circle.get(_whole(typed[:end])), tuple(typed[end:])
        except NotFound:
            continue
    return journal.circle.get(typed[0]), ()


def _add(journal: Journal, typed: Sequence[str], arguments: Arguments) -> None:
    ideal, longest = parse_rhythm(arguments.one("rhythm") or "")
    sort, role = arguments.one("sort"), arguments.one("role")
    fields: dict[str, Any] = {"sort": sort, "ideal": ideal, "longest": longest}
    if role is not None:
        fields["role"] = role
    if arguments.has("alias"):
        fields["aliases"] = arguments.many("alias")
    added = journal.circle.add(_whole(typed), **fields)
    tell(words.ADDED.format(name=added.name, sort=label(SORTS, added.sort)))
    if added.sort == SORTS[0].key:
        tell(words.ROLE_IS_ENOUGH.format(name=_typed(added)))


def _show(
    journal: Journal, typed: Sequence[str], arguments: Arguments, *, ratings: bool = True
) -> None:
    member = journal.circle.get(_whole(typed))
    known = journal.circle.known(member.name, ratings=ratings)
    if arguments.has("json"):
        told = as_object(member, journal.clock.today())
        _write_json(told | {"last_year": known_object(known)})
    else:
        write_member(journal, member, known)


def _rename(journal: Journal, typed: Sequence[str], _arguments: Arguments) -> None:
    member, new = _name_and_rest(journal, typed)
    _need(new, "rename")
    renamed = journal.circle.rename(member.name, _whole(new))
    tell(words.RENAMED.format(name=renamed.name, old=member.name))


def _merge(journal: Journal, typed: Sequence[str], arguments: Arguments) -> None:
    gone, rest = _name_and_rest(journal, typed)
    _need(rest, "merge")
    kept = journal.circle.get(_whole(rest))
    if gone.id == kept.id:
        raise Misuse(texts.MERGE_SELF)
    count = counted(journal.history.count(as_mention(gone.name)))
    question = words.ASK_MERGE.format(gone=gone.name, name=kept.name, count=count)
    if not confirmed(question, arguments):
        tell(cli.NOTHING_CHANGED)
        return
    journal.circle.merge(gone.name, kept.name)
    tell(words.MERGED.format(name=kept.name, gone=gone.name))


def _alias(journal: Journal, typed: Sequence[str], arguments: Arguments) -> None:
    member, aliases = _name_and_rest(journal, typed)
    _need(aliases, "alias")
    if arguments.has("off"):
        for alias in aliases:
            member = journal.circle.remove_alias(member.name, alias)
    else:
        member = journal.circle.add_aliases(member.name, aliases)
    said = words.ALIASES if member.aliases else words.NO_ALIASES
    tell(said.format(name=member.name, aliases=", ".join(member.aliases)))


def _rhythm(journal: Journal, typed: Sequence[str], arguments: Arguments) -> None:
    member, said = _name_and_rest(journal, typed)
    if not said and not arguments.has("off"):
        _need(said, "rhythm")
    changed = journal.circle.set_rhythm(member.name, *parse_rhythm(_whole(said)))
    sentence = words.NO_RHYTHM if changed.ideal is None else words.RHYTHM
    rhythm = texts.rhythm(changed.ideal, changed.longest)
    tell(sentence.format(name=changed.name, rhythm=rhythm))


def _away(journal: Journal, typed: Sequence[str], arguments: Arguments) -> None:
    typed_day = arguments.one("until")
    today = journal.clock.today()
    until: date | None = parse_until(typed_day, today, today) if typed_day is not None else None
    name, leave = _whole(typed), arguments.words[0] == "leave"
    member = journal.circle.rest(name, until, leave=leave)
    away = texts.away(member.away, member.away_until)
    tell(words.AWAY.format(name=member.name, away=away, typed=_typed(member)))


def _back(journal: Journal, typed: Sequence[str], _arguments: Arguments) -> None:
    tell(words.BACK.format(name=journal.circle.come_back(_whole(typed)).name))


def _quiet(journal: Journal, typed: Sequence[str], arguments: Arguments) -> None:
    member = journal.circle.quiet(_whole(typed), quiet=not arguments.has("off"))
    said = words.QUIET if member.quiet else words.LOUD
    tell(said.format(name=member.name, typed=_typed(member)))


def _order(journal: Journal, typed: Sequence[str], _arguments: Arguments) -> None:
    *name, place = typed
    if not name or place not in ("up", "down"):
        raise Misuse(words.WHICH_PLACE)
    member = journal.circle.get(_whole(name))
    moved = journal.circle.move(member.name, -1 if place == "up" else 1)
    tell((words.MOVED if moved else words.NOT_MOVED).format(name=member.name))


def _remove(journal: Journal, typed: Sequence[str], _arguments: Arguments) -> None:
    tell(words.REMOVED.format(name=journal.circle.remove(_whole(typed)).name))


def _need(rest: Sequence[str], action: str) -> None:
    if not rest:
        raise Misuse(words.WHICH.format(action=action, example=words.EXAMPLES[action]))


def _typed(member: Member) -> str:
    """Return a name as it can be typed in one word."""
    return as_mention(member.name).removeprefix("@")


_ACTIONS = {
    "add": _add,
    "show": _show,
    "rename": _rename,
    "merge": _merge,
    "alias": _alias,
    "rhythm": _rhythm,
    "rest": _away,
    "leave": _away,
    "back": _back,
    "quiet": _quiet,
    "order": _order,
    "remove": _remove,
}
