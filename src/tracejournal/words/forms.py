"""What stands in forms: labels of rows, hints, titles of their lists."""

from __future__ import annotations

MOMENT_TITLE = "Connection moment"
MOMENT_HINT = "A word of thanks, a question asked, someone who checked in on you…"
MOMENT_KEYS = "enter keep · tab more"
EMPTY_MOMENT = "Nothing is written yet. Enter once more keeps it as it is, which is fine."
KEPT = "Kept"
COMPLETE = "tab completes"
CLEANED = "Control characters in what you pasted were left out."

KIND = "kind"
DIRECTION = "direction"
MODE = "how"
WHO = "who"
LENGTH = "how long"
SUPPORT = "support as"
FIT = "it was"
OCCASION = "occasion"
SUPPORTED = "supported"
HELPED = "what helped"
MISSING = "was missing"
WHEN = "when"
NOW = "now"
ENERGY = "energy"
LOAD = "load"

MORE = "… all"
CHOOSE = "space to choose"
GAUGE_HINT = "0-10, or leave it"
LENGTH_HINT = "or type the minutes"

KIND_LIST = "What kind of moment was it?"
DIRECTION_LIST = "Which way did it go?"
MODE_LIST = "How did it happen?"
HELPED_LIST = "What made it possible?"
MISSING_LIST = "What was missing?"
WHO_LIST = "Who was it with? A role is enough."
SUPPORT_LIST = "Which kind of support was it?"
FIT_LIST = "Was it the kind that was needed?"
OCCASION_LIST = "What was the occasion?"
PRINCIPLE_LIST = "What is it about?"
DEPTH_LIST = "How deep does it go?"
ROLES_LIST = "Whom is it for?"
SIGN_LIST = "What tells that it happened?"
WEEKS_LIST = "For how long?"
TURN_LIST = "Which weeks are with it?"
STARTS_LIST = "When does it start?"
OFFERED_LIST = "When may it come up?"
WHEN_ASK = "When was it?"
WHEN_HINT = "yesterday 14:30 · monday · 2026-11-20 8:15 · 7pm"


def about_minutes(number: int) -> str:
    """Return a length in words as short as a row has room for."""
    return f"{number} min"


CHECK_IN_TITLE = "How is it right now?"
CHECK_IN_NOTE = "A word about it, if you like"
CHECK_IN_KEYS = "0-9 or arrows · enter keep · esc not now"

NOTE_KEYS = "enter keep · esc not now"

EDIT_KEYS = "^s keep the changes · esc leave it as it is"
EDIT_BEGUN = "These are changes you had begun · ^s keep · alt+o let them go · esc later"

REFLECTION_HINT = "Write as much or as little as you like"
POSSIBLE = "What made it possible?"

PICK_ONE_KEYS = "type to find · enter choose · esc back"
PICK_SEVERAL_KEYS = "type to find · enter choose or not · esc done"
ASK_KEYS = "enter take it · esc back"
CONFIRM_KEYS = "y yes · esc no"

LIST_TITLES = {
    "kind": KIND_LIST,
    "direction": DIRECTION_LIST,
    "mode": MODE_LIST,
    "who": WHO_LIST,
    "support": SUPPORT_LIST,
    "fit": FIT_LIST,
    "occasion": OCCASION_LIST,
    "present": HELPED_LIST,
    "missing": MISSING_LIST,
    "principle": PRINCIPLE_LIST,
    "depth": DEPTH_LIST,
    "roles": ROLES_LIST,
    "offered": OFFERED_LIST,
    "sign": SIGN_LIST,
    "weeks": WEEKS_LIST,
    "turn": TURN_LIST,
    "starts": STARTS_LIST,
}
