"""Finding what could identify a client: dates of birth, numbers, addresses, names after "client".

It looks for what regulators name when they speak of anonymised notes (GMC and ICO, UK), and prefers
to miss one over crying out at the words of a working day. Every pattern is bounded and begins
where no longer match of its own can begin before it, so that the time is linear in the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tracejournal.privacy.ordinary import NO_INITIALS, NO_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

NAME, INITIALS, BIRTH, PHONE, EMAIL, NUMBER = (
    "name",
    "initials",
    "birth",
    "phone",
    "email",
    "number",
)

NAMING = (NAME, INITIALS)
"""Kinds of hits for which a role can stand instead."""


class Hit(NamedTuple):
    """Something that could tell who somebody is.

    Attributes:
        kind: what it is: NAME, INITIALS, BIRTH, PHONE, EMAIL or NUMBER.
        start: where it begins in the text.
        end: where it ends.
    """

    kind: str
    start: int
    end: int


def find(text: str, today: date) -> list[Hit]:
    """Return what was found, in the order of the text; of hits that overlap, the first kind.

    Args:
        text: what somebody writes.
        today: tells a day of work from a day long ago.
    """
    hits: list[Hit] = []
    begin = 0
    for line in text.split("\n"):
        hits += (
            Hit(kind, begin + start, begin + end) for kind, start, end in _in_line(line, today)
        )
        begin += len(line) + 1
    return hits


def _in_line(line: str, today: date) -> list[Hit]:
    hits: list[Hit] = []
    taken = bytearray(len(line))
    for hit in _all(line, today):
        if not any(taken[hit.start : hit.end]):
            taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
            hits.append(hit)
    return sorted(hits, key=lambda hit: hit.start)


def _all(text: str, today: date) -> Iterator[Hit]:
    yield from _hits(EMAIL, _EMAIL.finditer(text))
    yield from _births(text, today)
    yield from _hits(NUMBER, _NUMBER.finditer(text))
    yield from _hits(NUMBER, _NATIONAL.finditer(text))
    yield from _phones(text)
    yield from _names(text)
    yield from _initials(text)


def _hits(kind: str, matches: Iterable[re.Match[str]]) -> Iterator[Hit]:
    for match in matches:
        yield Hit(kind, match.start(), match.end())


_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[a-zA-Z]{2,24}\b")

# Dates of birth: after a word that says so, or so long ago that it is no day of work.
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d{{2}})|\d{{4}}[/.-]\d{{1,2}}[/.-]\d{{1,2}}"
    rf"|{_DAY} (?:of )?{_MONTH},? \d{{4}}|{_MONTH} {_DAY},? \d{{4}})"
)
_BORN = re.compile(
    rf"\b(?:d\.?o\.?b\.?|date of birth|birth ?date|born(?: on)?(?: the)?)[ :=]{{0,3}}{_DATE}\b",
    re.IGNORECASE,
)
_FULL_DATE = re.compile(rf"(?<![\w/.-]){_DATE}(?![\w/-])", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_LONG_AGO = 6
"""Years after which a full date is rather somebody's birthday than a day one writes about."""


def _births(text: str, today: date) -> Iterator[Hit]:
    yield from _hits(BIRTH, _BORN.finditer(text))
    for match in _FULL_DATE.finditer(text):
        if _year_of(match[0], today) <= today.year - _LONG_AGO:
            yield Hit(BIRTH, match.start(), match.end())


def _year_of(written: str, today: date) -> int:
    if year := _YEAR.search(written):
        return int(year[0])
    short = int(written[-2:])
    this_century = today.year - today.year % 100
    return this_century + short - (100 if short > today.year % 100 + 1 else 0)


# Record and case numbers: a word that says so, then something with at least three digits in it.
_CODE = r"(?=(?:[A-Z]{0,4}[/ -]?)?\d)(?:[A-Z]{1,4}[/ -]?)?\d[\dA-Z/-]{2,20}(?: \d{2,5}){0,4}\b"
_SAYS_NUMBER = r"(?:no\.?|nr\.?|num(?:ber)?|id|ref(?:erence)?|\#)"
_NUMBER = re.compile(
    rf"\b(?:(?:case|file|record|chart|claim|docket|client|patient|hospital|account|policy|reference"
    rf"|medicaid|medicare|insurance|passport|nhs|ni|pps|social security)[ -]?{_SAYS_NUMBER}"
    rf"|case(?= (?!(?:19|20)\d\d\b)[A-Z]{{0,4}}[/-]?\d{{4}})|case(?= (?:19|20)\d\d[/-]\d)"
    rf"|mrn|nhs|ssn|urn|ref(?:erence)?(?= ?[:\#]))[ :.\#]{{0,3}}(?:is )?{_CODE}",
    re.IGNORECASE,
)
_NATIONAL = re.compile(
    r"(?<![\w-])(?:\d{3}-\d{2}-\d{4}|[A-CEGHJ-PR-TW-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D])(?![\w-])"
)
"""Numbers that are told by their shape: of social security (US), of national insurance (UK)."""

