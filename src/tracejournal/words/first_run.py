"""What a newcomer is asked. Each question can be skipped with one key, and so can all of them."""

from __future__ import annotations

TITLE = "Welcome · {number} of {count}"
KEYS = "enter take it · esc skip this one · ^t skip all"
KEYS_SEVERAL = "space mark · enter take it · esc skip this one · ^t skip all"
OR_TYPE = "Or just begin to type: it goes into your first moment."
LATER = "f9 sets things up in a minute, any time · enter keep · tab more"
LOCK_LATER = "f9 has the lock, any time · enter keep · tab more"

ROLES = "What do you do?"
ROLES_NOTE = "It helps to choose prompts that fit. Several are fine, and so is none."
ROLE_NOTES = {
    "staff": "I work with the people we are here for",
    "supervisor": "I look after those who do",
    "administrator": "I keep the whole place going",
}

PRIVATE = "What may History show when it opens?"
PRIVATE_NOTE = "Your journal is one file on this machine, for your account alone. Nothing is sent anywhere. It is not encrypted: whoever can use your account can read it.\n\nf12 hides the whole screen at once, and brings it back."
PRIVATE_CHOICES = (
    ("yes", "my words"),
    ("no", "dates and kinds alone; Enter opens the words"),
)

LOCK = "How private is it to be?"
LOCK_NOTE = "A lock keeps your journal unreadable to others, also to whoever has this machine. You type a passphrase when you open it. Nothing is locked before you have a recovery key on paper."
LOCK_CHOICES = (
    ("now", "a lock now: that takes two minutes more"),
    ("later", "a lock later, perhaps"),
    ("not", "no lock"),
)

LOOK = "How do you like it to look?"
LOOK_NOTE = "Each one is put on as you come by. f9 shows many more."
LOOKS = (
    ("dusk", "dusk, dark and warm"),
    ("dawn", "dawn, light as paper"),
    ("ansi-dark", "the terminal's own colours, dark"),
    ("ansi-light", "the terminal's own colours, light"),
)
