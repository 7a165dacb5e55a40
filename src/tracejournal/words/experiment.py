"""What is said of a self-experiment: plainly, without a word of duty or of blame."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

# What cannot be.
ACTION_EMPTY = "Say in a few words what you would like to try."
ACTION_TOO_LONG = "That is more than {most} characters. A few words are enough."
WEEKS = "“{value}” does not fit. Choose 4, 6, 8, 10 or 12 weeks, so that half of them are with it."
ONE_SIGN = "It can be told by a kind of moment or by a circumstance, not by both."
UNKNOWN_KIND = "There is no kind of moment called “{value}”."
NOT_OBSERVABLE = "“{value}” is felt, which is nearly the rating again. Choose something that others could see, such as protected time."
ONE_AT_A_TIME = "One is on its way already: “{action}”, until {day}. Another can begin once that is over or stopped."
UNKNOWN = "There is no experiment “{value}”. `tracejournal experiment show --all` lists them."
NONE_OPEN = "None is on its way, so there is nothing to stop."
STARTS = "It can start today or on monday, not on “{value}”."

# The form, step by step.
TITLE = "A small experiment"
INTRO = "Something you do in some weeks and not in others, said beforehand. At the end: how supported the moments of those weeks felt. Stop it at any time, without a word."
ACTION = "what I try"
ACTION_HINT = "a huddle after hard sessions"
SIGN = "told by"
LENGTH = "how long"
IN_WEEKS = "{number} weeks"
TURN = "weeks with"
TURNS = (("turn", "every other week"), ("drawn", "drawn by lot"))
START = "starts"
ON_DAY = "on {day}"
TODAY = "today"
LOOKED_AT = "looked at"
LOOKED_AT_IS = "how supported the moments of those weeks felt"
FREEZES = "Once it starts, none of this changes. It can be stopped, and deleted."
FORM_KEYS = "enter start it · tab next · space all · esc not now"
DECLARING = "an experiment"
RATINGS_OFF = "Ratings are switched off in your settings, so there would be nothing to look at. `f9` switches them on."
RATINGS_OFF_LINE = "Ratings are switched off in your settings, so there would be nothing to look at. `tracejournal config unset ratings` switches them on."

# The cards.
CARD_TITLE = "Your experiment"
EARLIER_TITLE = "Your experiments"
LISTED = "{day}  {action} ({state})"
COMING = "It starts on {day}."
THIS_WEEK_WITH = "This is week {number} of {count}: a week with it."
THIS_WEEK_WITHOUT = "This is week {number} of {count}: a week without it."
OVER_SINCE = "Its weeks are over."
STOPPED_ON = "Stopped on {day}, and not compared: only what ran to its end can be."
BY_TURNS = "every other week"
BY_LOT = "drawn by lot, number {number}"
TOLD_BY = "told by {what}"
NOT_TOLD = "only you know when it happened"
WITH, WITHOUT = "with", "without"
WEEK = "week {number}"
NOW = "now"
NO_PEEKING = "The numbers wait until the end, so that they do not steer you on the way."
KEYS = {"stop": "s stop", "new_one": "n a new one", "delete": "d delete", "earlier_ones": "e all"}
KEYS_BACK = "esc back"
STOPPED = "Stopped, and that is fine. u takes it back."
STOPPING = "stopping an experiment"
DELETED = "Deleted. Your moments stay as they are. u takes it back."
DELETING = "deleting an experiment"

# The result.
MOMENTS = ("rated moment", "rated moments")
WEEKS_OF = ("week", "weeks")
DAYS = ("day", "days")
SIDE = "{side}: {mean} of 10 on average; {rated}, {days}, {weeks}"
SIDE_UNRATED = "{side}: nothing was rated"
OF_MOMENTS = "{rated} of {moments} rated"
HAPPENED = "Moments tell of it in {done} of the {of} weeks with it, and in {other} of the {others} without."
THEMSELVES = "Of the {of} rated moments in weeks with it, {number} are it themselves."
NOT_ENOUGH = "Too little to compare: {rated} on {days}. It takes 30 on 15 days, with 5 of them in 2 weeks on each side."
HOLDS = "Holds up so far: weeks with it were rated {direction}, by about {points} points of 10 ({low} to {high})."
CHANCE = "Could be chance: the gap is {points} points of 10, and anything from {low} to {high} fits these weeks."
SMALL = "Too little to say: the gap is {points} points of 10, less than one ({low} to {high})."
HIGHER, LOWER = "higher", "lower"
FEW_WEEKS = "Few weeks tell little. Where nothing differs, up to one experiment in ten still shows a gap; a true one is often not found."
ADDS = "What it adds: the weeks were set beforehand, so a good week could not pick itself."
LEAVES_OPEN = "What it leaves open: you knew which week it was, and what we expect colours what we feel. Other things changed in those weeks, too."

# Today.
THIS_WEEK = "This week, as you chose: {action}"
RESULT_READY = "Your experiment is over. Its result is ready."

# The command line.
ACTIONS = "start, show, stop, delete ID"
ASK_ACTION = "What would you like to try in some weeks, and not in others? One line, then Enter."
WHICH = "Which one? Give its id. `tracejournal experiment show --all` lists them."
ASK_DELETE = "Delete “{action}”? Your moments stay as they are."
NONE = "There is no experiment yet. For example: `tracejournal experiment start a huddle after hard sessions --kind huddle`"
SET = "Set: “{action}”. {weeks} weeks from {day}. `tracejournal experiment` shows which are with it, `experiment stop` ends it."
STOPPED_LINE = "Stopped: “{action}”."
DELETED_LINE = "Deleted: “{action}”. Your moments stay as they are."
STATES = {"coming": "to come", "running": "running", "over": "over", "stopped": "stopped"}


def day(on: date) -> str:
    """Return a day: `Mon 23 Nov 2026`."""
    return f"{on:%a} {on.day} {on:%b %Y}"


def listed(starts_on: date, action: str, state: str) -> str:
    """Return one of several on a line: `Mon 23 Nov 2026  tea (over)`."""
    return LISTED.format(day=day(starts_on), action=action, state=STATES[state])


def days(first: date, last: date) -> str:
    """Return a stretch of days: `23 Nov to 29 Nov`."""
    return f"{first.day} {first:%b} to {last.day} {last:%b}"


def counted(number: int, names: tuple[str, str]) -> str:
    """Return a number with the right word: `1 week`, `2 weeks`."""
    return f"{number:,} {names[number != 1]}"
