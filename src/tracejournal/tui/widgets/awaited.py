"""The lower part of Today while it is being made: what the skeleton showed there, unmoved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from tracejournal.tui.skeleton_picture import TALL, rest

if TYPE_CHECKING:
    from textual.app import RenderResult


class Awaited(Widget):
    """Boxes without anything in them."""

    DEFAULT_CSS = """
    Awaited { width: 1fr; height: 1fr; }
    """

    def render(self) -> RenderResult:
        """Draw them."""
        width, height = self.size
        lines = rest(width, height, tall=self.app.size.height >= TALL)
        return Content("\n").join(
            Content.assemble(*((text, f"${style}") if style else text for text, style in line))
            for line in lines
        )
