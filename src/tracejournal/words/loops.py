"""What is said of loops: what is to come back. Nothing is ever late, only what is open is counted."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

KINDS = (
    ("concern", "◇", "a concern"),
    ("promise", "⇢", "a promise"),
    ("heard", "↺", "something I heard"),
)
NAMES = {"concern": "concern", "promise": "promise", "heard": "heard"}
CHOICES = (
    ("concern", "◇", "a concern, and what comes back"),
    ("promise", "⇢", "a promise, made by me or to me"),
    ("heard", "↺", "something I heard, to be told back"),
)
"""What each is for, where one is chosen."""

DIRECTIONS = (("given", "I promised it"), ("received", "it was promised to me"))
PROMISED = {"given": "promised by me", "received": "promised to me"}

ENDINGS = {
    "concern": (("answered", "something came back"), ("let-go", "I let it go")),
    "promise": (("kept", "it was kept"), ("let-go", "it was let go")),
    "heard": (("told-back", "I told it back"), ("let-go", "I let it go")),
}
NOTES = {
    "concern": (("heard-by", "who heard it"), ("came-back", "what came back")),
    "promise": (("came-back", "what came back"),),
    "heard": (("changed", "what changed"), ("came-back", "what came back")),
}
STEPS = {
    "heard-by": "heard",
    "came-back": "came back",
    "changed": "what changed",
    "moved": "moved",
    "said-before": "it said before",
    "closed": "closed",
    "answered": "something came back",
    "kept": "kept",
    "told-back": "told back",
    "let-go": "let go",
    "reopened": "open again",
}
"""What is read of each step, and of each ending."""

# What cannot be.
OPTIONS_OF_CONCERN = "Options belong to a concern. Leave --option out here."
OPTIONS_OR_NONE = "There are options here, so “I don't have one yet” is left out. Take one of both."
DIRECTION_OF_PROMISE = "Only a promise is made by one to another. Say --with here."
MOVED_NOWHERE = "It is for that day already, so nothing was changed."
UNKNOWN = "No loop has an id that starts with “{value}”. `tracejournal loops` shows the ids."
AMBIGUOUS = "More than one loop has an id that starts with “{value}”. Type a little more of it."
CHANGED_MEANWHILE = "This was changed elsewhere meanwhile, so it was left as it is there."
NOT_OPEN = "This one is closed. `tracejournal loops reopen {id}` opens it again."
IS_OPEN = "This one is open already."
NO_SUCH_NOTE = "Of {kind} this can be noted: {choices}."
BY_DAY = "“{value}” is not a day I can read. Try friday, in 2 weeks, 24 dec or 2026-12-01."

# The list.
TITLE = "Loops"
OPEN, CLOSED, DELETED, SEALED = "open", "closed", "in the trash", "sealed"
SHELVES = {"open": OPEN, "closed": CLOSED, "trash": DELETED, "sealed": SEALED}
EMPTY = (
    "What is to come back can rest here; you need not carry it alone.",
    "A concern, a promise, something you heard: n sets one down.",
)
"""What loops are for, while there are none."""

NONE_OPEN = "Nothing is open. n begins one."
NONE_ELSEWHERE = "Nothing is closed yet."
NO_WORDS = "no words"
NOTHING_KEYS = "n new · esc back"
NONE_OPEN_KEYS = "n new · v closed · esc back"
WIDE_KEYS = "enter change · d delete · u undo · "
LIST_KEYS = {
    "open": "n new · a came back · m move · x close · v closed · esc back",
    "closed": "r open again · v others · d delete · esc back",
    "trash": "r put back · d remove for good · v others · esc back",
    "sealed": "s unseal · v others · esc back",
}
WITH = "with {people}"
FOR_DAY = "for {day}"
FROM_TO = "from {first} to {last}"
NO_DAY = "no day"
NONE_YET = "No option yet, and that is as good."
OPTION = "– {option}"
SINCE = "since {day}"
BY_WHOM = "by {people}"

# Forms.
WHICH = "What is to come back?"
TITLES = {"concern": "A concern", "promise": "A promise", "heard": "Something I heard"}
HINTS = {
    "concern": "The least you need to say.",
    "promise": "What was promised?",
    "heard": "What did people tell you?",
}
FORM_KEYS = "enter keep · tab next line · esc back"
WHO = "with"
WHO_HINT = "a role or a name, more with commas"
WAYS_OUT = "options"
HAS_OPTIONS, HAS_NONE = "options", "none-yet"
WAYS = ((HAS_OPTIONS, "one or more"), (HAS_NONE, "I don't have one yet"))
OPTIONS_HINT = "One a line. Rough ones are fine."
OPTIONS_STAY = "Your options stand there still. Empty them to say you have none yet."
WHOSE = "whose"
BY = "for when"
BY_HINT = "friday · in 2 weeks · 24 dec"
EMPTY_FORM = "Nothing is written yet. Enter once more keeps it as it is, which is fine."
NOTE_TITLE = "What came of it"
NOTE_WHAT = "what"
NOTE_HINT = "A line is enough. None is fine, too."
NOTE_WHO = "who"
MOVE_TITLE = "For which day?"
MOVE_HINT = "friday · in 2 weeks · 24 dec · empty for no day"
CLOSE_TITLE = "How did it end?"
JUST_CLOSE = ("closed", "Close it, and say no more")
ERASE = "Remove this for good?"
ERASE_NOTE = "Your backups here lose it, too. There is no way back from this."

# Done.
KEPT = "Kept."
CHANGED = "Changed."
NOTED = "Noted."
MOVED_TO = "Moved to {day}."
NO_DAY_NOW = "It has no day any more."
CLOSED_NOW = "Closed."
OPEN_AGAIN = "Open again."
IN_TRASH = "In the trash for 30 days. u takes it back."
PUT_BACK = "Put back."
SEALED_NOW = "Sealed, and out of sight. v leads there."
UNSEALED = "Back in sight."
ERASED = "Removed for good."
KEEPING = "a new loop"
CHANGING = "a change to a loop"
NOTING = "what came of a loop"
MOVING = "moving a loop"
CLOSING = "closing a loop"
REOPENING = "opening a loop again"
DELETING = "deleting a loop"
RESTORING = "putting a loop back"
SEALING = "sealing a loop"
UNSEALING = "unsealing a loop"

# Today, and Circle.
PROMISE_TODAY = "A promise to {people} is for today"
PROMISE_TO_ME_TODAY = "A promise from {people} is for today"
PROMISE_OPEN_TODAY = "A promise is for today"
OPEN_WITH = "Open with {person}"

# In the shell.
ASK = {
    "concern": "What is the least you need to say? One line, then Enter.",
    "promise": "What was promised? One line, then Enter.",
    "heard": "What did you hear? One line, then Enter.",
}
ASK_NOTE = "What came of it? One line, then Enter. Enter alone is fine."
ASK_EDIT = "What is it to say? One line, then Enter."
KEPT_LINE = "Kept: {id}, {what}."
STAYS_AS_IT_WAS = "Nothing was changed: {id} says that already."
CLOSED_LINE = "Closed: {id}. `tracejournal loops reopen {id}` opens it again."
REOPENED_LINE = "Open again: {id}."
MOVED_LINE = "Moved: {id}, {day}."
NOTED_LINE = "Noted: {id}."
DELETED_LINE = (
    "In the trash for {days} days: {id}. `tracejournal loops restore {id}` brings it back."
)
RESTORED_LINE = "Put back: {id}."
SEALED_LINE = "Sealed, and out of sight: {id}. `tracejournal loops unseal {id}` brings it back."
UNSEALED_LINE = "Back in sight: {id}."
ASK_ERASE = "Remove {id} for good? There is no way back from this."
ERASED_LINE = "Removed for good: {id}. The backups beside your journal lose it, too."
NONE_LISTED = "Nothing is open. `tracejournal loops -h` tells what loops are for."
NONE_THERE = "Nothing is there."
WHICH_LOOP = "Which one? Give the start of its id. `tracejournal loops` shows the ids."
TO_WHICH_DAY = "To which day? Add --to DATE, or --to none for no day."
ONE_ID = "Give one id. “{typed}” is one too many."
STEP_LINE = "{day}  {what}"


def day(on: date, today: date) -> str:
    """Return a day in plain words: `today`, `tomorrow`, `Fri 27 Nov`, `Fri 1 Jan 2027`."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((on - today).days)
    if near:
        return near
    return f"{on:%a} {on.day} {on:%b}" + ("" if on.year == today.year else f" {on.year}")


def still_open(count: int) -> str:
    """Return how many are open: `3 still open`."""
    return f"{count:,} still open"
