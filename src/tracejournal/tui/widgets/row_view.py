"""A view over very many rows: a cursor, scrolling, and lines asked for when they come near."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView

from tracejournal.tui.widgets.row_window import RowWindow

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Mapping

    from textual import events

    from tracejournal.model.entry import EntryLine


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
    class Moved(Message):
        """The cursor was moved, if only to where it was, or what stands there is known now."""

        entry_list: RowView

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Begin empty."""
        super().__init__(id=id)
        self._window = RowWindow()
        self.cursor = 0

    @property
    def rows(self) -> array[int]:
        """The rows in the list, newest first."""
        return self._window.rows

    @property
    def current_row(self) -> int | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    @property
    def current(self) -> EntryLine | None:
        """The line under the cursor, where it is known."""
        return self._window.line_at(self.cursor)

    def show_rows(
        self, rows: array[int], lines: Iterable[EntryLine] = (), *, at: int | None = None
    ) -> None:
        """Show other rows.

        Args:
            rows: row ids, newest first.
            lines: lines that are known already.
            at: the row to put the cursor on, or on the next older one; where not given, the
                cursor stays on its entry.
        """
        at = self.current_row if at is None else at
        self._window.show(rows)
        self._window.learn({line.row: line for line in lines}, 0)
        self.cursor = 0 if at is None else self._window.position_of(at)
        self._fit_view()
        self.post_message(self.Moved(self))

    def add_rows(self, rows: array[int]) -> None:
        """Take older rows, to stand below the others."""
        self.rows.extend(rows)
        self._fit_view()

    def _fit_view(self) -> None:
        self.virtual_size = Size(0, len(self.rows))
        self._want_near(self.cursor)
        self._reveal()
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
        """Return whether a row is in the list."""
        return self._window.holds(row)

    def move_to_row(self, row: int) -> None:
        """Put the cursor on a row, or on the next older one."""
        self.move_to(self._window.position_of(row))

    def move_to(self, position: int) -> None:
        """Put the cursor on a position, as near as the list allows."""
        before, self.cursor = self.cursor, max(0, min(position, len(self.rows) - 1))
        if self.cursor != before:
            self._reveal()
            self._want_near(self.cursor)
            self.refresh_line(before)
            self.refresh_line(self.cursor)
        self.post_message(self.Moved(self))

    def _reveal(self) -> None:
        region = Region(0, self.cursor, 1, 1)
        self.scroll_to_region(region, animate=False, force=True)

    def _want_near(self, position: int) -> None:
        wanted = self._window.wanted(position, max(self.size.height, 1))
        if wanted:
            self.post_message(self.LinesWanted(self, wanted, self._window.edition))

    def on_resize(self) -> None:
        """Ask for what became visible."""
        self._want_near(self.cursor)
        self._reveal()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for what came into view by wheel or scrollbar."""
        super().watch_scroll_y(old_value, new_value)
        self._want_near(int(new_value) + self.size.height // 2)

    def on_key(self, event: events.Key) -> None:
        """Move: arrows, j k g G, pages, home and end."""
        page = max(1, self.size.height - 1)
        last = len(self.rows) - 1
        places = {
            "up": self.cursor - 1, "k": self.cursor - 1,
            "down": self.cursor + 1, "j": self.cursor + 1,
            "pageup": self.cursor - page, "pagedown": self.cursor + page,
            "home": 0, "g": 0, "end": last, "G": last,
        }  # fmt: skip
        name = event.key if event.key in places else event.character
        if name in places:
            event.stop()
            event.prevent_default()
            self.move_to(places[name])
