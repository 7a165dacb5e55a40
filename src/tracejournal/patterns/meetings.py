"""What survives busy weeks: of each meeting how often it was held, as far as that was told."""

from __future__ import annotations

from tracejournal.model.meeting import REASONS
from tracejournal.model.record import Record
from tracejournal.patterns.support import top_level

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracejournal.model.meeting_sums import DroppedSums, MeetingSums

LEAST_WEEKS = 8
"""Of fewer weeks with a load noted, a quarter is one: no week is called heavy."""


class Survived(Record):
    """What survives, in counts alone: a meeting is never compared, with itself nor another.

    Attributes:
        sums: the counts.
        heavy_from: the load from which a week is one of the heaviest, 0-10, or None where there
            are too few weeks to tell or all are alike.
    """

    sums: MeetingSums
    heavy_from: int | None = None

    @property
    def tells_of_heavy(self) -> bool:
        """Something was told of a day in one of the heaviest weeks."""
        return self.heavy_from is not None and self.sums.heavy_told > 0


def heavy_from(weeks: Mapping[int, int]) -> int | None:
    """Return the load from which a week is one of a person's own heaviest.

    As for days: a quarter of the weeks, and all that are as heavy as the last of these.

    Args:
        weeks: how many weeks have each load, 0-10, as the highest that was noted in them.
    """
    return top_level(weeks) if sum(weeks.values()) >= LEAST_WEEKS else None


def survived(sums: MeetingSums, cut: int | None) -> Survived:
    """Return what survives, the reasons in the order they are offered, what is unsaid last."""
    return Survived(sums.replace(dropped=tuple(sorted(sums.dropped, key=_place))), cut)


def _place(dropped: DroppedSums) -> int:
    keys = [reason.key for reason in REASONS]
    if dropped.reason in keys:
        return keys.index(dropped.reason)
    return len(keys) + (not dropped.in_own_words)
