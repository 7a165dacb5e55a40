"""The line at the bottom: the keys that work right now, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from tracejournal.tui.commands import APP
from tracejournal.words.commands import COMMANDS

if TYPE_CHECKING:
    from textual import events
    from textual.app import RenderResult
    from textual.screen import Screen

_EVERYWHERE = {command.id: place for place, command in enumerate(APP)}
_ALWAYS = (COMMANDS["palette"][0], COMMANDS["help"][0])

SYMBOLS = {
    "ctrl+": "^",
    "question_mark": "?",
    "slash": "/",
    "full_stop": ".",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "escape": "esc",
    "plus": "+",
    "minus": "-",
}


def key_name(key: str) -> str:
    """Return a key the way people read it: ^s, alt+1, ?, esc."""
    for name, symbol in SYMBOLS.items():
        key = key.replace(name, symbol)
    return key


def live_keys(screen: Screen[object]) -> list[tuple[str, str]]:
    """Return (key, label) of the footer's commands that work at this moment.

    Those of the place come first, then what works everywhere, in the order of `APP`. A printable
    key is no command while a text has the focus: there it is a letter.
    """
    focused = screen.focused
    found: dict[str, str] = {}
    places: dict[str, int] = {}
    for key, (_, binding, enabled, _) in screen.active_bindings.items():
        letter = (
            key if len(key) == 1 else {"question_mark": "?", "slash": "/", "space": " "}.get(key)
        )
        consumed = focused is not None and focused.check_consume_key(key, letter)
        if enabled and binding.show and binding.description and not consumed:
            found.setdefault(binding.description, key)
            places.setdefault(binding.description, _EVERYWHERE.get(binding.id or "", -1))
    return [(found[label], label) for label in sorted(found, key=places.__getitem__)]


def _width(key: str, label: str) -> int:
    return len(key_name(key)) + len(label) + 3


class KeyBar(Widget):
    """The footer. Each command can be clicked; what does not fit is in the palette."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; width: 1fr; color: $ink-soft; padding: 0 1; }
    """

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._spans: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, _screen: object) -> None:
        self.refresh()

    def render(self) -> RenderResult:
        """Draw as many commands as fit; the palette and the help, which hold all, always do."""
        pieces: list[Content] = []
        self._spans = []
        x = 0
        for key, label in self._fitting():
            name = key_name(key)
            length = _width(key, label)
            pieces += [
                Content.styled(name, "bold $lead"),
                Content.styled(f" {label}  ", "$ink-soft"),
            ]
            self._spans.append((x, x + length, key))
            x += length
        return Content.assemble(*pieces)

    def _fitting(self) -> list[tuple[str, str]]:
        keys = live_keys(self.screen)
        always = [each for each in keys if each[1] in _ALWAYS]
        room = self.size.width - sum(_width(*each) for each in always)
        shown: list[tuple[str, str]] = []
        for each in keys:
            if each not in always and _width(*each) <= room:
                shown.append(each)
                room -= _width(*each)
        return shown + always

    def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        for start, end, key in self._spans:
            if start <= event.x - 1 < end:
                self.app.simulate_key(key)
