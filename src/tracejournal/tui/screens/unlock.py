"""Before a locked journal: one line for its passphrase, or for the recovery key."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, NamedTuple
from unicodedata import normalize

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tracejournal.journal import shut
from tracejournal.model.errors import JournalError
from tracejournal.model.text import one_line
from tracejournal.tui.commands import UNLOCK, bindings
from tracejournal.tui.screens.base import Room
from tracejournal.tui.widgets.key_bar import KeyBar
from tracejournal.tui.widgets.secret_line import SecretLine
from tracejournal.words import house
from tracejournal.words import unlock as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.journal.lock import Lock


class _Step(NamedTuple):
    """What is asked for now.

    Attributes:
        title: what the line is for.
        about: why, in a sentence or two.
        keys: what the keys do.
        hidden: whether what is typed is shown as dots.
    """

    title: str
    about: str
    keys: str
    hidden: bool = True


_PASSPHRASE = _Step(words.TITLE, words.ABOUT, words.KEYS)
# Sixty letters from a sheet of paper cannot be typed blindly; whoever has the sheet has the key.
_RECOVERY = _Step(words.RECOVERY_TITLE, words.RECOVERY, words.RECOVERY_KEYS, hidden=False)
_NEW = _Step(words.NEW_TITLE, words.NEW, words.NEW_KEYS)
_AGAIN = _Step(words.AGAIN_TITLE, words.AGAIN, words.AGAIN_KEYS)
_LONGEST = 600


class UnlockScreen(Room[None]):
    """Covers everything until the journal is open. Slips are not counted, and nothing waits.

    It knows the lock alone, and neither journal nor drafts.
    """

    DEFAULT_CSS = """
    UnlockScreen {
        background: $paper;
        color: $ink;
        align: center top;
        Toast { display: none; }
        .unlock { width: 68; max-width: 100%; height: auto; margin-top: 5; padding: 0 1; }
        &.-tall .unlock { margin-top: 9; }
        &.-too-small .unlock { margin-top: 0; }
        .sign { color: $lead; text-style: bold; height: 1; margin-bottom: 1; }
        .about { height: auto; min-height: 2; margin-bottom: 1; }
        .card { height: 3; }
        .said { color: $ink-soft; height: auto; margin: 1 0; }
        Input {
            background: $paper;
            color: $ink;
            border: none;
            height: 1;
            padding: 0;
            &:focus { border: none; background-tint: transparent; }
            .input--cursor { color: $on-lead; background: $lead; text-style: none; }
            .input--selection { background: $picked; color: $on-picked; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(UNLOCK))

    def __init__(self) -> None:
        """Begin with the passphrase."""
        super().__init__()
        self._step = _PASSPHRASE
        self._new = ""
        self._is_busy = False
        self._is_in_front = asyncio.Event()

    def compose(self) -> ComposeResult:
        """What this is, one line, and room for what is said to it."""
        self.note_room(*self.app.size)
        with Vertical(classes="unlock"):
            yield Static(f"{house.SIGN} {house.NAME}", markup=False, classes="sign")
            yield Static(markup=False, classes="about")
            with Vertical(classes="card"):
                yield SecretLine()
            yield Static(markup=False, classes="said")
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask for the passphrase; letters typed before there was a line for them begin it."""
        self._ask_for(_PASSPHRASE)
        self.line.focus()
        self.line.insert_text_at_cursor(self.app.typed_ahead())
        self.app.minute_passed.subscribe(self, self._show_about)

    @property
    def line(self) -> SecretLine:
        """The one line."""
        return self.query_one(SecretLine)

    def on_screen_resume(self) -> None:
        """Note that nothing stands above it."""
        self._is_in_front.set()

    def _on_screen_suspend(self) -> None:
        self._is_in_front.clear()

    async def in_front(self) -> None:
        """Wait until nothing stands above it."""
        await self._is_in_front.wait()

    @property
    def is_past(self) -> bool:
        """Whether the recovery key opened the journal, and only a new passphrase is asked for."""
        return self._step in (_NEW, _AGAIN) and not self._is_busy

    def begin_again(self) -> None:
        """Ask for the passphrase again; what was typed is let go of."""
        self._new = ""
        self._ask_for(_PASSPHRASE)

    # What is shown

    def _ask_for(self, step: _Step, said: str = "", typed: str = "") -> None:
        self._step = step
        self.line.value = typed  # before it is shown otherwise
        self.line.password = step.hidden
        card = self.query_one(".card")
        card.border_title = Content(step.title)
        card.border_subtitle = Content(step.keys)
        self._show_about()
        self._say(said)
        self.refresh_bindings()

    def _show_about(self, _now: object = None) -> None:
        about = self._step.about
        if self._step is _PASSPHRASE:
            about = f"{about}\n{words.waiting(shut.waiting())}"
        self.query_one(".about", Static).update(Content(about))

    def _say(self, sentence: str) -> None:
        self.query_one(".said", Static).update(Content(one_line(sentence, _LONGEST)))

    # What is typed

    @on(Input.Submitted)
    def _on_entered(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value and not self._is_busy:
            self._is_busy = True
            self.line.value = ""
            # The app's, since this screen goes before it ends.
            self.app.run_worker(self._take(event.value), name="unlock")

    async def _take(self, typed: str) -> None:
        """Take what was typed; after a slip the line is empty, and all is as before."""
        step = self._step
        try:
            if step is _PASSPHRASE:
                await self._do(words.OPENING, lambda lock: lock.unlock(typed))
                await self.app.locking.let_in(self)
            elif step is _RECOVERY:
                await self._do(words.OPENING, lambda lock: lock.unlock_by_recovery(typed))
                self._ask_for(_NEW)
            elif step is _NEW:
                self._new = typed
                self._ask_for(_AGAIN)
            elif not self._is_the_same(typed):
                self._ask_for(_NEW, words.DIFFERENT)
            else:
                await self._do(words.SETTING, lambda lock: lock.change_passphrase(typed))
                await self.app.locking.let_in(self, words.PASSPHRASE_SET)
        except JournalError as refusal:
            # Of sixty letters one is off: nobody types the others again.
            kept = typed if step is _RECOVERY else ""
            self._ask_for(_NEW if step is _AGAIN else step, str(refusal), kept)
        self._is_busy = False

    def _is_the_same(self, typed: str) -> bool:
        new, self._new = self._new, ""
        return normalize("NFC", typed) == normalize("NFC", new)

    async def _do(self, said: str, use: Callable[[Lock], None]) -> None:
        """Say what takes so long, then do it."""
        self._say(said)
        shown = asyncio.Event()
        self.call_after_refresh(shown.set)
        await shown.wait()
        await self.app.locking.open(use)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        if action == "by_recovery":
            return self._step is _PASSPHRASE and not self._is_busy
        if action == "back":
            return self._step is not _PASSPHRASE and not self._is_busy
        return super().check_action(action, parameters)

    def action_by_recovery(self) -> None:
        """Ask for the recovery key."""
        self._ask_for(_RECOVERY)

    def action_back(self) -> None:
        """Go back to the passphrase; where the recovery key opened it already, go in."""
        if self._step is _RECOVERY:
            self._ask_for(_PASSPHRASE)
        else:
            self._is_busy = True
            self.app.run_worker(self.app.locking.let_in(self), name="unlock")
