"""The pieces of a typed query, and what each one means by itself."""

from __future__ import annotations

from tracejournal.model.dates import parse_span
from tracejournal.model.errors import Misuse
from tracejournal.model.mentions import as_name, as_tag, name_key
from tracejournal.model.operators import DAY, NUMBER, PERSON, Operator, operator
from tracejournal.model.record import Record
from tracejournal.model.text import clean
from tracejournal.model.vocabulary import DIRECTIONS, ENTRY_TYPES, choose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

MAX_READ = 2_000
"""Characters of a query that are read; a whole page pasted into the box still finds something."""

MAX_WORDS = 60
"""Words and filters of a query that are read."""

MOST = 10
"""The highest of the numbers a person can give: 0-10."""

ELSEWHERE = ("draft", "sealed")
"""What `is:` knows that is in no list of kept entries."""

_SIGNS = (">=", "<=", ">", "<", "=", "")

_FIELD_OF = {"with": "person", "condition": "present"}


class Choice(Record):
    """A filter by keys: an entry passes that has any of them.

    Attributes:
        field: "person", "given" or "received" (to or from a person), "tag", "type", "direction",
            "kind", "present" or "missing" (a condition), "who" (a role), "support", "occasion", or
            "shelf" (where entries are).
        keys: name keys for people and tags, else keys of the vocabulary.
        without: an entry passes that has none of them.
    """

    field: str
    keys: tuple[str, ...]
    without: bool = False


class Between(Record):
    """A filter by a range, both ends included; an entry that has no value does not pass.

    Attributes:
        field: "day", "supported", "energy" or "load".
        low: a day, or a number 0-10; None where the range is open.
        high: the same, the other end; below `low`, nothing passes.
        without: an entry passes that is outside, or has no value.
    """

    field: str
    low: date | int | None
    high: date | int | None
    without: bool = False

    @property
    def is_empty(self) -> bool:
        """It ends before it begins."""
        if isinstance(self.low, int) and isinstance(self.high, int):
            return self.high < self.low
        if self.low is None or self.high is None:
            return False
        return str(self.high) < str(self.low)  # ISO 8601, so days sort as texts do


Filter = Choice | Between


class Token(Record):
    """One piece of a query as typed.

    Attributes:
        body: what was typed, without the `-` before it.
        without: there was one.
        name: "@", "#", the name of an operator, or "" for words.
        value: what follows the name, without quotes around it.
    """

    body: str
    without: bool
    name: str
    value: str

    @property
    def operator(self) -> Operator | None:
        """The operator it begins with."""
        return operator(self.name)

    @property
    def is_open(self) -> bool:
        """A quote begins it and does not end it."""
        lead = 1 if self.name in ("@", "#") else len(self.name) + 1 if self.name else 0
        return self.body[lead:].startswith('"') and self.body.count('"') == 1


def tokens(typed: str) -> list[Token]:
    """Return the pieces of a query, so many as are read."""
    return [_token(each) for each in _pieces(typed)[:MAX_WORDS]]


def is_cut(typed: str) -> bool:
    """Return whether a query is longer than what is read of it."""
    return len(typed) > MAX_READ or len(_pieces(typed)) > MAX_WORDS


# By hand, without `re`: importing that takes a tenth of a whole `tracejournal search`.


def _pieces(typed: str) -> list[str]:
    # What is kept was cleaned, so what is looked for is, too.
    rest = clean(typed[:MAX_READ].replace("\0", " ")).lstrip()
    found = []
    while rest:
        end = _end_of_quoted(rest) or len(rest.split(None, 1)[0])
        found.append(rest[:end])
        rest = rest[end:].lstrip()
    return found


def _end_of_quoted(text: str) -> int:
    """Return where the piece a text begins with ends, if it is one in quotes, else 0."""
    lead, _, quoted = text.partition('"')
    name = lead.removeprefix("-")
    if '"' not in quoted or not (name in ("", "@", "#") or _is_lead(name)):
        return 0
    return len(lead) + len('""') + quoted.index('"')


def _is_lead(text: str) -> bool:
    return text.endswith(":") and operator(text[:-1]) is not None


def _token(typed: str) -> Token:
    without = typed.startswith("-") and len(typed) > 1
    body = typed[1:] if without else typed
    name, _, value = body.partition(":")
    if value and operator(name):
        return Token(body, without, name.lower(), value.strip('"'))
    if body[0] in "@#" and len(body) > 1:
        return Token(body, without, body[0], body[1:].strip('"'))
    return Token(body, without, "", body.strip('"'))


def meaning(token: Token, today: date) -> Filter | None:
    """Return the filter a piece stands for, or None where it is words.

    Args:
        token: the piece.
        today: the day that yesterday and september are told from.
    """
    known = token.operator
    if token.name in ("@", "#") or (known and known.takes == PERSON):
        return _named(token)
    try:
        if known is None:
            return None
        if known.takes == DAY:
            return _days(token, today)
        if known.takes == NUMBER:
            return _numbers(token)
        return _chosen(token, known)
    except Misuse:
        return None


def _named(token: Token) -> Filter | None:
    key = name_key((as_tag if token.name == "#" else as_name)(token.value))
    field = {"@": "person", "#": "tag"}.get(token.name) or _FIELD_OF.get(token.name, token.name)
    return Choice(field, (key,), token.without) if key else None


def _chosen(token: Token, known: Operator) -> Filter:
    if token.name != "is":
        key = choose(known.terms, token.value, token.name)
        return Choice(_FIELD_OF.get(token.name, token.name), (key,), token.without)
    if token.value.casefold() in ELSEWHERE:
        return Choice("shelf", (token.value.casefold(),), token.without)
    try:  # a type first: what `is:m` meant before there were directions, it means still
        return Choice("type", (choose(ENTRY_TYPES, token.value, "is"),), token.without)
    except Misuse:
        return Choice("direction", (choose(DIRECTIONS, token.value, "is"),), token.without)


def _days(token: Token, today: date) -> Filter:
    first, last = parse_span(token.value, today)
    return Between(
        "day",
        None if token.name == "to" else first,
        None if token.name == "from" else last,
        token.without,
    )


def _numbers(token: Token) -> Filter | None:
    sign = next(each for each in _SIGNS if token.value.startswith(each))
    numbers = token.value.removeprefix(sign).replace("..", "-").split("-")
    if not all(map(_is_number, numbers)) or len(numbers) > (1 if sign else 2):
        return None
    given = [int(number) for number in numbers]
    if max(given) > MOST:
        return None
    low, high = min(given), max(given)
    ends = {">=": (low, MOST), ">": (low + 1, MOST), "<=": (0, low), "<": (0, low - 1)}
    return Between(token.name, *ends.get(sign, (low, high)), token.without)


def _is_number(text: str) -> bool:
    return text.isdecimal() and text.isascii() and len(text) <= len(str(MOST))
