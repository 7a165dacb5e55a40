"""One quiet line: someone it may be nice to hear of. No line at all where there is nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from tracejournal.model.text import one_line
from tracejournal.words import circle as words
from tracejournal.words import circle_screen as said

if TYPE_CHECKING:
    from datetime import date

    from tracejournal.model.circle import Suggestion

_LONGEST_NAME = 24


class SuggestionLine(Static):
    """Whom today suggests, and the keys for it as far as there is room. A click writes to them."""

    DEFAULT_CSS = """
    SuggestionLine { display: none; height: 1; width: 1fr; padding: 0 2; color: $ink-soft; }
    """

    def __init__(self) -> None:
        """Begin with nobody."""
        super().__init__(markup=False)
        self._sentence = ""

    def show(self, suggestion: Suggestion | None, today: date) -> None:
        """Show someone, or nobody, which takes no room."""
        self.display = suggestion is not None
        self._sentence = ""
        if suggestion is not None:
            name = one_line(suggestion.name, _LONGEST_NAME)
            self._sentence = words.suggestion(name, suggestion.last_on, today)
        self._draw()

    def on_resize(self) -> None:
        """Use the room there is now."""
        self._draw()

    def _draw(self) -> None:
        room = self.size.width - len(self._sentence) - 5
        keys = said.SUGGESTION_KEYS.split(" · ")
        while keys and len(" · ".join(keys)) > room:
            keys.pop()
        self.update(
            Content.assemble(
                ("◍ ", "$lead"), self._sentence, (f"   {' · '.join(keys)}", "$ink-faint")
            )
        )

    async def on_click(self) -> None:
        """Write to them."""
        await self.screen.run_action("write_to")
