"""Sums over rated moments, as the store takes them and Patterns reads them."""

from __future__ import annotations

from operator import add

from tracejournal.model.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

Key = tuple[str, str]
"""A condition, and whether it was present or missing."""

ConditionSums = tuple[int, ...]
"""Of the moments with a condition: how many, their ratings taken together, how many of them are
among the highest rated, each day's number of them squared, and each day's number of them times its
number of all told moments, the last two taken together."""

PRESENT, MISSING = "present", "missing"


class Ratings(Record):
    """How many moments there are, how many are rated, and how.

    Attributes:
        moments: all of them.
        rated: those with a rating; the others have none, which is never a zero.
        told: of the rated ones that say what helped or what was missing, how many have the
            rating 0, 1, … 10. Only these can be with or without a condition.
    """

    moments: int
    rated: int
    told: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many moments are rated and say what helped or what was missing."""
        return sum(self.told)


class WeekSums(Record):
    """The told moments of a week, or of several weeks that follow each other.

    All of it adds up, so that weeks can be taken together.

    Attributes:
        days: on how many days there are any.
        count: how many there are.
        total: their ratings taken together.
        squares: their ratings squared, taken together.
        squared_counts: each day's number of moments squared, taken together.
        squared_totals: each day's ratings taken together, squared, divided by their number, and
            all that taken together.
        conditions: the same of the moments with a condition, for each that was noted.
    """

    days: int
    count: int
    total: int
    squares: int
    squared_counts: int
    squared_totals: float
    conditions: Mapping[Key, ConditionSums]

    def __add__(self, other: WeekSums) -> WeekSums:
        """Return both taken together; they share no day."""
        both = dict(self.conditions)
        for key, sums in other.conditions.items():
            both[key] = tuple(map(add, both[key], sums)) if key in both else sums
        return WeekSums(
            self.days + other.days,
            self.count + other.count,
            self.total + other.total,
            self.squares + other.squares,
            self.squared_counts + other.squared_counts,
            self.squared_totals + other.squared_totals,
            both,
        )


class LoadSums(Record):
    """The moments of all days whose highest load is the same.

    Attributes:
        load: the highest load a check-in of these days notes, 0-10.
        days: how many days.
        moments: their moments.
        unrated: those of them without a rating.
    """

    load: int
    days: int
    moments: int
    unrated: int
