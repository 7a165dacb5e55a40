"""The answer to when support was felt most, in calm lines of at most 80 columns."""

from __future__ import annotations

from datetime import date

from tracejournal.cli.days import long_day
from tracejournal.cli.output import bold, columns, dim, write_line
from tracejournal.cli.rows import fitted, glyph_of, kind_of
from tracejournal.model.sums import PRESENT
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import CONDITIONS, label
from tracejournal.patterns.gap import CHANCE, HOLDS, TOO_LITTLE
from tracejournal.words import patterns as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracejournal.journal.journal import Journal
    from tracejournal.model.entry import EntryLine
    from tracejournal.patterns.gap import Gap
    from tracejournal.patterns.support import Line, Skipped, Support

_WIDTH = 80
_INDENT = "  "
_MOST_LINES = 8
"""Conditions shown of each presence; the rest are in the JSON."""

_MOST_NAMED = 4
"""Conditions named in one sentence; so few that it stays a sentence."""

_FEW = "few"
_SENTENCES = {
    CHANCE: (words.CHANCE, words.CHANCE_MISSING),
    TOO_LITTLE: (words.SMALL, words.SMALL_MISSING),
    _FEW: (words.FEW, words.FEW_MISSING),
}
"""What is said of what was there, and of what was missing."""

_NAMED_WIDTH = 36
"""Columns for a condition: what the longest label takes."""


def write_answer(
    journal: Journal, answer: Support, moments: Sequence[EntryLine], since: date
) -> None:
    """Write the whole answer, as far as there is one."""
    write_line(bold(words.QUESTION))
    if since != date.min:
        write_line(dim(words.SINCE.format(day=long_day(since))))
    write_line()
    if not answer.ratings.rated:
        _write_beginning(answer, since)
        return
    _write_moments(journal, moments)
    _write_counts(answer)
    _write_comparisons(answer)
    _write_left_out(answer)
    _tell(words.TOGETHER, words.REVERSED)


def _write_beginning(answer: Support, since: date) -> None:
    """Say how an answer begins, where nothing is rated yet."""
    if answer.ratings.moments:
        moments = words.counted(answer.ratings.moments, words.MOMENTS)
        _tell(words.NONE_RATED.format(moments=moments))
    else:
        _tell(words.NOTHING_YET if since == date.min else words.NOTHING_SINCE)
    write_line(dim(words.HOW))


def _write_moments(journal: Journal, moments: Sequence[EntryLine]) -> None:
    """Write when it was: days and kinds alone."""
    write_line(words.MOST_SUPPORTED)
    ids = journal.entries.short_ids(line.id for line in moments)
    width = max(map(len, ids.values()), default=0)
    for line in moments:
        start = f"{_INDENT}{ids[line.id]:<{width}}{_INDENT}{line.when.on.isoformat()}{_INDENT}"
        said = f"{words.OF_TEN.format(number=line.supported)}{_INDENT}"
        said += f"{glyph_of(line)} {kind_of(line)}"
        write_line(dim(start) + fitted(said, len(start)))
    write_line(dim(_INDENT + words.READ_ONE))
    write_line()


def _write_counts(answer: Support) -> None:
    if not answer.ratings.count:
        _tell(words.NONE_TOLD)
        write_line()
        return
    for heading, lines in ((words.PRESENT, answer.present), (words.MISSING, answer.missing)):
        if lines:
            _write_count_lines(answer, heading, lines)
    if answer.highest_from is not None:
        write_line(dim(_INDENT + words.HIGHEST_ARE.format(rating=answer.highest_from)))
        write_line()
    elif answer.ratings.count > 1 and answer.ratings.count in answer.ratings.told:
        rating = answer.ratings.told.index(answer.ratings.count)
        _tell(words.ALL_ALIKE.format(rating=rating))
        write_line()


def _write_count_lines(answer: Support, heading: str, lines: Sequence[Line]) -> None:
    rows = [(heading, *_headings(answer))]
    rows += [(_INDENT + _name(line), *_counts(line, answer)) for line in lines[:_MOST_LINES]]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][1:]
    for name, *counts in rows:
        cells = (f"{each:>{width}}" for each, width in zip(counts, widths, strict=True))
        write_line(_INDENT.join((f"{name:<{_NAMED_WIDTH}}", *cells)))
    if len(lines) > _MOST_LINES:
        number = len(lines) - _MOST_LINES
        write_line(dim(_INDENT + words.MORE_LINES.format(number=number)))
    write_line()


