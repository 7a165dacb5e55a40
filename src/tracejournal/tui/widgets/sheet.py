"""A page of lines to look through: some of them lead somewhere, and the cursor goes by these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tracejournal.tui.widgets.entry_line import Piece, fitted
from tracejournal.words import lists

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events


class SheetLine(NamedTuple):
    """A line of a sheet.

    Attributes:
        pieces: its text, each piece with the name of its style.
        stop: where Enter leads; lines that follow each other with the same one belong together.
            None where it leads nowhere.
    """

    pieces: tuple[Piece, ...] = ()
    stop: object = None


class Sheet(ScrollView, can_focus=True):
    """Lines made for the width there is."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"sheet--{name}"
        for name in ("plain", "soft", "faint", "head", "mark", "lead", "support", "felt", "cursor")
    }
    DEFAULT_CSS = """
    Sheet {
        height: 1fr;
        overflow-x: hidden;
        color: $ink;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        .sheet--plain { color: $ink; }
        .sheet--soft { color: $ink-soft; }
        .sheet--faint { color: $ink-faint; }
        .sheet--head { color: $ink; text-style: bold; }
        .sheet--mark { color: $lead; text-style: bold; }
        .sheet--lead { color: $lead; }
        .sheet--support { color: $support; }
        .sheet--felt { color: $felt; }
        .sheet--cursor { background: $marked; }
    }
    """

    @dataclass
    class Opened(Message):
        """What stands behind a line is asked for."""

        sheet: Sheet
        stop_at: object

    @dataclass
    class Moved(Message):
        """The cursor stands on another line."""

        sheet: Sheet

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._make: Callable[[int], Sequence[SheetLine]] = lambda _width: ()
        self._lines: Sequence[SheetLine] = ()
        self._stops: list[int] = []
        self._at = 0

    def show(self, make: Callable[[int], Sequence[SheetLine]], *, from_top: bool = False) -> None:
        """Show other lines. The cursor stays on what it stood on, where that is still there.

        Args:
            make: makes the lines for a width, in columns.
            from_top: begin at the first line.
        """
        self._make = make
        self._lay_out(None if from_top else self.stop)
        if from_top:
            self.scroll_home(animate=False)

    def _lay_out(self, stop: object) -> None:
        self._lines = self._make(self.scrollable_content_region.width)
        self._stops = [
            number
            for number, line in enumerate(self._lines)
            if line.stop is not None and (not number or self._lines[number - 1].stop != line.stop)
        ]
        found = [place for place, line in enumerate(self._stops) if self._lines[line].stop == stop]
        self._at = found[0] if found else min(self._at, max(0, len(self._stops) - 1))
        if stop is None:
            self._at = 0
        self.virtual_size = Size(0, len(self._lines))
        self.refresh(layout=self.styles.height is not None and self.styles.height.is_auto)
        self.refresh_bindings()

    @property
    def stop(self) -> object:
        """What the cursor stands on, or None."""
        return self._lines[self._stops[self._at]].stop if self._stops else None

    @property
    def text(self) -> str:
        """All lines, also those out of view."""
        return "\n".join("".join(text for text, _ in line.pieces) for line in self._lines)

    def on_resize(self) -> None:
        """Make the lines again for another width."""
        self._lay_out(self.stop)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.size.width
        number = y + int(self.scroll_offset.y)
        ground = self.rich_style
        if number >= len(self._lines):
            return Strip.blank(width, ground)
        line = self._lines[number]
        is_here = self.has_focus and line.stop is not None and line.stop == self.stop
        if is_here:
            ground += self.get_component_rich_style("sheet--cursor", partial=True)
        is_first = is_here and number == self._stops[self._at]
        pieces = ((f"{lists.CURSOR if is_first else ' '} ", "mark"), *line.pieces)
        segments = [
            Segment(text, ground + self.get_component_rich_style(f"sheet--{name}", partial=True))
            for text, name in pieces
        ]
        return Strip(fitted(segments, width, ground), width)

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Move: arrows, j k g G, pages, home and end."""
        page = max(1, self.size.height - 1)
        moves = {
            "up": lambda: self._step(-1),
            "k": lambda: self._step(-1),
            "down": lambda: self._step(1),
            "j": lambda: self._step(1),
            "pageup": lambda: self._turn(-page),
            "pagedown": lambda: self._turn(page),
            "home": lambda: self._turn(-len(self._lines)),
            "g": lambda: self._turn(-len(self._lines)),
            "end": lambda: self._turn(len(self._lines)),
            "G": lambda: self._turn(len(self._lines)),
        }
        move = moves.get(event.key) or moves.get(event.character or "")
        if move:
            event.stop()
            event.prevent_default()
            move()

    def _step(self, by: int) -> None:
        """Go to the next line that leads somewhere; beyond the last, scroll."""
        if not 0 <= self._at + by < len(self._stops):
            self._scroll_by(by)
            return
        self._at += by
        self.post_message(self.Moved(self))
        first = last = self._stops[self._at]
        while last + 1 < len(self._lines) and self._lines[last + 1].stop == self.stop:
            last += 1
        if self._at == 0 and last < self.size.height:
            first = 0  # what stands above the first one, too
        self.scroll_to_region(Region(0, first, 1, last - first + 1), animate=False, force=True)
        self.refresh()

    def _turn(self, by: int) -> None:
        """Scroll so many lines, and take the cursor along."""
        self._scroll_by(by)
        top = max(0, min(int(self.scroll_offset.y) + by, len(self._lines) - self.size.height))
        seen = range(top, top + self.size.height)
        places = [place for place, line in enumerate(self._stops) if line in seen]
        if places:
            self._at = places[0] if by < 0 else places[-1]
            self.post_message(self.Moved(self))
        self.refresh()

    def _scroll_by(self, lines: int) -> None:
        self.scroll_to(y=int(self.scroll_offset.y) + lines, animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on what was clicked; a second click opens it."""
        offset = event.get_content_offset(self)
        number = int(self.scroll_offset.y) + offset.y if offset else len(self._lines)
        if number >= len(self._lines) or self._lines[number].stop is None:
            return
        stop = self._lines[number].stop
        self._at = next(
            place for place, line in enumerate(self._stops) if self._lines[line].stop == stop
        )
        self.post_message(self.Moved(self))
        self.refresh()
        if event.chain > 1:
            self.open_stop()

    def open_stop(self) -> None:
        """Ask for what stands behind the line under the cursor."""
        if self.stop is not None:
            self.post_message(self.Opened(self, self.stop))
