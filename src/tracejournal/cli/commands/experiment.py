"""`tracejournal experiment`: something tried in some weeks and not in others, said beforehand."""

from __future__ import annotations

import os

from tracejournal.cli.asking import Interrupted, confirmed, words_or
from tracejournal.cli.keeping import leave_draft
from tracejournal.cli.options import Option
from tracejournal.cli.output import bold, columns, dim, speaks_utf8, tell, write_line
from tracejournal.cli.rows import fitted
from tracejournal.model.draft import EXPERIMENT, slot_of
from tracejournal.model.errors import Misuse
from tracejournal.model.experiment import (
    OVER,
    USUAL_WEEKS,
    ExperimentDraft,
    checked_weeks,
    next_monday,
)
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import CONDITIONS, KINDS, choose
from tracejournal.words import cli
from tracejournal.words import experiment as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from typing import Any

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.journal.journal import Journal
    from tracejournal.model.experiment import Experiment, ExperimentWeek, WeekTold

OPTIONS = (
    Option("weeks", "NUMBER"),
    Option("kind", "KIND"),
    Option("condition", "WHAT"),
    Option("drawn"),
    Option("starts", "WHEN"),
    Option("all"),
    Option("json"),
    Option("yes"),
)

_WIDTH = 80
_INDENT = "  "
_MONDAY, _TODAY = "monday", "today"


def run(arguments: Arguments, context: Context) -> None:
    """Show the one there is, or do what the first word says."""
    action, *typed = arguments.words or ("show",)
    if action not in _ACTIONS:
        said = cli.NO_SUCH_ACTION.format(command="experiment", actions=words.ACTIONS, typed=action)
        raise Misuse(said)
    _ACTIONS[action](typed, arguments, context)


def _start(typed: Sequence[str], arguments: Arguments, context: Context) -> None:
    if not context.config.ratings:
        raise Misuse(words.RATINGS_OFF_LINE)
    context.learn_terms()
    today = context.clock.today()
    kind, condition = arguments.one("kind"), arguments.one("condition")
    chosen: dict[str, Any] = {
        "starts_on": _start_day(arguments.one("starts"), today),
        "kind": kind and choose(KINDS, kind, "kind"),
        "condition": condition and choose(CONDITIONS, condition, "condition"),
        "weeks": checked_weeks(arguments.one("weeks") or USUAL_WEEKS),
        "drawn": arguments.has("drawn"),
    }
    ExperimentDraft(words.ACTION_HINT, **chosen)  # refused before anyone is asked to type
    with context.journal(create=True) as journal:
        journal.experiments.refuse_beside_another()
        said = _action(arguments.replace(words=tuple(typed)), context)
        declared = journal.experiments.declare(ExperimentDraft(said, **chosen))
        if arguments.has("json"):
            _write_json([_object(journal, declared)])
    day = words.day(declared.starts_on)
    tell(words.SET.format(action=declared.action, weeks=len(declared.plan), day=day))


def _action(arguments: Arguments, context: Context) -> str:
    """Return what is to be done, asked for where it was not typed; interrupted, it is a draft."""
    try:
        return words_or(arguments, words.ASK_ACTION)
    except Interrupted as stop:
        if stop.typed.strip():
            leave_draft(context, slot_of(EXPERIMENT, "", os.urandom(4).hex()), {"text": stop.typed})
        raise


def _start_day(typed: str | None, today: date) -> date:
    said = (typed or _MONDAY).strip().casefold()
    if said not in (_MONDAY, _TODAY):
        raise Misuse(words.STARTS.format(value=said))
    return today if said == _TODAY else next_monday(today)


def _show(typed: Sequence[str], arguments: Arguments, context: Context) -> None:
    journal = context.journal_if_any()
    if journal is None:
        _write_all(None, (), arguments)
        return
    with journal:
        there = journal.experiments.all()
        wanted = [journal.experiments.get(each) for each in typed]
        _write_all(journal, wanted or there[: None if arguments.has("all") else 1], arguments)


