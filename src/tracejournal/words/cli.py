"""What the command line says. The texts of its help stand in `words/cli_help.py`."""

from __future__ import annotations

# The commands, as `--help` groups them. Each one is a module of `cli/commands`.
GROUPS = (
    (
        "Keep",
        (
            ("log", "keep one moment of connection"),
            ("reflect", "answer today's prompt"),
            ("huddle", "set something heavy down, step by step"),
            ("check-in", "note energy, load and support right now"),
            ("loops", "what is to come back: concerns, promises, what you heard"),
            ("rest", "mark a day, or several, as rest or leave"),
        ),
    ),
    (
        "Look back",
        (
            ("today", "what is kept today, and the prompt of the day"),
            ("list", "the newest entries, or those you ask for"),
            ("search", "find words, @people and #tags"),
            ("show", "read whole entries"),
            ("look-back", "this day in other years, or something kind"),
            ("ask", "when you felt most supported, and what made it possible"),
            ("experiment", "try something in some weeks, and look at the end"),
            ("report", "a brief for supervision, line by line yours"),
        ),
    ),
    (
        "Change",
        (
            ("edit", "change what an entry says"),
            ("delete", "put entries in the trash for 30 days"),
            ("trash", "look into the trash, bring back, erase"),
            ("seal", "put entries out of sight until you unseal them"),
            ("unseal", "bring sealed entries back into sight"),
        ),
    ),
    (
        "Lean on someone",
        (
            ("circle", "those you would like to keep in touch with"),
            ("call", "people I can call, and lines that listen"),
            ("meetings", "planned meetings: held, moved, dropped, what survives"),
        ),
    ),
    (
        "Privacy",
        (
            ("lock", "lock your journal, lock it now, or remove the lock"),
            ("unlock", "with the passphrase or the recovery key, or for a while"),
            ("passphrase", "choose another passphrase"),
        ),
    ),
    (
        "Your journal",
        (
            ("prompts", "list prompts, write your own, let topics rest"),
            ("terms", "name kinds and conditions your way, hide some"),
            ("guided", "list guided reflections, take in your own"),
            ("export", "write everything as JSON"),
            ("doctor", "look whether all is well with your journal"),
            ("backup", "make a verified copy of your journal"),
            ("restore", "list backups, go back to one"),
            ("path", "where your journal is"),
            ("config", "your settings: what holds now, change one"),
        ),
    ),
)

# What was typed cannot be used.
UNKNOWN_COMMAND = "There is no command “{typed}”. `tracejournal --help` lists them all, and `tracejournal log` keeps words."
NEAREST_COMMAND = "There is no command “{typed}”. Did you mean `tracejournal {nearest}`?"
UNKNOWN_OPTION = "`{command}` has no option {typed}. `tracejournal {command} -h` lists what it knows; put -- before words that begin with a dash."
NEAREST_OPTION = "`{command}` has no option {typed}. Did you mean {nearest}?"
NEEDS_VALUE = "{option} needs a value after it. `tracejournal {command} -h` tells more."
TAKES_NO_VALUE = "{option} stands by itself, without a value."
TAKES_NO_WORDS = "`{command}` takes no words, so “{typed}” is one too many. `tracejournal {command} -h` tells more."
WHICH_ENTRY = "Which one? Give the start of an id, or last. `tracejournal list` shows the ids."
WHICH_TRASHED = "Which one? Give the start of an id, or last. `tracejournal trash` shows the ids."
WHAT_TO_FIND = "What are you looking for? Type words, @name, #tag or a filter after `search`."
NOT_A_COUNT = "-n takes a whole number, not “{value}”. 0 shows all."
NO_SUCH_ACTION = "`{command}` can do this: {actions}. It does not know “{typed}”."
WHICH_PROMPT = "Which prompt? Give its id. `tracejournal prompts` lists them."
IS_FOLDER = "{path} is a folder. Give the name of a file in it."
ONLY_JSON = "An export is written as json. “{value}” is not known yet."

# Asking.
ASK_MOMENT = "What would you like to keep? One line, then Enter."
ASK_PROMPT = "Which question would you like to be asked? One line, then Enter."
ASK_REFLECTION = "Write below. An empty line ends it."
ASK_NOTE = "How is it right now?"
ASK_ENERGY = "Energy right now, 0-10"
ASK_LOAD = "Load today, 0-10"
ASK_SUPPORTED = "How supported it feels, 0-10"
SKIP = "Enter skips a question."
ASK_ON_TOP = "This entry was changed elsewhere meanwhile. Put your change on top? What it says now stays among its earlier versions."
ASK_ERASE = "Erase {what} for good? There is no way back from this."
ASK_REPLACE = "{path} is there already. Write over it?"
YES_OR_NO = " [y/N] "
YES = ("y", "yes")
NEEDS_YES = "This asks first, and there is no one to ask. Add --yes to go on without asking."
CURSOR = "> "

