"""The circle: people, roles, groups and teams, and how often one would like to be in touch.

Nobody is ever ranked: the circle has the order its owner gives it.
"""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

from tracejournal.model.errors import Misuse
from tracejournal.model.mentions import MAX_NAME, as_mention, as_name, distinct, name_key, people_in
from tracejournal.model.record import Record
from tracejournal.model.text import clean
from tracejournal.model.vocabulary import WHO, Term, choose
from tracejournal.words import circle as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

SORTS = tuple(Term(key, label) for key, label in words.SORTS)
"""What someone is. A role is as good as a name."""

REST, LEAVE = "rest", "leave"
DUE, IN_RHYTHM, NO_RHYTHM = "due", "in-rhythm", "no-rhythm"
STATES = (DUE, IN_RHYTHM, NO_RHYTHM, REST, LEAVE)
"""How it stands with someone, in the order the command line tells it."""

MAX_DAYS = 3_660
"""Ten years: the longest gap there can be."""

NO_CONTACT = ("tried", "declined")
"""Directions of moments that are no contact: it was tried, or declined. All others are."""

WENT_WELL = 8
"""A moment rated so, of 10, or higher, counts as one that went well; look-back has the same."""

YEAR_OF_WEEKS = 52

_NEVER_SEEN = "CZM"
"""Unicode categories a name cannot be made of alone: controls, spaces, bare marks."""


class LastContact(Record):
    """The last real contact with someone.

    Attributes:
        on: the day.
        kind: of the moment; None where that is not said.
    """

    on: date
    kind: str | None = None


class Member(Record):
    """Someone of whom more is known than a name.

    Attributes:
        name: what they are called: a name, or better a role.
        sort: a key of `SORTS`.
        role: a key of `vocabulary.WHO`, or None.
        aliases: other names that mean them, each once.
        ideal: days between contacts one would like; None for no rhythm.
        longest: days it may be at most, no fewer than `ideal`; None where that was not said.
        since: the day the rhythm was set.
        away: `REST`, `LEAVE` or "".
        away_until: the last day of it; None for until further notice.
        quiet: never suggested, nor looked back on.
        position: the place in the circle's order; None for one who is not in the circle.
        id: the row of the person; 0 for one who has none yet.
        created_at: when they were first named, ISO 8601; "" for one who was not yet.
        last: the last contact, None where there was none.
    """

    name: str
    sort: str = "person"
    role: str | None = None
    aliases: tuple[str, ...] = ()
    ideal: int | None = None
    longest: int | None = None
    since: date | None = None
    away: str = ""
    away_until: date | None = None
    quiet: bool = False
    position: int | None = None
    id: int = 0
    created_at: str = ""
    last: LastContact | None = None

    @property
    def mention(self) -> str:
        """How they are written inside words so that they are meant, by any of their names."""
        for name in (self.name, *self.aliases):
            mention = as_mention(name)
            if [name_key(found) for found in people_in(mention)] == [name_key(name)]:
                return mention
        return self.name

    def _settle(self, given: dict[str, Any]) -> None:
        given["name"] = checked_name(given["name"])
        given["sort"] = choose(SORTS, given["sort"], words.SORT)
        given["role"] = choose(WHO, given["role"], words.ROLE) if given["role"] else None
        own = name_key(given["name"])
        aliases = distinct(checked_name(alias) for alias in given["aliases"])
        given["aliases"] = tuple(alias for alias in aliases if name_key(alias) != own)
        given["ideal"], given["longest"] = _checked_gaps(given["ideal"], given["longest"])
        if not given["away"]:
            given["away_until"] = None

    @property
    def due_on(self) -> date | None:
        """The day from which it may be time; None without a rhythm."""
        return self._after(self.ideal)

    @property
    def suggested_from(self) -> date | None:
        """The day from which Today may suggest them: after the longest gap, where one was said."""
        return self._after(self.longest or self.ideal)

    def _after(self, days: int | None) -> date | None:
        begin = self.last.on if self.last else self.since
        if days is None or begin is None:
            return None
        try:
            return begin + timedelta(days=days)
        except OverflowError:  # beyond the last day a calendar knows
            return date.max

    def is_away(self, today: date) -> bool:
        """Whether they rest or are on leave on a day."""
        return bool(self.away) and (self.away_until is None or today <= self.away_until)

    def state(self, today: date) -> str:
        """Return how it stands: one of `STATES`."""
        if self.is_away(today):
            return self.away
        if self.ideal is None:
            return NO_RHYTHM
        due_on = self.due_on
        return DUE if due_on is not None and today >= due_on else IN_RHYTHM

    def may_be_suggested(self, today: date) -> bool:
        """Whether Today may suggest them: due by a rhythm that was set, and nothing against it."""
        begin = self.suggested_from
        is_due = self.state(today) == DUE and begin is not None and today >= begin
        return is_due and not self.quiet and self.position is not None


class Known(Record):
    """What the entries of a stretch of time tell of someone: counts with what they are out of.

    Attributes:
        first: the first day that counts.
        weeks: moments in each week, the oldest first; the last one is the present week.
        moments: how many moments of contact there are.
        given: how many of them were given.
        received: how many were received; the others went both ways, or it is not said.
        rated_well: how many were rated `WENT_WELL` or more and tell what helped.
        telling: how many tell what helped at all.
        present: how many of those that went well have each condition, or of all that tell where
            none of them is rated so; the most frequent first.
    """

    first: date
    weeks: tuple[int, ...]
    moments: int
    given: int
    received: int
    rated_well: int
    telling: int
    present: Mapping[str, int]

    @property
    def out_of(self) -> int:
        """What the counts in `present` are out of."""
        return self.rated_well or self.telling


class Suggestion(Record):
    """Someone it may be nice to hear of, today.

    Attributes:
        name: what they are called.
        last_on: the day of the last contact, None where there was none.
    """

    name: str
    last_on: date | None


def checked_name(typed: str) -> str:
    """Return a name as it is kept: `Night team` for `@Night_team`, trimmed, on one line.

    Raises:
        Misuse: nothing of it can be seen, or it is longer than a name can be.
    """
    name = " ".join(as_name(clean(typed)).split())
    if all(unicodedata.category(char)[0] in _NEVER_SEEN for char in name):
        raise Misuse(words.NAME_EMPTY)
    if len(name) > MAX_NAME:
        raise Misuse(words.NAME_TOO_LONG.format(limit=MAX_NAME))
    return name


def guessed_sort(name: str) -> str:
    """Return what a name is likely to be: small letters make a role, "team" a team."""
    spoken = name_key(name).split()
    if "team" in spoken or "teams" in spoken:
        return "team"
    if "group" in spoken:
        return "group"
    first = name.strip()[:1]
    return "role" if first.islower() or spoken[:1] in (["my"], ["a"], ["the"]) else "person"


def _checked_gaps(ideal: int | None, longest: int | None) -> tuple[int | None, int | None]:
    if ideal is None:
        return None, None
    for days in (ideal, longest):
        if days is not None and not 1 <= days <= MAX_DAYS:
            raise Misuse(words.RHYTHM_RANGE)
    if longest is not None and longest < ideal:
        raise Misuse(words.RHYTHM_ORDER)
    return ideal, longest
