"""What Today says of meetings: one line, read after the first paint, and often none at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.tui.screens.base import HouseScreen

if TYPE_CHECKING:
    from tracejournal.journal.journal import Journal
    from tracejournal.model.meeting import Occurrence


class SaysMeetings(HouseScreen):
    """A screen with a quiet line over what stands below its prompt, where there is one to say."""

    async def say_meetings(self) -> None:
        """Read the line again; it is made when it is first needed."""
        today, asked = await self.ask(_read)
        if not today and asked is None and not self.query("MeetingLine"):
            return
        from tracejournal.tui.widgets.meeting_line import MeetingLine  # noqa: PLC0415 - hardly ever

        if not self.query(MeetingLine):
            await self.query_one(".body").mount(MeetingLine(), before=self.query_one(".below"))
        self.query_one(MeetingLine).show_meetings(today, asked, self.app.clock.today())

    async def on_meeting_line_opened(self) -> None:
        """Show the meetings."""
        await self.app.run_action("begin('meetings')")

    async def on_meeting_line_let_be(self) -> None:
        """Ask nothing more of what was."""
        await self.ask(lambda journal: journal.meetings.let_be())
        self.focus_next()
        await self.say_meetings()


def _read(journal: Journal) -> tuple[tuple[Occurrence, ...], Occurrence | None]:
    return journal.meetings.on_today(), journal.meetings.asked_after()
