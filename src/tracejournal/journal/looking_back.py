"""Looking back, on request alone: on this day in other years, or at something kind."""

from __future__ import annotations

from tracejournal.store import days, looking_back
from tracejournal.words import look_back as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from tracejournal.model.clock import Clock
    from tracejournal.model.entry import EntryLine
    from tracejournal.store.engine import Store


class LookingBack:
    """Use cases of looking back. Sealed entries and the trash are never among what is found."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Take the store and the clock."""
        self._store = store
        self._clock = clock

    def find(self, what: str, choice: str, *, heavy_days: bool = False) -> tuple[EntryLine, ...]:
        """Return what there is to look back on, newest first, 200 at most.

        Args:
            what: `ON_THIS_DAY` or `KIND` of `words.look_back`.
            choice: a key of its choices.
            heavy_days: take in days on which a check-in told of a load of 8 and more, or of an
                energy of 2 and less.
        """
        everything = choice == words.CHOICES[what][0][0]
        if what == words.KIND:
            kinds = tuple(looking_back.KINDS) if everything else (choice,)
            return looking_back.kind_ones(self._store, kinds, heavy_days=heavy_days)
        return looking_back.on_days(
            self._store,
            self._this_day_in_other_years(),
            None if everything else choice,
            heavy_days=heavy_days,
        )

    def _this_day_in_other_years(self) -> list[date]:
        today = self._clock.today()
        first, _ = days.first_and_last(self._store) or (today, today)
        found = (_same_day(today, year) for year in range(first.year, today.year))
        return [day for day in found if day is not None]


def _same_day(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February, in a year that has none
        return None
