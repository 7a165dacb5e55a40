"""What stands on the page of people I can call. Plain, quiet, and never a push."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

TITLE = "People I can call"
KEYS = "a add · e change · x hide · r region · esc back"
KEYS_TO_READ = "r region · esc back"

SECTIONS = (
    ("chosen", "Someone I chose"),
    ("work", "At work"),
    ("helpline", "Lines that listen"),
    ("emergency", "In an emergency"),
)

EMPTY = {
    "chosen": "Nobody yet. Who would pick up the phone for you?",
    "work": "Nobody yet. It can be who leads your team, a staff helpline, or who is on duty.",
    "helpline": "None here yet.",
    "emergency": "No number for where you are comes along. You can write it down here.",
}
"""What stands under a heading with nobody below it."""

REGIONS = (
    ("AU", "Australia"),
    ("CA", "Canada"),
    ("EU", "European Union"),
    ("IE", "Ireland"),
    ("GB", "United Kingdom"),
    ("US", "United States"),
    ("ZZ", "somewhere else"),
)

ASK_REGION = "Lines of every region are shown. r says where you are."
EVERY_REGION = "Lines of every region are shown. --region IE shows those of one."
REGION_LIST = "Where are you?"
REGION_KEPT = "Noted. Lines near you are shown."
ONLY_WHAT_COMES_ALONG = "Your own list cannot be read just now. These lines came with tracejournal."
HIDDEN_ONES = "{count} hidden · v shows"
HIDDEN = "hidden"

SINCE = "yours, since {day}"
CHANGED = "changed by you {day}"
CHECKED = "{source}, read {day}"

ADD_TITLE = "Someone I can call"
EDIT_TITLE = "Change this line"
FORM_KEYS = "enter keep · tab next line · esc back"
FIELDS = {
    "name": ("who", "A name, or a role."),
    "number": ("number", "A number or an address, as you would dial or type it."),
    "how": ("how", "Call, text, chat, a knock on the door."),
    "hours": ("when", "Any time, weekdays, after six."),
    "languages": ("language", "Which languages they speak, if that matters."),
    "note": ("note", "Anything that makes it easier to reach out."),
}
"""Label of each line of the form, and what is said below it."""

REMOVE = "Take {name} off the list?"
REMOVE_NOTE = "It is removed from your journal."
PUT_BACK = "Put {name} back as it came with tracejournal?"
PUT_BACK_NOTE = "Your change to it goes."

KEPT = "Kept."
REMOVED = "Removed."
HID = "Hidden. v shows what is hidden."
SHOWN = "Shown again."

NAME_MISSING = "Give a name or a number, so that you find them again."
UNKNOWN = "There is no line called “{value}”."


def day(on: date) -> str:
    """Return a day: `23 Nov 2026`."""
    return f"{on.day} {on:%b} {on.year}"
