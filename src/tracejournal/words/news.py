"""What changed from release to release, told before it is met. The newest release first.

A release that changes what people see or what a key does gets a line here; see CHANGELOG.md.
"""

from __future__ import annotations

RELEASES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "0.1.0",
        (
            "f9 opens Settings: your role, how it looks, when your day begins, and more. Choosing a look is one row of it, and a command in the palette.",
            "A quiet line says where words could name a client. ^f puts a role instead, ^d leaves them; Settings switches it off.",
            "f2, Where is my data, names every path with its size and who can read it.",
        ),
    ),
)

LINE = "tracejournal was updated. esc, then I, tells what changed."
TITLE = "What changed"
KEYS = "esc back"
RELEASE = "Since {version}"
