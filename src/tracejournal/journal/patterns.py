"""When a person felt most supported, and what made that possible: answered from their record."""

from __future__ import annotations

from datetime import date

from tracejournal.model.entry import MAX_RATING
from tracejournal.model.record import Record
from tracejournal.patterns.support import highest_from, skipped, support
from tracejournal.store import behind, listing, sums, ways

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.model.entry import EntryLine
    from tracejournal.model.sums import Ratings
    from tracejournal.model.ways import Company, Ways, WeekOfMoments
    from tracejournal.patterns.support import Line, Support
    from tracejournal.store.engine import Store

_NONE_IS_HIGHEST = MAX_RATING + 1


class Behind(Record):
    """The moments behind a line, the newest of each. The last two disagree with the first.

    Attributes:
        with_high: with the condition, and among the highest rated.
        with_lower: with it, and not among them; where none are highest, all that are with it.
        without_high: without it, and among the highest rated.
        without_lower: neither; listed only where none are highest.
    """

    with_high: tuple[EntryLine, ...]
    with_lower: tuple[EntryLine, ...]
    without_high: tuple[EntryLine, ...]
    without_lower: tuple[EntryLine, ...]


class Patterns:
    """Use cases about what goes together. All of them read; sealed entries and the trash stay out.

    In the order of how long they take: of a million entries the moments are there at once, the
    ratings within a second, the answer after two more.
    """

    def __init__(self, store: Store) -> None:
        """Take the store."""
        self._store = store

    def most_supported(self, since: date = date.min, limit: int = 8) -> tuple[EntryLine, ...]:
        """Return the moments that are rated highest, of those rated alike the newest first."""
        rows = sums.most_supported(self._store, since, limit)
        found = listing.lines(self._store, rows)
        return tuple(found[row] for row in rows if row in found)

    def ratings(self, since: date = date.min) -> Ratings:
        """Return how many moments there are from a day on, how many are rated, and how."""
        return sums.ratings(self._store, since)

    def support(self, since: date = date.min, ratings: Ratings | None = None) -> Support:
        """Return what was there when support was felt most, and what can be said of it.

        Args:
            since: the first day that counts.
            ratings: those of the same days, where they were asked for already.
        """
        found = ratings or self.ratings(since)
        from_rating = highest_from(found)
        cut = _NONE_IS_HIGHEST if from_rating is None else from_rating
        answer = support(found, sums.week_sums(self._store, cut, since))
        if found.rated == found.moments:
            return answer
        return answer.replace(skipped=skipped(sums.load_sums(self._store, since)))

    def behind(self, line: Line, from_rating: int | None, since: date = date.min) -> Behind:
        """Return the moments behind a line, those that disagree with it included.

        Args:
            line: of the answer.
            from_rating: the rating the highest begin with, as the answer says.
            since: the first day that counts.
        """
        cut = _NONE_IS_HIGHEST if from_rating is None else from_rating
        high, lower = (cut, MAX_RATING), (0, cut - 1)

        def told(ratings: tuple[int, int], *, with_it: bool) -> tuple[EntryLine, ...]:
            key = line.condition, line.presence
            return behind.told_moments(self._store, key, ratings, with_it=with_it, since=since)

        return Behind(
            told(high, with_it=True),
            told(lower, with_it=True),
            told(high, with_it=False),
            told(lower, with_it=False) if from_rating is None else (),
        )

    def weeks(self, since: date = date.min) -> tuple[WeekOfMoments, ...]:
        """Return each week that has moments, oldest first: given, received, how supported."""
        return tuple(ways.weeks(self._store, since))

    def ways(self, since: date = date.min) -> Ways:
        """Return how many moments there are of each kind, mode, occasion and the like."""
        return ways.ways(self._store, since)

    def company(self, since: date = date.min) -> tuple[Company, ...]:
        """Return everyone moments name: first the circle in its order, then by the alphabet."""
        return ways.company(self._store, since)
