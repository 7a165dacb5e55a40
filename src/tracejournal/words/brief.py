"""The words of a brief for supervision: those in the file, and those around it."""

from __future__ import annotations

from tracejournal.words import hint, labels

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

# In the file.

TITLE = "For supervision"
SECTIONS = (
    ("want", "What I want today"),
    ("topic", "What I bring"),
    ("supported", "What supported me"),
    ("need", "What I need"),
    ("follow-up", "To follow up"),
    ("good", "One good thing"),
)
"""After Proctor's functions of supervision, and the templates of the BDA and the HCPC, in words of
our own."""
WANTS = (
    ("heard", "To be heard"),
    ("think", "To think together"),
    ("decide", "To decide something"),
    ("help", "Practical help"),
)
OPTION = "One option: {text}"
NO_OPTION = "I don't have an option yet."
NUMBERS = "in {count} of {of} moments of mine that say what helped or what was missing"
NUMBERS_HIGHEST = "in {highest} of my {highest_of} most supported moments, in {count} of all {of}"
MORE_OFTEN = "More often: {condition}"
MOMENT_WITH = "{kind}, with {who}"
NO_KIND = "A moment"
SOMEONE = "someone"
FOLLOW_UPS = {
    "concern": "A concern: {words}",
    "promise": "A promise: {words}",
    "given": "I promised: {words}",
    "received": "Promised to me: {words}",
    "heard": "To tell back: {words}",
}
"""Open loops by their direction, else by their kind."""
BY_NAME = "That was {names}."
RATED = "How supported I felt: {rating} of 10"
QUOTED = "“{words}”"
BETWEEN_PEOPLE = " and "
WITH = {
    "peer": "a peer of my team",
    "other-team": "a peer of another team",
    "supervisor": "my supervisor",
    "supervisee": "someone I supervise",
    "administrator": "an administrator",
    "mentor": "my mentor",
    "mentee": "someone I mentor",
    "other-profession": "someone of another profession",
    "group": "a group",
    "friend-or-family": "a friend or family",
    "professional": "a professional",
}
ROLE_NAMES = frozenset(
    {role.casefold() for role in WITH.values()}
    | {label.casefold() for _, label in (*labels.WHO, *hint.ROLES)}
    | {SOMEONE, "my peer", "my team", "the team", "my colleague"}
)
"""What people call a person who has no name here: these stay as they are."""
CHART_TITLE = "How often each was there"
AMONG = {"highest": "most supported", "all": "all moments"}
CHART_VALUE = "{count} of {of}"
CHART_LINE = "{label}: {values}."
CHART_PART = "{count} of {of} ({among})"

# On the screen.

HEADING = "Brief for supervision"
BEGINS_EMPTY = "It begins empty. Only what you tick goes in, for you to take along."
PREVIEW_EMPTY = "Nothing is ticked, so the file would be empty. Space ticks a line on the left."
PREVIEW_EMPTY_NARROW = "Nothing is ticked, so the file would be empty. v goes back to the lines."
PREVIEW = "The file so far, as {format}"
PREVIEW_OF_PAGE = "What the page says so far"
FORMATS = (("md", "Markdown"), ("text", "plain text"), ("html", "a page to print"))
TICKED, NOT_TICKED = "☑", "☐"
CHANGED_MARK = " · your wording"
PERIOD_SECTION = "The time it looks at"
CHART_OFFER = "a chart of the numbers ticked here"
NUMBERS_OFFER = "with its numbers: {numbers}"
MOMENT_OFFER = "{moment} · {day}"
NAME_OFFER = "name {names}"
WORDS_OFFER = "with my words from then ({count})"
RATING_OFFER = "with my number: {rating} of 10"
ADD = {
    "topic": "+ a topic: the least I need to say",
    "supported": "+ something else that supported me",
    "need": "+ something I need",
    "follow-up": "+ something to follow up",
    "good": "+ one good thing",
}
ADD_OPTION = "+ an option I see"
ASK = {
    "topic": "What is the least you need to say?",
    "option": "Which option do you see?",
    "supported": "What else supported you?",
    "need": "What do you need?",
    "follow-up": "What is there to follow up?",
    "good": "What is one good thing?",
}
ASK_EDIT = "How do you want to say it here?"
LINE_HINT = "One line or a few. A role is enough, no name needed."
LINE_KEYS = "enter take it · esc back"
NO_MORE_TOPICS = "Three topics are a full hour. Take one out with d to make room."
NOT_ADDED_HERE = "These lines are ticked as they are; e puts one in your own words."

