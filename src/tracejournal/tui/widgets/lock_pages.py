"""The steps in which a lock is set up, changed and removed: each says something and is answered."""

from __future__ import annotations

import asyncio
import unicodedata
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tracejournal.model.recovery_key import in_lines
from tracejournal.privacy.guessing import advice
from tracejournal.tui.widgets.secret_line import SecretLine
from tracejournal.tui.widgets.text_line import TextLine
from tracejournal.words import lock_setup as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

Answer = TypeVar("Answer")

Said = tuple[str, str]
"""A few words in front, or "", and what is said."""


class LockPage(Vertical, Generic[Answer]):
    """One step. It tells when it is answered; `take` returns the answer and lets go of it.

    Args:
        heading: what stands over it.
        keys: the keys that work on it.
    """

    DEFAULT_CSS = """
    LockPage {
        height: auto;
        .said, .told, .advice { height: auto; width: 1fr; }
        .said, .told { margin-bottom: 1; }
        .told, .advice { color: $ink-soft; }
        .key { height: auto; width: auto; padding: 0 2; margin: 0 0 1 2; background: $marked; }
        .field { color: $ink-soft; }
    }
    """

    class Answered(Message):
        """The step is answered. It carries nothing: messages can be logged."""

        def __init__(self, page: Widget) -> None:
            """Name the page."""
            super().__init__()
            self.page = page

    goes_back: ClassVar[bool] = False
    """Whether `step_before` does anything."""

    def __init__(self, heading: str, keys: str) -> None:
        """Take what stands around it."""
        super().__init__()
        self.heading = heading
        self.keys = keys

    def take(self) -> Answer:
        """Return the answer, which stands on the page no longer."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the cursor where the answer goes."""
        next(iter(self.query(Input)), self).focus()

    def step_before(self) -> None:
        """Go back, where there is something to go back to."""

    def tell(self, sentence: str) -> None:
        """Say something under the fields; "" says nothing more."""
        told = self.query_one(".told", Static)
        told.display = bool(sentence)
        told.update(Content(sentence))

    def answered(self) -> None:
        """Tell that the answer stands."""
        self.post_message(self.Answered(self))


class SayPage(LockPage[bool], can_focus=True):
    """Says something; one key says that it was read, or that it is wanted.

    Args:
        heading: what stands over it.
        keys: the keys that work on it.
        said: its paragraphs.
        yes: the key that goes on; "" where none does.
    """

    def __init__(self, heading: str, keys: str, said: Iterable[Said], yes: str = "enter") -> None:
        """Take what is said."""
        super().__init__(heading, keys)
        self._said = tuple(said)
        self._yes = yes

    def compose(self) -> ComposeResult:
        """The paragraphs."""
        yield from _paragraphs(self._said)

    def take(self) -> bool:
        """Return that it was read."""
        return True

    def on_key(self, event: events.Key) -> None:
        """Go on with the one key that does."""
        if event.key == self._yes:
            event.stop()
            self.answered()


class RecoveryPage(SayPage):
    """Shows the recovery key, to be copied by hand.

    Args:
        key: the key.
        missed: whether it was not the key that was written down.
    """

    def __init__(self, key: str, *, missed: bool = False) -> None:
        """Take the key."""
        said = words.RECOVERY_MISSED if missed else words.RECOVERY
        super().__init__(words.RECOVERY_TITLE, words.RECOVERY_KEYS, said)
        self._lines = in_lines(key)

    def compose(self) -> ComposeResult:
        """What it is for, the key, and how it is kept."""
        first, *further = self._said
        yield from _paragraphs([first])
        yield Static(Content("\n").join(map(Content, self._lines)), markup=False, classes="key")
        yield from _paragraphs(further)


