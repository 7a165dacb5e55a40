"""Counts of what a person told of a meeting."""

from __future__ import annotations

from tracejournal.model.record import Record


class DroppedSums(Record):
    """How often one was dropped for a reason.

    Attributes:
        reason: a key of `meeting.REASONS`, or None.
        in_own_words: no key was chosen, and the person said it in their own words.
        count: how often.
    """

    reason: str | None
    in_own_words: bool
    count: int


class MeetingSums(Record):
    """Counts of one meeting.

    Attributes:
        told: planned days that are held or dropped, as far as the person told.
        held: those of them that were held.
        moved: planned days that were moved first, whatever became of them.
        heavy_told: as `told`, of days planned in the heaviest weeks.
        heavy_held: as `held`, of these.
        dropped: why the others were not, each reason with its count.
    """

    told: int = 0
    held: int = 0
    moved: int = 0
    heavy_told: int = 0
    heavy_held: int = 0
    dropped: tuple[DroppedSums, ...] = ()
