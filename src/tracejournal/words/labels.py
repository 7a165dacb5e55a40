"""Names of the things a person can choose: (key, label), kinds with a glyph before the label.

The keys are what the journal stores and what the command line, the query language and the JSON
export use; they never change. The labels are what people read.
Taxonomy and conditions after House 1981, Schrøder & Assing Hvidt 2023, Evans et al. 2013,
Kluger & Itzchakov 2022, Cutrona 1990 and the low-impact debriefing of TEND (F. Mathieu).
"""

from __future__ import annotations

ENTRY_TYPES = (
    ("moment", "✦", "moment"),
    ("reflection", "✎", "reflection"),
    ("check-in", "◔", "check-in"),
)

# The three of the source come first; the rest are a type-ahead away.
KINDS = (
    ("gratitude", "♥", "note of gratitude"),
    ("asked", "☉", "asked how they are"),
    ("peer-check-in", "⇄", "checked in with a peer"),
    ("huddle", "◷", "peer huddle"),
    ("debrief", "◌", "low-impact debrief"),
    ("listening", "◡", "listening"),
    ("help-asked", "△", "asked for help"),
    ("practical-help", "▲", "practical help or cover"),
    ("know-how", "◇", "shared know-how"),
    ("second-view", "◈", "second view on a decision"),
    ("problem-brought", "□", "brought a problem"),
    ("supervision", "▣", "supervision or 1:1"),
    ("mentorship", "▤", "mentorship session"),
    ("team-check-in", "⇆", "inter-team check-in"),
    ("shared-break", "○", "shared break, meal or walk"),
    ("laughter", "◠", "laughter"),
    ("welcome", "◍", "welcome or inclusion"),
    ("repair", "∞", "repair after friction"),
    ("recognition", "★", "recognition"),
    ("promise-kept", "✓", "promise followed up"),
    ("boundary", "▯", "boundary respected"),
    ("group-reflection", "◎", "group reflection"),
)

OWN_KIND_GLYPH = "✧"

KINDS_ALSO = {
    "gratitude": "thank you, thanks sent, thanks received, appreciation",
    "asked": "checked in on someone, was checked in on, how are you",
    "peer-check-in": "checked in on someone, was checked in on",
    "listening": "listened, was listened to",
    "problem-brought": "problem with or without options",
    "supervision": "one to one",
    "team-check-in": "another team, department",
    "shared-break": "coffee, tea, lunch",
    "laughter": "humour, joke",
    "boundary": "a no that was respected",
    "group-reflection": "round, circle",
}
"""Other words by which kinds are found while typing."""

DIRECTIONS = (
    ("given", "gave"),
    ("received", "received"),
    ("mutual", "both ways"),
    ("tried", "tried, no answer"),
    ("noticed-later", "noticed later"),
    ("declined", "declined, and that was fine"),
)

MODES = (
    ("in-person", "in person"),
    ("phone", "phone"),
    ("video", "video"),
    ("message", "message"),
    ("e-mail", "e-mail"),
    ("card", "card or note"),
    ("quiet-company", "quiet company"),
)

WHO = (
    ("peer", "peer, my team"),
    ("other-team", "peer, another team"),
    ("supervisor", "supervisor"),
    ("supervisee", "someone I supervise"),
    ("administrator", "administrator"),
    ("mentor", "mentor"),
    ("mentee", "mentee"),
    ("other-profession", "another profession"),
    ("group", "a group"),
    ("friend-or-family", "friend or family"),
    ("professional", "professional (EAP, therapist)"),
)

# Emotional to feedback: House 1981; company and esteem: Cobb 1976.
SUPPORTS = (
    ("emotional", "emotional"),
    ("practical", "practical"),
    ("information", "information"),
    ("feedback", "feedback"),
    ("company", "company"),
    ("esteem", "esteem, belonging"),
)

OCCASIONS = (
    ("routine", "routine"),
    ("hard-work", "after hard work"),
    ("good-news", "good news"),
    ("change", "a change"),
    ("anniversary", "an anniversary"),
    ("no-occasion", "no occasion"),
)

# (label, its least minutes, the minutes that stand for it): a length picked quickly. What is kept
# is the number.
LENGTHS = (("<2", 0, 1), ("2-10", 2, 5), ("10-30", 11, 20), ("30+", 31, 45))

FITS = (
    ("yes", "the kind I needed"),
    ("partly", "partly what I needed"),
    ("no", "not what I needed"),
    ("unsure", "can't say"),
)

# (key, label, observable): an observable circumstance may later be compared; a felt one is
# nearly the rating again and is only ever counted.
CONDITIONS = (
    ("time", "time was protected", True),
    ("invited", "I was invited, or had permission", True),
    ("private-place", "a private place", True),
    ("between-us", "it stays between us", False),
    ("soon", "soon after it happened", True),
    ("close-by", "close by or easy to reach", True),
    ("asked-first", "asked before telling", True),
    ("no-detail", "no graphic detail needed", True),
    ("listened", "listened to, not fixed", False),
    ("seen", "felt seen and understood", False),
    ("respected", "respected, not judged", False),
    ("knew-the-work", "they knew this work themselves", True),
    ("trust", "trust from before", False),
    ("safe-to-be-unsure", "safe to be unsure or wrong", False),
    ("senior-first", "someone senior went first", True),
    ("practical-help", "practical help or cover", True),
    ("another-view", "useful information or another view", True),
    ("recognised", "effort was recognised", True),
    ("humour", "humour", True),
    ("said-my-need", "I said what I needed", True),
    ("right-kind", "it was the kind I needed", False),
    ("regular-slot", "a regular slot", True),
    ("background", "my background was respected", False),
    ("followed-up", "they followed up, kept their word", True),
    ("both-ways", "it went both ways", True),
)

PRINCIPLES = (
    ("safety", "safety"),
    ("trust", "trust"),
    ("peer-support", "peer support"),
    ("collaboration", "collaboration"),
    ("empowerment", "voice and choice"),
    ("culture", "culture and identity"),
    ("closing", "closing"),
    ("own", "my own"),
)

DEPTHS = (("gentle", "gentle"), ("medium", "medium"), ("deep", "deep"))

ROLES = (("staff", "staff"), ("supervisor", "supervisor"), ("administrator", "administrator"))

# When a prompt may come up by itself, for those that name a time; see docs/prompts.md.
PROMPT_TIMES = (
    ("morning", "in the morning"),
    ("evening", "in the evening"),
    ("week-start", "on a Monday"),
    ("after-a-hard-day", "after a hard day"),
)
