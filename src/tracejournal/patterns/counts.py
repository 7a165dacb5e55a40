"""How moments happened, named and put in order, for a chart or a list."""

from __future__ import annotations

from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import CONDITIONS, KINDS, MODES, OCCASIONS, SUPPORTS, WHO, label

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.model.vocabulary import Term
    from tracejournal.model.ways import Ways

VOCABULARIES: dict[str, Sequence[Term]] = {
    "kind": KINDS,
    "mode": MODES,
    "support": SUPPORTS,
    "occasion": OCCASIONS,
    "who": WHO,
    "present": CONDITIONS,
    "missing": CONDITIONS,
}
"""The fields whose counts are shown, and the terms they are of."""

_MOST_FIRST = ("kind", "present", "missing")
"""Fields with many terms: most often first. The others stand as they are offered, and so do roles:
nobody is ranked."""


def keys_in_order(ways: Ways, field: str) -> list[tuple[str, int]]:
    """Return the keys of a field that occur, and how often."""
    places = {term.key: place for place, term in enumerate(VOCABULARIES[field])}

    def place(counted: tuple[str, int]) -> tuple[int, int, str]:
        key, number = counted
        most_first = -number if field in _MOST_FIRST else 0
        return most_first, places.get(key, len(places)), key

    return sorted(ways.counts.get(field, {}).items(), key=place)


def in_order(ways: Ways, field: str) -> list[tuple[str, int]]:
    """Return what the keys of a field are called, and how often they occur."""
    return [(name_of(field, key), number) for key, number in keys_in_order(ways, field)]


def name_of(field: str, key: str) -> str:
    """Return what people call a key of a field."""
    return one_line(label(VOCABULARIES[field], key))
