"""What is being looked for: words and filters, as the search box and the command line mean them.

Anything that is not the language is searched as plain words; no query is an error. The grammar
stands in docs/search.md.
"""

from __future__ import annotations

from tracejournal.model.record import Record
from tracejournal.model.tokens import Between, Choice, Filter, Token, meaning, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_ANY_OF = ("type", "direction", "kind", "occasion")
"""Of these an entry has one alone, so several mean any of them."""

_NAMES = ("person", "given", "received", "tag")


class Word(Record):
    """One word or phrase to find, or to leave out."""

    text: str
    phrase: bool = False
    without: bool = False


class Query(Record):
    """A search, ready for the store. An empty one finds everything.

    Attributes:
        words: what the text must hold, or not.
        filters: what an entry must pass, all of them.
    """

    words: tuple[Word, ...] = ()
    filters: tuple[Filter, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The keys of the people and tags that are looked for."""
        named = (each for each in self.filters if isinstance(each, Choice) and not each.without)
        return tuple(key for each in named if each.field in _NAMES for key in each.keys)


def parse_query(typed: str, today: date) -> Query:
    """Return the query a person means. Never raises: what is no operator is a word.

    Args:
        typed: what stands in the box or after the command.
        today: the day that yesterday and september are told from.
    """
    read = [(token, meaning(token, today)) for token in tokens(typed)]
    words = (_word(token) for token, found in read if found is None)
    return Query(
        words=tuple(word for word in words if any(map(_matters, word.text))),
        filters=_combined(found for _, found in read if found is not None),
    )


def _word(token: Token) -> Word:
    body = token.body
    phrase = len(body) > 1 and body[0] == body[-1] == '"'
    return Word(body.strip('"'), phrase, token.without)


def _matters(char: str) -> bool:
    # Letters and digits of any script, and symbols such as emoji; not ASCII punctuation.
    return char.isalnum() or not char.isascii()


def _combined(filters: Iterable[Filter]) -> tuple[Filter, ...]:
    """Return each filter once, those of one field that mean any of them or one range as one."""
    found: dict[object, Filter] = {}
    for each in filters:
        joins = not each.without and each.field in (*_ANY_OF, "day")
        place = each.field if joins else each
        earlier = found.get(place)
        if isinstance(each, Choice) and isinstance(earlier, Choice):
            found[place] = each.replace(keys=tuple(dict.fromkeys((*earlier.keys, *each.keys))))
        elif isinstance(each, Between) and isinstance(earlier, Between):
            found[place] = each.replace(
                low=earlier.low if each.low is None else each.low,
                high=earlier.high if each.high is None else each.high,
            )
        else:
            found[place] = each
    return tuple(found.values())
