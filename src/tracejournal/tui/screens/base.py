"""What all screens and dialogs share."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from tracejournal.tui.commands import DIALOG, bindings
from tracejournal.tui.widgets.key_bar import KeyBar
from tracejournal.tui.widgets.top_bar import TopBar
from tracejournal.words import house

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.journal.journal import Journal
    from tracejournal.tui.app import TracejournalApp

LEAST_WIDTH, LEAST_HEIGHT = 60, 16
TALL = 32

Answer = TypeVar("Answer")
Asked = TypeVar("Asked")


class HouseScreen(Screen[None]):
    """A screen of the house: top bar, its own body, footer.

    Subclasses give `here`, their name in the top bar, and `compose_body`; `reload` is called
    when they are shown and whenever the journal changed.
    """

    here: ClassVar[str] = ""
    app: TracejournalApp

    def compose(self) -> ComposeResult:
        """Put the body between the bars."""
        yield TopBar(self.here)
        yield Static(house.TOO_SMALL, markup=False, classes="too-small")
        with Vertical(classes="body"):
            yield from self.compose_body()
        yield KeyBar()

    def compose_body(self) -> ComposeResult:
        """Yield what the screen is about."""
        raise NotImplementedError

    async def reload(self) -> None:
        """Read again what the screen shows."""

    async def save_drafts(self) -> None:
        """Save words that are not kept yet; awaited before leaving."""

    async def ask(self, use_case: Callable[[Journal], Asked]) -> Asked:
        """Ask the journal, on its own thread."""
        return await self.app.journal.ask(use_case)

    def on_mount(self) -> None:
        """Follow changes of the journal and the clock."""
        self.app.journal_changed.subscribe(self, self._journal_changed)
        self.app.minute_passed.subscribe(self, self._minute_passed)
        self._minute_passed(None)

    async def _journal_changed(self, _count: object) -> None:
        if self.is_current:
            await self.reload()

    def _minute_passed(self, _now: object) -> None:
        self.query_one(TopBar).now = self.app.clock.local_now()

    async def on_screen_resume(self) -> None:
        """Show the journal as it is now."""
        self._minute_passed(None)
        await self.reload()

    def on_resize(self, event: events.Resize) -> None:
        """Say so where nothing can be shown well, and use the room where there is much."""
        mark_size(self, event)
        self.room_changed()

    def room_changed(self) -> None:
        """Use the room there is now; classes such as `-tall` say how much."""


def mark_size(screen: Screen[Answer], event: events.Resize) -> None:
    """Give a screen the classes by which styles know how much room there is."""
    width, height = event.size
    screen.set_class(width < LEAST_WIDTH or height < LEAST_HEIGHT, "-too-small")
    screen.set_class(height >= TALL, "-tall")
    screen.set_class(width >= 100, "-wide")  # noqa: PLR2004 - from here two columns breathe


class Dialog(ModalScreen[Answer]):
    """A small window over a screen; Escape closes it without an answer."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(DIALOG))
    app: TracejournalApp

    async def save_drafts(self) -> None:
        """Save words that are not kept yet; awaited before leaving."""

    async def ask(self, use_case: Callable[[Journal], Asked]) -> Asked:
        """Ask the journal, on its own thread."""
        return await self.app.journal.ask(use_case)

    def action_close(self) -> None:
        """Go back without an answer."""
        self.dismiss(None)

    def on_resize(self, event: events.Resize) -> None:
        """Know how much room there is."""
        mark_size(self, event)
