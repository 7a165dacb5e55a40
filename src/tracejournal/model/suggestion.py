"""A guess at kind and direction from the words, always open to change.

It reads a handful of everyday phrases and nothing else: words are never weighed for mood or risk.
"""

from __future__ import annotations

from tracejournal.model.vocabulary import KINDS, term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_READ = 2_000
"""Characters that are read: what a moment is about stands at its beginning."""

# Phrases by commas: `?` is any one word, `*` any ending. The first kind that matches wins, so
# what is said most plainly stands first.
_KINDS = (
    ("huddle", "huddle, huddled"),
    ("debrief", "debrief, debriefed"),
    ("supervision", "supervision, 1:1, one to one, one on one"),
    ("mentorship", "mentor, mentored, mentoring, mentorship, mentee"),
    ("gratitude", "thank, thanks, thanked, thanking, grateful, gratitude, appreciat*"),
    ("asked", "asked how, asked ? how, asked after, asked ? after, asked about"),
    ("asked", "how are ?, how is ?, how was ?, how ? is, how ? was"),
    ("peer-check-in", "check in, checked in, checking in"),
    ("laughter", "laugh*, joke, joked, giggl*"),
    ("shared-break", "lunch, coffee, tea, walk, walked, breakfast, dinner, break"),
    ("practical-help", "cover, covered, covering, swapped, took over, lent a hand"),
    ("listening", "listen*"),
    ("help-asked", "asked for help, asked ? for help"),
    ("repair", "apologised, apologized, made up, cleared the air"),
    ("welcome", "welcom*"),
    ("know-how", "showed ? how, explained"),
)
_DIRECTIONS = (
    ("tried", "no answer, did not answer, didn't answer, didn’t answer, tried to reach"),
    ("noticed-later", "noticed only later, noticed it later, only later"),
    ("received", "thanks from, thank you from, got thanks, got a card, got a note, got a message"),
    ("received", "? thanked me, ? asked me, ? listened to me, ? helped me, ? covered for me"),
    ("received", "? checked in on me, ? checked in with me, ? told me, ? showed me"),
    ("received", "my supervisor asked, my supervisor thanked, my supervisor listened"),
    ("received", "my colleague asked, my colleague thanked, my colleague listened"),
    ("received", "my team asked, my team thanked, my team listened"),
    ("received", "asked about my, asked how i, asked me, told me, wrote me, sent me, received"),
    ("received", "asked for help, asked ? for help"),
    ("received", "got help, got a hand, got a call, got a kind ?"),
    ("mutual", "together, each other, with one another, both of us, shared, huddle, huddled"),
    ("given", "thanked, thanks, asked, helped, covered for, checked in, listened"),
    ("given", "told, gave, wrote"),
)


def suggest_kind(text: str) -> str | None:
    """Return the key of the kind the words speak of, or None; a hidden kind is never guessed."""
    said = _first_said(_KINDS, text)
    found = term(KINDS, said)
    return None if found and found.hidden else said


def suggest_direction(text: str) -> str | None:
    """Return the key of the direction where the words say it plainly, else None."""
    return _first_said(_DIRECTIONS, text)


def _first_said(phrases: Sequence[tuple[str, str]], text: str) -> str | None:
    words = _words(text)
    for key, spoken in phrases:
        if any(_said(phrase.split(), words) for phrase in spoken.split(", ")):
            return key
    return None


def _words(text: str) -> list[str]:
    """Return the words in small letters, without signs; 1:1 and it's stay whole."""
    bare = "".join(char if char.isalnum() or char in "_:'’" else " " for char in text[:MAX_READ])
    return [word.strip(":'’") for word in bare.casefold().split()]


def _said(phrase: Sequence[str], words: Sequence[str]) -> bool:
    places = range(len(words) - len(phrase) + 1)
    return any(all(map(_matches, phrase, words[place:])) for place in places)


def _matches(pattern: str, word: str) -> bool:
    if pattern.endswith("*"):
        return word.startswith(pattern[:-1])
    return pattern in ("?", word)
