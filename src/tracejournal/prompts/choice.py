"""Which prompt a day offers: gentle, the same all day, not the same again for weeks."""

from __future__ import annotations

import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from tracejournal.model.prompt import Prompt

_OFFERED = ("gentle", "medium")


def choose_prompt(
    prompts: Sequence[Prompt],
    day: date,
    passed_over: Collection[str] = (),
    passed_over_before: int = 0,
) -> Prompt | None:
    """Return the prompt for a day, or None where there is none left to offer.

    The order is shuffled by the prompts' names, so that it is the same on every machine. Each day
    walks one step along it and so does each "another": none comes back before all others were
    there. Gentle ones come first, others only after every gentle one was passed over that day;
    deep ones are never offered.

    Args:
        prompts: the deck and the person's own; hidden ones are left out.
        day: the day.
        passed_over: ids for which another one was asked that day.
        passed_over_before: for how many another one was asked on the days before.
    """
    for depth in _OFFERED:
        order = sorted(
            (
                prompt
                for prompt in prompts
                if prompt.depth == depth and not prompt.hidden and not prompt.roles
            ),
            key=lambda prompt: zlib.crc32(prompt.id.encode()),
        )
        start = (day.toordinal() + passed_over_before) % len(order) if order else 0
        for prompt in (*order[start:], *order[:start]):
            if prompt.id not in passed_over:
                return prompt
    return None
