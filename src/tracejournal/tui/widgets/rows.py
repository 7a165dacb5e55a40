"""Rows of a form: a label, what is chosen, and keys that change it. Every one may stay empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tracejournal.model.entry import MAX_RATING
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import label, offered
from tracejournal.words import forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import RenderResult

    from tracejournal.model.vocabulary import Term

LABEL_WIDTH = 11
_DOT_FULL, _DOT_EMPTY, _NOTHING = "●", "○", "–"


class Row(Widget, can_focus=True):
    """One line of a form.

    Subclasses draw what is chosen with `_parts` and remember where each part stands, so that the
    mouse works on all of them.
    """

    DEFAULT_CSS = """
    Row { height: 1; width: 1fr; color: $ink-soft; }
    Row:focus { background: $marked; color: $ink; text-style: none; }
    """

    @dataclass
    class Changed(Message):
        """Something else is chosen."""

        row: Row

    @dataclass
    class ListWanted(Message):
        """All choices are asked for."""

        row: Row

    @dataclass
    class Submitted(Message):
        """Enter was pressed: keep the form."""

        row: Row

    def __init__(self, name: str, title: str) -> None:
        """Take the row's name in the form and its label."""
        super().__init__(id=f"row-{name}", classes="detail")
        self.field = name
        self._title = title
        self._spans: list[tuple[int, int, object]] = []

    def render(self) -> RenderResult:
        """Draw label and parts, and note where each part is."""
        mark = "▸" if self.has_focus else " "
        pieces = [Content.styled(f"{mark} {self._title:<{LABEL_WIDTH}}", "$ink-soft")]
        x = LABEL_WIDTH + 2
        self._spans = []
        for content, meaning in self._parts(self.size.width - x):
            width = content.cell_length
            self._spans.append((x, x + width, meaning))
            pieces.append(content)
            x += width
        return Content.assemble(*pieces)

    def learn(self, _usual: tuple[str, ...]) -> None:
        """Learn what is usually picked, and what things are called by now."""
        self.refresh()

    def _parts(self, room: int, /) -> list[tuple[Content, object]]:
        """Return what to draw, each with what a click on it means (None: nothing)."""
        raise NotImplementedError

    def _clicked(self, meaning: object) -> None:
        """Follow a click on a part."""
        raise NotImplementedError

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        for start, end, meaning in self._spans:
            if start <= event.x < end and meaning is not None:
                self._clicked(meaning)

    def on_key(self, event: events.Key) -> None:
        """Keep on Enter; let the row's own keys change it."""
        if event.key == "enter":
            self.post_message(self.Submitted(self))
        elif not self._pressed(event):
            return
        event.stop()
        event.prevent_default()

    def _pressed(self, event: events.Key) -> bool:
        """Follow a key; return whether it was one of the row's own."""
        raise NotImplementedError


class TermRow(Row):
    """A row of terms. What the person usually picks comes first, and nothing is picked for them.

    Attributes:
        terms: what can be chosen, in its own order.
        usual: keys of what is usually picked, the most usual first.
    """

    usual: reactive[tuple[str, ...]] = reactive((), init=False)

    def __init__(self, name: str, title: str, terms: Sequence[Term]) -> None:
        """Take what can be chosen."""
        super().__init__(name, title)
        self.terms = terms

    def learn(self, usual: tuple[str, ...]) -> None:
        """Learn what is usually picked, unless someone is picking just now."""
        if not self.has_focus:
            self.usual = usual
        super().learn(usual)


class ChoiceRow(TermRow):
    """One of several terms, or none: arrows choose, Space lists all, Backspace clears."""

    value: reactive[str | None] = reactive(None, init=False)

    def watch_value(self) -> None:
        """Tell the form."""
        self.post_message(self.Changed(self))

    def _parts(self, room: int) -> list[tuple[Content, object]]:
        more = Content.styled(f" {forms.MORE}", "$ink-faint")
        names = [
            (Content(f" {term.glyph} {term.label} ".replace("  ", " ")), term.key)
            for term in self._offered()
        ]
        chosen = next((n for n, (_, key) in enumerate(names) if key == self.value), 0)
        first, last = _window([name.cell_length for name, _ in names], chosen, room - len(more))
        shown: list[tuple[Content, object]] = [
            (name.stylize("$on-lead on $lead") if key == self.value else name, key)
            for name, key in names[first:last]
        ]
        return [*shown, (more, _LIST)]

    def _clicked(self, meaning: object) -> None:
        if meaning is _LIST:
            self.post_message(self.ListWanted(self))
        else:
            self.value = None if meaning == self.value else str(meaning)

    def _pressed(self, event: events.Key) -> bool:
        if event.key in ("left", "right", "h", "l"):
            self._step(1 if event.key in ("right", "l") else -1)
        elif event.key in ("backspace", "delete"):
            self.value = None
        elif event.key == "space":
            self.post_message(self.ListWanted(self))
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        keys = [None, *(term.key for term in self._offered())]
        place = keys.index(self.value) if self.value in keys else 0
        self.value = keys[(place + by) % len(keys)]

    def _offered(self) -> list[Term]:
        return offered(self.terms, self.usual, (self.value or "",))


_LIST = object()
"""What a click on it means: show all choices."""


def _window(widths: Sequence[int], chosen: int, room: int) -> tuple[int, int]:
    """Return which run of choices fits a room, as far left as the chosen one stays in view."""
    first = 0
    while first < chosen and sum(widths[first : chosen + 1]) > room:
        first += 1
    last = first
    while last < len(widths) and sum(widths[first : last + 1]) <= room:
        last += 1
    return first, last


