"""Words on their way: what a form held when it was last saved, kept or not, valid or not."""

from __future__ import annotations

from tracejournal.model.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

MOMENT = "moment"
REFLECTION = "reflection"
EDIT = "edit"


def slot_of(form: str, subject: str, token: str) -> str:
    """Return the name under which one sitting at a form saves its words.

    Each sitting has its own token, so that words offered from an earlier one are never
    overwritten by new ones.

    Args:
        form: `MOMENT`, `REFLECTION` or `EDIT`.
        subject: what the form is about: the id of a prompt or of an entry, else "".
        token: anything unique.
    """
    return f"{form}:{subject}:{token}"


class SavedDraft(Record):
    """What a form held.

    Attributes:
        slot: see `slot_of`.
        fields: the form's own fields by name, as typed.
        saved_at: ISO 8601 with offset.
    """

    slot: str
    fields: Mapping[str, object]
    saved_at: str

    @property
    def form(self) -> str:
        """Which form it was."""
        return self.slot.split(":")[0]

    @property
    def subject(self) -> str:
        """What it was about."""
        return self.slot.split(":")[1]

    @property
    def words(self) -> str:
        """The words in it."""
        return str(self.fields.get("text", ""))
