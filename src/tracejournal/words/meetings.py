"""What is said of planned meetings. Counts, and never a word about what nobody told."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

TITLE = "Meetings"
KEYS = "n new · h held · m moved · d dropped · enter what survived · esc"
MORE_KEYS = "e change · x unsay · z let rest, wake · D remove · u undo"
EMPTY_KEYS = "n new · esc back"
EMPTY = (
    "A mentorship session, a check-in with another team: a slot that is yours on purpose.",
    "Press n to plan one. Say how it went when you like; what you do not say is never counted.",
)

KINDS = ("mentorship", "team-check-in", "supervision")
"""Those of `labels.KINDS` that are usually planned."""
OTHER = ("other", "▫", "another meeting")

HELD, MOVED, DROPPED = "held", "moved", "dropped"
REASONS = (
    ("crisis", "a crisis came first"),
    ("ill", "someone was ill"),
    ("no-time", "there was no time"),
    ("holidays", "holidays"),
    ("not-needed", "not needed this time"),
)

NEXT = "Next"
LATELY = "What has been"
RESTING = "Resting"
RESTING_SINCE = "resting since {day}"
MOVED_FROM = "moved from {day}"
MOVED_TO = "moved to {day}"
WITH = "{what} with {people}"
PLANNED_FOR = "{what}, planned for {day}"
NOT_YET = "nothing planned"

YESTERDAY = "Yesterday"
TODAY = "today"
TOMORROW = "tomorrow"

# The form.
NEW_TITLE = "A planned meeting"
CHANGE_TITLE = "Change this meeting"
FORM_KEYS = "tab next line · enter keep · esc later"
KIND_ROW = "what"
PEOPLE_ROW = "with"
WHEN_ROW = "when"
FROM_ROW = "from"
UNTIL_ROW = "until"
NAME_ROW = "called"
ASK_ROW = "ask after"
KIND_LIST = "What is it?"
HINTS = {
    "kind": "Arrows choose, Backspace leaves it open.",
    "people": "People, roles or teams: @Jo, Night team.",
    "when": "every 2 weeks on tuesday 14:00 · every friday · 2026-12-01, 2027-01-12",
    "since": "The day it begins, where that is not the next one.",
    "until": "The last day, if there is one.",
    "name": "What you call it, if that is something else.",
    "asks": "Off unless you want it: Today asks once, the day after, how it went.",
}
ASKS = (("on", "once, the day after"), ("off", "never"))

UNDERSTOOD = "{said}. The next one is {day}."

# Doing.
KEPT = "Planned: {what}. The next one is {day}."
KEPT_PLAIN = "Planned: {what}."
CHANGED = "Changed: {what}."
SAID_HELD = "Held: {what}, {day}."
SAID_MOVED = "Moved: {what}, from {day} to {to}."
SAID_MOVED_BACK = "As planned again: {what}, {day}."
SAID_DROPPED = "Dropped: {what}, {day}."
SAID_NOTHING = "Nothing is said of it any more: {what}, {day}."
SAID_RESTS = "It rests: {what}. The same again wakes it."
SAID_WAKES = "Awake again: {what}."
REMOVED = "Removed: {what}. u takes it back."
REMOVED_ALONE = "Removed: {what}. Moments you kept stay."
ASK_REMOVE = "Remove {what}, with all you told of it? Moments you kept stay."

PLANNING = "a planned meeting"
CHANGING = "a change to a meeting"
TELLING = "what became of a meeting"
RESTING_IT = "letting a meeting rest"
REMOVING = "removing a meeting"

MOVE_ASK = "Moved to which day?"
MOVE_HINT = "friday · tomorrow · 2026-12-03"
DROP_ASK = "Dropped. What came between?"
DROP_KEYS = "enter choose · tab own words · esc leaves it unsaid"
DROP_HINT = "or in your own words"
HELD_ASK = "Held. Keep a moment of it?"
HELD_KEYS = "enter keep · esc no moment"
HELD_HINT = "A word about it, or nothing at all"
MINUTES = "minutes"
MINUTES_HINT = "How long it took, if that matters"

# Details.
SURVIVED_TITLE = "What survived"
DETAIL_KEYS = "h held · m moved · d dropped · x unsay · enter its moment · esc"
NOTHING_TOLD = "You have not told of any yet. Only what you tell is counted."
COUNTED = "held {held} of the {told} you told of"
TOLD_ALONE = "you told of {told}"
IN_HEAVY = "planned in your heaviest weeks: held {held} of {told}"
HEAVY_ALONE = "planned in your heaviest weeks: {told} of these"
HEAVY_MEANS = "Heaviest: about a quarter of your weeks, with a load of {load} or more."
WERE_MOVED = "moved to another day: {count}"
DROPPED_FOR = "dropped: {reasons}"
SINCE = "{recurrence}, since {day}"
UNTIL = "{said}, until {day}"
UNSAID = "no reason said"
OWN_WORDS = "in your own words"
SIDE_BY_SIDE = "Counts of what you told, side by side. They prove nothing."
HAS_MOMENT = "✦"

# Today.
ON_TODAY = "Today: {what}"
ASKED_AFTER = "{day}, {what}: held, moved, dropped?"

# The command line.
NONE_PLANNED = "No meeting is planned. `tracejournal meetings add -h` tells how."
ASK_WORDS = "One line about it, and a moment is kept. Enter goes without."
MOMENT_KEPT = "A moment is kept with it."
ASK_WHY = "What came between? {reasons}, or your own words. Enter leaves it unsaid."
ACTIONS = "add, change, held, moved, dropped, unsay, rest, show, remove"
WHICH = "Which meeting? Give the start of its id. `tracejournal meetings` lists them."
MOVED_WHERE = "Moved to which day? For example: `tracejournal meetings moved {id} friday`."

# What cannot be.
UNKNOWN = "No meeting has an id that starts with “{value}”. `tracejournal meetings` lists them."
AMBIGUOUS = "More than one meeting has an id that starts with “{value}”. Type a little more of it."
WHEN_MISSING = "When is it? Try: every 2 weeks on tuesday 14:00, every friday, or 2026-12-01."
WHEN_UNREAD = "“{value}” is not a time I can read. Try: every 2 weeks on tuesday 14:00, every friday, or 2026-12-01, 2027-01-12."
TOO_MANY_DATES = (
    "That is more than {most} days. Plan the first ones, and the rest when they are near."
)
TOO_MANY_WEEKS = "Up to {most} weeks can lie between two. For more, give the days themselves."
UNTIL_BEFORE = "{last} is before the first one, {first}. Give a later last day, or none."
ASK_AFTER = "--ask-after is on or off, not “{value}”. On asks once on Today, the day after."
NOT_PLANNED = "It is not planned for {day}. `tracejournal meetings show {id}` lists its days."
NOT_YET_HELD = "That one is still to come, on {day}. Where it was earlier, move it there first."
NONE_TO_TELL = "There is none to tell of yet. --on names a day it was planned for."


def day(on: date, today: date) -> str:
    """Return a day as short as it stays clear: `Tue 1 Dec`, with the year where it is another."""
    year = "" if on.year == today.year else f" {on.year}"
    return f"{on:%a} {on.day} {on:%b}{year}"


def near(on: date, today: date) -> str:
    """Return how near a day is, where that is plainer than its date, else ""."""
    return {0: TODAY, 1: TOMORROW}.get((on - today).days, "")


def since(on: date, today: date) -> str:
    """Return a day of the last week: `Yesterday`, `Friday`."""
    return YESTERDAY if (today - on).days == 1 else f"{on:%A}"


def recurrence(every: int, since: date, dates: Sequence[date], at: time | None) -> str:
    """Return how often a meeting is, in words that can also be typed."""
    if every == 0:
        said = ", ".join(each.isoformat() for each in dates)
    elif every == 1:
        said = f"every {since:%A}"
    else:
        said = f"every {every} weeks on {since:%A}"
    return f"{said} {at:%H:%M}" if at else said
