"""What one key shows over anything, dialogs too; the same key goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import CommandPalette

from tracejournal.words import house

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import ModalScreen

    from tracejournal.tui.app import TracejournalApp


def toggle(app: TracejournalApp, name: str) -> None:
    """Show a screen by its name, or go back where it is in front.

    Args:
        app: the app.
        name: "hide", "call" or "pause".
    """
    kind = _KINDS[name]()
    if isinstance(app.screen, kind):
        app.pop_screen()
    else:
        app.push_screen(kind())


def show_palette(app: TracejournalApp) -> None:
    """Open the palette, unless it is open."""
    if not isinstance(app.screen, CommandPalette):
        from tracejournal.tui.palette import Palette  # noqa: PLC0415 - as it is needed

        app.push_screen(Palette(placeholder=house.PALETTE_HINT))


def show_help(app: TracejournalApp) -> None:
    """Show the keys that work where the help was asked for."""
    from tracejournal.tui.screens.help import HelpDialog  # noqa: PLC0415 - on first use

    if not isinstance(app.screen, HelpDialog):
        app.push_screen(HelpDialog(app.screen))


def _hidden() -> type[ModalScreen[None]]:
    from tracejournal.tui.screens.hidden import HiddenScreen  # noqa: PLC0415 - on first use

    return HiddenScreen


def _call() -> type[ModalScreen[None]]:
    from tracejournal.tui.screens.people_to_call import PeopleToCallDialog  # noqa: PLC0415 - on first use

    return PeopleToCallDialog


def _pause() -> type[ModalScreen[None]]:
    from tracejournal.tui.screens.pause import PauseDialog  # noqa: PLC0415 - on first use

    return PauseDialog


_KINDS: dict[str, Callable[[], type[ModalScreen[None]]]] = {
    "hide": _hidden,
    "call": _call,
    "pause": _pause,
}
