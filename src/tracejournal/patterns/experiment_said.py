"""What an experiment shows, in sentences that both faces say."""

from __future__ import annotations

from tracejournal.model.experiment import OVER
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import CONDITIONS, KINDS, label
from tracejournal.patterns.gap import CHANCE, HOLDS
from tracejournal.words import experiment as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracejournal.model.experiment import Experiment
    from tracejournal.patterns.experiment import Result, Side
    from tracejournal.patterns.gap import Gap


def standing(experiment: Experiment, today: date) -> str:
    """Return how it stands on a day."""
    week = experiment.week_on(today)
    if experiment.stopped_on is not None:
        return words.STOPPED_ON.format(day=words.day(experiment.stopped_on))
    if week is not None:
        sentence = words.THIS_WEEK_WITH if week.is_with else words.THIS_WEEK_WITHOUT
        return sentence.format(number=week.number, count=len(experiment.plan))
    if experiment.state(today) == OVER:
        return words.OVER_SINCE
    return words.COMING.format(day=words.day(experiment.starts_on))


def settled(experiment: Experiment) -> str:
    """Return how its weeks were chosen, and what it is told by."""
    by_lot = words.BY_LOT.format(number=experiment.drawn_from)
    turn = words.BY_TURNS if experiment.drawn_from is None else by_lot
    what = label(KINDS, experiment.kind) or label(CONDITIONS, experiment.condition)
    told_by = words.TOLD_BY.format(what=one_line(what)) if what else words.NOT_TOLD
    return f"{turn} · {told_by}"


def shown(experiment: Experiment, result: Result) -> Iterator[str]:
    """Yield what one that is over shows, a paragraph each."""
    yield _side(words.WITH, result.with_it)
    yield _side(words.WITHOUT, result.without)
    yield _verdict(result)
    if experiment.kind or experiment.condition:
        yield _happened(result)
    if result.gap:
        yield words.FEW_WEEKS
    yield f"{words.ADDS} {words.LEAVES_OPEN}"


def _side(name: str, side: Side) -> str:
    if side.supported is None:
        return words.SIDE_UNRATED.format(side=name)
    return words.SIDE.format(
        side=name,
        mean=f"{side.supported:.1f}",
        weeks=words.counted(len(side.means), words.WEEKS_OF),
        rated=words.counted(side.rated, words.MOMENTS),
        days=words.counted(side.days, words.DAYS),
    )


def _happened(result: Result) -> str:
    """Say in how many of its weeks it happened, as far as moments tell."""
    one, other = result.with_it, result.without
    said = words.HAPPENED.format(
        done=one.done_weeks, of=len(one.weeks), other=other.done_weeks, others=len(other.weeks)
    )
    if not one.done_rated:
        return said
    return f"{said} {words.THEMSELVES.format(number=one.done_rated, of=one.rated)}"


def _verdict(result: Result) -> str:
    gap = result.gap
    if gap is None:
        rated = words.counted(result.rated, words.MOMENTS)
        return words.NOT_ENOUGH.format(rated=rated, days=words.counted(result.days, words.DAYS))
    if gap.verdict == HOLDS:
        return _held(gap)
    sentence = words.CHANCE if gap.verdict == CHANCE else words.SMALL
    return sentence.format(
        points=f"{gap.points:+.1f}", low=f"{gap.low:+.1f}", high=f"{gap.high:+.1f}"
    )


def _held(gap: Gap) -> str:
    low, high = sorted((abs(gap.low), abs(gap.high)))
    return words.HOLDS.format(
        direction=words.HIGHER if gap.points > 0 else words.LOWER,
        points=f"{abs(gap.points):.1f}",
        low=f"{low:.1f}",
        high=f"{high:.1f}",
    )
