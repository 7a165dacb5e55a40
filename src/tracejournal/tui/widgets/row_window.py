"""What a list of entries knows: rows around where one looks, and the lines of a few of them."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracejournal.model.entry import EntryLine

PAGE = 128
"""Lines asked for at once, and how near an end of the rows may come before more are asked for."""

MOST_LINES = 2_048
"""Lines kept in memory; those far from where one looks are let go first."""

MOST_GUESSED = 10_000_000
"""Entries a scroll bar reckons with, however close together those are that are known."""


@dataclass(frozen=True)
class More:
    """What is found beyond the rows of a list.

    Attributes:
        newer: there are newer ones above.
        older: there are older ones below.
        newest: the newest row there may be; of use where there is more.
        oldest: the oldest row there may be.
        in_time: the rows stand in the order of time, else in an order of their own.
    """

    newer: bool = False
    older: bool = False
    newest: int = 0
    oldest: int = 0
    in_time: bool = True


NO_MORE = More()


class RowWindow:
    """Rows that stand next to each other in what was found, and a few hundred lines of them.

    A million ids would be 8 MB, and a third of a second of reading after every change. So only
    those around the cursor are known, and the place of all others is guessed from their time: a
    scroll bar shows when one is, which is what it is pulled for.

    Attributes:
        rows: row ids, newest first where `more.in_time`.
        more: what is found beyond them.
        base: the position of the first row; 0 where there is none above.
        total: how many positions there are; a guess while there is more.
        edition: another number whenever other rows are shown.
    """

    def __init__(self) -> None:
        """Begin empty."""
        self.rows = array("q")
        self.more = NO_MORE
        self.base = 0
        self.total = 0
        self.edition = 0
        self._guess = 0
        self._lines: dict[int, EntryLine] = {}
        self._asked: set[int] = set()

    def show(self, rows: array[int], more: More = NO_MORE, *, same_scale: bool = False) -> None:
        """Take other rows. Every line is to be read again, and seen as it was until then.

        Args:
            rows: what is shown.
            more: what is found beyond it.
            same_scale: places are guessed as they were, as while someone pulls the scroll bar.
        """
        self.rows, self.more = rows, more
        self.edition += 1
        self._asked = set()
        if not (same_scale and self._guess):
            self._guess = self._guessed()
        self.base = max(PAGE, self._share(more.newest - rows[0])) if more.newer else 0
        self._measure()

    def add(self, rows: array[int], *, above: bool, is_all: bool) -> int:
        """Take rows next to those that are known; return how far the known ones moved down.

        Args:
            rows: in the order of the list.
            above: they stand above the others, else below.
            is_all: nothing is found beyond them.
        """
        more = self.more
        self.more = More(
            newer=more.newer and not (above and is_all),
            older=more.older and (above or not is_all),
            newest=more.newest,
            oldest=more.oldest,
        )
        moved = 0
        if above:
            self.rows = rows + self.rows
            base = max(PAGE, self.base - len(rows)) if self.more.newer else 0
            moved = base + len(rows) - self.base
            self.base = base
        else:
            self.rows.extend(rows)
        self._measure()
        return moved

    def _measure(self) -> None:
        below = 0
        if self.more.older:
            below = max(PAGE, self._share(self.rows[-1] - self.more.oldest))
        self.total = self.base + len(self.rows) + below

    def _guessed(self) -> int:
        """Return how many there would be, were all as close together as those that are known."""
        if not (self.more.newer or self.more.older):
            return 0
        known = max(1, self.rows[0] - self.rows[-1])
        return min(MOST_GUESSED, len(self.rows) * self._span // known)

    @property
    def _span(self) -> int:
        return max(1, self.more.newest - self.more.oldest)

    def _share(self, stretch: int) -> int:
        """Return how many may stand in a stretch of time."""
        return max(0, stretch) * self._guess // self._span

    def row_near(self, position: int) -> int:
        """Return what row may stand at a position where none is known."""
        return self.more.newest - position * self._span // max(1, self.total)

    @property
    def end(self) -> int:
        """The position behind the last row that is known."""
        return self.base + len(self.rows)

    def knows(self, position: int) -> bool:
        """Return whether the row at a position is known."""
        return self.base <= position < self.end

    def row_at(self, position: int) -> int | None:
        """Return the row at a position, where it is known."""
        return self.rows[position - self.base] if self.knows(position) else None

    def line_at(self, position: int) -> EntryLine | None:
        """Return the line at a position, where there is one and it is known."""
        return self._lines.get(self.rows[position - self.base]) if self.knows(position) else None

    def position_of(self, row: int) -> int:
        """Return where a row or the next older one stands; out of the order of time, the first."""
        if not self.more.in_time:
            return self.rows.index(row) if row in self.rows else 0
        low, high = 0, len(self.rows)
        while low < high:
            middle = (low + high) // 2
            if self.rows[middle] > row:
                low = middle + 1
            else:
                high = middle
        return self.base + max(0, min(low, len(self.rows) - 1))

    def holds(self, row: int) -> bool:
        """Return whether a row is among those that are known."""
        return bool(self.rows) and self.row_at(self.position_of(row)) == row

    def lacks(self, row: int) -> bool:
        """Return whether a row is certainly not found."""
        beyond = bool(self.rows) and (
            (self.more.newer and row > self.rows[0]) or (self.more.older and row < self.rows[-1])
        )
        return not beyond and not self.holds(row)

    def wanted(self, position: int, height: int) -> tuple[int, ...]:
        """Return rows whose lines to ask for: none while all in view are known, else a page.

        Args:
            position: where one looks.
            height: lines of the view, which may begin or end there.
        """
        place = position - self.base
        seen = self.rows[max(0, place - height) : max(0, place + height)]
        if all(row in self._asked for row in seen):
            return ()
        start = max(0, place - PAGE // 2)
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
        place = position - self.base
        return self.rows[max(0, place - 2 * PAGE) : max(0, place + 2 * PAGE)]
