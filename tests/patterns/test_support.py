"""The answer from sums: counts with denominators, what is compared, what is left out."""

from __future__ import annotations

import pytest

from tracejournal.model.sums import LoadSums, Ratings, WeekSums
from tracejournal.patterns.support import Skipped, highest_from, skipped, support

NONE = Ratings(0, 0, (0,) * 11)


def ratings(*each: int) -> Ratings:
    told = tuple(each.count(number) for number in range(11))
    return Ratings(len(each), len(each), told)


def week(
    rated: Ratings, days: int | None = None, **conditions: int | tuple[int, int]
) -> list[WeekSums]:
    """Return told moments as one week; `time=5`: 5 with it, `time=(5, 2)`: 2 of the highest."""
    number = rated.count
    on_days = number if days is None else days
    sums = {}
    for name, counts in conditions.items():
        count, highest = counts if isinstance(counts, tuple) else (counts, 0)
        condition, _, missing = name.partition("__")
        key = condition.replace("_", "-"), missing or "present"
        sums[key] = (count, 6 * count, highest, count, count)
    total, squares = (
        sum(rating**power * count for rating, count in enumerate(rated.told)) for power in (1, 2)
    )
    return [WeekSums(on_days, number, total, squares, number, float(squares), sums)]


FORTY = ratings(*[4, 8] * 20)


class TestTheHighest:
    @pytest.mark.parametrize(
        ("told", "begins", "number"),
        [
            ([1, 2, 3, 4, 5, 6, 7, 8], 7, 2),
            ([1, 2, 3, 4, 5, 6, 8, 8], 8, 2),
            ([1, 2, 3, 4, 5, 8, 8, 8], 8, 3),
            ([5, 5, 5, 5, 5, 5, 5, 9], 5, 8),
            ([0, 0, 0, 0, 0, 0, 10, 10], 10, 2),
        ],
    )
    def test_they_are_a_quarter_and_all_that_are_rated_alike(
        self, told: list[int], begins: int, number: int
    ) -> None:
        found = highest_from(ratings(*told))
        if number == len(told):
            assert found is None  # a quarter is all of them, so none stands out
        else:
            assert found == begins
            assert support(ratings(*told), ()).highest == number

    def test_of_few_or_of_none_there_are_none(self) -> None:
        assert highest_from(NONE) is None
        assert highest_from(ratings(1, 2, 3, 4, 5, 6, 7)) is None
        assert highest_from(ratings(*[7] * 40)) is None


class TestWhatIsCompared:
    def test_rule_24_nothing_is_below_the_threshold_and_it_says_how_much_more(self) -> None:
        few = ratings(*[4, 8] * 9)
        answer = support(few, week(few, days=12, time=9))
        assert (answer.compared, answer.present[0].gap) == (0, None)
        assert (answer.moments_needed, answer.days_needed) == (12, 3)
        assert answer.too_few() == ()

    def test_rule_24_nor_what_has_fewer_than_5_with_or_without(self) -> None:
        answer = support(FORTY, week(FORTY, time=4, humour=36, soon=5, invited=35))
        assert {line.condition for line in answer.too_few()} == {"time", "humour"}
        assert {line.condition for line in answer.present if line.gap} == {"soon", "invited"}
        assert answer.compared == 2

    def test_what_is_felt_is_counted_and_never_compared(self) -> None:
        answer = support(FORTY, week(FORTY, listened=15, seen__missing=15))
        assert [line.count for line in (*answer.present, *answer.missing)] == [15, 15]
        assert (answer.compared, answer.too_few()) == (0, ())

    def test_what_was_missing_is_treated_the_same(self) -> None:
        answer = support(FORTY, week(FORTY, time=12, time__missing=12))
        assert answer.compared == 2
        assert answer.missing[0].gap == answer.present[0].gap

    def test_a_condition_of_another_version_is_counted_alone(self) -> None:
        answer = support(FORTY, week(FORTY, a_new_one=12))
        assert (answer.present[0].count, answer.compared) == (12, 0)

    def test_below_sixty_it_is_an_early_hint(self) -> None:
        assert support(FORTY, week(FORTY)).is_early
        assert not support(ratings(*[4, 8] * 30), ()).is_early


def test_lines_begin_with_what_is_most_often_among_the_highest() -> None:
    answer = support(FORTY, week(FORTY, soon=(9, 1), time=(5, 4), humour=(9, 4), invited=(9, 1)))
    assert [line.condition for line in answer.present] == ["humour", "time", "invited", "soon"]


class TestSkippedRatings:
    def test_they_are_told_by_ones_own_heaviest_days(self) -> None:
        loads = [LoadSums(2, 4, 20, 2), LoadSums(5, 2, 14, 4), LoadSums(8, 2, 7, 5)]
        found = skipped(loads)
        assert found == Skipped(8, 7, 5, 34, 6)
        assert found.more_on_heavy_days

    def test_where_all_days_weigh_the_same_there_is_nothing_to_tell(self) -> None:
        assert skipped([]) is None
        assert skipped([LoadSums(5, 9, 30, 10)]) is None

    @pytest.mark.parametrize(
        "found",
        [
            Skipped(8, 4, 4, 34, 6),  # four moments say nothing yet
            Skipped(8, 10, 2, 10, 2),
            Skipped(8, 10, 1, 10, 2),
            Skipped(8, 10, 5, 0, 0),
        ],
    )
    def test_nothing_is_said_where_it_is_not_so(self, found: Skipped) -> None:
        assert not found.more_on_heavy_days
