"""`tracejournal export`: everything in sight, as JSON."""

from __future__ import annotations

import os
import sys
from itertools import starmap

from tracejournal.cli.asking import confirmed
from tracejournal.cli.options import Option
from tracejournal.cli.output import speaks_utf8, tell, write
from tracejournal.cli.rows import counted
from tracejournal.exchange.json_export import document
from tracejournal.exchange.json_objects import (
    contact_object,
    experiment_object,
    guide_object,
    loop_object,
    mark_object,
    meeting_object,
    person_object,
    prompt_object,
    term_object,
)
from tracejournal.journal.files import write_file
from tracejournal.model.errors import Misuse
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.journal.journal import Journal

OPTIONS = (Option("format", "FORMAT"), Option("yes"))
DASHED_WORDS = True

_STANDARD_OUTPUT = "-"


def run(arguments: Arguments, context: Context) -> None:
    """Write the export to a file or to standard output."""
    form = arguments.one("format")
    if form is not None and form.strip().lower() != "json":
        raise Misuse(words.ONLY_JSON.format(value=form))
    path, *query = arguments.words or (_STANDARD_OUTPUT,)
    with context.journal() as journal:
        if path == _STANDARD_OUTPUT:
            for piece in _pieces(
                journal, " ".join(query), [], ascii_only=not speaks_utf8(sys.stdout)
            ):
                write(piece)
        else:
            _to_file(journal, os.path.expanduser(path), " ".join(query), arguments)


def _to_file(journal: Journal, path: str, query: str, arguments: Arguments) -> None:
    if os.path.isdir(path):
        raise Misuse(words.IS_FOLDER.format(path=path))
    asks = os.path.isfile(path)
    if asks and not confirmed(words.ASK_REPLACE.format(path=path), arguments):
        tell(words.NOTHING_CHANGED)
        return
    counts: list[int] = []
    write_file(path, _pieces(journal, query, counts))
    tell(f"{words.EXPORTED.format(count=counted(sum(counts)), path=path)} {words.LEFT_OUT}")


def _pieces(
    journal: Journal, query: str, counts: list[int], *, ascii_only: bool = False
) -> Iterator[str]:
    """Yield the text of the export: what a query finds, and all else that is the person's own."""
    return document(
        _entries(journal, query, counts),
        {
            "people": map(person_object, journal.circle.everyone()),
            "loops": map(loop_object, journal.loops.in_sight()),
            "prompts": map(prompt_object, journal.prompts.own()),
            "terms": map(term_object, journal.terms.own()),
            "guided": map(guide_object, journal.guides.own()),
            "contacts": map(contact_object, journal.contacts.touched()),
            "rests": starmap(mark_object, journal.days.all_marks().items()),
            "meetings": (
                meeting_object(each, journal.meetings.told_of(each.id))
                for each in journal.meetings.all()
            ),
            "experiments": map(experiment_object, journal.experiments.all()),
        },
        ascii_only=ascii_only,
    )


def _entries(journal: Journal, query: str, counts: list[int]) -> Iterator[str]:
    """Yield entries as JSON, and note how many."""
    for rows in journal.history.pages(query):
        counts.append(len(rows))
        yield from journal.history.as_json(rows)
