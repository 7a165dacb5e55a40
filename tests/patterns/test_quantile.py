"""Against the tables of Student's t."""

from __future__ import annotations

import pytest

from tracejournal.patterns.quantile import two_sided_t


@pytest.mark.parametrize(
    ("beyond", "freedom", "expected"),
    [
        (0.10, 28, 1.70113),
        (0.05, 28, 2.04841),
        (0.01, 28, 2.76326),
        (0.002, 28, 3.40816),
        (0.05, 58, 2.00172),
        (0.002, 58, 3.23680),
        (0.05, 1_000, 1.96234),
        (0.05, 10**9, 1.95996),
    ],
)
def test_it_is_right_to_four_places(beyond: float, freedom: int, expected: float) -> None:
    assert two_sided_t(beyond, freedom) == pytest.approx(expected, abs=1e-4)
