"""The moments behind a line, as a search that History and the command line understand."""

from __future__ import annotations

from datetime import date

from tracejournal.model.sums import PRESENT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.patterns.support import Line

_RATED = "is:moment supported:0-10"


def with_it(line: Line, since: date = date.min) -> str:
    """Return what finds every moment a line counts, those that disagree with it included.

    Args:
        line: the line.
        since: the first day that counts.
    """
    return " ".join(filter(None, (_RATED, _condition(line), _from(since))))


def without_it(line: Line, since: date = date.min) -> str:
    """Return what finds the rated moments that a line does not count.

    Those that say nothing of what helped or was missing are among them: a search cannot leave
    them out.

    Args:
        line: the line.
        since: the first day that counts.
    """
    return " ".join(filter(None, (_RATED, f"-{_condition(line)}", _from(since))))


def _condition(line: Line) -> str:
    operator = "condition" if line.presence == PRESENT else "missing"
    return f"{operator}:{line.condition}"


def _from(since: date) -> str:
    return "" if since == date.min else f"from:{since.isoformat()}"
