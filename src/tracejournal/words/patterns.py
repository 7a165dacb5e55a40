"""What is said of what goes together: numbers and their limits, never advice."""

from __future__ import annotations

QUESTION = "When did you feel most supported, and what made that possible?"
SINCE = "Since {day}."

NOTHING_YET = "Nothing to look back on yet, and there is no hurry. When you keep a moment, it can say how supported you felt and what helped; this answer grows from that."
NOTHING_SINCE = "No moment is kept since then."
NONE_RATED = "{moments} kept, none with a rating, and that is fine. Where you do say how supported you felt, and what helped, this answer begins."
HOW = "For example: `tracejournal log --supported 7 --condition time`"

MOST_SUPPORTED = "Most supported"
READ_ONE = "`tracejournal show ID` opens the words of one."
OF_TEN = "{number:>2} of 10"

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

LEFT_OUT = "Left out"
UNRATED = "{unrated} of {moments} have no rating. They are left out, never counted as zero."
UNTOLD = "{untold} of {rated} say nothing of what helped or was missing; the counts leave them out."
SKIPPED = "Ratings are skipped more on your heaviest days (load {load} or more): {heavy} of {heavy_of}, else {others} of {others_of}. So those days are told of less."

TOGETHER = "Seen together, not proof of cause."
REVERSED = "It can be the other way round, too: when we feel supported, we notice more of what helped, and hard days can bring more help. Or both come and go with easier and harder weeks."

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
