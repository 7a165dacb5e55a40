"""How connection happened: week by week, in which ways, and with whom. Counts, never a ranking."""

from __future__ import annotations

from tracejournal.model.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class WeekOfMoments(Record):
    """A week in which there are moments.

    Attributes:
        monday: its first day.
        moments: how many there are.
        given: how many of them were given.
        received: how many were received; the others went both ways, or it is not said.
        rated: how many have a rating.
        total: their ratings taken together.
    """

    monday: date
    moments: int
    given: int
    received: int
    rated: int
    total: int

    @property
    def supported(self) -> float | None:
        """The mean of the ratings, 0-10; None where nothing was rated, which is not zero."""
        return self.total / self.rated if self.rated else None


class Ways(Record):
    """How moments happened.

    Attributes:
        moments: how many there are.
        counts: for each field, how many moments have each of its keys: `kind`, `direction`,
            `mode`, `who` by role, `support`, `occasion`, and the conditions that were `present` or
            `missing`. Moments of which it is not said are in none, and some say several, so a
            field need not add up to all.
    """

    moments: int
    counts: Mapping[str, Mapping[str, int]]


class Company(Record):
    """Moments with someone.

    Attributes:
        name: of a person, a role or a team.
        moments: how many name them.
        given: how many of these were given to them.
        received: how many were received from them.
    """

    name: str
    moments: int
    given: int
    received: int
