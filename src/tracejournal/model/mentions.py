"""People and tags written inside the words: `@Priya`, `@Night_team`, `#gratitude`.

Read by hand, since importing `re` costs as much as everything else `tracejournal log` does.
"""

from __future__ import annotations

import unicodedata

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_JOINS_NAME = "-'’."
_JOINS_TAG = "-"
_TOUCHES = {"@": "@#./-", "#": "@#&./-"}

_POSSESSIVES = ("'s", "’s")

MAX_NAME = 80
"""Characters in the name of a person or tag."""


def people_in(text: str) -> tuple[str, ...]:
    """Return the people mentioned, as written, each once, `_` read as a space.

    A name begins with a letter; inside it may stand digits, _ and, where a letter or digit
    follows, - ' ’ and a dot (J.T). An 's at its end belongs to the sentence.
    """
    found = (name for name in _after("@", text, _JOINS_NAME) if name[0].isalpha())
    return distinct(as_name(_without_possessive(name)) for name in found)


def tags_in(text: str) -> tuple[str, ...]:
    """Return the tags written, without their #, lower-cased, each once.

    A tag has a letter in it, so that #3 is none.
    """
    found = (name for name in _after("#", text, _JOINS_TAG) if any(map(str.isalpha, name)))
    return distinct(map(as_tag, found))


def as_name(typed: str) -> str:
    """Return a person's name however it was given: `Night team`, `Night_team`, `@Night_team`."""
    return typed.strip().lstrip("@").replace("_", " ")


def as_tag(typed: str) -> str:
    """Return a tag however it was given: small letters, without #, `-` in place of spaces."""
    return "-".join(typed.strip().lstrip("#").lower().split())


def _after(sign: str, text: str, joins: str) -> Iterator[str]:
    """Yield what stands behind each sign that no word touches from the left, as in an e-mail."""
    start = text.find(sign)
    while start >= 0:
        left = text[start - 1] if start else " "
        end = _end_of_name(text, start + 1, joins)
        if end > start + 1 and left not in _TOUCHES[sign] and not _in_word(left):
            yield text[start + 1 : end]
        start = text.find(sign, start + 1)


def _end_of_name(text: str, start: int, joins: str) -> int:
    end = start
    longest = start + 2 * MAX_NAME
    while end < longest and (
        _in_word(text[end : end + 1])
        or (end > start and text[end : end + 1] in joins and _in_word(text[end + 1 : end + 2]))
    ):
        end += 1
    return end


def _in_word(char: str) -> bool:
    # Marks, too: without them a José in two pieces and most names of India would be cut short.
    return char.isalnum() or char == "_" or (not char.isascii() and _is_mark(char))


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"


def _without_possessive(name: str) -> str:
    return name[:-2] if name.endswith(_POSSESSIVES) else name


def name_key(name: str) -> str:
    """Return what makes two spellings the same person or tag: case and composition do not."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names in order, trimmed, without blanks and without second spellings."""
    found: dict[str, str] = {}
    for name in names:
        trimmed = " ".join(name.split())[:MAX_NAME].strip()
        if trimmed:
            found.setdefault(name_key(trimmed), trimmed)
    return tuple(found.values())


def as_mention(name: str) -> str:
    """Return a person's name the way it is written inside words: `@Night_team`."""
    return "@" + name.replace(" ", "_")
