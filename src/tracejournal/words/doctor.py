"""What `tracejournal doctor` says: what was found, then what to do.

What is found names no path and no person, since it may be shown to whoever helps.
"""

from __future__ import annotations

CHECKS = {
    "file": "The file",
    "permissions": "Who can read it",
    "engine": "The engine",
    "integrity": "Every page",
    "order": "What belongs together",
    "search": "Search",
    "days": "Days",
    "schema": "Version",
    "lock": "The lock",
    "letterbox": "The letterbox",
    "unlocked": "What is not locked",
    "place": "The place",
    "space": "Room on the disk",
    "leftovers": "Leftovers",
    "backups": "Backups",
    "config": "Settings",
    "terminal": "Terminal",
}
VERDICTS = {"fine": "fine", "note": "worth knowing", "act": "needs doing"}

JOURNAL_AT = "The journal: {path}"
ALL_FINE = "All is well."
TO_DO = "To do: {count}. Nothing was changed."
TO_DO_REPAIRED = "To do: {count}."

# The file.
FILE_FINE = "It is there, and it is a journal ({size})."
NO_FILE = "There is no journal yet."
NO_FILE_ADVICE = "`tracejournal` begins one. If there was one before, look at `tracejournal restore` first, and whether TRACEJOURNAL_HOME is set."
NOT_WRITABLE = "The journal, its folder or its disk cannot be written, so it does not open. Nothing was changed, and nothing is lost by that."
NOT_WRITABLE_ADVICE = "Check who owns them and whether the disk is write-protected. To read it meanwhile, copy the file to a folder you can write, and set TRACEJOURNAL_HOME there (it belongs into its folder “data”)."
WAL_UNREADABLE = "The file with the latest changes beside the journal (-wal) cannot be read. The journal opens, but what was kept last can be missing."
WAL_ADVICE = "Make a copy of the -wal file before going on: the next thing you keep writes over it. Then look whether your latest entries are there."

# Who can read it.
PRIVATE = "Only you can read the journal and its folder."
NOT_PRIVATE = "Other people on this machine may read the journal or its folder."
NOT_PRIVATE_ADVICE = "`tracejournal doctor --repair` closes both to everyone but you."
MADE_PRIVATE = "Others could read the journal or its folder. Now only you can."
NOT_YOURS = "The journal or its folder belongs to somebody else on this machine."
NOT_YOURS_ADVICE = "Ask whoever looks after this machine to give both to you, or set TRACEJOURNAL_HOME to a folder of yours."

# The engine.
ENGINE_FINE = "tracejournal {version}, with SQLite {engine}, which is sound."
ENGINE_OLD = "tracejournal {version}, with SQLite {engine}, lacks what keeps a journal safe."
ENGINE_ADVICE = "Install tracejournal again: it brings its own SQLite ({least} or later)."

# Every page.
WHOLE = "Every page can be read, and every index agrees with it."
DAMAGED = "Parts of the file are damaged. Nothing was changed."
DAMAGED_ADVICE = "`tracejournal doctor --repair` saves all that can be read into a new file and leaves this one as it is. `tracejournal restore` brings back a backup."
SALVAGED = "Parts of the file are damaged. Saved into a new journal: {whole} entries as they were, {part} in part, and with them {others} other rows (people, tags, drafts, earlier words). Lost: {lost} entries at least. Pages that held nothing readable: {dark}. The damaged file was not changed."
SALVAGED_ADVICE = "`tracejournal restore {path}` makes the new journal yours. Keep the damaged file until you have looked through it."
NOTHING_SAVED = (
    "The file is damaged, and nothing in it can be read as a journal. It was not changed."
)
NOTHING_SAVED_ADVICE = (
    "`tracejournal restore` lists your backups. Keep the damaged file until one of them is back."
)
NOT_SAVED = (
    "Parts of the file are damaged, and what can be read could not be saved beside it. {reason}"
)
NOT_LOOKED = "The file cannot be looked through. {reason}"

# The lock.
FILE_LOCKED = "It is there, and it is locked ({size})."
NOT_UNLOCKED = "The journal is locked, so nothing in it was looked at."
NOT_UNLOCKED_ADVICE = "Give the passphrase when it is asked for, and everything is looked at."
OTHER_KEY = "The file does not open, and nothing in it looks like a journal with what opens the lock. It belongs to another lock, or nearly all of it is damaged. It was not changed."
OTHER_KEY_ADVICE = "`tracejournal restore` lists your backups. If one opens, restore it: the file is put aside as it is. If none does, look for the folder “lock” this journal had, in a copy of it."
SALVAGED_LOCKED = "The new journal is locked like the damaged one."
WAYS = {"passphrase": "passphrase", "recovery": "recovery key", "keyring": "keyring"}
LOCK_FINE = "What opens the journal is there, twice: {ways}."
NO_WAY = "What opens the journal with the {ways} is gone from both of its places."
NO_WAY_ADVICE = "Bring the folder “lock” back from a copy of it. While the journal still opens in another way, `tracejournal lock` makes everything new."
LOCK_WITHOUT_USE = "The journal is not locked, but what opens a lock lies beside it. Locking was interrupted, or another file was put in place of your journal."
LOCK_WITHOUT_USE_ADVICE = "If your entries are there, `tracejournal lock` locks it. If they are not, `tracejournal restore` lists your backups."
UNEQUAL = "What opens the journal is kept in two places, and they differ. One of them opens it."
UNLOCK_ADVICE = "`tracejournal unlock` puts it right, and so does `tracejournal doctor --repair` with your passphrase."
NOT_OUR_LETTERBOX = "What tells whom notes are sealed to is missing, or differs from the journal. Notes that wait may not open."
NOTES_WAIT = "Notes that wait for the journal to be opened: {count}."
NOTES_WAIT_ADVICE = "They are taken in when you next unlock it."
NOTES_ASIDE = "Notes that could not be opened, and were set aside as they are: {count}."
NOTES_ASIDE_ADVICE = "They are in {folder}, beside the journal."
LETTERBOX_FINE = "No note waits, and none was set aside."
ALL_LOCKED = "Nothing that tracejournal made beside the journal can be read without the lock."
PLAIN_BESIDE = "Something beside the journal can be read without its lock: a backup, or what an interrupted run left."

