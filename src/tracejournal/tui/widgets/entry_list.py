"""A list of entries that stays instant with a million of them.

It holds a few hundred row ids and draws the lines in view; more rows, and pages of lines, are
asked for by message when they come near. A widget per row would take 25 s to mount at 100,000.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tracejournal.tui.commands import LIST, SHELF, bindings
from tracejournal.tui.widgets.entry_line import day_of, fitted, pieces, whole_day_of
from tracejournal.tui.widgets.row_view import RowView
from tracejournal.tui.widgets.row_window import NO_MORE
from tracejournal.tui.widgets.shelf import OnShelf
from tracejournal.words import lists

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Region

    from tracejournal.model.entry import EntryLine
    from tracejournal.tui.widgets.row_window import More


class EntryList(RowView, OnShelf, can_focus=True):
    """Entries, newest first, one line each."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings((*LIST, *SHELF)))
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "entry-list--plain",
        "entry-list--faint",
        "entry-list--mark",
        "entry-list--moment",
        "entry-list--reflection",
        "entry-list--check-in",
        "entry-list--cursor",
    }
    DEFAULT_CSS = """
    EntryList {
        height: 1fr;
        overflow-x: hidden;
        color: $ink;
        scrollbar-size-vertical: 1;
        .entry-list--plain { color: $ink; }
        .entry-list--faint { color: $ink-faint; }
        .entry-list--mark { color: $lead; text-style: bold; }
        .entry-list--moment { color: $lead; }
        .entry-list--reflection { color: $felt; }
        .entry-list--check-in { color: $support; }
        .entry-list--cursor { background: $marked; }
    }
    """

    show_words: reactive[bool] = reactive(default=True)
    """Whether lines show words, or dates and kinds alone."""

    @dataclass
    class Chosen(Message):
        """Something is to be done with entries.

        Attributes:
            what: "open", "edit", "delete", "seal", "unseal", "restore" or "erase".
            ids: public ids; several where several are selected.
        """

        entry_list: EntryList
        what: str
        ids: tuple[str, ...]

    @dataclass
    class Selected(Message):
        """Other entries are selected."""

        entry_list: EntryList

    def __init__(self, *, with_day: bool = True, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Begin empty.

        Args:
            with_day: whether lines begin with the day (History) or with the time (Today). With
                the day, the line under the cursor stays marked while something else has focus.
            id: the widget's id.
        """
        super().__init__(id=id)
        self._with_day = with_day
        self._selected: dict[int, str] = {}
        self._ground = Style()

    @property
    def selected(self) -> tuple[str, ...]:
        """Ids of the selected entries, newest first."""
        return tuple(self._selected[row] for row in sorted(self._selected, reverse=True))

    def show_rows(
        self,
        rows: array[int],
        lines: Iterable[EntryLine] = (),
        *,
        at: int | None = None,
        more: More = NO_MORE,
    ) -> None:
        """Show other rows. What is selected stays so where it is still there."""
        was_empty = not self.rows
        super().show_rows(rows, lines, at=at, more=more)
        self._keep_selected()
        if was_empty != (not rows):
            self.refresh_bindings()

    def _keep_selected(self) -> None:
        lacks = self._window.lacks
        kept = {row: id_ for row, id_ in self._selected.items() if not lacks(row)}
        if kept != self._selected:
            self._selected = kept
            self.post_message(self.Selected(self))

    def clear_selection(self) -> None:
        """Select nothing."""
        self._selected.clear()
        self.post_message(self.Selected(self))
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on what was clicked; a second click opens it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        position = int(self.scroll_offset.y) + offset.y
        if self._window.knows(position):
            self.move_to(position)
            if event.chain > 1:
                self.action_open()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of the view that are to be painted."""
        self._ground = self.rich_style  # worked out anew each time it is asked for, so once for all
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the view."""
        width = self.scrollable_content_region.width
        position = int(self.scroll_offset.y) + y
        ground = self._ground
        if position >= self._window.total:
            return Strip.blank(width, ground)
        if position == self.cursor and (self.has_focus or self._with_day):
            ground += self._style("cursor")
        segments = [
            Segment(text, ground + self._style(name)) for text, name in self._pieces(position)
        ]
        return Strip(fitted(segments, width, ground), width)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"entry-list--{name}", partial=True)

    def _pieces(self, position: int) -> Sequence[tuple[str, str]]:
        line = self._window.line_at(position)
        mark = lists.CURSOR if position == self.cursor and self.has_focus else " "
        if self._window.row_at(position) in self._selected:
            mark = lists.SELECTED
        if line is None:
            return [(mark, "mark"), (lists.NOT_READ_YET, "faint")]
        return pieces(line, self._when(line, position), mark, show_words=self.show_words)

    def _when(self, line: EntryLine, position: int) -> str:
        if not self._with_day:
            return f"{line.when.at:%H:%M}"
        if not self._window.more.in_time:
            return whole_day_of(line)
        return day_of(line, self._window.line_at(position - 1))

    @property
    def has_entry(self) -> bool:
        """Whether there are any."""
        return bool(self.rows)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing where there is nothing."""
        if action in ("open", "select"):
            return self.has_entry
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Open the entry under the cursor."""
        self.choose("open")

    def action_select(self) -> None:
        """Select the entry under the cursor, or not, and go on."""
        line = self.current
        if line is None:
            return
        if self._selected.pop(line.row, None) is None:
            self._selected[line.row] = line.id
        self.refresh_line(self.cursor)
        self.post_message(self.Selected(self))
        self.move_to(self.cursor + 1)

    def choose(self, what: str) -> None:
        """Ask that something is done with the selected entries, or with the one under the cursor.

        Opening and changing are for one entry: the one under the cursor.
        """
        current = (self.current.id,) if self.current else ()
        alone = what in ("open", "edit")
        chosen = current if alone else self.selected or current
        if chosen:
            self.post_message(self.Chosen(self, what, chosen))
