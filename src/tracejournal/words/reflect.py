"""What stands on Reflect."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date, datetime

PROMPTS = "Prompts"
LIST_KEYS = "enter choose"
TODAY = "today"
ANSWERED = "today · answered"
HIDDEN = "hidden"
STILL_WORDS = "words not kept"

ABOUT_MINUTES = "about {minutes} min"
FOR_ROLES = "for {roles}"
ROLES = {"staff": "staff", "supervisor": "supervisors", "administrator": "administrators"}

FREE_TITLE = "In your own words"
FREE_QUESTION = "What would you like to write down?"
LOST_QUESTION = "Words to a prompt that is gone"

DRAFT_KEPT = "draft kept"
KEPT = "Kept · {title}"
BEGUN = "✎ You began this on {when} ({words}) · ^o open · alt+o let go"
EMPTY = "Nothing is written, and that is fine. ^s once more keeps it like this."
STEPPED_BACK = "Asked from a step back. ^t asks it plainly."
CAN_STEP_BACK = "Whenever you like, ^t asks it from a step back."

DEEP_TITLE = "This one can go deep"
DEEP_WARNING = "It can touch something heavy. You can stop at any word."
DEEP_KEYS = "enter choose · esc back"
GO_ON = ("go-on", "Go on with it")
FROM_A_STEP_BACK = ("step-back", "Go on from a step back, as if for a colleague")
GENTLER = ("gentler", "Something gentler instead")

FIND = "Which prompt?"
NEW_PROMPT = "What would you like to ask yourself?"
NEW_PROMPT_HINT = "One question. Only you see it; words about how it felt are enough."
NEEDS_QUESTION = "A prompt needs a question. Esc goes back without one."
ADDED = "It is among your own prompts."
HID = "Hidden. u takes it back, v shows what is hidden."
SHOWN_AGAIN = "Shown again."
REMOVED = "Removed. What you answered to it stays. u takes it back."
NONE_HIDDEN = "No prompt is hidden."

LET_GO = "Forget these words for good?"
LET_GO_NOTE = "From {when}, {words}. They were never kept, and they go now."
LET_GONE = "Forgotten."
NO_EDITOR_HERE = "This terminal cannot make room for an editor. You can go on writing here."

KEEPING = "keeping a reflection"
ADDING = "a prompt of your own"
HIDING = "hiding a prompt"
SHOWING = "showing a prompt again"
REMOVING = "removing a prompt"


def words(count: int) -> str:
    """Return a number of words: `64 words`."""
    if count == 0:
        return "no words yet"
    return f"{count:,} word" + ("" if count == 1 else "s")


def starter(hint: str) -> str:
    """Return how an answer might begin, as it is shown where there is none yet: `It was …`."""
    return f"{hint.rstrip()} …" if hint else ""


def status(said: str, count: int) -> str:
    """Return what the lower edge of the editor tells: `draft kept · 64 words`."""
    counted = words(count) if count else ""
    return " · ".join(part for part in (said, counted) if part)


def when(at: datetime, today: date) -> str:
    """Return a day and a time: `Thu 19 Nov, 14:10`, with the year where it is another."""
    year = "" if at.year == today.year else f" {at.year}"
    return f"{at:%a} {at.day} {at:%b}{year}, {at:%H:%M}"