# Done.
KEPT = "Kept."
CHANGED = "Changed."
NOTHING_KEPT = "Nothing was kept, and that is fine."
NOTHING_CHANGED = "Nothing was changed."
CAME_BACK_EMPTY = "The words came back empty, so nothing was changed. `tracejournal delete {id}` puts an entry in the trash."
CLEANED = "Control characters in these words were left out."
WITH_DEFAULTS = "The usual settings are used for now."
WORDS_ARE_IN = "Your words were not kept, so they are in {path} for now."
DELETED = "In the trash for {days} days: {what}. `tracejournal trash restore {ids}` brings it back."
ALREADY_DELETED = "In the trash already: {what}."
RESTORED = "Put back where it was: {what}."
ERASED = "Erased: {what}. The backups beside your journal lose it, too; copies made elsewhere are out of reach."
SEALED = "Sealed, and out of sight: {what}. `tracejournal unseal {ids}` brings it back."
UNSEALED = "Back in sight: {what}."
EXPORTED = "{count} written to {path}."
LEFT_OUT = "Sealed entries and the trash stay out of it."

# Entries that cannot be had this way.
IS_SEALED = "{id} is sealed. `tracejournal unseal {id}` brings it back into sight."
IS_IN_TRASH = "{id} is in the trash. `tracejournal trash restore {id}` brings it back."
NOT_IN_TRASH = "{id} is not in the trash. `tracejournal delete {id}` puts it there."
NOT_SEALED = "{id} is not sealed."
NOTHING_IS_LAST = "There is nothing that last could mean."
HAS_NO_FIELD = "A {type} has no place for {option}."
SEVERAL_ANSWERS = "This reflection has several answers. Run `tracejournal edit {id}` in a terminal to change them in your editor."

# Looking.
NOTHING_FOUND = "Nothing found."
NOTHING_LISTED = "No entries yet."
NOTHING_IN_TRASH = "The trash is empty."
NOTHING_SEALED = "Nothing is sealed."
MORE_THERE = "There are more. `-n 0` shows all."
TODAY_IS_OPEN = "today is open"
TODAY_COUNT = "{counts} today"
PROMPT_INVITES = "`tracejournal reflect` opens it."
PROMPT_ANSWERED = "answered today"
NO_PROMPT = "There is no prompt to offer. `tracejournal prompts` lists them all."
DEEP_PROMPT = (
    "This one goes deep. Take your time, or let it be: `tracejournal reflect` offers a gentler one."
)
PROMPT_ADDED = "Added: {id}."
PROMPT_HIDDEN = "Hidden: {id}. `tracejournal prompts show {id}` brings it back."
PROMPT_SHOWN = "Shown again: {id}."
PROMPT_REMOVED = "Removed: {id}. What you answered to it stays."
TERM_ACTIONS = "add kind NAME, add condition NAME, rename, hide, show"
WHICH_TERM = "Say kind or condition, then which one: `terms hide kind laughter`. `terms` alone lists them all."
TERM_ADDED = "Added: {key}, “{label}”."
TERM_RENAMED = "{key} is called “{label}” now. What was kept with it stays."
TERM_HIDDEN = "Hidden: {key}. It is offered no longer, and read where it was kept."
TERM_SHOWN = "Shown again: {key}."
OBSERVABLE = "observable"
FELT = "felt"
OWN = "own"
HIDDEN = "hidden"

# Drafts.
DRAFT_WAITS = (
    "You began an answer to this earlier. `tracejournal reflect --prompt {id} --editor` opens it."
)
DRAFT_KEPT = "Your words wait as a draft. `tracejournal reflect --prompt {id} --editor` opens it."

WORDS_WAIT = "Your words wait as a draft. `tracejournal` offers them when it opens."

# The house.
STOPPED = "Stopped."
UNEXPECTED = "Something went wrong inside tracejournal ({kind}). What was kept before is safe."
OUTPUT_FAILED = "The output could not be written: {reason}."
OUTPUT_CLOSED = "There is nowhere to write the output to: standard output is closed."
NEEDS_TERMINAL = (
    "The full screen needs a terminal. `tracejournal --help` lists what works without one."
)
NO_FILE_YET = "There is no journal there yet."
NO_CONFIG_YET = "There is no such file yet. These are the settings that hold without it."
WHAT_TO_SET = "Which setting, and what? For example: `tracejournal config set theme dawn`. `tracejournal config` lists them."
WHAT_TO_UNSET = "Which setting? Give its name. `tracejournal config` lists them."
SETTING_SET = "Set: {name} = {value}. `tracejournal config unset {name}` makes it as it came."
SETTING_UNSET = "As it came: {name}."
SETTING_NOT_THERE = "As it came already: {name} is not in the file."
VERSION = "tracejournal {version}"

TYPES = {
    "moment": ("moment", "moments"),
    "reflection": ("reflection", "reflections"),
    "check-in": ("check-in", "check-ins"),
}
ENTRIES = ("entry", "entries")

# Labels beside what an entry says.
WHO = "who"
WITH = "with"
TAGS = "tags"
SUPPORTED = "supported"
ENERGY = "energy"
LOAD = "load"
MINUTES = "minutes"
SUPPORT = "support"
FIT = "it was"
OCCASION = "occasion"
HELPED = "what helped"
MISSING = "was missing"
SOURCE = "from"
MEETING = "meeting"
OF_TEN = "{number} of 10"
NO_WORDS = "no words"
ON_DAY = "on {day}"
TRASH_MARK = "in the trash"
