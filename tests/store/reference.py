"""A slow, independent reader of the query language: every entry is looked at, one by one.

Words are split and stemmed by a scratch index, so that the tokens are the engine's own; what they
mean together, prefixes, phrases, filters and days are worked out here, in plain Python, over the
model. Nothing of `tracejournal.store` is used.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from tracejournal.model.entry import CheckIn, Moment
from tracejournal.model.mentions import name_key
from tracejournal.model.tokens import Between, Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.model.entry import Entry
    from tracejournal.model.query import Query, Word
    from tracejournal.model.tokens import Filter

_STREAMED = 3
_PLAIN = "unicode61 remove_diacritics 2"


def found(query: Query, entries: Sequence[Entry]) -> list[int]:
    """Return the rows of the kept entries that a query finds, newest first."""
    kept = [entry for entry in entries if not entry.sealed and entry.trashed_at is None]
    terms = {term for entry in kept for term in stems(entry.content.text)}
    rows = [
        entry.row
        for entry in kept
        if all(passes(each, entry) for each in query.filters)
        and _words_match(query.words, entry.content.text, terms)
    ]
    return sorted(rows, reverse=True)


def passes(each: Filter, entry: Entry) -> bool:
    """Whether an entry passes one filter."""
    inside = _chosen(each, entry) if isinstance(each, Choice) else _between(each, entry)
    return inside != each.without


def _chosen(each: Choice, entry: Entry) -> bool:
    content = entry.content
    people = [name_key(name) for name in content.people]
    direction = content.direction if isinstance(content, Moment) else None
    if each.field in ("given", "received"):
        return direction == each.field and each.keys[0] in people
    values: dict[str, Sequence[str | None]] = {
        "person": people,
        "tag": [name_key(tag) for tag in content.tags],
        "type": [entry.type],
        "kind": [content.kind if isinstance(content, Moment) else None],
        "direction": [direction],
        "present": content.present,
        "missing": content.missing,
        "who": content.who if isinstance(content, Moment) else (),
        "support": content.support if isinstance(content, Moment) else (),
        "occasion": [content.occasion if isinstance(content, Moment) else None],
        "shelf": ["kept"],
    }
    return any(key in values[each.field] for key in each.keys)


def _between(each: Between, entry: Entry) -> bool:
    content = entry.content
    check_in = content if isinstance(content, CheckIn) else CheckIn()
    value: date | int | None = {
        "day": entry.when.on,
        "supported": content.supported,
        "energy": check_in.energy,
        "load": check_in.load,
    }[each.field]
    if value is None:
        return False
    at = value.toordinal() if isinstance(value, date) else value
    low, high = (end.toordinal() if isinstance(end, date) else end for end in (each.low, each.high))
    return (low is None or low <= at) and (high is None or at <= high)


def _words_match(words: Sequence[Word], text: str, terms: set[str]) -> bool:
    wanted = [word for word in words if not word.without and not _is_read(word)]
    begins = wanted[-1] if wanted and not wanted[-1].phrase else None
    for word in words:
        if _is_read(word):
            holds = word.text.lower() in text.lower()
        else:
            holds = _holds(stems(text), stems(word.text), begins=word is begins)
        if word is begins and not holds and _is_half_typed(word, terms):
            holds = any(each.startswith(plain(word.text)[0]) for each in plain(text))
        if holds == word.without:
            return False
    return True


def _is_read(word: Word) -> bool:
    """Scripts that are written without spaces, and signs, are found anywhere in a text."""
    return not any(map(str.isalnum, word.text)) or any(char >= "\u2e80" for char in word.text)


def _is_half_typed(word: Word, terms: set[str]) -> bool:
    stemmed = stems(word.text)
    if len(stemmed) != 1 or min(len(stemmed[0]), len(word.text)) <= _STREAMED:
        return False
    return not any(term.startswith(stemmed[0]) for term in terms)


def _holds(text: Sequence[str], phrase: Sequence[str], *, begins: bool) -> bool:
    for start in range(len(text) - len(phrase) + 1):
        here = text[start : start + len(phrase)]
        same = here[-1].startswith(phrase[-1]) if begins else here[-1] == phrase[-1]
        if same and here[:-1] == phrase[:-1]:
            return True
    return False


def stems(text: str) -> tuple[str, ...]:
    """Return the terms the index makes of a text."""
    return _tokens(text, f"porter {_PLAIN}")


def plain(text: str) -> tuple[str, ...]:
    """Return the words of a text as the index reads them before it stems them."""
    return _tokens(text, _PLAIN)


@lru_cache(maxsize=20_000)
def _tokens(text: str, tokenizer: str) -> tuple[str, ...]:
    scratch = dbapi2.connect(":memory:")
    scratch.execute(f"CREATE VIRTUAL TABLE words USING fts5 (word, tokenize = '{tokenizer}')")
    scratch.execute("CREATE VIRTUAL TABLE tokens USING fts5vocab (words, 'instance')")
    scratch.execute("INSERT INTO words VALUES (?)", (text,))
    found = tuple(row[0] for row in scratch.execute("SELECT term FROM tokens ORDER BY offset"))
    scratch.close()
    return found
