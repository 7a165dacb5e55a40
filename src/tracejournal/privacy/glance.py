"""A glance that tells at once, of nearly all words, that there is nothing to be found in them.

It needs no regular expressions, whose import takes a third as long as keeping a line in the shell.
"""

from __future__ import annotations

MARKERS = (
    "client", "patient", "pt", "service user", "service-user", "resident", "survivor",
    "young person", "case", "file", "record", "chart", "ref", "mrn", "nhs", "ssn", "docket",
    "claim", "number", "no.", "id", "born", "dob", "d.o.b", "birth",
)  # fmt: skip
"""What stands before a name or a number that belongs to somebody."""

_FEW_DIGITS = 5


def worth_a_look(text: str) -> bool:
    """Return whether `identifiers.find` could find anything; where not, it finds nothing.

    Args:
        text: words, of any length; it takes time in proportion to that.
    """
    lower = text.casefold()
    if any(marker in lower for marker in MARKERS):
        return True
    if sum(map(str.isdigit, text)) >= _FEW_DIGITS:
        return True
    return any(
        sign == "@" and text[place - 1 : place].strip() != ""
        for place, sign in enumerate(text)
        if sign == "@"
    ) or _has_initials(text)


def _has_initials(text: str) -> bool:
    """Return whether a capital, a full stop and another capital follow each other somewhere."""
    bare = text.replace(" ", "")
    return any(
        sign == "." and bare[place - 1 : place].isupper() and bare[place + 1 : place + 2].isupper()
        for place, sign in enumerate(bare)
    )
