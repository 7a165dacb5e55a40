"""What is said of an answer, sentence by sentence: the same on the screen and in the shell."""

from __future__ import annotations

from datetime import date

from tracejournal.model.sums import PRESENT
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import CONDITIONS, label
from tracejournal.patterns.gap import CHANCE, HOLDS, TOO_LITTLE
from tracejournal.words import patterns as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracejournal.patterns.gap import Gap
    from tracejournal.patterns.support import Line, Skipped, Support

_MOST_NAMED = 4
"""Conditions named in one sentence; so few that it stays a sentence."""

_FEW = "few"
_SENTENCES = {
    CHANCE: (words.CHANCE, words.CHANCE_MISSING),
    TOO_LITTLE: (words.SMALL, words.SMALL_MISSING),
    _FEW: (words.FEW, words.FEW_MISSING),
}
"""What is said of what was there, and of what was missing."""

CAVEAT = f"{words.TOGETHER} {words.REVERSED}"
"""Stands below every answer."""


def name_of(line: Line) -> str:
    """Return what the person calls the condition of a line."""
    return one_line(label(CONDITIONS, line.condition))


def beginning(answer: Support, since: date = date.min) -> str:
    """Return how an answer begins, where nothing is rated yet."""
    if answer.ratings.moments:
        moments = words.counted(answer.ratings.moments, words.MOMENTS)
        return words.NONE_RATED.format(moments=moments)
    return words.NOTHING_YET if since == date.min else words.NOTHING_SINCE


def about_highest(answer: Support) -> str:
    """Return which moments are the highest, or that all are rated alike; "" where too few."""
    if answer.highest_from is not None:
        return words.HIGHEST_ARE.format(rating=answer.highest_from)
    if answer.ratings.count > 1 and answer.ratings.count in answer.ratings.told:
        return words.ALL_ALIKE.format(rating=answer.ratings.told.index(answer.ratings.count))
    return ""


def needed(answer: Support) -> str:
    """Return how much more there must be before anything is compared; "" where there is enough."""
    if answer.moments_needed or answer.days_needed:
        return words.needed(answer.moments_needed, answer.days_needed)
    return ""


def compared(answer: Support) -> str:
    """Return how many conditions were compared, and how."""
    said = words.compared(answer.compared, answer.ratings.count)
    return f"{said} {words.EARLY}" if answer.compared and answer.is_early else said


def verdicts(answer: Support) -> Iterator[str]:
    """Yield what holds up so far, each by itself, then what could be chance, and so on."""
    for line in (*answer.present, *answer.missing):
        if line.gap and line.gap.verdict == HOLDS:
            yield _held(line, line.gap, answer.ratings.count)
    for verdict, sentences in _SENTENCES.items():
        for sentence, some in zip(sentences, (answer.present, answer.missing), strict=True):
            names = [name_of(line) for line in some if _verdict(line, answer) == verdict]
            if names:
                yield sentence.format(conditions=_some(names))


def verdict_of(line: Line, answer: Support) -> str:
    """Return what can be said of a condition in a few words; "" before anything is compared."""
    if not line.observable:
        return words.VERDICT_FELT if answer.compared else ""
    verdict = _verdict(line, answer)
    if verdict == HOLDS and answer.is_early:
        return words.VERDICT_EARLY
    return words.VERDICTS.get(verdict, "")


def _verdict(line: Line, answer: Support) -> str:
    """Return what can be said of a condition; "" for one that is never compared."""
    if line.gap:
        return line.gap.verdict
    return _FEW if line in answer.too_few() else ""


def in_numbers(gap: Gap) -> str:
    """Return a gap and its interval in points of 10: `+1.6 (+0.4 to +2.8)`."""
    return words.GAP.format(points=gap.points, low=gap.low, high=gap.high)


def _held(line: Line, gap: Gap, of: int) -> str:
    """Return what holds up so far, in words and numbers."""
    sentence = words.HOLDS if line.presence == PRESENT else words.HOLDS_MISSING
    low, high = sorted((abs(gap.low), abs(gap.high)))
    return sentence.format(
        condition=name_of(line),
        direction=words.HIGHER if gap.points > 0 else words.LOWER,
        points=f"{abs(gap.points):.1f}",
        low=f"{low:.1f}",
        high=f"{high:.1f}",
        one=f"{line.count:,}",
        other=f"{of - line.count:,}",
    )


def _some(names: Sequence[str]) -> str:
    """Return names in one line, the rest of many as a number."""
    shown = list(names[:_MOST_NAMED])
    if len(names) > _MOST_NAMED:
        shown.append(words.MORE_CONDITIONS.format(number=len(names) - _MOST_NAMED))
    return words.BETWEEN.join(shown)


def left_out(answer: Support) -> Iterator[str]:
    """Yield which moments the counts know nothing of."""
    ratings = answer.ratings
    unrated, untold = ratings.moments - ratings.rated, ratings.rated - ratings.count
    if unrated:
        moments = words.counted(ratings.moments, words.MOMENTS)
        yield words.UNRATED.format(unrated=f"{unrated:,}", moments=moments)
    if untold and ratings.count:
        rated = words.counted(ratings.rated, words.RATED_MOMENTS)
        yield words.UNTOLD.format(untold=f"{untold:,}", rated=rated)
    if answer.skipped and answer.skipped.more_on_heavy_days:
        yield _skipped(answer.skipped)


def _skipped(found: Skipped) -> str:
    return words.SKIPPED.format(
        load=found.heavy_from,
        heavy=f"{found.heavy_unrated:,}",
        heavy_of=f"{found.heavy:,}",
        others=f"{found.others_unrated:,}",
        others_of=f"{found.others:,}",
    )
