"""Keys that Textual takes for something else."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, cast

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.keys import Keys

if TYPE_CHECKING:
    from textual.app import App

_PATIENCE = 0.25
_DIGITS = "123456789"
_NEWLINE = "\n"


class _Named(NamedTuple):
    """A key as that table holds it."""

    value: str


def let_alt_digits_through() -> None:
    """Let Alt with a digit be that key in every terminal.

    Most terminals send Escape and the digit for it. Textual reads that as the character one
    terminal on one system means by it (Alt+2 as ™), so that Alt+2 typed a ™ into the line. Where
    it knows nothing of it, it waits a tenth of a second for the rest of an Escape. The table is
    private: Textual is pinned, and a test in a real pty would tell.
    """
    sequences = cast("dict[str, object]", ANSI_SEQUENCES_KEYS)
    for digit in _DIGITS:
        sequences[f"\x1b{digit}"] = (_Named(f"alt+{digit}"),)


def let_early_enter_through() -> None:
    """Let Enter be Enter, also where the terminal still made a newline of it.

    It does until it is put into the mode of the full screen, so Enter typed before that is
    waiting as Ctrl+J, which no terminal can tell from it later either.
    """
    sequences = cast("dict[str, object]", ANSI_SEQUENCES_KEYS)
    sequences[_NEWLINE] = (Keys.Enter,)


async def letters_arrived(app: App[int]) -> None:
    """Wait until the text that has the focus took what was typed before."""
    arrived = asyncio.Event()
    if app.focused is not None and app.focused.call_later(arrived.set):
        # A text that is busy for longer waits for the app itself: go on.
        with suppress(TimeoutError):
            await asyncio.wait_for(arrived.wait(), _PATIENCE)
