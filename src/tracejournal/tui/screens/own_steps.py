"""Writing a guided reflection of one's own, in plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from tracejournal.model.draft import STEPS as FORM
from tracejournal.model.errors import JournalError
from tracejournal.prompts.guided import guide_of_lines
from tracejournal.tui.commands import OWN_STEPS, bindings
from tracejournal.tui.draft_keeper import DraftKeeper, fresh_slot
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.undo import Change
from tracejournal.tui.widgets.words_area import WordsArea
from tracejournal.words import drafts
from tracejournal.words import guided as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.model.draft import SavedDraft
    from tracejournal.tui.app import TracejournalApp


class OwnStepsDialog(Dialog[bool]):
    """A title and a question a line; leaving leaves a draft. Answers whether it was kept."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(OWN_STEPS))
    DEFAULT_CSS = """
    OwnStepsDialog WordsArea { height: 9; margin: 1 0; }
    """

    def __init__(self, begun: SavedDraft | None = None) -> None:
        """Begin empty, or with what was begun and never kept."""
        super().__init__()
        self._begun = begun
        self._keeper = DraftKeeper(self, fresh_slot(FORM), self._fields)

    def compose(self) -> ComposeResult:
        """Room to write, and how."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(words.OWN_TITLE)
            box.border_subtitle = Content(words.OWN_KEYS)
            yield Static(Content(words.OWN_HINT), markup=False, classes="hint")
            yield WordsArea()
            yield Static(Content(words.OWN_NOTE), markup=False, classes="hint note")

    async def on_mount(self) -> None:
        """Go on with what was begun."""
        if self._begun:
            self._area.show_words(self._begun.words)
            await self._keeper.take_up(self._begun)
        self._area.focus()

    @property
    def _area(self) -> WordsArea:
        return self.query_one(WordsArea)

    def keepers(self) -> Iterable[DraftKeeper]:
        """Return what keeps the lines safe."""
        return (self._keeper,)

    def _fields(self) -> dict[str, object]:
        text = self._area.text
        return {"text": text} if text.strip() else {}

    @on(TextArea.Changed)
    def _on_typed(self) -> None:
        self._keeper.touch()

    async def action_keep(self) -> None:
        """Put them among the others; what is missing is said, and nothing typed is lost."""
        try:
            guide = guide_of_lines(self._area.text)
            added = await self.ask(lambda journal: journal.guides.take_in([guide]))
            await self._keeper.discard()
        except JournalError as refusal:
            self.query_one(".note", Static).update(Content(str(refusal)))
            return
        for each in added:
            self.app.undo_stack.push(
                Change(
                    words.ADDING,
                    undo=lambda journal, each=each: journal.guides.remove(each.id),  # type: ignore[misc]
                    redo=lambda journal, each=each: journal.guides.take_in([each]),  # type: ignore[misc]
                )
            )
        self.app.say(words.ADDED)
        self.dismiss(True)  # noqa: FBT003 - the answer
        await self.app.publish_change()

    @work
    async def action_earlier_words(self) -> None:
        """Read what stood here before, and bring it back."""
        from tracejournal.tui.screens.earlier import earlier_fields  # noqa: PLC0415 - on first use

        fields = await earlier_fields(self.app, self._keeper)
        if fields is not None:
            self._area.show_words(str(fields.get("text", "")))
            await self._keeper.flush()
            self.app.say(drafts.TAKEN_BACK)

    async def action_close(self) -> None:  # type: ignore[override]
        """Go back; what was typed waits as a draft."""
        await self._keeper.flush()
        self.dismiss(False)  # noqa: FBT003 - the answer


async def write_own_steps(app: TracejournalApp, begun: SavedDraft | None = None) -> None:
    """Let steps of one's own be written."""
    await app.push_screen_wait(OwnStepsDialog(begun))
