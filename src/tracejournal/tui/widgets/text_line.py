"""One line to type into: every such line of ours but the search box."""

from __future__ import annotations

from textual.widgets import Input


class TextLine(Input):
    """A line without ornaments. Its cursor stands still: nothing moves unless asked to."""

    def __init__(
        self,
        value: str = "",
        *,
        hint: str = "",
        select_on_focus: bool = True,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        """Begin with some words, or with a hint in their place."""
        super().__init__(
            value, placeholder=hint, compact=True, select_on_focus=select_on_focus, id=id
        )
        self.cursor_blink = False
