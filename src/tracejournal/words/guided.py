"""What is said around guided reflections. Their questions stand in `prompts/guided.toml`."""

from __future__ import annotations

CLOSING = "Before you go: what do you notice right now, or what is one small thing you do next?"
CLOSING_NAME = "now, or next"
CLOSING_HINT = "Something you see or hear is enough. So is a glass of water."

CHOOSE = "Which way would you like to go through it?"
WRITE_OWN = "Write one of my own"
OWN = "my own"
GONE = "Steps that are gone"
GROUP = "in steps"
ABOUT = "{steps} steps, about {minutes} min"

STEP_OF = "step {number} of {count}"
IN_MY_WORDS = "In my own words"
DRAFT_SAVED = "draft kept"
BEGUN = "✎ You began this on {when} ({words}) · ^o open · alt+o let go"
AT_THE_END = "That was the last step."
NOTHING_WRITTEN = "Nothing is written, and that is fine."
KEEP_IT = ("keep", "Keep it as it is")
AS_DRAFT = ("draft", "Leave it as a draft")
LEAVE_EMPTY = ("draft", "Leave without keeping")
KEPT = "Kept · {title}"
WAITS = "Your words wait as a draft. {title} offers them again."
KEEPING = "keeping a reflection"
LET_GO = "Forget these words for good?"
LET_GO_NOTE = "They were never kept, and they go now."
LET_GONE = "Forgotten."

OWN_TITLE = "Steps of your own"
OWN_HINT = "First line: what it is called. Then one question a line."
OWN_NOTE = "It ends by itself on a question about now, or next."
OWN_KEYS = "^s keep them · esc leave them as a draft"
ADDED = "Kept. It stands among the others now."
ADDING = "steps of your own"

STEP_EMPTY = "A step needs a question."
NO_TITLE = "It needs a title: a few words that you know it by."
NO_STEPS = "“{title}” has no steps yet. Write at least one question."
TOO_MANY_STEPS = "“{title}” has more than {most} steps. Leave some out, or make two of it."
NOT_TOML = "{path} cannot be read as TOML: {reason}. Nothing was changed."
NO_GUIDES = (
    "There is no [[guided]] in {path}. `tracejournal guided export` shows how such a file looks."
)
BAD_VALUE = "“{title}”: {name} cannot be what it is there. {hint}"
HINTS = {
    "id": 'Write small letters with hyphens in quotes, such as "after-court".',
    "title": "Write a few words in quotes.",
    "about": "Write one line in quotes.",
    "minutes": "Write a whole number from 1 to 60.",
    "step": "Write each as a [[guided.step]] with a question.",
    "question": "Write it in quotes.",
    "name": "Write a word or two in quotes.",
    "hint": "Write one line in quotes.",
    "choices": 'Write a list, such as ["I don\'t have one yet"].',
    "closing": "Write true or false.",
}
UNKNOWN_NAME = "“{title}”: there is nothing called “{name}” in a guide. Known are: {known}."
UNKNOWN_GUIDE = "There is no guided reflection called “{value}”. `tracejournal guided` lists them."
NOT_OWN = "“{value}” came with tracejournal, so it cannot be removed."

# The command line.
WHICH = "Which one? Give its id. `tracejournal guided` lists them."
WHICH_FILE = "Which file? Give its name, or - for standard input."
IMPORTED = "Added: {ids}."
NOTHING_NEW = "All of them are there already, so nothing was changed."
REMOVED = "Removed: {id}. What you wrote along it stays."
NONE_OWN = (
    "There are none of your own yet, so this is one that came with tracejournal, as an example."
)
EXPORTED = "{count} written to {path}."
COUNTED = ("guided reflection", "guided reflections")
NEEDS_PERSON = "A guided reflection asks its questions in a terminal, one after another, and takes no words after the command. `tracejournal reflect TEXT` keeps some."
ENTER_SKIPS = (
    "Write below each. An empty line goes on, or skips it. Ctrl+C stops and keeps a draft."
)
CHOICES = "A number takes one of these, or write your own:"
DRAFT_WAITS = "You began this earlier. `tracejournal` offers those words again in the full screen."
DRAFT_KEPT = "Your words wait as a draft. `tracejournal` offers them when it opens."
FILE_TOO_LARGE = "{path} is too large to be a file of guided reflections. Nothing was changed."
FILE_NOT_READ = "{path} could not be read: {reason}. Nothing was changed."


def counted(count: int) -> str:
    """Return a number of guided reflections in words."""
    return f"{count} {COUNTED[count != 1]}"
