"""What an entry said before it was changed."""

from __future__ import annotations

from tracejournal.model.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.model.clock import Instant
    from tracejournal.model.entry import CheckIn, Moment, Reflection


class Version(Record):
    """An earlier version of an entry.

    Attributes:
        content: what it said.
        when: when it was said to have happened.
        replaced_at: when other words took its place, ISO 8601 in UTC.
    """

    content: Moment | Reflection | CheckIn
    when: Instant
    replaced_at: str

    @property
    def words(self) -> str:
        """The words in it."""
        return self.content.text
