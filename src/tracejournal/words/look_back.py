"""What is said while looking back, which is only ever done on request."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

ON_THIS_DAY = "on-this-day"
KIND = "kind"

CHOICES = {
    ON_THIS_DAY: (
        ("all", "everything from this day"),
        ("moment", "moments"),
        ("reflection", "reflections"),
        ("check-in", "check-ins"),
    ),
    KIND: (
        ("any", "any of these"),
        ("thanks", "thanks that reached me"),
        ("recognition", "being recognised"),
        ("supported", "feeling well supported, 8 and more"),
    ),
}
"""What can be looked back on, and which kinds of it: key and label. The first means all."""

TITLES = {
    ON_THIS_DAY: "On this day, in other years",
    KIND: "Something kind",
}
ASK = {
    ON_THIS_DAY: "On this day: which kind?",
    KIND: "Something kind: which?",
}

KEYS = "enter opens one · h heavy days, too · esc closes it all"
KEYS_ALL = "enter opens one · h without heavy days · esc closes it all"
CLOSED = "Enter shows the words of the one under the cursor."
NOTHING = "Nothing of this kind is here."
NOTHING_BUT_HEAVY = (
    "Nothing of this kind is here. Days with a heavy load are left out; h shows them, too."
)

WHICH = "Say which: `look-back --on-this-day` or `look-back --kind`."
ASK_SHELL = "{title}. Which? {choices}"
HOW_TO_OPEN = "`tracejournal show ID` opens one."
HEAVY_LEFT_OUT = "Days with a heavy load are left out. --heavy-days takes them in."


def line(on: date, kind: str) -> str:
    """Return a line of the list: `Thu 19 Nov 2025 · note of gratitude`."""
    return f"{on:%a} {on.day:>2} {on:%b} {on.year} · {kind}"
