"""The key that marks a day, on every screen that shows days. Today needs it, so it is light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.screen import Screen

if TYPE_CHECKING:
    from datetime import date

    from tracejournal.tui.app import TracejournalApp


class MarksDays(Screen[None]):
    """A screen from which a day can be marked: today, unless it says another."""

    app: TracejournalApp

    @property
    def day_to_mark(self) -> date:
        """The day that is asked about."""
        return self.app.clock.today()

    @work
    async def action_rest(self) -> None:
        """Mark the day, or several from it on, as rest or leave; or take a mark away."""
        from tracejournal.tui.screens.marking import mark_days  # noqa: PLC0415 - on first use

        await mark_days(self.app, self.day_to_mark)
