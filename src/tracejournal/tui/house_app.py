"""What an app of ours is before it does anything: how it looks, speaks, leaves and fails."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar, overload

from rich.text import Text
from textual.app import App
from textual.worker import WorkerFailed

from tracejournal.journal import crash_log
from tracejournal.model.errors import JournalError, StoreError
from tracejournal.model.text import one_line
from tracejournal.tui.themes import OWN_THEMES, tokens
from tracejournal.words import house, refusals

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen
    from textual.theme import Theme

Answer = TypeVar("Answer")

_LONGEST = 2_000


class HouseApp(App[int]):
    """An app with our themes beside the stock ones, quiet words and no traceback.

    Attributes:
        may_show: set, unless nothing may be said or shown now: the journal is locked.
    """

    def __init__(self, theme: str) -> None:
        """Begin in a theme."""
        self._variables_of: Theme | None = None
        self._variables: dict[str, str] = {}
        self.may_show = asyncio.Event()
        self.may_show.set()
        super().__init__()
        for own in OWN_THEMES:
            self.register_theme(own)
        self.theme = theme
        self.stylesheet.set_variables(self.get_css_variables())
        self._begun_in: str | None = theme

    def get_css_variables(self) -> dict[str, str]:
        """Add our own tokens to the theme's variables; they are worked out once a theme."""
        theme = self.current_theme
        if theme is not self._variables_of:
            variables = super().get_css_variables()
            self._variables = variables | tokens(theme, variables)
            self._variables_of = theme
        self.theme_variables = self._variables
        return self._variables

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """Read the styles again; not for the theme the app began in, with which they were read."""
        begun_in, self._begun_in = self._begun_in, None
        if begun_in != self.theme:
            super().refresh_css(animate)

    def say(self, sentence: str) -> None:
        """Say something for a moment, in place of what was said before."""
        if self.is_quiet:
            return
        self.clear_notifications()
        self.notify(sentence, timeout=4, markup=False)

    def refuse(self, refusal: JournalError) -> None:
        """Say what could not be done, long enough to read, and that no words went by it."""
        crash_log.note_refusal(refusal)
        if self.is_quiet:
            return
        said = f"{refusal} {house.STILL_HERE}" if isinstance(refusal, StoreError) else str(refusal)
        self.notify(one_line(said, _LONGEST), timeout=10, severity="warning", markup=False)

    @property
    def is_quiet(self) -> bool:
        """Whether nothing may be said or shown now."""
        return not self.may_show.is_set()

    async def show(self, dialog: Screen[Any]) -> None:
        """Show a dialog; while the journal is locked, not yet."""
        await self.may_show.wait()
        await self.push_screen(dialog)

    if TYPE_CHECKING:

        @overload
        async def push_screen_wait(
            self, screen: Screen[Answer], *, mode: str | None = None
        ) -> Answer: ...

        @overload
        async def push_screen_wait(self, screen: str, *, mode: str | None = None) -> Any: ...  # noqa: ANN401 - Textual's own

    async def push_screen_wait(
        self, screen: Screen[Answer] | str, *, mode: str | None = None
    ) -> Answer | Any:
        """Show a dialog and return its answer; while the journal is locked, not yet."""
        await self._flush_next_callbacks()
        while self.is_quiet:
            await self.may_show.wait()
            await self._flush_next_callbacks()  # Textual does, too: nothing is left to wait for
        return await super().push_screen_wait(screen, mode=mode)

    async def save_drafts(self) -> None:
        """Save words that are not kept yet; awaited before leaving in any way."""

    def step_aside(self, stop: Callable[[], None]) -> None:
        """Save what is unfinished and give the terminal back, until `stop` returns."""

        async def step_aside() -> None:
            await self.save_drafts()
            with self.suspend():
                stop()

        self.call_next(step_aside)

    async def _shutdown(self) -> None:
        """Save what is unfinished also where something went wrong, while it can still be read."""
        try:
            await self.save_drafts()
        except Exception as error:  # noqa: BLE001 - what failed once may fail again; we leave all the same
            crash_log.note(error)
        await super()._shutdown()

    def _handle_exception(self, error: Exception) -> None:
        """Say what happened in one sentence; never print locals, which hold people's words."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        if self._exception is None:
            # Test drivers raise what is noted here; people only ever read the sentence.
            self._exception = error
            self._exception_event.set()
            super()._handle_exception(_Quiet(_last_words(cause)))


def _last_words(error: BaseException) -> str:
    """Note an error; return what is said of it."""
    if isinstance(error, JournalError):
        crash_log.note_refusal(error)
        return str(error)
    said = house.CRASHED.format(kind=type(error).__name__)
    return (
        f"{said} {refusals.NOTED.format(path=crash_log.path())}" if crash_log.note(error) else said
    )


class _Quiet(Exception):  # noqa: N818 - it is what people read, not a fault
    """An error of which nothing but one sentence is shown."""

    def __rich__(self) -> Text:
        # Not a bare string: Rich reads one as markup, and a folder can be called anything.
        return Text(one_line(str(self), _LONGEST))
