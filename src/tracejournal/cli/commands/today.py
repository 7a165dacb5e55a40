"""`tracejournal today`: what is kept today, and the prompt of the day."""

from __future__ import annotations

from tracejournal.cli.options import Option
from tracejournal.cli.output import bold, dim, write, write_json, write_line
from tracejournal.cli.rows import said_counts, write_rows
from tracejournal.model.errors import NoJournal
from tracejournal.model.text import display
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.journal.journal import Journal

OPTIONS = (Option("oneline"), Option("json"))
TAKES_WORDS = False


def run(arguments: Arguments, context: Context) -> None:
    """Show today."""
    today = context.clock.today()
    if arguments.has("oneline"):
        if context.is_shut():
            write_line(_waiting())
            return
        write_line(_oneline(context, today))
        return
    journal = context.journal_if_any()
    if journal is None:
        write("[]\n" if arguments.has("json") else "")
        return
    with journal:
        if arguments.has("json"):
            write_json(journal, journal.history.find(f"on:{today.isoformat()}"))
        else:
            _show(journal, today)


def _waiting() -> str:
    """The same of a locked journal: how many notes wait for it, and nothing else."""
    from tracejournal.journal.letters import waiting  # noqa: PLC0415 - paid for when used
    from tracejournal.words.lock import waits  # noqa: PLC0415 - paid for when used

    return waits(waiting())


def _oneline(context: Context, today: date) -> str:
    """One short line for a status bar, which is no place to say what is wrong or missing."""
    try:
        with context.journal() as journal:
            counts = _counts(journal, today)
    except NoJournal:
        counts = ""
    return words.TODAY_COUNT.format(counts=counts) if counts else words.TODAY_IS_OPEN


def _counts(journal: Journal, today: date) -> str:
    day = journal.days.on(today)
    found = {"moment": day.moments, "reflection": day.reflections, "check-in": day.check_ins}
    return said_counts(found)


def _show(journal: Journal, today: date) -> None:
    from tracejournal.cli.days import long_day  # noqa: PLC0415 - paid for when used

    mark = journal.days.on(today).mark
    write_line(bold(long_day(today)) + (f" · {mark}" if mark else ""))
    lines = journal.history.on_day(today)
    if lines:
        write_line()
        write_rows(journal, lines, with_day=False)
        write_line()
        write_line(words.TODAY_COUNT.format(counts=_counts(journal, today)))
    _show_prompt(journal)


def _show_prompt(journal: Journal) -> None:
    offered = journal.prompts.of_today()
    if offered.prompt is None:
        return
    said = words.PROMPT_ANSWERED if offered.answered else words.PROMPT_INVITES
    write_line()
    write_line(display(offered.prompt.text))
    write_line(dim(said))
