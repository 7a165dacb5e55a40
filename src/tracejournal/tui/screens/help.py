"""The help: every key that works where it was asked for, from the same commands as the footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tracejournal.tui.commands import EVERY
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.widgets.key_bar import key_name
from tracejournal.words import house

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.screen import Screen

_KEY_WIDTH = 16


class HelpDialog(Dialog[None]):
    """The keys of one screen."""

    def __init__(self, about: Screen[object]) -> None:
        """Take the screen it is about."""
        super().__init__()
        self._lines = _lines(about)
        has_palette = about.app.check_action("command_palette", ())  # not before a locked journal
        self._foot = house.HELP_FOOT if has_palette else house.HELP_FOOT_ALONE

    def compose(self) -> ComposeResult:
        """A box with one line a command."""
        with VerticalScroll(classes="dialog -large") as box:
            box.border_title = Content(house.HELP_TITLE)
            box.border_subtitle = Content(self._foot)
            yield Static(Content("\n").join(self._lines), markup=False)


def _lines(about: Screen[object]) -> list[Content]:
    keys: dict[str, list[str]] = {}
    for key, (_, binding, enabled, _) in about.active_bindings.items():
        if enabled and binding.id:
            keys.setdefault(binding.id, []).append(key_name(key))
    return [
        Content.assemble(
            (f"{'  '.join(keys[command.id]):<{_KEY_WIDTH}}", "bold $lead"), command.help
        )
        for command in {command.id: command for command in EVERY}.values()
        if command.id in keys
    ]
