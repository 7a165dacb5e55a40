"""Dialogs with a form whose words are a draft until they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual import work

from tracejournal.tui.screens.base import Dialog
from tracejournal.words import drafts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracejournal.tui.draft_keeper import DraftKeeper

Answer = TypeVar("Answer")


class DraftedDialog(Dialog[Answer]):
    """Goes back without keeping and leaves a draft, forgets it, or brings earlier words back."""

    _keeper: DraftKeeper

    def fill(self, fields: Mapping[str, object]) -> None:
        """Show what a draft held."""
        raise NotImplementedError

    async def action_close(self) -> None:  # type: ignore[override]
        """Go back without keeping; what was typed stays as a draft."""
        await self._keeper.flush()
        self.dismiss(None)

    async def action_let_go(self) -> None:
        """Go back and forget what was typed."""
        await self._keeper.discard()
        self.dismiss(None)

    @work
    async def action_earlier_words(self) -> None:
        """Read what stood here before, and bring it back."""
        from tracejournal.tui.screens.earlier import earlier_fields  # noqa: PLC0415 - on first use

        fields = await earlier_fields(self.app, self._keeper)
        if fields is not None:
            self.fill(fields)
            await self._keeper.flush()
            self.app.say(drafts.TAKEN_BACK)
