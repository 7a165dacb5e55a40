"""The shrunken gap: its arithmetic, its interval, and when nothing is compared."""

from __future__ import annotations

from math import sqrt
from random import Random
from statistics import mean, variance

import pytest

from bench.simulation import Told, weeks_of
from tracejournal.patterns.gap import CHANCE, HOLDS, TOO_LITTLE, Gap, Tally, gap, stretches
from tracejournal.patterns.quantile import two_sided_t

TIME = "time", "present"
WITH, WITHOUT = frozenset([TIME]), frozenset[tuple[str, str]]()


def apart(with_it: list[int], without: list[int]) -> list[Told]:
    """Return moments on days of their own, all of one week, whatever that takes."""
    noted = [WITH] * len(with_it) + [WITHOUT] * len(without)
    return [Told(day, *each) for day, each in enumerate(zip(with_it + without, noted, strict=True))]


def tally_of(moments: list[Told], *, one_stretch: bool = True) -> Tally:
    weeks = weeks_of(moments)
    if one_stretch:
        weeks = [sum(weeks[1:], start=weeks[0])]
    return Tally(weeks)


def gap_of(moments: list[Told], compared: int = 1, *, one_stretch: bool = True) -> Gap:
    tally = tally_of(moments, one_stretch=one_stretch)
    return gap(tally.contrasts[TIME], tally.scatter(), compared)


ONE, OTHER = [8, 7, 9, 8, 6, 9, 7, 8, 8, 7], [5, 6, 4, 7, 5, 6, 3, 5, 6, 8, 4, 5, 6, 5, 7] * 2


def test_a_gap_is_shrunk_by_how_few_it_rests_on() -> None:
    effective = 1 / (1 / len(ONE) + 1 / len(OTHER))
    found = gap_of(apart(ONE, OTHER))
    assert found.points == pytest.approx((mean(ONE) - mean(OTHER)) * effective / (effective + 5))
    few = gap_of(apart(ONE[:5], OTHER))
    assert few.points / (mean(ONE[:5]) - mean(OTHER)) < found.points / (mean(ONE) - mean(OTHER))


def test_with_a_moment_a_day_the_interval_is_that_of_student() -> None:
    one, other = len(ONE), len(OTHER)
    effective = 1 / (1 / one + 1 / other)
    pooled = ((one - 1) * variance(ONE) + (other - 1) * variance(OTHER)) / (one + other - 2)
    reach = two_sided_t(0.10, one + other - 2) * sqrt(pooled / effective)
    ends = [mean(ONE) - mean(OTHER) - reach, mean(ONE) - mean(OTHER) + reach]
    found = gap_of(apart(ONE, OTHER))
    assert [found.low, found.high] == pytest.approx(
        [end * effective / (effective + 5) for end in ends]
    )


def test_the_more_are_compared_the_wider_each_interval() -> None:
    alone = gap_of(apart(ONE, OTHER))
    among_many = gap_of(apart(ONE, OTHER), compared=30)
    assert among_many.points == alone.points
    assert among_many.low < alone.low < alone.high < among_many.high


