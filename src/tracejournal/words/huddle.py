"""The words of the huddle.

After low-impact debriefing (F. Mathieu, TEND Academy): check yourself, warn, ask, limit the detail.
The wording is our own. It is no debriefing of what happened; nothing is told again in it.
"""

from __future__ import annotations

TITLE = "Huddle"
ABOUT = "Ten minutes to set something heavy down, and hear what you need. It is no debriefing of what happened: nothing is told again."
CREDIT = "After low-impact debriefing (F. Mathieu, TEND)."
CHOOSE_KEYS = "enter choose · esc not now"
GO_ON = "Go on with the one from {when}"
TOGETHER = ("together", "Together, now")
SOLO = ("solo", "On my own first, to get ready")
TITLES = {"together": "Huddle · together", "solo": "Huddle · getting ready"}

# (name, what is asked together, what is asked on one's own, hint, ready answers)
STEPS = (
    (
        "check myself",
        "How are you, right now?",
        "How are you, right now?",
        "Feet, shoulders, breath. One word is enough, or none.",
        (),
    ),
    (
        "warn",
        "Say that something heavy is coming.",
        "How will you say that something heavy is coming?",
        "Such as: “I would like to put something heavy down for a moment.”",
        (),
    ),
    (
        "ask",
        "Ask for ten minutes, and room for it. Who is with you?",
        "Who could you ask for ten minutes, and room for it?",
        "“Not now” is a fine answer. Ask when, or ask someone else.",
        (),
    ),
    (
        "limit the detail",
        "Share the least that lets you put it down.",
        "What is the least that lets you put it down?",
        "No names, no pictures. How it is for you, more than what it was.",
        (),
    ),
    (
        "what I need",
        "What do you need?",
        "What will you ask for?",
        "Say it aloud before you go on.",
        ("To be heard", "Ideas", "A decision", "Hands"),
    ),
    (
        "set down",
        "What is one thing you set down here?",
        "What is one thing you can set down already?",
        "It stays here when you go.",
        (),
    ),
    (
        "next",
        "What is one thing you do next?",
        "What is one thing you do next?",
        "Small is fine: some water, a call at three, the way home.",
        (),
    ),
)

# What stands before each answer in the words that are kept; the people stand by themselves.
LABELS = (
    "At the start",
    "Said first",
    "Asked",
    "Shared",
    "Needed",
    "Set down",
    "Next",
)

HINT = "A word, or nothing"

# The timer.
WHOLE = "{minutes} minutes"
ONE_MINUTE = "1 minute"
LEFT = "{left} left"
OVER = "{minutes} minutes are over"
PAUSED = "paused at {left}"
ENDED = "timer ended"
START = "^t starts a timer"
RUNNING = "^t pause · alt+t end"
STANDING = "^t go on · alt+t end"
AGAIN = "^t starts it again"

# At the end.
KEPT_TITLE = "This will be kept. Change what you like."
WITH = "with"
WITH_HINT = "@someone, or a role"
MINUTES = "minutes"
MINUTES_HINT = "how long, if you like"
WORDS = "words"
AT_THE_END = "at the end"
KEPT = "Kept · peer huddle"
NOTHING_WRITTEN = "Nothing is written, and that is fine. Enter keeps that it was."
KEEPING = "keeping a huddle"
WAITS = "The huddle waits as a draft. f7 offers it again."
LET_GO = "Leave without keeping this?"
LET_GO_NOTE = "What is written here goes now. The huddle was just as real."
LET_GONE = "Nothing was kept, and that is fine."

# The command line.
ENTER_SKIPS = "Enter skips a line. Ctrl+C stops and keeps a draft."
ASK_MINUTES = "How many minutes was it?"
WILL_BE_KEPT = "This will be kept as a huddle:"
ASK_KEEP = "Keep it? Enter keeps it, n leaves it."
NO = ("n", "no")
WAITS_THERE = "Not kept. It waits as a draft; `tracejournal` offers it when it opens."


def in_minutes(minutes: int) -> str:
    """Return whole minutes: `8 minutes`."""
    return ONE_MINUTE if minutes == 1 else WHOLE.format(minutes=minutes)


def to_the_second(seconds: int) -> str:
    """Return minutes and seconds: `7:24`."""
    return f"{seconds // 60}:{seconds % 60:02}"
