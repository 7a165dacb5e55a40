"""Which prompt a day offers: gentle, the same all day, not the same again for a month."""

from __future__ import annotations

import zlib
from datetime import date

from tracejournal.model.prompt import PromptWishes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import datetime

    from tracejournal.model.prompt import Prompt

MONTH = 30
"""Days for which a prompt does not come back by itself."""

_GENTLE, _MEDIUM = "gentle", "medium"
_NOON, _EVENING = 12, 17
_MONDAY = 0


class Asking:
    """What a choice looks at beyond the prompts and the day.

    Attributes:
        passed_over: ids for which another one was asked that day.
        shown: for each prompt of the last `MONTH` days, the last day that showed it.
        resting: topics the person let rest.
        times: keys of `vocabulary.PROMPT_TIMES` that hold.
        wishes: what the person said in their settings.
    """

    def __init__(
        self,
        *,
        passed_over: Collection[str] = (),
        shown: Mapping[str, date] | None = None,
        resting: Collection[str] = (),
        times: Collection[str] = (),
        wishes: PromptWishes | None = None,
    ) -> None:
        """Take what there is to look at."""
        self.passed_over = passed_over
        self.shown = shown or {}
        self.resting = resting
        self.times = times
        self.wishes = wishes or PromptWishes()

    def may_offer(self, prompt: Prompt) -> bool:
        """Whether a prompt may be offered unasked, were it not passed over already."""
        return (
            not prompt.hidden
            and prompt.depth in (_GENTLE, _MEDIUM)
            and (not prompt.roles or not set(prompt.roles).isdisjoint(self.wishes.roles))
            and prompt.topic not in self.resting
            and (not prompt.when or prompt.when in self.times)
        )


def choose_prompt(prompts: Sequence[Prompt], day: date, asking: Asking) -> Prompt | None:
    """Return the prompt for a day, or None where there is none left to offer.

    The order is shuffled by the prompts' names, so that it is the same on every machine, and each
    day begins one step further along it. What was not shown for a month comes before what was,
    what is meant for just this time before the rest, what is meant for the person's roles before
    what is for everyone, and of prompts that were all shown comes the one that has waited longest.
    Gentle ones come first; others only after every gentle one was passed over that day, or where
    the person asked for them; deep ones never.

    Args:
        prompts: the deck and the person's own.
        day: the day.
        asking: what else there is to look at.
    """
    for group in _groups(prompts, asking):
        start = day.toordinal() % len(group)
        left = [
            (
                asking.shown.get(prompt.id, date.min),
                not prompt.when,
                not prompt.roles,  # those of other roles are not among them
                (place - start) % len(group),
            )
            for place, prompt in enumerate(group)
            if prompt.id not in asking.passed_over
        ]
        if left:
            return group[(min(left)[-1] + start) % len(group)]
    return None


def _groups(prompts: Sequence[Prompt], asking: Asking) -> Iterator[list[Prompt]]:
    """Yield those that may be offered, in the order of their names shuffled; gentle ones first."""
    first = {_GENTLE, asking.wishes.depth}
    may = [prompt for prompt in prompts if asking.may_offer(prompt)]
    may.sort(key=lambda prompt: (zlib.crc32(prompt.id.encode()), prompt.id))
    for depths in (first, {_GENTLE, _MEDIUM} - first):
        group = [prompt for prompt in may if prompt.depth in depths]
        if group:
            yield group


def times_at(now: datetime, day: date, *, after_a_hard_day: bool = False) -> frozenset[str]:
    """Return the keys of `vocabulary.PROMPT_TIMES` that hold.

    Args:
        now: the local time.
        day: the day it belongs to, which for a night shift may be yesterday.
        after_a_hard_day: whether the person said so themselves, and wants it looked at.
    """
    late = now.date() != day
    holds = {
        "morning": not late and now.hour < _NOON,
        "evening": late or now.hour >= _EVENING,
        "week-start": day.weekday() == _MONDAY,
        "after-a-hard-day": after_a_hard_day,
    }
    return frozenset(key for key, is_so in holds.items() if is_so)
