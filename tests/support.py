"""What tests of every layer share."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from tracejournal.model.clock import Clock

MONDAY = "2026-11-23T08:42"
"""A Monday in November, early in the working day."""

DUBLIN, NEW_YORK, TOKYO = "Europe/Dublin", "America/New_York", "Asia/Tokyo"


class FakeClock(Clock):
    """A clock that stands still until it is set, in a zone of the test's choosing."""

    def __init__(self, at: str = MONDAY, zone: str = DUBLIN, day_starts: time = time(0, 0)) -> None:
        super().__init__(day_starts)
        self._zone = zone
        self._at = self.localise(datetime.fromisoformat(at))

    def set(self, at: str, zone: str | None = None) -> None:
        """Show another wall-clock time, in another zone where one is given."""
        self._zone = zone or self._zone
        self._at = self.localise(datetime.fromisoformat(at))

    def pass_time(self, **by: float) -> None:
        """Let time pass: `clock.pass_time(minutes=5)`."""
        self._at = _with_offset(self._at.astimezone(UTC) + timedelta(**by), self._zone)

    def local_now(self) -> datetime:
        return self._at

    def local(self, at: datetime) -> datetime:
        return _with_offset(at, self._zone)

    def localise(self, wall: datetime) -> datetime:
        # By way of UTC, so that a time the clock skipped becomes one that was really lived.
        aware = wall.replace(tzinfo=ZoneInfo(self._zone))
        return _with_offset(aware.astimezone(UTC), self._zone)

    def as_local(self, at: datetime) -> datetime:
        return _with_offset(at, self._zone)

    def zone(self) -> str:
        return self._zone


def _with_offset(at: datetime, zone: str) -> datetime:
    """Return a time with a fixed offset, as the machine's own clock gives it."""
    offset = at.astimezone(ZoneInfo(zone)).utcoffset()
    assert offset is not None
    return at.astimezone(timezone(offset))
