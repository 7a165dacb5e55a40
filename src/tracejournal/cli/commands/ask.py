"""`tracejournal ask`: when support was felt most, and what made that possible."""

from __future__ import annotations

from datetime import date

from tracejournal.cli.answer import write_answer
from tracejournal.cli.options import Option
from tracejournal.cli.output import speaks_utf8, write_line
from tracejournal.model.period import first_day
from tracejournal.model.sums import Ratings
from tracejournal.model.ways import Ways
from tracejournal.patterns.support import support

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.model.entry import EntryLine
    from tracejournal.patterns.support import Support

OPTIONS = (Option("since", "DAY"), Option("json"))
TAKES_WORDS = False


def run(arguments: Arguments, context: Context) -> None:
    """Answer from what is kept."""
    typed = arguments.one("since")
    since = first_day(typed, context.clock.today()) if typed is not None else date.min
    journal = context.journal_if_any()
    if journal is None:
        if arguments.has("json"):
            _write_json(support(Ratings(0, 0, ()), ()), (), Ways(0, {}), since)
        return
    with journal:
        answer = journal.patterns.support(since)
        moments = journal.patterns.most_supported(since)
        if arguments.has("json"):
            _write_json(answer, moments, journal.patterns.ways(since), since)
        else:
            write_answer(journal, answer, moments, since)


def _write_json(answer: Support, moments: Sequence[EntryLine], ways: Ways, since: date) -> None:
    import json  # noqa: PLC0415 - paid for when used
    import sys  # noqa: PLC0415 - paid for when used

    from tracejournal.patterns.objects import as_object  # noqa: PLC0415 - paid for when used

    told = as_object(answer, moments, ways, since)
    write_line(json.dumps(told, indent=2, ensure_ascii=not speaks_utf8(sys.stdout)))
