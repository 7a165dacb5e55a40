"""How often a self-experiment errs, asked of made-up ones whose truth is known.

`python -m bench.simulation` prints the table. In each, half of the weeks are with something, drawn
by lot or in turn; there are so many rated moments a week. A rating is 5, plus what its week, its
day and the moment itself add (the last two as in `bench.simulation`), rounded and kept within 0-10.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from math import pi, sin, sqrt
from random import Random
from typing import NamedTuple

from tracejournal.model.days import DAYS_IN_WEEK
from tracejournal.model.experiment import Experiment, WeekTold, alternating_plan, drawn_plan
from tracejournal.patterns.experiment import result
from tracejournal.patterns.gap import HOLDS, LEAST_GAP

WEEKS = (4, 6, 8, 12)
A_WEEK = 10
"""Rated moments a week."""

EFFECT = 2.0
_MEAN, _DEVIATION, _SAME_DAY = 5.0, 2.0, 0.4
_MONDAY = date(2026, 1, 5)


class Weeks(NamedTuple):
    """How weeks differ when nothing is done.

    Attributes:
        deviation: the standard deviation of what a week adds, in points.
        swing: how far ratings swing up and down once over the whole time, in points.
        drawn: the weeks with it are drawn by lot, not in turn.
    """

    deviation: float = 0.0
    swing: float = 0.0
    drawn: bool = False


ALIKE = Weeks()
KINDS = {
    "weeks alike": ALIKE,
    "weeks differ by a point": Weeks(deviation=1.0),
    "better and worse weeks": Weeks(swing=1.5),
    "the same, drawn": Weeks(swing=1.5, drawn=True),
}

Rule = Callable[[Experiment, list[list[list[int]]]], bool]
"""Whether something is said to hold up, of the ratings of each day of each week."""


def made_up(
    random: Random, weeks: int, effect: float, kind: Weeks
) -> tuple[Experiment, list[list[list[int]]]]:
    """Return an experiment that is over, and its ratings by week and day."""
    seed = random.randrange(2**32)
    plan = drawn_plan(weeks, seed) if kind.drawn else alternating_plan(weeks)
    experiment = Experiment("made-up", "it", plan, _MONDAY, "")
    return experiment, [
        _week(
            random,
            _MEAN
            + effect * week.is_with
            + random.gauss(0, kind.deviation)
            + kind.swing * sin(2 * pi * (week.number - 0.5) / weeks),
        )
        for week in experiment.weeks
    ]


def _week(random: Random, level: float) -> list[list[int]]:
    days: list[list[int]] = [[] for _ in range(DAYS_IN_WEEK)]
    added = [random.gauss(0, _DEVIATION * sqrt(_SAME_DAY)) for _ in days]
    for _ in range(A_WEEK):
        day = random.randrange(5)  # of working days
        rating = level + added[day] + random.gauss(0, _DEVIATION * sqrt(1 - _SAME_DAY))
        days[day].append(min(10, max(0, round(rating))))
    return days


def ours(experiment: Experiment, weeks: list[list[list[int]]]) -> bool:
    """Return whether the result card says that it holds up so far."""
    told = [
        WeekTold(
            sum(map(len, days)), sum(map(len, days)), sum(map(sum, days)), sum(map(bool, days))
        )
        for days in weeks
    ]
    over = experiment.weeks[-1].next_first
    gap = result(experiment, told, over).gap
    return gap is not None and gap.verdict == HOLDS


def plain(experiment: Experiment, weeks: list[list[list[int]]]) -> bool:
    """Return whether plain averages over all moments would say so: a point apart."""
    pairs = list(zip(experiment.weeks, weeks, strict=True))
    sides = (
        [rating for week, days in pairs if week.is_with is side for day in days for rating in day]
        for side in (True, False)
    )
    one, other = (sum(side) / len(side) for side in sides)
    return abs(one - other) >= LEAST_GAP


def said(rule: Rule, weeks: int, runs: int, effect: float = 0.0, kind: Weeks = ALIKE) -> float:
    """Return how often, 0-1, something is said to hold up."""
    random = Random(f"experiment/{weeks}/{effect}/{kind}")  # noqa: S311 - made up, not a secret
    return sum(rule(*made_up(random, weeks, effect, kind)) for _ in range(runs)) / runs


def table(runs: int) -> str:
    """Return a table: how often null ones are told something and, in brackets, two points found."""
    columns: dict[str, tuple[Rule, Weeks]] = {
        "plain averages, weeks differ by a point": (plain, KINDS["weeks differ by a point"])
    }
    columns |= {f"ours, {name}": (ours, kind) for name, kind in KINDS.items()}
    lines = [f"| weeks | {' | '.join(columns)} |", f"|---{'|---' * len(columns)}|"]
    for weeks in WEEKS:
        found = [
            [said(rule, weeks, runs, effect, kind) for effect in (0.0, EFFECT)]
            for rule, kind in columns.values()
        ]
        cells = [f"{alarms:.0%} ({planted:.0%})" for alarms, planted in found]
        lines.append(f"| {weeks} | {' | '.join(cells)} |")
    return "\n".join(lines)
