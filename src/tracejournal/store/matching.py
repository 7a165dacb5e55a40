"""Words in the language of the index, and the few it cannot hold.

The index keeps stems, so that "thanked" finds "thanks". Every word is quoted: raw, 45 of 66 real
queries were errors (`self-harm` → "no such column: harm").
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.model.query import Query, Word
    from tracejournal.store.engine import Store

INDEXED_SHELF = "kept"
"""The shelf whose words are in the index; on the others they are read."""

LIKE = "entries.text LIKE ? ESCAPE '\\'"
"""How words are found by reading; the value is a `like_pattern`."""

_WITHOUT_SPACES = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x10FFFF))
"""Thai, Lao, Burmese, Khmer; then Chinese, Japanese, Korean, and symbols such as emoji."""

_SHORTEST_STEM = 3
_LONGEST_ENDING = 4
"""Letters by which a stem can be shorter than the beginning of a word that has it."""


def match_expression(words: Sequence[Word], half_typed: str = "") -> str:
    """Return what to ask the index for, each word quoted, or "" where no word is wanted.

    The last word, unless it is a phrase, also matches the start of longer ones.

    Args:
        words: words the index holds.
        half_typed: the last word, where it is the beginning of one that no stem begins with.
    """
    wanted = [word for word in words if not word.without]
    tokens = [quoted(word.text) for word in wanted]
    if not tokens:
        return ""
    if half_typed:
        tokens[-1] = _stems_of(half_typed)
    elif not wanted[-1].phrase:
        tokens[-1] += " *"
    found = " AND ".join(tokens)
    unwanted = " OR ".join(quoted(word.text) for word in words if word.without)
    return f"({found}) NOT ({unwanted})" if unwanted else found


def half_typed_word(store: Store, query: Query, shelf: str) -> str:
    """Return the last word of a query if it stops where no stem does, as "gratef" does; or "".

    "grateful" is kept as its stem, which is shorter than what was typed: until the word is whole,
    the index finds nothing. Then stems it could belong to are looked for, and the text is read.
    """
    wanted = [word for word in indexed_words(query, shelf) if not word.without]
    if not wanted or wanted[-1].phrase or len(wanted[-1].text) <= _SHORTEST_STEM:
        return ""
    word = wanted[-1].text
    matches = "SELECT 1 FROM entries_search WHERE entries_search MATCH ? LIMIT 1"
    return "" if store.value(matches, (f"{quoted(word)} *",)) else word


def _stems_of(beginning: str) -> str:
    shortest = max(_SHORTEST_STEM, len(beginning) - _LONGEST_ENDING)
    stems = (beginning[:length] for length in range(shortest, len(beginning)))
    return "(" + " OR ".join(f"{quoted(stem)} *" for stem in stems) + ")"


def indexed_words(query: Query, shelf: str) -> list[Word]:
    """Return the words of a query that the index holds."""
    return [word for word in query.words if _is_indexed(word, shelf)]


def _is_indexed(word: Word, shelf: str) -> bool:
    """The index splits on spaces and punctuation, so scripts without spaces are not in it."""
    if shelf != INDEXED_SHELF or not any(map(str.isalnum, word.text)):
        return False
    return not any(
        first <= ord(char) <= last for char in word.text for first, last in _WITHOUT_SPACES
    )


def quoted(text: str) -> str:
    """Return a text as words of the index, whatever stands in it."""
    return '"' + text.replace('"', " ") + '"'


def like_pattern(text: str) -> str:
    """Return the pattern that finds a text anywhere in another."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
