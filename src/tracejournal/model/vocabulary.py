"""The terms a person can choose from: kinds, directions, modes, conditions and the rest.

Keys are stored for ever; `words.labels` holds what is read. The full taxonomy and its sources
stand there.
"""

from __future__ import annotations

from tracejournal.model.errors import Misuse
from tracejournal.model.record import Record
from tracejournal.words import labels, refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Term(Record):
    """One choice: a lasting key, a label for people and, for kinds and types, a glyph.

    A hidden one is read where it was kept and offered nowhere.
    """

    key: str
    label: str
    glyph: str = ""
    hidden: bool = False


class Condition(Term):
    """A circumstance that was present or missing; `observable` ones may later be compared."""

    observable: bool = False


def _with_glyph(rows: Sequence[tuple[str, str, str]]) -> tuple[Term, ...]:
    return tuple(Term(key, label, glyph) for key, glyph, label in rows)


def _plain(rows: Sequence[tuple[str, str]]) -> tuple[Term, ...]:
    return tuple(Term(key, label) for key, label in rows)


ENTRY_TYPES = _with_glyph(labels.ENTRY_TYPES)
KINDS = _with_glyph(labels.KINDS)
DIRECTIONS = _plain(labels.DIRECTIONS)
MODES = _plain(labels.MODES)
WHO = _plain(labels.WHO)
SUPPORTS = _plain(labels.SUPPORTS)
OCCASIONS = _plain(labels.OCCASIONS)
FITS = _plain(labels.FITS)
CONDITIONS = tuple(Condition(key, label, observable=seen) for key, label, seen in labels.CONDITIONS)
PRINCIPLES = _plain(labels.PRINCIPLES)
DEPTHS = _plain(labels.DEPTHS)
ROLES = _plain(labels.ROLES)
PROMPT_TIMES = _plain(labels.PROMPT_TIMES)


def term(terms: Sequence[Term], key: str | None) -> Term | None:
    """Return the term with this key, or None where the key is unknown or None."""
    return next((each for each in terms if each.key == key), None)


def label(terms: Sequence[Term], key: str | None) -> str:
    """Return what people read for a key: its label, or the key itself where it is unknown."""
    found = term(terms, key)
    return found.label if found else key or ""


def offered(
    terms: Sequence[Term], usual: Sequence[str] = (), chosen: Sequence[str] = ()
) -> list[Term]:
    """Return the terms to choose from: those a person usually picks first, then the others.

    Args:
        terms: in their own order.
        usual: keys, the most usual first; unknown ones are passed over.
        chosen: keys that are chosen already, and so are there even if they are hidden.
    """
    there = [each for each in terms if not each.hidden or each.key in chosen]
    places = {key: place for place, key in enumerate(usual)}
    return sorted(there, key=lambda each: places.get(each.key, len(places)))


def choose(terms: Sequence[Term], typed: str, what: str) -> str:
    """Return the key a person means by what they typed: the key, its start, or its label's start.

    Args:
        terms: what can be chosen.
        typed: the key, the label or the unique start of one; case does not matter.
        what: the name of the choice in a refusal, such as "kind".

    Raises:
        Misuse: nothing or more than one thing is meant.
    """
    found = meant(terms, typed)
    if len(found) == 1:
        return found[0]
    sentence = refusals.AMBIGUOUS_TERM if found else refusals.UNKNOWN_TERM
    choices = ", ".join(found or (each.key for each in terms))
    raise Misuse(sentence.format(what=what, value=typed.strip(), choices=choices))


def meant(terms: Sequence[Term], typed: str) -> list[str]:
    """Return the keys of all terms that what was typed can mean, as in `choose`."""
    wanted = typed.strip().casefold().replace(" ", "-").replace("_", "-")
    spoken = {each.key: each.label.casefold().replace(" ", "-") for each in terms}
    exact = [key for key, name in spoken.items() if wanted in (key, name)]
    return exact or [
        key
        for key, name in spoken.items()
        if wanted and (key.startswith(wanted) or name.startswith(wanted))
    ]
