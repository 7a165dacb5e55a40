"""Where loops lie: the shelves, the one under the cursor, and how each change is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from tracejournal.journal.loops import SHELVES
from tracejournal.model.errors import JournalError
from tracejournal.model.mentions import distinct
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.undo import Change, take_back
from tracejournal.tui.widgets.loop_details import LoopDetails
from tracejournal.tui.widgets.loop_list import LoopList
from tracejournal.words import loops as words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult

    from tracejournal.journal.journal import Journal
    from tracejournal.model.loop import Loop

OPEN, CLOSED, SEALED, TRASH = SHELVES

WORKS_ON = {
    "change": (OPEN, CLOSED),
    "note": (OPEN,),
    "move": (OPEN,),
    "close_loop": (OPEN,),
    "reopen": (CLOSED, TRASH),
    "seal": (OPEN, CLOSED, SEALED),
    "delete": (OPEN, CLOSED, TRASH),
}
"""On which shelves something can be done to a loop."""

_MOST_LINES = 9
"""Lines of the list where the whole of a loop stands below it."""


class LoopDesk(Dialog[None]):
    """A list by day and the whole of the one under the cursor, beside it or below."""

    DEFAULT_CSS = """
    LoopDesk {
        .both { height: 1fr; layout: vertical; }
        LoopDetails { height: 1fr; border-top: solid $line; }
        LoopDetails:focus { border-top: solid $lead; }
        .hint { color: $ink-soft; }
        &.-wide .both { layout: horizontal; }
        &.-wide LoopList { width: 3fr; height: 100%; }
        &.-wide LoopDetails {
            width: 2fr; height: 100%; border-top: none; border-left: solid $line; padding-left: 2;
        }
        &.-wide LoopDetails:focus { border-left: solid $lead; }
    }
    """

    def __init__(self, stand_on: str = "") -> None:
        """Begin with what is open, the cursor on one where its id is given."""
        super().__init__()
        self.stand_on = stand_on
        self.shelf = OPEN
        self.shelves: Mapping[str, tuple[Loop, ...]] = {}
        self.names: tuple[str, ...] = ()
        self.changes = 0

    def compose(self) -> ComposeResult:
        """The list and the one under its cursor, or what loops are for."""
        with Vertical(classes="dialog -large") as box:
            box.border_title = Content(words.TITLE)
            yield Static(markup=False, classes="hint")
            with Container(classes="both"):
                yield LoopList()
                yield LoopDetails()

    async def on_mount(self) -> None:
        """Read what is open."""
        self.room_changed()
        await self.reload()

    def room_changed(self) -> None:
        """Give the list what is left of the whole of a loop, beside it or below."""
        self.listed.styles.max_height = "100%" if self.has_class("-wide") else _MOST_LINES
        self.query_one(".dialog").border_subtitle = Content(self._keys())

    @property
    def listed(self) -> LoopList:
        """The list."""
        return self.query_one(LoopList)

    async def reload(self) -> None:
        """Read all shelves again."""
        try:
            self.shelves, known = await self.ask(_read)
        except JournalError as refusal:
            self.app.refuse(refusal)
            return
        loops = (loop for shelf in (OPEN, CLOSED) for loop in self.shelves[shelf])
        self.names = distinct((*known, *(name for loop in loops for name in loop.everyone)))
        self._show()

    def _show(self) -> None:
        loops = self.shelves[self.shelf]
        if not loops and self.shelf != OPEN:
            self.shelf = OPEN
            loops = self.shelves[OPEN]
        box = self.query_one(".dialog")
        shelf = "" if self.shelf == OPEN else f" · {words.SHELVES[self.shelf]}"
        box.border_title = Content(words.TITLE + shelf)
        box.border_subtitle = Content(self._keys())
        said = "" if loops else words.NONE_OPEN
        if not any(self.shelves.values()):
            said = "\n".join(words.EMPTY)
        hint = self.query_one(".hint", Static)
        hint.update(Content(said))
        hint.display = bool(said)
        self.query_one(".both").display = bool(loops)
        self.listed.show(loops, self.app.clock.today(), self.stand_on)
        self.stand_on = ""
        self.refresh_bindings()

    def _keys(self) -> str:
        if not any(self.shelves.values()):
            return words.NOTHING_KEYS if self.shelves else ""
        if not self.shelves[self.shelf]:
            return words.NONE_OPEN_KEYS
        wide = self.shelf == OPEN and self.has_class("-wide")
        return (words.WIDE_KEYS if wide else "") + words.LIST_KEYS[self.shelf]

    @on(LoopList.Turned)
    def _on_turned(self, event: LoopList.Turned) -> None:
        self.query_one(LoopDetails).show(event.loop, self.app.clock)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done to the one under the cursor."""
        if action in WORKS_ON:
            return bool(self.shelves.get(self.shelf)) and self.shelf in WORKS_ON[action]
        return super().check_action(action, parameters)

    # Changes

    async def do(
        self,
        what: str,
        said: str,
        do: Callable[[Journal], object],
        undo: Callable[[Journal], object],
    ) -> None:
        """Do something that takes no more than an id to take back."""
        try:
            await self.app.change(what, do, undo)
        except JournalError as refusal:
            self.app.refuse(refusal)
            return
        await self.done(said)

    async def change(self, what: str, said: str, do: Callable[[Journal], Loop]) -> None:
        """Change the one under the cursor."""
        before = self.listed.current
        if before is None:
            return
        try:
            after = await self.ask(do)
        except JournalError as refusal:
            self.app.refuse(refusal)
            await self.reload()  # it may be another by now
            return
        await self.changed(what, said, before, after)

    async def changed(self, what: str, said: str, before: Loop, after: Loop) -> None:
        """Remember how a change that was made is taken back, and show it."""
        self.app.undo_stack.push(
            Change(
                what,
                undo=lambda journal: journal.loops.put_back(before, seen=after),
                redo=lambda journal: journal.loops.put_back(after, seen=before),
            )
        )
        await self.app.publish_change()
        await self.done(said)

    async def done(self, said: str) -> None:
        """Say what was done, and show it."""
        self.changes += 1
        self.app.say(said)
        await self.reload()

    async def action_take_back(self) -> None:
        """Take back the last change that was made here."""
        if self.changes:
            self.changes -= 1
            await take_back(self.app)
            await self.reload()

    def action_turn(self) -> None:
        """Turn to what is closed, deleted or sealed, as far as there is any, and back."""
        here = SHELVES.index(self.shelf)
        others = (*SHELVES[here + 1 :], *SHELVES[:here])
        there = [shelf for shelf in others if self.shelves[shelf] or shelf == OPEN]
        if not there:
            self.app.say(words.NONE_ELSEWHERE)
            return
        self.shelf = there[0]
        self._show()


def _read(journal: Journal) -> tuple[dict[str, tuple[Loop, ...]], tuple[str, ...]]:
    shelves = {shelf: journal.loops.on_shelf(shelf) for shelf in SHELVES}
    return shelves, journal.history.known_people()
