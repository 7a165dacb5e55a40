"""How often Patterns errs, found by asking it about made-up journals whose truth is known.

python -m bench.simulation               the tables of docs/patterns.md, four minutes
python -m bench.simulation --runs 200    rougher and quicker

Each journal has so many rated moments, two a day on average. A rating is 5, plus what its day and
the moment itself add (standard deviation 2, correlation within a day 0.4), rounded and kept within
0-10. Each of 20 circumstances is noted in a quarter of them.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from math import pi, sin, sqrt
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from bench import experiments
from tracejournal.model.days import DAYS_IN_WEEK
from tracejournal.model.sums import PRESENT, Key, WeekSums
from tracejournal.patterns.gap import (
    FALSE_ALARMS,
    HOLDS,
    LEAST_EACH,
    LEAST_GAP,
    SHRINKAGE,
    Tally,
    gap,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

KEYS: tuple[Key, ...] = tuple((f"condition {number}", PRESENT) for number in range(20))
PLANTED = KEYS[0]
EFFECT = 2.0
"""Points of 0-10 that the planted condition adds."""

SIZES = (20, 30, 60, 120)
_MEAN, _DEVIATION, _SAME_DAY, _NOTED = 5.0, 2.0, 0.4, 0.25
_RESAMPLES = 500


class Told(NamedTuple):
    """A rated moment: its day, counted from some Monday, its rating, and all that was noted."""

    day: int
    rating: int
    noted: frozenset[Key]


class World(NamedTuple):
    """What else is true in a made-up journal.

    Attributes:
        by_day: how often what is noted of a moment is that of its whole day.
        swing: how far ratings swing up and down once over the whole time, in points; how often
            each circumstance is noted swings along, or against it.
    """

    by_day: float = 0.0
    swing: float = 0.0


APART = World()
WORLDS = {
    "each moment for itself": APART,
    "most days all alike": World(by_day=0.8),
    "better and worse weeks": World(swing=1.5),
}


def journal(random: Random, size: int, effect: float = 0.0, world: World = APART) -> list[Told]:
    """Return a journal in which the planted condition adds `effect` points, and none else any."""
    days = max(1, size // 2)
    follows = {key: random.uniform(-1, 1) if world.swing else 0.0 for key in KEYS}
    waves = [sin(2 * pi * day / days) for day in range(days)]

    def noted(day: int) -> set[Key]:
        return {key for key in KEYS if random.random() < _NOTED * (1 + follows[key] * waves[day])}

    of_day = [(random.gauss(0, 1), noted(day)) for day in range(days)]
    told = []
    for number in range(size):
        day = number if number < days else random.randrange(days)
        added, all_day = of_day[day]
        own = noted(day)
        here = {key for key in KEYS if key in (all_day if random.random() < world.by_day else own)}
        rating = _MEAN + world.swing * waves[day] + effect * (PLANTED in here)
        rating += _DEVIATION * sqrt(_SAME_DAY) * added
        rating += _DEVIATION * sqrt(1 - _SAME_DAY) * random.gauss(0, 1)
        told.append(Told(day, min(10, max(0, round(rating))), frozenset(here)))
    return told


def weeks_of(moments: Iterable[Told], highest_from: int = 11) -> list[WeekSums]:
    """Return the sums that the store takes in SQL, the plain way: moment by moment."""
    weeks: dict[int, list[Told]] = defaultdict(list)
    for moment in moments:
        weeks[moment.day // DAYS_IN_WEEK].append(moment)
    return [_week_of(weeks[week], highest_from) for week in sorted(weeks)]


def _week_of(moments: Sequence[Told], highest_from: int) -> WeekSums:
    days: dict[int, list[int]] = defaultdict(list)
    days_with: dict[Key, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for moment in moments:
        days[moment.day].append(moment.rating)
        for key in moment.noted:
            days_with[key][moment.day].append(moment.rating)
    conditions = {
        key: (
            sum(len(ratings) for ratings in found.values()),
            sum(sum(ratings) for ratings in found.values()),
            sum(rating >= highest_from for ratings in found.values() for rating in ratings),
            sum(len(ratings) ** 2 for ratings in found.values()),
            sum(len(ratings) * len(days[day]) for day, ratings in found.items()),
        )
        for key, found in days_with.items()
    }
    return WeekSums(
        len(days),
        len(moments),
        sum(moment.rating for moment in moments),
        sum(moment.rating**2 for moment in moments),
        sum(len(ratings) ** 2 for ratings in days.values()),
        sum(sum(ratings) ** 2 / len(ratings) for ratings in days.values()),
        conditions,
    )


def ours(moments: Sequence[Told], _random: Random) -> set[Key]:
    """Return what Patterns says of: it holds up so far."""
    return _held(weeks_of(moments))


def across_weeks(moments: Sequence[Told], _random: Random) -> set[Key]:
    """Return what ours would say if it compared moments with those of all other weeks, too."""
    weeks = weeks_of(moments)
    return _held([sum(weeks[1:], start=weeks[0])])


def _held(weeks: Iterable[WeekSums]) -> set[Key]:
    tally = Tally(weeks)
    compared = {key: each for key, each in tally.contrasts.items() if tally.has_both(each)}
    if not tally.can_compare or not compared:
        return set()
    scatter = tally.scatter()
    return {
        key for key, each in compared.items() if gap(each, scatter, len(compared)).verdict == HOLDS
    }


def raw(moments: Sequence[Told], _random: Random) -> set[Key]:
    """Return what plain averages would say: a point or more, whatever it rests on."""
    return {key for key, (found, _) in _gaps(moments, least=1).items() if abs(found) >= LEAST_GAP}


def shrunk(moments: Sequence[Told], _random: Random) -> set[Key]:
    """Return what shrinking alone would say: no interval, but at least 5 with and 5 without."""
    return {
        key
        for key, (found, effective) in _gaps(moments).items()
        if abs(found) * effective / (effective + SHRINKAGE) >= LEAST_GAP
    }


def bootstrap(moments: Sequence[Told], random: Random) -> set[Key]:
    """Return what the percentiles of a block bootstrap by day would say in place of ours."""
    days = defaultdict(list)
    for moment in moments:
        days[moment.day].append(moment)
    blocks = list(days.values())
    keys = shrunk(moments, random)
    beyond = FALSE_ALARMS / max(1, len(_gaps(moments))) / 2
    drawn: dict[Key, list[float]] = {key: [] for key in keys}
    for _ in range(_RESAMPLES if keys else 0):
        again = [each for block in random.choices(blocks, k=len(blocks)) for each in block]
        for key in keys:
            found = _gap(again, key)
            if found:
                drawn[key].append(found[0])
    return {key for key in keys if _is_clear_of_zero(sorted(drawn[key]), beyond)}


def _is_clear_of_zero(found: Sequence[float], beyond: float) -> bool:
    outside = int(beyond * len(found))
    return bool(found) and (found[outside] > 0 or found[-1 - outside] < 0)


def _gaps(moments: Sequence[Told], least: int = LEAST_EACH) -> dict[Key, tuple[float, float]]:
    found = {key: _gap(moments, key, least) for key in KEYS}
    return {key: each for key, each in found.items() if each}


def _gap(moments: Sequence[Told], key: Key, least: int = 1) -> tuple[float, float] | None:
    """Return the difference of two means, and how many moments it is worth."""
    one = [moment.rating for moment in moments if key in moment.noted]
    other = [moment.rating for moment in moments if key not in moment.noted]
    if min(len(one), len(other)) < least:
        return None
    difference = sum(one) / len(one) - sum(other) / len(other)
    return difference, 1 / (1 / len(one) + 1 / len(other))


Rule = Callable[[Sequence[Told], Random], set[Key]]


def alarms(rule: Rule, size: int, runs: int, world: World = APART) -> float:
    """Return how often, 0-1, a journal in which nothing goes together is told that it does."""
    random = Random(f"nothing/{size}/{world}")  # noqa: S311 - made up, not a secret
    return sum(bool(rule(journal(random, size, 0, world), random)) for _ in range(runs)) / runs


def found(rule: Rule, size: int, runs: int, world: World = APART) -> float:
    """Return how often, 0-1, the planted condition is found."""
    random = Random(f"planted/{size}/{world}")  # noqa: S311 - made up, not a secret
    told = (rule(journal(random, size, EFFECT, world), random) for _ in range(runs))
    return sum(PLANTED in each for each in told) / runs


def table(rules: Mapping[str, tuple[Rule, World, int]], sizes: Sequence[int] = SIZES) -> str:
    """Return a table: how often each rule errs and, in brackets, how often it finds."""
    lines = [f"| rated moments | {' | '.join(rules)} |", f"|---{'|---' * len(rules)}|"]
    for size in sizes:
        cells = [
            f"{alarms(rule, size, runs, world):.0%} ({found(rule, size, runs, world):.0%})"
            for rule, world, runs in rules.values()
        ]
        lines.append(f"| {size} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main(typed: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser("python -m bench.simulation")
    parser.add_argument("--runs", type=int, default=2_000, help="journals a cell")
    runs = parser.parse_args(typed).runs
    print(
        table(
            {
                "raw averages": (raw, APART, runs // 4),
                "shrunk alone": (shrunk, APART, runs // 4),
                "block bootstrap by day": (bootstrap, APART, runs // 10),
                "ours": (ours, APART, runs),
            }
        )
    )
    print()
    in_worlds = {f"ours, {name}": (ours, world, runs) for name, world in WORLDS.items()}
    swinging = "better and worse weeks"
    in_worlds[f"across weeks, {swinging}"] = (across_weeks, WORLDS[swinging], runs)
    print(table(in_worlds))
    print()
    print(experiments.table(runs))


if __name__ == "__main__":
    main()
