"""The calm line at the top: where you are, and what time it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tracejournal.words import house

if TYPE_CHECKING:
    from datetime import datetime

    from textual import events
    from textual.app import RenderResult

_WIDE = 100


class TopBar(Widget):
    """The name, the screens with their numbers, the day and the time."""

    DEFAULT_CSS = """
    TopBar { dock: top; height: 1; width: 1fr; color: $ink-soft; padding: 0 1; }
    """

    now: reactive[datetime | None] = reactive(None)

    def __init__(self, here: str) -> None:
        """Take the name of the screen this bar stands on."""
        super().__init__()
        self._here = here
        self._spans: list[tuple[int, int, str]] = []

    def render(self) -> RenderResult:
        """Draw it in one line."""
        wide = self.size.width >= _WIDE
        name = f"{house.SIGN} {house.NAME}   " if wide else f"{house.SIGN} "
        pieces = [Content.styled(name, "bold $lead" if not wide else "bold $ink")]
        x = len(name)
        self._spans = []
        for number, (screen, title) in enumerate(house.SCREENS, 1):
            text = f" {number} {title} "
            style = "bold $on-lead on $lead" if screen == self._here else "$ink-soft"
            pieces.append(Content.styled(text, style))
            self._spans.append((x, x + len(text), screen))
            gap = "  " if wide else ""
            pieces.append(Content(gap))
            x += len(text) + len(gap)
        room = max(0, self.content_size.width - x)
        pieces.append(Content.styled(self._clock(room, wide=wide).rjust(room), "$ink-soft"))
        return Content.assemble(*pieces)

    def _clock(self, room: int, *, wide: bool) -> str:
        """Return the day and the time, the time alone, or nothing: what there is room for."""
        if self.now is None:
            return ""
        time = f"{self.now:%H:%M}"
        day = f"{self.now:%a} {self.now.day} {self.now:%b}{' · ' if wide else ' '}"
        return next((said for said in (day + time, time) if len(said) < room), "")

    async def on_click(self, event: events.Click) -> None:
        """Go to the screen that was clicked."""
        for start, end, screen in self._spans:
            if start <= event.x - 1 < end:
                await self.app.run_action(f"app.go('{screen}')")
