"""What opens from everywhere and is about the program itself: settings, looks, what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import work
from textual.command import CommandPalette
from textual.signal import Signal

from tracejournal.tui.house_app import HouseApp

if TYPE_CHECKING:
    from tracejournal.tui.app import TracejournalApp

_ACTIONS = ("settings", "choose_theme", "news")


class Doors(HouseApp):
    """An app whose settings can be changed while it runs."""

    def __init__(self, theme: str) -> None:
        """Begin in a theme."""
        super().__init__(theme)
        self.is_first_run = False
        self.settings_changed: Signal[str] = Signal(self, "settings-changed")

    @property
    def _whole(self) -> TracejournalApp:
        return cast("TracejournalApp", self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave screens alone while a dialog is open; the palette only asks on their behalf."""
        if action in _ACTIONS:
            return not self.screen.is_modal or isinstance(self.screen, CommandPalette)
        return super().check_action(action, parameters)

    def welcome(self) -> None:
        """Ask a newcomer how they like things, once; tell others what changed, if anything did."""
        from tracejournal.tui.screens.news import tell_news  # noqa: PLC0415

        self.run_worker(tell_news(self._whole), name="news")
        if self.is_first_run:
            from tracejournal.tui.screens.first_run import ask_newcomer  # noqa: PLC0415

            self.is_first_run = False
            self.run_worker(ask_newcomer(self._whole), name="first run")

    @work
    async def action_news(self) -> None:
        """Tell what changed."""
        from tracejournal.tui.screens.news import show_news  # noqa: PLC0415

        await show_news(self._whole)

    @work
    async def action_settings(self) -> None:
        """Show the settings."""
        from tracejournal.tui.screens.settings import open_settings  # noqa: PLC0415

        await open_settings(self._whole)

    @work
    async def action_choose_theme(self) -> None:
        """Choose how it looks."""
        from tracejournal.tui.screens.look import choose_look  # noqa: PLC0415

        await choose_look(self._whole)
