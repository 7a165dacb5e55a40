"""What a self-experiment shows: weeks with it beside weeks without, under the rules of `gap`.

What was settled beforehand is weeks, so what is compared is weeks: each counts once, by the mean
of its ratings. Whatever the moments of a day or of a week have in common is in that one number, so
nothing more needs to be assumed of them. docs/patterns.md has the formula and how often it errs.
"""

from __future__ import annotations

from math import sqrt

from tracejournal.model.experiment import OVER
from tracejournal.model.record import Record
from tracejournal.patterns.gap import (
    FALSE_ALARMS,
    LEAST_DAYS,
    LEAST_EACH,
    LEAST_MOMENTS,
    ROUNDING,
    SHRINKAGE,
    Gap,
)
from tracejournal.patterns.quantile import two_sided_t_of_few

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracejournal.model.experiment import Experiment, WeekTold

LEAST_WEEKS_EACH = 2
"""Of one week alone nobody can say how much weeks differ by themselves."""


class Side(Record):
    """The weeks with it, or those without.

    Attributes:
        weeks: what their moments tell, in order.
    """

    weeks: tuple[WeekTold, ...]

    @property
    def moments(self) -> int:
        """How many moments there are."""
        return sum(week.moments for week in self.weeks)

    @property
    def rated(self) -> int:
        """How many of them have a rating."""
        return sum(week.rated for week in self.weeks)

    @property
    def days(self) -> int:
        """On how many days there are rated ones."""
        return sum(week.days for week in self.weeks)

    @property
    def means(self) -> tuple[float, ...]:
        """The mean rating of each week that has one, 0-10."""
        return tuple(week.supported for week in self.weeks if week.supported is not None)

    @property
    def supported(self) -> float | None:
        """The mean of these means; None where nothing was rated."""
        return sum(self.means) / len(self.means) if self.means else None

    @property
    def done_weeks(self) -> int:
        """In how many of the weeks it happened."""
        return sum(week.done > 0 for week in self.weeks)

    @property
    def done_rated(self) -> int:
        """How many rated moments are what was to be done itself."""
        return sum(week.done_rated for week in self.weeks)

    @property
    def is_enough(self) -> bool:
        """There are enough rated moments in enough weeks to compare them."""
        return self.rated >= LEAST_EACH and len(self.means) >= LEAST_WEEKS_EACH


class Result(Record):
    """What an experiment shows.

    Attributes:
        with_it: the weeks with it.
        without: the weeks without.
        gap: how weeks with it compare; None where that cannot be said, and while it is not over
            or where it was stopped: whoever stops when the numbers please could show anything.
    """

    with_it: Side
    without: Side
    gap: Gap | None = None

    @property
    def rated(self) -> int:
        """How many rated moments there are in all."""
        return self.with_it.rated + self.without.rated

    @property
    def days(self) -> int:
        """On how many days there are any."""
        return self.with_it.days + self.without.days

    @property
    def is_enough(self) -> bool:
        """There is enough to compare."""
        both = self.with_it.is_enough and self.without.is_enough
        return both and self.rated >= LEAST_MOMENTS and self.days >= LEAST_DAYS


def result(experiment: Experiment, told: Sequence[WeekTold], today: date) -> Result:
    """Return what an experiment shows.

    Args:
        experiment: which one.
        told: what the moments of each of its weeks tell, in order.
        today: the day it is.
    """
    pairs = tuple(zip(experiment.weeks, told, strict=True))
    with_it = Side(tuple(each for week, each in pairs if week.is_with))
    without = Side(tuple(each for week, each in pairs if not week.is_with))
    found = Result(with_it, without)
    if experiment.state(today) != OVER or not found.is_enough:
        return found
    return found.replace(gap=_gap(with_it, without))


def _gap(one: Side, other: Side) -> Gap:
    """Return the shrunken gap of week means, and the interval that their own scatter gives."""
    difference = _mean(one.means) - _mean(other.means)
    freedom = len(one.means) + len(other.means) - 2
    scatter = (_squares(one.means) + _squares(other.means)) / freedom
    least = ROUNDING * _mean([1 / week.rated for week in (*one.weeks, *other.weeks) if week.rated])
    variance = max(scatter, least) * (1 / len(one.means) + 1 / len(other.means))
    reach = two_sided_t_of_few(FALSE_ALARMS, freedom) * sqrt(variance)
    effective = 1 / (_doubt(one) + _doubt(other))
    shrunk = effective / (effective + SHRINKAGE)
    return Gap(difference * shrunk, (difference - reach) * shrunk, (difference + reach) * shrunk)


def _doubt(side: Side) -> float:
    """Return how little a mean of week means rests on: one moment's doubt is 1."""
    return sum(1 / week.rated for week in side.weeks if week.rated) / len(side.means) ** 2


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def _squares(numbers: Sequence[float]) -> float:
    middle = _mean(numbers)
    return sum((number - middle) ** 2 for number in numbers)
