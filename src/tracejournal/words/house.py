"""Words of the house itself: the bars, the neutral screen, messages that stand for a moment."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

NAME = "tracejournal"
SIGN = "◍"
SCREENS = (
    ("today", "Today"),
    ("reflect", "Reflect"),
    ("history", "History"),
    ("patterns", "Patterns"),
    ("circle", "Circle"),
)

TOO_SMALL = "This window is a little small. At 60 columns and 16 lines everything fits."
HIDDEN = "f12 brings the screen back"

GREETINGS = (
    (5, "Good night."),
    (12, "Good morning."),
    (18, "Good afternoon."),
    (24, "Good evening."),
)
ENOUGH = "One small connection is enough for today."

NOTHING_TO_UNDO = "There is nothing to take back."
NOTHING_TO_REDO = "There is nothing to do again."
UNDONE = "Taken back: {what}."
REDONE = "Done again: {what}."
TRASHED = "In the trash for 30 days. u takes it back."
TRASHED_MANY = "{count} entries are in the trash for 30 days. u takes them back."
SEALED = "Sealed. It shows nowhere until you unseal it. u takes it back."
UNSEALED = "Unsealed."
RESTORED = "Put back where it was."
ERASED = "Removed for good."
CHECKED_IN = "Kept. Thank you for noticing."
CHANGED = "Changed."

CRASHED = "Something went wrong in tracejournal ({kind}) and it had to close. What you kept is safe, and words not yet kept are saved but for the last two seconds at most."
STILL_HERE = "What is on the screen stays there."

HOW_TO_LEAVE = "^q saves what is unfinished and leaves."

HELP_TITLE = "Keys that work here"
HELP_FOOT = "esc back · everything is also in the commands, ctrl+p"
HELP_FOOT_ALONE = "esc back"
PALETTE_HINT = "What would you like to do?"
THEME_LIST = "Which look do you like?"
TERMINAL_THEMES = {
    "ansi-dark": "the terminal's own colours, dark",
    "ansi-light": "the terminal's own colours, light",
}

KEEPING = "keeping a moment"
DELETING = "putting in the trash"
SEALING = "sealing"
UNSEALING = "unsealing"
RESTORING = "putting back"
CHANGING = "a change"
CHECKING_IN = "a check-in"


def edit_title(on: date) -> str:
    """Return the title over an entry that is being changed."""
    return f"{on:%A} {on.day} {on:%B %Y}"
