"""Meetings: planned slots, what is next and what has been; one key from everywhere."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from tracejournal.model.errors import JournalError, NotFound
from tracejournal.tui.commands import MEETINGS, SETTINGS, bindings
from tracejournal.tui.screens.meeting_details import MeetingDialog
from tracejournal.tui.screens.meeting_form import MeetingForm
from tracejournal.tui.screens.telling import TellsOfMeetings
from tracejournal.tui.widgets.meeting_list import MeetingList
from tracejournal.words import meetings as words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.journal.meetings import Agenda
    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.meeting import Occurrence
    from tracejournal.tui.app import TracejournalApp


class MeetingsDialog(TellsOfMeetings):
    """What is next and what has been. Answers with a moment to be opened, or None."""

    DEFAULT_CSS = """
    MeetingsDialog {
        .empty { height: auto; color: $ink-soft; }
        .hint { margin-top: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = list(bindings((*MEETINGS, *SETTINGS)))

    def compose(self) -> ComposeResult:
        """The list, or what it is for; below it what else can be done."""
        with Vertical(classes="dialog -large") as box:
            box.border_title = Content(words.TITLE)
            box.border_subtitle = Content(words.KEYS)
            yield MeetingList()
            empty = Static(Content("\n\n".join(words.EMPTY)), markup=False, classes="empty")
            empty.display = False
            yield empty
            yield Static(Content(words.MORE_KEYS), markup=False, classes="hint")

    async def on_mount(self) -> None:
        """Read what there is; whoever looks at it here needs no question on Today any more."""
        self.meetings.fill_dialog()
        try:
            await self.read()
            await self.ask(lambda journal: journal.meetings.let_be())
        except JournalError as refusal:
            self.app.refuse(refusal)

    @property
    def meetings(self) -> MeetingList:
        """The list."""
        return self.query_one(MeetingList)

    @property
    def current(self) -> Occurrence | None:
        """The planned day under the cursor."""
        return self.meetings.occurrence

    async def read(self) -> None:
        """Show what there is now."""
        agenda: Agenda = await self.ask(lambda journal: journal.meetings.agenda())
        self.meetings.show_agenda(agenda)
        has_any = self.meetings.option_count > 0
        self.meetings.display = has_any
        self.query_one(".empty").display = not has_any
        self.query_one(".hint").display = has_any
        box = self.query_one(".dialog")
        box.set_class(has_any, "-large")
        box.border_subtitle = Content(words.KEYS if has_any else words.EMPTY_KEYS)
        if has_any:
            self.meetings.focus()

    # Keys

    @work
    async def action_new(self) -> None:
        """Plan a meeting."""
        await self._fill_in(MeetingForm())

    @work
    async def action_change(self) -> None:
        """Change what a meeting says."""
        meeting = self.meetings.meeting
        if meeting is not None:
            await self._fill_in(MeetingForm(meeting))

    async def _fill_in(self, form: MeetingForm) -> None:
        done = await self.app.push_screen_wait(form)
        if done is not None:
            self.remember(done)
            await self.read()
            await self.app.publish_change()

    @work
    async def go_on(self, draft: SavedDraft) -> None:
        """Go on with a meeting that was begun and never kept, or whose change was."""
        meeting = None
        if draft.subject:
            try:
                meeting = await self.ask(lambda journal: journal.meetings.get(draft.subject))
            except NotFound:
                meeting = None  # it is gone; the words still can be kept
        await self._fill_in(MeetingForm(meeting, begun=draft))

    @work
    async def action_rest(self) -> None:
        """Let a meeting rest, or wake it."""
        meeting = self.meetings.meeting
        if meeting is None:
            return
        said = words.SAID_WAKES if meeting.is_resting else words.SAID_RESTS
        await self.make(
            words.RESTING_IT,
            lambda journal: journal.meetings.rest(meeting.id),
            lambda journal: journal.meetings.put(meeting),
            said.format(what=meeting.title),
        )

    @work
    async def action_remove(self) -> None:
        """Remove a meeting with what was told of it; u takes that back."""
        meeting = self.meetings.meeting
        if meeting is None:
            return
        try:
            removed = await self.ask(lambda journal: journal.meetings.remove(meeting.id))
        except JournalError as refusal:
            self.app.refuse(refusal)
            return
        await self.made(
            words.REMOVING,
            lambda journal: journal.meetings.remove(meeting.id),
            lambda journal: journal.meetings.put_back(removed),
            words.REMOVED.format(what=meeting.title),
        )

    @on(OptionList.OptionSelected)
    def _on_selected(self) -> None:
        self._open()

    @work
    async def _open(self) -> None:
        """Show all about the meeting under the cursor."""
        meeting = self.meetings.meeting
        if meeting is None:
            return
        dialog = MeetingDialog(meeting)
        opened = await self.app.push_screen_wait(dialog)
        self.changes += dialog.changes
        if opened:
            self.dismiss(opened)
        else:
            await self.read()


async def open_meetings(app: TracejournalApp) -> None:
    """Show the meetings, then a moment of one where that was chosen."""
    opened = await app.push_screen_wait(MeetingsDialog())
    await app.publish_change()
    if opened:
        from tracejournal.tui.screens.doing import do_to_entries  # noqa: PLC0415 - when chosen

        await do_to_entries(app, "open", [opened])


async def take_up_meeting(app: TracejournalApp, draft: SavedDraft) -> None:
    """Go on with a meeting that was begun and never kept."""
    dialog = MeetingsDialog()
    await app.show(dialog)
    dialog.go_on(draft)


async def take_up_why(app: TracejournalApp, draft: SavedDraft) -> None:
    """Go on with why one was dropped, where the meeting is still there."""
    meeting_id, _, due = draft.subject.partition("@")

    day = date.fromisoformat(due)
    dropped = await app.journal.ask(lambda journal: journal.meetings.on_due(meeting_id, day))
    dialog = MeetingsDialog()
    await app.show(dialog)
    dialog.drop(dropped, draft)
