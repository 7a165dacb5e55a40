"""The moments behind a line or a bar, as a search that History and the command line understand."""

from __future__ import annotations

from datetime import date, timedelta

from tracejournal.model.days import DAYS_IN_WEEK
from tracejournal.model.sums import PRESENT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.patterns.support import Line

_MOMENTS = "is:moment"

SEARCHABLE = {
    "kind": "kind",
    "who": "who",
    "support": "support",
    "occasion": "occasion",
    "present": "condition",
    "missing": "missing",
}
"""Fields of `Ways` that can be searched for, and by which operator."""


def with_it(line: Line, since: date = date.min) -> str:
    """Return what finds every moment a line counts, those that disagree with it included.

    Args:
        line: the line.
        since: the first day that counts.
    """
    operator = "condition" if line.presence == PRESENT else "missing"
    return _joined(_MOMENTS, "supported:0-10", f"{operator}:{line.condition}", _from(since))


def with_key(field: str, key: str, since: date = date.min) -> str:
    """Return what finds the moments that have a key of one of `SEARCHABLE`."""
    return _joined(_MOMENTS, f"{SEARCHABLE[field]}:{key}", _from(since))


def with_person(name: str, since: date = date.min) -> str:
    """Return what finds the moments that name someone."""
    return _joined(_MOMENTS, "@" + name.replace(" ", "_"), _from(since))


def of_week(monday: date, since: date = date.min) -> str:
    """Return what finds the moments of a week."""
    sunday = monday + timedelta(days=DAYS_IN_WEEK - 1)
    return _joined(_MOMENTS, _from(max(monday, since)), f"to:{sunday.isoformat()}")


def _from(since: date) -> str:
    return "" if since == date.min else f"from:{since.isoformat()}"


def _joined(*parts: str) -> str:
    return " ".join(filter(None, parts))
