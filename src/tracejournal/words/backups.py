"""What is said of backups, of going back to one, of erasing, and of where everything is."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date, datetime

_UNITS = ((10**9, "GB"), (10**6, "MB"), (10**3, "KB"))

# Making one.
MADE = "Copied and checked: {what}."
MADE_AT = "Copied and checked: {what}. Erasing an entry later does not reach this copy."

# Going back to one.
NO_BACKUPS = "There is no backup yet. The full screen makes them by itself, and so does `tracejournal backup`."
HOW_TO_RESTORE = "`tracejournal restore` and a part of a name goes back to that one, after asking."
ONE_TO_RESTORE = "One at a time: give a part of the name of one backup, or the path of one file."
NOW = "Now: {what}"
THEN = "Then: {what}, from {path}"
NOTHING_THERE = "no journal is there"
NOT_READABLE = "it cannot be read"
ASK_RESTORE = "Go back to it? What your journal holds now is kept."
RESTORED = "Your journal is as it was then: {what}."
ASIDE = "What it held before is kept in {path}."
BEFORE = "before a restore"

# Erasing.
LEFT_IN = "{path} could not be read, or is locked with an earlier passphrase, so erased words may still be in it. Remove it yourself to be sure."
WAITS = "Another program is reading the journal, so the last traces go when that is done: the next time tracejournal opens."

# Everything.
EVERYTHING_TITLE = "This removes your whole journal, for good:"
EVERYTHING_LEAVES = """\
It does not reach copies you or others made elsewhere: exports, backups on other
disks, synced folders, snapshots of this disk, and what a disk keeps of removed
files. Your settings stay in {config}; they hold none of your words.
If a court or your workplace has asked for these records to be kept, removing
them may not be yours to decide."""
EVERYTHING_WORD = "everything"
ASK_EVERYTHING = "To remove it all, type the word “{word}”: "
EVERYTHING_GONE = "Removed: your journal, its backups, and all else tracejournal wrote."
NOTHING_TO_REMOVE = "There is nothing to remove."
NO_IDS = "--everything stands by itself, without ids."

# Where is my data.
PLACES_TITLE = "Where is my data"
PLACES_FOOT = "esc back"
JOURNAL = "Journal"
BACKUPS = "Backups"
SETTINGS = "Settings"
STATE = "Logs"
NOT_THERE_YET = "not there yet"
NEWEST = "the newest of {when}, checked: {what}"
NO_BACKUP_YET = "none yet; the first one comes by itself"
UNFINISHED = "Unfinished words"
UNLOCKED = "not encrypted"
LOCKED = "locked"
LOCKED_AWAY = "its passphrase shows what it holds"
PARTLY_LOCKED = "{plain} of them not encrypted"
LOCK = "What opens the lock"
LOCK_HOLDS = "sealed files for your {ways}; once more beside the backups"
LETTERBOX = "Letterbox"
WITHOUT_WORDS = "holds none of your words"
STATES = {
    "private": "only you can read it",
    "shared": "others on this machine may read it",
    "unknown": "",
}
CLOSES = "`tracejournal doctor --repair` closes it"
NOT_LOCKED = "Nothing is sent anywhere. Nothing above is encrypted: whoever can use your account can read it."
IS_LOCKED = "Nothing is sent anywhere. What is locked opens with your passphrase or your recovery key alone; without both, nobody can open it again. Settings have no lock: they hold none of your words."
NOT_REACHED = "Erasing reaches the journal and the backups above. It does not reach exports, copies elsewhere, synced folders, snapshots of the disk, or what a disk keeps of removed files."
ENGINE_LOCKED = "The journal is a file of SQLCipher, with SQLite {version}. The folder of what opens it says how to read it without this program."
ENGINE = "The journal is a file of SQLite; SQLite {version} writes it here, and any program that knows SQLite can read it."
HOW_TO_LEAVE = "`tracejournal restore` goes back to a backup. `tracejournal delete --everything` removes all of it."


def holds(entries: int, newest_on: date | None) -> str:
    """Return what a journal or a backup holds: `204 entries, up to 23 Nov 2026`."""
    many = "1 entry" if entries == 1 else f"{entries:,} entries"
    return f"{many}, up to {day(newest_on)}" if newest_on else many


def day(on: date) -> str:
    """Return a day: `23 Nov 2026`."""
    return f"{on.day} {on:%b %Y}"


def moment(at: datetime) -> str:
    """Return when something was: `Mon 23 Nov 2026, 08:42`."""
    return f"{at:%a} {day(at)}, {at:%H:%M}"


def size(number: int) -> str:
    """Return a size as people read it: `184 KB`, `1.2 MB`."""
    unit, name = next((unit, name) for unit, name in _UNITS if number >= unit or name == "KB")
    return f"{number / unit:,.1f} {name}" if name != "KB" else f"{max(1, number // unit)} KB"


def copies(number: int) -> str:
    """Return how many backups there are: `3 copies`."""
    return "1 copy" if number == 1 else f"{number} copies"


def notes(waiting: int, aside: int) -> str:
    """Return what is in the letterbox: `2 notes wait, sealed`."""
    said = {0: "empty", 1: "1 note waits, sealed"}.get(waiting, f"{waiting} notes wait, sealed")
    could_not = (
        "1 could not be read and is kept"
        if aside == 1
        else f"{aside} could not be read and are kept"
    )
    return f"{said}; {could_not}" if aside else said


def about(*, is_locked: bool, engine: str) -> tuple[str, str]:
    """Return what is said under all the places: who can read them, and with which programs."""
    kept, read_by = (IS_LOCKED, ENGINE_LOCKED) if is_locked else (NOT_LOCKED, ENGINE)
    return f"{kept} {NOT_REACHED}", read_by.format(version=engine)
