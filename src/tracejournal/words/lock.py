"""What is said about the lock: what happened, and what to do."""

from __future__ import annotations

LOCKED = "The journal is locked. `tracejournal unlock` opens it."
LOCKED_OR_DAMAGED = "The file {path} does not open with this key: it belongs to another lock, or it is damaged. The two look alike from outside. If a backup opens (`tracejournal restore`), the file is damaged; if none does, it is the key. Nothing was changed."
WRONG_PASSPHRASE = "This passphrase does not open the lock. Look at Caps Lock and the keyboard's language, and try again. If you are sure of it, what opens the lock may be damaged: the recovery key opens it, too."
WRONG_RECOVERY = "This recovery key does not open the lock: it belongs to another lock, or what it opens is damaged. Nothing was changed."
NOT_A_RECOVERY_KEY = "This is not a recovery key, or a letter of it is off. It begins with AGE-SECRET-KEY-1. Spaces, line breaks and small letters do no harm."
WAYS = {"passphrase": "passphrase", "recovery": "recovery key", "keyring": "keyring"}
NO_SLOT = "There is nothing here that opens the journal with a {what}. What opens it is kept in {folder}, and once more in {spare}: bring one of them back from a copy."
SLOT_DAMAGED = "{path}, which opens the lock, is damaged. The other ways to open it still work: `tracejournal unlock` tries them."
EMPTY_PASSPHRASE = (
    "A passphrase has at least one character. A few words that nobody would guess make a good one."
)
LOCK_DAMAGED = "A file of the lock is damaged, so this could not be sealed. `tracejournal unlock` makes it again."
NOT_EXCHANGED = "The lock was not changed: {reason}. Your journal is as it was."
LOCKED_ALREADY = "The journal is locked already. `tracejournal passphrase` changes what opens it."
NOT_LOCKED = "The journal is not locked. `tracejournal lock` locks it."
NO_SEALING = "Locking is not possible on this machine: the library that seals the key, pyrage, is not there for it. Nothing was changed. Your journal stays readable for whoever can read your files; an encrypted disk protects it."

# The letterbox.
IN_LETTERBOX = "Kept in the letterbox. It joins the journal when you unlock it."
DRAFT_IN_LETTERBOX = "Your words wait in the letterbox as a draft. It is offered when the journal is unlocked and opens."
ANSWERED = "It answers the question: {question}"
TYPED_WAITS = "“{typed}” is looked up among your own terms when you unlock the journal. What is not there stays among the words."
NEEDS_OPEN_FOR_JSON = "The journal is locked, so there is no entry to print as JSON yet. Leave --json out and it is kept in the letterbox, or run `tracejournal unlock` first."
ONLY_THE_DECK = "The journal is locked, so prompts of your own cannot be looked up, and none that comes along is called “{value}”. Leave --prompt out, or run `tracejournal unlock` first."
ONLY_GUIDES_THAT_COME = "The journal is locked, so guided reflections of your own cannot be looked up, and none that comes along is called “{value}”. `tracejournal unlock` opens the journal."
LETTERBOX_SHUT = "The journal is locked, and what notes for it are sealed with is missing or damaged. `tracejournal unlock` makes it again."
NO_SEALING_NOTES = "The journal is locked, and no note can be sealed for it: pyrage, the library that does it, is not there on this machine."
NOT_DROPPED = "The journal is locked, and its letterbox {path} cannot be written: {reason}."
NOTE_TOO_LARGE = "This is more than one note for a locked journal can hold. Keep it in parts, or run `tracejournal unlock` first."
WORDS_ARE_SEALED = "Your words were not kept as an entry. They wait in the letterbox as a draft, which is offered when the journal is unlocked and opens."
TAKEN_IN = ("1 note joined the journal.", "{count:,} notes joined the journal.")
SET_ASIDE = "A note in the letterbox could not be read: it is damaged, or was sealed to another journal. It is kept as {path}, and joins the journal once it can be read."
AS_TYPED = {
    "kind": "kind: {typed}",
    "present": "what helped: {typed}",
    "missing": "was missing: {typed}",
}


def waits(count: int) -> str:
    """Return what a status bar says of a locked journal: `locked · 2 notes wait`."""
    if not count:
        return "locked"
    return f"locked · {count:,} note waits" if count == 1 else f"locked · {count:,} notes wait"


def taken_in(count: int) -> str:
    """Return what is said once notes were taken in."""
    return TAKEN_IN[count != 1].format(count=count)