def test_moments_of_one_day_count_for_less_than_moments_of_many() -> None:
    random = Random(4)  # noqa: S311 - a story, not a secret
    days = [random.gauss(6, 2) for _ in range(30)]
    ratings = [round(day) for day in days for _ in range(4)]
    together = [
        Told(place // 4, rating, WITH if place < 40 else WITHOUT)
        for place, rating in enumerate(ratings)
    ]
    alone = [each._replace(day=place) for place, each in enumerate(together)]
    wide, narrow = gap_of(together), gap_of(alone)
    assert wide.points == pytest.approx(narrow.points)
    assert wide.high - wide.low > 1.5 * (narrow.high - narrow.low)


def test_with_and_without_on_the_same_days_a_days_mood_cancels_out() -> None:
    random = Random(4)  # noqa: S311 - a story, not a secret
    moods = [random.gauss(0, 2) for _ in range(20)]
    noise = [random.gauss(0, 0.5) for _ in range(80)]
    ratings = [round(5 + moods[place // 4] + noise[place]) for place in range(80)]
    within = [
        Told(place // 4, rating, WITH if place % 2 else WITHOUT)
        for place, rating in enumerate(ratings)
    ]
    whole = [
        Told(place // 4, rating, WITH if place // 4 % 2 else WITHOUT)
        for place, rating in enumerate(ratings)
    ]
    narrow, wide = gap_of(within), gap_of(whole)
    assert narrow.high - narrow.low < 0.5 * (wide.high - wide.low)


def test_where_all_are_rated_alike_there_is_no_gap_and_no_failure() -> None:
    found = gap_of(apart([7] * 10, [7] * 30))
    assert found.points == 0
    assert found.verdict == CHANCE


def test_where_nothing_scatters_rounding_still_does() -> None:
    found = gap_of(apart([9] * 10, [3] * 30))
    assert found.low < found.points < found.high
    assert found.verdict == HOLDS


@pytest.mark.parametrize(
    ("points", "low", "high", "verdict"),
    [
        (1.4, 0.3, 2.5, HOLDS),
        (-1.4, -2.5, -0.3, HOLDS),
        (1.0, 0.1, 1.9, HOLDS),
        (0.9, 0.8, 1.0, TOO_LITTLE),
        (-0.9, -1.0, -0.8, TOO_LITTLE),
        (2.0, 0.0, 4.0, CHANCE),
        (2.0, -0.1, 4.1, CHANCE),
    ],
)
def test_three_verdicts(points: float, low: float, high: float, verdict: str) -> None:
    assert Gap(points, low, high).verdict == verdict


def spread_over(moments: int, days: int) -> Tally:
    return tally_of([Told(place % days, 6, WITHOUT) for place in range(moments)])


@pytest.mark.parametrize(
    ("moments", "days", "enough"),
    [(30, 15, True), (29, 15, False), (30, 14, False), (300, 14, False)],
)
def test_rule_24_nothing_is_compared_below_30_moments_on_15_days(
    moments: int, days: int, enough: bool
) -> None:
    assert spread_over(moments, days).can_compare is enough


@pytest.mark.parametrize(
    ("count", "enough"), [(4, False), (5, True), (25, True), (26, False), (30, False)]
)
def test_rule_24_nor_without_5_with_and_5_without(count: int, enough: bool) -> None:
    tally = tally_of(apart([6] * count, [6] * (30 - count)))
    assert tally.has_both(tally.contrasts[TIME]) is enough


class TestStretches:
    def test_weeks_are_taken_together_until_there_is_enough_to_compare(self) -> None:
        days = [0, 1, 8, 9, *range(14, 20), *range(21, 28), 30, 31, 32, 33, 60]
        found = list(stretches(weeks_of([Told(day, 6, WITHOUT) for day in days])))
        assert [each.count for each in found] == [10, 12]
        assert sum(each.days for each in found) == len(days)

    def test_what_is_left_over_joins_the_last(self) -> None:
        days = [*range(10), *range(10, 20), 40]
        found = list(stretches(weeks_of([Told(day, 6, WITHOUT) for day in days])))
        assert sum(each.count for each in found) == len(days)
        assert all(each.count >= 10 for each in found)

    def test_few_make_one_and_none_make_none(self) -> None:
        assert [each.count for each in stretches(weeks_of([Told(0, 6, WITHOUT)]))] == [1]
        assert list(stretches([])) == []

    def test_good_and_hard_weeks_are_not_taken_for_a_condition(self) -> None:
        random = Random(4)  # noqa: S311 - a story, not a secret
        moments = []
        for week in range(8):
            is_good = week % 2
            for day in range(week * 7, week * 7 + 7):
                noted = WITH if random.random() < (0.8 if is_good else 0.2) else WITHOUT
                moments.append(Told(day, (8 if is_good else 3) + random.randint(-1, 1), noted))
                moments.append(Told(day, (8 if is_good else 3) + random.randint(-1, 1), WITHOUT))
        assert gap_of(moments).verdict == HOLDS
        assert gap_of(moments, one_stretch=False).verdict == CHANCE

    def test_one_moment_a_week_is_compared_with_those_of_the_weeks_around(self) -> None:
        moments = [
            Told(7 * week, *each) for week, each in enumerate([(8, WITH), (4, WITHOUT)] * 20)
        ]
        assert gap_of(moments, one_stretch=False).verdict == HOLDS

    def test_what_fills_its_weeks_has_nothing_beside_it(self) -> None:
        moments = [Told(day, 6, WITH if day < 14 else WITHOUT) for day in range(42)] * 2
        tally = tally_of(moments, one_stretch=False)
        assert not tally.has_both(tally.contrasts[TIME])
