"""People I can call: one key from anywhere, offline, also where the journal cannot be read."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from tracejournal.journal.contacts import what_comes_along
from tracejournal.model.contact import REGIONS, SECTIONS
from tracejournal.model.errors import JournalError, Locked
from tracejournal.tui.commands import CALL, bindings
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.screens.contact_form import ContactForm
from tracejournal.tui.screens.dialogs import ConfirmDialog, PickDialog
from tracejournal.tui.widgets.contact_list import ContactList
from tracejournal.words import call as words
from tracejournal.words import lock

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.journal.journal import Journal
    from tracejournal.model.contact import ContactPage
    from tracejournal.model.draft import SavedDraft
    from tracejournal.tui.app import TracejournalApp


_OF_ONES_OWN = frozenset({"add", "change", "move", "hide", "hidden_ones", "remove"})
"""What changes or shows what is in the journal."""


class PeopleToCallDialog(Dialog[None]):
    """Someone I chose, a work route, lines that listen, an emergency number; all of it text."""

    DEFAULT_CSS = """
    PeopleToCallDialog {
        ContactList { height: 1fr; }
        .hint { color: $ink-soft; margin-bottom: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(CALL))

    def __init__(self) -> None:
        """Begin with hidden ones left out."""
        super().__init__()
        self._with_hidden = False

    def compose(self) -> ComposeResult:
        """A quiet line and the list."""
        with Vertical(classes="dialog -large") as box:
            box.border_title = Content(words.TITLE)
            box.border_subtitle = Content(
                words.KEYS_TO_READ if self.app.locking.is_on else words.KEYS
            )
            yield Static(markup=False, classes="hint")
            yield ContactList()

    async def on_mount(self) -> None:
        """Show what comes along at once; their own as soon as the journal answers."""
        self.contacts.styles.max_height = "100%"  # lists in other dialogs are shorter
        self._show(what_comes_along(self.app.config.region))
        self._read()

    @property
    def contacts(self) -> ContactList:
        """The list."""
        return self.query_one(ContactList)

    def _show(self, page: ContactPage) -> None:
        said = words.ONLY_WHAT_COMES_ALONG if page.own_unread else ""
        if not page.region:
            said = f"{said} {words.ASK_REGION}".lstrip()
        if page.hidden and not self._with_hidden:
            said = f"{said} {words.HIDDEN_ONES.format(count=page.hidden)}".lstrip()
        hint = self.query_one(".hint", Static)
        hint.display = bool(said)
        hint.update(Content(said))
        self.contacts.show(page)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Change nothing while the journal is locked."""
        if self.app.locking.is_on and action in _OF_ONES_OWN:
            return False
        return super().check_action(action, parameters)

    @work(group="contacts", exclusive=True)
    async def _read(self) -> None:
        region, with_hidden = self.app.config.region, self._with_hidden
        try:
            if self.app.locking.is_on:
                raise Locked(lock.LOCKED)
            page = await self.ask(
                lambda journal: journal.contacts.page(region, with_hidden=with_hidden)
            )
        except JournalError:
            page = what_comes_along(region, own_unread=True)
        self._show(page)

    async def _do(self, use_case: Callable[[Journal], object], said: str = "") -> None:
        try:
            await self.ask(use_case)
        except JournalError as refusal:
            self.app.refuse(refusal)
            return
        if said:
            self.app.say(said)
        self._read()

    @on(OptionList.OptionSelected)
    def _on_selected(self) -> None:
        if self.contacts.current is None and self.check_action("add", ()):
            self.action_add()

    # Keys

    @work
    async def action_add(self) -> None:
        """Put one in, in the section the cursor is in."""
        await self._fill_in(ContactForm(self.contacts.section))

    @work
    async def action_change(self) -> None:
        """Change what one says."""
        contact = self.contacts.current
        if contact is not None:
            await self._fill_in(ContactForm(contact.section, contact))

    async def _fill_in(self, form: ContactForm) -> None:
        if await self.app.push_screen_wait(form):
            self.app.say(words.KEPT)
            self._read()

    @work
    async def go_on(self, draft: SavedDraft) -> None:
        """Go on with one that was begun and never kept."""
        subject = draft.subject
        contact = None
        if subject not in [section.key for section in SECTIONS]:
            contact = await self.ask(lambda journal: journal.contacts.get(subject))
        section = contact.section if contact else subject
        await self._fill_in(ContactForm(section, contact, begun=draft))

    async def action_move(self, by: int) -> None:
        """Move one of the person's own up or down."""
        contact = self.contacts.current
        if contact is not None:
            await self._do(lambda journal: journal.contacts.move(contact.id, by))

    async def action_hide(self) -> None:
        """Hide one, or show it again."""
        contact = self.contacts.current
        if contact is not None:
            said = words.SHOWN if contact.hidden else words.HID
            await self._do(
                lambda journal: journal.contacts.hide(contact.id, hidden=not contact.hidden), said
            )

    def action_hidden_ones(self) -> None:
        """Show hidden ones, too, or no longer."""
        self._with_hidden = not self._with_hidden
        self._read()

    @work
    async def action_remove(self) -> None:
        """Remove one of the person's own; put a line that comes along back as it came."""
        contact = self.contacts.current
        if contact is None or (not contact.own and contact.changed_on is None):
            return
        question, note = (
            (words.REMOVE, words.REMOVE_NOTE)
            if contact.own
            else (words.PUT_BACK, words.PUT_BACK_NOTE)
        )
        name = contact.name or contact.number
        if await self.app.push_screen_wait(ConfirmDialog(question.format(name=name), note)):
            said = words.REMOVED if contact.own else words.SHOWN
            await self._do(lambda journal: journal.contacts.remove(contact.id), said)

    @work
    async def action_region(self) -> None:
        """Ask where the person is. The country of the locale is only put under the cursor."""
        chosen = self.app.config.region or _country_of_locale()
        picked = await self.app.push_screen_wait(PickDialog(words.REGION_LIST, REGIONS, (chosen,)))
        if not picked:
            return
        from tracejournal.config_file import write_setting  # noqa: PLC0415 - slow to import

        try:
            await asyncio.to_thread(write_setting, "region", picked[0])
        except JournalError as refusal:
            self.app.refuse(refusal)
        else:
            self.app.say(words.REGION_KEPT)
        self.app.config = self.app.config.replace(region=picked[0])
        self._read()


def _country_of_locale() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        country = os.environ.get(name, "").partition(".")[0].partition("_")[2]
        if country:
            return country
    return ""


async def take_up_contact(app: TracejournalApp, draft: SavedDraft) -> None:
    """Go on with someone to call who was begun and never kept."""
    dialog = PeopleToCallDialog()
    await app.push_screen(dialog)
    dialog.go_on(draft)
