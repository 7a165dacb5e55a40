"""`tracejournal rest`: mark a day, or several, as rest or leave. The same again takes it back."""

from __future__ import annotations

from tracejournal.cli.options import Option
from tracejournal.cli.output import tell
from tracejournal.model.dates import parse_span, parse_until
from tracejournal.words import rest as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments

OPTIONS = (Option("on", "DATE"), Option("until", "DATE"), Option("leave"))
TAKES_WORDS = False


def run(arguments: Arguments, context: Context) -> None:
    """Put the mark there, or take it away where every one of the days has it."""
    today = context.clock.today()
    first, last = parse_span(arguments.one("on") or today.isoformat(), today)
    until = arguments.one("until")
    if until is not None:
        last = parse_until(until, first, today)
    mark = "leave" if arguments.has("leave") else "rest"
    with context.journal(create=True) as journal:
        put = journal.days.turn_mark(first, last, mark)
    said = words.MARKED if put else words.UNMARKED
    tell(said.format(mark=mark, days=words.days(first, last)))