# What follows from the entries.
TIED = "All that is there belongs to an entry that is there."
LOOSE = "Some names, answers or earlier words belong to entries that are gone, as when another program changed the journal. They do no harm."
SEARCH_FINE = "The search index holds the words of your entries."
SEARCH_OFF = (
    "The search index differs from the entries, so that search may miss some. No words are lost."
)
DAYS_FINE = "The summary by day counts what is there."
DAYS_OFF = "The summary by day differs from the entries, so that the calendar may show wrong counts. No words are lost."
REBUILD_ADVICE = "`tracejournal doctor --repair` makes it again from the entries. If no other program changed the journal, the disk may be failing: keep a backup elsewhere."
SEARCH_REBUILT = "The search index differed from the entries. It was made again from them."
DAYS_REBUILT = "The summary by day differed from the entries. It was made again from them."
NOT_REBUILT = "It differs from the entries and could not be made again. No words are lost."
NOT_CHECKED = "This could not be looked at just now. {reason}"

# Version.
SCHEMA_FINE = "The journal is of the version that this tracejournal writes."
SCHEMA_OLDER = (
    "An earlier tracejournal wrote the journal. It is brought up to date when it is next opened."
)
SCHEMA_NEWER = (
    "A newer tracejournal wrote the journal. This one reads it, and writes nothing in it."
)
SCHEMA_ADVICE = "Update tracejournal."

# The place.
PLACE_FINE = "The journal is on a disk of this machine, outside folders that a service copies."
PLACE_CLOUD = "The journal is in a folder that {name} copies. A service copies a file while it is being written, and brings back older copies, so entries can be lost. tracejournal writes more carefully there (without a -wal file), which lessens that and cannot rule it out."
PLACE_CLOUD_ADVICE = "Move the journal out of that folder (TRACEJOURNAL_HOME says where it is), and let only backups be copied."
PLACE_NETWORK = "The journal is on another machine's disk ({name}). Two machines that write at once can damage it. tracejournal writes more carefully there (without a -wal file), which is safe for one machine at a time."
PLACE_NETWORK_ADVICE = (
    "Set TRACEJOURNAL_HOME to a folder on this machine, or write from one machine alone."
)

# Room.
SPACE_FINE = "{free} are free."
SPACE_SCARCE = "{free} are free: enough to keep words, but not for a copy of the journal."
SPACE_NONE = "Only {free} are free, so keeping words may soon fail. What is kept is safe."
SPACE_ADVICE = "Free some space on that disk."

# Leftovers.
LEFTOVERS_NONE = "There are none."
LEFTOVERS = (
    "{count} unfinished files of an interrupted run are beside the journal. They do no harm."
)
LEFTOVERS_ADVICE = "`tracejournal doctor --repair` removes them."
LEFTOVERS_GONE = "{count} unfinished files of an interrupted run were removed."

# Backups.
BACKUPS_FINE = "{count} copies, the newest of {day}. Each passed every check just now."
BACKUP_FINE = "One copy, of {day}. It passed every check just now."
BACKUPS_NONE = "There is none yet."
BACKUPS_NONE_ADVICE = (
    "The full screen makes them by itself. `tracejournal backup` makes one now, "
    "and with --to PLACE one on another disk."
)
BACKUPS_UNSOUND = "Of {count} copies these can no longer be used: {unsound}. They were whole when they were made, so the disk may be failing."
BACKUPS_LOCKED = "Copies: {count}, the newest of {day}. Locked with another key, so not looked at: {locked}. All others passed every check just now."
BACKUPS_LOCKED_ADVICE = (
    "They open with the passphrase of their time: `tracejournal restore` asks for it."
)
BACKUPS_UNSOUND_ADVICE = "`tracejournal backup --to PLACE` makes a copy on another disk. Remove the ones named here when you have it."

# Settings.
CONFIG_FINE = "They can be used."
CONFIG_NONE = "There is no file, so the usual ones hold."
CONFIG_OFF = "They cannot be used as they are."

# Terminal.
TERMINAL_FINE = "UTF-8, {columns} columns by {lines} lines, {colours} colours."
TERMINAL_ELSEWHERE = "The output goes elsewhere, so no terminal was looked at."
TERMINAL_DUMB = (
    "TERM is missing or says “dumb”, so the full screen cannot be shown. Every command works."
)
TERMINAL_DUMB_ADVICE = "Use another terminal, or set TERM to what it is, such as xterm-256color."
TERMINAL_NOT_UTF8 = "The terminal does not say that it speaks UTF-8, so letters beyond English may look wrong. What is kept is right."
TERMINAL_NOT_UTF8_ADVICE = "Set LANG, for example: export LANG=C.UTF-8"
TERMINAL_SMALL = (
    "The terminal has {columns} columns by {lines} lines. The full screen wants 60 by 16."
)
TERMINAL_SMALL_ADVICE = "Make the window larger, or the letters smaller."
MANY_COLOURS = "16 million"

CUT = " […]"
LOST_MEETING = "a meeting whose name is lost"
"""Follows words whose end could not be read."""
INDEXED = "[what the search index held of these words] {words}"
RESCUED = "journal-rescued-{day}{again}.db"
"""The name of what was saved from a damaged journal, beside it."""
