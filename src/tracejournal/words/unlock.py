"""Words of the screen that stands before a locked journal, and of what comes after it."""

from __future__ import annotations

TITLE = "Passphrase"
ABOUT = "Your journal is locked. Its passphrase opens it."
KEYS = "enter opens it"

RECOVERY_TITLE = "Recovery key"
RECOVERY = (
    "The key you wrote down opens it, too. It begins with AGE-SECRET-KEY-1 and is shown as you"
    " type; spaces and small letters do no harm."
)
RECOVERY_KEYS = "enter opens it · esc back to the passphrase"

NEW_TITLE = "New passphrase"
NEW = (
    "The recovery key opened it. If the passphrase is lost, choose another one now; the recovery"
    " key stays as it is. A few words that nobody would guess make a good one."
)
NEW_KEYS = "enter goes on · esc keeps the one before"

AGAIN_TITLE = "Once more"
AGAIN = "Type it once more. A slip nobody saw would lock you out."
AGAIN_KEYS = "enter sets it · esc keeps the one before"

OPENING = "Opening it. This takes about a second, so that guessing takes for ever."
SETTING = "Setting it. This takes about two seconds."
DIFFERENT = "The two were not alike. Type the new one again, then once more."
PASSPHRASE_SET = "The new passphrase opens the journal from now on."

LOCK_GONE = "The lock was removed in another window, so any passphrase opened this one."

HOW_TO_LOCK = "This journal has no lock yet. f9 shows how to set one up, and so does `tracejournal lock --help`."


def waiting(count: int) -> str:
    """Return what is said of notes that wait; "" of none."""
    if not count:
        return ""
    return "1 note waits." if count == 1 else f"{count} notes wait."


def aside(count: int, folder: str) -> str:
    """Return what is said of notes that could not be read; 1 or more."""
    if count == 1:
        return f"1 note could not be read. It is kept as it is in {folder}."
    return f"{count} notes could not be read. They are kept as they are in {folder}."
