"""The day under the cursor, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tracejournal.words import calendar as words
from tracejournal.words import rest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracejournal.model.days import DaySummary


class DayCard(Static):
    """What a day holds: counts alone. Of an empty one only its date is said. A click opens it."""

    DEFAULT_CSS = """
    DayCard { width: 1fr; height: 3; }
    """

    @dataclass
    class Opened(Message):
        """It was clicked."""

        day_card: DayCard

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__("", markup=False, classes="card")
        self._said: tuple[str, Sequence[str]] = ("", ())
        self._in_line = False

    @property
    def in_line(self) -> bool:
        """Whether all of it stands on one line, without a frame."""
        return self._in_line

    @in_line.setter
    def in_line(self, in_line: bool) -> None:
        self._in_line = in_line
        self.set_class(not in_line, "card")
        self._tell()

    def show(self, day: DaySummary, today: date, *, ratings: bool) -> None:
        """Tell a day, with how supported it felt if ratings are wanted."""
        said = words.counts(day.moments, day.reflections, day.check_ins)
        if ratings and day.supported is not None:
            said.append(words.felt(day.supported, day.supported_count))
        if day.mark:
            said.append(rest.named(day.mark))
        self._said = words.day_title(day.on, today), said
        self._tell()

    def _tell(self) -> None:
        title, said = self._said
        self.border_title = Content(title)
        self.border_subtitle = Content(words.OPENS)
        if self._in_line:
            told = ", ".join(said)
            self.update(Content.assemble((title, "bold $ink"), f": {told}" if said else ""))
        else:
            self.update(Content((", " if self.size.height <= 1 else "\n").join(said)))

    def on_resize(self) -> None:
        """Tell one thing a line where there is room."""
        self._tell()

    def on_click(self) -> None:
        """Ask that the day is opened."""
        self.post_message(self.Opened(self))
