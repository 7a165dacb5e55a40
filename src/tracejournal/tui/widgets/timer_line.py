"""What a silent timer says: quiet words, no flash, no sound, nothing that moves by itself."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from tracejournal.words import huddle as words

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import RenderResult

    from tracejournal.model.timer import Timer

_MINUTE = 60


class TimerLine(Widget):
    """How much is left, and the keys for it.

    Args:
        seconds: whether seconds are told; else whole minutes alone.
    """

    DEFAULT_CSS = "TimerLine { width: 1fr; height: 2; color: $ink-soft; }"

    def __init__(self, *, seconds: bool) -> None:
        """Begin with a timer that was not started."""
        super().__init__()
        self._seconds = seconds
        self._said = ("", "")

    def show(self, timer: Timer, now: datetime) -> None:
        """Show a timer as it is at an instant."""
        said = (self._words(timer, now), _keys(timer, now))
        if said != self._said:
            self._said = said
            self.refresh()

    def render(self) -> RenderResult:
        """Draw the words above the keys."""
        said, keys = self._said
        return Content.assemble(("◷ ", "$support"), (said, "$ink"), "\n", (keys, "$ink-faint"))

    def _words(self, timer: Timer, now: datetime) -> str:
        if timer.is_untouched:
            return words.in_minutes(timer.minutes)
        if timer.ended:
            return words.ENDED
        if timer.is_over(now):
            return words.OVER.format(minutes=timer.minutes)
        left = self._left(timer.seconds_left(now))
        said = words.LEFT if timer.is_running(now) else words.PAUSED
        return said.format(left=left)

    def _left(self, seconds: float) -> str:
        if self._seconds:
            return words.to_the_second(math.ceil(seconds))
        return words.in_minutes(math.ceil(seconds / _MINUTE))


def _keys(timer: Timer, now: datetime) -> str:
    if timer.is_untouched:
        return words.START
    if timer.is_running(now):
        return words.RUNNING
    return words.AGAIN if timer.ended or timer.is_over(now) else words.STANDING
