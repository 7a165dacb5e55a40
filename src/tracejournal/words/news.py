"""What changed from release to release, told before it is met. The newest release first.

A release that changes what people see or what a key does gets a line here; see CHANGELOG.md.
"""

from __future__ import annotations

RELEASES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "0.2.0",
        (
            "Two more screens: 4 is Patterns, when you felt most supported and what was there; 5 is your circle, in your own order.",
            "f5 is a pause, f3 people you can call, f7 a huddle, f2 where your data is, f9 Settings. Choosing a look is one row of it, and a command in the palette.",
            "alt+l holds what is to come back: promises and the like. alt+m holds planned meetings. alt+g leads through a reflection.",
            "alt+r puts a brief together for supervision. alt+x tries something in some weeks.",
            "The line for a moment has more rows, none of them asked for. Today may show a few quiet lines; alt+n goes there, and x lets one be.",
            "A quiet line says where words could name a client. ^f puts a role instead, ^d leaves them; Settings switches it off.",
            "A lock keeps your journal unreadable to others: Settings has it. Without one, nothing changes. What ctrl+l did is on alt+o now; ctrl+l locks.",
            "Prompts come with more to choose from, and your own can be shared as files.",
        ),
    ),
)

LINE = "tracejournal was updated. esc, then I, tells what changed."
TITLE = "What changed"
KEYS = "esc back"
RELEASE = "Since {version}"
