"""A view over very many rows: a cursor, scrolling, and what comes near is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView

from tracejournal.tui.widgets.row_window import NO_MORE, PAGE, RowWindow

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Mapping

    from textual import events

    from tracejournal.model.entry import EntryLine
    from tracejournal.tui.widgets.row_window import More

OLDEST, NEWEST = -(2**63), 2**63 - 1
"""Rows beyond all others."""


class RowView(ScrollView, can_focus=True):
    """Rows, newest first, with a cursor on one of them. Subclasses draw them."""

    @dataclass
    class LinesWanted(Message):
        """These rows are about to be seen; answer with `add_lines`.

        Attributes:
            rows: what is wanted, the view first.
            edition: which rows they belong to; hand it back.
        """

        entry_list: RowView
        rows: tuple[int, ...]
        edition: int

    @dataclass
    class RowsWanted(Message):
        """The rows that are known end soon; answer with `add_rows`.

        Attributes:
            row: the first or the last that is known.
            above: what is newer than it is wanted, else what is older.
            edition: hand it back.
        """

        entry_list: RowView
        row: int
        above: bool
        edition: int

    @dataclass
    class JumpWanted(Message):
        """Rows far away are wanted; answer with `show_rows` around this one."""

        entry_list: RowView
        row: int

    @dataclass
    class Moved(Message):
        """The cursor was moved, if only to where it was, or what stands there is known now."""

        entry_list: RowView

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Begin empty."""
        super().__init__(id=id)
        self._window = RowWindow()
        self.cursor = 0
        self._rows_asked: set[bool] = set()
        self._is_fitting = False
        self._steps: int | None = None  # taken while a jump to an end is on its way

    @property
    def rows(self) -> array[int]:
        """The rows that are known, in their order."""
        return self._window.rows

    @property
    def is_whole(self) -> bool:
        """Nothing is found but the rows that are known."""
        return not (self._window.more.newer or self._window.more.older)

    @property
    def current_row(self) -> int | None:
        """The row under the cursor."""
        return self._window.row_at(self.cursor)

    @property
    def current(self) -> EntryLine | None:
        """The line under the cursor, where it is known."""
        return self._window.line_at(self.cursor)

    def show_rows(
        self,
        rows: array[int],
        lines: Iterable[EntryLine] = (),
        *,
        at: int | None = None,
        more: More = NO_MORE,
    ) -> None:
        """Show other rows.

        Args:
            rows: row ids, newest first unless `more` says otherwise.
            lines: lines that are known already.
            at: the row to put the cursor on, or on the next older one; where not given, the
                cursor stays on its entry.
            more: what is found beyond these rows.
        """
        at = self.current_row if at is None else at
        window, steps = self._window, self._steps or 0
        window.show(rows, more, same_scale=self.is_vertical_scrollbar_grabbed)
        self._rows_asked, self._steps = set(), None
        self.cursor = window.base
        if at is not None:
            self.cursor = self._within(window.position_of(at) + steps)
        window.learn({line.row: line for line in lines}, self.cursor)
        self._fit_view(None)
        self._reveal()
        self.post_message(self.Moved(self))

    def add_rows(
        self, rows: array[int], edition: int, *, above: bool = False, is_all: bool = False
    ) -> None:
        """Take rows that were asked for.

        Args:
            rows: in the order of the list.
            edition: as it was in `RowsWanted`; an answer that comes too late is let go.
            above: they stand above the others, else below.
            is_all: nothing is found beyond them.
        """
        if edition != self._window.edition:
            return
        self._rows_asked.discard(above)
        top = int(self.scroll_offset.y)
        moved = self._window.add(rows, above=above, is_all=is_all)
        self.cursor += moved
        self._fit_view(top + moved if moved else None)

    def stay(self) -> None:
        """Go on from here: no answer will come to what was asked for."""
        self._rows_asked, self._steps = set(), None

    def _fit_view(self, top: int | None) -> None:
        """Let the view fit other rows, and begin at a line."""
        self._is_fitting = True  # until then a place in the view is none among the rows
        self.virtual_size = Size(0, self._window.total)
        if top is not None:
            self.scroll_to(y=top, animate=False, force=True)
        self._is_fitting = False
        self._want_near(self.cursor)
        self.refresh()

    def add_lines(self, lines: Mapping[int, EntryLine], edition: int | None = None) -> None:
        """Take lines that were asked for.

        Args:
            lines: by row.
            edition: as it was in `LinesWanted`; an answer that comes too late is let go.
        """
        if edition not in (None, self._window.edition):
            return
        had_current = self.current is not None
        self._window.learn(lines, self.cursor, int(self.scroll_offset.y))
        self.refresh()
        if not had_current and self.current is not None:
            self.post_message(self.Moved(self))

    def holds(self, row: int) -> bool:
        """Return whether a row is among those that are known."""
        return self._window.holds(row)

    def move_to_row(self, row: int) -> None:
        """Put the cursor on a row that is known, or on the next older one."""
        self.move_to(self._window.position_of(row))

    def move_to(self, position: int) -> None:
        """Put the cursor on a position, as near as what is known allows."""
        before, self.cursor = self.cursor, self._within(position)
        if self.cursor != before:
            self._reveal()
            self._want_near(self.cursor)
            self.refresh_line(before)
            self.refresh_line(self.cursor)
        self.post_message(self.Moved(self))

    def _within(self, position: int) -> int:
        return max(self._window.base, min(position, self._window.end - 1))

    def _reveal(self) -> None:
        region = Region(0, self.cursor, 1, 1)
        self.scroll_to_region(region, animate=False, force=True)

    def _want_near(self, position: int) -> None:
        window, height = self._window, max(self.size.height, 1)
        if not window.knows(position):
            if window.rows:
                self.post_message(self.JumpWanted(self, window.row_near(position)))
            return
        wanted = window.wanted(position, height)
        if wanted:
            self.post_message(self.LinesWanted(self, wanted, window.edition))
        if window.more.older and position + height + PAGE > window.end:
            self._want_rows(window.rows[-1], above=False)
        if window.more.newer and position - height - PAGE < window.base:
            self._want_rows(window.rows[0], above=True)

    def _want_rows(self, row: int, *, above: bool) -> None:
        if above not in self._rows_asked:
            self._rows_asked.add(above)
            self.post_message(self.RowsWanted(self, row, above, self._window.edition))

    def on_resize(self) -> None:
        """Ask for what became visible."""
        self._want_near(self.cursor)
        self._reveal()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for what came into view by wheel or scrollbar."""
        super().watch_scroll_y(old_value, new_value)
        if self._is_fitting:
            return
        self._want_near(min(int(new_value) + self.size.height // 2, self._window.total - 1))

    def on_key(self, event: events.Key) -> None:
        """Move: arrows, j k g G, pages, home and end."""
        page = max(1, self.size.height - 1)
        steps = {"up": -1, "k": -1, "down": 1, "j": 1, "pageup": -page, "pagedown": page}
        ends = {"home": NEWEST, "g": NEWEST, "end": OLDEST, "G": OLDEST}
        name = event.key if event.key in (*steps, *ends) else event.character or ""
        if name in steps:
            self._step(steps[name])
        elif name in ends:
            self._to_end(ends[name])
        else:
            return
        event.stop()
        event.prevent_default()

    def _step(self, by: int) -> None:
        if self._steps is None:
            self.move_to(self.cursor + by)
        else:
            self._steps += by

    def _to_end(self, row: int) -> None:
        window = self._window
        if window.more.newer if row == NEWEST else window.more.older:
            self._steps = 0
            self.post_message(self.JumpWanted(self, row))
        else:
            self.stay()
            self.move_to(window.base if row == NEWEST else window.end - 1)
