"""The answer as `tracejournal ask --json` prints it; docs/patterns.md lists its keys."""

from __future__ import annotations

from datetime import date

from tracejournal.model.experiment import OVER
from tracejournal.patterns.counts import keys_in_order
from tracejournal.patterns.sentences import CAVEAT
from tracejournal.words import experiment as experiment_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tracejournal.model.entry import EntryLine
    from tracejournal.model.experiment import Experiment, WeekTold
    from tracejournal.model.record import Record
    from tracejournal.model.ways import Ways
    from tracejournal.patterns.experiment import Result
    from tracejournal.patterns.gap import Gap
    from tracejournal.patterns.support import Line, Support

_WAYS = ("kind", "mode", "who", "support", "occasion")


def as_object(
    answer: Support, moments: Sequence[EntryLine], ways: Ways, since: date
) -> dict[str, Any]:
    """Return the answer as numbers, keys and dates: nothing a person wrote but kinds of their own.

    Args:
        answer: the counts and comparisons.
        moments: the moments that are rated highest.
        ways: how moments happened.
        since: the first day that counts; the first of all for the whole journal.
    """
    return {
        "since": None if since == date.min else since.isoformat(),
        "moments": answer.ratings.moments,
        "rated": answer.ratings.rated,
        "told": answer.ratings.count,
        "days": answer.days,
        "most_supported": [
            {
                "id": line.id,
                "on": line.when.on.isoformat(),
                "kind": line.kind,
                "supported": line.supported,
            }
            for line in moments
        ],
        "highest": answer.highest,
        "highest_from": answer.highest_from,
        "present": [_line(line) for line in answer.present],
        "missing": [_line(line) for line in answer.missing],
        "compared": answer.compared,
        "early_hint": bool(answer.compared) and answer.is_early,
        "moments_needed": answer.moments_needed,
        "days_needed": answer.days_needed,
        "skipped": answer.skipped and _fields(answer.skipped),
        "ways": {field: dict(keys_in_order(ways, field)) for field in _WAYS},
        "note": CAVEAT,
    }


def _line(line: Line) -> dict[str, Any]:
    told = _fields(line)
    del told["presence"]
    if line.gap:
        told["gap"] = _gap(line.gap)
    return told


def _gap(gap: Gap) -> dict[str, Any]:
    rounded = {key: round(value, 2) for key, value in _fields(gap).items()}
    return rounded | {"verdict": gap.verdict}


def result_object(
    experiment: Experiment, told: Sequence[WeekTold], result: Result, today: date
) -> dict[str, Any]:
    """Return how an experiment stands and what it shows; numbers only once its weeks are over.

    Args:
        experiment: which one.
        told: what the moments of each of its weeks tell, in order.
        result: what it shows.
        today: the day it is.
    """
    state = experiment.state(today)
    is_over = state == OVER
    return {
        "state": state,
        "weeks": [
            {
                "number": week.number,
                "first": week.first.isoformat(),
                "last": week.last.isoformat(),
                "with": week.is_with,
                **(_fields(each) if is_over else {}),
            }
            for week, each in zip(experiment.weeks, told, strict=True)
        ],
        "rated": result.rated if is_over else None,
        "days": result.days if is_over else None,
        "gap": result.gap and _gap(result.gap),
        "note": f"{experiment_words.ADDS} {experiment_words.LEAVES_OPEN}",
    }


def _fields(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in type(record)._fields}
