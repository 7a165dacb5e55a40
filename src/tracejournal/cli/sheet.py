"""A whole entry, to be read."""

from __future__ import annotations

from tracejournal.cli.days import long_day
from tracejournal.cli.output import bold, dim
from tracejournal.model.entry import Moment, Reflection
from tracejournal.model.text import display, one_line
from tracejournal.model.vocabulary import (
    CONDITIONS,
    DIRECTIONS,
    ENTRY_TYPES,
    FITS,
    KINDS,
    MODES,
    OCCASIONS,
    SUPPORTS,
    WHO,
    label,
    term,
)
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracejournal.model.entry import Entry
    from tracejournal.model.vocabulary import Term

_LABEL_WIDTH = 11


def sheet(entry: Entry, meeting: str = "") -> Iterator[str]:
    """Yield the lines of a whole entry, safe on any terminal.

    Args:
        entry: the entry.
        meeting: the planned meeting it was kept of, in words; "" where of none.
    """
    yield bold(f"{long_day(entry.when.on)}, {entry.when.at:%H:%M}")
    yield _kind(entry)
    yield from _words(entry)
    details = (*_details(entry), (words.MEETING, meeting))
    rows = [(name, one_line(value)) for name, value in details if value]
    if rows:
        yield ""
    for name, value in rows:
        yield f"{dim(f'{name:<{_LABEL_WIDTH}}')}  {value}"
    yield ""
    marks = (words.TRASH_MARK,) if entry.trashed_at else ()
    yield dim(" · ".join((entry.id, *marks)))


def _kind(entry: Entry) -> str:
    content = entry.content
    kind = getattr(content, "kind", None)
    found = term(KINDS, kind) or term(ENTRY_TYPES, entry.type)
    said = [f"{found.glyph} {label(KINDS, kind) or found.label}" if found else entry.type]
    if isinstance(content, Moment):
        said += [label(DIRECTIONS, content.direction), label(MODES, content.mode)]
    return one_line(" · ".join(filter(None, said)))


def _words(entry: Entry) -> Iterator[str]:
    content = entry.content
    if isinstance(content, Reflection):
        for part in content.parts:
            yield ""
            if part.question:
                yield dim(_whole(part.question))
            yield _whole(part.answer) or dim(words.NO_WORDS)
    elif content.text.strip():
        yield ""
        yield _whole(content.text)


def _whole(text: str) -> str:
    """All of it: this is where a person reads what a list cuts short."""
    return display(text, len(text))


def _details(entry: Entry) -> Iterator[tuple[str, str]]:
    content = entry.content
    if isinstance(content, Moment):
        yield words.WHO, _labels(WHO, content.who)
    yield words.WITH, ", ".join(content.people)
    yield words.TAGS, " ".join(f"#{tag}" for tag in content.tags)
    for name in (words.ENERGY, words.LOAD, words.SUPPORTED):
        number = getattr(content, name, None)
        yield name, "" if number is None else words.OF_TEN.format(number=number)
    yield words.HELPED, _labels(CONDITIONS, content.present)
    yield words.MISSING, _labels(CONDITIONS, content.missing)
    if isinstance(content, Moment):
        yield words.SUPPORT, _labels(SUPPORTS, content.support)
        yield words.FIT, label(FITS, content.fit)
        yield words.OCCASION, label(OCCASIONS, content.occasion)
        yield words.MINUTES, "" if content.minutes is None else str(content.minutes)
    yield words.SOURCE, entry.source or ""


def _labels(terms: Sequence[Term], keys: Sequence[str]) -> str:
    return ", ".join(label(terms, key) for key in keys)
