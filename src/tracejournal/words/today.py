"""What stands on Today."""

from __future__ import annotations

PONDER = "Something to ponder"
PROMPT_KEYS = "^r write · ^n another · ^t not today"
ANSWERED_KEYS = "answered today · ^r write more · ^n another"
RESTING = "Not today, and that is fine."
RESTING_KEYS = "^n a prompt after all"
ABOUT_PROMPT = "{principle} · {depth} · about {minutes} minutes"

TODAY_SO_FAR = "Today so far"
NOTHING_YET = "What you keep today shows here."
LIST_KEYS = "enter open · e edit · d delete · u undo"
THIS_WEEK = "This week"

DRAFT_WAITS = "Words you had not kept are safe · ^o brings them back"
KEPT_MOMENT = "Kept · {what}"

NOTE_SIGN = "◍ "
NOTES_KEY = "alt+n"
NOTE_KEYS = "enter open · x let it be"
NOTE_KEYS_OPEN = "enter open"
LETTING_BE = "letting a line be"


def week(moments: int, people: int, *, marked: bool = False) -> str:
    """Return a week in words: counts of what was kept; of one that holds marks alone, nothing."""
    if moments == 0:
        return "" if marked else "a quiet week so far"
    said = f"{moments} moment" + ("" if moments == 1 else "s")
    if people:
        said += f" · {people} " + ("person" if people == 1 else "people")
    return said
