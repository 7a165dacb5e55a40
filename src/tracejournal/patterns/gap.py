"""The gap: how much higher or lower moments with a condition are rated than those without.

Moments are compared with those of the same few weeks, so that good and hard times, in which much
changes together, are not taken for a condition (Daza 2018). Gaps of few moments are mostly chance,
so each is shrunk towards zero by how few they are (Gelman, Hill & Yajima 2012), and its interval is
that of all compared at once. Moments of one day resemble each other, so the interval takes each day
as a draw of its own. docs/patterns.md has the formulas, what they were chosen over, and how often
they err.
"""

from __future__ import annotations

from math import sqrt

from tracejournal.model.record import Record
from tracejournal.patterns.quantile import two_sided_t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tracejournal.model.sums import ConditionSums, Key, WeekSums

LEAST_MOMENTS, LEAST_DAYS, LEAST_EACH = 30, 15, 5
"""Nothing is compared before: so many told moments, on so many days, so many with and without."""

LEAST_IN_STRETCH = 10
"""Moments are compared with others of the same weeks; so many make a stretch of weeks."""

LEAST_SETTLED = 60
"""Below so many told moments what is found is called an early hint."""

SHRINKAGE = 5
"""So many moments' worth of doubt is added to each gap."""

FALSE_ALARMS = 0.10
"""In so many journals in which nothing goes together, something at most is said to."""

LEAST_GAP = 1.0
"""Points of 0-10, after shrinking. What is smaller says little, however many moments there are."""

ROUNDING = 1 / 12
"""The variance that rounding to whole numbers alone gives: there is never less."""

HOLDS, CHANCE, TOO_LITTLE = "holds", "chance", "too-little"
"""The three verdicts: holds up so far, could be chance, too little to say."""


class Gap(Record):
    """How moments with a condition differ from those without, in points of 0-10, shrunk.

    Attributes:
        points: above zero where those with it are rated higher.
        low: the lower end of the interval over all conditions compared.
        high: its upper end.
    """

    points: float
    low: float
    high: float

    @property
    def verdict(self) -> str:
        """`HOLDS`, `CHANCE` or `TOO_LITTLE`."""
        if self.low <= 0 <= self.high:
            return CHANCE
        return HOLDS if abs(self.points) >= LEAST_GAP else TOO_LITTLE


class Contrast:
    """The moments with a condition beside those without, stretch by stretch.

    Attributes:
        count: how many moments are with it.
        highest: how many of them are among the highest rated.
        effective: how many moments the comparison is worth: `1 / (1/n1 + 1/n0)` of each stretch.
        product: the differences within the stretches, each times what it is worth.
        days: how unevenly it lies on days: each day's moments with it less its share of them,
            squared.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.count = self.highest = 0
        self.effective = self.product = self.days = 0.0

    def take(self, sums: ConditionSums, stretch: WeekSums) -> None:
        """Add the moments of a stretch."""
        count, total, highest, squared_counts, day_products = sums
        share = count / stretch.count
        self.count += count
        self.highest += highest
        self.effective += count * (1 - share)
        self.product += total - share * stretch.total
        self.days += squared_counts - 2 * share * day_products + share**2 * stretch.squared_counts


class Tally:
    """All told moments, and the contrast of each condition.

    Attributes:
        count: how many told moments there are.
        days: on how many days.
        contrasts: by condition and presence.
    """

    def __init__(self, weeks: Iterable[WeekSums]) -> None:
        """Take the sums of weeks, oldest first."""
        self.count = self.days = self._stretches = self._squares = 0
        self.contrasts: dict[Key, Contrast] = {}
        self._of_stretches = self._of_days = self._unevenness = 0.0
        for stretch in stretches(weeks):
            self._take(stretch)

    def _take(self, stretch: WeekSums) -> None:
        self._stretches += 1
        self.count += stretch.count
        self.days += stretch.days
        self._squares += stretch.squares
        self._of_stretches += stretch.total**2 / stretch.count
        self._of_days += stretch.squared_totals
        self._unevenness += stretch.squared_counts / stretch.count
        for key, sums in stretch.conditions.items():
            self.contrasts.setdefault(key, Contrast()).take(sums, stretch)

    @property
    def can_compare(self) -> bool:
        """There are enough moments on enough days to compare anything."""
        return self.count >= LEAST_MOMENTS and self.days >= LEAST_DAYS

    def has_both(self, contrast: Contrast) -> bool:
        """Return whether enough moments are with a condition and enough without."""
        both = LEAST_EACH <= contrast.count <= self.count - LEAST_EACH
        return both and contrast.effective > 0

    def scatter(self) -> Scatter:
        """Return how ratings vary within stretches: one-way analysis of variance by day."""
        squares = max(0.0, self._squares - self._of_stretches)
        freedom = self.count - self._stretches
        within, between = squares / freedom, 0.0
        of_days = self.days - self._stretches
        if of_days and self.days < self.count:
            left = (self._squares - self._of_days) / (self.count - self.days)
            usual_number = (self.count - self._unevenness) / of_days
            added = ((self._of_days - self._of_stretches) / of_days - left) / usual_number
            if added > 0:
                within, between = left, added
        return Scatter(squares, freedom, within, between)


class Scatter(Record):
    """How ratings vary.

    Attributes:
        squares: squared distances from the mean of their stretch, taken together.
        freedom: degrees of freedom of these.
        within: the variance within a day.
        between: the variance that a day adds.
    """

    squares: float
    freedom: int
    within: float
    between: float


def stretches(weeks: Iterable[WeekSums]) -> Iterator[WeekSums]:
    """Yield weeks taken together until each stretch has `LEAST_IN_STRETCH` moments.

    The last one takes what is left over.
    """
    whole: list[WeekSums] = []
    begun: WeekSums | None = None
    for week in weeks:
        begun = begun + week if begun else week
        if begun.count >= LEAST_IN_STRETCH:
            yield from whole
            whole, begun = [begun], None
    if whole and begun:
        yield whole[0] + begun
    elif begun:
        yield begun
    else:
        yield from whole


def gap(contrast: Contrast, scatter: Scatter, compared: int) -> Gap:
    """Return the shrunken gap of a condition and its interval.

    Args:
        contrast: of the condition.
        scatter: how all told moments vary.
        compared: how many conditions are compared at once, this one included.
    """
    found = contrast.product / contrast.effective
    shrunk = contrast.effective / (contrast.effective + SHRINKAGE)
    reach = two_sided_t(FALSE_ALARMS / compared, scatter.freedom - 1)
    reach *= sqrt(_variance(contrast, scatter))
    return Gap(found * shrunk, (found - reach) * shrunk, (found + reach) * shrunk)


def _variance(contrast: Contrast, scatter: Scatter) -> float:
    """Return the variance of a gap that is not shrunk.

    Days on which moments with and without lie side by side cancel out; where a condition fills
    whole days, all of the days' variance stays in.
    """
    # What the condition itself tells apart is no scatter.
    left = scatter.squares - contrast.product**2 / contrast.effective
    share = left / scatter.squares * scatter.freedom / (scatter.freedom - 1) if left > 0 else 0.0
    within = max(share * scatter.within, ROUNDING) / contrast.effective
    return within + share * scatter.between * contrast.days / contrast.effective**2
