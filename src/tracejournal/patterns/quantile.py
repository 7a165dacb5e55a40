"""How far chance alone reaches: quantiles of Student's t, without a library for it."""

from __future__ import annotations

from math import atan, cos, erfc, pi, sin, sqrt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

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


def two_sided_t_of_few(beyond: float, freedom: int) -> float:
    """Return the same for few degrees of freedom: exactly, by the sums of A&S 26.7.3 and 26.7.4.

    Args:
        beyond: how often, 0.02 or more.
        freedom: degrees of freedom, 2 or more; the time it takes grows with them.
    """
    return _where(lambda t: _beyond_t(t, freedom), beyond)


def _beyond_t(t: float, freedom: int) -> float:
    """Return how often chance alone passes t, to either side."""
    angle = atan(t / sqrt(freedom))
    odd = freedom % 2
    term = cos(angle) if odd else 1.0
    total = 0.0
    for number in range(2 + odd, freedom + 1, 2):
        total += term
        term *= cos(angle) ** 2 * (number - 1) / number
    within = 2 / pi * (angle + sin(angle) * total) if odd else sin(angle) * total
    return 1 - within


def _two_sided_normal(beyond: float) -> float:
    """Return the z that chance alone passes, to either side, so often."""
    return _where(lambda z: erfc(z / sqrt(2)), beyond)


def _where(falling: Callable[[float], float], level: float) -> float:
    """Return where a falling function reaches a level, by halving the stretch it lies in."""
    low, high = 0.0, _FARTHEST
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if falling(middle) > level:
            low = middle
        else:
            high = middle
    return (low + high) / 2
