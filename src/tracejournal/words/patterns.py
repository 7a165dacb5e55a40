"""What is said of what goes together: numbers and their limits, never advice."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

QUESTION = "When did you feel most supported, and what made that possible?"
SINCE = "Since {day}."

NOTHING_YET = "Nothing to look back on yet, and there is no hurry. When you keep a moment, it can say how supported you felt and what helped; this answer grows from that."
NOTHING_SINCE = "No moment is kept since then."
NONE_RATED = "{moments} kept, none with a rating, and that is fine. Where you do say how supported you felt, and what helped, this answer begins."
HOW = "For example: `tracejournal log --supported 7 --condition time`"

MOST_SUPPORTED = "Most supported"
READ_ONE = "`tracejournal show ID` opens the words of one."
OF_TEN = "{number:>2} of 10"
NO_GLYPH = "·"

PRESENT = "What was there"
MISSING = "What was missing"
IN_HIGHEST = "in your {number} highest"
IN_ALL = "in all {number}"
NUMBER_OF = "{number} of {of}"
MORE_LINES = "and {number} more: `tracejournal ask --json` has them all"
HIGHEST_ARE = "The highest are those rated {rating} or more."
ALL_ALIKE = "All are rated {rating}, so none stands out, and that says something, too."
NONE_TOLD = "None of the rated moments says what helped yet. Where one does, it is counted here."
COMPARED = "What goes together"
EARLY = "With fewer than 60 this is an early hint."
HOLDS = "Holds up so far: “{condition}” tends to appear with {direction} ratings, by about {points} points of 10 ({low} to {high}); {one} with it, {other} without."
HOLDS_MISSING = "Holds up so far: “{condition}”, where it was missing, tends to appear with {direction} ratings, by about {points} points of 10 ({low} to {high}); {one} so, {other} not."
HIGHER, LOWER = "higher", "lower"
CHANCE = "Could be chance: {conditions}."
CHANCE_MISSING = "Could be chance, of what was missing: {conditions}."
SMALL = "Too little to say, less than a point apart: {conditions}."
SMALL_MISSING = "Too little to say, of what was missing, less than a point apart: {conditions}."
FEW = "Too little to say, too few moments with it or without: {conditions}."
FEW_MISSING = "Too little to say, of what was missing, too few moments so or not: {conditions}."
BETWEEN = " · "
MORE_CONDITIONS = "{number} more"
FELT = "Feelings, such as being listened to, are counted and not compared: they are nearly the rating again."
WE_CAN_LOOK = "{needed}, and we can look at what goes together."

VERDICTS = {
    "holds": "holds up so far",
    "chance": "could be chance",
    "too-little": "too little to say",
    "few": "too little to say",
}
VERDICT_EARLY = "early hint"
VERDICT_FELT = "counted alone"
GAP = "{points:+.1f} ({low:+.1f} to {high:+.1f})"

SECTIONS = {
    "kind": "What it was",
    "mode": "How",
    "support": "Which kind of support",
    "occasion": "On which occasion",
    "who": "With whom, by role",
    "present": "What was there",
    "missing": "What was missing",
}

LEFT_OUT = "Left out"
UNRATED = "{unrated} of {moments} have no rating. They are left out, never counted as zero."
UNTOLD = "{untold} of {rated} say nothing of what helped or was missing; the counts leave them out."
SKIPPED = "Ratings are skipped more on your heaviest days (load {load} or more): {heavy} of {heavy_of}, else {others} of {others_of}. So those days are told of less."

TOGETHER = "Seen together, not proof of cause."
REVERSED = "It can be the other way round, too: when we feel supported, we notice more of what helped, and hard days can bring more help. Or both come and go with easier and harder weeks."

VIEWS = (
    ("answer", "What was there"),
    ("weeks", "Weeks"),
    ("ways", "In which ways"),
    ("company", "With whom"),
)
"""What the screen shows, one at a time."""

TITLES = {
    "answer": QUESTION,
    "weeks": "How it went, week by week",
    "ways": "How connection happened",
    "company": "Whom these moments name",
}

PERIODS = (
    ("all", "all of it"),
    ("this-year", "this year"),
    ("12-months", "the last 12 months"),
    ("90-days", "the last 90 days"),
    ("30-days", "the last 30 days"),
    ("since", "since a day …"),
)
PERIOD_LIST = "From which day on?"
SINCE_ASK = "Since which day?"
SINCE_HINT = "2026-09-01 · september · 2025 · 6 weeks ago · 18 months"

COUNTING = "The rest is being counted …"
RESTS_ON = "{rated} rated of {moments}"
LINE_COUNTS = "in {highest} of your {of_highest} highest, in {count} of all {of}"
LINE_COUNT = "in {count} of all {of}"
RATINGS_OFF = "Numbers are off, so nothing is compared here, and that is fine. What you noted is counted all the same. f9 has the setting."
NOTHING_NOTED = "No moment says what helped yet. Where one does, it is counted here."
AXIS_MIDDLE = "┊"
HEADING_OF = "{heading}, of {moments}"

BY_WEEK = "Felt supported, by week"
NO_WEEKS = "Weeks show here once there is a moment."
NO_WEEK_RATED = "No moment of these weeks has a rating, and that is fine."
WEEKS_RATED = "{mean} of 10 over {weeks} with ratings, from {least} to {most}. A week without a rating shows ·, which is no zero."
ONE_WEEK_RATED = "{mean} of 10 in one week. A week without a rating shows ·, which is no zero."
WEEKS_SHOWN = "The newest {number} weeks are drawn."
BALANCE = "Given and received, by week"
BALANCE_SAID = "Of {moments} you gave {given} and received {received}."
BALANCE_OTHERS = "The others went both ways, or do not say."
GAVE, RECEIVED, OTHERS = "gave", "received", "both ways, or not said"
WEEK_SAID = "gave {given}, received {received} of {moments}"
WEEK_FELT = "felt {felt}"
WEEKS = ("week", "weeks")

NO_WAYS = "What kind of moment it was, how it came about and on which occasion shows here once a moment says so."
NO_COMPANY = (
    "Nobody is named in these moments, and that is fine. People you mention with @ show here."
)
COMPANY_SAID = "{moments}: gave {given}, received {received}"
COMPANY_NOTE = "Counts, in the order of names. Nobody is ranked."
WAYS_NOTE = "Some moments say several of these, and some say none."

BEHIND_KEYS = "enter opens one · h all of them in History · esc back"
BEHIND_ONE_KEYS = "esc back"
BEHIND_NOTHING = "No such moment is kept."
BEHIND_TITLE = "{heading}: {condition}"
NOTED_HIGH = "Noted, and among your highest: {number}"
NOTED_LOWER = "Noted, and not among your highest: {number}"
OTHER_HIGH = "Not noted, and among your highest all the same: {number}"
ALL_NOTED = "Noted: {number}"
ALL_OTHERS = "Not noted: {number}"
NEWEST_OF = "{heading} · the newest {shown}"

MOMENTS = ("moment", "moments")
RATED_MOMENTS = ("rated moment", "rated moments")
DAYS = ("day", "days")


def counted(number: int, names: tuple[str, str]) -> str:
    """Return a number with the right word: `1 moment`, `2 moments`."""
    return f"{number:,} {names[number != 1]}"


def needed(moments: int, days: int) -> str:
    """Return what there is still too little of: `12 more rated moments, on 3 more days, …`."""
    more_days = f"on {days} more {DAYS[days != 1]}" if days else ""
    if not moments:
        said = f"Rated moments that say what helped, {more_days}"
    else:
        names = RATED_MOMENTS[moments != 1]
        told = "that says what helped" if moments == 1 else "that say what helped"
        said = f"{moments} more {names} {told}"
        said += f", {more_days}" if more_days else ""
    return WE_CAN_LOOK.format(needed=said)


def compared(number: int, of: int) -> str:
    """Return what was compared, and how: `9 circumstances, compared all at once over 48 …`."""
    things = "circumstance was" if number == 1 else "circumstances were"
    return f"{number} {things} compared, all at once, over {counted(of, RATED_MOMENTS)}, each with others of the same weeks."


def period(key: str, since: date) -> str:
    """Return what a period is called: `the last 90 days`, or the day it begins with."""
    if key == "since":
        return f"since {since.day} {since:%b %Y}"
    return dict(PERIODS)[key]


def day(on: date) -> str:
    """Return a day for a list: `Thu 19 Nov 2026`."""
    return f"{on:%a} {on.day:>2} {on:%b} {on.year}"


def monday(on: date) -> str:
    """Return how a week is called, by its first day: `16 Nov 2026`."""
    return f"{on.day:>2} {on:%b} {on.year}"
