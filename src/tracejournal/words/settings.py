"""What stands in Settings: what each one is, and what it does in one plain line."""

from __future__ import annotations

TITLE = "Settings"
KEYS = "arrows change · backspace as it came · u take back · esc done"
READ_ONLY_KEYS = "esc back"
WHERE = "Kept in config.toml, comments and all. f2 shows where that is."
READ_ONLY = "Nothing can be changed here until that is mended. Everything goes on as it was."
CHANGED = "the setting “{title}”"

ON, OFF = "on", "off"
NEVER = "never"
MINUTES = "{count} min"

ROWS = {
    "roles": ("my role", "What you do, so that prompts fit. Several are fine, and so is none."),
    "prompt_depth": ("prompts", "How deep one may go that comes by itself. Deep ones are chosen."),
    "prompts_after_hard_days": (
        "hard days",
        "Whether a hard check-in may bring a prompt meant for such days.",
    ),
    "theme": ("look", "Put on at once. Space shows all of them, each one as you come by."),
    "day_starts_at": ("day begins", "Until then it is still the day before: 04:00 suits nights."),
    "show_words": ("words", "Whether History begins with your words, or dates and kinds alone."),
    "motion": ("motion", "Whether anything may move by itself. Nothing does unless you say so."),
    "ratings": ("numbers", "Whether you are asked from 0 to 10 how it felt. Off asks nowhere."),
    "identifier_hint": ("hint", "A quiet line where words could name a client. It stores nothing."),
    "region": ("region", "Where you are, for the numbers on People I can call."),
    "lock_after": ("locks after", ""),
}

LOCK = "lock"
LOCK_SAYS = {
    False: ("off", "Space locks your journal with a passphrase."),
    True: ("on", "Space changes it. Left alone, it locks itself."),
}

LIST_TITLES = {
    "roles": "What do you do?",
    "prompt_depth": "How deep may a prompt go?",
    "theme": "Which look do you like?",
    "day_starts_at": "When does your day begin?",
    "region": "Where are you?",
    "lock_after": "Left alone for how long?",
}
