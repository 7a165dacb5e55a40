"""What stands in lists of entries and around them."""

from __future__ import annotations

SELECTED = "✓"
CURSOR = "›"  # noqa: RUF001 - it points at the line
NOT_READ_YET = "…"
NOTHING_SAID = "no numbers, and that is fine"


def gauges(energy: int | None, load: int | None, supported: int | None) -> str:
    """Return the numbers of a check-in in words, those that were given alone."""
    said = (("energy", energy), ("load", load), ("supported", supported))
    given = [f"{name} {number}" for name, number in said if number is not None]
    return " · ".join(given) or NOTHING_SAID


def selected(count: int) -> str:
    """Return how many entries are selected, or "" for none."""
    return f"{count} selected · space takes one back" if count else ""
