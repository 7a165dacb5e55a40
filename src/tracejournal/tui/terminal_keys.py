"""Keys that Textual takes for something else."""

from __future__ import annotations

from typing import cast

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

_DIGITS = "123456789"


def let_alt_digits_through() -> None:
    """Let Alt with a digit be that key in every terminal.

    Most terminals send Escape and the digit for it. Textual reads that as the character one
    terminal on one system means by it (Alt+2 as ™), so that Alt+2 typed a ™ into the line. The
    table is private: Textual is pinned, and a test in a real pty would tell.
    """
    sequences = cast("dict[str, object]", ANSI_SEQUENCES_KEYS)
    for digit in _DIGITS:
        sequences.pop(f"\x1b{digit}", None)
