"""The palette: everything that can be done here, made from the same commands as the keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import CommandInput, CommandPalette, DiscoveryHit, Hit, Provider
from textual.content import Content

from tracejournal.config import Config
from tracejournal.model.roles import commands_first, first_come
from tracejournal.tui.commands import APP, EVERY
from tracejournal.tui.widgets.key_bar import key_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.command import Hits
    from textual.dom import DOMNode

    from tracejournal.tui.commands import Command

_KNOWN = {command.id: command for command in EVERY}


class Palette(CommandPalette):
    """Textual's, with a cursor that stands still."""

    def on_mount(self) -> None:
        """Let nothing move that nobody asked to move."""
        self.query_one(CommandInput).cursor_blink = False


class HouseCommands(Provider):
    """The commands that work where the palette was opened."""

    async def discover(self) -> Hits:
        """Offer all of them; what the person's roles mostly need stands in front."""
        first = commands_first(self._roles)
        for command, node in first_come(first, self._working(), lambda pair: pair[0].id):
            yield DiscoveryHit(_shown(command), partial(self.app.run_action, command.action, node))

    async def search(self, query: str) -> Hits:
        """Offer those whose name or help is like what was typed."""
        matcher = self.matcher(query)
        for command, node in self._working():
            likeness = matcher.match(_name(command))
            if likeness > 0:
                run = partial(self.app.run_action, command.action, node)
                yield Hit(likeness, matcher.highlight(_name(command)), run)

    @property
    def _roles(self) -> Sequence[str]:
        config = getattr(self.app, "config", None)  # Textual knows it as any app
        return config.roles if isinstance(config, Config) else ()

    def _working(self) -> Iterator[tuple[Command, DOMNode]]:
        seen: set[str] = {"palette"}
        for node, binding, enabled, _ in self.screen.active_bindings.values():
            command = _KNOWN.get(binding.id or "")
            if command and enabled and command.id not in seen:
                seen.add(command.id)
                yield command, node
        for command in APP:
            if not command.keys and self.app.check_action("begin", (command.id,)):
                yield command, self.app


def _name(command: Command) -> str:
    return f"{command.label}: {command.help[0].lower()}{command.help[1:]}"


def _shown(command: Command) -> Content:
    key = key_name(command.keys.split(",")[0])
    return Content.assemble(f"{_name(command)}  ", (key, "$ink-faint"))
