"""What is said when something cannot be done: what happened, then what to do."""

from __future__ import annotations

RATING = "{name} is a number from 0 to 10, not “{value}”."
MINUTES = "Minutes are a whole number from 0 to 1440, not “{value}”."
UNKNOWN_TERM = "There is no {what} called “{value}”. Choose one of: {choices}."
AMBIGUOUS_TERM = "“{value}” could be more than one {what}: {choices}. Type a little more."
DAY = "“{value}” is not a day I can read. Try 2026-11-23, today, yesterday or monday."
NO_SUCH_DAY = "There is no such day as {value}. Check the day and the month."
UNTIL_BEFORE = "{last} is before {first}. Give the last day after --until."
TIME = "“{value}” is not a time I can read. Try 08:15, 14.30 or 2pm."
UNKNOWN_ID = "No entry has an id that starts with “{value}”. `tracejournal list` shows the ids."
AMBIGUOUS_ID = "More than one entry has an id that starts with “{value}”. Type a little more of it."
BAD_ID = "“{value}” is not an id. `tracejournal list` shows the ids."
CHANGED_MEANWHILE = (
    "This entry was changed, moved or deleted elsewhere meanwhile, so it was left as it is there."
)
TERM_EMPTY = "It needs a name. Type what you call it."
TERM_TOO_LONG = "A name has {limit} characters at most. Put the rest into the words of an entry."
TERM_TAKEN = "There is a {what} called “{label}” already, perhaps a hidden one. Choose another name, or show that one."
TERM_UNMARKED = "Could others have seen it? Add --observable where they could, --felt where it is how it was for you."
UNKNOWN_PROMPT = "There is no prompt called “{value}”. `tracejournal prompts` lists them."
PROMPT_EMPTY = "A prompt needs a question. Type one after `prompts add`."
PROMPT_NOT_OWN = "“{value}” came with tracejournal, so it cannot be removed. It can be hidden."

NO_JOURNAL = (
    "There is no journal yet. Run `tracejournal`, or keep a first moment with `tracejournal log`."
)
FOLDER_UNWRITABLE = "The folder {path} cannot be written. Nothing was changed. Check who owns it, or set TRACEJOURNAL_HOME to another folder."
FILE_UNREADABLE = "The journal at {path} cannot be opened. Nothing was changed. Check who owns the file and its folder and that both can be read and written; `tracejournal doctor` tells more."
FILE_READ_ONLY = "The journal at {path} can be read, but not written: its disk or folder forbids it, or a newer tracejournal wrote it. Nothing was changed. `tracejournal doctor` tells which."
FILE_EMPTY = "The file {path} is empty, so it is not opened as a journal. Nothing was changed. `tracejournal restore` brings back a backup. To begin a new journal, move the file away."
FILE_FOREIGN = "The file {path} is not a tracejournal journal, so it is left as it is. Move it away, or set TRACEJOURNAL_HOME to another folder."
FILE_DAMAGED = "The file {path} is damaged, or is locked and what opens it is missing. Nothing was changed. Where the folder “lock” is in a copy, bring it back. Otherwise `tracejournal doctor --repair` saves all that can be read into a new file beside it, and `tracejournal restore` brings back a backup."
FILE_NEWER = "The journal at {path} was written by a newer tracejournal. Nothing was changed. Update tracejournal to write in it; `tracejournal list`, `show`, `search` and `export` read it meanwhile."
FILE_LINK = "{path} is a link to somewhere else. For your safety the journal is only opened where it really is. Nothing was changed. Put the file itself there, or set TRACEJOURNAL_HOME to its folder."
FILE_LEFTOVER = "The journal file {path} is missing, but parts of it are still beside it. Nothing was changed. Put the file back where it was before going on, or bring back a backup with `tracejournal restore`."
NOTED = "Where it happened is noted in {path}, without any of your words."
BUSY = "Another program is writing to the journal and did not finish. Nothing was lost. Try again in a moment."
PLACE_IS_FOLDER = "{path} is a folder. Add the name of a file to it."
PLACE_IS_OURS = (
    "{path} is in the folder of your journal, where nothing else belongs. Choose another folder."
)
PLACE_MISSING = "There is no folder {folder}. Choose one that is there."
FILE_FAILED = "{path} could not be written: {reason}."
DISK_FULL = "The disk is full, so this could not be done. All that was kept before is safe. Free some space and try again."
DISK_FAILED = "The disk refused to read or write, so this could not be done. Try again; if it stays so, look whether the disk has room and is still connected, and run `tracejournal doctor`."
STORE_FAILED = "The journal could not be read or written just now ({reason}). Nothing that was kept is lost. Try again; if it stays so, `tracejournal doctor` looks for the reason."

