"""The answer to when support was felt most, in calm lines of at most 80 columns."""

from __future__ import annotations

from datetime import date

from tracejournal.cli.days import long_day
from tracejournal.cli.output import bold, columns, dim, write_line
from tracejournal.cli.rows import fitted, glyph_of, kind_of
from tracejournal.patterns.counts import in_order
from tracejournal.patterns.sentences import (
    CAVEAT,
    about_highest,
    beginning,
    compared,
    left_out,
    name_of,
    needed,
    verdicts,
)
from tracejournal.words import patterns as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracejournal.journal.journal import Journal
    from tracejournal.model.entry import EntryLine
    from tracejournal.model.ways import Ways
    from tracejournal.patterns.support import Line, Support

_WIDTH = 80
_INDENT = "  "
_MOST_LINES = 8
"""Conditions shown of each presence; the rest are in the JSON."""

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
        _tell(beginning(answer, since))
        write_line(dim(words.HOW))
        return
    _write_moments(journal, moments)
    _write_counts(answer)
    _write_comparisons(answer)
    _write_occasions(journal.patterns.ways(since))
    _write_left_out(answer)
    _tell(CAVEAT)


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
    said = about_highest(answer)
    if said:
        _tell(said, indent=_INDENT)
        write_line()


def _write_count_lines(answer: Support, heading: str, lines: Sequence[Line]) -> None:
    rows = [(heading, *_headings(answer))]
    rows += [(_INDENT + name_of(line), *_counts(line, answer)) for line in lines[:_MOST_LINES]]
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


def _write_comparisons(answer: Support) -> None:
    too_few = needed(answer)
    if too_few:
        _tell(too_few)
        write_line()
        return
    write_line(words.COMPARED)
    for sentence in (compared(answer), *verdicts(answer), words.FELT):
        _tell(sentence, indent=_INDENT)
    write_line()


def _write_occasions(ways: Ways) -> None:
    """Write how many moments there are of each occasion, in the order they are offered."""
    counts = in_order(ways, "occasion")
    if not counts:
        return
    write_line(words.SECTIONS["occasion"])
    width = max(len(_number_of(number, ways.moments)) for _, number in counts)
    for name, number in counts:
        said = f"{_number_of(number, ways.moments):>{width}}"
        write_line(f"{_INDENT + name:<{_NAMED_WIDTH}}{_INDENT}{said}")
    write_line()


def _write_left_out(answer: Support) -> None:
    """Say which moments the counts know nothing of."""
    said = tuple(left_out(answer))
    if said:
        write_line(words.LEFT_OUT)
        for sentence in said:
            _tell(sentence, indent=_INDENT)
        write_line()


def _tell(*sentences: str, indent: str = "") -> None:
    """Write sentences as a paragraph."""
    from textwrap import wrap  # noqa: PLC0415 - paid for when there is something to answer

    width = min(_WIDTH, columns() or _WIDTH)
    for line in wrap(" ".join(sentences), width - len(indent), break_long_words=False):
        write_line(indent + line)
