"""Reflect: a prompt, room to write, what made it possible. All of it optional."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import SuspendNotSupported

from tracejournal.model.draft import Belonging
from tracejournal.model.entry import Draft
from tracejournal.model.errors import JournalError
from tracejournal.tui.commands import REFLECT, bindings
from tracejournal.tui.screens.dialogs import ConfirmDialog
from tracejournal.tui.screens.prompt_shelf import PromptShelfScreen
from tracejournal.tui.screens.reflect_prompts import FREE, RESTING
from tracejournal.tui.undo import Change
from tracejournal.tui.widgets.reflection_form import ReflectionForm
from tracejournal.words import drafts
from tracejournal.words import reflect as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType

    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.entry import Entry
    from tracejournal.model.prompt import Prompt
    from tracejournal.tui.draft_keeper import DraftKeeper


class ReflectScreen(PromptShelfScreen):
    """Writing, keeping, and words that are not kept yet."""

    here = "reflect"
    CSS_PATH = "reflect.tcss"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(REFLECT))

    def __init__(self) -> None:
        """Begin with nothing under way."""
        super().__init__()
        self._keeping = False
        self._keeping_empty = False

    def draft_saved(self) -> None:
        """Say that the words in the form are on the disk."""
        if not self.form.is_empty:
            self.form.say(words.DRAFT_KEPT)
        self.tell()

    def sentence(self) -> str:
        """Return what there is to say above the words, or nothing."""
        if self._keeping_empty:
            return words.EMPTY
        offered = self.desk.offered
        if offered:
            return words.BEGUN.format(when=self._when(offered), words=_counted(offered))
        return super().sentence()

    def _when(self, draft: SavedDraft) -> str:
        clock = self.app.clock
        return words.when(clock.as_local(datetime.fromisoformat(draft.saved_at)), clock.today())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        if action in ("reopen", "let_go"):
            return self.desk.offered is not None
        return super().check_action(action, parameters)

    async def turn_to(self, prompt: Prompt) -> None:
        """Show a prompt with the words it holds; the ones that stood there are saved."""
        self._keeping_empty = False
        await super().turn_to(prompt)

    @on(ReflectionForm.Changed)
    def _on_form_changed(self) -> None:
        if self._keeping_empty:
            self._keeping_empty = False
            self.tell()
        if self.desk.here:
            self.desk.here.keeper.touch()

    @on(ReflectionForm.Submitted)
    async def _on_submitted(self) -> None:
        await self.action_keep()

    async def action_keep(self) -> None:
        """Keep the reflection; its words leave the form only when they are on the disk."""
        here = self.desk.here
        if here is None or self._keeping:
            return
        if self.form.is_empty and here.prompt.id != RESTING and not self._keeping_empty:
            self._keeping_empty = True
            self.tell()
            return
        self._keeping = True
        with self.refusing():
            async with here.keeper.keeping:
                await self._keep(here.keeper.slot)
            await self.app.publish_change()
        self._keeping = False

    async def _keep(self, slot: str) -> None:
        fields = self.form.fields()
        draft = Draft(self.form.content())
        kept = await self.ask(lambda journal: journal.entries.keep(draft, clears=slot))
        self._keeping_empty = False
        ended = self.desk.begin_again()
        ended.keeper.kept()
        if self.form.fields() == fields:
            self.form.clear()
        self.form.say(words.KEPT.format(title=ended.prompt.title))
        self.app.undo_stack.push(_keeping(kept))
        self.tell()

    def keepers(self) -> Iterable[DraftKeeper]:
        """Return what keeps the words of every prompt safe that was written about."""
        return self.desk.keepers()

    async def action_editor(self) -> None:
        """Write in the person's own editor; the terminal comes back whole."""
        area = self.form.area
        await self.save_drafts()
        try:
            written = self._edit(area.text, self._belonging())
            self.app.locking.note_input()  # whoever wrote there was not away
        except SuspendNotSupported:
            self.app.say(words.NO_EDITOR_HERE)
        else:
            if written != area.text:
                self.form.rewrite(area, written)
        area.focus()

    def _belonging(self) -> Belonging:
        """Return where the words of the editor belong, should nobody be left to take them."""
        fields = self.form.fields() or {"questions": list(self.form.questions)}
        return Belonging(self.desk.at_hand.keeper.slot, fields, self.form.place)

    def _edit(self, text: str, belonging: Belonging) -> str:
        """Return what the editor saved, also where it failed after that."""
        from tracejournal.journal.editor import EditorStopped, edit_text  # noqa: PLC0415

        written = text
        with self.app.suspend():
            # An error that left this block would leave the terminal suspended, too.
            try:
                written = edit_text(text, belonging)
            except EditorStopped as stopped:
                written = stopped.words
                self.app.refuse(stopped)
            except JournalError as refusal:
                self.app.refuse(refusal)
        return written

    async def action_reopen(self) -> None:
        """Bring the earlier words back."""
        if self.desk.offered is not None:
            await self._reopen(self.desk.offered)

    async def take_up(self, draft: SavedDraft) -> None:
        """Turn to the prompt of a draft, or to none, and bring its words back."""
        await self.reload()
        found = (each for each in self._seen.prompts if each.id == draft.subject)
        await self.turn_to(next(found, FREE))
        await self._reopen(draft)

    async def _reopen(self, draft: SavedDraft) -> None:
        """Bring earlier words back; what stands here now becomes a draft itself."""
        ended = self.desk.begin_again()
        here = self.desk.at_hand
        self.form.show(here.prompt)
        self.form.fill(draft.fields)
        here.stepped_back = self.form.questions == (here.prompt.distancing,)
        await ended.keeper.flush()
        await here.keeper.take_up(draft)
        await self.reload()
        self.form.area.focus()

    @work
    async def action_earlier_words(self) -> None:
        """Read what the form held before, and bring it back."""
        from tracejournal.tui.screens.earlier import earlier_fields  # noqa: PLC0415 - on first use

        keeper = self.desk.at_hand.keeper
        fields = await earlier_fields(self.app, keeper)
        if fields is not None:
            self.form.fill(fields)
            await keeper.flush()
            self.app.say(drafts.TAKEN_BACK)
        self.form.area.focus()

    @work
    async def action_let_go(self) -> None:
        """Forget the earlier words, when asked once more."""
        offered = self.desk.offered
        if offered is None:
            return
        note = words.LET_GO_NOTE.format(when=self._when(offered), words=_counted(offered))
        if await self.app.push_screen_wait(ConfirmDialog(words.LET_GO, note)):
            with self.refusing():
                await self.ask(lambda journal: journal.drafts.discard(offered.slot))
                self.app.say(words.LET_GONE)
                await self.reload()


def _counted(draft: SavedDraft) -> str:
    return words.words(len(draft.words.split()))


def _keeping(kept: Entry) -> Change:
    return Change(
        words.KEEPING,
        undo=lambda journal: journal.entries.delete([kept.id]),
        redo=lambda journal: journal.entries.restore([kept.id]),
    )
