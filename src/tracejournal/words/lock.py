"""What is said about the lock: what happened, and what to do."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

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
NO_TEXT = "This passphrase holds bytes that are no text, so no keyboard could type it again. Use letters, digits, signs and spaces of any language."
TOO_MUCH_WORK = "What the passphrase opens asks for more work than this machine can do in half a minute: it was sealed on a much faster one, or changed by someone. Nothing was changed. The recovery key opens the lock at once, on any machine."
LOCK_DAMAGED = "A file of the lock is damaged, so this could not be sealed. `tracejournal unlock` makes it again."
NOT_EXCHANGED = "The lock was not changed: {reason}. Your journal is as it was."
NOT_FINISHED = "The journal is open and whole. Something beside it could not be tidied up: {reason}. It is tried again at the next unlocking."
LOCKED_ALREADY = "The journal is locked already. `tracejournal passphrase` changes what opens it."
NOT_LOCKED = "The journal is not locked. `tracejournal lock` locks it."
NO_SEALING = "Locking is not possible on this machine: the library that seals the key, pyrage, is not there for it. Nothing was changed. Your journal stays readable for whoever can read your files; an encrypted disk protects it."
NO_SESSION = "It could not be unlocked for a while: {folder} is not a folder that only you can enter, or no process could be started. Your journal is locked, as it was."

KEYRING_MISSING = "The keyring needs one more package: install `keyring` where tracejournal is, for example with `pip install keyring`. A passphrase opens a lock without it."
KEYRING_REFUSED = "The keyring of this computer is locked, or there is none. A passphrase opens a lock without it."
KEYRING_STALE = "The keyring does not have what opens this lock any more. The passphrase still does. `tracejournal lock --keyring` puts it there anew."
KEYRING_ADDED = "From now on whoever is logged in as you opens the journal without being asked: the lock is silent here. The passphrase and the recovery key still open it, too. `tracejournal lock --no-keyring` takes this back."
KEYRING_NOT_USED = "The keyring does not open this journal, so there was nothing to take back."
KEYRING_REMOVED = "The keyring opens the lock no more. The passphrase and the recovery key do."

# Backups.
COPY_LOCKED = "{path} is locked with an earlier passphrase. Nothing was changed. `tracejournal restore` asks for the passphrase of that time."
LOCKED_THEN = "locked, with the passphrase of its time"
OPENS_ANOTHER_COPY = "This passphrase opens other copies, not this one. Nothing was changed."
ASK_COPY = "This copy is locked. The passphrase of its time, or its recovery key: "
MADE_LOCKED = "It is locked like your journal. What opens it is in {folder}: keep the two together."

# Beside the journal.
NOT_SEALED = "{path} could not be sealed, so it is as it was."
NOT_WRITTEN = "{path}, which belongs to the lock, could not be written: {reason}. What opens your journal is as it was, and this is tried again at the next unlocking."
SEALED_WHOLE = "{path}: a damaged copy, or one of another program. It is sealed as it was, and opens with your journal alone."
STAYS_PLAIN = "{path} could not be locked just now, so whoever can read your files can read it. It is tried again each time you unlock."
STAYS_OUTSIDE = "{path} holds words outside of the journal: an editor has them open, or they could not be kept once. They are not locked."
UNREACHABLE = "The lock does not reach:"
OUT_OF_REACH = (
    "exports, briefs and reports you have written to files",
    "backups you have put elsewhere, and copies others hold",
    "synced and cloud folders, and the earlier versions they keep",
    "snapshots and backups of the whole disk",
    "what the disk keeps of files that were removed or written over",
    "swap and hibernation, where this disk is not encrypted",
    "the history of your shell, with what you typed after a command",
)
"""What is readable without the lock, and out of the program's reach: nothing there is known to it."""

READ_ME = """\
What opens your locked journal
==============================

This folder is as important as the journal itself. It is kept twice: in "lock"
beside journal.db, and in "lock" beside your backups. Keep one with every copy
of the journal. Nobody can read it without your passphrase or recovery key.

NAME-passphrase.age  holds the key of the journal; your passphrase opens it.
NAME-recovery.age    holds the same key; your recovery key opens it.
NAME-keyring.age     holds the same key; this computer's keyring opens it.
letterbox.pub        whom notes for the locked journal are sealed to. No secret.

To read everything without tracejournal
---------------------------------------

1. Any age program (https://age-encryption.org) opens one of the files:

     age -d NAME-passphrase.age
     age -d -i FILE NAME-recovery.age

   FILE holds your recovery key: on one line, without spaces, in capitals.

   It shows the key of the journal: 64 letters and digits. Where there is more
   than one NAME, the others belong to backups of an earlier lock.

2. Any program that reads SQLCipher 4 opens journal.db, and each backup, with it:

     sqlcipher journal.db
     PRAGMA key = "x'THE KEY'";
     SELECT happened_on, text FROM entries;

   Other programs ask for a raw key, cipher "SQLCipher 4".

3. A backup whose name ends in .age was damaged before it was locked, and is
   sealed as it was. What opens it stands in the journal itself:

     SELECT identity FROM letterbox_identities;

The key and the recovery key open everything. Put neither into a message, and
remove what you wrote them to.
"""
"""In each of the two folders, for the day this program is not at hand."""


def left_readable(
    sealed: Sequence[str], plain: Sequence[str], edited: Sequence[str]
) -> tuple[str, ...]:
    """Return a sentence for each thing that locking found beside the journal: see `LockedCopies`."""
    return (
        *(SEALED_WHOLE.format(path=path) for path in sealed),
        *(STAYS_PLAIN.format(path=path) for path in plain),
        *(STAYS_OUTSIDE.format(path=path) for path in edited),
    )


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
