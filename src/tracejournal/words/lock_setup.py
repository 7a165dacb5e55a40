"""What is said while a lock is set up, changed or removed in the full screen."""

from __future__ import annotations

from tracejournal.words.lock import OUT_OF_REACH, UNREACHABLE

# Why, and at what price.
WHY_TITLE = "A lock for your journal"
WHY_KEYS = "enter choose a passphrase · esc leave it as it is"
WHY = (
    (
        "What it does",
        "Nobody can read your journal, or its backups, without your passphrase. That holds for whoever has this disk, too.",
    ),
    (
        "How it feels",
        "You type the passphrase when you open it. `tracejournal log` keeps a line without: it waits, sealed, until you unlock.",
    ),
    (
        "What it does not",
        "It does not keep out someone who uses this account while it is unlocked, nor a program that spies on this machine. Copies made elsewhere, such as exports, stay as they are.",
    ),
    (
        "What it asks",
        "Nobody can open it for you. If the passphrase is forgotten and the recovery key of the next steps is lost, your words are gone for good.",
    ),
)

IMPOSSIBLE_TITLE = "No lock on this machine"
READ_KEYS = "enter or esc back"

# The passphrase.
PASSPHRASE_TITLE = "Your passphrase"
PASSPHRASE_KEYS = "enter go on · ^t show what is typed · esc leave it as it is"
PASSPHRASE = "The new passphrase"
ONCE_MORE = "Once more"
PASSPHRASE_HINT = (
    "Four or five words that nobody would put together make a good one. Spaces and capitals count."
)
EMPTY = "A passphrase has at least one character."
OTHER_KEYBOARDS = "It has letters that some keyboards lack."
DIFFER = "The two are not the same. Type it once more here, or shift+tab and type the first one again; ^t shows both."

# The recovery key.
RECOVERY_TITLE = "Your recovery key"
RECOVERY_KEYS = "enter I have it on paper · esc leave it as it is"
RECOVERY = (
    (
        "",
        "It opens your journal if the passphrase is ever forgotten. Write it down now, all of it: it is shown this once and kept nowhere.",
    ),
    (
        "",
        "Keep the paper where you keep your documents, not beside this machine. Whoever has it can read your journal.",
    ),
    ("", "There is no letter O, I or B after the first line: 0 is a zero. Capitals do not matter."),
)
RECOVERY_MISSED = (
    (
        "",
        "That was not its last group. Nothing is done yet. Here it is again: compare it with your paper.",
    ),
    *RECOVERY[1:],
)
CHECK_TITLE = "Is it on paper?"
CHECK_KEYS = "enter go on · shift+tab see the key again · esc leave it"
CHECK = "Type the last group of the recovery key, from your paper."
CHECK_HINT = "Small letters do no harm. Nothing is done before this is right."

# While it is done.
WORKING_TITLE = "A moment"
LOCKING = (
    "Locking: your journal is written anew, checked, and put in place of the one before. A large one takes some seconds.",
    "Whatever happens meanwhile, there is one whole journal, and you can open it.",
)
CHANGING = ("What opens the lock is written, and read back.",)
REMOVING = (
    "Unlocking for good: your journal is written anew, checked, and put in place of the locked one. A large one takes some seconds.",
    "Whatever happens meanwhile, there is one whole journal, and you can open it.",
)

# Done.
DONE_KEYS = "enter done"
LOCKED_TITLE = "Your journal is locked"
LOCKED = (
    (
        "Done",
        "Your journal was written anew, checked, and locked. It stays open here until you leave, or lock it with ctrl+l. Settings, f9, changes or removes the lock.",
    ),
)
LOCKED_ANEW = (
    (
        "Done",
        "The new passphrase and the new recovery key open your journal. It stays open here until you leave, or lock it with ctrl+l.",
    ),
    (
        "Of before",
        "Backups from before open with the passphrase or the paper of their time: keep those as long as you keep them.",
    ),
)
PAPER_VOID = "The recovery key that you just wrote down opens nothing: destroy that paper, and keep the one before if there is one."
LEFT = "Left"
PASSPHRASE_CHANGED_TITLE = "Another passphrase"
PASSPHRASE_CHANGED = (
    ("Done", "The new passphrase opens your journal, and the one before no more."),
    (
        "Not reached",
        "A copy of the folder “lock” that someone made before still opens with the passphrase of then. Where that could be, choose everything new.",
    ),
)
RECOVERY_CHANGED_TITLE = "Another recovery key"
RECOVERY_CHANGED = (
    (
        "Done",
        "The new recovery key opens your journal, and the one before no more. Destroy the old paper.",
    ),
)
REMOVED_TITLE = "The lock is gone"
REMOVED = (
    (
        "Done",
        "Your journal is a plain file again, for your account alone. Whoever can use this account can read it.",
    ),
    (
        "Still locked",
        "Backups from before stay locked, with the passphrase of their time: keep it, and the recovery key, as long as you keep them.",
    ),
)
REFUSED_TITLE = "It was not changed"

# Changing it.
PRESENT = "Your present passphrase, or the recovery key"
PRESENT_KEYS = "enter go on · ^t show what is typed · esc leave it as it is"
PRESENT_HINT = "So that nobody changes the lock while you are away from an open window."
TRYING = "Trying it, which takes a second on purpose…"
REMOVE_TITLE = "Remove the lock?"
REMOVE_KEYS = "y remove it · esc leave it locked"
REMOVE = (
    (
        "What it means",
        "Your journal becomes a plain file. Whoever can use this account, or has this disk or a new backup, can read it without a passphrase.",
    ),
    ("What stays", "Every word you kept. A lock can be set up again at any time."),
)

# Where it is found.
LIST_TITLE = "The lock of your journal"
CHOICES = {
    "passphrase": "another passphrase",
    "recovery": "a new recovery key, if the paper is lost",
    "anew": "everything new, if someone may know what opens it",
    "remove": "remove the lock",
}
PRESENT_TITLES = {
    "passphrase": "Another passphrase",
    "recovery": "A new recovery key",
    "anew": "Everything new",
    "remove": "Remove the lock",
}
NO_LOCK_YET = "There is no lock yet, so there is no passphrase. Settings, f9, sets one up."


def paper_void(refusal: str) -> str:
    """Return why nothing was locked, and what becomes of the key on the paper."""
    return f"{refusal} {PAPER_VOID}"


def unreached() -> tuple[str, str]:
    """Return what the lock does not reach, a line each, under what it is."""
    return UNREACHABLE, "".join(f"\n· {each}" for each in OUT_OF_REACH)
