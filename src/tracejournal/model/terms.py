"""Names and keys of a person's own terms."""

from __future__ import annotations

from tracejournal.model.errors import Misuse
from tracejournal.model.text import clean
from tracejournal.model.vocabulary import OWN_KEY, VOCABULARIES, term
from tracejournal.words import refusals

MAX_LABEL = 60
"""Characters of a label: what a line of a list has room for."""

_MAX_KEY = 40


def term_label(vocabulary: str, typed: str, key: str = "") -> str:
    """Return what a term is to be called.

    Args:
        vocabulary: a key of `VOCABULARIES`.
        typed: the name; of a term that came along it may be empty, for the one it came with.
        key: which term; "" for a new one.

    Raises:
        Misuse: the name is missing, too long or taken.
    """
    said = " ".join(clean(typed).split())
    if not said and (not key or key.startswith(OWN_KEY)):
        raise Misuse(refusals.TERM_EMPTY)
    if len(said) > MAX_LABEL:
        raise Misuse(refusals.TERM_TOO_LONG.format(limit=MAX_LABEL))
    wanted = said.casefold()
    for each in VOCABULARIES[vocabulary]:
        if each.key != key and wanted in (each.key, each.label.casefold()):
            raise Misuse(refusals.TERM_TAKEN.format(label=said, what=vocabulary))
    return said


def term_key(vocabulary: str, label: str) -> str:
    """Return a free key for a new term: its label in small letters, joined by dashes."""
    joined = "".join(char if char.isalnum() else "-" for char in label.casefold())
    name = "-".join(word for word in joined.split("-") if word)[:_MAX_KEY].rstrip("-")
    first = candidate = OWN_KEY + (name or vocabulary)
    number = 2
    while term(VOCABULARIES[vocabulary], candidate):
        candidate, number = f"{first}-{number}", number + 1
    return candidate
