"""Text that people typed: cleaned at the storage door, made safe to show at every face.

`clean` is the first wall and `display` the second; the third stands where the app writes to the
terminal (`tui/terminal_wall.py`). One wall is not enough: with markup switched off alone, escape
sequences in a text still reached the terminal through 16 of 16 stock widgets.
"""

from __future__ import annotations

import unicodedata

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_SHOWN = 20_000
"""Characters of one text that are shown at once; the rest is a step further."""

MAX_MARKS = 4
"""Combining marks shown on one character, enough for every living script."""

MAX_KEPT = 5_000_000
"""Characters one entry can hold, far beyond a book chapter; more is refused, never cut."""

_KEPT_CONTROLS = "\n\t"
_REMOVED = dict.fromkeys(
    {*range(0x20), 0x7F, *range(0x80, 0xA0), *range(0xD800, 0xE000)} - set(map(ord, _KEPT_CONTROLS))
)
_MARKS = ("Mn", "Me")
_FORMAT = "Cf"
_OPENS_ISOLATE = {0x2066, 0x2067, 0x2068}
_CLOSES_ISOLATE = 0x2069
_BIDI_OVERRIDES = {0x202A, 0x202B, 0x202C, 0x202D, 0x202E}
_LINE_BREAKS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})
_ENDS_LINE = ("\r\n", "\r", "\v", "\f", "\x85")
_LAST_C0, _DELETE, _PICTURES = 0x1F, 0x7F, 0x2400


def clean(text: str) -> str:
    r"""Return text fit to be kept: no control characters but \n and \t, no lone surrogates.

    Line endings of any kind become \n. Nothing a person can see is removed.
    """
    for ending in _ENDS_LINE:
        text = text.replace(ending, "\n")
    return text.translate(_REMOVED)


def display(text: str, limit: int = MAX_SHOWN) -> str:
    r"""Return text that is safe on any terminal and shows what it hides.

    Control characters become visible pictures (␛ for escape), directional overrides become ␦ and
    open isolates are closed, piles of combining marks are thinned, and what exceeds `limit`
    characters ends in an ellipsis. \n and \t stay.
    """
    shown = text if len(text) <= limit else text[:limit] + "…"
    if shown.isascii() and shown.isprintable():
        return shown
    return "".join(_visible(shown.translate(_LINE_BREAKS)))


def one_line(text: str, limit: int = 400) -> str:
    """Return the first words of a text on one line, safe to show."""
    return " ".join(display(text[: 2 * limit], limit).split())


def _visible(text: str) -> Iterator[str]:
    marks = 0
    open_isolates = 0
    for char in text:
        code = ord(char)
        category = unicodedata.category(char)
        if category in _MARKS:
            marks += 1
            if marks > MAX_MARKS:
                continue
        elif category != _FORMAT:  # a joiner between marks does not begin a new character
            marks = 0
        if code in _OPENS_ISOLATE:
            open_isolates += 1
        elif code == _CLOSES_ISOLATE:
            if open_isolates == 0:
                continue
            open_isolates -= 1
        elif char == "\n":
            yield chr(_CLOSES_ISOLATE) * open_isolates
            open_isolates = 0
        yield _picture(char, code)
    yield chr(_CLOSES_ISOLATE) * open_isolates


def _picture(char: str, code: int) -> str:
    if char in _KEPT_CONTROLS:
        return char
    if code <= _LAST_C0:
        return chr(_PICTURES + code)
    if code == _DELETE:
        return "␡"
    if code in _REMOVED or code in _BIDI_OVERRIDES:
        return "␦"
    return char
