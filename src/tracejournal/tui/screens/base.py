"""What all screens and dialogs share."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import work
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from tracejournal.tui.commands import DIALOG, HINT, bindings
from tracejournal.tui.skeleton_picture import LEAST_HEIGHT, LEAST_WIDTH, TALL
from tracejournal.tui.widgets.key_bar import KeyBar
from tracejournal.tui.widgets.top_bar import TopBar
from tracejournal.words import house

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.journal.journal import Journal
    from tracejournal.tui.app import TracejournalApp
    from tracejournal.tui.draft_keeper import DraftKeeper
    from tracejournal.tui.widgets.identifier_line import IdentifierLine
    from tracejournal.tui.widgets.rows import Row


Answer = TypeVar("Answer")
Asked = TypeVar("Asked")


WIDE = 100


class Room(Screen[Answer]):
    """What screens and dialogs share: the journal, drafts, rows that ask for all their choices."""

    app: TracejournalApp
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(HINT))
    _hint_line: IdentifierLine | None = None

    async def ask(self, use_case: Callable[[Journal], Asked]) -> Asked:
        """Ask the journal, on its own thread."""
        return await self.app.journal.ask(use_case)

    def keepers(self) -> Iterable[DraftKeeper]:
        """Return what keeps words safe that are not kept yet, one a form."""
        return ()

    @property
    def keeps_open(self) -> bool:
        """Whether something is under way here that no idle lock is to end."""
        return False

    async def save_drafts(self) -> None:
        """Save words that are not kept yet."""
        for keeper in tuple(self.keepers()):
            await keeper.flush()

    async def on_screen_suspend(self) -> None:
        """Save the words when another screen comes in front: a dialog, the palette, F12."""
        await self._save_where_it_stands()

    async def on_descendant_blur(self) -> None:
        """Save the words when a field is left."""
        await self._save_where_it_stands()

    async def _save_where_it_stands(self) -> None:
        # A dialog that was closed saved its words before, and its form is gone.
        if self in self.app.screen_stack or self.app.is_screen_installed(self):
            await self.save_drafts()

    def on_resize(self, event: events.Resize) -> None:
        """Tell the styles how much room there is."""
        self.note_room(*event.size)
        self.room_changed()

    def note_room(self, width: int, height: int) -> None:
        """Tell the styles how much room there is; before the first paint, so that nothing moves."""
        self.set_class(width < LEAST_WIDTH or height < LEAST_HEIGHT, "-too-small")
        self.set_class(height >= TALL, "-tall")
        self.set_class(width >= WIDE, "-wide")

    def room_changed(self) -> None:
        """Use the room there is now; classes such as `-tall` say how much."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done about a hint while there is one."""
        if action in ("role_instead", "let_hint_be"):
            hint = self._hint_line
            return hint is not None and (hint.names_someone or action == "let_hint_be")
        return super().check_action(action, parameters)

    async def on_identifier_line_rested(self, event: IdentifierLine.Rested) -> None:
        """Look at words that were typed."""
        from tracejournal.tui.screens.hinting import look  # noqa: PLC0415 - dialogs are rooms, too

        event.stop()
        await look(self, event.line, event.text)

    def on_identifier_line_turned(self, event: IdentifierLine.Turned) -> None:
        """Note which hint is in sight."""
        event.stop()
        self._hint_line = event.line if event.line.is_found else None
        self.refresh_bindings()

    def on_identifier_line_role_wanted(self, event: IdentifierLine.RoleWanted) -> None:
        """Put a role in place of a name."""
        event.stop()
        self.action_role_instead()

    def action_let_hint_be(self) -> None:
        """Say nothing more of these words."""
        if self._hint_line:
            self._hint_line.let_be()

    @work
    async def action_role_instead(self) -> None:
        """Put a role in place of a name."""
        from tracejournal.tui.screens.hinting import put_role  # noqa: PLC0415 - see above

        if self._hint_line:
            await put_role(self, self._hint_line)

    def on_row_list_wanted(self, event: Row.ListWanted) -> None:
        """Show all the choices of a row."""
        event.stop()
        self._pick_for(event.row)

    @work
    async def _pick_for(self, row: Row) -> None:
        # Dialogs are rooms themselves, so they cannot be imported before this one is.
        from tracejournal.tui.screens.picking import pick_for_row  # noqa: PLC0415

        await pick_for_row(self.app, row)


class HouseScreen(Room[None]):
    """A screen of the house: top bar, its own body, footer.

    Subclasses give `here`, their name in the top bar, and `compose_body`; `reload` is called
    when they are shown and whenever the journal changed.
    """

    here: ClassVar[str] = ""

    def __init__(self) -> None:
        """Begin in no look yet."""
        super().__init__()
        self._styled_for = ""

    def compose(self) -> ComposeResult:
        """Put the body between the bars."""
        self.note_room(*self.app.size)
        yield TopBar(self.here)
        if self.has_class("-too-small"):
            yield _too_small()
        with Vertical(classes="body"):
            yield from self.compose_body()
        yield KeyBar()

    def note_room(self, width: int, height: int) -> None:
        """Say that the window is small where it is, which hardly any window ever is."""
        super().note_room(width, height)
        if self.is_mounted and self.has_class("-too-small") and not self.query(".too-small"):
            self.mount(_too_small())

    def compose_body(self) -> ComposeResult:
        """Yield what the screen is about."""
        raise NotImplementedError

    async def reload(self) -> None:
        """Read again what the screen shows."""

    def on_mount(self) -> None:
        """Follow changes of the journal and the clock."""
        self.app.journal_changed.subscribe(self, self._journal_changed)
        self.app.settings_changed.subscribe(self, self._journal_changed)  # other days, other words
        self.app.minute_passed.subscribe(self, self._minute_passed)
        self._minute_passed(None)

    async def _journal_changed(self, _what: object) -> None:
        if self.is_current:
            await self.reload()

    def _minute_passed(self, _now: object) -> None:
        self.query_one(TopBar).now = self.app.clock.local_now()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Show the screen as it was left, at once; then the journal as it is now."""
        event.refresh_styles = self._styled_for != self.app.theme
        self._styled_for = self.app.theme
        self._minute_passed(None)
        self.call_next(self.reload)


def _too_small() -> Static:
    return Static(house.TOO_SMALL, markup=False, classes="too-small")


class Dialog(Room[Answer], ModalScreen[Answer]):
    """A small window over a screen; Escape closes it without an answer."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(DIALOG))

    def action_close(self) -> None:
        """Go back without an answer."""
        self.dismiss(None)
