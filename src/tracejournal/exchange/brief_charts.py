"""The chart of a brief: how often each ticked condition was there, drawn and in words.

It draws the numbers that were ticked, and nothing else.
"""

from __future__ import annotations

from html import escape

from tracejournal.model.brief import HIGHEST
from tracejournal.model.text import MAX_KEPT, display
from tracejournal.words import brief as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracejournal.model.brief import Figure, Line, Section

_FULL, _EMPTY = "█", "░"
_CELLS = 20

_LEFT, _BAR, _WIDTH = 148, 330, 640
_ROW, _GAP, _LABEL, _THICK = 20, 14, 22, 11
"""Units of the drawing: where bars begin, how long a full one is, and how far apart all stands."""


def bars(section: Section, width: int) -> Iterator[str]:
    """Yield the chart as lines of text, each at most `width` characters but for a long label."""
    names = max(map(len, words.AMONG.values()))
    for number, line in enumerate(section.charted):
        if number:
            yield ""
        yield display(line.label, MAX_KEPT)
        for figure in line.figures:
            cells = min(_CELLS, width - names - 14)
            full = round(cells * figure.count / figure.of)
            drawn = _FULL * full + _EMPTY * (cells - full)
            yield f"{words.AMONG[figure.among]:<{names}}  {drawn}  {_value(figure)}"


def drawing(section: Section) -> Iterator[str]:
    """Yield the chart as SVG, with all it shows in words for those who do not see it."""
    heights = [_LABEL + _ROW * len(line.figures) + _GAP for line in section.charted]
    height = sum(heights)
    name = f"chart-{section.key}"
    yield (
        f'<svg role="img" aria-labelledby="{name} {name}-words" viewBox="0 0 {_WIDTH} {height}"'
        f' width="{_WIDTH}" height="{height}">'
    )
    yield f'<title id="{name}">{words.CHART_TITLE}</title>'
    yield f'<desc id="{name}-words">{escape(_in_words(section))}</desc>'
    top = 0
    for line, taken in zip(section.charted, heights, strict=True):
        yield from _group(line, top)
        top += taken
    yield "</svg>"


def _group(line: Line, top: int) -> Iterator[str]:
    label = escape(display(line.label, MAX_KEPT))
    yield f'<text class="label" x="0" y="{top + 14}">{label}</text>'
    for place, figure in enumerate(line.figures):
        y = top + _LABEL + place * _ROW
        full = round(_BAR * figure.count / figure.of)
        kind = "high" if figure.among == HIGHEST else "every"
        name = words.AMONG[figure.among]
        yield f'<text class="among" x="{_LEFT - 12}" y="{y + 10}">{name}</text>'
        yield f'<rect class="rail" x="{_LEFT}" y="{y}" width="{_BAR}" height="{_THICK}" rx="3"/>'
        if full:
            yield (
                f'<rect class="{kind}" x="{_LEFT}" y="{y}" width="{full}"'
                f' height="{_THICK}" rx="3"/>'
            )
        yield f'<text class="value" x="{_LEFT + _BAR + 12}" y="{y + 10}">{_value(figure)}</text>'


def _in_words(section: Section) -> str:
    return " ".join(
        words.CHART_LINE.format(
            label=display(line.label, MAX_KEPT),
            values=", ".join(
                words.CHART_PART.format(
                    count=figure.count, of=figure.of, among=words.AMONG[figure.among]
                )
                for figure in line.figures
            ),
        )
        for line in section.charted
    )


def _value(figure: Figure) -> str:
    return words.CHART_VALUE.format(count=figure.count, of=figure.of)
