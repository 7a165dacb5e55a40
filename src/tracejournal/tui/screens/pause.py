"""The pause: looking around, feet on the floor, or breath. Still, and nothing is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tracejournal.tui.commands import DIALOG, bindings
from tracejournal.tui.screens.base import Room
from tracejournal.words import pause as words

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

_IN, _OUT = 4, 6
"""Seconds of a breath where the person asked for motion: out is longer, and nothing is held."""

_WIDEST = 24


class PauseDialog(Room[None], ModalScreen[None]):
    """Three ways to come back to the room, none of them chosen beforehand.

    It covers what was on the screen. It knows neither journal nor drafts, and asks nothing after.
    """

    DEFAULT_CSS = """
    PauseDialog {
        background: $paper;
        color: $ink;
        align: center middle;
        Toast { display: none; }
        .pause { width: 58; max-width: 100%; height: auto; padding: 0 2; }
        .title { height: 1; color: $support; text-style: bold; }
        .said { height: 5; width: 1fr; }
        .count { height: 1; width: 1fr; color: $support; margin-top: 1; }
        .foot { height: 1; width: 1fr; color: $ink-faint; margin-top: 1; }
        OptionList {
            background: $paper;
            color: $ink-soft;
            border: none;
            padding: 0;
            margin: 1 0;
            height: auto;
            &:focus { border: none; background-tint: transparent; }
            & > .option-list--option-highlighted, &:focus > .option-list--option-highlighted {
                background: $picked;
                color: $on-picked;
                text-style: bold;
            }
            & > .option-list--option-hover { background: $picked; color: $on-picked; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(DIALOG))
    ways: ClassVar[dict[str, tuple[str, ...]]] = {key: said for key, _, said in words.WAYS}

    def __init__(self) -> None:
        """Begin with nothing chosen."""
        super().__init__()
        self._seconds = 0

    def compose(self) -> ComposeResult:
        """The three ways, and room for the words of one."""
        with Vertical(classes="pause"):
            yield Static(words.TITLE, markup=False, classes="title")
            yield OptionList(
                *(Option(_named(n, name), id=key) for n, (key, name, _) in _numbered()),
                compact=True,
            )
            yield Static(words.ASK, markup=False, classes="said")
            yield Static("", markup=False, classes="count")
            yield Static(words.FOOT, markup=False, classes="foot")

    def on_mount(self) -> None:
        """Let time pass where the person asked for motion; else everything stands still."""
        self.query_one(OptionList).highlighted = None
        if self.app.config.motion:
            self.set_interval(1, self._pass_second, name="breath")

    @on(OptionList.OptionHighlighted)
    def _on_chosen(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index != event.option_list.highlighted:
            return  # a list begins with its first line, until that is taken back above
        said = self.ways[str(event.option.id)]
        self.query_one(".said", Static).update(Content("\n\n").join(map(Content, said)))
        self._seconds = 0
        self._show_count()

    def on_key(self, event: events.Key) -> None:
        """Choose by number, too."""
        options = self.query_one(OptionList)
        if event.character in [str(number) for number, _ in _numbered()]:
            event.stop()
            options.highlighted = int(event.character or "") - 1

    def action_close(self) -> None:
        """Go back to where the person was."""
        self.dismiss(None)

    def _pass_second(self) -> None:
        self._seconds += 1
        self._show_count()

    def _show_count(self) -> None:
        highlighted = self.query_one(OptionList).highlighted
        counts = (
            self.app.config.motion
            and highlighted is not None
            and words.WAYS[highlighted][0] == words.BREATH
        )
        self.query_one(".count", Static).update(Content(breath_at(self._seconds) if counts else ""))


def _numbered() -> list[tuple[int, tuple[str, str, tuple[str, ...]]]]:
    return list(enumerate(words.WAYS, start=1))


def _named(number: int, name: str) -> Content:
    return Content.assemble((f" {number} ", "$support"), f" {name}")


def breath_at(second: int) -> str:
    """Return the line that grows while air comes in and shrinks while it goes out.

    Args:
        second: whole seconds since the first breath began, 0 or more.
    """
    passed = second % (_IN + _OUT)
    if passed < _IN:
        return f"{'━' * (_WIDEST * (passed + 1) // _IN)} {words.BREATHE_IN}"
    left = _IN + _OUT - passed
    return f"{'━' * (_WIDEST * left // _OUT)} {words.BREATHE_OUT}"
