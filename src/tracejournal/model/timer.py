"""A silent timer that is told by the clock alone, so that it goes on while nothing runs."""

from __future__ import annotations

from datetime import datetime

from tracejournal.model.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Self

LEAST_MINUTES, USUAL_MINUTES, MOST_MINUTES = 2, 10, 20
_MINUTE = 60


class Timer(Record):
    """So many minutes, begun, paused and ended by a person; it counts no further than they are.

    Attributes:
        minutes: how long it is, `LEAST_MINUTES` to `MOST_MINUTES`.
        spent: seconds that were counted before it was last started.
        since: when it was last started, ISO 8601 with offset; "" while it stands still.
        ended: the person ended it.
    """

    minutes: int = USUAL_MINUTES
    spent: float = 0.0
    since: str = ""
    ended: bool = False

    def _settle(self, given: dict[str, Any]) -> None:
        given["minutes"] = max(LEAST_MINUTES, min(int(given["minutes"]), MOST_MINUTES))
        given["spent"] = max(0.0, float(given["spent"]))
        if given["since"]:
            datetime.fromisoformat(given["since"]).astimezone()

    @classmethod
    def of_fields(cls, held: object) -> Self:
        """Return the timer a draft holds; a fresh one where it holds none that can be."""
        known = held if isinstance(held, dict) else {}
        try:
            return cls(**{name: known[name] for name in cls._fields if name in known})
        except (TypeError, ValueError, OverflowError):
            return cls()

    @property
    def fields(self) -> Mapping[str, object]:
        """What a draft holds of it; nothing while it was not touched."""
        return {} if self == type(self)() else dict(self.__dict__)

    @property
    def is_untouched(self) -> bool:
        """It was never started."""
        return not (self.since or self.spent)

    def counted(self, now: datetime) -> float:
        """Return the seconds it has counted, at most its own length."""
        running = 0.0
        if self.since:
            # A clock that was set back takes nothing away.
            since = datetime.fromisoformat(self.since)
            running = max(0.0, (now.astimezone() - since.astimezone()).total_seconds())
        return min(self.spent + running, float(self.minutes * _MINUTE))

    def seconds_left(self, now: datetime) -> float:
        """Return how much is left."""
        return self.minutes * _MINUTE - self.counted(now)

    def is_running(self, now: datetime) -> bool:
        """It counts, and something is left to count."""
        return bool(self.since) and self.seconds_left(now) > 0

    def is_over(self, now: datetime) -> bool:
        """Nothing is left."""
        return self.seconds_left(now) <= 0

    def minutes_taken(self, now: datetime) -> int | None:
        """Return the whole minutes it counted, or None where it was hardly begun."""
        return round(self.counted(now) / _MINUTE) or None

    def started(self, now: datetime) -> Self:
        """Return it counting; one that was over begins again."""
        spent = 0.0 if self.is_over(now) else self.counted(now)
        return self.replace(spent=spent, since=now.isoformat(), ended=False)

    def paused(self, now: datetime, *, ended: bool = False) -> Self:
        """Return it standing still; it can go on."""
        return self.replace(spent=self.counted(now), since="", ended=ended)

    def longer(self, by: int, now: datetime) -> Self:
        """Return it longer or shorter by some minutes; what it counted stays."""
        since = now.isoformat() if self.since else ""
        return self.replace(minutes=self.minutes + by, spent=self.counted(now), since=since)
