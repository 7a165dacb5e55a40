"""Choosing how it looks: each look is put on as one comes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList

from tracejournal.model.vocabulary import Term
from tracejournal.tui.screens.dialogs import PickDialog
from tracejournal.tui.settings import change_setting
from tracejournal.words import house

if TYPE_CHECKING:
    from tracejournal.tui.app import TracejournalApp
    from tracejournal.tui.house_app import HouseApp


class LookDialog(PickDialog):
    """Pick a theme. The one under the cursor is put on; Escape puts the former one back."""

    def __init__(self, app: HouseApp) -> None:
        """Take the themes there are, and the one that is on."""
        self._former = app.theme
        self._is_left = False
        super().__init__(house.THEME_LIST, looks(app), (app.theme,))

    @on(OptionList.OptionHighlighted)
    def _on_come_by(self, event: OptionList.OptionHighlighted) -> None:
        if not self._is_left:  # this can come after Escape, when keys come fast
            self.app.theme = str(event.option.id)

    def action_close(self) -> None:
        """Go back to how it looked."""
        self._is_left = True
        self.app.theme = self._former
        self.dismiss(None)


def looks(app: HouseApp) -> tuple[Term, ...]:
    """Return every theme there is, our own first."""
    names = sorted(app.available_themes, key=lambda name: (name not in ("dusk", "dawn"), name))
    return tuple(Term(name, house.TERMINAL_THEMES.get(name, name)) for name in names)


async def choose_look(app: TracejournalApp) -> None:
    """Ask for a theme and keep it; where it cannot be kept, it holds for this sitting."""
    picked = await app.push_screen_wait(LookDialog(app))
    if picked:
        await change_setting(app, "theme", picked[0])
