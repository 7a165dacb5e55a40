"""What stands in the lists of kinds and conditions, where a person makes them their own."""

from __future__ import annotations

ONE_KEYS = "enter choose · ^n my own · ^r rename · ^x hide · esc back"
SEVERAL_KEYS = "enter mark · ^n my own · ^r rename · ^x hide · esc done"

HIDDEN = "hidden"
SOME_HIDDEN = "some are hidden · ^t shows them"
OBSERVABLE = "observable"
FELT = "felt"

NEW = {"kind": "What do you call this kind?", "condition": "What do you call this condition?"}
NEW_HINT = "A few words of your own. It joins the list."
RENAME = "What do you call it?"
RENAME_HINT = "What you kept stays. Left empty, it has the name it came with."

MARK = "Could others have seen it?"
MARKS = (
    ("observable", "yes: a door stood open, someone was there"),
    ("felt", "no: it is how it was for me"),
)


def add(typed: str) -> str:
    """Return the line that adds what was typed."""
    return f"add “{typed}” as my own"
