"""Words that were there before: of a draft, of an entry, and drafts that wait. Read, and taken."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tracejournal.model.text import display
from tracejournal.tui.commands import UNFINISHED, bindings
from tracejournal.tui.screens.base import Dialog
from tracejournal.words import drafts as words
from tracejournal.words.reflect import when

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.model.clock import Clock
    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.entry import Entry
    from tracejournal.model.version import Version
    from tracejournal.tui.app import TracejournalApp
    from tracejournal.tui.draft_keeper import DraftKeeper


class Shown(NamedTuple):
    """One line of the list.

    Attributes:
        label: what it is and when it was.
        words: what it holds, as it was typed.
    """

    label: str
    words: str


class WordsDialog(Dialog[int | None]):
    """A list by time, and below it the words of the one under the cursor.

    Answers with the number of the line that was taken, or None.
    """

    DEFAULT_CSS = """
    WordsDialog {
        .dialog { height: 90%; }
        OptionList { max-height: 8; }
        .preview { height: 1fr; margin-top: 1; border-top: solid $line; }
        .preview Static { height: auto; width: 1fr; color: $ink-soft; }
    }
    """

    def __init__(self, title: str, keys: str, shown: Sequence[Shown]) -> None:
        """Take what can be read; there is at least one line."""
        super().__init__()
        self._title = title
        self._keys = keys
        self._shown = shown

    def compose(self) -> ComposeResult:
        """The list above, the words below."""
        with Vertical(classes="dialog -wide") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content(self._keys)
            yield OptionList(*(Option(Content(each.label)) for each in self._shown), compact=True)
            with VerticalScroll(classes="preview", can_focus=False):
                yield Static(markup=False)

    def on_mount(self) -> None:
        """Begin with the latest."""
        self.query_one(OptionList).highlighted = 0

    @on(OptionList.OptionHighlighted)
    def _on_moved(self, event: OptionList.OptionHighlighted) -> None:
        said = self._shown[event.option_index].words
        self.query_one(".preview Static", Static).update(Content(display(said) or words.NO_WORDS))
        self.query_one(".preview", VerticalScroll).scroll_home(animate=False)

    @on(OptionList.OptionSelected)
    def _on_taken(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)


class UnfinishedDialog(WordsDialog):
    """Drafts that wait. One can be taken up, or let go after a question."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(UNFINISHED))

    def __init__(self, shown: Sequence[Shown]) -> None:
        """Take the drafts there are."""
        super().__init__(words.UNFINISHED, words.UNFINISHED_KEYS, shown)
        self.let_go = False

    def action_let_go(self) -> None:
        """Answer that the one under the cursor is to be forgotten."""
        self.let_go = True
        self.dismiss(self.query_one(OptionList).highlighted)


async def choose_earlier(app: TracejournalApp, shown: Sequence[Shown]) -> int | None:
    """Let earlier words be read; return the number of those to be brought back."""
    if not shown:
        app.say(words.NONE_EARLIER)
        return None
    return await app.push_screen_wait(WordsDialog(words.EARLIER, words.EARLIER_KEYS, shown))


async def earlier_fields(app: TracejournalApp, keeper: DraftKeeper) -> dict[str, object] | None:
    """Let earlier states of a form be read; return what it held then, to be shown again.

    What stands in the form now is saved first, and joins the earlier ones once it is replaced.
    """
    await keeper.flush()
    slot = keeper.slot
    drafts = await app.journal.ask(lambda journal: journal.drafts.earlier(slot))
    chosen = await choose_earlier(app, earlier_of_draft(drafts, app.clock))
    return None if chosen is None else dict(drafts[chosen].fields)


def earlier_of_draft(drafts: Sequence[SavedDraft], clock: Clock) -> list[Shown]:
    """Return what a draft held before, by when it was typed."""
    return [Shown(_line(draft.saved_at, draft.words, clock), draft.words) for draft in drafts]


def earlier_of_entry(versions: Sequence[Version], clock: Clock) -> list[Shown]:
    """Return what an entry said before, by when that was replaced."""
    return [
        Shown(words.UNTIL.format(line=_line(each.replaced_at, each.words, clock)), each.words)
        for each in versions
    ]


def as_it_is(entry: Entry, clock: Clock) -> Shown:
    """Return an entry as it is now."""
    return Shown(_line(entry.updated_at, entry.content.text, clock), entry.content.text)


def waiting(drafts: Sequence[SavedDraft], clock: Clock) -> list[Shown]:
    """Return drafts that wait, with the form each was typed into."""
    return [
        Shown(
            f"{words.FORMS.get(draft.form, draft.form)} · "
            + _line(draft.saved_at, draft.words, clock),
            draft.words,
        )
        for draft in drafts
    ]


def _line(at: str, said: str, clock: Clock) -> str:
    local = clock.as_local(datetime.fromisoformat(at))
    return words.line(when(local, clock.today()), len(said.split()))
