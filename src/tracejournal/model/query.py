"""What is being looked for: words and filters, as the search box and the command line mean them.

Anything that is not the language is searched as plain words; no query is an error.

    words            all of them, stemmed; the last one also as the start of a longer word
    "exact phrase"   these words in this order
    -word            without
    @name  #tag      with a person, with a tag
    is:reflection    one type: moment, reflection, check-in
    kind:huddle      one kind of moment
    on: from: to:    2026, 2026-11, 2026-11-23, today, yesterday, monday, last-week, september
"""

from __future__ import annotations

import re

from tracejournal.model.dates import Span, parse_span
from tracejournal.model.errors import Misuse
from tracejournal.model.mentions import name_key
from tracejournal.model.record import Record
from tracejournal.model.text import clean
from tracejournal.model.vocabulary import ENTRY_TYPES, KINDS, choose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

_TOKEN = re.compile(r'-?"[^"]*"|\S+')
_OPERATOR = re.compile(r"(is|kind|on|from|to):(.+)", re.IGNORECASE)


MAX_READ = 2_000
"""Characters of a query that are read; a whole page pasted into the box still finds something."""

MAX_WORDS = 60
"""Words and filters of a query that are read."""


class Word(Record):
    """One word or phrase to find, or to leave out."""

    text: str
    phrase: bool = False
    without: bool = False


class Query(Record):
    """A search, ready for the store. An empty one finds everything.

    Attributes:
        words: what the text must hold, or not.
        people: name keys that must all be among the people.
        tags: tag keys that must all be among the tags.
        types: entry types, any of them; empty means all.
        kinds: kinds of moment, any of them.
        first: first day, or None.
        last: last day, or None.
    """

    words: tuple[Word, ...] = ()
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None


def parse_query(typed: str, today: date) -> Query:
    """Return the query a person means. Never raises: what is no operator is a word."""
    found: dict[str, list[str]] = {"people": [], "tags": [], "types": [], "kinds": []}
    days: dict[str, date] = {}
    # What is kept was cleaned, so what is looked for is, too.
    tokens = _TOKEN.findall(clean(typed[:MAX_READ].replace("\0", " ")))[:MAX_WORDS]
    rest = [each for each in tokens if not (_filter(each, found) or _days(each, today, days))]
    words = map(_word, rest)
    return Query(
        words=tuple(word for word in words if any(map(_matters, word.text))),
        first=days.get("first"),
        last=days.get("last"),
        **{name: tuple(values) for name, values in found.items()},
    )


def _word(token: str) -> Word:
    without = token.startswith("-") and len(token) > 1
    bare = token[1:] if without else token
    phrase = len(bare) > 1 and bare[0] == bare[-1] == '"'
    return Word(bare.strip('"'), phrase, without)


def _matters(char: str) -> bool:
    # Letters and digits of any script, and symbols such as emoji; not ASCII punctuation.
    return char.isalnum() or not char.isascii()


def _filter(token: str, found: dict[str, list[str]]) -> bool:
    if token[0] in "@#" and len(token) > 1:
        name = name_key(token[1:].replace("_", " ") if token[0] == "@" else token[1:])
        found["people" if token[0] == "@" else "tags"].append(name)
        return True
    match = _OPERATOR.fullmatch(token)
    if not match or match[1].lower() not in ("is", "kind"):
        return False
    name, terms = ("types", ENTRY_TYPES) if match[1].lower() == "is" else ("kinds", KINDS)
    try:
        found[name].append(choose(terms, match[2], match[1]))
    except Misuse:
        return False
    return True


def _days(token: str, today: date, days: dict[str, date]) -> bool:
    match = _OPERATOR.fullmatch(token)
    if not match:
        return False
    span = _span(match[2], today)
    if span is None:
        return False
    operator = match[1].lower()
    if operator in ("on", "from"):
        days["first"] = span[0]
    if operator in ("on", "to"):
        days["last"] = span[1]
    return operator in ("on", "from", "to")


def _span(typed: str, today: date) -> Span | None:
    try:
        return parse_span(typed, today)
    except Misuse:
        return None
