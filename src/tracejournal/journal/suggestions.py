"""Someone it may be nice to hear of: one a day at most, and only by a rhythm that was set."""

from __future__ import annotations

from tracejournal.model.circle import Suggestion
from tracejournal.store import circle, rests, suggestions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.model.circle import Member
    from tracejournal.model.clock import Clock
    from tracejournal.store.engine import Store


class Suggestions:
    """Use cases of the one line of Today that names somebody."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Take the store and the clock."""
        self._store = store
        self._clock = clock

    def today(self) -> Suggestion | None:
        """Return whom today suggests: the same all day, until they were met or let be.

        Never one who rests, is on leave or quiet, or has no rhythm; never on a day that is marked
        as rest or leave. All have their turn, in the circle's order: nobody is ranked.
        """
        today = self._clock.today()
        members = {member.id: member for member in circle.members(self._store, today)}
        free = [member for member in members.values() if member.may_be_suggested(today)]
        chosen = suggestions.of_day(self._store, today)
        if chosen is not None:
            person, let_be = chosen
            member = None if let_be else members.get(person)
            return _said(member) if member in free else None
        if not free or rests.marks(self._store, today, today):
            return None
        member = self._whose_turn(free)
        with self._store.transaction() as store:
            suggestions.put(store, today, member.id)
        return _said(member)

    def _whose_turn(self, free: Sequence[Member]) -> Member:
        """Return who was suggested longest ago, or never; of several the first in the circle."""
        days = suggestions.last_days(self._store)
        return min(free, key=lambda member: days.get(member.id, ""))

    def let_be(self, *, let_be: bool = True) -> None:
        """Let today's suggestion be for today, or take that back."""
        with self._store.transaction() as store:
            suggestions.let_be(store, self._clock.today(), let_be=let_be)


def _said(member: Member | None) -> Suggestion | None:
    if member is None:
        return None
    return Suggestion(member.name, member.last.on if member.last else None)
