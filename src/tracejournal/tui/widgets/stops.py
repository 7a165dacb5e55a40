"""Where the lines of Patterns lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.model.record import Record

if TYPE_CHECKING:
    from tracejournal.patterns.support import Line


class Stop(Record):
    """The moments behind a line.

    Attributes:
        title: what they are, in words.
        query: what finds them in History.
        line: the condition they are with or without, where the line is about one.
        entry: the public id of the one moment it is, where it is one.
    """

    title: str
    query: str = ""
    line: Line | None = None
    entry: str = ""
