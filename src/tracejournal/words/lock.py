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
LOCK_DAMAGED = "A file of the lock is damaged, so this could not be sealed. `tracejournal unlock` makes it again."
NOT_EXCHANGED = "The lock was not changed: {reason}. Your journal is as it was."
LOCKED_ALREADY = "The journal is locked already. `tracejournal passphrase` changes what opens it."
NOT_LOCKED = "The journal is not locked. `tracejournal lock` locks it."
NO_SEALING = "Locking is not possible on this machine: the library that seals the key, pyrage, is not there for it. Nothing was changed. Your journal stays readable for whoever can read your files; an encrypted disk protects it."

# Backups.
COPY_LOCKED = "{path} is locked with an earlier passphrase. Nothing was changed. `tracejournal restore` asks for the passphrase of that time."
LOCKED_THEN = "locked with an earlier passphrase"
ASK_COPY = "This copy is locked with an earlier passphrase. The passphrase of that time, or its recovery key: "
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
     age -d -i FILE NAME-recovery.age     FILE holds your recovery key, a line

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
