"""Words on their way: what a form held when it was last saved, kept or not, valid or not."""

from __future__ import annotations

from tracejournal.model.document import answers_in
from tracejournal.model.entry import Part, Reflection
from tracejournal.model.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracejournal.model.entry import CheckIn, Moment

MOMENT = "moment"
REFLECTION = "reflection"
EDIT = "edit"
CHECK_IN = "check-in"
PROMPT = "prompt"
CONTACT = "contact"
PERSON = "person"
GUIDED = "guided"
HUDDLE = "huddle"
STEPS = "steps"
LOOP = "loop"
LOOP_NOTE = "loop-note"
MEETING = "meeting"
DROPPED = "dropped"
EXPERIMENT = "experiment"
BRIEF = "brief"

_CHOSEN = (
    "kind", "direction", "mode", "who", "support", "occasion", "minutes", "fit", "supported",
    "energy", "load", "present", "missing",
)  # fmt: skip
"""The fields of content that are chosen in a form, not written."""

BEGUN_ON = "begun_on"
"""The field of an edit that says which version of the entry it was begun on."""


def slot_of(form: str, subject: str, token: str) -> str:
    """Return the name under which one sitting at a form saves its words.

    Each sitting has its own token, so that words offered from an earlier one are never
    overwritten by new ones.

    Args:
        form: `MOMENT`, `REFLECTION`, `EDIT`, `CHECK_IN`, `PROMPT`, `CONTACT`, `PERSON`,
            `GUIDED`, `HUDDLE`, `STEPS`, `LOOP`, `LOOP_NOTE`, `MEETING`, `DROPPED`,
            `EXPERIMENT` or `BRIEF`.
        subject: what the form is about: the id of a prompt, guide, entry, contact, person, loop
            or meeting, that of a meeting with a planned day, `id@2026-11-24`, the kind of a new
            loop, else "".
        token: anything unique.
    """
    return f"{form}:{subject}:{token}"


class SavedDraft(Record):
    """What a form held.

    Attributes:
        slot: see `slot_of`.
        fields: the form's own fields by name, as typed.
        saved_at: ISO 8601 with offset.
        offered: whether it was offered on an earlier return; it is not offered unasked again.
    """

    slot: str
    fields: Mapping[str, object]
    saved_at: str
    offered: bool = False

    @property
    def form(self) -> str:
        """Which form it was."""
        return self.slot.split(":")[0]

    @property
    def subject(self) -> str:
        """What it was about; "" also where other hands gave the slot another name."""
        return self.slot.partition(":")[2].partition(":")[0]

    @property
    def words(self) -> str:
        """The words in it."""
        return str(self.fields.get("text", ""))


class Belonging(Record):
    """Where words belong that are being written outside of the journal, in an editor.

    Attributes:
        slot: the draft they become where nobody is left to take them.
        fields: what else its form holds.
        answer: which of the answers of a reflection they are; None where they are all its words.
        headed: whether the questions stand among them, see `model.document`.
    """

    slot: str
    fields: Mapping[str, object]
    answer: int | None = None
    headed: bool = False

    def with_words(self, words: str) -> dict[str, object]:
        """Return what the form holds with these words in their place."""
        if not self.headed and self.answer is None:
            return dict(self.fields) | {"text": words}
        answers = _texts(self.fields.get("answers"))
        if self.headed:
            questions = _texts(self.fields.get("questions"))
            parts = [Part(question, "") for question in questions or [""]]
            answers = [part.answer for part in answers_in(words, parts)]
        elif self.answer is not None:
            answers += [""] * (self.answer + 1 - len(answers))
            answers[self.answer] = words
        text = "\n\n".join(filter(None, answers))
        return dict(self.fields) | {"text": text, "answers": answers}


def fields_of(content: Moment | Reflection | CheckIn) -> dict[str, object]:
    """Return what a form that shows this content holds, for a draft of its change."""
    fields: dict[str, object] = {"text": content.text}
    if isinstance(content, Reflection):
        fields["questions"] = [part.question for part in content.parts]
        fields["answers"] = [part.answer for part in content.parts]
    held = {name: getattr(content, name, None) for name in _CHOSEN}
    return fields | {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in held.items()
        if value not in (None, ())
    }


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []
