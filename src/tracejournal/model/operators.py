"""The operators of the query language: `kind:huddle`, `with:Priya`, `from:monday`, `supported:>=7`.

One table for the parser, for completion and for hints; docs/search.md says what each one finds.
"""

from __future__ import annotations

from tracejournal.model.record import Record
from tracejournal.model.vocabulary import (
    CONDITIONS,
    DIRECTIONS,
    ENTRY_TYPES,
    KINDS,
    OCCASIONS,
    SUPPORTS,
    WHO,
    Term,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

TERM, PERSON, DAY, NUMBER = "term", "person", "day", "number"


class Operator(Record):
    """A word that narrows a search by what follows its colon.

    Attributes:
        name: as it is typed before the colon, "kind" for `kind:huddle`.
        takes: what follows: "term", "person", "day" or "number" (0-10).
        terms: what can follow where that is a term.
    """

    name: str
    takes: str
    terms: Sequence[Term] = ()


OPERATORS = (
    Operator("is", TERM, (*ENTRY_TYPES, *DIRECTIONS)),
    Operator("with", PERSON),
    Operator("kind", TERM, KINDS),
    Operator("supported", NUMBER),
    Operator("condition", TERM, CONDITIONS),
    Operator("missing", TERM, CONDITIONS),
    Operator("who", TERM, WHO),
    Operator("support", TERM, SUPPORTS),
    Operator("occasion", TERM, OCCASIONS),
    Operator("on", DAY),
    Operator("from", DAY),
    Operator("to", DAY),
    Operator("given", PERSON),
    Operator("received", PERSON),
    Operator("energy", NUMBER),
    Operator("load", NUMBER),
)
"""All of them, in the order in which they are offered to a person."""


def operator(name: str) -> Operator | None:
    """Return the operator of a name in any case, or None where there is none."""
    wanted = name.casefold()
    return next((each for each in OPERATORS if each.name == wanted), None)
