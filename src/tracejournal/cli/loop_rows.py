"""Loops as the command line shows them."""

from __future__ import annotations

import json

from tracejournal.cli.output import bold, dim, write, write_line
from tracejournal.cli.rows import fitted
from tracejournal.model import loop_lines
from tracejournal.model.text import display
from tracejournal.words import loops as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracejournal.journal.journal import Journal
    from tracejournal.model.loop import Loop

_GAP = "  "
_LABEL_WIDTH = 12
_LEAST_WORDS = 12


def write_rows(journal: Journal, found: Sequence[Loop]) -> None:
    """Write a line for each: the start of its id, its sign, its words, with whom, for when."""
    ids = journal.loops.short_ids()
    today = journal.clock.today()
    width = max((len(ids[loop.id]) for loop in found), default=0)
    for loop in found:
        content = loop.content
        start = f"{ids[loop.id]:<{width}}{_GAP}"
        with_whom = loop_lines.with_whom(content.people_beside)
        beside = (
            words.WITH.format(people=with_whom) if with_whom else "",
            loop_lines.for_day(content.due, today),
            words.STEPS.get(loop.ending or "", ""),
        )
        end = "".join(f" · {each}" for each in beside if each)
        said = f"{loop_lines.sign(content)} {loop_lines.first_words(content)}"
        shown = fitted(said, len(start) + min(len(end), 80 - len(start) - _LEAST_WORDS))
        write_line(dim(start) + shown + dim(end))


def write_sheet(journal: Journal, loop: Loop) -> None:
    """Write all there is to one."""
    content, clock = loop.content, journal.clock
    write_line(bold(f"{loop_lines.sign(content)} {loop_lines.about(loop, clock)}"))
    if content.text.strip():
        write_line(display(content.text, len(content.text)))
    for option in loop_lines.options(content):
        write_line(option)
    if content.people:
        write_line(dim(words.WITH.format(people=loop_lines.with_whom(content.people))))
    if loop.steps:
        write_line()
    for day, what in loop_lines.history(loop, clock):
        begin = f"{day:<{_LABEL_WIDTH}}{_GAP}"
        write_line(dim(begin) + what.replace("\n", "\n" + " " * len(begin)))
    write_line()
    marks = (words.SEALED if loop.sealed else "", words.DELETED if loop.trashed_at else "")
    write_line(dim(" · ".join(filter(None, (journal.loops.short_ids()[loop.id], *marks)))))


def write_json(found: Iterable[Loop]) -> None:
    """Write loops as one array of the documented objects."""
    from tracejournal.exchange.json_export import array  # noqa: PLC0415 - paid for when used
    from tracejournal.exchange.json_objects import loop_object  # noqa: PLC0415

    for piece in array(json.dumps(loop_object(loop), ensure_ascii=False) for loop in found):
        write(piece)
