"""The list of prompts, in groups, one line each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import DEPTHS
from tracejournal.tui.commands import PROMPT_LIST, bindings

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from rich.style import Style
    from textual import events
    from textual.binding import BindingType

    from tracejournal.model.prompt import Prompt

_PLAIN_MARK, _CHOSEN_MARK, _DRAFT_MARK = "◦", "▸", "✎"
_DOT_FULL, _DOT_EMPTY = "●", "○"
_ROOM_FOR_DEPTH = 30


@dataclass(frozen=True)
class PromptGroup:
    """Prompts under a heading."""

    title: str
    prompts: tuple[Prompt, ...]


def depth_dots(prompt: Prompt, between: str = "") -> str:
    """Return how deep a prompt goes as dots, to stand beside the word: `●○○`."""
    full = 1 + [depth.key for depth in DEPTHS].index(prompt.depth)
    return between.join(_DOT_FULL * full + _DOT_EMPTY * (len(DEPTHS) - full))


class PromptList(ScrollView, can_focus=True):
    """Prompts to choose from. The cursor walks over prompts alone, never over headings."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(PROMPT_LIST))
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "prompt-list--plain",
        "prompt-list--faint",
        "prompt-list--heading",
        "prompt-list--chosen",
        "prompt-list--draft",
        "prompt-list--cursor",
    }
    DEFAULT_CSS = """
    PromptList {
        height: 1fr;
        overflow-x: hidden;
        color: $ink;
        background: $paper;
        scrollbar-size-vertical: 1;
        .prompt-list--plain { color: $ink; }
        .prompt-list--faint { color: $ink-faint; }
        .prompt-list--heading { color: $support; }
        .prompt-list--chosen { color: $lead; text-style: bold; }
        .prompt-list--draft { color: $felt; }
        .prompt-list--cursor { background: $marked; }
    }
    """

    @dataclass
    class Chosen(Message):
        """A prompt was chosen to write about."""

        prompt_list: PromptList
        prompt: Prompt

    @dataclass
    class Moved(Message):
        """The cursor is on another prompt."""

        prompt_list: PromptList

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._lines: list[str | Prompt] = []
        self._chosen_id: str | None = None
        self._with_words: Collection[str] = ()
        self._cursor = 0

    @property
    def current(self) -> Prompt | None:
        """The prompt under the cursor."""
        line = self._lines[self._cursor] if self._cursor < len(self._lines) else None
        return None if isinstance(line, str) else line

    def show(
        self,
        groups: Sequence[PromptGroup],
        chosen_id: str | None = None,
        with_words: Collection[str] = (),
    ) -> None:
        """Show prompts. The cursor stays on its prompt where that is still there.

        Args:
            groups: what to show, in order; empty groups are left out.
            chosen_id: the prompt that is being written about.
            with_words: ids of prompts that hold words which are not kept yet.
        """
        lines: list[str | Prompt] = []
        for group in groups:
            if group.prompts:
                lines += [group.title, *group.prompts]
        self._chosen_id, self._with_words = chosen_id, with_words
        self.refresh()
        if lines == self._lines:
            return
        stood_on = self.current.id if self.current else chosen_id
        self._lines = lines
        self.virtual_size = Size(0, len(lines))
        if not self.stand_on(stood_on):
            self.stand_on(chosen_id)

    def stand_on(self, prompt_id: str | None) -> bool:
        """Put the cursor on a prompt, or on the first where it is not there; say if it is."""
        found = (
            number
            for number, line in enumerate(self._lines)
            if not isinstance(line, str) and line.id == prompt_id
        )
        place = next(found, None)
        self._move_to(self._nearest(0, 1) if place is None else place)
        return place is not None

    def _nearest(self, place: int, step: int) -> int:
        """Return the prompt at a place or the first one beyond it; else the cursor's."""
        place = max(0, min(place, len(self._lines) - 1))
        while 0 <= place < len(self._lines):
            if not isinstance(self._lines[place], str):
                return place
            place += step
        return self._cursor

    def _move_to(self, place: int) -> None:
        self._cursor = place
        top = place - 1 if place and isinstance(self._lines[place - 1], str) else place
        self.scroll_to_region(Region(0, top, 1, place - top + 1), animate=False, force=True)
        self.refresh()
        self.post_message(self.Moved(self))

    def on_key(self, event: events.Key) -> None:
        """Move: arrows, j k g G, pages, home and end."""
        here, page, last = self._cursor, max(1, self.size.height - 1), len(self._lines) - 1
        moves = {
            "up": (here - 1, -1), "k": (here - 1, -1),
            "down": (here + 1, 1), "j": (here + 1, 1),
            "pageup": (here - page, -1), "pagedown": (here + page, 1),
            "home": (0, 1), "g": (0, 1), "end": (last, -1), "G": (last, -1),
        }  # fmt: skip
        if event.key in moves or event.character in moves:
            place, step = moves[event.key if event.key in moves else str(event.character)]
            event.stop()
            event.prevent_default()
            self._move_to(self._nearest(place, step))

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        place = int(self.scroll_offset.y) + event.y
        if place < len(self._lines) and not isinstance(self._lines[place], str):
            self._move_to(place)
            self.action_choose()

    def action_choose(self) -> None:
        """Choose the prompt under the cursor."""
        if self.current:
            self.post_message(self.Chosen(self, self.current))

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        if self._lines:
            self.scroll_to_region(Region(0, self._cursor, 1, 1), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the view."""
        width = self.scrollable_content_region.width
        place = int(self.scroll_offset.y) + y
        ground = self.rich_style
        if place >= len(self._lines):
            return Strip.blank(width, ground)
        line = self._lines[place]
        if isinstance(line, str):
            return Strip([Segment(_fitted(line, width), ground + self._style("heading"))])
        if place == self._cursor and self.has_focus:
            ground += self._style("cursor")
        return Strip(
            [Segment(text, ground + self._style(name)) for text, name in self._pieces(line, width)]
        )

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"prompt-list--{name}", partial=True)

    def _pieces(self, prompt: Prompt, width: int) -> list[tuple[str, str]]:
        chosen = prompt.id == self._chosen_id
        mark, style = (_CHOSEN_MARK, "chosen") if chosen else (_PLAIN_MARK, "faint")
        if prompt.id in self._with_words:
            mark, style = _DRAFT_MARK, "chosen" if chosen else "draft"
        dots = f" {depth_dots(prompt)}" if width >= _ROOM_FOR_DEPTH else ""
        title = _fitted(one_line(prompt.title), width - 2 - len(dots))
        return [
            (f"{mark} ", style),
            (title, "chosen" if chosen else "faint" if prompt.hidden else "plain"),
            (dots, "faint"),
        ]


def _fitted(text: str, width: int) -> str:
    """Return the text cut or filled to a width, with an ellipsis where it is cut."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, max(0, width - 1)) + "…"
