"""The colours of the skeleton: what `themes.py` would give each theme, without asking it.

Working them out needs Textual, which is what the skeleton does not wait for. A test holds the
table against `themes.tokens` and prints what it has to be.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracejournal.tui.skeleton_picture import Line

TOKENS = ("paper", "ink", "ink-soft", "ink-faint", "lead", "line", "on-lead")
"""What the columns of the table are."""

COLOURS = {
    "dusk": "17171c e6e4ea 9d9ca1 9a999d efb27a 444449 17171c",
    "dawn": "faf5ee 221d18 625d58 5f5b58 944a16 cac5be faf5ee",
    "textual-dark": "121212 e0e0e0 979797 959595 4099de 3f3f3f 121212",
    "textual-light": "e0e0e0 1f1f1f 535353 525252 004578 b5b5b5 e0e0e0",
    "nord": "2e3440 d8dee9 b4b9c1 b5b9bf 8ac1d1 535965 2e3440",
    "gruvbox": "282828 fbf1c7 b4ae94 b3b0a5 9ab4aa 56544a 282828",
    "catppuccin-mocha": "181825 cdd6f4 9298af 9698a7 f5c2e7 3f4152 181825",
    "dracula": "282a36 f8f8f2 b1b1b1 b2b3b5 c6a3f9 55575f 282a36",
    "tokyo-night": "1a1b26 a9b1d6 9196ac 9396a5 bb9af7 393c4c 1a1b26",
    "monokai": "272822 d6d6d6 a7a8a6 a8a9a6 bc97ff 4d4e49 272822",
    "flexoki": "100f0f fffcf0 aba9a1 989793 739ac7 444340 100f0f",
    "catppuccin-latte": "eff1f5 4c4f69 5d5e6b 5e6068 7a33d7 cbcdd6 eff1f5",
    "catppuccin-frappe": "303446 c6d0f5 b2b7cc b5b9c6 d0aae9 51566c 303446",
    "catppuccin-macchiato": "24273a cad3f5 a2a8c0 a4a8b8 c6a0f6 484c63 24273a",
    "solarized-light": "fdf6e3 53686f 5e6664 616561 1c689d d8d8ca fdf6e3",
    "solarized-dark": "002b36 8f9ea0 90a1a4 8da0a4 51a2db 1c424b 002b36",
    "rose-pine": "191724 e0def4 9a98ab 9c9aa6 c4a7e7 444251 191724",
    "rose-pine-moon": "232136 e0def4 a6a5b8 a7a5b3 c4a7e7 4c4a5f 232136",
    "rose-pine-dawn": "faf4ed 575279 646070 656269 6c5b7e d6d0d3 faf4ed",
    "atom-one-dark": "282c34 abb2bf a4a8af a4a8ad 61afef 444952 282c34",
    "atom-one-light": "fafafa 383a42 626468 616164 315dbb cfcfd1 fafafa",
}

_TERMINAL_THEMES = ("ansi-dark", "ansi-light")
_TERMINAL_INKS = {"lead": "33", "line": "90", "on-lead": "30"}
_TERMINAL_FILLS = {"lead": "43"}
_PLAIN = "\x1b[0m"
_GRAY_BELOW, _GRAYS = 0.15, 25


def painter(theme: str) -> Callable[[Sequence[Line]], str]:
    """Return what draws lines in the colours of a theme, from the upper left corner on.

    Without colours where there is no such theme, where the terminal has too few, and where
    `NO_COLOR` is set.
    """
    code = _coder(theme)

    def paint(lines: Sequence[Line]) -> str:
        codes: dict[str, str] = {}
        drawn = []
        for number, line in enumerate(lines, start=1):
            drawn.append(f"\x1b[{number};1H")
            for text, style in line:
                if style not in codes:
                    codes[style] = code(style)
                drawn.append(codes[style] + text)
        return "".join(drawn) + _PLAIN

    return paint


def _coder(theme: str) -> Callable[[str], str]:
    """Return what turns a style into the codes a terminal knows, from scratch."""
    if "NO_COLOR" in os.environ:
        return _without_colour
    if theme in _TERMINAL_THEMES:
        return _in_terminal_colours
    depth = _depth()
    if theme not in COLOURS or not depth:
        return _without_colour
    colours = dict(zip(TOKENS, COLOURS[theme].split(), strict=True))
    number = _true_colour if depth == _TRUE else _eight_bit

    def code(style: str) -> str:
        ink, fill, bold = _parts(style)
        front, back = number(colours[ink or "ink"]), number(colours[fill or "paper"])
        return f"\x1b[0;{bold}38;{front};48;{back}m"

    return code


def _parts(style: str) -> tuple[str, str, str]:
    """Return the ink, the fill and the code for bold of a style."""
    bold = "1;" if style.startswith("bold ") else ""
    ink, _, fill = style.removeprefix("bold ").partition(" on ")
    return ink, fill, bold


def _without_colour(style: str) -> str:
    _, fill, bold = _parts(style)
    return f"\x1b[0;{bold}{'7' if fill else ''}m"


def _in_terminal_colours(style: str) -> str:
    ink, fill, bold = _parts(style)
    return f"\x1b[0;{bold}{_TERMINAL_INKS.get(ink, '39')};{_TERMINAL_FILLS.get(fill, '49')}m"


_TRUE, _EIGHT_BIT = 24, 8


def _depth() -> int:
    """Return how many bits a colour may have here, the way Rich decides it; 0 for a few colours."""
    if os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return _TRUE
    last = os.environ.get("TERM", "").strip().lower().rpartition("-")[2]
    return _EIGHT_BIT if last in ("256color", "kitty") else 0


def _rgb(colour: str) -> tuple[int, int, int]:
    value = int(colour, 16)
    return value >> 16, value >> 8 & 255, value & 255


def _true_colour(colour: str) -> str:
    red, green, blue = _rgb(colour)
    return f"2;{red};{green};{blue}"


def _eight_bit(colour: str) -> str:
    """Return the nearest of the 256 colours, the one Rich takes."""
    rgb = _rgb(colour)
    low, high = min(rgb) / 255, max(rgb) / 255
    light = (low + high) / 2
    spread = (high + low) if light <= 0.5 else (2 - high - low)  # noqa: PLR2004 - half way
    if high == low or (high - low) / spread < _GRAY_BELOW:
        gray = round(light * _GRAYS)
        return f"5;{16 if gray == 0 else 231 if gray == _GRAYS else 231 + gray}"
    red, green, blue = (part / 95 if part < 95 else 1 + (part - 95) / 40 for part in rgb)  # noqa: PLR2004 - the steps of the colour cube
    return f"5;{16 + 36 * round(red) + 6 * round(green) + round(blue)}"
