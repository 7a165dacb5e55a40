"""A few calm steps in one box, one after the other: what the setting up of a lock goes through."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import on, work
from textual.containers import VerticalScroll
from textual.content import Content

from tracejournal.model.errors import JournalError
from tracejournal.tui.commands import DIALOG, LOCK_STEPS, bindings
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.widgets.lock_pages import LockPage, SayPage
from tracejournal.tui.widgets.secret_line import SecretLine
from tracejournal.words import lock_setup as words

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType

Answer = TypeVar("Answer")


class LockDialog(Dialog[None]):
    """Goes through steps. Escape leaves everything as it was, until something is being done.

    Args:
        way: the steps, one awaited after the other; see `lock_setup`.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings((*LOCK_STEPS, *DIALOG)))
    CSS = """
    LockDialog .dialog { width: 76; height: 19; }
    LockDialog.-too-small .key { width: 100%; padding: 0; margin: 0 0 1 0; }
    """

    def __init__(self, way: Callable[[LockDialog], Awaitable[None]]) -> None:
        """Begin with no step."""
        super().__init__()
        self._way = way
        self._page: LockPage[Any] | None = None
        self._was_answered = asyncio.Event()
        self._is_doing = False

    def compose(self) -> ComposeResult:
        """The box."""
        yield VerticalScroll(classes="dialog", can_focus=False)

    def on_mount(self) -> None:
        """Take the first step."""
        self._go_through()

    @work
    async def _go_through(self) -> None:
        try:
            await self._way(self)
        except JournalError as refusal:
            said = [("", str(refusal))]
            await self.turn_to(SayPage(words.REFUSED_TITLE, words.READ_KEYS, said))
        self.dismiss(None)

    async def turn_to(self, page: LockPage[Answer]) -> Answer:
        """Show a step, or ask the one that is shown again; return its answer."""
        self._was_answered.clear()
        if page is not self._page:
            await self._show(page)
        page.begin()
        await self._was_answered.wait()
        return page.take()

    async def do(self, said: Iterable[str], doing: Callable[[], Answer]) -> Answer:
        """Do something to the file of the journal, which is closed meanwhile, and say so.

        Raises:
            JournalError: what `doing` says.
        """
        self._is_doing = True
        await self._show(SayPage(words.WORKING_TITLE, "", [("", each) for each in said], yes=""))
        try:
            return await self.app.journal.away(doing)
        finally:
            self._is_doing = False

    async def _show(self, page: LockPage[Answer]) -> None:
        self._page = page
        box = self.query_one(".dialog", VerticalScroll)
        with self.app.batch_update():
            await box.remove_children()
            await box.mount(page)
            box.border_title = Content(page.heading)
            box.border_subtitle = Content(page.keys)
        self.refresh_bindings()

    @on(LockPage.Answered)
    def _on_answered(self, event: LockPage.Answered) -> None:
        event.stop()
        if event.page is self._page:  # a second Enter can come from the step before
            self._was_answered.set()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the step at hand has."""
        if action == "show_secret":
            return bool(self.query(SecretLine))
        if action == "step_before":
            return self._page is not None and self._page.goes_back
        return super().check_action(action, parameters)

    def action_show_secret(self) -> None:
        """Show what is typed, or mask it again."""
        for line in self.query(SecretLine):
            line.password = not line.password

    def action_step_before(self) -> None:
        """Go back, within what can still be gone back to."""
        if self._page is not None:
            self._page.step_before()

    def action_close(self) -> None:
        """Leave everything as it is; what is being done is waited for."""
        if not self._is_doing:
            self.dismiss(None)
