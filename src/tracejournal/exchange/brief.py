"""A brief as a file: Markdown, plain text or a page to print. The same brief gives the same bytes.

Nothing is in it but what was ticked: no date of its own, no name of a program, no count of use.
"""

from __future__ import annotations

import re

from tracejournal.exchange.brief_charts import bars
from tracejournal.exchange.brief_html import page
from tracejournal.model.brief import SECTIONS, TOPIC
from tracejournal.model.text import MAX_KEPT, display
from tracejournal.model.vocabulary import label
from tracejournal.words import brief as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracejournal.model.brief import Brief, Line, Section

ENDINGS = {"md": ".md", "text": ".txt", "html": ".html"}
"""How a file of each format is called at its end."""

WIDTH = 60
"""Columns of plain text: what fits beside the lines on a wide window, and on a sheet of paper."""

_ANYWHERE = re.compile(r"([\\`*_\[\]<&~|])")
_AT_THE_START = re.compile(r"^(\d*)([#+=.)>-])")


def written(brief: Brief, form: str) -> str:
    """Return the whole text of the file, which is written in UTF-8; "" of an empty brief.

    Args:
        brief: what was ticked.
        form: a key of `ENDINGS`.
    """
    if brief.is_empty:
        return ""
    if form == "html":
        return page(brief)
    pieces = _markdown(brief) if form == "md" else _plain(brief)
    return "\n".join(pieces) + "\n"


def _markdown(brief: Brief) -> Iterator[str]:
    yield f"# {words.TITLE}"
    if brief.period:
        yield ""
        yield _marked(brief.period)
    for section in brief.sections:
        yield from ("", f"## {label(SECTIONS, section.key)}", "")
        for number, line in enumerate(section.lines, start=1):
            sign = f"{number}." if section.key == TOPIC else "-"
            yield f"{sign} {_marked(line.text)}"
            for below in line.below:
                yield f"{' ' * len(sign)} - {_marked(below)}"
        if section.charted:
            yield from ("", *_fenced([each.rstrip() for each in bars(section, WIDTH)]))


def _fenced(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines that Markdown leaves as they are, whatever stands in them."""
    ticks = re.findall("`+", "".join(lines))
    fence = "`" * (max(map(len, ticks), default=2) + 1)
    yield from (fence.rjust(3, "`"), *lines, fence.rjust(3, "`"))


def _marked(text: str) -> str:
    """Return text that Markdown shows as it is: nothing in it becomes a heading, a link, a tag."""
    plain = _ANYWHERE.sub(r"\\\1", _safe(text))
    return _AT_THE_START.sub(r"\1\\\2", plain)


def _plain(brief: Brief) -> Iterator[str]:
    yield words.TITLE
    if brief.period:
        yield _safe(brief.period)
    for section in brief.sections:
        yield from ("", label(SECTIONS, section.key))
        for number, line in enumerate(section.lines, start=1):
            yield from _lines(line, f"{number}. " if section.key == TOPIC else "- ")
        yield from _chart(section)


def _lines(line: Line, sign: str) -> Iterator[str]:
    yield from _wrapped(line.text, f"  {sign}")
    for below in line.below:
        yield from _wrapped(below, " " * (2 + len(sign)) + "- ")


def _wrapped(text: str, start: str) -> list[str]:
    from textwrap import wrap  # noqa: PLC0415 - paid for when used

    rest = " " * len(start)
    return wrap(
        _safe(text),
        WIDTH,
        initial_indent=start,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _chart(section: Section) -> Iterator[str]:
    if section.charted:
        yield ""
        yield from (f"  {each}".rstrip() for each in bars(section, WIDTH - 2))


def _safe(text: str) -> str:
    return display(text, MAX_KEPT)
