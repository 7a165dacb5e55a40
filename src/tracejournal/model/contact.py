"""Someone, or a line, a person can call. A number is text to be read: nothing is ever dialled."""

from __future__ import annotations

from tracejournal.model.errors import Misuse
from tracejournal.model.record import Record
from tracejournal.model.text import clean
from tracejournal.model.vocabulary import Term, choose
from tracejournal.words import call as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any

SECTIONS = tuple(Term(key, label) for key, label in words.SECTIONS)
"""In the order they are shown: someone I chose first, an emergency number last (research, 5)."""

REGIONS = tuple(Term(key, label) for key, label in words.REGIONS)

EUROPE = frozenset((
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
))  # fmt: skip
"""The members of the European Union, by ISO 3166 alpha-2."""

TEXTS = ("name", "number", "how", "hours", "languages", "note")
"""What a person can change about one, in the order it is asked."""


class Contact(Record):
    """One entry of the page.

    Attributes:
        id: lasting key; of a person's own begins with "own-".
        section: a key of `SECTIONS`.
        name: who it is.
        number: what is dialled or opened elsewhere, as text.
        how: the ways to reach it, such as "call or text"; "" where that goes without saying.
        hours: when; "" where unknown.
        languages: in which; "" where unknown.
        note: anything else.
        region: ISO 3166 alpha-2, "EU", or "" for anywhere.
        source: the page it was read on; "" for a person's own.
        checked_on: the day that page was last read; None for a person's own.
        hidden: not shown until the person says so.
        changed_on: the day the person last changed it; None where it is as it came.
    """

    id: str
    section: str
    name: str
    number: str = ""
    how: str = ""
    hours: str = ""
    languages: str = ""
    note: str = ""
    region: str = ""
    source: str = ""
    checked_on: date | None = None
    hidden: bool = False
    changed_on: date | None = None

    def _settle(self, given: dict[str, Any]) -> None:
        for name in TEXTS:
            given[name] = " ".join(clean(given[name]).split())
        if not given["name"] and not given["number"]:
            raise Misuse(words.NAME_MISSING)
        given["section"] = choose(SECTIONS, given["section"], "section")

    @property
    def own(self) -> bool:
        """Whether the person put it in."""
        return self.checked_on is None

    @property
    def about(self) -> tuple[str, ...]:
        """How, when and in which languages it can be reached, and the note; what is known."""
        return tuple(filter(None, (self.how, self.hours, self.languages, self.note)))


class ContactPage(Record):
    """What a person reads.

    Attributes:
        region: where they are; "" while they did not say, which shows every region's lines.
        contacts: in the order of `SECTIONS`, their own first in each.
        hidden: how many are hidden.
        own_unread: their own could not be read, so that only what comes along is shown.
    """

    region: str
    contacts: tuple[Contact, ...]
    hidden: int = 0
    own_unread: bool = False

    @property
    def sections(self) -> list[tuple[Term, list[Contact]]]:
        """The sections to show, and who is in each.

        One that nobody is in is shown, so that it can be filled; but not where somebody may be in
        it who could not be read.
        """
        found = [
            (term, [one for one in self.contacts if one.section == term.key]) for term in SECTIONS
        ]
        return [(term, listed) for term, listed in found if listed or not self.own_unread]


def origin(contact: Contact) -> str:
    """Return where one comes from, and when that was read or the person changed it."""
    said = []
    if contact.checked_on:
        site = contact.source.removeprefix("https://").removeprefix("www.").partition("/")[0]
        said.append(words.CHECKED.format(source=site, day=words.day(contact.checked_on)))
    if contact.changed_on:
        sentence = words.SINCE if contact.own else words.CHANGED
        said.append(sentence.format(day=words.day(contact.changed_on)))
    if contact.hidden:
        said.append(words.HIDDEN)
    return " · ".join(said)


def check_region(typed: str) -> str:
    """Return the code of a region a person means: IE, ireland; "" for none.

    Raises:
        Misuse: it is no code of two letters and no name of a region there are lines for.
    """
    code = typed.strip().upper()
    if not code or (len(code) == 2 and code.isascii() and code.isalpha()):  # noqa: PLR2004 - alpha-2
        return code
    return choose(REGIONS, typed, "region")
