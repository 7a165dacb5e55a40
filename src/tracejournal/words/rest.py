"""What is said of days of rest and of leave. They are days like any other."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

MARKS = {"rest": "☾", "leave": "❀"}
"""The sign of each mark; its key is its name, too."""

CHOICES = (
    ("rest", "rest"),
    ("leave", "leave"),
    ("rest-until", "rest, until a day I say"),
    ("leave-until", "leave, until a day I say"),
    ("none", "no mark"),
)
UNTIL = "Until which day?"
UNTIL_HINT = "sunday · tomorrow · 2026-12-01"

MARKED = "Marked as {mark}: {days}."
UNMARKED = "No mark any more: {days}."
MARKING = "a mark"
TOO_MANY = "That is more than {most} days. Mark them in parts."


def named(mark: str) -> str:
    """Return a mark with its sign: `☾ rest`."""
    return f"{MARKS[mark]} {mark}"


def days(first: date, last: date) -> str:
    """Return one day or a range of days: `Mon 23 Nov`, `Mon 23 Nov to Fri 27 Nov`."""
    said = [f"{day:%a} {day.day} {day:%b} {day.year}" for day in (first, last)]
    return said[0] if first == last else " to ".join(said)
