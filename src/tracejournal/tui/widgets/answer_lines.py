"""When support was felt most and what was there then, as lines of a sheet."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from rich.cells import set_cell_size

from tracejournal.model.entry import MAX_RATING
from tracejournal.model.record import Record
from tracejournal.model.sums import PRESENT
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import ENTRY_TYPES, KINDS, term
from tracejournal.patterns.behind import with_it, with_key
from tracejournal.patterns.counts import keys_in_order, name_of
from tracejournal.patterns.gap import HOLDS
from tracejournal.patterns.sentences import (
    about_highest,
    beginning,
    compared,
    in_numbers,
    left_out,
    needed,
    verdict_of,
)
from tracejournal.patterns.sentences import name_of as condition_of
from tracejournal.tui.widgets.bars import axis, empty_interval, interval, reach
from tracejournal.tui.widgets.entry_line import kind_label
from tracejournal.tui.widgets.sheet import SheetLine
from tracejournal.tui.widgets.stops import Stop
from tracejournal.words import patterns as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracejournal.model.entry import EntryLine
    from tracejournal.model.sums import Ratings
    from tracejournal.model.ways import Company, Ways, WeekOfMoments
    from tracejournal.patterns.support import Line, Support
    from tracejournal.tui.widgets.entry_line import Piece

_NAME_WIDTH, _LEAST_NAME = 34, 20
"""Columns for a condition: what the longest label takes, and what it takes in a small window."""

_VERDICT_WIDTH = 20
_RATING_WIDTH = len(words.OF_TEN.format(number=MAX_RATING)) + 2
_LEAST_CHART, _MOST_CHART = 11, 61
_BLANK = SheetLine()
_MARK = 2  # columns of the cursor before a line


class Findings(Record):
    """What is known of the moments since a day; None for what is still being counted.

    Attributes:
        since: the first day that counts.
        moments: those rated highest.
        ratings: how many moments there are, and how many are rated.
        answer: what was there when support was felt most.
        weeks: moments by week.
        ways: how moments happened.
        company: whom they name.
    """

    since: date
    moments: tuple[EntryLine, ...] | None = None
    ratings: Ratings | None = None
    answer: Support | None = None
    weeks: tuple[WeekOfMoments, ...] | None = None
    ways: Ways | None = None
    company: tuple[Company, ...] | None = None


class Shown(Record):
    """How the answer is shown.

    Attributes:
        words: the words of the moments, else dates and kinds alone.
        figures: gaps in numbers, else in words.
        most: so many moments at most.
        numbers: ratings beside the moments; False where the person left numbers out for good.
    """

    words: bool = False
    figures: bool = False
    most: int = 8
    numbers: bool = True


def answer_lines(found: Findings, shown: Shown, width: int) -> list[SheetLine]:
    """Return the lines of the answer, as far as it is known."""
    if found.answer is not None and found.ratings is not None and not found.ratings.rated:
        return [
            *paragraph(beginning(found.answer, found.since), width, "plain"),
            *(_noted(found, width) if found.ratings.moments else ()),
        ]
    lines = []
    if found.moments:
        lines.append(SheetLine(((words.MOST_SUPPORTED, "head"),)))
        lines += [moment_line(line, shown) for line in found.moments[: shown.most]]
    if found.answer is None:
        return [*lines, *([_BLANK] if lines else ()), *paragraph(words.COUNTING, width)]
    return [*lines, _BLANK, *_answered(found.answer, found, shown, width)]


def unrated_lines(found: Findings, width: int) -> list[SheetLine]:
    """Return what can be said where the person left numbers out for good."""
    if found.ways is None:
        return paragraph(words.COUNTING, width)
    return [*paragraph(words.RATINGS_OFF, width, "plain"), *_noted(found, width)]


def paragraph(said: str, width: int, style: str = "soft") -> list[SheetLine]:
    """Return sentences as lines."""
    wrapped = wrap(said, max(20, width - _MARK), break_long_words=False)
    return [SheetLine(((line, style),)) for line in wrapped]


def moment_line(line: EntryLine, shown: Shown) -> SheetLine:
    """Return the day, the rating where there is one, and the kind of a moment."""
    kind = term(KINDS, line.kind) or term(ENTRY_TYPES, line.type)
    said = line.text if shown.words and line.text else one_line(kind_label(line))
    pieces: tuple[Piece, ...] = (
        (f"{words.day(line.when.on)}  ", "soft"),
        (_rating(line, shown), "support"),
        (f"{kind.glyph if kind else words.NO_GLYPH} ", "lead"),
        (said, "plain"),
    )
    return SheetLine(pieces, Stop(said, entry=line.id))


def _rating(line: EntryLine, shown: Shown) -> str:
    if not shown.numbers:
        return ""
    said = "" if line.supported is None else words.OF_TEN.format(number=line.supported)
    return said.ljust(_RATING_WIDTH)


def _answered(answer: Support, found: Findings, shown: Shown, width: int) -> Iterator[SheetLine]:
    """Yield the counts and comparisons, then what they rest on."""
    if not answer.ratings.count:
        yield from paragraph(words.NONE_TOLD, width)
    too_few = needed(answer)
    if too_few and answer.ratings.count:
        yield from paragraph(too_few, width)
        yield _BLANK
    gaps = [line.gap for line in (*answer.present, *answer.missing) if line.gap]
    table = _Table(answer, found.since, shown, reach(gaps), width)
    for heading, lines in ((words.PRESENT, answer.present), (words.MISSING, answer.missing)):
        if lines:
            yield table.heading(heading)
            for line in lines:
                yield from table.rows(line)
            yield _BLANK
    sentences = [about_highest(answer)]
    if answer.ratings.count and not too_few:
        sentences += [compared(answer), words.FELT]
    for sentence in (*filter(None, sentences), *left_out(answer)):
        yield from paragraph(sentence, width)


class _Table:
    """Lines about conditions."""

    def __init__(
        self, answer: Support, since: date, shown: Shown, reach: float, width: int
    ) -> None:
        """Take what they are about, how they are shown, and how far the chart goes."""
        self._answer = answer
        self._since = since
        self._shown = shown
        self._reach = reach
        self._width = width - _MARK
        beside = _LEAST_CHART + _VERDICT_WIDTH + 2
        self._names = max(_LEAST_NAME, min(_NAME_WIDTH, self._width - beside))
        lines = (*answer.present, *answer.missing)
        longest = max((len(_counts(line, answer)) for line in lines), default=0)
        self._in_one = not answer.compared and longest <= self._width - self._names
        room = self._width - self._names - _VERDICT_WIDTH - 2
        self._chart = max(_LEAST_CHART, min(_MOST_CHART, room - (room + 1) % 2))

    def heading(self, said: str) -> SheetLine:
        """Return what stands over lines, with the ends of the chart where there is one."""
        if not self._answer.compared:
            return SheetLine(((said, "head"),))
        over = axis(self._chart, words.LOWER, words.HIGHER, words.AXIS_MIDDLE)
        return SheetLine(((cell(said, self._names), "head"), (over, "faint")))

    def rows(self, line: Line) -> list[SheetLine]:
        """Return the lines about one condition: its counts, and how it compares."""
        name, counts = condition_of(line), _counts(line, self._answer)
        stop = Stop(name, with_it(line, self._since), line)
        if self._in_one:
            cells = ((cell(name, self._names), "plain"), (counts, "soft"))
            return [SheetLine(cells, stop)]
        if not self._answer.compared:
            return [
                SheetLine(((name, "plain"),), stop),
                SheetLine(((f"  {counts}", "soft"),), stop),
            ]
        compared_to = (
            (cell(name, self._names), "plain"),
            *self._drawn(line),
            (f"  {self._verdict(line)}", "plain" if line.gap else "faint"),
        )
        return [SheetLine(compared_to, stop), SheetLine(((f"  {counts}", "soft"),), stop)]

    def _drawn(self, line: Line) -> list[Piece]:
        if line.gap is None:
            return empty_interval(self._chart)
        style = "support" if line.gap.verdict == HOLDS else "faint"
        return interval(line.gap, self._reach, self._chart, style)

    def _verdict(self, line: Line) -> str:
        if self._shown.figures and line.gap:
            return in_numbers(line.gap)
        return verdict_of(line, self._answer)


def _counts(line: Line, answer: Support) -> str:
    if answer.highest_from is None:
        return words.LINE_COUNT.format(count=f"{line.count:,}", of=f"{answer.ratings.count:,}")
    return words.LINE_COUNTS.format(
        highest=f"{line.highest:,}",
        of_highest=f"{answer.highest:,}",
        count=f"{line.count:,}",
        of=f"{answer.ratings.count:,}",
    )


def _noted(found: Findings, width: int) -> Iterator[SheetLine]:
    """Yield what was noted in all moments, where none of them is rated, or numbers are off."""
    ways = found.ways
    noted = [(field, keys_in_order(ways, field)) for field in (PRESENT, "missing")] if ways else []
    for field, counts in noted:
        if counts and ways:
            yield _BLANK
            yield SheetLine(((words.SECTIONS[field], "head"),))
            for key, number in counts:
                said = words.LINE_COUNT.format(count=f"{number:,}", of=f"{ways.moments:,}")
                name = name_of(field, key)
                stop = Stop(name, with_key(field, key, found.since))
                yield SheetLine(((cell(name, _NAME_WIDTH), "plain"), (said, "soft")), stop)
    if not any(counts for _, counts in noted):
        yield _BLANK
        yield from paragraph(words.NOTHING_NOTED, width)


def cell(said: str, width: int) -> str:
    """Return a text filled or cut to a width, with a blank at its end."""
    cut = set_cell_size(said, width - 1)
    return (cut if cut.rstrip() == said.rstrip() else set_cell_size(said, width - 2) + "…") + " "