# Phone numbers: an international or a national form, or any number after a word that says so.
_DIGITS = r"\d(?:[ .()/-]{0,2}\d)"
_INTERNATIONAL = r"\+[1-9](?:[ .()/-]{0,2}\d){7,14}"
_NATIONAL_PHONE = r"\(?0\d{1,4}\)?(?:[ .-]?\d){6,9}"
_NORTH_AMERICAN = r"(?:1[ .-])?\(?[2-9]\d{2}\)?[ .-]{1,2}\d{3}[ .-]\d{4}|[2-9]\d{2}-\d{4}"
_PHONE = re.compile(
    rf"(?<![\w+/:.-])(?:{_INTERNATIONAL}|{_NATIONAL_PHONE}|{_NORTH_AMERICAN})(?![\w:/-])"
)
_SAID_PHONE = re.compile(
    rf"\b(?:phone|mobile|cell|tel|telephone|whatsapp)(?: (?:number|no\.?|is))?[ :.]{{1,3}}"
    rf"(?P<number>{_DIGITS}{{5,14}})(?![\w:/-])",
    re.IGNORECASE,
)
_FREE = ("0800", "0808", "0300", "1800", "1888", "1877", "1866")
"""How numbers begin that belong to a service and to nobody."""


def _phones(text: str) -> Iterator[Hit]:
    for match in _PHONE.finditer(text):
        bare = "".join(filter(str.isdigit, match[0]))
        if not bare.startswith(_FREE) and not _is_span(match[0]):
            yield Hit(PHONE, match.start(), match.end())
    for match in _SAID_PHONE.finditer(text):
        yield Hit(PHONE, match.start("number"), match.end("number"))


_SPAN = re.compile(r"[01]\d[0-5]\d[ -]{1,3}[0-2]\d[0-5]\d")


def _is_span(written: str) -> bool:
    """Return whether it is a time of the day, to another: 0900-1730."""
    return _SPAN.fullmatch(written) is not None


# Names: one or two words with a capital after a word for those we are here for.
_WHO = r"(?:client|patient|pt|service[ -]user|resident|survivor|young person)s?"
_CAPITAL = r"[^\W\d_a-z]"
_WORD = rf"{_CAPITAL}[^\W\d_]{{0,30}}(?:['’-]{_CAPITAL}?[^\W\d_]{{1,30}}){{0,2}}"
_LETTERS = rf"(?:{_CAPITAL}\. ?){{1,2}}{_CAPITAL}\.?"
_NAMED = re.compile(
    rf"\b(?:(?:[Tt]he|[Mm]y|[Oo]ur|[Aa]|[Tt]his|[Hh]is|[Hh]er|[Tt]heir) )?(?i:{_WHO})\.?"
    rf"(?::? (?:called |named |is )?|: ?)(?P<name>{_LETTERS}(?![\w&'’])|{_WORD}(?: {_WORD})?(?!\w))"
)
_NAME_THEN_WHO = re.compile(
    rf"(?<!\w)(?P<name>{_WORD}(?: {_WORD})?) \((?:an? |my |our |the )?(?i:{_WHO})\)"
)
_DOTTED = re.compile(rf"(?<![\w.]){_LETTERS}(?![\w&'’])")
"""Initials with full stops. Without them they are looked for after "client" alone."""

_PAIR = 2


def _names(text: str) -> Iterator[Hit]:
    for match in _NAMED.finditer(text):
        start, written = match.span("name")[0], match["name"]
        if "." in written and _are_initials(written):
            yield Hit(INITIALS, match.start(), match.end())
        elif length := _length_of_name(written):
            kind = INITIALS if written[:length].isupper() else NAME
            yield Hit(kind, match.start(), start + length)
    for match in _NAME_THEN_WHO.finditer(text):
        if _length_of_name(match["name"]):
            yield Hit(NAME, match.start(), match.end())


def _length_of_name(written: str) -> int:
    """Return how much of it is a name: nothing of a weekday, a team or an abbreviation."""
    first, _, second = written.partition(" ")
    if not _is_name(first):
        return 0
    return len(written) if second and _is_name(second) else len(first)


def _is_name(word: str) -> bool:
    if word in NO_INITIALS or word.casefold() in NO_NAMES:
        return False
    return len(word) == _PAIR or (len(word) > _PAIR and not word.isupper())


def _initials(text: str) -> Iterator[Hit]:
    for match in _DOTTED.finditer(text):
        if _are_initials(match[0]):
            yield Hit(INITIALS, match.start(), match.end())


def _are_initials(written: str) -> bool:
    return written.replace(".", "").replace(" ", "") not in NO_INITIALS
