"""What is said when the first screen stands: to a newcomer, or after an update."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracejournal.tui.app import TracejournalApp


async def welcome(app: TracejournalApp) -> None:
    """Ask a newcomer how they like things, once; tell others what changed, if anything did."""
    from tracejournal.tui.screens.news import tell_news  # noqa: PLC0415 - once the screen stands

    await tell_news(app)
    if app.is_first_run:
        from tracejournal.tui.screens.first_run import ask_newcomer  # noqa: PLC0415 - as it is needed

        app.is_first_run = False
        await ask_newcomer(app)
