"""`tracejournal report`: a brief for supervision that holds what was asked for, and no more."""

from __future__ import annotations

import os

from tracejournal.cli.asking import confirmed
from tracejournal.cli.options import Option
from tracejournal.cli.output import tell, write
from tracejournal.exchange.brief import written
from tracejournal.journal.files import check_place, write_file
from tracejournal.model.brief import (
    FOLLOW_UP,
    FORMATS,
    GOOD,
    MOST_TOPICS,
    NEED,
    SUPPORTED,
    TOPIC,
    WANT,
    WANTS,
)
from tracejournal.model.brief_sheet import PERIOD, Sheet, brief, rows
from tracejournal.model.dates import parse_span
from tracejournal.model.errors import Misuse
from tracejournal.model.vocabulary import choose
from tracejournal.words import brief as words
from tracejournal.words import cli

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.model.brief_sheet import Offer
    from tracejournal.model.dates import Span

OPTIONS = (
    Option("want", "WHAT", many=True),
    Option("topic", "TEXT", many=True),
    Option("option", "TEXT", many=True),
    Option("need", "TEXT", many=True),
    Option("good", "TEXT"),
    Option("follow-up", "TEXT", many=True),
    Option("supported"),
    Option("numbers"),
    Option("chart"),
    Option("since", "DAY"),
    Option("to", "DAY"),
    Option("format", "FORMAT"),
    Option("out", "FILE"),
    Option("yes"),
)
TAKES_WORDS = False

_NONE = "none"
_OWN = (NEED, FOLLOW_UP, GOOD)
_MOST_CONDITIONS = 5


def run(arguments: Arguments, context: Context) -> None:
    """Write the brief to a file or to standard output."""
    form = _format(arguments)
    sheet = _sheet(arguments, context)
    days = sheet.days(context.clock.today())
    found: tuple[Offer, ...] = ()
    if arguments.has("supported"):
        found = _found(context, days)
        sheet = _with_supported(sheet, found, arguments)
        if not found:
            tell(words.NOTHING_FOUND.format(days=words.days(*days)))
    text = written(brief(rows(sheet, found, days)), form)
    if not text:
        tell(words.HOW_TO_BEGIN)
    elif path := arguments.one("out"):
        _to_file(os.path.expanduser(path), text, arguments)
    else:
        write(text)


def _format(arguments: Arguments) -> str:
    typed = (arguments.one("format") or FORMATS[0].key).strip().lower()
    if typed not in [each.key for each in FORMATS]:
        raise Misuse(words.UNKNOWN_FORMAT.format(value=typed))
    return typed


def _sheet(arguments: Arguments, context: Context) -> Sheet:
    """Return the lines that were typed, each ticked by being typed; and the days."""
    sheet = _over_days(arguments, context)
    for name, value in arguments.in_order:
        if name == WANT:
            sheet = sheet.ticking(f"{WANT}:{choose(WANTS, value, words.WISH)}")
        elif name in (TOPIC, "option", *_OWN):
            if not value.strip():
                raise Misuse(words.EMPTY_LINE.format(option=f"--{name}"))
            sheet = _with_line(sheet, name, value)
    return sheet


def _with_line(sheet: Sheet, name: str, value: str) -> Sheet:
    if name == TOPIC and not sheet.takes_topics:
        raise Misuse(words.TOO_MANY_TOPICS.format(most=MOST_TOPICS))
    if name == GOOD and sheet.has_good_thing:
        raise Misuse(words.ONE_GOOD_THING)
    if name != "option":
        return sheet.added(name, value)
    topics = [each.id for each in sheet.own if each.section == TOPIC and not each.under]
    if not topics:
        raise Misuse(words.NO_TOPIC)
    if value.strip().casefold() == _NONE:
        return sheet.with_none_yet(topics[-1])
    return sheet.added(TOPIC, value, topics[-1])


def _over_days(arguments: Arguments, context: Context) -> Sheet:
    """Return an empty sheet over the days that were asked for; who names any wants them in."""
    since, to = arguments.one("since"), arguments.one("to")
    if since is None and to is None:
        return Sheet()
    today = context.clock.today()
    first, last = Sheet().days(today)
    if to is not None:
        last = parse_span(to, today)[1]
        first, _ = Sheet().days(last)
    if since is not None:
        first = parse_span(since, today)[0]
    if first > last:
        raise Misuse(words.BACKWARDS)
    return Sheet().ticking(PERIOD).over((first, last))


def _found(context: Context, days: Span) -> tuple[Offer, ...]:
    """Return conditions and their numbers: of the journal, all that is had without being seen."""
    journal = context.journal_if_any()
    if journal is None:
        return ()
    with journal:
        offers = journal.briefs.offers(days, ratings=context.config.ratings)
    heads = [each for each in offers if each.section == SUPPORTED and not each.note]
    chosen = {each.id for each in heads[:_MOST_CONDITIONS]}
    return tuple(each for each in offers if chosen & {each.id, each.under})


def _with_supported(sheet: Sheet, found: tuple[Offer, ...], arguments: Arguments) -> Sheet:
    chart = arguments.has("chart")
    numbers = chart or arguments.has("numbers")
    sheet = sheet.ticking(*(each.id for each in found if numbers or not each.figures))
    return sheet.with_chart(SUPPORTED) if chart else sheet


def _to_file(path: str, text: str, arguments: Arguments) -> None:
    check_place(path)
    if os.path.lexists(path) and not confirmed(words.ASK_REPLACE.format(path=path), arguments):
        tell(cli.NOTHING_CHANGED)
        return
    write_file(path, [text])
    tell(f"{words.WRITTEN.format(path=os.path.abspath(path))} {words.OUTSIDE}")
