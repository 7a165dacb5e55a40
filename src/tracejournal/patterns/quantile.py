"""How far chance alone reaches: quantiles of Student's t, without a library for it."""

from __future__ import annotations

from math import erfc, sqrt

_FARTHEST = 40.0
_HALVINGS = 64


def two_sided_t(beyond: float, freedom: int) -> float:
    """Return the t that chance alone passes, to either side, so often.

    The expansion about the normal quantile of Abramowitz & Stegun 1964, formula 26.7.5. With 26
    degrees of freedom, the fewest there are here, it is right to 0.0001 down to 0.002.

    Args:
        beyond: how often, above 0 and below 1.
        freedom: degrees of freedom, 26 or more.
    """
    z = _two_sided_normal(beyond)
    terms = (
        z,
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92_160,
    )
    return sum(term / float(freedom) ** power for power, term in enumerate(terms))


def _two_sided_normal(beyond: float) -> float:
    """Return the z that `erfc(z / sqrt(2))` is this of, by halving the stretch it lies in."""
    low, high = 0.0, _FARTHEST
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if erfc(middle / sqrt(2)) > beyond:
            low = middle
        else:
            high = middle
    return (low + high) / 2
