"""Charts in characters: what is more is longer, what is missing is no zero."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracejournal.patterns.gap import Gap
from tracejournal.tui.widgets.bars import LEVELS, bar, cells, column, interval, reach

POINTS = st.floats(-10, 10)


@given(st.lists(st.integers(1, 5_000), min_size=2, max_size=9), st.integers(4, 80))
def test_more_is_never_drawn_shorter_and_the_most_fills_the_width(
    numbers: list[int], width: int
) -> None:
    numbers.sort()
    drawn = [bar(number, numbers[-1], width) for number in numbers]
    assert {len(each) for each in drawn} == {width}
    lengths = [2 * each.count("━") + each.count("╸") for each in drawn]
    assert lengths == sorted(lengths)
    assert lengths[0] >= 1
    assert lengths[-1] == 2 * width


@given(st.integers(0, 500), st.integers(1, 500), st.integers(4, 60))
def test_a_part_that_is_there_has_a_column_and_one_that_is_not_has_none(
    value: int, most: int, width: int
) -> None:
    drawn = cells(min(value, most), most, width)
    assert (drawn > 0) == (min(value, most) > 0)
    assert drawn <= width


@given(st.floats(0, 10), st.floats(0, 10), st.integers(2, 9))
def test_a_higher_rating_is_a_higher_column(one: float, other: float, height: int) -> None:
    low, high = sorted((one, other))
    levels = [sum(map(LEVELS.index, column(each, height))) for each in (low, high)]
    assert levels == sorted(levels)


def test_a_rating_of_zero_is_a_trace_and_none_is_a_dot() -> None:
    assert column(0, 4) == "   ▁"
    assert column(None, 4) == "   ·"
    assert column(10, 4) == "████"


@given(POINTS, POINTS, POINTS, st.integers(5, 30).map(lambda half: 2 * half + 1))
def test_what_is_clear_of_zero_is_drawn_clear_of_the_middle(
    one: float, two: float, three: float, width: int
) -> None:
    low, points, high = sorted((one, two, three))
    gap = Gap(points, low, high)
    drawn = "".join(text for text, _ in interval(gap, reach([gap]), width, "support"))
    half = width // 2
    assert len(drawn) == width
    assert drawn.count("●") == 1
    left, right = drawn[:half].strip(), drawn[half + 1 :].strip()
    if low > 0:
        assert left == ""
    if high < 0:
        assert right == ""
