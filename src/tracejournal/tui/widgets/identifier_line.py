"""One quiet line under words that could tell who somebody is. It is never in the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tracejournal.model.text import one_line
from tracejournal.words import hint as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.timer import Timer
    from textual.widgets import TextArea

    from tracejournal.privacy.identifiers import Hit

QUIET_SECONDS = 0.7
"""How long nothing is typed before the words are looked at: no key ever waits for that."""

_LONGEST = 28
_NAMING = ("name", "initials")


class IdentifierLine(Static):
    """Shows what was found until it is let be, or the words go."""

    DEFAULT_CSS = """
    IdentifierLine { display: none; height: auto; width: 1fr; color: $ink-soft; }
    IdentifierLine.-found { display: block; }
    """

    @dataclass
    class Rested(Message):
        """Typing rests: these words can be looked at."""

        line: IdentifierLine
        text: str

    @dataclass
    class Turned(Message):
        """The line came into sight, or went."""

        line: IdentifierLine

    @dataclass
    class RoleWanted(Message):
        """A role is wanted in place of a name."""

        line: IdentifierLine

    def __init__(self) -> None:
        """Begin with nothing found."""
        super().__init__(markup=False)
        self._area: TextArea | None = None
        self._quiet: Timer | None = None
        self._let_be = False
        self._first = ""
        self._names_someone = False

    @property
    def is_found(self) -> bool:
        """Whether the line is in sight."""
        return self.has_class("-found")

    @property
    def names_someone(self) -> bool:
        """Whether a role could stand in place of what is shown."""
        return self.is_found and self._names_someone

    def begin_again(self) -> None:
        """Forget what was let be: other words stand there now."""
        self._let_be = False
        self._turn(found=False)

    def let_be(self) -> None:
        """Say nothing more of these words."""
        self._let_be = True
        self._turn(found=False)

    def follow(self, area: TextArea) -> None:
        """Look at what is being written once typing rests."""
        self._area = area
        if self._quiet is not None:
            self._quiet.stop()
        self._quiet = None if self._let_be else self.set_timer(QUIET_SECONDS, self.look_now)

    def look_now(self) -> None:
        """Let the words be looked at, for typing rests."""
        if self._area is not None:
            self.post_message(self.Rested(self, self._area.text))

    def show(self, text: str, hits: Sequence[Hit]) -> None:
        """Show what was found in a text, or nothing."""
        if self._let_be or not hits:
            self._turn(found=False)
            return
        naming = [hit for hit in hits if hit.kind in _NAMING]
        first = (naming or hits)[0]
        self._first = text[first.start : first.end]
        self._names_someone = bool(naming)
        self.update(self._said(len(hits) - 1))
        self._turn(found=True)

    def _said(self, more: int) -> Content:
        what = one_line(self._first, _LONGEST)
        pieces = [Content(words.COULD.format(what=what))]
        if more:
            pieces.append(Content(words.MORE.format(count=more)))
        if self._names_someone:
            pieces.append(Content.styled(_unbroken(words.ROLE), "$lead"))
        pieces.append(Content.styled(_unbroken(words.LEAVE), "$lead"))
        return Content(" · ").join([*pieces, Content(_unbroken(words.NOT_ALL))])

    def _turn(self, *, found: bool) -> None:
        if found != self.is_found:
            self.set_class(found, "-found")
            self.post_message(self.Turned(self))

    def put(self, role: str) -> None:
        """Put a role in place of the name; ctrl+z takes it back."""
        area = self._area
        start = area.text.find(self._first) if area else -1
        if area is None or start < 0:
            return
        before = area.text[:start].rstrip()
        begins = not before or before[-1] in ".!?:"
        written = role[:1].upper() + role[1:] if begins else role
        above, ends, left = area.text[:start].rpartition("\n")
        row, column = above.count("\n") + len(ends), len(left)
        area.replace(written, (row, column), (row, column + len(self._first)))
        self._turn(found=False)

    def on_click(self) -> None:
        """Offer a role, or let it be where there is no name."""
        if self.names_someone:
            self.post_message(self.RoleWanted(self))
        else:
            self.let_be()


def _unbroken(said: str) -> str:
    """Return words that stay on one line."""
    return said.replace(" ", "\N{NO-BREAK SPACE}")
