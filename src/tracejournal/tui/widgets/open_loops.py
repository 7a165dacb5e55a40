"""What is open, where loops are not the matter at hand: with one person, and on Today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tracejournal.model import loop_lines
from tracejournal.model.loop import RECEIVED
from tracejournal.tui.widgets.loop_list import LoopList
from tracejournal.words import loops as words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.app import ComposeResult

    from tracejournal.model.loop import Loop, OpenLoops


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


class LoopsLine(Static):
    """One quiet line on Today; it takes no room while nothing is open."""

    DEFAULT_CSS = """
    LoopsLine { display: none; height: auto; width: 1fr; color: $ink-soft; }
    LoopsLine.-some { display: block; }
    """

    def __init__(self) -> None:
        """Begin with nothing open."""
        super().__init__("", markup=False)

    def show(self, waiting: OpenLoops) -> None:
        """Show how many are open; what is promised for today is named by its people alone."""
        self.set_class(waiting.count > 0, "-some")
        said = [_promised(loop) for loop in waiting.for_today[:1]]
        said += [words.still_open(waiting.count)]
        self.update(Content.assemble(" · ".join((*said, "")), (words.DOOR, "$lead")))


def _promised(loop: Loop) -> str:
    people = loop_lines.with_whom(loop.content.people)
    if not people:
        return words.PROMISE_OPEN_TODAY
    received = loop.content.direction == RECEIVED
    sentence = words.PROMISE_TO_ME_TODAY if received else words.PROMISE_TODAY
    return sentence.format(people=people)
