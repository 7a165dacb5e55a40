"""What an experiment shows, from sums: under the same rules as all that is compared."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.experiments import ALIKE, KINDS, ours, said
from tracejournal.model.experiment import Experiment, WeekTold
from tracejournal.patterns.experiment import Result, result
from tracejournal.patterns.experiment_said import shown
from tracejournal.patterns.gap import FALSE_ALARMS, HOLDS, TOO_LITTLE
from tracejournal.patterns.quantile import two_sided_t_of_few

MONDAY = date(2026, 1, 5)


def experiment(plan: str, **more: object) -> Experiment:
    return Experiment.restored(
        id="1a", action="tea", plan=plan, starts_on=MONDAY, declared_at="", **more
    )


def week(mean: float, rated: int = 10, days: int = 5, done: int = 0) -> WeekTold:
    return WeekTold(rated + 1, rated, round(mean * rated), days if rated else 0, done, done)


def shows(plan: str, *weeks: WeekTold, **more: object) -> Result:
    asked = experiment(plan, **more)
    return result(asked, weeks, asked.last + timedelta(days=1))


class TestTheGap:
    def test_it_is_that_of_week_means_shrunk_and_its_interval_that_of_weeks(self) -> None:
        found = shows("x-x-", week(8), week(4), week(7), week(5)).gap
        assert found is not None
        # 7.5 - 4.5 = 3; of week means s² = 0.5, t of 2 degrees of freedom 2.92, V = 0.5;
        # worth 40 / 4 = 10 moments, so shrunk by 10 / 15.
        assert found.points == pytest.approx(3 * 10 / 15)
        reach = 2.92 * 0.5**0.5 * 10 / 15
        assert found.low == pytest.approx(2 - reach, abs=1e-3)
        assert found.high == pytest.approx(2 + reach, abs=1e-3)
        assert found.verdict == HOLDS

    def test_a_week_counts_once_however_many_moments_it_has(self) -> None:
        many = shows("x-x-", week(8, 1_000), week(4), week(6), week(4)).gap
        few = shows("x-x-", week(8, 10), week(4), week(6), week(4)).gap
        assert many is not None
        assert few is not None
        assert many.low / many.points == pytest.approx(few.low / few.points)

    def test_a_gap_below_a_point_is_too_little_to_say(self) -> None:
        plan = "x-x-x-x-"
        found = shows(plan, *(week(5.6 if sign == "x" else 5.0) for sign in plan)).gap
        assert found is not None
        assert found.low > 0
        assert found.verdict == TOO_LITTLE

    @given(
        st.lists(
            st.tuples(st.integers(5, 15), st.integers(0, 10)).map(lambda p: week(p[1], p[0])),
            min_size=8,
            max_size=8,
        )
    )
    def test_the_other_way_round_it_is_the_other_way_round(self, weeks: list[WeekTold]) -> None:
        one, other = shows("x-x-x-x-", *weeks).gap, shows("-x-x-x-x", *weeks).gap
        if one is None or other is None:
            assert one is other
            return
        assert one.points == pytest.approx(-other.points, abs=1e-9)
        assert (one.low, one.high) == pytest.approx((-other.high, -other.low))

    @pytest.mark.parametrize(
        ("beyond", "freedom", "expected"),
        [
            (0.10, 2, 2.91999),
            (0.10, 3, 2.35336),
            (0.10, 4, 2.13185),
            (0.10, 7, 1.89458),
            (0.10, 10, 1.81246),
            (0.05, 5, 2.57058),
        ],
    )
    def test_the_quantile_is_that_of_the_tables(
        self, beyond: float, freedom: int, expected: float
    ) -> None:
        assert two_sided_t_of_few(beyond, freedom) == pytest.approx(expected, abs=1e-5)


class TestTheThreshold:
    def test_rule_24_nothing_is_said_below_30_rated_moments_on_15_days(self) -> None:
        enough = (week(8, 8, 4), week(4, 7, 4), week(8, 8, 4), week(4, 7, 4))
        assert shows("x-x-", *enough).gap is not None
        assert shows("x-x-", week(8, 7, 4), *enough[1:]).gap is None
        assert shows("x-x-", week(8, 8, 2), *enough[1:]).gap is None

    def test_rule_24_nor_without_5_and_two_weeks_on_each_side(self) -> None:
        assert shows("x-x-", week(8, 2), week(4, 40), week(8, 2), week(4, 40)).gap is None
        assert shows("x-x-", week(8, 40), week(4), week(8, 0), week(4)).gap is None

    def test_it_says_how_many_there_are(self) -> None:
        found = shows("x-x-", *[week(5, 3, 2)] * 4)
        said_of_it = " ".join(shown(experiment("x-x-"), found))
        assert "Too little to compare: 12 rated moments on 8 days" in said_of_it
        assert "30 on 15 days" in said_of_it


class TestWhatIsSaid:
    @pytest.mark.parametrize(
        ("means", "verdict"),
        [
            ((8, 4, 7, 5), "Holds up so far: weeks with it were rated higher, by about 2.0"),
            ((4, 8, 5, 7), "Holds up so far: weeks with it were rated lower, by about 2.0"),
            ((8, 4, 5, 6), "Could be chance: the gap is +1.0 points"),
        ],
    )
    def test_the_verdict_is_one_of_three_with_its_numbers(
        self, means: tuple[int, ...], verdict: str
    ) -> None:
        found = shows("x-x-", *map(week, means))
        told = list(shown(experiment("x-x-"), found))
        assert any(each.startswith(verdict) for each in told)
        assert told[0].startswith(f"with: {(means[0] + means[2]) / 2:.1f} of 10")
        assert "20 rated moments, 10 days, 2 weeks" in told[0]
        assert "you knew which week it was" in told[-1]

    def test_rule_02_whether_it_happened_is_a_count_without_blame(self) -> None:
        weeks = (week(8, done=2), week(4, done=1), week(7), week(5))
        asked = experiment("x-x-", kind="huddle")
        told = " ".join(shown(asked, shows("x-x-", *weeks, kind="huddle")))
        assert "in 1 of the 2 weeks with it, and in 1 of the 2 without" in told
        assert "Of the 20 rated moments in weeks with it, 2 are it themselves." in told
        untold = " ".join(shown(experiment("x-x-"), shows("x-x-", *weeks)))
        assert "Moments tell of it" not in untold


class TestHowOftenItErrs:
    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize("weeks", [4, 6, 12])
    def test_null_experiments_are_told_no_more_stories_than_documented(
        self, weeks: int, kind: str
    ) -> None:
        runs = 250
        room = 2 * (FALSE_ALARMS * (1 - FALSE_ALARMS) / runs) ** 0.5
        assert said(ours, weeks, runs, 0.0, KINDS[kind]) <= FALSE_ALARMS + room

    def test_two_points_that_are_planted_are_found(self) -> None:
        assert said(ours, 6, 200, 2.0, ALIKE) >= 0.6
        assert said(ours, 12, 100, 2.0, ALIKE) >= 0.85
