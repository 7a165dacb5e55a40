"""When a person felt most supported, and what was there then: counts first, then comparisons."""

from __future__ import annotations

from tracejournal.model.record import Record
from tracejournal.model.sums import PRESENT
from tracejournal.model.vocabulary import CONDITIONS, Term, term
from tracejournal.patterns.gap import LEAST_DAYS, LEAST_MOMENTS, LEAST_SETTLED, Tally, gap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tracejournal.model.sums import LoadSums, Ratings, WeekSums
    from tracejournal.patterns.gap import Gap

TOP_SHARE = 4
"""The highest are a quarter, and all that are rated as high as the last of these."""

_LEAST_FOR_TOP = 8
"""Of fewer moments a quarter is one: nothing to count among."""

_LEAST_HEAVY = 5
"""So many moments on heavy days, before it is said how many of them have no rating."""


class Line(Record):
    """How often a condition was noted, and how moments with it compare.

    Attributes:
        condition: its key.
        presence: `sums.PRESENT` or `sums.MISSING`: what helped, or what was missing.
        count: in how many told moments it was noted.
        highest: in how many of the highest rated.
        observable: it is a circumstance, not a feeling; only these are ever compared, since a
            feeling is nearly the rating again.
        gap: how moments with it compare, or None where that cannot be said.
    """

    condition: str
    presence: str
    count: int
    highest: int
    observable: bool
    gap: Gap | None = None


class Skipped(Record):
    """Moments without a rating, on a person's own heaviest days and on the others.

    Attributes:
        heavy_from: the highest load of a day that makes it one of the heaviest: a quarter of all
            days with a load noted, and all that are as heavy as the last of these.
        heavy: moments on these days.
        heavy_unrated: those of them without a rating.
        others: moments on other days with a load noted.
        others_unrated: those of them without a rating.
    """

    heavy_from: int
    heavy: int
    heavy_unrated: int
    others: int
    others_unrated: int

    @property
    def more_on_heavy_days(self) -> bool:
        """Ratings are left out more often on heavy days, so the heaviest are told of less."""
        if self.heavy < _LEAST_HEAVY or not self.others:
            return False
        return self.heavy_unrated * self.others > self.others_unrated * self.heavy


class Support(Record):
    """The answer.

    Attributes:
        ratings: how many moments there are, how many are rated, and how.
        days: on how many days there are told moments: rated, and saying what helped or was missing.
        highest_from: the rating that the highest begin with, or None where there are too few or
            all are rated alike.
        present: what helped, most often among the highest first.
        missing: what was missing, the same way.
        skipped: moments without a rating by the load of their day; None where nothing can be told.
    """

    ratings: Ratings
    days: int
    highest_from: int | None
    present: tuple[Line, ...]
    missing: tuple[Line, ...]
    skipped: Skipped | None = None

    @property
    def highest(self) -> int:
        """How many told moments are among the highest."""
        return 0 if self.highest_from is None else sum(self.ratings.told[self.highest_from :])

    @property
    def compared(self) -> int:
        """How many conditions were compared, present and missing ones."""
        return sum(line.gap is not None for line in (*self.present, *self.missing))

    @property
    def moments_needed(self) -> int:
        """How many more told moments there must be before anything is compared."""
        return max(0, LEAST_MOMENTS - self.ratings.count)

    @property
    def days_needed(self) -> int:
        """How many more days with told moments there must be before anything is compared."""
        return max(0, LEAST_DAYS - self.days)

    @property
    def is_early(self) -> bool:
        """What is found is an early hint."""
        return self.ratings.count < LEAST_SETTLED

    def too_few(self) -> tuple[Line, ...]:
        """Return what could be compared if it were with, or without, more moments."""
        if self.moments_needed or self.days_needed:
            return ()
        return tuple(
            line for line in (*self.present, *self.missing) if line.observable and line.gap is None
        )


def highest_from(ratings: Ratings) -> int | None:
    """Return the rating that the highest told moments begin with.

    It is the highest rating that a quarter of them reach; None where there are too few to tell,
    or all are rated alike.
    """
    if ratings.count < _LEAST_FOR_TOP:
        return None
    return top_level(dict(enumerate(ratings.told)))


def top_level(numbers: Mapping[int, int]) -> int | None:
    """Return the highest level that a quarter reach, or None where all do."""
    everything, reached = sum(numbers.values()), 0
    for level in sorted(numbers, reverse=True):
        reached += numbers[level]
        if reached == everything:
            return None
        if reached * TOP_SHARE >= everything:
            return level
    return None


def support(ratings: Ratings, weeks: Iterable[WeekSums]) -> Support:
    """Return the answer from sums alone; the same sums give the same answer.

    Args:
        ratings: all moments.
        weeks: the told ones by week, oldest first.
    """
    tally = Tally(weeks)
    compared = {
        key: contrast
        for key, contrast in tally.contrasts.items()
        if tally.can_compare and _is_observable(key[0]) and tally.has_both(contrast)
    }
    gaps = {}
    if compared:
        scatter = tally.scatter()
        gaps = {key: gap(each, scatter, len(compared)) for key, each in compared.items()}
    lines = [
        Line(*key, each.count, each.highest, _is_observable(key[0]), gaps.get(key))
        for key, each in tally.contrasts.items()
    ]
    lines.sort(key=lambda line: (-line.highest, -line.count, _place(line.condition)))
    return Support(
        ratings,
        tally.days,
        highest_from(ratings),
        tuple(line for line in lines if line.presence == PRESENT),
        tuple(line for line in lines if line.presence != PRESENT),
    )


def skipped(loads: Sequence[LoadSums]) -> Skipped | None:
    """Return how often ratings are left out on heavy days; None where all are of one load."""
    cut = top_level({each.load: each.days for each in loads})
    if cut is None:
        return None
    heavy = [each for each in loads if each.load >= cut]
    others = [each for each in loads if each.load < cut]
    return Skipped(cut, *_counted(heavy), *_counted(others))


def _counted(loads: Sequence[LoadSums]) -> tuple[int, int]:
    return sum(each.moments for each in loads), sum(each.unrated for each in loads)


def _is_observable(key: str) -> bool:
    found = term(CONDITIONS, key)
    return isinstance(found, Term) and found.observable


def _place(key: str) -> tuple[int, str]:
    keys = [condition.key for condition in CONDITIONS]
    return keys.index(key) if key in keys else len(keys), key
