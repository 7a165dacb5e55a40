"""New words for an entry that is kept."""

from __future__ import annotations

import os

from tracejournal.cli.keeping import words_are_at
from tracejournal.model.document import answers_in, as_document
from tracejournal.model.draft import BEGUN_ON, EDIT, Belonging, fields_of, slot_of
from tracejournal.model.entry import Reflection
from tracejournal.model.errors import Misuse
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.model.entry import CheckIn, Entry, Moment


def with_words(
    content: Moment | Reflection | CheckIn, text: str, entry_id: str
) -> Moment | Reflection | CheckIn:
    """Return the content with another text.

    Raises:
        Misuse: it is a reflection with several answers, and it is not said which is meant.
    """
    if not isinstance(content, Reflection):
        return content.reworded(text=text)
    if len(content.parts) > 1:
        raise Misuse(words.SEVERAL_ANSWERS.format(id=entry_id))
    parts = tuple(part.replace(answer=text) for part in content.parts)
    return content.reworded(parts=parts)


def in_editor(entry: Entry) -> Moment | Reflection | CheckIn:
    """Return what an entry says, with the words a person saved in their editor.

    Raises:
        JournalError: no editor could be started, or it stopped; the sentence says where words
            that were saved in it are.
    """
    content = entry.content
    slot = slot_of(EDIT, entry.id, os.urandom(4).hex())
    fields = fields_of(content) | {BEGUN_ON: entry.updated_at}
    if not isinstance(content, Reflection):
        return content.reworded(text=edited(content.text, Belonging(slot, fields)))
    document = edited(as_document(content.parts), Belonging(slot, fields, headed=True))
    return content.reworded(parts=answers_in(document, content.parts))


def edited(text: str, belonging: Belonging) -> str:
    """Return what a person saved in their editor; where it failed, the words go into a file.

    Raises:
        JournalError: no editor could be started, or it stopped; the sentence says where words are.
    """
    from tracejournal.journal.editor import EditorStopped, edit_text, put_aside  # noqa: PLC0415 - paid for when used

    try:
        return edit_text(text, belonging)
    except EditorStopped as stopped:
        path = put_aside(stopped.words) if stopped.words.strip() != text.strip() else None
        if path is None:
            raise
        sentence = f"{stopped} {words_are_at(path)}"
        raise EditorStopped(sentence, stopped.words) from None
