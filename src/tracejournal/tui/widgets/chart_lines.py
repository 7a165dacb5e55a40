"""Weeks, ways and company as charts, each with its numbers in words: lines of a sheet."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracejournal.model.days import DAYS_IN_WEEK
from tracejournal.model.entry import MAX_RATING
from tracejournal.model.text import one_line
from tracejournal.patterns.behind import SEARCHABLE, of_week, with_key, with_person
from tracejournal.patterns.counts import keys_in_order, name_of
from tracejournal.tui.widgets.answer_lines import cell, paragraph
from tracejournal.tui.widgets.bars import HALF, THIN, WHOLE, bar, cells, column
from tracejournal.tui.widgets.sheet import SheetLine
from tracejournal.tui.widgets.stops import Stop
from tracejournal.words import patterns as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tracejournal.model.ways import Company, Ways, WeekOfMoments
    from tracejournal.tui.widgets.answer_lines import Findings

_WEEK = timedelta(days=DAYS_IN_WEEK)
_HEIGHT = 5
_WIDEST_COLUMN = 4
_SCALE = 4  # columns of the numbers beside a chart
_MARK = 2  # columns of the cursor before a line
_LABEL = 11
_GAPS = 7  # columns between the parts of a balance
_NAME_WIDTH, _LEAST_NAME, _LEAST_BAR = 27, 12, 8
_MOST_BAR = 60
_FIELDS = ("occasion", "kind", "support", "mode", "who")
_BLANK = SheetLine()


def week_lines(found: Findings, width: int, *, ratings: bool) -> list[SheetLine]:
    """Return support by week as columns, then given and received week by week, newest first.

    Args:
        found: what is known.
        width: in columns.
        ratings: False where the person left numbers out for good.
    """
    weeks = found.weeks
    if weeks is None:
        return paragraph(words.COUNTING, width)
    if not weeks:
        return paragraph(words.NO_WEEKS, width)
    lines = list(_support(weeks, width)) if ratings else []
    return [*lines, *_balance(weeks, found.since, width, ratings=ratings)]


def _support(weeks: Sequence[WeekOfMoments], width: int) -> Iterator[SheetLine]:
    rated = [week for week in weeks if week.rated]
    yield SheetLine(((words.BY_WEEK, "head"),))
    if not rated:
        yield from paragraph(words.NO_WEEK_RATED, width)
        yield _BLANK
        return
    room = width - _MARK - _SCALE
    number = (weeks[-1].monday - weeks[0].monday) // _WEEK + 1
    shown = min(number, room)
    wide = min(_WIDEST_COLUMN, room // shown)
    by_monday = {week.monday: week for week in weeks}
    mondays = [weeks[-1].monday - _WEEK * ago for ago in reversed(range(shown))]
    columns = [
        column(by_monday[monday].supported, _HEIGHT) if monday in by_monday else " " * _HEIGHT
        for monday in mondays
    ]
    gap = wide > 2  # noqa: PLR2004 - a column this wide can spare one
    for line in range(_HEIGHT):
        scale = {0: f"{MAX_RATING}", _HEIGHT - 1: "0"}.get(line, "")
        drawn = "".join((each[line] * (wide - gap)).ljust(wide) for each in columns)
        yield SheetLine(((f"{scale:>{_SCALE - 1}} ", "faint"), (drawn, "support")))
    yield SheetLine(((" " * _SCALE + _months(mondays, wide), "faint"),))
    yield from paragraph(_rated(rated), width)
    if shown < number:
        yield from paragraph(words.WEEKS_SHOWN.format(number=shown), width)
    yield _BLANK


def _months(mondays: Sequence[date], wide: int) -> str:
    """Return the names of months under the first week of each, as far as there is room."""
    line, month = "", 0
    for place, monday in enumerate(mondays):
        x = place * wide
        if monday.month != month and (not line or len(line) < x):
            line = line.ljust(x) + f"{monday:%b}"
            month = monday.month
    return line


def _rated(weeks: Sequence[WeekOfMoments]) -> str:
    means = [week.supported or 0.0 for week in weeks]
    mean = sum(week.total for week in weeks) / sum(week.rated for week in weeks)
    if len(weeks) == 1:
        return words.ONE_WEEK_RATED.format(mean=f"{mean:.1f}")
    return words.WEEKS_RATED.format(
        mean=f"{mean:.1f}",
        weeks=words.counted(len(weeks), words.WEEKS),
        least=f"{min(means):.1f}",
        most=f"{max(means):.1f}",
    )


def _balance(
    weeks: Sequence[WeekOfMoments], since: date, width: int, *, ratings: bool
) -> Iterator[SheetLine]:
    yield SheetLine(((words.BALANCE, "head"),))
    total = sum(week.moments for week in weeks)
    given, received = sum(week.given for week in weeks), sum(week.received for week in weeks)
    balance = words.BALANCE_SAID.format(
        moments=words.counted(total, words.MOMENTS), given=f"{given:,}", received=f"{received:,}"
    )
    if given + received < total:
        balance += f" {words.BALANCE_OTHERS}"
    yield from paragraph(balance, width)
    said = {week: _said(week, ratings=ratings) for week in weeks}
    room = width - _MARK - _LABEL - _GAPS - max(map(len, said.values()))
    side = max(4, min(_MOST_BAR // 2, room // 2))
    most = max(max(week.given, week.received) for week in weeks)
    over = f"{words.GAVE:>{side}} │ {words.RECEIVED}"
    yield SheetLine(((" " * (_LABEL + 2) + over, "faint"),))
    for week in reversed(weeks):
        left, right = (cells(number, most, side) for number in (week.given, week.received))
        label = words.monday(week.monday)
        yield SheetLine(
            (
                (f"{label}  ", "soft"),
                ((WHOLE * left).rjust(side), "lead"),
                (" │ ", "faint"),
                ((HALF * right).ljust(side), "support"),
                (f"  {said[week]}", "soft"),
            ),
            Stop(label.strip(), of_week(week.monday, since)),
        )


def _said(week: WeekOfMoments, *, ratings: bool) -> str:
    said = words.WEEK_SAID.format(
        given=f"{week.given:,}",
        received=f"{week.received:,}",
        moments=f"{week.moments:,}",
    )
    if ratings and week.supported is not None:
        said += f" · {words.WEEK_FELT.format(felt=f'{week.supported:.1f}')}"
    return said


def way_lines(found: Findings, width: int) -> list[SheetLine]:
    """Return occasions, kinds, kinds of support, modes and roles as bars."""
    ways = found.ways
    if ways is None:
        return paragraph(words.COUNTING, width)
    lines: list[SheetLine] = []
    for field in _FIELDS:
        counts = keys_in_order(ways, field)
        if counts:
            lines += [_BLANK] if lines else []
            lines.append(SheetLine(((words.SECTIONS[field], "head"),)))
            lines += _bars(field, counts, ways, found.since, width)
    if not lines:
        return paragraph(words.NO_WAYS, width)
    return [*lines, _BLANK, *paragraph(words.WAYS_NOTE, width, "faint")]


def _bars(
    field: str, counts: Sequence[tuple[str, int]], ways: Ways, since: date, width: int
) -> Iterator[SheetLine]:
    most = max(number for _, number in counts)
    said = [
        words.NUMBER_OF.format(number=f"{number:,}", of=f"{ways.moments:,}") for _, number in counts
    ]
    longest = max(map(len, said))
    names, room = _shares(width, longest)
    for (key, number), numbers in zip(counts, said, strict=True):
        name = name_of(field, key)
        stop = Stop(name, with_key(field, key, since)) if field in SEARCHABLE else None
        yield SheetLine(
            (
                (cell(name, names), "plain"),
                (bar(number, most, room), "lead"),
                (f" {numbers:>{longest}}", "soft"),
            ),
            stop,
        )


def _shares(width: int, longest: int) -> tuple[int, int]:
    """Return the columns for names and for bars, beside what is said of them."""
    room = width - _MARK - 1 - longest
    names = max(_LEAST_NAME, min(_NAME_WIDTH, room - _LEAST_BAR))
    return names, max(1, min(_MOST_BAR, room - names))


def company_lines(found: Findings, width: int) -> list[SheetLine]:
    """Return everyone who is named in the order they came in, with what was given and received."""
    company = found.company
    if company is None:
        return paragraph(words.COUNTING, width)
    if not company:
        return paragraph(words.NO_COMPANY, width)
    legend = ((WHOLE, words.GAVE, "lead"), (HALF, words.RECEIVED, "support"))
    keys = [(f"{sign} {said}   ", style) for sign, said, style in legend]
    lines = [SheetLine((*keys, (f"{THIN} {words.OTHERS}", "felt"))), _BLANK]
    said = [_with(each) for each in company]
    longest = max(map(len, said))
    names, room = _shares(width, longest)
    most = max(each.moments for each in company)
    for each, numbers in zip(company, said, strict=True):
        lines.append(_person(each, numbers, most, (names, room), found.since))
    return [*lines, _BLANK, *paragraph(words.COMPANY_NOTE, width, "faint")]


def _with(each: Company) -> str:
    return words.COMPANY_SAID.format(
        moments=words.counted(each.moments, words.MOMENTS),
        given=f"{each.given:,}",
        received=f"{each.received:,}",
    )


def _person(
    each: Company, numbers: str, most: int, shares: tuple[int, int], since: date
) -> SheetLine:
    names, room = shares
    parts = (each.given, each.received, each.moments - each.given - each.received)
    drawn = [
        (sign * cells(number, most, room - 2), style)  # rounding each part can add a column
        for number, sign, style in zip(
            parts, (WHOLE, HALF, THIN), ("lead", "support", "felt"), strict=True
        )
    ]
    left = max(0, room - sum(len(text) for text, _ in drawn))
    name = one_line(each.name)
    return SheetLine(
        (
            (cell(name, names), "plain"),
            *drawn,
            (" " * left + f" {numbers}", "soft"),
        ),
        Stop(name, with_person(each.name, since)),
    )
