"""What a backup is, what it holds, and which ones are worth keeping."""

from __future__ import annotations

from itertools import groupby

from tracejournal.model.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

DAILY, WEEKLY, MONTHLY = 12, 10, 9
"""Days, weeks and months of which the newest backup stays."""

_PERIODS: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (DAILY, lambda at: at.date()),
    (WEEKLY, lambda at: at.isocalendar()[:2]),
    (MONTHLY, lambda at: (at.year, at.month)),
)


class Backup(Record):
    """A verified copy of the journal. It got its name only after it had passed every check.

    Attributes:
        path: where it is.
        made_at: when it was made, in UTC.
        occasion: "" for one of the usual ones, or what it was made before, such as "restore".
        size: bytes.
    """

    path: str
    made_at: datetime
    occasion: str = ""
    size: int = 0

    @property
    def name(self) -> str:
        """The name of the file, without its folder."""
        return self.path.replace("\\", "/").rpartition("/")[2]


class Contents(Record):
    """What a journal or a backup holds.

    Attributes:
        entries: how many entries there are, sealed ones, too; the trash does not count.
        newest_on: the day of the newest one, or None where there is none.
    """

    entries: int
    newest_on: date | None = None


class Unreached(Record):
    """What could not be rid of erased words.

    Attributes:
        files: damaged or foreign copies in the folder of backups; told once.
        waits: something was in the way for now; the rest is done by itself later.
    """

    files: tuple[str, ...] = ()
    waits: bool = False

    def __bool__(self) -> bool:
        """Whether anything is left."""
        return bool(self.files or self.waits)


def worth_keeping(times: Iterable[datetime]) -> set[datetime]:
    """Return the times of the backups that stay: the newest of each day, week and month.

    Days on which no backup was made do not count, so that a long absence costs none, nor does a
    clock that was wrong for a while. The newest of all is always among them.

    Args:
        times: when each was made, in any order.
    """
    newest_first = sorted(times, reverse=True)
    return {
        next(group)
        for most, period in _PERIODS
        for _, (_, group) in zip(range(most), groupby(newest_first, period), strict=False)
    }