NOTES = {
    "": "",
    "own": "Your own line. e changes it, d takes it out.",
    "edited": "In your own wording, here alone. d brings back the wording it came with.",
    "period": "p chooses other days.",
    "want": "Several are fine.",
    "moment": "A kind and a role: no day, no name, no words.",
    "numbers": "These numbers let a reader see how many moments you keep.",
    "chart": "It draws the numbers you ticked, and no others.",
    "name": "This puts a name in the file.",
    "words": "These are words you kept for yourself. A role stands in for each @name.",
    "rating": "This puts a number you gave in the file.",
    "option": "An option and none yet count the same.",
    "may-name": "This could tell who somebody is. It stays here until you write the file.",
}
"""What is said plainly of the line under the cursor."""

TAKEN_OUT = "Taken out. f8 brings earlier words back."
AS_IT_WAS = "It stays as it was. f8 has what you typed."
WAITS = "It waits in the list, not ticked."
NOT_YET = "Nothing is ticked yet, so there is nothing to write."
START_AGAIN = "Start again, with an empty brief?"
START_AGAIN_NOTE = "Your ticks and your own lines here go. Your journal stays as it is."
STARTED_AGAIN = "The brief is empty again."
STAYS = "The brief waits here as you left it."
FORMAT_NOW = "It becomes {format}."

PERIOD_LIST = "Which days does it look at?"
PERIODS = (
    ("2-weeks", "the last two weeks"),
    ("4-weeks", "the last four weeks"),
    ("3-months", "the last three months"),
    ("year", "the last twelve months"),
    ("other", "other days"),
)
PERIOD_ASK = "Which days?"
DAYS_BACKWARDS = "These days end before they begin. Put the earlier one first."
PERIOD_HINT = "last-month · 2026-11 · 2026-09 to 2026-11-20"

LAST_LOOK = "The file, byte for byte"
LAST_LOOK_KEYS = "enter write it · tab read it through · esc back"
WHERE = "Where to"
SIZE = "{size:,} bytes"
WRITTEN_TITLE = "Written"
WRITTEN_KEYS = "enter or esc back"
WRITTEN = "Written to {path}."
OUTSIDE = "Only your account can read it. It is outside your journal now: tracejournal cannot protect it or remove it, and copies you hand on stay with others."
ASK_REPLACE = "{path} is there already. Write over it?"
REPLACE_NOTE = "What it holds now goes. n lets you choose another name."
NO_PLACE = "Type a name for the file."
STILL_HERE = "Your brief is still here."

FILE_NAME = "for-supervision"

# In the shell.

WISH = "wish"
HOW_TO_BEGIN = "A brief begins empty, and nothing was ticked yet. For example: `tracejournal report --want heard --supported`. alt+r in the full screen goes line by line."
NO_TOPIC = "--option goes after the --topic it belongs to. Nothing was written."
TOO_MANY_TOPICS = "A brief takes up to {most} topics. Nothing was written."
ONE_GOOD_THING = "A brief takes one good thing. Nothing was written."
EMPTY_LINE = "{option} needs some words after it. Nothing was written."
UNKNOWN_FORMAT = "A brief is written as md, html or text, not as “{value}”."
BACKWARDS = "The days end before they begin. Give --since the earlier one."
NOTHING_FOUND = "Nothing is noted there that helped, from {days}. That part stays out."


def days(first: date, last: date) -> str:
    """Return a range of days in words: `1 October to 23 November 2026`."""
    end = f"{last.day} {last:%B} {last.year}"
    if first == last:
        return end
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day} {first:%B}{year} to {end}"


def short_day(day: date) -> str:
    """Return a day as the list shows it, which the file does not: `Thu 12 Nov`."""
    return f"{day:%a} {day.day} {day:%b}"


def word_count(number: int) -> str:
    """Return a number of words: `1 word`, `12 words`."""
    return f"{number:,} word" + ("" if number == 1 else "s")
