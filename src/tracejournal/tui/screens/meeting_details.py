"""All about one meeting: what survived, in counts, and each day that was told of."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from tracejournal.model.text import one_line
from tracejournal.patterns.meetings import said
from tracejournal.tui.commands import MEETING, SETTINGS, bindings
from tracejournal.tui.screens.telling import TellsOfMeetings
from tracejournal.tui.widgets.meeting_list import MeetingList
from tracejournal.words import meetings as words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.journal.journal import Journal
    from tracejournal.model.meeting import Meeting, Occurrence
    from tracejournal.patterns.meetings import Survived


class MeetingDialog(TellsOfMeetings):
    """Counts above, days below. Answers with a moment to be opened, or None."""

    DEFAULT_CSS = """
    MeetingDialog {
        .lasting { color: $ink-soft; }
        .counts { margin: 1 0; height: auto; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = list(bindings((*MEETING, *SETTINGS)))

    def __init__(self, meeting: Meeting) -> None:
        """Take the meeting."""
        super().__init__()
        self._meeting = meeting

    def compose(self) -> ComposeResult:
        """When it is, what survived, and its days."""
        with Vertical(classes="dialog -large") as box:
            box.border_title = Content(one_line(self._meeting.title))
            box.border_subtitle = Content(words.DETAIL_KEYS)
            today = self.app.clock.today()
            yield Static(Content(self._meeting.lasting(today)), markup=False, classes="lasting")
            yield Static("", markup=False, classes="counts")
            yield MeetingList()

    async def on_mount(self) -> None:
        """Read it."""
        self.days.fill_dialog()
        self.days.focus()
        await self.read()

    @property
    def days(self) -> MeetingList:
        """The list of its days."""
        return self.query_one(MeetingList)

    @property
    def current(self) -> Occurrence | None:
        """The planned day under the cursor."""
        return self.days.occurrence

    async def read(self) -> None:
        """Show its days first, since counting may take a moment, then what survived."""
        meeting_id, with_loads = self._meeting.id, self.app.config.ratings

        def count(journal: Journal) -> Survived:
            return journal.meetings.survived(meeting_id, with_loads=with_loads)

        days = await self.ask(lambda journal: journal.meetings.days_of(meeting_id))
        self.days.show_days(days, self.app.clock.today())
        lines = tuple(said(await self.ask(count)))
        counts = Content("\n").join(
            Content.styled(line, "$ink" if number == 0 else "$ink-soft")
            for number, line in enumerate(lines)
        )
        self.query_one(".counts", Static).update(counts)

    @on(OptionList.OptionSelected)
    def _on_selected(self) -> None:
        """Open the moment that was kept of a day."""
        each = self.current
        if each and each.told.entry_id:
            self.dismiss(each.told.entry_id)
