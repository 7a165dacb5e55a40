"""What stands on History: around the list, in the reader, in its questions."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date, datetime

SEARCH = "Search"
SEARCH_HINT = 'words, "a phrase", @person, #tag, -without, is:reflection, from:september'
LIST = "Entries"

BEST_FIRST = "Best match first"
ORDER_NOTES = {False: "newest first · o puts the best match first", True: "o puts the newest first"}
"""The order of the list below it, by whether it is that of the best match."""

MOST_COUNTED = 1_000
"""How far entries are counted."""

EMPTY_JOURNAL = "Nothing is kept yet. What you keep shows here. n writes a first line."
NOTHING_FOUND = "Nothing found. Fewer words may find more."
NOTHING_SEALED = "Nothing is sealed. What you seal rests here, out of sight."
NOTHING_IN_TRASH = "The trash is empty. What you delete stays here for 30 days."

READER = "Reader"
READER_HINT = "Enter opens an entry here."
GONE = "The entry you had open is no longer here."
SEALED_ENTRY = "This entry is sealed. Its words stay out of sight until you unseal it: s."
NO_WORDS = "No words, and that is fine."
MORE_WORDS = "enter shows more of it"
HELPED = "what helped"
MISSING = "was missing"

FILTER_LIST = "What may the list show?"
ALL = "all"
FILTERS = (
    ("all", "all of it", "·"),
    ("moment", "moments", "✦"),
    ("reflection", "reflections", "✎"),
    ("check-in", "check-ins", "◔"),
    ("sealed", "sealed", "▪"),
    ("trash", "the trash", "▫"),
)
SHELVES = {"kept": "", "sealed": "Sealed", "trash": "Trash"}
SHELF_NOTES = {
    "kept": "",
    "sealed": "dates and kinds only · s unseals",
    "trash": "each stays 30 days · r puts back",
}

DAY_ASK = "Go to which day?"
DAY_HINT = "2026-11-20 · monday · last week · september · 2025 · 3 days ago"

LIKE_LIST = "More like it: with whom, about what?"
NOTHING_LIKE_IT = "No other entry names the same people or tags."

ERASE = "Remove this entry for good?"
ERASE_MANY = "Remove these {count} entries for good?"
ERASE_NOTE = "This cannot be taken back. The backups beside your journal lose it, too; copies made elsewhere are not touched."


def count(entries: int) -> str:
    """Return how many entries there are: `204 entries`, `more than 1,000 entries`."""
    if entries > MOST_COUNTED:
        return f"more than {MOST_COUNTED:,} entries"
    return "1 entry" if entries == 1 else f"{entries:,} entries"


def month(day: date, shelf: str = "kept") -> str:
    """Return the title of the list: the month under the cursor, after the shelf."""
    shown = f"{day:%B %Y}"
    return f"{SHELVES[shelf]} · {shown}" if SHELVES[shelf] else shown


def entry_title(on: date, at: datetime, kind: str) -> str:
    """Return the title of an open entry: `Thu 19 Nov 2026 · 14:05 · reflection`."""
    return f"{on:%a} {on.day} {on:%b %Y} · {at:%H:%M} · {kind}"


def felt_supported(rating: int) -> str:
    """Return a rating in words."""
    return f"felt supported {rating}"


def minutes(number: int) -> str:
    """Return a duration in words."""
    return "1 minute" if number == 1 else f"{number} minutes"


def changed(on: date) -> str:
    """Return when an entry was last changed."""
    return f"changed {on.day} {on:%b %Y}"


def came_from(source: str) -> str:
    """Return where an entry was imported from."""
    return f"came from {source}"


def likeness(query: str, count: int) -> str:
    """Return how many others there are: `8 more with @Priya`, `4 more #gratitude`."""
    many = f"{count:,}" if count < 999 else "999 and more"  # noqa: PLR2004 - counted no further
    return f"{many} more {'with ' if query.startswith('@') else ''}{query}"
