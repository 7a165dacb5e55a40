"""One line to type into: every such line of ours but the search box."""

from __future__ import annotations

from textual.reactive import reactive
from textual.widgets import Input


class TextLine(Input):
    """Textual's, with a cursor that stands still: nothing moves unless asked to."""

    cursor_blink = reactive(default=False, init=False)
