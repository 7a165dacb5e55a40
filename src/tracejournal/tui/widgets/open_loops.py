"""What is open with one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tracejournal.tui.widgets.loop_list import LoopList
from tracejournal.words import loops as words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.app import ComposeResult

    from tracejournal.model.loop import Loop


class PersonLoops(Vertical):
    """The open loops with one person; it takes no room while there are none.

    Enter on one posts `LoopList.Chosen`, which `screens.loops.open_loops` follows.
    """

    DEFAULT_CSS = """
    PersonLoops {
        display: none;
        height: auto;
        max-height: 6;
        &.-some { display: block; }
        Static { height: 1; color: $ink-soft; }
        LoopList { height: auto; max-height: 5; border: none; padding: 0; background: $paper; }
    }
    """

    def compose(self) -> ComposeResult:
        """A heading and the list."""
        yield Static(markup=False)
        yield LoopList(with_people=False)

    def show(self, person: str, loops: Sequence[Loop], today: date) -> None:
        """Show the open loops with a person."""
        self.set_class(bool(loops), "-some")
        self.query_one(Static).update(Content(words.OPEN_WITH.format(person=person)))
        self.query_one(LoopList).show(loops, today)
