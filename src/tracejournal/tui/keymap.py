"""The keys a person has given to commands, looked at before any of them holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.model.errors import Misuse
from tracejournal.tui.commands import (
    APP,
    CALENDAR,
    CIRCLE,
    EVERY,
    HISTORY,
    HUDDLE,
    LIST,
    PATTERNS,
    PROMPT_LIST,
    REFLECT,
    SHELF,
    STEPS,
    TODAY,
    UNLOCK,
)
from tracejournal.words import refusals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracejournal.tui.commands import Command

_TOGETHER = (
    (*TODAY, *LIST),
    (*HISTORY, *LIST),
    (*HISTORY, *SHELF),
    (*REFLECT, *PROMPT_LIST),
    CALENDAR,
    PATTERNS,
    CIRCLE,
    (*STEPS, *HUDDLE),
    UNLOCK,
)
"""Commands that work at the same time, beside those that always do."""

_TAKEN = ("ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+left_square_bracket")
"""Keys a terminal cannot tell from Backspace, Tab, Enter and Escape."""


def check_keymap(keys: Mapping[str, str]) -> None:
    """Refuse a keymap that names no command, uses an impossible key or the same key twice.

    Raises:
        Misuse: with a sentence that names the command and the key.
    """
    known = {command.id for command in EVERY}
    for name, typed in keys.items():
        if name not in known:
            raise Misuse(refusals.KEYMAP_COMMAND.format(name=name))
        for key in typed.split(","):
            if not key.strip() or key.strip() in _TAKEN:
                raise Misuse(refusals.KEYMAP_KEY.format(name=name, key=key.strip()))
    for together in _TOGETHER:
        _check_clashes((*APP, *together), keys)


def _check_clashes(commands: Sequence[Command], keys: Mapping[str, str]) -> None:
    owners: dict[str, str] = {}
    for command in commands:
        for key in filter(None, keys.get(command.id, command.keys).split(",")):
            owner = owners.setdefault(key.strip(), command.id)
            if owner != command.id:
                raise Misuse(
                    refusals.KEYMAP_CLASH.format(key=key.strip(), one=owner, other=command.id)
                )
