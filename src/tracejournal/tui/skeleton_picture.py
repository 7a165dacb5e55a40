"""Today, or the line before a locked journal: boxes and fixed words, at any size.

Drawn before Textual is imported, and again by Textual where a part of Today is not there yet, so
that nothing moves when the real thing takes its place. Never anything a person wrote: nobody was
let in yet. The geometry is that of `house.tcss` and `screens/today.tcss`; a test in a real
terminal holds them together.
"""

from __future__ import annotations

from tracejournal.words import forms, house, unlock
from tracejournal.words import today as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    Span = tuple[str, str]
    """A text and its style in tokens of `themes.py`: "ink-soft", "bold on-lead on lead" or ""."""
    Line = list[Span]

LEAST_WIDTH, LEAST_HEIGHT = 60, 16
"""Columns and lines below which a screen only says that the window is small."""
TALL = 33
"""Lines from which the rows of the form stay open."""
WIDE_BAR = 100
"""Columns, without the bar's edges, from which the bar names the program."""
WEEK_WIDTH, WEEK_HEIGHT = 27, 5

_UNLOCK_WIDTH, _UNLOCK_ABOVE, _UNLOCK_ABOVE_TALL = 66, 5, 9
"""Columns of the unlock screen, and lines above it; see its styles."""

_CHOSEN = "bold on-lead on lead"
_FORM_ROWS = 8


def picture(width: int, height: int) -> list[Line]:
    """Return the whole screen, line by line, each as wide as the screen."""
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        return [[(" " * width, "")] for _ in range(height)]
    tall = height >= TALL
    edge = 1 if tall else 0
    room = width - 2 * edge
    form = _form(room, tall=tall)
    # The bars, the room above and below, and the greeting where there is room for one.
    body = [*form, *rest(room, height - 2 - (4 if tall else 1) - len(form), tall=tall)]
    blank: Line = [(" " * width, "")]
    margin = [(" ", "")] * edge
    return [
        _filled(top_bar(width - 2), width),
        *([blank] * (3 if tall else 1)),
        *([*margin, *line, *margin] for line in body),
        *([blank] * edge),
        blank,
    ]


def unlock_picture(width: int, height: int) -> list[Line]:
    """Return what stands before a locked journal, line by line, each as wide as the screen."""
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        return [[(" " * width, "")] for _ in range(height)]
    room = min(_UNLOCK_WIDTH, width - 2)
    field: Line = [(" ", "on-lead on lead"), (" " * (room - 5), "")]
    lines: list[Line] = [
        *[[(" " * room, "")]] * (_UNLOCK_ABOVE_TALL if height >= TALL else _UNLOCK_ABOVE),
        [(f"{house.SIGN} {house.NAME}".ljust(room), "bold lead")],
        [(" " * room, "")],
        [(unlock.ABOUT.ljust(room), "ink")],
        *[[(" " * room, "")]] * 2,
        *_box(room, [field], (unlock.TITLE, unlock.KEYS), style="lead"),
    ]
    before = (width - room) // 2
    left, right = (" " * before, ""), (" " * (width - room - before), "")
    drawn = [[left, *line, right] for line in lines]
    return [*drawn, *[[(" " * width, "")]] * (height - len(drawn))]


def rest(width: int, height: int, *, tall: bool) -> list[Line]:
    """Return what stands below the form: the prompt, today so far, and the week."""
    prompt = _prompt(width, tall=tall)
    return [*prompt, *_side_by_side(width, max(height - len(prompt), WEEK_HEIGHT))]


def top_bar(width: int, here: str = "today") -> Line:
    """Return the name and the screens as the bar at the top shows them, without the clock.

    Args:
        width: columns inside the bar's edges.
        here: the screen that is shown.
    """
    wide = width >= WIDE_BAR
    name = f"{house.SIGN} {house.NAME}   " if wide else f"{house.SIGN} "
    line = [(name, "bold ink" if wide else "bold lead")]
    for number, (screen, title) in enumerate(house.SCREENS, 1):
        line.append((f" {number} {title} ", _CHOSEN if screen == here else "ink-soft"))
        if wide:
            line.append(("  ", ""))
    return line


def _filled(line: Iterable[Span], width: int) -> Line:
    spans: Line = [(" ", ""), *line]
    left = width - sum(len(text) for text, _ in spans)
    return [*spans, (" " * left, "")]


def _form(width: int, *, tall: bool) -> list[Line]:
    inside = 3 if tall else 2
    hint = forms.MOMENT_HINT[: width - 2 * inside].rstrip()
    line: Line = [
        (hint[:1], "on-lead on lead"),
        (hint[1:].ljust(width - 2 * inside - 1), "ink-faint"),
    ]
    lines: list[Line | None] = [None, line, *[None] * (2 + _FORM_ROWS)] if tall else [line, None]
    return _box(
        width, lines, (forms.MOMENT_TITLE, forms.MOMENT_KEYS), inside=inside, style="lead"
    ) + ([[(" " * width, "")]] if tall else [])


def _prompt(width: int, *, tall: bool) -> list[Line]:
    lines: list[Line | None] = [None] * (4 if tall else 2)
    return _box(width, lines, (words.PONDER, words.PROMPT_KEYS)) + (
        [[(" " * width, "")]] if tall else []
    )


def _side_by_side(width: int, height: int) -> list[Line]:
    so_far = _box(width - WEEK_WIDTH - 1, [None] * (height - 2), (words.TODAY_SO_FAR, ""))
    week = _box(WEEK_WIDTH, [None] * (WEEK_HEIGHT - 2), (words.THIS_WEEK, ""))
    week += [[(" " * WEEK_WIDTH, "")]] * (height - WEEK_HEIGHT)
    return [[*left, (" ", ""), *right] for left, right in zip(so_far, week, strict=True)]


def _box(
    width: int,
    lines: Iterable[Line | None],
    named: tuple[str, str],
    inside: int = 2,
    style: str = "line",
) -> list[Line]:
    """Return a rounded box.

    Args:
        width: columns, edges included.
        lines: what is in it; None for an empty line.
        named: what stands in the upper edge on the left, and in the lower one on the right.
        inside: columns from the edge of the box to what is in it, the edge included.
        style: of the edges.
    """
    title, keys = named
    title_style = style if style == "lead" else "ink-soft"
    side: Span = ("│", style)
    pad: Span = (" " * (inside - 1), "")
    empty: Line = [side, (" " * (width - 2), ""), side]
    foot: Line = [("╰" + "─" * (width - 2) + "╯", style)]
    if keys:
        rule = "─" * (width - len(keys) - 5)
        foot = [(f"╰{rule}", style), (f" {keys} ", "ink-faint"), ("─╯", style)]
    return [
        [
            ("╭─", style),
            (f" {title} ", title_style),
            ("─" * (width - len(title) - 5) + "╮", style),
        ],
        *([side, pad, *line, pad, side] if line else empty for line in lines),
        foot,
    ]
