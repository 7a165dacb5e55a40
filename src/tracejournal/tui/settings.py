"""Whether the settings name themes, commands and keys that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.model.errors import Misuse
from tracejournal.tui.commands import check_keymap
from tracejournal.tui.themes import OWN_THEMES
from tracejournal.words import refusals

if TYPE_CHECKING:
    from tracejournal.config import Config


def check_settings(config: Config) -> None:
    """Refuse settings that the full screen cannot use.

    Raises:
        Misuse: they name an unknown theme, command or key.
    """
    check_keymap(config.keys)
    themes = (*(theme.name for theme in OWN_THEMES), *_stock_themes())
    if config.theme not in themes:
        choices = ", ".join(themes)
        raise Misuse(refusals.THEME_UNKNOWN.format(name=config.theme, choices=choices))


def _stock_themes() -> list[str]:
    from textual.theme import BUILTIN_THEMES  # noqa: PLC0415 - the skeleton does without

    return list(BUILTIN_THEMES)
