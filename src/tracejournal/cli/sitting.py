"""Sitting down with one prompt: showing it, taking what is written, losing none of it."""

from __future__ import annotations

import os
from contextlib import suppress

from tracejournal.cli.asking import ask_lines
from tracejournal.cli.keeping import keep_or_put_aside, tell_draft_waits
from tracejournal.cli.output import tell, tell_text
from tracejournal.journal.editor import EditorStopped, edit_text
from tracejournal.model.document import answers_in, as_document
from tracejournal.model.draft import REFLECTION, Belonging, slot_of
from tracejournal.model.entry import Draft, Part, Reflection
from tracejournal.model.errors import JournalError
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.journal.journal import Journal
    from tracejournal.journal.letterbox import Letterbox
    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.entry import Entry
    from tracejournal.model.prompt import Prompt

_FIELDS = {"text", "answers", "questions"}


class Sitting:
    """One sitting with a prompt. Its draft has a name of its own, so it never covers another."""

    def __init__(self, journal: Journal | Letterbox, prompt: Prompt) -> None:
        """Take the prompt to answer, and words that an editor was killed over."""
        journal.drafts.take_in()
        self._journal = journal
        self._prompt = prompt
        self._slot = slot_of(REFLECTION, prompt.id, os.urandom(8).hex())
        self._part = Part(prompt.text, "")

    def in_lines(self) -> str:
        """Show the prompt and return what is written below, each line saved as it comes."""
        if self._prompt.depth == "deep":
            tell(words.DEEP_PROMPT)
        tell_text(self._prompt.text)
        if self._waiting() is not None:
            tell(words.DRAFT_WAITS.format(id=self._prompt.id))
        tell(words.ASK_REFLECTION)
        lines: list[str] = []
        try:
            for line in ask_lines():
                lines.append(line)
                # Where this fails the words are still here, and keeping them says what is wrong.
                with suppress(JournalError):
                    self._save("\n".join(lines))
        except KeyboardInterrupt as stop:
            unfinished = getattr(stop, "typed", "")
            if unfinished.strip():
                lines.append(unfinished)
                with suppress(JournalError):
                    self._save("\n".join(lines))
            if lines:
                tell_draft_waits(self._journal, words.DRAFT_KEPT.format(id=self._prompt.id))
            raise
        return "\n".join(lines)

    def in_editor(self, begun: str) -> str:
        """Return what is written in the person's editor, which begins with what waits.

        Raises:
            JournalError: no editor could be started, or it stopped; the words are a draft then.
        """
        waiting = self._waiting()
        if waiting is not None and self._journal.drafts.take_up(waiting.slot, self._slot):
            begun = "\n".join(filter(None, (waiting.words, begun)))
        try:
            part = self._part.replace(answer=begun)
            belonging = Belonging(self._slot, self._fields(begun), headed=True)
            document = edit_text(as_document([part]), belonging)
        except EditorStopped as stopped:
            text = self._answer(stopped.words)
            if text:
                self._save(text)
                tell_draft_waits(self._journal, words.DRAFT_KEPT.format(id=self._prompt.id))
            raise
        return self._answer(document)

    def keep(self, text: str) -> Entry | Draft:
        """Keep the answer; its draft goes in the same transaction.

        Raises:
            JournalError: it was not kept; the sentence says where the words are.
        """

        def keep() -> Entry | Draft:
            parts = (self._part.replace(answer=text),)
            draft = Draft(Reflection(parts=parts, prompt_id=self._prompt.id))
            return self._journal.entries.keep(draft, clears=self._slot)

        return keep_or_put_aside(text, keep)

    def _answer(self, document: str) -> str:
        return answers_in(document, [self._part])[0].answer

    def _save(self, text: str) -> None:
        self._journal.drafts.save(self._slot, self._fields(text))

    def _fields(self, text: str) -> dict[str, object]:
        return {"text": text, "answers": [text], "questions": [self._part.question]}

    def _waiting(self) -> SavedDraft | None:
        """Return words for this prompt that a sitting like this one left behind.

        A draft of the full screen may hold more than words; it waits there.
        """
        return next(
            (
                draft
                for draft in self._journal.drafts.all()
                if draft.form == REFLECTION
                and draft.subject == self._prompt.id
                and set(draft.fields) <= _FIELDS
                and draft.fields.get("questions") == [self._part.question]
            ),
            None,
        )
