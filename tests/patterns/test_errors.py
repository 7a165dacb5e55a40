"""How often Patterns errs: no more often than docs/patterns.md says, where the truth is known.

Everything is seeded, so that these tests say the same every time.
"""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.simulation import PLANTED, WORLDS, alarms, found, journal, ours
from tracejournal.patterns.gap import FALSE_ALARMS

RUNS = 300
ROOM = 2 * (FALSE_ALARMS * (1 - FALSE_ALARMS) / RUNS) ** 0.5
"""What chance may add in so many runs."""


@pytest.mark.parametrize("world", ["each moment for itself", "most days all alike"])
@pytest.mark.parametrize("size", [30, 60, 120])
def test_journals_in_which_nothing_goes_together_are_told_no_stories(size: int, world: str) -> None:
    assert alarms(ours, size, RUNS, WORLDS[world]) <= FALSE_ALARMS + ROOM


def test_a_hundred_of_them_are_told_ten_at_most() -> None:
    assert alarms(ours, 60, 100) <= FALSE_ALARMS


def test_what_is_planted_is_found() -> None:
    assert found(ours, 60, 200) >= 0.55
    assert found(ours, 120, 100) >= 0.9


def test_rule_24_below_thirty_nothing_is_told_even_where_it_is_so() -> None:
    assert alarms(ours, 29, 50) == found(ours, 29, 50) == 0


@given(st.lists(st.integers(0, 10), min_size=30, max_size=80), st.integers(0, 2**32))
@settings(max_examples=12, deadline=None)
def test_labels_that_are_shuffled_hold_up_no_more_often_than_documented(
    ratings: list[int], seed: int
) -> None:
    random = Random(seed)  # noqa: S311 - a story, not a secret
    moments = journal(random, len(ratings), 2)
    labels = [moment.noted for moment in moments]
    shuffles, told = 60, 0
    for _ in range(shuffles):
        random.shuffle(labels)
        shuffled = [
            moment._replace(rating=rating, noted=noted)
            for moment, rating, noted in zip(moments, ratings, labels, strict=True)
        ]
        told += bool(ours(shuffled, random))
    assert (
        told / shuffles <= FALSE_ALARMS + 4 * (FALSE_ALARMS * (1 - FALSE_ALARMS) / shuffles) ** 0.5
    )


def test_the_shuffling_itself_takes_the_planted_away() -> None:
    random = Random(7)  # noqa: S311 - a story, not a secret
    moments = journal(random, 120, 3)
    assert PLANTED in ours(moments, random)
    labels = [moment.noted for moment in moments]
    random.shuffle(labels)
    shuffled = [each._replace(noted=noted) for each, noted in zip(moments, labels, strict=True)]
    assert PLANTED not in ours(shuffled, random)
