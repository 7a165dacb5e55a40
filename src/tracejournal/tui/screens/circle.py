"""Circle: those one would like to keep in touch with, in one's own order; nobody is ranked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on, work
from textual.containers import Horizontal

from tracejournal.model.errors import JournalError, NotFound
from tracejournal.tui.commands import CIRCLE, bindings
from tracejournal.tui.screens import circle_doings as doings
from tracejournal.tui.screens.base import HouseScreen
from tracejournal.tui.widgets.circle_list import CircleList
from tracejournal.tui.widgets.loop_list import LoopList
from tracejournal.tui.widgets.member_card import MemberCard

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.journal.journal import Journal
    from tracejournal.model.circle import Known, Member
    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.entry import EntryLine
    from tracejournal.model.loop import Loop
    from tracejournal.tui.app import TracejournalApp

    Doing = Callable[[TracejournalApp], Awaitable[object]]
    """What is done, and answers with the name of whom it was done to, where there is one."""

_NARROW = 76
"""Columns below which the list and someone take turns."""


class _Seen(NamedTuple):
    """What is known of someone, read in one go."""

    member: Member
    known: Known
    lines: tuple[EntryLine, ...]
    loops: tuple[Loop, ...]


class CircleScreen(HouseScreen):
    """The list, and what is known of the one under the cursor."""

    here = "circle"
    CSS_PATH = "circle.tcss"
    AUTO_FOCUS = "CircleList"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(CIRCLE))

    def compose_body(self) -> ComposeResult:
        """The list, and someone beside it."""
        with Horizontal(classes="desk"):
            yield CircleList()
            yield MemberCard()

    @property
    def people(self) -> CircleList:
        """The list."""
        return self.query_one(CircleList)

    @property
    def card(self) -> MemberCard:
        """What is known of the one under the cursor."""
        return self.query_one(MemberCard)

    def note_room(self, width: int, height: int) -> None:
        """Let list and card take turns where there is no room for both."""
        super().note_room(width, height)
        self.set_class(width < _NARROW, "-narrow")

    # Reading and showing

    async def reload(self) -> None:
        """Read the circle again, and whoever is under the cursor."""
        try:
            members, outside = await self.ask(
                lambda journal: (journal.circle.members(), journal.circle.outside())
            )
        except JournalError as refusal:
            self.app.refuse(refusal)
            return
        self.people.show(members, outside, self.app.clock.today())
        self._look_at(self.people.current)

    @work(group="someone", exclusive=True)
    async def _look_at(self, name: str) -> None:
        """Show what is known of someone. A newer call takes the place of one that still reads."""
        self.refresh_bindings()
        if self.people.member is None:
            self.card.show_nobody(name)
            return
        try:
            ratings = self.app.config.ratings
            seen = await self.ask(lambda journal: _look(journal, name, ratings=ratings))
        except NotFound:
            return  # gone meanwhile, which the list shows by itself
        except JournalError as refusal:
            self.app.refuse(refusal)
            return
        if name == self.people.current:
            self.card.show(*seen, self.app.clock.today())
            self.refresh_bindings()

    @on(CircleList.Moved)
    def _on_moved(self, event: CircleList.Moved) -> None:
        self._look_at(event.name)

    @on(CircleList.Opened)
    async def _on_opened(self, event: CircleList.Opened) -> None:
        if self.people.member is None:
            self._do(lambda app: doings.add(app, event.name))
            return
        self.add_class("-closer")
        self.card.moments.focus()
        # Once it is laid out: in a low window the list is below what is seen.
        self.call_after_refresh(self.card.scroll_end, animate=False)
        self.refresh_bindings()

    @on(LoopList.Chosen)
    async def _on_loop_chosen(self, event: LoopList.Chosen) -> None:
        from tracejournal.tui.screens.loops import open_loops  # noqa: PLC0415 - on first use

        await open_loops(self.app, event.loop.id)

    @on(MemberCard.Opened)
    def _on_moment_opened(self, event: MemberCard.Opened) -> None:
        self._do(lambda app: doings.read(app, event.entry_id))

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with the one under the cursor."""
        if action == "back":
            return not self.people.has_focus
        if action in _FOR_MEMBERS:
            return self.is_mounted and self.people.member is not None
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        """Go back to the list."""
        self.remove_class("-closer")
        self.people.focus()
        self.refresh_bindings()

    def action_add(self) -> None:
        """Take someone in; a name of the journal that is under the cursor comes along."""
        name = "" if self.people.member else self.people.current
        self._do(lambda app: doings.add(app, name))

    def action_change(self) -> None:
        """Change what is said of someone."""
        self._with_member(doings.change)

    def action_log_with(self) -> None:
        """Log a moment with someone: Today's line, with them in it."""
        self._with_member(doings.log_with)

    def action_rhythm(self) -> None:
        """Say how often one would like to be in touch."""
        self._with_member(doings.set_rhythm)

    def action_let_rest(self) -> None:
        """Let someone rest, or say they are on leave; or end that."""
        self._with_member(doings.let_rest)

    def action_quiet(self) -> None:
        """Leave someone out of suggestions and look-back, or take that back."""
        self._with_member(doings.quiet)

    def action_merge(self) -> None:
        """Let somebody else be the same person."""
        self._with_member(doings.merge)

    def action_remove(self) -> None:
        """Take someone out of the circle."""
        self._with_member(doings.remove)

    def action_move(self, by: int) -> None:
        """Move someone up or down."""
        self._with_member(lambda app, member: doings.move(app, member, by))

    def action_find(self) -> None:
        """Find someone by typing a part of their name."""

        async def find(_app: object) -> None:
            name = await doings.find(self.app)
            if name:
                self.people.stand_on(name)

        self._do(find)

    async def take_up(self, draft: SavedDraft) -> None:
        """Go on with someone who was begun and never kept."""
        await self.reload()
        self._do(lambda app: doings.take_up(app, draft))

    def _with_member(self, do: Callable[[TracejournalApp, Member], Awaitable[object]]) -> None:
        member = self.people.member
        if member is not None:
            self._do(lambda app: do(app, member))

    def _do(self, do: Doing) -> None:
        self.run_worker(self._done(do), name="do")

    async def _done(self, do: Doing) -> None:
        """Do something, and stand on the one it was done to."""
        try:
            name = await do(self.app)
        except JournalError as refusal:
            self.app.refuse(refusal)
            return
        if isinstance(name, str) and self.is_current:
            await self.reload()
            self.people.stand_on(name)


_FOR_MEMBERS = {
    "change", "log_with", "rhythm", "let_rest", "quiet", "merge", "remove", "move",
}  # fmt: skip
"""Actions that need someone of the circle under the cursor."""


def _look(journal: Journal, name: str, *, ratings: bool) -> _Seen:
    circle, member = journal.circle, journal.circle.get(name)
    return _Seen(
        member,
        circle.known(name, ratings=ratings),
        circle.latest(name),
        journal.loops.open_with(member.id),
    )