class CheckPage(LockPage[str | None]):
    """Asks for the end of the recovery key. None is answered by who wants to see it again."""

    goes_back = True

    def __init__(self) -> None:
        """Begin with nothing typed."""
        super().__init__(words.CHECK_TITLE, words.CHECK_KEYS)
        self._goes_back = False

    def compose(self) -> ComposeResult:
        """A line to type it in."""
        yield from _paragraphs([("", words.CHECK)])
        yield TextLine(compact=True)
        yield Static(Content(words.CHECK_HINT), markup=False, classes="told")

    def take(self) -> str | None:
        """Return what was typed."""
        line = self.query_one(TextLine)
        typed, line.value = line.value, ""
        return None if self._goes_back else typed

    def step_before(self) -> None:
        """Go back to the key."""
        self._goes_back = True
        self.answered()

    @on(Input.Submitted)
    def _on_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self.answered()


class PresentPage(LockPage[str]):
    """Asks for the passphrase of now, or the recovery key: who changes a lock has to know one."""

    def __init__(self, heading: str) -> None:
        """Begin with nothing typed."""
        super().__init__(heading, words.PRESENT_KEYS)

    def compose(self) -> ComposeResult:
        """A line to type it in."""
        yield Static(Content(words.PRESENT), markup=False, classes="field")
        yield SecretLine("present")
        yield Static(Content(words.PRESENT_HINT), markup=False, classes="told")

    def take(self) -> str:
        """Return what was typed."""
        return self.query_one(SecretLine).take()

    @on(Input.Submitted)
    def _on_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value:
            self.tell(words.TRYING)
            self.answered()


class PassphrasePage(LockPage[str]):
    """Asks for a new passphrase, twice, and says quietly how easy it is to guess."""

    goes_back = True

    def __init__(self) -> None:
        """Begin with nothing typed."""
        super().__init__(words.PASSPHRASE_TITLE, words.PASSPHRASE_KEYS)

    def compose(self) -> ComposeResult:
        """Two lines to type in, and what is said of them."""
        yield Static(Content(words.PASSPHRASE), markup=False, classes="field")
        yield SecretLine("first")
        yield Static(Content(words.ONCE_MORE), markup=False, classes="field")
        yield SecretLine("second")
        yield Static("", markup=False, classes="told")
        yield Static(Content(words.PASSPHRASE_HINT), markup=False, classes="advice")

    def on_mount(self) -> None:
        """Begin without a word on what is typed."""
        self.tell("")

    def take(self) -> str:
        """Return the passphrase."""
        self._second.take()
        return self._first.take()

    @property
    def _first(self) -> SecretLine:
        return self.query_one("#first", SecretLine)

    @property
    def _second(self) -> SecretLine:
        return self.query_one("#second", SecretLine)

    def step_before(self) -> None:
        """Go back to the first line."""
        self._first.focus()

    @on(Input.Changed)
    def _on_changed(self, event: Input.Changed) -> None:
        self.tell("")
        if event.input is self._first:
            self._advise()

    @work(exclusive=True)
    async def _advise(self) -> None:
        # Without arguments: Textual notes those of a worker, and this one would be the passphrase.
        typed, said = self._first.value, words.PASSPHRASE_HINT
        if typed:
            said = await asyncio.to_thread(advice, typed)
        if not typed.isascii():
            said = f"{said} {words.OTHER_KEYBOARDS}"
        self.query_one(".advice", Static).update(Content(said))

    @on(Input.Submitted)
    def _on_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if not self._first.value:
            self.tell(words.EMPTY)
            self._first.focus()
        elif event.input is self._first:
            self._second.focus()
        elif not _same(self._first.value, self._second.value):
            with self._second.prevent(Input.Changed):
                self._second.take()
            self.tell(words.DIFFER)
        else:
            self.answered()


def _same(first: str, second: str) -> bool:
    """Return whether two passphrases are one, however they are composed; see `sealing.as_typed`."""
    return unicodedata.normalize("NFC", first) == unicodedata.normalize("NFC", second)


def _paragraphs(said: Iterable[Said]) -> Iterable[Static]:
    for front, text in said:
        content = Content.assemble((f"{front}  ", "bold $lead"), text) if front else Content(text)
        yield Static(content, markup=False, classes="said")
