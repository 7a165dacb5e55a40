"""One line of the table: what was measured, against what, and whether the target is met."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bench.timing import ratio


@dataclass(frozen=True)
class Row:
    """A measurement beside its target. Times are in milliseconds, memory in MiB.

    Attributes:
        target: the number of the target it belongs to.
        name: what was measured.
        ours: our figure, or None where it was not measured.
        unit: of `ours` and `other`.
        against: what the other figure is of, or "".
        other: the other figure, or None where the target is a figure by itself.
        ratio: how `ours` and `other` compare, the median over pairs, never below 0.
        limit: the target, or None where there is none; of `ratio` where there is one.
        at_least: the limit is one from below, as for "so many times faster".
        note: why it was not measured, or what else there is to know.
    """

    target: int
    name: str
    ours: float | None = None
    unit: str = "ms"
    against: str = ""
    other: float | None = None
    ratio: float | None = None
    limit: float | None = None
    at_least: bool = False
    note: str = ""

    @property
    def judged(self) -> float | None:
        """The figure that the limit is about."""
        return self.ours if self.other is None else self.ratio

    @property
    def met(self) -> bool | None:
        """Whether the target is met, or None where there is none or nothing was measured."""
        if self.judged is None or self.limit is None:
            return None
        return self.judged >= self.limit if self.at_least else self.judged <= self.limit

    @property
    def short_by(self) -> float:
        """By which part of the limit a target that is not met is missed: 0.1 is 10%.

        Where the limit is 0, the figure itself.
        """
        if self.met in (True, None) or self.judged is None or self.limit is None:
            return 0.0
        return abs(self.judged - self.limit) / (self.limit or 1.0)


Against = tuple[str, Sequence[float]]
"""What ours is compared with: what it is, and its seconds, in pairs with ours."""


def times_as_long(
    target: int, name: str, ours: Sequence[float], other: Against, limit: float | None
) -> Row:
    """Return a row of paired seconds: at most `limit` times as long as the other."""
    return _compared(target, name, ours, other, (ratio(ours, other[1]), limit))


def times_faster(
    target: int, name: str, ours: Sequence[float], other: Against, limit: float | None
) -> Row:
    """Return a row of paired seconds: at least `limit` times faster than the other."""
    row = _compared(target, name, ours, other, (ratio(other[1], ours), limit))
    return replace(row, at_least=True)


def _compared(
    target: int,
    name: str,
    ours: Sequence[float],
    other: Against,
    judged: tuple[float, float | None],
) -> Row:
    against, theirs = other
    medians = statistics.median(ours) * 1000, statistics.median(theirs) * 1000
    return Row(target, name, medians[0], "ms", against, medians[1], *judged)


def not_measured(target: int, name: str, why: str) -> Row:
    """Return a row that says why there is no figure."""
    return Row(target, name, note=why)
