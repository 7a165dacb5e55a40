"""A rhythm as people type it: `2 weeks`, `every month`, `2 weeks, 4 at most`."""

from __future__ import annotations

from tracejournal.model.errors import Misuse
from tracejournal.words import circle as words

Gaps = tuple[int | None, int | None]
"""The ideal and the longest gap in days; None for none."""

_UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365}
_LETTERS = {"d": "day", "w": "week", "m": "month", "y": "year"}
_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
_NONE = ("", "none", "no", "-")
_ALONE = {"daily": 1, "weekly": 7, "fortnightly": 14, "monthly": 30, "quarterly": 91, "yearly": 365}
_FILLERS = ("every", "each", "a", "an", "at", "most", "or", "so", "about", "the")
_BETWEEN = (",", " to ", " at most ", "–", ";", " - ", "/")
_LONGEST_NUMBER = 4


def parse_rhythm(typed: str) -> Gaps:
    """Return the gaps a person means; (None, None) for no rhythm.

    A number of its own takes the unit beside it: `2-4 weeks` is two weeks, four at most.

    Raises:
        Misuse: it is no rhythm.
    """
    said = " ".join(typed.lower().split())
    if said in _NONE:
        return None, None
    for sign in _BETWEEN:
        said = said.replace(sign, "|")
    pieces = [_piece(piece, typed) for piece in _split_ranges(said).split("|") if piece.strip()]
    if not 1 <= len(pieces) <= 2:  # noqa: PLR2004 - an ideal and a longest gap
        raise Misuse(words.RHYTHM_UNREADABLE.format(value=typed.strip()))
    units = [unit for _, unit in pieces]
    if not any(units):
        raise Misuse(words.RHYTHM_UNREADABLE.format(value=typed.strip()))
    days = [number * (unit or next(filter(None, units))) for number, unit in pieces]
    return days[0], days[1] if len(days) > 1 else None


def _split_ranges(said: str) -> str:
    """Turn the dash of `2-4 weeks` into what stands between two gaps."""
    found = ""
    for place, char in enumerate(said):
        is_range = char == "-" and said[:place][-1:].isdigit() and said[place + 1 :][:1].isdigit()
        found += "|" if is_range else char
    return found


def _piece(piece: str, typed: str) -> tuple[int, int]:
    """Return a number and the days of its unit, 0 for none."""
    number, unit = 0, 0
    for word in piece.split():
        value = _number(word)
        if value and not number:
            number = value
        elif (found := _unit(word)) and not unit:
            number, unit = number or found[0], found[1]
        elif word not in _FILLERS:
            raise Misuse(words.RHYTHM_UNREADABLE.format(value=typed.strip()))
    if not number:
        raise Misuse(words.RHYTHM_UNREADABLE.format(value=typed.strip()))
    return number, unit


def _number(word: str) -> int:
    if word in _NUMBERS:
        return _NUMBERS.index(word) + 1
    return int(word) if word.isdecimal() and word.isascii() and len(word) <= _LONGEST_NUMBER else 0


def _unit(word: str) -> tuple[int, int] | None:
    """Return the number a unit brings along, 1 where none stands before it, and its days."""
    if word in _ALONE:
        return _ALONE[word], 1
    digits = word.rstrip("dwmy")
    if digits != word and digits.isdecimal() and len(digits) <= _LONGEST_NUMBER:
        letter = word[len(digits) :]
        return (int(digits), _UNITS[_LETTERS[letter]]) if letter in _LETTERS else None
    days = _UNITS.get(word.removesuffix("s"))
    return (1, days) if days else None
