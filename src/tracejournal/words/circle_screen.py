"""What stands on the screen of the circle."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

TITLE = "My circle"
KEYS = "enter look closer · a add"
OUTSIDE = "Also named in your journal"
OUTSIDE_KEYS = "enter takes them in"
EMPTY = "Nobody yet. a puts someone in: “my supervisor” is as good as any name."
NOBODY = "Those you would like to keep in touch with stand here, in your order."
NOT_IN_CIRCLE = "Named in your journal, and not in your circle. Enter takes them in."
QUIET = "left out of suggestions and look-back"

NOW, ALSO, RHYTHM, LAST, BALANCE = "now", "also", "rhythm", "last", "a year"
NEVER = "nothing kept with them yet"
WELL = "It went well"
WELL_OUT_OF = "· of {number} rated {rating} or more"
TELLING = "What helped"
TELLING_OUT_OF = "· of {number} that tell it"
NUMBER_OF = "{number} of {of}"
YEAR = "A year of weeks"
SHADES = "░ 1 ▒ 2 ▓ 3 █ 4+"

# The form.
ADD_TITLE = "Someone in my circle"
FORM_KEYS = "enter keep · tab next · esc back, as a draft"
FIELDS = {
    "name": ("called", "A name, or better a role: “a colleague”, “my supervisor”."),
    "aliases": ("also", "Other names that mean them, with commas between."),
    "rhythm": ("rhythm", "How often, if at all: 2 weeks · 10 days, 3 weeks at most · month"),
}
"""Lines of the form: label, and what is said below while one is in it."""
IS, ROLE = "is", "role"
ROWS_HINT = "arrows choose · space lists all · backspace for none"

# Questions.
RHYTHM_ASK = "How often would you like to be in touch with {name}?"
RHYTHM_HINT = "2 weeks · 10 days, 3 weeks at most · month · none"
AWAY_ASK = "How is it with {name}?"
AWAY = (
    ("rest", "☾", "resting, until I say"),
    ("rest-until", "☾", "resting, until a day I say"),
    ("leave", "❀", "on leave, until I say"),
    ("leave-until", "❀", "on leave, until a day I say"),
)
MERGE_ASK = "Who else is {name}?"
MERGE_SURE = "Let {gone} and {name} be one person, called {name}?"
MERGE_NOTE = "What was kept with either stays as it was written. “{gone}” means {name} from then on. u takes it back."
NOBODY_ELSE = "There is nobody else yet."
FIND = "Find someone"

# Done.
ADDED = "In your circle now: {name}."
CHANGED = "Changed."
RENAMED = "Called {name} from now on. “{old}” still means the same person."
MERGED = "One person now: {name}. u takes it back."
RHYTHM_SET = "{name}: {rhythm}."
RHYTHM_NONE = "{name} has no rhythm now."
IS_AWAY = "{name}: {away}. z ends it."
IS_BACK = "{name} is back."
IS_QUIET = "{name} is left out of suggestions and look-back. x takes that back."
IS_LOUD = "{name} is in suggestions and look-back again."
REMOVED = "{name} is no longer in your circle. What you kept stays. u takes it back."

ADDING = "taking someone in"
CHANGING = "a change to someone"
MERGING = "letting two be one"
MOVING = "another order"
REMOVING = "taking someone out"


def moment_day(on: date, today: date) -> str:
    """Return a day for a list: `Mon 2 Nov`, with the year where it is another one."""
    year = "" if on.year == today.year else f" {on.year}"
    return f"{on:%a} {on.day} {on:%b}{year}"
