"""What a list of entries knows: all its rows, and the lines of those that were looked at."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracejournal.model.entry import EntryLine

PAGE = 128
"""Rows asked for at once."""

MOST_LINES = 2_048
"""Lines kept in memory; those far from where one looks are let go first."""


class RowWindow:
    """Rows, newest first, eight bytes each, and a few hundred lines of them.

    Attributes:
        rows: row ids, newest first.
        edition: another number whenever other rows are shown.
    """

    def __init__(self) -> None:
        """Begin empty."""
        self.rows = array("q")
        self.edition = 0
        self._lines: dict[int, EntryLine] = {}
        self._asked: set[int] = set()

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def show(self, rows: array[int]) -> None:
        """Take other rows. Every line is to be read again, and seen as it was until then."""
        self.rows = rows
        self.edition += 1
        self._asked = set()

    def line_at(self, position: int) -> EntryLine | None:
        """Return the line at a position, where there is one and it is known."""
        known = 0 <= position < len(self.rows)
        return self._lines.get(self.rows[position]) if known else None

    def position_of(self, row: int) -> int:
        """Return where a row, or the next older one, stands."""
        low, high = 0, len(self.rows)
        while low < high:
            middle = (low + high) // 2
            if self.rows[middle] > row:
                low = middle + 1
            else:
                high = middle
        return max(0, min(low, len(self.rows) - 1))

    def holds(self, row: int) -> bool:
        """Return whether a row is among them."""
        return bool(self.rows) and self.rows[self.position_of(row)] == row

    def wanted(self, position: int, height: int) -> tuple[int, ...]:
        """Return rows to ask for: none while all in view are known, else a page around them.

        Args:
            position: where one looks.
            height: lines of the view, which may begin or end there.
        """
        seen = self.rows[max(0, position - height) : position + height]
        if all(row in self._asked for row in seen):
            return ()
        start = max(0, position - PAGE // 2)
        near = (*seen, *self.rows[start : start + PAGE])
        wanted = tuple(row for row in dict.fromkeys(near) if row not in self._asked)
        self._asked.update(wanted)
        return wanted

    def learn(self, lines: Mapping[int, EntryLine], *places: int) -> None:
        """Take lines that were read; far from `places`, lines may be forgotten for them."""
        self._lines.update(lines)
        self._asked.update(lines)
        if len(self._lines) > MOST_LINES:
            near = set(lines).union(*(self._near(place) for place in places))
            self._lines = {row: line for row, line in self._lines.items() if row in near}
            self._asked &= near

    def _near(self, position: int) -> array[int]:
        return self.rows[max(0, position - 2 * PAGE) : position + 2 * PAGE]
