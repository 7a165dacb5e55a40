"""Saying of a planned meeting that it was held, moved or dropped, the same in both dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from tracejournal.model.errors import JournalError, Misuse
from tracejournal.model.meeting import Told
from tracejournal.model.recurrence import coming
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.screens.dialogs import AskDialog
from tracejournal.tui.undo import Change, take_back
from tracejournal.words import meetings as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracejournal.journal.journal import Journal
    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.meeting import Occurrence


class TellsOfMeetings(Dialog[str | None]):
    """A dialog with a planned day under its cursor. What is told there can be taken back there.

    Attributes:
        changes: how many were made here, and can be taken back.
    """

    def __init__(self) -> None:
        """Begin with nothing to take back."""
        super().__init__()
        self.changes = 0

    @property
    def current(self) -> Occurrence | None:
        """The planned day under the cursor."""
        raise NotImplementedError

    async def read(self) -> None:
        """Show what there is now."""
        raise NotImplementedError

    def remember(self, change: Change) -> None:
        """Let a change that was made be taken back here."""
        self.app.undo_stack.push(change)
        self.changes += 1

    async def make(
        self,
        what: str,
        do: Callable[[Journal], object],
        undo: Callable[[Journal], object],
        said: str,
    ) -> None:
        """Make a change, then show and say it; a refusal is said and changes nothing."""
        try:
            await self.ask(do)
        except JournalError as refusal:
            self.app.refuse(refusal)
            return
        await self.made(what, do, undo, said)

    async def made(
        self,
        what: str,
        do: Callable[[Journal], object],
        undo: Callable[[Journal], object],
        said: str,
    ) -> None:
        """Show and say a change that was made."""
        self.remember(Change(what, undo, do))
        await self.read()
        await self.app.publish_change()
        self.app.say(said)

    async def action_take_back(self) -> None:
        """Take back the last change that was made here."""
        if self.changes:
            self.changes -= 1
            await take_back(self.app)
            await self.read()

    async def _tell(
        self, each: Occurrence, tell: Callable[[Journal], object], sentence: str, **said: str
    ) -> None:
        """Tell something of a day; taken back, what was told before holds again."""
        before, meeting = each.told, each.meeting
        day = words.day(each.on, self.app.clock.today())
        await self.make(
            words.TELLING,
            tell,
            lambda journal: journal.meetings.tell(meeting.id, before),
            sentence.format(**{"what": meeting.title, "day": day} | said),
        )

    @work
    async def action_held(self) -> None:
        """Say that it was held; a moment of it is offered and never needed."""
        from tracejournal.tui.screens.meeting_held import HeldDialog  # noqa: PLC0415 - when used

        held = self.current
        if held is None:
            return
        today = self.app.clock.today()
        if held.on > today:
            self.app.refuse(Misuse(words.NOT_YET_HELD.format(day=words.day(held.on, today))))
            return
        entry_id = held.told.entry_id
        if entry_id is None:
            kept = await self.app.push_screen_wait(HeldDialog(held))
            entry_id = kept.id if kept else None
        before, meeting_id = held.told, held.meeting.id
        is_new = entry_id is not None and entry_id != before.entry_id
        moments = [entry_id] if entry_id and is_new else []

        def do(journal: Journal) -> None:
            journal.entries.restore(moments)
            journal.meetings.hold(held, entry_id)

        def undo(journal: Journal) -> None:
            journal.meetings.tell(meeting_id, before)
            journal.entries.delete(moments)

        said = words.SAID_HELD.format(what=held.meeting.title, day=words.day(held.on, today))
        await self.make(words.TELLING, do, undo, said)

    @work
    async def action_moved(self) -> None:
        """Say that it was moved, and to which day."""
        moved = self.current
        if moved is None:
            return
        today = self.app.clock.today()
        asked = AskDialog(words.MOVE_ASK, words.MOVE_HINT, check=lambda typed: coming(typed, today))
        typed = await self.app.push_screen_wait(asked)
        if typed is None:
            return
        to = coming(typed, today)
        sentence = words.SAID_MOVED_BACK if to == moved.due else words.SAID_MOVED
        day = words.day(moved.due if to == moved.due else moved.on, today)
        await self._tell(
            moved,
            lambda journal: journal.meetings.move(moved, to),
            sentence,
            day=day,
            to=words.day(to, today),
        )

    def action_dropped(self) -> None:
        """Say that it was dropped; why is asked once and never needed."""
        if self.current is not None:
            self.drop(self.current)

    @work
    async def drop(self, dropped: Occurrence, begun: SavedDraft | None = None) -> None:
        """Ask why one was dropped, and keep that it was."""
        from tracejournal.tui.screens.meeting_dropped import DroppedDialog  # noqa: PLC0415 - when used

        said = await self.app.push_screen_wait(DroppedDialog(dropped, begun))
        reason, why, slot = said or (None, "", None)

        def do(journal: Journal) -> None:
            journal.meetings.drop(dropped, reason, why, clears=slot)

        await self._tell(dropped, do, words.SAID_DROPPED)

    async def action_unsay(self) -> None:
        """Forget what was told of it; a moment that was kept of it stays."""
        told = self.current
        if told is not None and told.told.state:
            await self._tell(
                told,
                lambda journal: journal.meetings.tell(told.meeting.id, Told(told.due)),
                words.SAID_NOTHING,
            )
