"""A brief for supervision: exactly what its file says, whatever the format.

A line is in it since its owner ticked it; nothing else is, not even the day it was made.
"""

from __future__ import annotations

from tracejournal.model.record import Record
from tracejournal.model.vocabulary import Term
from tracejournal.words import brief as words

SECTIONS = tuple(Term(key, label) for key, label in words.SECTIONS)
"""What a brief can speak of, in its fixed order."""

WANTS = tuple(Term(key, label) for key, label in words.WANTS)
FORMATS = tuple(Term(key, label) for key, label in words.FORMATS)

WANT, TOPIC, SUPPORTED, NEED, FOLLOW_UP, GOOD = (section.key for section in SECTIONS)

MOST_TOPICS = 3
HIGHEST, ALL = "highest", "all"


class Figure(Record):
    """A count with its denominator.

    Attributes:
        among: `HIGHEST` or `ALL`: of which moments.
        count: in how many of them.
        of: how many there are.
    """

    among: str
    count: int
    of: int


class Line(Record):
    """A line of a brief, with what stands below it.

    Attributes:
        text: what it says.
        below: more of it, each a line of its own.
        label: what a chart calls it.
        figures: the numbers that were ticked with it, which a chart can draw.
    """

    text: str
    below: tuple[str, ...] = ()
    label: str = ""
    figures: tuple[Figure, ...] = ()


class Section(Record):
    """A part of a brief; there is at least one line in it.

    Attributes:
        key: of `SECTIONS`.
        lines: what was ticked.
        has_chart: whether a chart of its figures was ticked.
    """

    key: str
    lines: tuple[Line, ...]
    has_chart: bool = False

    @property
    def charted(self) -> tuple[Line, ...]:
        """What its chart draws; nothing where none was ticked."""
        return tuple(line for line in self.lines if line.figures) if self.has_chart else ()


class Brief(Record):
    """What a file says.

    Attributes:
        period: the days it looks at, in words; "" where that was not ticked.
        sections: those in which something was ticked.
    """

    period: str = ""
    sections: tuple[Section, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing was ticked."""
        return not self.period and not self.sections
