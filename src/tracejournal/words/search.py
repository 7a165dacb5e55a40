"""What is said about a search when a piece of it was read another way than it looks."""

from __future__ import annotations

NO_SUCH_DAY = "There is no {value}; it is searched as words."
NO_DAY = "“{value}” is no day, month or year that is known here; it is searched as words."
NO_NUMBER = "{name}: takes numbers from 0 to 10, as in {name}:>=7; “{value}” is searched as words."
NO_TERM = "{name}: does not know “{value}”; it is searched as words."
NEAREST_TERM = (
    "{name}: does not know “{value}”; it is searched as words. {name}:{nearest} may be meant."
)
SEVERAL_TERMS = "{name}:{value} can be {choices}; until it is clear it is searched as words."
OPEN_QUOTE = "A quote is still open; until it closes, its words are searched one by one."
DRAFTS = "Drafts are not among the entries. They wait in a list of their own: w on any screen, once esc has left the line."
SEALED = "Sealed entries are in no search. They are seen by choosing them: f on History."
NOTHING_BETWEEN = "from: lies after to:, so there is no day to find."
READ_SO_FAR = "A search reads {count} words; those after them are left out."
OR = " or "
