"""A list of entries that stays instant with a million of them.

It holds row ids alone and draws the lines in view; pages of lines are asked for by message when
they come near. A widget per row would take 25 s to mount at 100,000.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tracejournal.tui.commands import LIST, SHELF, bindings
from tracejournal.tui.widgets.entry_line import day_of, fitted, pieces
from tracejournal.tui.widgets.row_window import RowWindow
from tracejournal.tui.widgets.shelf import OnShelf
from tracejournal.words import lists

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Mapping, Sequence

    from textual import events
    from textual.binding import BindingType

    from tracejournal.model.entry import EntryLine


class EntryList(ScrollView, OnShelf, can_focus=True):
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
    class LinesWanted(Message):
        """These rows are about to be seen; answer with `add_lines`.

        Attributes:
            rows: what is wanted, the view first.
            edition: which rows they belong to; hand it back.
        """

        entry_list: EntryList
        rows: tuple[int, ...]
        edition: int

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
    class Moved(Message):
        """The cursor was moved, if only to where it was, or what stands there is known now."""

        entry_list: EntryList

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
        self._window = RowWindow()
        self._selected: dict[int, str] = {}
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

    @property
    def selected(self) -> tuple[str, ...]:
        """Ids of the selected entries, newest first."""
        return tuple(self._selected[row] for row in sorted(self._selected, reverse=True))

    def show_rows(
        self, rows: array[int], lines: Iterable[EntryLine] = (), *, at: int | None = None
    ) -> None:
        """Show other rows. What is selected stays so where it is still there.

        Args:
            rows: row ids, newest first.
            lines: lines that are known already.
            at: the row to put the cursor on, or on the next older one; where not given, the
                cursor stays on its entry.
        """
        at = self.current_row if at is None else at
        was_empty = not self.rows
        self._window.show(rows)
        self._window.learn({line.row: line for line in lines}, 0)
        self.cursor = 0 if at is None else self._window.position_of(at)
        self._keep_selected()
        self._fit_view()
        if was_empty != (not rows):
            self.refresh_bindings()
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

    def _keep_selected(self) -> None:
        kept = {row: id_ for row, id_ in self._selected.items() if self._window.holds(row)}
        if kept != self._selected:
            self._selected = kept
            self.post_message(self.Selected(self))

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

    def clear_selection(self) -> None:
        """Select nothing."""
        self._selected.clear()
        self.post_message(self.Selected(self))
        self.refresh()

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

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on what was clicked; a second click opens it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        position = int(self.scroll_offset.y) + offset.y
        if position < len(self.rows):
            self.move_to(position)
            if event.chain > 1:
                self.action_open()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the view."""
        width = self.scrollable_content_region.width
        position = int(self.scroll_offset.y) + y
        if position >= len(self.rows):
            return Strip.blank(width, self.rich_style)
        ground = self.rich_style
        if position == self.cursor and (self.has_focus or self._with_day):
            ground += self.get_component_rich_style("entry-list--cursor", partial=True)
        segments = [
            Segment(
                text, ground + self.get_component_rich_style(f"entry-list--{name}", partial=True)
            )
            for text, name in self._pieces(position)
        ]
        return Strip(fitted(segments, width, ground), width)

    def _pieces(self, position: int) -> Sequence[tuple[str, str]]:
        line = self._window.line_at(position)
        mark = lists.CURSOR if position == self.cursor and self.has_focus else " "
        if self.rows[position] in self._selected:
            mark = lists.SELECTED
        if line is None:
            return [(mark, "mark"), (lists.NOT_READ_YET, "faint")]
        above = self._window.line_at(position - 1)
        when = day_of(line, above) if self._with_day else f"{line.when.at:%H:%M}"
        return pieces(line, when, mark, show_words=self.show_words)

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
