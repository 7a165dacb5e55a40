"""The third wall: nothing but text reaches the terminal, whatever got past the first two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

from tracejournal.model.text import MAX_MARKS

_DROPPED = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]+")
"""Controls, directional overrides and halves of characters.

Like combining marks they are as wide as nothing where a line is measured: it fits without them.
"""
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_TOWER = re.compile(f"({_MARK}{{{MAX_MARKS}}}){_MARK}+")


class TerminalWall(LineFilter):
    """Takes what could command the terminal out of a line that is about to be written."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Return the segments with nothing but text in them."""
        if all(segment.text.isascii() and segment.text.isprintable() for segment in segments):
            return segments
        return [
            Segment(_TOWER.sub(r"\1", _DROPPED.sub("", text)), style, control)
            for text, style, control in segments
        ]
