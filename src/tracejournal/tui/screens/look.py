"""Choosing how it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.model.vocabulary import Term
from tracejournal.tui.screens.dialogs import PickDialog
from tracejournal.words import house

if TYPE_CHECKING:
    from tracejournal.tui.house_app import HouseApp


async def choose_look(app: HouseApp) -> None:
    """Ask for a theme and put it on for this sitting."""
    names = sorted(app.available_themes, key=lambda name: (name not in ("dusk", "dawn"), name))
    terms = [Term(name, house.TERMINAL_THEMES.get(name, name)) for name in names]
    chosen = await app.push_screen_wait(PickDialog(house.THEME_LIST, terms, (app.theme,)))
    if chosen:
        app.theme = chosen[0]
