"""Entries on one line each."""

from __future__ import annotations

from tracejournal.cli.output import columns, dim, write_line
from tracejournal.model.mentions import as_mention
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import DIRECTIONS, ENTRY_TYPES, KINDS, label, term
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping, Sequence
    from datetime import date

    from tracejournal.journal.journal import Journal
    from tracejournal.model.entry import CheckIn, Entry, EntryLine, Moment, Reflection

_GAP = "  "
_PAGE = 500


def write_found(journal: Journal, rows: array[int], *, with_text: bool = True) -> None:
    """Write a line for each row a search found, a page at a time: the first are there at once."""
    for start in range(0, len(rows), _PAGE):
        page = rows[start : start + _PAGE]
        lines = journal.history.lines(page)
        write_rows(journal, [lines[row] for row in page if row in lines], with_text=with_text)


def write_rows(
    journal: Journal,
    lines: Sequence[EntryLine],
    *,
    with_day: bool = True,
    with_text: bool = True,
) -> None:
    """Write a line for each entry: the start of its id, day, time, what it is, its words."""
    ids = journal.entries.short_ids(line.id for line in lines)
    width = max(map(len, ids.values()), default=0)
    for line in lines:
        day = f"{line.when.on.isoformat()}{_GAP}" if with_day else ""
        when = f"{day}{line.when.at:%H:%M}"
        start = f"{ids[line.id]:<{width}}{_GAP}{when}"
        said = text_of(line) if with_text else ""
        rest = f"{glyph_of(line)} {kind_of(line)}{_GAP if said else ''}{said}"
        write_line(dim(start) + _GAP + fitted(rest, len(start) + len(_GAP)))


def glyph_of(line: EntryLine) -> str:
    """Return the sign of an entry's kind, or of its type."""
    found = term(KINDS, line.kind) or term(ENTRY_TYPES, line.type)
    return found.glyph if found else " "


def kind_of(line: EntryLine) -> str:
    """Return the kind of a moment, or the type of anything else."""
    return one_line(label(KINDS, line.kind)) if line.kind else line.type


def text_of(line: EntryLine) -> str:
    """Return the first words of an entry, or what it has of numbers; a check-in has both."""
    if line.type != "check-in":
        supported = "" if line.supported is None else f"{words.SUPPORTED} {line.supported}"
        return line.text or supported
    from tracejournal.words.lists import gauges  # noqa: PLC0415 - paid for when used

    return f"{gauges(line.energy, line.load, line.supported)}{_GAP}{line.text}".rstrip()


def fitted(text: str, taken: int) -> str:
    """Return text cut to what is left of a terminal's line; whole where output goes elsewhere."""
    wide = columns()
    if wide is None or sum(map(_cells, text)) <= wide - taken:
        return text
    room = wide - taken - 1
    end = 0
    for char in text:
        room -= _cells(char)
        if room < 0:
            break
        end += 1
    return text[:end].rstrip() + "…"


def _cells(char: str) -> int:
    if char.isascii():
        return 1
    from unicodedata import category, east_asian_width  # noqa: PLC0415 - paid for when used

    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def summary(content: Moment | Reflection | CheckIn) -> str:
    """Return what was kept besides the words: `note of gratitude · gave · @Priya · #gratitude`."""
    kind = getattr(content, "kind", None)
    direction = getattr(content, "direction", None)
    numbers = (
        (name, getattr(content, name, None)) for name in (words.ENERGY, words.LOAD, words.SUPPORTED)
    )
    parts = (
        label(KINDS, kind) if kind else content.type,
        label(DIRECTIONS, direction),
        *map(as_mention, content.people),
        *(f"#{tag}" for tag in content.tags),
        *(f"{name} {number}" for name, number in numbers if number is not None),
    )
    return " · ".join(filter(None, parts))


def kept_line(entry: Entry, today: date, done: str = words.KEPT) -> str:
    """Return what is said when an entry is kept; its day only where it is not today."""
    parts = [summary(entry.content)]
    if entry.when.on != today:
        from tracejournal.cli.days import long_day  # noqa: PLC0415 - paid for when used

        parts.append(words.ON_DAY.format(day=long_day(entry.when.on)))
    return f"{done} {' · '.join(parts)}"


def counted(number: int, names: tuple[str, str] = words.ENTRIES) -> str:
    """Return a number with the right word: `1 entry`, `2 entries`."""
    return f"{number:,} {names[number != 1]}"


def said_counts(found: Mapping[str, int]) -> str:
    """Return counts by type in words, those above none."""
    return ", ".join(counted(number, words.TYPES[each]) for each, number in found.items() if number)


def named(entries: Sequence[Entry], ids: Mapping[str, str]) -> str:
    """Return which entries something was done to, by id; a number where there are many."""
    if len(entries) > 3:  # noqa: PLR2004 - what still reads well in one sentence
        return counted(len(entries))
    return ", ".join(f"{ids[entry.id]} ({_short(entry)})" for entry in entries)


def _short(entry: Entry) -> str:
    kind = getattr(entry.content, "kind", None)
    return f"{label(KINDS, kind) if kind else entry.type}, {entry.when.on.isoformat()}"