NO_BACKUP = "There is no new backup. {reason} Your journal and the earlier backups are untouched."
NO_ROOM = "The disk is full; free some space and try again."
NOT_ERASED = "Nothing was erased. {reason}"
ERASING_WAITS = "It is erased from the journal, but not from the backups yet. {reason} It is tried again when tracejournal opens the next time."
NOT_RESTORED = "Nothing was restored: {reason}. Your journal is as it was."
JOURNAL_GONE = "There is no journal at {path}, but there are backups of one, so no new one is begun. `tracejournal restore` brings one back. To begin anew, move {folder} away first."
BACKUP_NOT_SOUND = "It did not pass every check: the copy, or the journal it came from, is damaged."
BACKUP_EXISTS = "{path} is there already, so it is left as it is. Choose another name."
NOT_REMOVED = "{path} could not be removed: {reason}. The rest of the list is as it was; run this again once it can be."
BACKUP_IS_JOURNAL = "{path} is the journal itself. `tracejournal restore` lists its backups."
UNKNOWN_BACKUP = (
    "There is no backup or file called “{value}”. `tracejournal restore` lists the backups."
)
AMBIGUOUS_BACKUP = "More than one backup has “{value}” in its name. Type a little more of it."
OPEN_ELSEWHERE = "The journal is open in another window. Nothing was changed. Leave it there with ctrl+q, then try again."

CONFIG_SYNTAX = "The settings in {path} cannot be read: {reason} Mend that line, or move the file away to start fresh."
CONFIG_UNWRITABLE = "The settings in {path} could not be written: {reason}. They are as they were."
CONFIG_UNKNOWN = "{path}: there is no setting called “{name}”. The settings are: {choices}."
CONFIG_VALUE = "{path}: {name} cannot be “{value}”. {hint}"
CONFIG_HINTS = {
    "theme": 'Write the name of a theme in quotes, for example "dusk" or "dawn".',
    "day_starts_at": 'Write a time up to noon in quotes, for example "04:00".',
    "show_words": "Write true or false.",
    "motion": "Write true or false.",
    "roles": 'Write a list of "staff", "supervisor", "administrator", for example ["staff"]; [] is none.',
    "ratings": "Write true or false.",
    "identifier_hint": "Write true or false.",
    "region": 'Write the two letters of a country in quotes, for example "IE", or "EU".',
    "prompt_depth": 'Write "gentle" or "medium". Deep prompts are only ever chosen.',
    "prompts_after_hard_days": "Write true or false.",
    "lock_after": 'Write minutes from 1 to 1440, for example 10, or "never".',
    "keys": 'Write each as: command = "key".',
}
CONFIG_BY_HAND = "{path} is written in a way that only your own hand can change without harm, so it was left as it is. Open it in an editor and write: {line}"
CONFIG_OUT_BY_HAND = "{path} is written in a way that only your own hand can change without harm, so it was left as it is. Open it in an editor and take out the line of {name}."
CONFIG_UNWRITABLE = "The settings in {path} could not be written: {reason}. They are as they were. Check who owns the file and its folder, and that the disk has room."

EDITOR_MISSING = (
    "No editor could be started. Set EDITOR to the name of one, for example: export EDITOR=nano"
)
EDITOR_FAILED = "The editor “{name}” stopped with an error. Your words are still here."
INPUT_MISSING = "There is nothing to keep yet. Type the words after the command, or send them on standard input."
TOO_LONG = "These words are longer than {limit} characters, more than one entry can hold. Keep them in parts."

KEYMAP_COMMAND = (
    "Settings, keys: there is no command called “{name}”. The help (F1) lists the commands."
)
KEYMAP_KEY = "Settings, keys: “{key}” cannot be used for {name}. A terminal takes it for another key, or it is empty."
KEYMAP_CLASH = (
    "Settings, keys: “{key}” would do both {one} and {other}. Give one of them another key."
)
THEME_UNKNOWN = "Settings, theme: there is no theme called “{name}”. Choose one of: {choices}."
