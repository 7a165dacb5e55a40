"""`tracejournal guided`: guided reflections that come along, and the person's own."""

from __future__ import annotations

import os

from tracejournal.cli.asking import confirmed, decoded, piped
from tracejournal.cli.options import Option
from tracejournal.cli.output import dim, tell, write, write_line
from tracejournal.cli.rows import fitted
from tracejournal.journal.files import write_file
from tracejournal.journal.guides import shipped
from tracejournal.model.errors import JournalError, Misuse, NoJournal
from tracejournal.model.text import one_line
from tracejournal.words import cli
from tracejournal.words import guided as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.model.guided import Guide

OPTIONS = (Option("yes"),)

_STANDARD = "-"
_MOST_BYTES = 1_000_000


def run(arguments: Arguments, context: Context) -> None:
    """List the guides, or do what the first word says."""
    action, *typed = arguments.words or ("list",)
    if action == "list" and not typed:
        _list(_all(context))
    elif action == "import":
        _import(typed, context)
    elif action == "export":
        _export(typed, arguments, context)
    elif action == "remove":
        _remove(typed, context)
    else:
        actions = "list, import FILE, export [FILE], remove ID"
        said = cli.NO_SUCH_ACTION.format(command="guided", actions=actions, typed=action)
        raise Misuse(said)


def _all(context: Context) -> Sequence[Guide]:
    """Those that come along are there before any journal is."""
    try:
        with context.journal() as journal:
            return journal.guides.all()
    except NoJournal:
        return shipped()


def _list(guides: Sequence[Guide]) -> None:
    width = max(len(guide.id) for guide in guides)
    for guide in guides:
        about = words.ABOUT.format(steps=len(guide.steps), minutes=guide.minutes)
        mark = f" ({words.OWN})" if guide.own else ""
        start = f"{guide.id:<{width}}  {about:<23}  "
        write_line(dim(start) + fitted(one_line(guide.title) + mark, len(start)))


def _import(typed: Sequence[str], context: Context) -> None:
    from tracejournal.prompts.guided import read_guides  # noqa: PLC0415 - paid for when used

    if len(typed) != 1:
        raise Misuse(words.WHICH_FILE)
    path = os.path.expanduser(typed[0])
    guides = read_guides(piped() if path == _STANDARD else _text_of(path), path)
    with context.journal(create=True) as journal:
        added = journal.guides.take_in(guides)
    ids = ", ".join(guide.id for guide in added)
    tell(words.IMPORTED.format(ids=ids) if added else words.NOTHING_NEW)


def _text_of(path: str) -> str:
    try:
        with open(path, "rb") as file:
            raw = file.read(_MOST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise JournalError(words.FILE_NOT_READ.format(path=path, reason=reason)) from None
    if len(raw) > _MOST_BYTES:
        raise Misuse(words.FILE_TOO_LARGE.format(path=path))
    return decoded(raw)


def _export(typed: Sequence[str], arguments: Arguments, context: Context) -> None:
    from tracejournal.prompts.guided import write_guides  # noqa: PLC0415 - paid for when used

    own = tuple(guide for guide in _all(context) if guide.own)
    if not own:
        tell(words.NONE_OWN)
    pieces = write_guides(own or shipped()[:1])
    path = os.path.expanduser(typed[0]) if typed else _STANDARD
    if path == _STANDARD:
        for piece in pieces:
            write(piece)
        return
    if os.path.isdir(path):
        raise Misuse(cli.IS_FOLDER.format(path=path))
    if os.path.isfile(path) and not confirmed(cli.ASK_REPLACE.format(path=path), arguments):
        tell(cli.NOTHING_CHANGED)
        return
    write_file(path, pieces)
    tell(words.EXPORTED.format(count=words.counted(len(own) or 1), path=path))


def _remove(typed: Sequence[str], context: Context) -> None:
    if len(typed) != 1:
        raise Misuse(words.WHICH)
    with context.journal() as journal:
        tell(words.REMOVED.format(id=journal.guides.remove(typed[0]).id))
