"""One line of a list of entries: what it says, cut to the room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import set_cell_size
from rich.segment import Segment

from tracejournal.model.vocabulary import ENTRY_TYPES, KINDS, label, term
from tracejournal.words import lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from tracejournal.model.entry import EntryLine

Piece = tuple[str, str]
"""Some text and the name of its style."""

_OPENS_ISOLATE = "\u2066\u2067\u2068"
_CLOSES_ISOLATE = "\u2069"


def pieces(line: EntryLine, when: str, mark: str, *, show_words: bool) -> list[Piece]:
    """Return what a line says.

    Args:
        line: the entry.
        when: the day or the time it begins with.
        mark: one character before it: selected, under the cursor, or a space.
        show_words: whether the words of the entry are shown, or its kind alone.
    """
    kind = term(KINDS, line.kind) or term(ENTRY_TYPES, line.type)
    glyph = kind.glyph if kind else "·"
    said, style = _said(line, show_words=show_words)
    return [(f"{mark} ", "mark"), (f"{when}  ", "faint"), (f"{glyph} ", line.type), (said, style)]


def kind_label(line: EntryLine) -> str:
    """Return the kind of a moment, or the type of another entry, in words."""
    return label(KINDS, line.kind) if line.kind else label(ENTRY_TYPES, line.type)


def _said(line: EntryLine, *, show_words: bool) -> tuple[str, str]:
    kind = kind_label(line)
    if not show_words or line.sealed:
        return kind, "faint"
    if line.type == "check-in":
        numbers = lists.gauges(line.energy, line.load, line.supported)
        return f"{numbers} · {line.text}" if line.text else numbers, "plain"
    return (line.text, "plain") if line.text else (kind, "faint")


def day_of(line: EntryLine, above: EntryLine | None) -> str:
    """Return the day as six characters: `Thu 19`, or `31 Oct` where another month begins."""
    day = line.when.on
    if above is not None and (above.when.on.year, above.when.on.month) != (day.year, day.month):
        return f"{day:%d %b}"
    return f"{day:%a %d}"


def whole_day_of(line: EntryLine) -> str:
    """Return the day for a list in another order than that of time: `19 Nov 2026`."""
    return f"{line.when.on:%d %b %Y}"


def fitted(segments: Sequence[Segment], width: int, ground: Style) -> list[Segment]:
    """Return the segments cut or filled to a width, with an ellipsis where they are cut."""
    room = width
    within: list[Segment] = []
    for segment in segments:
        length = segment.cell_length
        if length > room:
            if room:
                within.append(Segment(_cut(segment.text, room), segment.style))
            return within
        within.append(segment)
        room -= length
    return [*within, Segment(" " * room, ground)]


def _cut(text: str, room: int) -> str:
    kept = set_cell_size(text, room - 1)
    opened = sum(kept.count(char) for char in _OPENS_ISOLATE) - kept.count(_CLOSES_ISOLATE)
    return kept + _CLOSES_ISOLATE * max(0, opened) + "…"
