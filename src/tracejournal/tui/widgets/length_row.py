"""The row that takes how long something was: bands to pick from, or the minutes themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive

from tracejournal.model.entry import MAX_MINUTES
from tracejournal.tui.widgets.rows import Row
from tracejournal.words import forms, labels

if TYPE_CHECKING:
    from textual import events


class LengthRow(Row):
    """Minutes, or none: arrows go through the bands, digits say it to the minute.

    What is kept is a number in any case, so the row always shows which.
    """

    value: reactive[int | None] = reactive(None, init=False)

    def __init__(self, name: str, title: str) -> None:
        """Begin with none."""
        super().__init__(name, title)
        self._is_typing = False

    def watch_value(self) -> None:
        """Tell the form."""
        self.post_message(self.Changed(self))

    def on_blur(self) -> None:
        """Take the next digit for the first of another number."""
        self._is_typing = False

    def _parts(self, _room: int) -> list[tuple[Content, object]]:
        chosen = _band(self.value)
        parts: list[tuple[Content, object]] = [
            (
                Content(f" {name} ").stylize("$on-lead on $lead" if place == chosen else ""),
                stands_for,
            )
            for place, (name, _, stands_for) in enumerate(labels.LENGTHS)
        ]
        if self.value is not None:
            said = forms.about_minutes(self.value)
            parts.append((Content.styled(f"  {said}", "$support"), None))
        if self.has_focus:
            parts.append((Content.styled(f"  {forms.LENGTH_HINT}", "$ink-faint"), None))
        return parts

    def _clicked(self, meaning: object) -> None:
        self.value = None if meaning == self.value else int(str(meaning))

    def _pressed(self, event: events.Key) -> bool:
        digit = event.character
        if digit and digit in "0123456789":
            longer = (self.value or 0) * 10 + int(digit) if self._is_typing else int(digit)
            self.value = longer if longer <= MAX_MINUTES else int(digit)
            self._is_typing = True
            return True
        if event.key in ("left", "right"):
            self._step(1 if event.key == "right" else -1)
        elif event.key in ("backspace", "delete"):
            self.value = None
        else:
            return False
        self._is_typing = False
        return True

    def _step(self, by: int) -> None:
        steps = [None, *(stands_for for _, _, stands_for in labels.LENGTHS)]
        band = _band(self.value)
        place = 0 if band is None else band + 1
        self.value = steps[(place + by) % len(steps)]


def _band(minutes: int | None) -> int | None:
    """Return which band a number of minutes is in."""
    if minutes is None:
        return None
    return max(place for place, (_, least, _) in enumerate(labels.LENGTHS) if minutes >= least)
