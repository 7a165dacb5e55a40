"""Charts in characters: bars, columns, and a gap with its interval. Pure functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.model.entry import MAX_RATING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.patterns.gap import Gap
    from tracejournal.tui.widgets.entry_line import Piece

_LONG, _END = "━", "╸"
"""A bar, and half a cell of one at its end: thin, so that bars below each other stay apart."""

LEVELS = " ▁▂▃▄▅▆▇█"
"""A cell filled from below, in eighths."""

WHOLE, HALF, THIN = "█", "▒", "░"
"""Three parts of one bar, told apart without colour."""

NOTHING = "·"
_FULL = 8
_LINE, _DOT, _MIDDLE, _CROSSED = "─", "●", "┊", "┼"


def bar(value: float, most: float, width: int) -> str:
    """Return a bar of at least half a cell, filled to the width with blanks.

    Args:
        value: above 0.
        most: the value that fills all of the width.
        width: in columns.
    """
    halves = max(1, min(round(value / most * width * 2), width * 2))
    return (_LONG * (halves // 2) + _END * (halves % 2)).ljust(width)


def cells(value: int, most: int, width: int) -> int:
    """Return how many whole columns a part of a bar takes: one at least, where there is any."""
    if most <= width:
        return value
    return max(1, round(value / most * width)) if value else 0


def column(value: float | None, height: int) -> str:
    """Return a column for a rating of 0-10, from the top down; a rating of 0 has a trace of one.

    Args:
        value: None where nothing was rated, which is drawn as a dot.
        height: in lines.
    """
    if value is None:
        return NOTHING.rjust(height)
    eighths = max(1, round(value / MAX_RATING * height * _FULL))
    filled = (max(0, min(_FULL, eighths - line * _FULL)) for line in reversed(range(height)))
    return "".join(LEVELS[each] for each in filled)


def axis(width: int, lower: str, higher: str, middle: str = _MIDDLE) -> str:
    """Return what stands over intervals: lower on the left of the middle, higher on the right."""
    half = width // 2
    return f"{lower:<{half}}{middle}{higher:>{half}}"


def reach(gaps: Sequence[Gap]) -> float:
    """Return how far from zero a chart of gaps goes, in points: as far as the farthest interval."""
    return max((max(abs(gap.low), abs(gap.high)) for gap in gaps), default=0.0) or 1.0


def interval(gap: Gap, reach: float, width: int, style: str) -> list[Piece]:
    """Return a gap as a dot on its interval, around the line in the middle.

    Args:
        gap: what is drawn.
        reach: points from the middle to either end of the chart.
        width: in columns, an odd number.
        style: of the interval and its dot; the middle is faint.
    """
    half = width // 2
    low, dot, high = (
        half + round(value / reach * half) for value in (gap.low, gap.points, gap.high)
    )
    if gap.low > 0:
        low = max(low, half + 1)  # however narrow the chart, what is clear of zero stays so
    if gap.high < 0:
        high = min(high, half - 1)
    drawn = [_LINE if low <= place <= high else " " for place in range(width)]
    drawn[half] = _CROSSED if drawn[half] == _LINE else _MIDDLE
    drawn[dot] = _DOT
    line = "".join(drawn)
    middle = "faint" if drawn[half] == _MIDDLE else style
    return [(line[:half], style), (line[half], middle), (line[half + 1 :], style)]


def empty_interval(width: int) -> list[Piece]:
    """Return the middle line alone, for what is not compared."""
    return [(_MIDDLE.center(width), "faint")]
