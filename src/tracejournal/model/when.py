"""When something was, as people type it: a day, a time, or both."""

from __future__ import annotations

from tracejournal.model.dates import parse_day, parse_time
from tracejournal.model.errors import Misuse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.model.clock import Clock, Instant


def parse_when(typed: str, clock: Clock) -> Instant | None:
    """Return the instant a person means, or None for now, said by typing nothing or "now".

    Understood: a day (`yesterday`), a time (`8:15`, today), or a day and then a time
    (`monday 2pm`). A day alone takes the present time of day.

    Raises:
        Misuse: a part of it is no day or no time.
    """
    words = typed.split()
    if not words or words == ["now"]:
        return None
    try:
        at = parse_time(words[-1])
    except Misuse:
        return clock.on_day(parse_day(typed, clock.today()))
    if not words[:-1]:
        return clock.at_time(at)
    return clock.on_day(parse_day(" ".join(words[:-1]), clock.today()), at)
