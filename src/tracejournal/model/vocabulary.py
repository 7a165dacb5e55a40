"""The terms a person can choose from: kinds, directions, modes, conditions and the rest.

Keys are stored for ever; `words.labels` holds what is read. The full taxonomy and its sources
stand there. Kinds and conditions follow the person: see `Vocabulary`.
"""

from __future__ import annotations

from tracejournal.model.errors import Misuse
from tracejournal.model.record import Record
from tracejournal.words import labels, refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Term(Record):
    """One choice.

    Attributes:
        key: what is stored, for ever.
        label: what people read.
        glyph: a sign, for kinds and types.
        also: other words it is found by while typing.
        observable: of conditions: a circumstance that others could have seen, which may later be
            compared; the others are felt, and only ever counted.
        hidden: it is read where it was kept, and offered nowhere.
        own: it is one of the person's own.
    """

    key: str
    label: str
    glyph: str = ""
    also: str = ""
    observable: bool = False
    hidden: bool = False
    own: bool = False


class OwnTerm(Record):
    """What a person made of a term, or one of their own.

    Attributes:
        vocabulary: a key of `VOCABULARIES`.
        key: of one that came along, or one that begins with `OWN_KEY`.
        label: what they call it; "" for what it came with.
        observable: see `Term`; of own conditions alone.
        hidden: see `Term`.
    """

    vocabulary: str
    key: str
    label: str = ""
    observable: bool = False
    hidden: bool = False


OWN_KEY = "my-"
"""How the keys of own terms begin, so that no later version brings the same one along."""


class Vocabulary(list[Term]):
    """Terms that came along, as the person calls them, and their own behind those.

    There is one for kinds and one for conditions, and the whole program reads them: one process
    has one journal open, and whoever opens it says what its owner calls things (`learn`). Where
    nobody did, or where a key is unknown, as in an older version, things go by the names they came
    with and by their keys.
    """

    def __init__(self, terms: Sequence[Term], own_glyph: str = "") -> None:
        """Take the terms that come along, and the sign of those that do not."""
        super().__init__(terms)
        self._came_along = tuple(terms)
        self._own_glyph = own_glyph

    def learn(self, own: Sequence[OwnTerm]) -> None:
        """Know terms as a person has made them; what was known before is forgotten."""
        known = {each.key: each for each in self._came_along}
        for each in own:
            came = known.get(each.key) or Term(
                each.key, each.key, self._own_glyph, observable=each.observable, own=True
            )
            known[each.key] = came.replace(label=each.label or came.label, hidden=each.hidden)
        self[:] = known.values()


def _with_glyph(rows: Sequence[tuple[str, str, str]]) -> tuple[Term, ...]:
    return tuple(Term(key, label, glyph) for key, glyph, label in rows)


def _plain(rows: Sequence[tuple[str, str]]) -> tuple[Term, ...]:
    return tuple(Term(key, label) for key, label in rows)


ENTRY_TYPES = _with_glyph(labels.ENTRY_TYPES)
KINDS = Vocabulary(
    [
        Term(key, label, glyph, also=labels.KINDS_ALSO.get(key, ""))
        for key, glyph, label in labels.KINDS
    ],
    own_glyph=labels.OWN_KIND_GLYPH,
)
DIRECTIONS = _plain(labels.DIRECTIONS)
MODES = _plain(labels.MODES)
WHO = _plain(labels.WHO)
SUPPORTS = _plain(labels.SUPPORTS)
OCCASIONS = _plain(labels.OCCASIONS)
FITS = _plain(labels.FITS)
CONDITIONS = Vocabulary(
    [Term(key, label, observable=seen) for key, label, seen in labels.CONDITIONS]
)
PRINCIPLES = _plain(labels.PRINCIPLES)
DEPTHS = _plain(labels.DEPTHS)
ROLES = _plain(labels.ROLES)
PROMPT_TIMES = _plain(labels.PROMPT_TIMES)


VOCABULARIES = {"kind": KINDS, "condition": CONDITIONS}
"""Those that a person can rename, hide and add to."""


def learn(own: Sequence[OwnTerm]) -> None:
    """Know kinds and conditions as the owner of the open journal has made them."""
    for name, vocabulary in VOCABULARIES.items():
        vocabulary.learn([each for each in own if each.vocabulary == name])


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
