"""`tracejournal show`: whole entries."""

from __future__ import annotations

from tracejournal.cli.choosing import chosen, short_id
from tracejournal.cli.options import Option
from tracejournal.cli.output import write_json, write_line
from tracejournal.model.errors import Misuse
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.journal.journal import Journal
    from tracejournal.model.entry import Entry

OPTIONS = (Option("json"),)


def run(arguments: Arguments, context: Context) -> None:
    """Show entries; sealed ones only once they are unsealed."""
    with context.journal() as journal:
        entries = chosen(journal, arguments.words)
        for entry in entries:
            if entry.sealed:
                raise Misuse(words.IS_SEALED.format(id=short_id(journal, entry)))
        if arguments.has("json"):
            write_json(journal, [entry.row for entry in entries])
            return
        meetings = [_meeting_of(journal, entry) for entry in entries]

    from tracejournal.cli.sheet import sheet  # noqa: PLC0415 - paid for when used

    for number, (entry, meeting) in enumerate(zip(entries, meetings, strict=True)):
        if number:
            write_line()
        for line in sheet(entry, meeting):
            write_line(line)


def _meeting_of(journal: Journal, entry: Entry) -> str:
    """Return the planned meeting a moment was kept of, in words; "" where of none."""
    planned = journal.meetings.of_entry(entry.id)
    if planned is None:
        return ""
    from tracejournal.words import meetings  # noqa: PLC0415 - paid for when used

    day = meetings.day(planned.due, journal.clock.today())
    return meetings.PLANNED_FOR.format(what=planned.meeting.title, day=day)
