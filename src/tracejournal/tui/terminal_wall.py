"""The third wall: nothing but text reaches the terminal, whatever got past the first two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

_CONTROLS = dict.fromkeys((*range(0x20), 0x7F, *range(0x80, 0xA0), *range(0xD800, 0xE000)), "�")


class TerminalWall(LineFilter):
    """Replaces every control character in a line that is about to be written."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Return the segments with control characters made visible and harmless."""
        if all(segment.text.isprintable() for segment in segments):
            return segments
        return [
            Segment(text.translate(_CONTROLS), style, control) for text, style, control in segments
        ]
