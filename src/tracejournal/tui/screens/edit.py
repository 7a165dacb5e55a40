"""Changing a kept entry. What it said before stays as a revision; unfinished changes as a draft."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.content import Content

from tracejournal.model.draft import EDIT, slot_of
from tracejournal.model.entry import CheckIn, Moment
from tracejournal.model.errors import JournalError
from tracejournal.model.when import parse_when
from tracejournal.tui.commands import EDITING, bindings
from tracejournal.tui.draft_keeper import DraftKeeper
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.screens.check_in import CheckInDialog
from tracejournal.tui.undo import Change
from tracejournal.tui.widgets.moment_form import MomentForm
from tracejournal.tui.widgets.reflection_form import ReflectionForm
from tracejournal.words import forms, house

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.model.clock import Instant
    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.entry import Entry, Reflection
    from tracejournal.tui.app import TracejournalApp


class EditDialog(Dialog[bool]):
    """Lets a moment or a reflection be changed; answers whether it was."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(EDITING))

    def __init__(self, entry: Entry) -> None:
        """Take the entry as it is."""
        super().__init__()
        self._entry = entry
        slot = slot_of(EDIT, entry.id, secrets.token_hex(4))
        self._keeper = DraftKeeper(self, slot, self._changed_fields)
        self._as_it_was: dict[str, object] = {}

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
        content = self._entry.content
        if isinstance(content, Moment):
            self._form.show(content)
            self._form.line.focus()
        elif not isinstance(content, CheckIn):
            self._reflection_form.show(content.parts, content)
        self._as_it_was = self._fields()
        begun = await self._begun()
        if begun:
            self._any_form.fill(dict(begun.fields))
            self.query_one(".dialog").border_subtitle = Content(forms.EDIT_BEGUN)
            self._keeper.adopt(begun.slot)

    async def _begun(self) -> SavedDraft | None:
        saved = await self.ask(lambda journal: journal.drafts.all())
        mine = (EDIT, self._entry.id)
        return next((draft for draft in saved if (draft.form, draft.subject) == mine), None)

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
        return {} if fields == self._as_it_was else fields

    async def save_drafts(self) -> None:
        """Save changes that are not kept."""
        await self._keeper.flush()

    @on(MomentForm.Changed)
    @on(ReflectionForm.Changed)
    def _on_changed(self) -> None:
        self._keeper.touch()

    @on(MomentForm.Submitted)
    @on(ReflectionForm.Submitted)
    async def _on_submitted(self) -> None:
        await self.action_keep()

    async def action_keep(self) -> None:
        """Keep the changes."""
        entry, slot = self._entry, self._keeper.slot
        try:
            content, when = self._changed()
            await self.ask(lambda j: j.entries.revise(entry.id, content, when, clears=slot))
        except JournalError as refusal:
            self.app.refuse(refusal)
            return
        self._keeper.kept()
        self.app.undo_stack.push(_change(entry, content, when))
        self.dismiss(True)  # noqa: FBT003 - the answer
        await self.app.publish_change()

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


def _change(entry: Entry, content: Moment | Reflection | CheckIn, when: Instant | None) -> Change:
    return Change(
        house.CHANGING,
        undo=lambda journal: journal.entries.revise(entry.id, entry.content, entry.when),
        redo=lambda journal: journal.entries.revise(entry.id, content, when),
    )


async def edit_entry(app: TracejournalApp, entry: Entry) -> bool:
    """Let an entry of any type be changed; return whether it was."""
    content = entry.content
    if not isinstance(content, CheckIn):
        return await app.push_screen_wait(EditDialog(entry))
    changed = await app.push_screen_wait(CheckInDialog(content))
    if changed is None or changed == content:
        return False
    await app.journal.ask(lambda journal: journal.entries.revise(entry.id, changed))
    app.undo_stack.push(_change(entry, changed, None))
    await app.publish_change()
    return True
