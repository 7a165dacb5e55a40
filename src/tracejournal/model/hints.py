"""One sentence about a query, where something in it was read another way than it looks."""

from __future__ import annotations

from tracejournal.model.operators import DAY, NUMBER, TERM, Operator
from tracejournal.model.query import parse_query
from tracejournal.model.tokens import (
    ELSEWHERE,
    MAX_WORDS,
    Between,
    Choice,
    Token,
    is_cut,
    meaning,
    tokens,
)
from tracejournal.model.vocabulary import Term, meant
from tracejournal.words import search as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

_ISO = frozenset("0123456789-")
_SHORTEST_DAY = 4
_MOST_CHOICES = 4
_ELSEWHERE = dict(zip(ELSEWHERE, (words.DRAFTS, words.SEALED), strict=True))


def hints(typed: str, today: date) -> str:
    """Return the first thing worth saying about a query, or "" where it is read as it looks.

    Args:
        typed: what stands in the box or after the command.
        today: the day that yesterday and september are told from.
    """
    return next(_all(typed, today), "")


def _all(typed: str, today: date) -> Iterator[str]:
    for token in tokens(typed):
        found = meaning(token, today)
        if isinstance(found, Choice) and found.field == "shelf" and not found.without:
            yield _ELSEWHERE[found.keys[0]]
        if token.is_open:
            yield words.OPEN_QUOTE
        known = token.operator
        said = _not_read(token, known) if found is None and known else ""
        if said:
            yield said
    for each in parse_query(typed, today).filters:
        if isinstance(each, Between) and each.field == "day" and not each.without and each.is_empty:
            yield words.NOTHING_BETWEEN
    if is_cut(typed):
        yield words.READ_SO_FAR.format(count=MAX_WORDS)


def _not_read(token: Token, known: Operator) -> str:
    said = {"name": token.name, "value": token.value}
    if known.takes == NUMBER:
        return words.NO_NUMBER.format(**said)
    if known.takes == TERM:
        return _no_term(said, known.terms)
    if known.takes != DAY or len(token.value) < _SHORTEST_DAY or token.value.endswith("-"):
        return ""  # perhaps still being typed
    return (words.NO_SUCH_DAY if set(token.value) <= _ISO else words.NO_DAY).format(**said)


def _no_term(said: dict[str, str], terms: Sequence[Term]) -> str:
    several = meant(terms, said["value"])
    if several:
        choices = words.OR.join(several[:_MOST_CHOICES])
        return words.SEVERAL_TERMS.format(**said, choices=choices)
    from difflib import get_close_matches  # noqa: PLC0415 - slow to import, and only needed after a slip

    keys = [term.key for term in terms]
    nearest = get_close_matches(said["value"].casefold(), keys, 1)
    if nearest:
        return words.NEAREST_TERM.format(**said, nearest=nearest[0])
    return words.NO_TERM.format(**said)
