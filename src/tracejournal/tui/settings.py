"""The settings in the full screen: whether they can be used, changing one, taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.config import Config, checked, read_config
from tracejournal.model.errors import JournalError, Misuse
from tracejournal.tui.keymap import check_keymap
from tracejournal.tui.themes import OWN_THEMES
from tracejournal.tui.undo import Change
from tracejournal.words import refusals
from tracejournal.words import settings as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracejournal.tui.app import TracejournalApp


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


def read_again(app: TracejournalApp) -> None:
    """Take what was changed in the file from outside.

    Raises:
        Misuse: the file cannot be used; everything stays as it was.
    """
    config = read_config()
    check_settings(config)
    for name in Config._fields:
        if getattr(config, name) != getattr(app.config, name):
            _take(app, name, getattr(config, name))


async def change_setting(app: TracejournalApp, name: str, value: object) -> bool:
    """Change a setting: in config.toml, then in the app, at once; `u` takes it back.

    Args:
        app: the app.
        name: the setting.
        value: as the file holds it; None makes it as it came.

    Returns:
        whether it was changed; where not, why not was said.
    """
    try:
        former = await app.journal.ask(_writing(app, name, value))
    except JournalError as refusal:
        app.refuse(refusal)
        return False
    if former != value:
        what = words.CHANGED.format(title=words.ROWS[name][0])
        undo, redo = _writing(app, name, former), _writing(app, name, value)
        app.undo_stack.push(Change(what, undo, redo))
    return True


def _writing(app: TracejournalApp, name: str, value: object) -> Callable[[object], object]:
    """Return what writes a setting, where the journal is asked: one change after another."""

    def write(_journal: object) -> object:
        from tracejournal.config_file import write_setting  # noqa: PLC0415 - slow to import

        former = write_setting(name, value)
        holds = getattr(Config, name) if value is None else checked("", name, value)
        app.call_later(_take, app, name, holds)
        return former

    return write


def _take(app: TracejournalApp, name: str, value: object) -> None:
    """Let a setting hold from now on."""
    app.config = app.config.replace(**{name: value})
    app.theme = app.config.theme
    app.clock.day_starts = app.config.day_starts_at
    app.animation_level = "full" if app.config.motion else "none"
    if name == "keys":
        app.set_keymap(dict(app.config.keys))
    app.settings_changed.publish(name)