def _write_all(journal: Journal | None, chosen: Sequence[Experiment], arguments: Arguments) -> None:
    if arguments.has("json"):
        _write_json([_object(journal, each) for each in chosen] if journal else [])
        return
    if not (journal and chosen):
        tell(words.NONE)
        return
    for number, each in enumerate(chosen):
        if number:
            write_line()
        _write(journal, each)


def _write(journal: Journal, experiment: Experiment) -> None:
    from tracejournal.patterns.experiment_said import settled, shown, standing  # noqa: PLC0415 - paid for when there is one

    today = journal.clock.today()
    start = f"{experiment.id}{_INDENT}"
    write_line(dim(start) + bold(fitted(one_line(experiment.action), len(start))))
    write_line(dim(_INDENT + settled(experiment)))
    _tell(standing(experiment, today))
    write_line()
    is_over = experiment.state(today) == OVER
    told = journal.experiments.told(experiment) if is_over else [None] * len(experiment.plan)
    for week, each in zip(experiment.weeks, told, strict=True):
        write_line(_week(week, each, today))
    if is_over:
        write_line()
        for paragraph in shown(experiment, journal.experiments.result(experiment)):
            _tell(paragraph)
    elif experiment.stopped_on is None:
        write_line()
        _tell(words.NO_PEEKING)


def _week(week: ExperimentWeek, told: WeekTold | None, today: date) -> str:
    name = words.WEEK.format(number=f"{week.number:>2}")
    side = words.WITH if week.is_with else words.WITHOUT
    said = f"{_INDENT}{name}{_INDENT}{words.days(week.first, week.last):<16}{_INDENT}{side:<7}"
    if told is None:
        return f"{said}{_INDENT}{words.NOW}" if week.first <= today <= week.last else said.rstrip()
    mean = "" if told.supported is None else f"{told.supported:>4.1f}"
    rated = words.OF_MOMENTS.format(rated=told.rated, moments=told.moments)
    return f"{said}{_INDENT}{mean:<4}{_INDENT}{rated}"


def _tell(said: str) -> None:
    from textwrap import wrap  # noqa: PLC0415 - paid for when there is one

    width = min(_WIDTH, columns() or _WIDTH)
    for line in wrap(said, width - len(_INDENT), break_long_words=False):
        write_line(_INDENT + line)


def _stop(typed: Sequence[str], _arguments: Arguments, context: Context) -> None:
    if typed:
        raise Misuse(cli.TAKES_NO_WORDS.format(command="experiment stop", typed=typed[0]))
    with context.journal() as journal:
        found = journal.experiments.open_one()
        if found is None:
            raise Misuse(words.NONE_OPEN)
        journal.experiments.stop(found.id)
    tell(words.STOPPED_LINE.format(action=found.action))


def _delete(typed: Sequence[str], arguments: Arguments, context: Context) -> None:
    if len(typed) != 1:
        raise Misuse(words.WHICH)
    with context.journal() as journal:
        found = journal.experiments.get(typed[0])
        if not confirmed(words.ASK_DELETE.format(action=found.action), arguments):
            tell(cli.NOTHING_CHANGED)
            return
        journal.experiments.delete(found.id)
    tell(words.DELETED_LINE.format(action=found.action))


_ACTIONS: dict[str, Callable[[Sequence[str], Arguments, Context], None]] = {
    "start": _start,
    "show": _show,
    "stop": _stop,
    "delete": _delete,
}


def _object(journal: Journal, experiment: Experiment) -> dict[str, Any]:
    from tracejournal.exchange.json_objects import experiment_object  # noqa: PLC0415 - paid for when used
    from tracejournal.patterns.objects import result_object  # noqa: PLC0415 - paid for when used

    today = journal.clock.today()
    told = journal.experiments.told(experiment)
    result = journal.experiments.result(experiment)
    return experiment_object(experiment) | result_object(experiment, told, result, today)


def _write_json(objects: Sequence[dict[str, Any]]) -> None:
    import json  # noqa: PLC0415 - paid for when used
    import sys  # noqa: PLC0415 - paid for when used

    write_line(json.dumps(objects, indent=2, ensure_ascii=not speaks_utf8(sys.stdout)))
