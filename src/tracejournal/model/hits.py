"""Where a text holds what was searched for, so that it can be shown.

Close to the index, not the same: case and accents do not count, a word is found by its start, and
common endings are let go as the index lets them go (thanked, thanks, thanking).
"""

from __future__ import annotations

import re
import unicodedata

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.model.query import Query

_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?:ings?|edly|ed|ly|es|s|e)$")
_SHORTEST_STEM = 3


def hits(text: str, query: Query) -> list[tuple[int, int]]:
    """Return where the words, people and tags of a query stand, as (start, end), in order."""
    wanted = _wanted(query)
    if not wanted or not text:
        return []
    folded, places = _fold(text)
    found: set[tuple[int, int]] = set()
    for words, whole in wanted:
        for match in _pattern(words, whole=whole).finditer(folded):
            found.add((places[match.start()], places[match.end()]))
    return _joined(sorted(found))


def _wanted(query: Query) -> list[tuple[list[str], bool]]:
    """Return each thing to find as its words, and whether they must be whole ones."""
    texts = [(word.text, word.phrase) for word in query.words if not word.without]
    texts += [(name, True) for name in query.names]
    wanted = []
    for text, whole in texts:
        folded, _ = _fold(text)
        words = _WORD.findall(folded)
        if words:
            wanted.append((words, whole))
        elif text.strip():
            wanted.append(([text.strip()], whole))
    return wanted


def _pattern(words: list[str], *, whole: bool) -> re.Pattern[str]:
    between = r"[\W_]+"
    stems = [_stem(word) for word in words]
    if not _WORD.fullmatch(stems[0]):
        return re.compile(re.escape(words[0]))
    ending = r"[^\W_]*"
    body = between.join(re.escape(stem) + ending for stem in stems[:-1])
    last = re.escape(words[-1]) + r"(?![^\W_])" if whole else re.escape(stems[-1]) + ending
    # Scripts without spaces have no starts of words, so a word may be found inside a longer run.
    start = r"(?<![^\W_])" if words[0].isascii() else ""
    return re.compile(start + (body + between if body else "") + last)


def _stem(word: str) -> str:
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= _SHORTEST_STEM else word


def _fold(text: str) -> tuple[str, list[int]]:
    """Return the text without case and accents, and where in the text each character stood."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        plain = char.casefold() if char.isascii() else _plain(char)
        letters.append(plain)
        places.extend([place] * len(plain))
    places.append(len(text))
    return "".join(letters), places


def _plain(char: str) -> str:
    parts = unicodedata.normalize("NFKD", char.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _joined(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
