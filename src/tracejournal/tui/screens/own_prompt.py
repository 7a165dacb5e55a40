"""Writing a prompt of one's own; what is typed is safe until it is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from tracejournal.model.draft import PROMPT
from tracejournal.tui.draft_keeper import DraftKeeper, fresh_slot
from tracejournal.tui.screens.dialogs import AskDialog
from tracejournal.tui.screens.reflect_prompts import check_question
from tracejournal.words import reflect as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracejournal.model.draft import SavedDraft


class OwnPromptDialog(AskDialog):
    """Asks for the question; leaving without an answer leaves a draft of it."""

    def __init__(self, begun: SavedDraft | None = None) -> None:
        """Begin empty, or with what was begun and never kept."""
        value = begun.words if begun else ""
        super().__init__(words.NEW_PROMPT, words.NEW_PROMPT_HINT, value, check=check_question)
        self._begun = begun
        self._keeper = DraftKeeper(self, fresh_slot(PROMPT), self._fields)

    @property
    def slot(self) -> str:
        """The draft that goes once the prompt is there."""
        return self._keeper.slot

    def keepers(self) -> Iterable[DraftKeeper]:
        """Return what keeps the question safe."""
        return (self._keeper,)

    def _fields(self) -> dict[str, object]:
        typed = self.query_one(Input).value
        return {"text": typed} if typed.strip() else {}

    async def on_mount(self) -> None:
        """Go on with what was begun."""
        if self._begun:
            await self._keeper.take_up(self._begun)

    @on(Input.Changed)
    def _on_typed(self) -> None:
        self._keeper.touch()

    async def action_close(self) -> None:  # type: ignore[override]
        """Go back without an answer; what was typed stays as a draft."""
        await self._keeper.flush()
        self.dismiss(None)
