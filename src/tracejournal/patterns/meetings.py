"""What survives busy weeks: of each meeting how often it was held, as far as that was told."""

from __future__ import annotations

from tracejournal.model.meeting import REASONS
from tracejournal.model.record import Record
from tracejournal.model.vocabulary import label
from tracejournal.patterns.support import top_level
from tracejournal.words import meetings as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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


def said(found: Survived) -> Iterator[str]:
    """Yield it in words, line by line: counts with what they are out of, and no judgement."""
    sums = found.sums
    if sums.held:
        yield words.COUNTED.format(held=sums.held, told=sums.told)
    elif sums.told:  # a zero would be a reproach
        yield words.TOLD_ALONE.format(told=sums.told)
    elif not sums.moved:
        yield words.NOTHING_TOLD
    if found.tells_of_heavy:
        sentence = words.IN_HEAVY if sums.heavy_held else words.HEAVY_ALONE
        yield sentence.format(held=sums.heavy_held, told=sums.heavy_told)
    if sums.dropped:
        reasons = ", ".join(f"{_reason(each)} {each.count}" for each in sums.dropped)
        yield words.DROPPED_FOR.format(reasons=reasons)
    if sums.moved:
        yield words.WERE_MOVED.format(count=sums.moved)
    if found.tells_of_heavy:
        yield words.HEAVY_MEANS.format(load=found.heavy_from)


def _reason(dropped: DroppedSums) -> str:
    unnamed = words.OWN_WORDS if dropped.in_own_words else words.UNSAID
    return label(REASONS, dropped.reason) or unnamed


def _place(dropped: DroppedSums) -> int:
    keys = [reason.key for reason in REASONS]
    if dropped.reason in keys:
        return keys.index(dropped.reason)
    return len(keys) + (not dropped.in_own_words)
