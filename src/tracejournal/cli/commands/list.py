"""`tracejournal list`: entries, newest first."""

from __future__ import annotations

from tracejournal.cli.options import Option
from tracejournal.cli.output import tell, write, write_json
from tracejournal.cli.rows import write_found
from tracejournal.model.errors import Misuse
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments

OPTIONS = (
    Option("n", "COUNT"),
    Option("type", "TYPE"),
    Option("on", "DAY"),
    Option("from", "DAY"),
    Option("to", "DAY"),
    Option("json"),
)
DASHED_WORDS = True

USUAL_COUNT = 20


def run(arguments: Arguments, context: Context) -> None:
    """List what is asked for, or the newest."""
    show(arguments, context, words.NOTHING_FOUND if arguments.words else words.NOTHING_LISTED)


def show(arguments: Arguments, context: Context, nothing: str) -> None:
    """List what a query finds; say `nothing` where that is nothing."""
    typed = query(arguments, context)
    count = _count(arguments)
    by_rank = arguments.has("best")
    _hint(arguments, context)
    journal = context.journal_if_any()
    if journal is None:
        write("[]\n" if arguments.has("json") else "")
        return
    with journal:
        if arguments.has("json"):
            write_json(journal, journal.history.find(typed, limit=count, by_rank=by_rank))
            return
        limit = count + 1 if count > 0 else count
        found = journal.history.find(typed, limit=limit, by_rank=by_rank)
        shown = found[:count] if count > 0 else found
        if not shown:
            tell(nothing)
        write_found(journal, shown)
        if len(found) > len(shown):
            tell(words.MORE_THERE)


def _hint(arguments: Arguments, context: Context) -> None:
    """Say where words were read another way than they look."""
    if arguments.words:
        from tracejournal.model.hints import hints  # noqa: PLC0415 - paid for when used

        hint = hints(" ".join(arguments.words), context.clock.today())
        if hint:
            tell(hint)


def query(arguments: Arguments, context: Context) -> str:
    """Return the words and the options as one query.

    Raises:
        Misuse: an option names no type or no day.
    """
    from tracejournal.model.dates import parse_span  # noqa: PLC0415 - paid for when used
    from tracejournal.model.vocabulary import ENTRY_TYPES, choose  # noqa: PLC0415 - paid for when used

    filters = []
    if arguments.has("type"):
        filters.append(f"is:{choose(ENTRY_TYPES, arguments.one('type') or '', 'type')}")
    today = context.clock.today()
    for name in ("on", "from", "to"):
        typed = arguments.one(name)
        if typed is not None:
            first, last = parse_span(typed, today)
            filters.extend(_days(name, first.isoformat(), last.isoformat()))
    return " ".join((*filters, *arguments.words))


def _days(name: str, first: str, last: str) -> tuple[str, ...]:
    return {"on": (f"from:{first}", f"to:{last}"), "from": (f"from:{first}",)}.get(
        name, (f"to:{last}",)
    )


def _count(arguments: Arguments) -> int:
    """Return how many to show at most; -1 for all."""
    typed = arguments.one("n")
    if typed is None:
        return USUAL_COUNT
    if not typed.strip().isdecimal():
        raise Misuse(words.NOT_A_COUNT.format(value=typed))
    return int(typed) or -1
