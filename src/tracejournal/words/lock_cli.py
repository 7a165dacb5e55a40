"""What the command line says around the lock: `lock`, `unlock`, `passphrase`, and when it asks."""

from __future__ import annotations

# Asking.
ASK_PASSPHRASE = "Passphrase: "
ASK_NEW = "New passphrase: "
ASK_AGAIN = "The same again: "
ASK_RECOVERY = "Recovery key: "
NOT_THE_SAME = "These two are not the same, so both are asked again."
NONE_CHOSEN = (
    "No passphrase was chosen, so nothing was changed. Take a breath, and try again when you like."
)
NO_ONE_TO_ASK = "The journal is locked, and there is no one to ask for its passphrase. --passphrase-fd reads it from a descriptor, and `tracejournal unlock --for 30m` opens it for a while."
NO_ONE_THERE = (
    "This asks for a passphrase, and there is no one to ask. --passphrase-fd reads it instead."
)
NO_TERMINAL = "There is no terminal to ask for the passphrase in. --passphrase-fd reads it from a descriptor instead."
NOTHING_TYPED = "Nothing was typed, so nothing was changed."

# What cannot be a passphrase.
FD_NO_NUMBER = "--passphrase-fd takes the number of a descriptor, such as 3, not “{value}”. Never the passphrase itself: others can see what is typed after a command."
FD_CLOSED = (
    "Descriptor {number} cannot be read from. Open it for the command, for example: {number}<file"
)
FD_EMPTY = "No passphrase came through descriptor {number}. Write it there as one line."
FD_NO_MORE = "One more is needed here, and nothing more came through descriptor {number}, so nothing was changed. Write each on a line of its own: first what opens the lock now, then the new passphrase."
FD_IS_TERMINAL = "Descriptor {number} is the terminal, which would show what you type. Leave --passphrase-fd out, and you are asked unseen."
NOT_UTF8 = "This passphrase is not UTF-8 text, so it would be another one elsewhere. Set the terminal, or what writes it, to UTF-8. Nothing was changed."
HAS_CONTROL = "There is a key in this passphrase that is no character, perhaps an arrow or a tab. Type it once more without."
TOO_LONG = "This passphrase is longer than can be read from one line here, 65,536 bytes."

# Locking.
ONE_AT_A_TIME = "--{first} and --{second} cannot be done at once. Nothing was changed. Take one, then the other."
ABOUT = """\
What a lock does: without your passphrase nobody can read your journal, its
backups or words not kept yet. Keeping a moment goes on without it.
What it does not: protect a journal while it is open, or a machine with spying
software on it. Copies made elsewhere stay readable: exports, a USB stick,
backups of the whole machine. An encrypted disk is still worth having.
Nobody gets in without the passphrase or the recovery key, and nobody can
replace them for you."""
RECOVERY = """\
This is your recovery key. It opens your journal when the passphrase is gone,
with this program or without it. Write it down on paper and keep it where you
keep what matters. It is shown only this once, so begin when you are ready.

{key}

This terminal remembers it until you close it."""
ASK_LAST = "To be sure it is written down, type its last group from your paper: "
NOT_LAST = "That is not its last group. Look at your paper once more."
NOT_WRITTEN = "The recovery key is not written down yet, so nothing was changed. This one opens nothing; next time you get another."
NO_USE = "The recovery key above opens nothing, since nothing was locked with it. Cross it out if it is on paper; next time you get another."
NOT_CHECKED = "The recovery key went to standard output. Nobody was asked whether it is written down, so keep it safe now: it opens your journal when the passphrase is gone."
WORKING = "This takes a few seconds."
LOCKED = "Locked. Commands that read or change your journal ask for the passphrase from now on; `log`, `reflect` and `check-in` do not."
LOCKED_NOW = "Locked. The time that was left is over."
LOCKED_ALREADY = "The journal is locked. `tracejournal passphrase` changes what opens it, `lock --remove` ends it."
ABOUT_REMOVING = """\
Without its lock your journal is a plain file: whoever can read your files can
read it. Nothing in it changes. Backups made until now stay locked, and open
with what opened them then."""
ASK_REMOVE = "Remove the lock?"
REMOVED = "The lock is gone. Your journal is a plain file again; `tracejournal lock` locks it."

# Unlocking.
UNLOCKED = "This opens your journal. Each command asks for it; `tracejournal unlock --for 30m` asks once for a while."
UNLOCKED_FOR = "Unlocked until {until}. `tracejournal lock` ends it before."
NOT_A_WHILE = "--for takes minutes or hours, from 1m to 12h, such as 30m or 2h; not “{value}”."
NO_SESSIONS_HERE = "Unlocking for a while needs Linux, macOS or another system of their kind. Here each command asks for the passphrase."
ABOUT_RECOVERY = "The recovery key is shown while you type it. Spaces and small letters do no harm."
RECOVERED = "The recovery key opens your journal. Now choose a new passphrase."

# Another passphrase.
PASSPHRASE_CHANGED = "From now on the new passphrase opens your journal. The recovery key is the same. A copy made elsewhere opens with what opened it then."
KEY_CHANGED = "Your journal has a new key, a new passphrase and a new recovery key. Earlier backups keep opening with what opened them then."

# What works on a locked journal without its key.
ONLY_WHAT_COMES_ALONG = "Your own list is behind the lock. These lines came with tracejournal; `tracejournal unlock --for 30m` shows yours, too."

# How hard a passphrase is to guess.
EASY = "This passphrase is easy to guess: a machine that tries needs minutes. It is yours to choose. Four or five words that have nothing to do with each other, or with you, are harder to guess and still easy to remember."
POSSIBLE = "This passphrase can be guessed by someone who lets a machine try for days. It is yours to choose. One or two more words that have nothing to do with the others make it hard."
HARD = "This passphrase is hard to guess."
VERY_HARD = "This passphrase is very hard to guess."
