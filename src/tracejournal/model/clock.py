"""What time it is, and which day an instant belongs to."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time, timedelta

from tracejournal.model.errors import Misuse
from tracejournal.model.record import Record
from tracejournal.words import refusals

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_ZONE_FOLDER = "/zoneinfo/"
_ZONES = "/usr/share/zoneinfo/"


class Instant(Record):
    """A point in time as it was lived: the wall clock, its offset, its zone, and the day.

    Travel, clock changes and a later change of the day's start never move it to another day.

    Attributes:
        at: the local time with its offset from UTC.
        zone: the IANA name of the zone, or None where the machine does not say.
        on: the local day it belongs to.
    """

    at: datetime
    zone: str | None
    on: date

    @property
    def microseconds(self) -> int:
        """The order of time: microseconds since 1970-01-01 UTC."""
        return (self.at - EPOCH) // _MICROSECOND


class Clock:
    """The machine's clock and time zone. Tests and the demo bring another one.

    Args:
        day_starts: the local time at which a new day begins; 04:00 suits night shifts.
    """

    def __init__(self, day_starts: time = time(0, 0)) -> None:
        """Take the start of the day a person chose."""
        self.day_starts = day_starts

    def local_now(self) -> datetime:
        """Return the time now with the local offset."""
        return datetime.now().astimezone()

    def local(self, at: datetime) -> datetime:
        """Return an instant in local time, with the offset that held here then."""
        return at.astimezone()

    def localise(self, wall: datetime) -> datetime:
        """Give a wall-clock time the offset that holds here at that time.

        A time that the clock skipped becomes the one it was put forward to.
        """
        local = wall.astimezone()
        if local.replace(tzinfo=None) == wall:
            return local
        # Versions of Python differ in which of the two it is that `fold` chooses here.
        return max(wall.replace(fold=fold).astimezone() for fold in (0, 1))

    def as_local(self, at: datetime) -> datetime:
        """Return an instant as the wall clock here showed it then."""
        return at.astimezone()

    def zone(self) -> str | None:
        """Return the IANA name of the local zone, or None."""
        named = os.environ.get("TZ", "").removeprefix(":")
        if named and not named.startswith("/"):
            return named if os.path.isfile(_ZONES + named) else None
        target = os.path.realpath(named or "/etc/localtime")
        return target.split(_ZONE_FOLDER, 1)[1] if _ZONE_FOLDER in target else None

    def now(self) -> Instant:
        """Return this instant and the day it belongs to."""
        at = self.local_now()
        return Instant(at, self.zone(), self.day_of(at))

    def today(self) -> date:
        """Return the day it is, by the chosen start of the day."""
        return self.day_of(self.local_now())

    def day_of(self, at: datetime) -> date:
        """Return the day a local time belongs to: before the day's start, the day before."""
        return at.date() if at.time() >= self.day_starts else at.date() - timedelta(days=1)

    def on_day(self, day: date, at: time | None = None) -> Instant:
        """Return an instant on a chosen day, at a chosen time or at the present time of day.

        Raises:
            Misuse: the day is before or after any that this machine's clock can tell.
        """
        wall = at or self.local_now().time().replace(tzinfo=None)
        try:
            calendar_day = day if wall >= self.day_starts else day + timedelta(days=1)
            local = self.localise(datetime.combine(calendar_day, wall))
        except (OverflowError, OSError, ValueError):
            raise Misuse(refusals.NO_SUCH_DAY.format(value=day.isoformat())) from None
        return Instant(local, self.zone(), day)

    def at_time(self, at: time) -> Instant:
        """Return an instant today, at a time; in the hours before a day's start, the latest one.

        Where a day begins at 04:00, 02:00 is the end of it. Said in the morning it means the
        night that has just been, not the one to come.
        """
        today = self.today()
        instant = self.on_day(today, at)
        if at < self.day_starts and instant.at > self.local_now():
            return self.on_day(today - timedelta(days=1), at)
        return instant