class SeveralRow(TermRow):
    """Any number of terms: Space lists all, Backspace lets the last one go.

    With the focus it also shows some to pick at once: arrows point at one, Space takes it.
    """

    value: reactive[tuple[str, ...]] = reactive((), init=False)
    pointed: reactive[int | None] = reactive(None, init=False)
    """Which of those that are shown; None for none, where Space lists all."""

    def watch_value(self) -> None:
        """Tell the form."""
        self.post_message(self.Changed(self))

    def on_blur(self) -> None:
        """Point at nothing."""
        self.pointed = None

    def _parts(self, room: int) -> list[tuple[Content, object]]:
        names = " · ".join(one_line(label(self.terms, key)) for key in self.value)
        parts: list[tuple[Content, object]] = []
        if names:
            parts.append((Content.styled(f" {names} "[:room], "$felt"), _LIST))
        if self.has_focus:
            parts += self._quick(room - sum(len(part) for part, _ in parts))
        elif not names:
            parts.append((Content.styled(f" {forms.CHOOSE}", "$ink-faint"), _LIST))
        return parts

    def _quick(self, room: int) -> list[tuple[Content, object]]:
        more = Content.styled(f" {forms.MORE}", "$ink-faint")
        names = [Content(f" {one_line(term.label)} ") for term in self._left()]
        widths = [name.cell_length for name in names]
        first, last = _window(widths, self.pointed or 0, room - more.cell_length)
        shown: list[tuple[Content, object]] = [
            (
                name.stylize("$on-lead on $lead") if place == self.pointed else name,
                self._left()[place].key,
            )
            for place, name in list(enumerate(names))[first:last]
        ]
        return [*shown, (more, _LIST)] if room > more.cell_length else []

    def _left(self) -> list[Term]:
        """What is offered and not taken yet."""
        there = offered(self.terms, self.usual)
        return [each for each in there if each.key not in self.value]

    def _clicked(self, meaning: object) -> None:
        if meaning is _LIST:
            self.post_message(self.ListWanted(self))
        else:
            self.value = (*self.value, str(meaning))

    def _pressed(self, event: events.Key) -> bool:
        if event.key == "space":
            self._take()
        elif event.key in ("left", "right"):
            self._point(1 if event.key == "right" else -1)
        elif event.key in ("backspace", "delete"):
            self.value = self.value[:-1]
        else:
            return False
        return True

    def _take(self) -> None:
        left = self._left()
        if self.pointed is None or self.pointed >= len(left):
            self.post_message(self.ListWanted(self))
        else:
            self.value = (*self.value, left[self.pointed].key)

    def _point(self, by: int) -> None:
        at = (-1 if self.pointed is None else self.pointed) + by
        self.pointed = min(at, len(self._left()) - 1) if at >= 0 else None


class GaugeRow(Row):
    """A number from 0 to 10, or none: digits, arrows, Backspace. No number is better."""

    DIGITS: ClassVar[str] = "0123456789"

    value: reactive[int | None] = reactive(None, init=False)

    def watch_value(self) -> None:
        """Tell the form."""
        self.post_message(self.Changed(self))

    def _parts(self, _room: int) -> list[tuple[Content, object]]:
        value = self.value
        dots: list[tuple[Content, object]] = [(Content(" "), None)]
        for number in range(1, MAX_RATING + 1):
            full = value is not None and number <= value
            dots.append((Content.styled(_DOT_FULL if full else _DOT_EMPTY, "$support"), number))
        said = _NOTHING if value is None else str(value)
        dots.append((Content.styled(f" {said} ", "$support"), None))
        if self.has_focus:
            dots.append((Content.styled(f" {forms.GAUGE_HINT}", "$ink-faint"), None))
        return dots

    def _clicked(self, meaning: object) -> None:
        self.value = None if meaning == self.value else int(str(meaning))

    def _pressed(self, event: events.Key) -> bool:
        digit = event.character
        if digit and digit in self.DIGITS:
            # A 0 right behind a 1 makes ten of it.
            self.value = MAX_RATING if (self.value, digit) == (1, "0") else int(digit)
        elif event.key in ("left", "right"):
            step = 1 if event.key == "right" else -1
            start = 5 - step if self.value is None else self.value
            self.value = min(MAX_RATING, max(0, start + step))
        elif event.key in ("backspace", "delete"):
            self.value = None
        else:
            return False
        return True


class TextRow(Row):
    """A short text that is asked for in a small dialog: Space or any letter opens it."""

    value: reactive[str] = reactive("", init=False)

    def __init__(self, name: str, title: str, empty: str) -> None:
        """Take what is shown while nothing is said."""
        super().__init__(name, title)
        self._empty = empty

    def watch_value(self) -> None:
        """Tell the form."""
        self.post_message(self.Changed(self))

    def _parts(self, room: int) -> list[tuple[Content, object]]:
        shown = one_line(self.value)[:room] or self._empty
        return [(Content.styled(f" {shown}", "$ink" if self.value else "$ink-faint"), _LIST)]

    def _clicked(self, _meaning: object) -> None:
        self.post_message(self.ListWanted(self))

    def _pressed(self, event: events.Key) -> bool:
        if event.key == "space":
            self.post_message(self.ListWanted(self))
        elif event.key in ("backspace", "delete"):
            self.value = ""
        else:
            return False
        return True
