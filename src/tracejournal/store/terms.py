"""The terms of the index: which ones begin as a word does, and how to ask for each of them.

Asked for a beginning of four letters or more, the index first puts together the rows of every
term that has it: 50-150 ms among a million entries. Asked for those terms one by one, it hands out
rows as they come: 1 ms. (Of three letters and fewer it keeps the rows put together.)
"""

from __future__ import annotations

from sqlcipher3 import dbapi2

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tracejournal.store.engine import Store

_PLAIN = "unicode61 remove_diacritics 2"
_STEMMED = f"porter {_PLAIN}"
"""As in the schema."""

_PUT_TOGETHER = 3
"""Letters of the longest beginnings whose rows the index keeps, as in the schema."""

_MOST_TERMS = 100
"""Of more terms than this, putting their rows together is as fast."""

_SHORTEST_STEM = 3
_LONGEST_ENDING = 4
"""Letters by which a stem can be shorter than the beginning of a word that has it."""

_ENDINGS = ("", "e", "s", "y", "ing")
"""Asked for a stem, the index stems it again (hous → hou); with one of these it arrives at it."""

_TERMS = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms"
    " USING fts5vocab (main, entries_search, 'instance')"
)
_AFTER = "\x01"
"""Comes before every character that a term can have."""


class Beginning:
    """The terms that a word, as far as it is typed, can be the beginning of.

    Attributes:
        expression: what to ask the index for.
        half_typed: no term begins with it, as with "gratef", where "grateful" is kept as its
            shorter stem: then the texts that are found must be read, too.
    """

    def __init__(self, store: Store, word: str) -> None:
        """Look up the word.

        Raises:
            StoreError: the file could not be read.
        """
        self.expression = f"{quoted(word)} *"
        self.half_typed = False
        if len(word) <= _PUT_TOGETHER:  # and so its stem, without asking what that is
            return
        stems = _terms_of([word])
        if len(stems) != 1 or len(stems[0]) <= _PUT_TOGETHER:
            return
        store.run(_TERMS)
        found = list(_beginning_with(store, stems[0]))
        if not found and len(word) > _SHORTEST_STEM:
            self.half_typed = True
            found = list(_stems_of_longer(store, _terms_of([word], _PLAIN)[0]))
        asked = [word] if found == stems else _words_for(found)
        if asked:
            self.expression = f"({' OR '.join(map(quoted, asked))})"


def _beginning_with(store: Store, stem: str) -> Iterator[str]:
    """Yield the terms that begin with a stem, in order, one more than are of use at most."""
    at = stem
    for _ in range(_MOST_TERMS + 1):
        term = store.value("SELECT term FROM temp.terms WHERE term >= ? LIMIT 1", (at,))
        if term is None or not term.startswith(stem):
            return
        yield term
        at = term + _AFTER


def _stems_of_longer(store: Store, beginning: str) -> Iterator[str]:
    """Yield the terms that a word with this beginning can have as its stem."""
    yield from _beginning_with(store, beginning)  # priy → priya, where its stem is prii
    shortest = max(_SHORTEST_STEM, len(beginning) - _LONGEST_ENDING)
    for length in range(shortest, len(beginning) + 1):
        start = beginning[:length]
        for term in dict.fromkeys((start, start + "e", start[:-1] + "i")):
            if store.value("SELECT 1 FROM temp.terms WHERE term = ? LIMIT 1", (term,)):
                yield term


def _words_for(terms: Sequence[str]) -> list[str]:
    """Return a word for each term that finds it; [] for many terms, or where one has none."""
    if len(terms) > _MOST_TERMS:
        return []
    tried = [term + ending for term in terms for ending in _ENDINGS]
    stems = _terms_of(tried)
    if len(stems) != len(tried):
        return []
    found = {stem: word for word, stem in zip(reversed(tried), reversed(stems), strict=True)}
    return [found[term] for term in terms] if all(term in found for term in terms) else []


def _terms_of(words: Iterable[str], tokenizer: str = _STEMMED) -> list[str]:
    """Return what the index makes of words: by its own means, in memory, away from the journal."""
    scratch = dbapi2.connect(":memory:", isolation_level=None)
    try:
        scratch.execute(f"CREATE VIRTUAL TABLE words USING fts5 (word, tokenize = '{tokenizer}')")
        scratch.execute("CREATE VIRTUAL TABLE stems USING fts5vocab (words, 'instance')")
        scratch.execute("INSERT INTO words VALUES (?)", (" ".join(words),))
        return [row[0] for row in scratch.execute("SELECT term FROM stems ORDER BY offset")]
    finally:
        scratch.close()


def quoted(text: str) -> str:
    """Return a text as words of the index, whatever stands in it."""
    return '"' + text.replace('"', " ") + '"'
