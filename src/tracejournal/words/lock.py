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
NO_SESSION = "It could not be unlocked for a while: {folder} is not a folder that only you can enter, or no process could be started. Your journal is locked, as it was."
