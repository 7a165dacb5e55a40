"""Loops: what is to come back, listed, read and taken further; opened over any screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from tracejournal.model.coming import parse_coming
from tracejournal.model.draft import LOOP
from tracejournal.model.errors import JournalError, NotFound
from tracejournal.model.loop import CONCERN, ENDINGS, KINDS
from tracejournal.model.vocabulary import Term, term
from tracejournal.tui.commands import LOOPS, bindings
from tracejournal.tui.screens.dialogs import AskDialog, ConfirmDialog, PickDialog
from tracejournal.tui.screens.loop_desk import OPEN, SEALED, TRASH, LoopDesk
from tracejournal.tui.screens.loop_form import LoopForm
from tracejournal.tui.screens.loop_note import LoopNote
from tracejournal.tui.undo import Change
from tracejournal.tui.widgets.loop_list import LoopList
from tracejournal.words import loops as words

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tracejournal.journal.journal import Journal
    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.loop import Loop
    from tracejournal.tui.app import TracejournalApp

_CHOICES = tuple(Term(key, label, glyph) for key, glyph, label in words.CHOICES)


class LoopsDialog(LoopDesk):
    """What can be done with a key."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(LOOPS))

    @on(LoopList.Chosen)
    def _on_chosen(self) -> None:
        if self.check_action("change", ()):
            self.action_change()

    @work
    async def action_new(self) -> None:
        """Ask which of the three, then for the words."""
        picked = await self.app.push_screen_wait(PickDialog(words.WHICH, _CHOICES))
        if picked:
            await self._begin(picked[0])

    async def _begin(self, kind: str, begun: SavedDraft | None = None) -> None:
        form = LoopForm(kind, begun=begun, names=self.names)
        kept = await self.app.push_screen_wait(form)
        if kept is None:
            return
        self.shelf, self.stand_on = OPEN, kept.id
        self.app.undo_stack.push(
            Change(
                words.KEEPING,
                undo=lambda journal: journal.loops.delete(kept.id),
                redo=lambda journal: journal.loops.restore(kept.id),
            )
        )
        await self.app.publish_change()
        await self.done(words.KEPT)

    @work
    async def action_change(self) -> None:
        """Change what the one under the cursor says."""
        if self.listed.current:
            await self._revise(self.listed.current)

    async def _revise(self, loop: Loop, begun: SavedDraft | None = None) -> None:
        form = LoopForm(loop.content.kind, loop, begun, names=self.names)
        after = await self.app.push_screen_wait(form)
        if after is not None:
            await self.changed(words.CHANGING, words.CHANGED, loop, after)

    @work
    async def action_note(self) -> None:
        """Note who heard it, what came back, or what changed."""
        if self.listed.current:
            await self._note(self.listed.current)

    async def _note(self, loop: Loop, begun: SavedDraft | None = None) -> None:
        after = await self.app.push_screen_wait(LoopNote(loop, begun, names=self.names))
        if after is not None:
            await self.changed(words.NOTING, words.NOTED, loop, after)

    @work
    async def action_move(self) -> None:
        """Ask for another day; an empty line is no day."""
        loop = self.listed.current
        if loop is None:
            return
        due, today = loop.content.due, self.app.clock.today()
        typed = await self.app.push_screen_wait(
            AskDialog(
                words.MOVE_TITLE,
                words.MOVE_HINT,
                due.isoformat() if due else "",
                check=lambda said: said.strip() and parse_coming(said, today),
            )
        )
        if typed is None:
            return
        to = parse_coming(typed, today) if typed.strip() else None
        if to != due:
            said = words.MOVED_TO.format(day=words.day(to, today)) if to else words.NO_DAY_NOW
            await self.change(words.MOVING, said, lambda journal: journal.loops.move(loop, to))

    @work
    async def action_close_loop(self) -> None:
        """Close it, after one question that Enter passes."""
        loop = self.listed.current
        if loop is None:
            return
        endings = (Term(*words.JUST_CLOSE), *ENDINGS[loop.content.kind])
        picked = await self.app.push_screen_wait(PickDialog(words.CLOSE_TITLE, endings))
        if picked:
            await self.change(
                words.CLOSING,
                words.CLOSED_NOW,
                lambda journal: journal.loops.close(loop, picked[0]),
            )

    async def action_reopen(self) -> None:
        """Open it again, or take it out of the trash."""
        loop = self.listed.current
        if loop is None:
            return
        if self.shelf == TRASH:
            await self.do(
                words.RESTORING,
                words.PUT_BACK,
                lambda journal: journal.loops.restore(loop.id),
                lambda journal: journal.loops.delete(loop.id),
            )
        else:
            await self.change(
                words.REOPENING, words.OPEN_AGAIN, lambda journal: journal.loops.reopen(loop)
            )

    async def action_seal(self) -> None:
        """Seal it, or bring it back into sight."""
        loop = self.listed.current
        if loop is None:
            return

        def seal(journal: Journal) -> None:
            journal.loops.seal(loop.id)

        def unseal(journal: Journal) -> None:
            journal.loops.unseal(loop.id)

        if self.shelf == SEALED:
            await self.do(words.UNSEALING, words.UNSEALED, unseal, seal)
        else:
            await self.do(words.SEALING, words.SEALED_NOW, seal, unseal)

    @work
    async def action_delete(self) -> None:
        """Put it in the trash; out of the trash remove it for good, when asked once more."""
        loop = self.listed.current
        if loop is None:
            return
        if self.shelf != TRASH:
            await self.do(
                words.DELETING,
                words.IN_TRASH,
                lambda journal: journal.loops.delete(loop.id),
                lambda journal: journal.loops.restore(loop.id),
            )
        elif await self.app.push_screen_wait(ConfirmDialog(words.ERASE, words.ERASE_NOTE)):
            await self._erase(loop)

    async def _erase(self, loop: Loop) -> None:
        try:
            await self.ask(lambda journal: journal.loops.erase(loop.id))
        except JournalError as refusal:
            self.app.refuse(refusal)
            return
        self.app.undo_stack.forget()
        self.changes = 0
        self.app.say(words.ERASED)
        await self.app.publish_change()
        await self.reload()

    # Words of an earlier sitting

    @work
    async def go_on(self, draft: SavedDraft) -> None:
        """Go on with a form that was left. Where its loop is gone, the words become a new one."""
        if not self.shelves:
            await self.reload()
        if term(KINDS, draft.subject):
            await self._begin(draft.subject, draft)
            return
        try:
            loop = await self.ask(lambda journal: journal.loops.get(draft.subject))
        except NotFound:
            kind = str(draft.fields.get("kind", ""))
            await self._begin(kind if term(KINDS, kind) else CONCERN, draft)
            return
        await (self._revise if draft.form == LOOP else self._note)(loop, draft)


async def open_loops(app: TracejournalApp, loop_id: str = "") -> None:
    """Show what is open, with the cursor on one where its id is given."""
    await app.show(LoopsDialog(loop_id))


async def take_up_loop(app: TracejournalApp, draft: SavedDraft) -> None:
    """Go on with a form that was left."""
    dialog = LoopsDialog()
    await app.show(dialog)
    dialog.go_on(draft)
