"""Texts that broke other programs, and what no terminal may ever get of them."""

from __future__ import annotations

import re

HOSTILE = {
    "markup": "[/] [bold [link=x] [@click=app.quit]leave[/] [/path] [/",
    "link": "[link=https://owned.invalid]here[/link] [on red]x",
    "escapes": "\x1b]52;c;aGk=\x07\x1b[2J\x1b[31mred\x9b31m\x08\x7f",
    "window title": "\x1b]0;owned\x07\x1b]2;owned\x1b\\",
    "hyperlink": "\x1b]8;;https://owned.invalid\x1b\\here\x1b]8;;\x1b\\",
    "questions": "\x1b[6n\x1b[c\x1b[5n\x1bP$qm\x1b\\\x05",
    "8-bit controls": "\x9b2J\x9d0;owned\x9c\x90q\x9c\x84\x85\x8d",
    "bell and delete": "ring\x07ring\x7f\x08\x08\rover",
    "nul": "before\0after",
    "right to left": "user\u202egnp.exe\u2066open\u202d",
    "piled marks": "Z" + "\u0301" * 60,
    "surrogate": "half \ud83d emoji",
    "joined emoji": "👩\u200d👩\u200d👧 中文 עברית العربية",
    "line separators": "one\u2028two\u2029three\x0bfour\x0cfive",
    "braces": "{0} {name} %s %(x)s {",
    "quotes": "\"'`$(rm -rf ~) \\ ; DROP TABLE entries; --",
    "percent": "100% \\u202e",
    "query": 'self-harm NEAR( "open AND * ^ col:x -',
}
"""Short texts, by what is hostile in them."""

LARGE = {
    "brackets": "[a](" * 5_000,
    "open tags": "[bold]" * 4_000,
    "one line": "word " * 200_000 + "end",
    "no spaces": "x" * 1_000_000,
    "many lines": "line\n" * 20_000,
    "tower of marks": "Z" + "\u0301" * 100_000,
}
"""Long texts: 20 KB of markup froze a parser for a minute, a line of 1 MB most widgets."""

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]")
"""What must not stand in anything that is shown: controls, directional overrides, surrogates."""

BRANDED = {
    "title": "\x1b]0;owned\x07",
    "clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "hyperlink": "\x1b]8;;owned\x1b\\",
    "colour": "\x1b[38;5;123m",
    "clear": "\x1b[3J",
    "question": "\x1b[6n",
    "8-bit": "\x9b38;5;123m\x9d0;owned\x9c",
    "bell": "\x07",
    "delete": "\x7f",
    "override": "\u202e",
    "tower": "e" + "\u0301" * 12,
}
"""Sequences the program itself never sends, so that each one found came out of a text."""

_LEAKED = (
    re.compile(rb"\x1b\](?:0|2|52|8);"),
    re.compile(rb"\x1b\[38;5;123m"),
    re.compile(rb"\x1b\[3J"),
    re.compile(rb"\x1b\[6n"),
    re.compile(rb"\xc2[\x80-\x9f]"),
    re.compile(rb"[\x00\x05\x07\x7f]"),
    re.compile(rb"\xe2\x80[\xaa-\xae]"),
    re.compile(rb"\xed[\xa0-\xbf]"),
    re.compile(rb"(?:\xcc\x81){5}"),
)


_POINTER = re.compile(rb"\x1b\]22;[a-z-]*\x07")
"""What Textual sends to shape the mouse pointer."""


def leaked(raw: bytes) -> list[bytes]:
    """Return what reached a terminal, of all that only a hostile text would send there."""
    ours = _POINTER.sub(b"", raw)
    return [
        ours[max(found.start() - 20, 0) : found.end() + 20]
        for pattern in _LEAKED
        for found in pattern.finditer(ours)
    ]