def _headings(answer: Support) -> Iterator[str]:
    if answer.highest_from is not None:
        yield words.IN_HIGHEST.format(number=f"{answer.highest:,}")
    yield words.IN_ALL.format(number=f"{answer.ratings.count:,}")


def _counts(line: Line, answer: Support) -> Iterator[str]:
    if answer.highest_from is not None:
        yield _number_of(line.highest, answer.highest)
    yield _number_of(line.count, answer.ratings.count)


def _number_of(number: int, of: int) -> str:
    return words.NUMBER_OF.format(number=f"{number:,}", of=f"{of:,}")


def _name(line: Line) -> str:
    return one_line(label(CONDITIONS, line.condition))


def _write_comparisons(answer: Support) -> None:
    if answer.moments_needed or answer.days_needed:
        _tell(words.needed(answer.moments_needed, answer.days_needed))
        write_line()
        return
    write_line(words.COMPARED)
    said = words.compared(answer.compared, answer.ratings.count)
    _tell(said, words.EARLY if answer.compared and answer.is_early else "", indent=_INDENT)
    lines = (*answer.present, *answer.missing)
    for line in lines:
        if line.gap and line.gap.verdict == HOLDS:
            _tell(_held(line, line.gap, answer.ratings.count), indent=_INDENT)
    for verdict, sentences in _SENTENCES.items():
        for sentence, some in zip(sentences, (answer.present, answer.missing), strict=True):
            names = [_name(line) for line in some if _verdict(line, answer) == verdict]
            if names:
                _tell(sentence.format(conditions=_some(names)), indent=_INDENT)
    _tell(words.FELT, indent=_INDENT)
    write_line()


def _held(line: Line, gap: Gap, of: int) -> str:
    """Return what holds up so far, in words and numbers."""
    sentence = words.HOLDS if line.presence == PRESENT else words.HOLDS_MISSING
    low, high = sorted((abs(gap.low), abs(gap.high)))
    return sentence.format(
        condition=_name(line),
        direction=words.HIGHER if gap.points > 0 else words.LOWER,
        points=f"{abs(gap.points):.1f}",
        low=f"{low:.1f}",
        high=f"{high:.1f}",
        one=f"{line.count:,}",
        other=f"{of - line.count:,}",
    )


def _verdict(line: Line, answer: Support) -> str:
    """Return what can be said of a condition; "" for one that is never compared."""
    if line.gap:
        return line.gap.verdict
    return _FEW if line in answer.too_few() else ""


def _some(names: Sequence[str]) -> str:
    """Return names in one line, the rest of many as a number."""
    shown = list(names[:_MOST_NAMED])
    if len(names) > _MOST_NAMED:
        shown.append(words.MORE_CONDITIONS.format(number=len(names) - _MOST_NAMED))
    return words.BETWEEN.join(shown)


def _write_left_out(answer: Support) -> None:
    """Say which moments the counts know nothing of."""
    ratings = answer.ratings
    unrated, untold = ratings.moments - ratings.rated, ratings.rated - ratings.count
    said = []
    if unrated:
        moments = words.counted(ratings.moments, words.MOMENTS)
        said.append(words.UNRATED.format(unrated=f"{unrated:,}", moments=moments))
    if untold and ratings.count:
        rated = words.counted(ratings.rated, words.RATED_MOMENTS)
        said.append(words.UNTOLD.format(untold=f"{untold:,}", rated=rated))
    if answer.skipped and answer.skipped.more_on_heavy_days:
        said.append(_skipped(answer.skipped))
    if said:
        write_line(words.LEFT_OUT)
        for sentence in said:
            _tell(sentence, indent=_INDENT)
        write_line()


def _skipped(found: Skipped) -> str:
    return words.SKIPPED.format(
        load=found.heavy_from,
        heavy=f"{found.heavy_unrated:,}",
        heavy_of=f"{found.heavy:,}",
        others=f"{found.others_unrated:,}",
        others_of=f"{found.others:,}",
    )


def _tell(*sentences: str, indent: str = "") -> None:
    """Write sentences as a paragraph."""
    from textwrap import wrap  # noqa: PLC0415 - paid for when there is something to answer

    width = min(_WIDTH, columns() or _WIDTH)
    for line in wrap(" ".join(sentences), width - len(indent), break_long_words=False):
        write_line(indent + line)
