"""How it looks: our two themes, and colours that stay readable in every theme there is.

Styles use only the tokens below. Each text token is moved towards black or white until it has at
least `READABLE` contrast (WCAG 2.2, 1.4.3) against every ground it can stand on, so that a theme
of somebody else's is as readable as our own.
"""

from __future__ import annotations

from textual.color import Color
from textual.theme import Theme

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

READABLE = 4.5
"""Least contrast of a text against its ground."""

DUSK = Theme(
    name="dusk",
    primary="#f0b27a",
    secondary="#7cc5b0",
    accent="#b4a3f0",
    warning="#e8c468",
    error="#e8a07c",
    success="#7cc5b0",
    foreground="#e6e4ea",
    background="#17171c",
    surface="#1f1f27",
    panel="#26262f",
    dark=True,
)
DAWN = Theme(
    name="dawn",
    primary="#b0581a",
    secondary="#22776a",
    accent="#6650b5",
    warning="#8a6410",
    error="#a14a28",
    success="#22776a",
    foreground="#221d18",
    background="#faf5ee",
    surface="#f3ecdf",
    panel="#ebe2d2",
    dark=False,
)
OWN_THEMES = (DUSK, DAWN)

_STEPS = 40
_WHITE = Color.parse("#ffffff")
_BLACK = Color.parse("#000000")


def contrast(one: Color, other: Color) -> float:
    """Return the WCAG contrast ratio of two opaque colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    def linear(part: int) -> float:
        value = part / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB

    red, green, blue = (linear(part) for part in color.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def readable(wanted: Color, grounds: Sequence[Color]) -> Color:
    """Return the colour nearest to the wanted one that can be read on all the grounds."""
    towards = max((_WHITE, _BLACK), key=lambda end: min(contrast(end, each) for each in grounds))
    for step in range(_STEPS + 1):
        candidate = wanted.blend(towards, step / _STEPS).with_alpha(1)
        if all(contrast(candidate, ground) >= READABLE for ground in grounds):
            return candidate
    return towards


def tokens(theme: Theme, generated: Mapping[str, str]) -> dict[str, str]:
    """Return our own style tokens for a theme.

    Args:
        theme: the theme in force.
        generated: the variables Textual made of it.
    """
    if theme.ansi:
        return _TERMINAL_TOKENS
    paper = Color.parse(generated["background"]).with_alpha(1)
    ink = Color.parse(generated["foreground"]).with_alpha(1)
    raised = paper.blend(ink, 0.05)
    marked = paper.blend(ink, 0.13)
    grounds = (paper, raised, marked)
    lead = readable(Color.parse(generated["primary"]), grounds)
    inks = {
        "ink": readable(ink, grounds),
        "ink-soft": readable(ink.blend(paper, 0.35), grounds),
        "ink-faint": readable(ink.blend(paper, 0.55), grounds),
        "lead": lead,
        "support": readable(Color.parse(generated["secondary"]), grounds),
        "felt": readable(Color.parse(generated["accent"]), grounds),
    }
    fills = {
        "paper": paper,
        "raised": raised,
        "marked": marked,
        "line": paper.blend(ink, 0.22),
        "on-lead": readable(paper, (lead,)),
        "found": readable(Color.parse(generated["warning"]), (paper,)),
    }
    for name, hue in (("moments", "lead"), ("reflections", "felt"), ("supported", "support")):
        inks |= _shades(name, inks[hue], paper, ink, grounds)
    fills["on-found"] = readable(paper, (fills["found"],))
    fills["picked"], fills["on-picked"] = marked, inks["ink"]
    return {name: color.hex for name, color in (inks | fills).items()}


def _shades(
    name: str, hue: Color, paper: Color, ink: Color, grounds: Sequence[Color]
) -> dict[str, Color]:
    """Return four shades of a colour, ever further from the ground, each of them readable."""
    wanted = (hue.blend(paper, 0.12), hue.blend(paper, 0.06), hue, hue.blend(ink, 0.25))
    return {
        f"{name}-{level}": readable(shade, grounds) for level, shade in enumerate(wanted, start=1)
    }


_TERMINAL_TOKENS = {
    "ink": "ansi_default",
    "ink-soft": "ansi_default",
    "ink-faint": "ansi_default",
    "lead": "ansi_yellow",
    "support": "ansi_cyan",
    "felt": "ansi_magenta",
    "paper": "ansi_default",
    "raised": "ansi_default",
    "marked": "ansi_default",
    "line": "ansi_bright_black",
    "on-lead": "ansi_black",
    "found": "ansi_yellow",
    "on-found": "ansi_black",
    "picked": "ansi_yellow",
    "on-picked": "ansi_black",
    **{f"moments-{level}": "ansi_yellow" for level in range(1, 5)},
    **{f"reflections-{level}": "ansi_magenta" for level in range(1, 5)},
    **{f"supported-{level}": "ansi_cyan" for level in range(1, 5)},
}
"""The terminal's own colours, on its own ground alone: what is readable on any other ground
depends on how somebody set up their terminal. What has the focus is marked by signs there."""
