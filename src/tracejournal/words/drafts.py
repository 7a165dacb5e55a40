"""What is said of words that are not kept yet, or that were there before."""

from __future__ import annotations

UNFINISHED = "Words that are not kept yet"
UNFINISHED_KEYS = "enter go on with it · alt+o let it go · esc back"
NONE_UNFINISHED = "Nothing is unfinished."
EARLIER = "Earlier words"
EARLIER_KEYS = "enter brings them back · esc leaves it as it is"
NONE_EARLIER = "There are no earlier words here."
TAKEN_BACK = "These are the earlier words. What stood here is among the earlier ones now."
TAKEN_BACK_ENTRY = "The earlier words are back. u takes that back."
UNTIL = "until {line}"
NO_WORDS = "No words, and that is fine."

FORMS = {
    "moment": "a moment",
    "reflection": "a reflection",
    "edit": "a change to an entry",
    "check-in": "a check-in",
    "prompt": "a prompt of your own",
    "contact": "someone to call",
    "person": "someone in my circle",
    "guided": "a guided reflection",
    "huddle": "a huddle",
    "steps": "steps of your own",
    "loop": "something that is to come back",
    "loop-note": "what came back",
    "meeting": "a planned meeting",
    "dropped": "why a meeting was dropped",
    "experiment": "an experiment",
    "brief": "a brief for supervision",
}

LET_GO = "Forget these words for good?"
LET_GO_NOTE = "They were never kept, and they go now."
LET_GONE = "Forgotten."

ENTRY_IS_GONE = "The entry they belonged to is gone. They can be kept as an entry of their own."
BEGUN_ON_ANOTHER = (
    "The entry has changed since you began this · ^s asks which to keep · alt+o let go"
)

CHANGED_TITLE = "This entry was changed elsewhere meanwhile"
DELETED_TITLE = "This entry was put in the trash meanwhile"
SEALED_TITLE = "This entry was sealed meanwhile"
ERASED_TITLE = "This entry was removed for good meanwhile"
LOOK_TITLE = "As it is now"
LOOK_KEYS = "enter or esc back"
ON_TOP = ("mine", "Keep mine on top; the other goes to earlier words")
PUT_BACK = ("mine", "Take it out of the trash, with my words")
BOTH = ("both", "Keep both, mine as an entry of its own")
LOOK = ("look", "Look at the other first")
CHANGED_BY_TWO = "Kept. Both are there."

NOT_WRITTEN = "{refusal} Your unfinished words are in {path} for now; tracejournal takes them up when it opens next."
STAYS_OPEN = "{refusal} Your words are still here, and there is no place to put them. Free some space, then leave."


def line(at: str, count: int) -> str:
    """Return a time and a number of words: `Thu 19 Nov, 14:10 · 64 words`."""
    return f"{at} · {count:,} word" + ("" if count == 1 else "s")
