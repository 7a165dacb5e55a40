"""What a look at the journal and its surroundings found."""

from __future__ import annotations

from tracejournal.model.record import Record

FINE, NOTE, ACT = "fine", "note", "act"
"""Nothing to do; worth knowing; needs doing."""


class Finding(Record):
    """One thing that was looked at.

    Attributes:
        check: what was looked at, a key of `words.doctor.CHECKS`.
        verdict: `FINE`, `NOTE` or `ACT`.
        sentence: what was found. It may be shown to others: no path, no name, no word of the
            person stands in it.
        advice: what to do, for the person alone; "" where there is nothing to do.
    """

    check: str
    verdict: str
    sentence: str
    advice: str = ""
