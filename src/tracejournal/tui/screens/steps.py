"""Going through the steps of a guide: one at a time, each may be left out, no word is lost."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tracejournal.model.errors import JournalError
from tracejournal.model.walk import Walk
from tracejournal.tui.commands import STEPS, bindings
from tracejournal.tui.draft_keeper import DraftKeeper
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.screens.dialogs import ConfirmDialog
from tracejournal.tui.undo import Change
from tracejournal.tui.widgets.key_bar import KeyBar
from tracejournal.tui.widgets.step_page import StepPage
from tracejournal.tui.widgets.step_rail import StepRail
from tracejournal.words import drafts
from tracejournal.words import guided as words
from tracejournal.words.reflect import when
from tracejournal.words.reflect import words as counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.entry import Draft
    from tracejournal.model.guided import Step
    from tracejournal.tui.widgets.words_area import WordsArea


class Said(NamedTuple):
    """What is said around some steps.

    Attributes:
        heading: over them.
        kept: once they are kept.
        left: where they wait as a draft.
        keeping: what undoing it takes back.
        let_go: what is asked before they are forgotten, and one line of what follows from it.
        let_gone: once they are.
    """

    heading: str
    kept: str
    left: str
    keeping: str
    let_go: tuple[str, str]
    let_gone: str


class StepsDialog(Dialog[bool]):
    """Steps with a question each, then an end where it is kept or left. Answers whether it was.

    Subclasses give the area that is written in, what stands at the end, and what is kept.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(STEPS))
    DEFAULT_CSS = """
    StepsDialog {
        .steps { height: 1fr; }
        .side { width: 24; height: 1fr; padding-right: 2; }
        .side .push { height: 1fr; }
        .end { height: 1fr; display: none; }
        &.-at-the-end .end { display: block; }
        &.-at-the-end StepPage { display: none; }
    }
    """

    def __init__(
        self, steps: Sequence[Step], slot: str, said: Said, begun: SavedDraft | None = None
    ) -> None:
        """Begin at the first step, or go on with what was begun.

        Args:
            steps: what is asked.
            slot: the name its words are saved under.
            said: what is said around them.
            begun: what is gone on with.
        """
        super().__init__()
        self.walk = Walk(steps)
        self.offered: SavedDraft | None = None
        self.keeper = DraftKeeper(self, slot, self.fields, self._draft_saved)
        self._said = said
        self._begun = begun
        self._is_keeping = False

    def make_area(self) -> WordsArea:
        """Return the area the words are written in."""
        raise NotImplementedError

    def compose_end(self) -> ComposeResult:
        """Yield what stands after the last step."""
        raise NotImplementedError

    def show_end(self) -> None:
        """Show what is to be kept, and put the focus there."""
        raise NotImplementedError

    def draft(self) -> Draft:
        """Return what is to be kept.

        Raises:
            Misuse: something in it cannot be.
        """
        raise NotImplementedError

    def compose_side(self) -> ComposeResult:
        """Yield what stands below the steps."""
        yield from ()

    def more_fields(self) -> Mapping[str, object]:
        """Return what else a draft holds, where it holds anything."""
        return {}

    def compose(self) -> ComposeResult:
        """The steps beside the one at hand, and the keys below."""
        with Vertical(classes="dialog -steps") as box:
            box.border_title = Content(self._said.heading)
            with Horizontal(classes="steps"):
                with Vertical(classes="side"):
                    yield StepRail(self.walk.steps)
                    yield Static("", markup=False, classes="push")
                    yield from self.compose_side()
                yield StepPage(self.make_area())
                with Vertical(classes="end"):
                    yield from self.compose_end()
        yield KeyBar()

    async def on_mount(self) -> None:
        """Ask the first step, or the one that was left."""
        if self._begun:
            self.fill(self._begun.fields)
            await self.keeper.take_up(self._begun)
        else:
            self._show_place()

    @property
    def page(self) -> StepPage:
        """The step at hand."""
        return self.query_one(StepPage)

    def go(self, place: int) -> None:
        """Go to a step, from 0; beyond the last is the end."""
        self.walk.answer(self.page.area.text)
        self.walk.stand_at(place)
        self.keeper.touch()
        self._show_place()

    def _show_place(self) -> None:
        walk = self.walk
        self.set_class(walk.at_the_end, "-at-the-end")
        self._tell()
        if walk.at_the_end:
            self.show_end()
        else:
            answer, count = walk.answers[walk.place], len(walk.steps)
            self.page.ask(walk.steps[walk.place], walk.place + 1, count, answer)
        self.refresh_bindings()

    def _tell(self) -> None:
        self.query_one(StepRail).show(self.walk.place, self.walk.written)
        self.page.offer(self._offer())

    def _offer(self) -> str:
        if self.offered is None:
            return ""
        clock = self.app.clock
        at = when(clock.as_local(datetime.fromisoformat(self.offered.saved_at)), clock.today())
        return words.BEGUN.format(when=at, words=counted(len(self.offered.words.split())))

    @on(StepPage.Changed)
    def _on_changed(self) -> None:
        self.walk.answer(self.page.area.text)  # the words are always those of the step at hand
        self._tell()
        self.keeper.touch()

    @on(StepPage.Chosen)
    def _on_chosen(self) -> None:
        self.go(self.walk.place + 1)

    @on(StepRail.Wanted)
    def _on_wanted(self, event: StepRail.Wanted) -> None:
        self.go(event.number)

    def action_next_step(self) -> None:
        """Go on; at the end, to the next field."""
        if self.walk.at_the_end:
            self.focus_next()
        else:
            self.go(self.walk.place + 1)

    def action_step_before(self) -> None:
        """Go back a step, or from the words to the ways to answer it."""
        if self.walk.at_the_end or not self.page.back_to_ways():
            self.go(self.walk.place - 1)

    def keepers(self) -> Iterable[DraftKeeper]:
        """Return what keeps the words safe."""
        return (self.keeper,)

    def fields(self) -> dict[str, object]:
        """Return what is written; empty where nothing is."""
        return self.walk.fields(self.more_fields())

    def fill(self, fields: Mapping[str, object]) -> None:
        """Show what a draft held."""
        self.walk.fill(fields)
        self._show_place()

    def _draft_saved(self) -> None:
        if self.fields() and not self.walk.at_the_end and self.page.area.text:
            self.page.say(words.DRAFT_SAVED)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        if action == "reopen":
            return self.offered is not None
        if action == "step_before":
            return self.walk.place > 0
        return super().check_action(action, parameters)

    async def action_reopen(self) -> None:
        """Go on with the words of an earlier time; what stands here becomes a draft itself."""
        offered, self.offered = self.offered, None
        if offered is not None:
            await self.keeper.flush()
            self.fill(offered.fields)
            await self.keeper.take_up(offered)

    @work
    async def action_earlier_words(self) -> None:
        """Read what stood here before, and bring it back."""
        from tracejournal.tui.screens.earlier import earlier_fields  # noqa: PLC0415 - on first use

        fields = await earlier_fields(self.app, self.keeper)
        if fields is not None:
            self.fill(fields)
            await self.keeper.flush()
            self.app.say(drafts.TAKEN_BACK)

    async def action_keep(self) -> None:
        """Keep it as it is, from any step; the words leave only when they are on the disk."""
        if self._is_keeping:
            return
        self._is_keeping = True
        try:
            draft = self.draft()
            kept = await self.keeper.keep(
                lambda journal, slot: journal.entries.keep(draft, clears=slot)
            )
        except JournalError as refusal:
            self.app.refuse(refusal)
            self._is_keeping = False
            return
        self.app.undo_stack.push(
            Change(
                self._said.keeping,
                undo=lambda journal: journal.entries.delete([kept.id]),
                redo=lambda journal: journal.entries.restore([kept.id]),
            )
        )
        self.app.say(self._said.kept)
        self.dismiss(True)  # noqa: FBT003 - the answer
        await self.app.publish_change()

    async def action_close(self) -> None:  # type: ignore[override]
        """Stop here; what is written waits as a draft."""
        await self.keeper.flush()
        if self.fields():
            self.app.say(self._said.left)
        self.dismiss(False)  # noqa: FBT003 - the answer

    @work
    async def action_let_go(self) -> None:
        """Stop here and forget what is written, when asked once more."""
        if self.fields() and not await self.app.push_screen_wait(ConfirmDialog(*self._said.let_go)):
            return
        await self.keeper.discard()
        self.app.say(self._said.let_gone)
        self.dismiss(False)  # noqa: FBT003 - the answer
