"""What `tracejournal circle` says."""

from __future__ import annotations

ACTIONS = "add, show, rename, merge, alias, rhythm, rest, leave, back, quiet, order, remove"
WHICH = "Whom do you mean? Give a name: `tracejournal circle {action} {example}`."
EXAMPLES = {
    "add": "my supervisor",
    "rename": "Maria “my mentor”",
    "merge": "Sammy Sam",
    "alias": "Sam Sammy",
    "rhythm": "Sam 2 weeks",
    "order": "Sam up",
}
EXAMPLE = "Sam"
WHICH_PLACE = "Say up or down after the name, as in `circle order Sam up`."

EMPTY = "Your circle is empty. `tracejournal circle add NAME` puts someone in: “my supervisor” is as good as any name."
OUTSIDE = "Named in your journal: {names}. `tracejournal circle add NAME` takes someone in."
MORE = "{names} and {number} more"

ADDED = "In your circle now: {name}, {sort}."
ROLE_IS_ENOUGH = "A role is as good as a name, and tells less. `tracejournal circle rename {name} “my mentor”` changes it any time."
RENAMED = "Called {name} from now on. “{old}” still means the same person."
MERGED = "One person now: {name}. “{gone}” means them, too."
ASK_MERGE = "Let {gone} and {name} be one person, called {name}? All {count} under {gone} go along. What entries say stays as it is. There is no way back from here."
ALIASES = "{name} is also: {aliases}."
NO_ALIASES = "{name} has no other name now."
RHYTHM = "{name}: {rhythm}."
NO_RHYTHM = "{name} has no rhythm now."
AWAY = "{name}: {away}. `tracejournal circle back {typed}` ends it."
BACK = "{name} is back."
QUIET = "{name} is left out of suggestions and look-back from now on. `tracejournal circle quiet {typed} --off` takes that back."
LOUD = "{name} is in suggestions and look-back again."
MOVED = "{name} has another place now."
NOT_MOVED = "{name} stands there already."
REMOVED = "{name} is no longer in your circle. What you kept stays."

QUIET_MARK = "left out of suggestions and look-back"
LABELS = {
    "sort": "is",
    "role": "role",
    "aliases": "also called",
    "state": "now",
    "rhythm": "rhythm",
    "last": "last contact",
    "balance": "in a year",
    "well": "went well",
}
NO_MOMENTS = "nothing kept with them yet"
NEVER = "none yet"
PRESENT = "{condition} in {number} of {of}"
OF_WELL = "of those you rated {rating} or more that tell what helped"
OF_TELLING = "of those that tell what helped"
LATEST = "The last ones"
READ_ONE = "`tracejournal show ID` reads one."
