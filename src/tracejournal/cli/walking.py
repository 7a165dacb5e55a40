"""Going through steps in the line: each may be skipped, and every line is safe once it is typed."""

from __future__ import annotations

import os
from contextlib import suppress

from tracejournal.cli.asking import ask_line, ask_lines
from tracejournal.cli.keeping import keep_or_put_aside, tell_draft_waits
from tracejournal.cli.output import tell, tell_text
from tracejournal.model.draft import GUIDED, slot_of
from tracejournal.model.entry import Draft
from tracejournal.model.errors import JournalError
from tracejournal.model.walk import Walk
from tracejournal.words import cli
from tracejournal.words import guided as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracejournal.journal.journal import Journal
    from tracejournal.journal.letterbox import Letterbox
    from tracejournal.model.entry import Entry
    from tracejournal.model.guided import Guide, Step


class Walking:
    """One time through some steps, in a terminal.

    Args:
        journal: where its draft is saved.
        steps: what is asked.
        form: the form of the draft, see `model.draft`.
        subject: what the draft is about.
        in_one_line: every answer is one line; else lines up to an empty one.
    """

    def __init__(
        self,
        journal: Journal | Letterbox,
        steps: Sequence[Step],
        form: str,
        subject: str,
        *,
        in_one_line: bool,
    ) -> None:
        """Begin at the first step; nothing is saved yet."""
        self.walk = Walk(steps)
        self.slot = slot_of(form, subject, os.urandom(8).hex())
        self._journal = journal
        self._in_one_line = in_one_line

    def go(self) -> None:
        """Ask every step; interrupted, what was typed waits as a draft."""
        walk = self.walk
        try:
            while not walk.at_the_end:
                tell_text(asked(walk.steps[walk.place], walk.place + 1, len(walk.steps)))
                self._take_answer()
                walk.stand_at(walk.place + 1)
        except KeyboardInterrupt as stop:
            typed = getattr(stop, "typed", "")
            if typed.strip():
                self._note([walk.answers[walk.place], typed])
            if walk.fields({}):
                tell_draft_waits(self._journal, words.DRAFT_KEPT)
            raise

    def _take_answer(self) -> None:
        lines: list[str] = []
        for line in self._lines():
            lines.append(self._chosen(line) if not lines else line)
            self._note(lines)

    def _lines(self) -> Iterator[str]:
        if not self._in_one_line:
            yield from ask_lines()
        elif line := ask_line(cli.CURSOR):
            yield line

    def _chosen(self, line: str) -> str:
        """Return the ready answer whose number was typed, else what was typed."""
        choices = self.walk.steps[self.walk.place].choices
        number = line.strip()
        if number.isdecimal() and 1 <= int(number) <= len(choices):
            return choices[int(number) - 1]
        return line

    def _note(self, lines: Sequence[str]) -> None:
        self.walk.answer("\n".join(filter(None, lines)))
        # Where this fails the words are still here, and keeping them says what is wrong.
        with suppress(JournalError):
            self._journal.drafts.save(self.slot, self.walk.fields({}))


def asked(step: Step, number: int, count: int) -> str:
    """Return a step as it is asked: where it stands, the question, a hint, ready answers."""
    head = f"{words.STEP_OF.format(number=number, count=count)} · {step.name}"
    choices = (f"  {at}  {choice}" for at, choice in enumerate(step.choices, 1))
    offered = (words.CHOICES, *choices) if step.choices else ()
    return "\n".join(("", head, *filter(None, (step.question, step.hint)), *offered))


def walk_guide(journal: Journal | Letterbox, guide: Guide) -> Entry | Draft | None:
    """Go through a guide and keep what was answered; nothing answered keeps nothing."""
    walking = Walking(journal, guide.steps, GUIDED, guide.id, in_one_line=False)
    tell(guide.title)
    tell(words.ENTER_SKIPS)
    waits = (GUIDED, guide.id)
    if any((draft.form, draft.subject) == waits for draft in journal.drafts.all()):
        tell(words.DRAFT_WAITS)
    walking.go()
    reflection = guide.reflection(walking.walk.answers)
    if reflection.is_empty:
        return None
    draft = Draft(reflection)
    return keep_or_put_aside(
        reflection.text, lambda: journal.entries.keep(draft, clears=walking.slot)
    )
