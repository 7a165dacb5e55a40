"""What lies on the desk while a brief is put together: its lines, its draft, a line being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.model.brief_sheet import Offer, Row, Sheet, brief, rows
from tracejournal.model.draft import BRIEF
from tracejournal.model.errors import JournalError
from tracejournal.tui.draft_keeper import DraftKeeper, fresh_slot
from tracejournal.tui.screens.brief_line import BriefLineDialog, Typed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracejournal.model.brief import Brief
    from tracejournal.model.draft import SavedDraft
    from tracejournal.tui.screens.base import Room


class BriefDesk:
    """One brief on its way.

    Attributes:
        sheet: what was done so far.
        keeper: keeps that as a draft.
    """

    def __init__(self, room: Room[None], begun: SavedDraft | None) -> None:
        """Take the screen it is on, and where it was left."""
        self._room = room
        self.sheet = Sheet.of_fields(begun.fields) if begun else Sheet()
        self._typing: Sheet | None = None  # with a line that is being typed
        self._found: tuple[Offer, ...] = ()
        self._had_words = begun is not None
        self.keeper = DraftKeeper(room, fresh_slot(BRIEF), self._fields)

    def _fields(self) -> dict[str, object]:
        held = self._typing or self.sheet
        # Without a draft there are no earlier words; a line that was taken out is among them.
        return {} if held == Sheet() and not self._had_words else held.fields()

    def start_again(self) -> None:
        """Empty it for good: its draft goes, too."""
        self.sheet = Sheet()
        self._had_words = False
        self.keeper.touch()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The lines of the list."""
        return rows(self.sheet, self._found, self.sheet.days(self._room.app.clock.today()))

    @property
    def brief(self) -> Brief:
        """What is ticked."""
        return brief(self.rows)

    async def read(self) -> None:
        """Ask the journal what can be ticked; where it cannot be read, say so."""
        app = self._room.app
        days, ratings = self.sheet.days(app.clock.today()), app.config.ratings
        try:
            self._found = await self._room.ask(
                lambda journal: journal.briefs.offers(days, ratings=ratings)
            )
        except JournalError as refusal:
            app.refuse(refusal)

    async def ask_line(self, title: str, text: str, with_typed: Callable[[str], Sheet]) -> Typed:
        """Ask for a line; while it is typed, the draft holds the brief with it, not ticked.

        Args:
            title: the question.
            text: what the line begins with.
            with_typed: returns the brief with what is typed in it.
        """

        def changed(typed: str) -> None:
            self._typing = with_typed(typed) if typed.strip() and typed != text else None
            self._had_words |= self._typing is not None
            self.keeper.touch()

        typed = await self._room.app.push_screen_wait(BriefLineDialog(title, text, changed))
        await self.keeper.flush()  # so that what is not taken is among the earlier words
        self._typing = None
        self.keeper.touch()
        return typed
