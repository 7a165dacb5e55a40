"""Changing a kept entry. What it said before stays as a version; unfinished changes as a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import VerticalScroll
from textual.content import Content

from tracejournal.model.draft import BEGUN_ON, EDIT
from tracejournal.model.entry import CheckIn, Moment
from tracejournal.model.errors import JournalError
from tracejournal.model.when import parse_when
from tracejournal.tui.commands import EDITING, bindings
from tracejournal.tui.draft_keeper import DraftKeeper, fresh_slot
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.screens.check_in import CheckInDialog
from tracejournal.tui.screens.revising import Revision, keep_here, keep_revision
from tracejournal.tui.widgets.moment_form import MomentForm
from tracejournal.tui.widgets.reflection_form import ReflectionForm
from tracejournal.words import drafts, forms, house

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.model.clock import Instant
    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.entry import Entry, Reflection
    from tracejournal.tui.app import TracejournalApp


class EditDialog(Dialog[bool]):
    """Lets a moment or a reflection be changed; answers whether it was."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(EDITING))

    def __init__(self, entry: Entry, begun: SavedDraft | None = None) -> None:
        """Take the entry as it is, and changes of it that were begun and never kept."""
        super().__init__()
        self._entry = entry
        self._begun = begun
        self._begun_on = entry.updated_at
        self._keeper = DraftKeeper(self, fresh_slot(EDIT, entry.id), self._changed_fields)
        self._as_it_was: dict[str, object] = {}
        self._is_keeping = False

    def compose(self) -> ComposeResult:
        """The form the entry was kept with."""
        is_moment = isinstance(self._entry.content, Moment)
        with VerticalScroll(classes="dialog -wide" if is_moment else "dialog -large") as box:
            box.border_title = Content(house.edit_title(self._entry.when.on))
            box.border_subtitle = Content(forms.EDIT_KEYS)
            box.can_focus = False
            if isinstance(self._entry.content, Moment):
                yield MomentForm(stays_open=True)
            else:
                yield ReflectionForm()

    async def on_mount(self) -> None:
        """Show the entry, or the changes that were begun and never kept."""
        self._show(self._entry.content)
        if isinstance(self._entry.content, Moment):
            self._form.line.focus()
        self._as_it_was = self._fields()
        if self._begun:
            await self._go_on_with(self._begun)

    def _show(self, content: Moment | Reflection | CheckIn) -> None:
        if isinstance(content, Moment):
            self._form.show(content)
        elif not isinstance(content, CheckIn):
            self._reflection_form.show(content.parts, content)

    async def _go_on_with(self, begun: SavedDraft) -> None:
        self._begun_on = str(begun.fields.get(BEGUN_ON, self._begun_on))
        self._any_form.fill(dict(begun.fields))
        said = drafts.BEGUN_ON_ANOTHER if self._is_of_another else forms.EDIT_BEGUN
        self.query_one(".dialog", VerticalScroll).border_subtitle = Content(said)
        await self._keeper.take_up(begun)

    @property
    def _is_of_another(self) -> bool:
        """Whether what is changed here is not what the entry says now."""
        return self._begun_on != self._entry.updated_at

    @property
    def _form(self) -> MomentForm:
        return self.query_one(MomentForm)

    @property
    def _reflection_form(self) -> ReflectionForm:
        return self.query_one(ReflectionForm)

    @property
    def _any_form(self) -> MomentForm | ReflectionForm:
        is_moment = isinstance(self._entry.content, Moment)
        return self._form if is_moment else self._reflection_form

    def _fields(self) -> dict[str, object]:
        return self._any_form.fields()

    def _changed_fields(self) -> dict[str, object]:
        fields = self._fields()
        return {} if fields == self._as_it_was else fields | {BEGUN_ON: self._begun_on}

    def keepers(self) -> Iterable[DraftKeeper]:
        """Return what keeps the changes safe."""
        return (self._keeper,)

    @on(MomentForm.Changed)
    @on(ReflectionForm.Changed)
    def _on_changed(self) -> None:
        self._keeper.touch()

    @on(MomentForm.Submitted)
    @on(ReflectionForm.Submitted)
    def _on_submitted(self) -> None:
        self.action_keep()

    @work
    async def action_keep(self) -> None:
        """Keep the changes; where the entry is another by now, the person is asked."""
        if self._is_keeping:
            return
        self._is_keeping = True
        is_kept = False
        try:
            content, when = self._changed()
            revision = Revision(self._entry, content, when, is_old=self._is_of_another)
            is_kept = await keep_revision(self.app, revision, self._keeper.keep)
        except JournalError as refusal:
            self.app.refuse(refusal)
        self._is_keeping = False
        if is_kept:
            self.dismiss(True)  # noqa: FBT003 - the answer
            await self.app.publish_change()

    @work
    async def action_earlier_words(self) -> None:
        """Read what the form held before, then what the entry said before, and bring it back."""
        from tracejournal.tui.screens import earlier  # noqa: PLC0415 - on first use

        await self._keeper.flush()
        slot, entry_id = self._keeper.slot, self._entry.id
        of_draft = await self.app.journal.ask(lambda journal: journal.drafts.earlier(slot))
        of_entry = await self.app.journal.ask(lambda journal: journal.entries.versions(entry_id))
        shown = (
            *earlier.earlier_of_draft(of_draft, self.app.clock),
            *earlier.earlier_of_entry(of_entry, self.app.clock),
        )
        chosen = await earlier.choose_earlier(self.app, shown)
        if chosen is None:
            return
        if chosen < len(of_draft):
            self._any_form.fill(dict(of_draft[chosen].fields))
        else:
            self._show(of_entry[chosen - len(of_draft)].content)
        await self._keeper.flush()
        self.app.say(drafts.TAKEN_BACK)

    def _changed(self) -> tuple[Moment | Reflection, Instant | None]:
        if isinstance(self._entry.content, Moment):
            return self._form.moment(), parse_when(self._form.when, self.app.clock)
        return self._reflection_form.content(), None

    async def action_close(self) -> None:  # type: ignore[override]
        """Leave the entry as it is; begun changes stay as a draft."""
        await self._keeper.flush()
        self.dismiss(False)  # noqa: FBT003 - the answer

    async def action_let_go(self) -> None:
        """Leave the entry as it is and forget what was begun."""
        await self._keeper.discard()
        self.dismiss(False)  # noqa: FBT003 - the answer


async def edit_entry(app: TracejournalApp, entry: Entry, begun: SavedDraft | None = None) -> bool:
    """Let an entry of any type be changed; return whether it was.

    Args:
        app: the app.
        entry: as it is now.
        begun: a change that was begun and never kept; where not given, it is looked for.
    """
    begun = begun or await _last_begun(app, entry)
    if not isinstance(entry.content, CheckIn):
        return await app.push_screen_wait(EditDialog(entry, begun))
    dialog = CheckInDialog(entry.content, fresh_slot(EDIT, entry.id), begun)
    changed = await app.push_screen_wait(dialog)
    if changed is None or changed == entry.content:
        return False
    is_kept = await keep_revision(app, Revision(entry, changed), keep_here(app, dialog.slot))
    if is_kept:
        await app.publish_change()
    return is_kept


async def _last_begun(app: TracejournalApp, entry: Entry) -> SavedDraft | None:
    saved = await app.journal.ask(lambda journal: journal.drafts.all())
    mine = (EDIT, entry.id)
    return next((draft for draft in saved if (draft.form, draft.subject) == mine), None)
