"""The huddle: ten minutes to set something heavy down, with someone or to get ready for it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tracejournal.model import huddle as model
from tracejournal.model.draft import HUDDLE as FORM
from tracejournal.model.entry import Draft
from tracejournal.model.timer import Timer
from tracejournal.tui import commands
from tracejournal.tui.commands import bindings
from tracejournal.tui.draft_keeper import fresh_slot
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.screens.steps import Said, StepsDialog
from tracejournal.tui.widgets.huddle_kept import HuddleKept
from tracejournal.tui.widgets.moment_line import MomentLine
from tracejournal.tui.widgets.timer_line import TimerLine
from tracejournal.words import huddle as words
from tracejournal.words.reflect import when

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer as Waking

    from tracejournal.model.draft import SavedDraft
    from tracejournal.tui.app import TracejournalApp
    from tracejournal.tui.widgets.words_area import WordsArea

_MINUTE = 60.0
_LATER = "draft"


class HuddleStart(Dialog[str]):
    """Asks how: together, on one's own first, or where it was left. Answers with the way."""

    DEFAULT_CLASSES = "-huddle"
    DEFAULT_CSS = """
    HuddleStart {
        .hint { color: $ink-soft; }
        OptionList { margin: 1 0; }
        .credit { color: $ink-faint; }
    }
    """

    def __init__(self, left: str = "") -> None:
        """Take when one was left that waits as a draft, in words; "" where none was."""
        super().__init__()
        self._ways = [words.TOGETHER, words.SOLO]
        if left:
            self._ways.insert(0, (_LATER, words.GO_ON.format(when=left)))

    def compose(self) -> ComposeResult:
        """What it is, and the ways into it, alike."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(words.TITLE)
            box.border_subtitle = Content(words.CHOOSE_KEYS)
            yield Static(Content(words.ABOUT), markup=False, classes="hint")
            yield OptionList(*map(_option, range(len(self._ways)), self._ways), compact=True)
            yield Static(Content(words.CREDIT), markup=False, classes="hint credit")

    def on_mount(self) -> None:
        """Stand on the first way."""
        self.query_one(OptionList).highlighted = 0
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _on_chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(str(event.option.id))

    def on_key(self, event: events.Key) -> None:
        """Take a way by its digit."""
        if event.character and event.character.isdecimal():
            event.stop()
            if 1 <= int(event.character) <= len(self._ways):
                self.dismiss(self._ways[int(event.character) - 1][0])


def _option(number: int, way: tuple[str, str]) -> Option:
    key, said = way
    return Option(Content.assemble((f" {number + 1}  ", "$support"), said), id=key)


class HuddleDialog(StepsDialog):
    """The steps, a timer that is as silent as it is optional, and what will be kept."""

    DEFAULT_CLASSES = "-huddle"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(commands.HUDDLE))

    def __init__(self, mode: str, begun: SavedDraft | None = None) -> None:
        """Take the mode: `model.huddle.TOGETHER` or `SOLO`."""
        super().__init__(model.steps(mode), fresh_slot(FORM, mode), _said(mode), begun)
        self._mode = mode
        self._timer = Timer()
        self._waking: Waking | None = None
        self._kept: model.Kept | None = None  # as it was changed at the end
        self._seen = model.Kept()  # what the answers amounted to then
        self._known: Sequence[str] = ()

    def make_area(self) -> WordsArea:
        """Return one line: Enter goes on."""
        return MomentLine(words.HINT)

    def compose_side(self) -> ComposeResult:
        """The timer below the steps."""
        yield TimerLine(seconds=self.app.config.motion)

    def compose_end(self) -> ComposeResult:
        """What will be kept."""
        yield HuddleKept()

    async def on_mount(self) -> None:
        """Learn whose names can be completed."""
        self._known = await self.ask(lambda journal: journal.history.known_people())
        self.page.know(self._known, ())
        self._follow_timer()

    @on(MomentLine.Submitted)
    def _on_line(self, event: MomentLine.Submitted) -> None:
        """Go on; what was typed after Enter in the same breath belongs to the next step."""
        line, ahead = event.line, ""
        if event.sitting == line.sitting and line.text.startswith(event.text):
            ahead = line.text[len(event.text) :]
            line.show_words(event.text)
        self.action_next_step()
        if ahead and not self.walk.at_the_end:
            self.page.write(ahead)

    @on(MomentLine.MoreWanted)
    def _on_tab(self) -> None:
        self.action_next_step()

    # The end.

    def show_end(self) -> None:
        """Show what will be kept: as it was changed already, else what the answers amount to."""
        amount = self._amount()
        if self._kept:
            self._kept = model.joined(self._kept, self._seen, amount)
        self._seen = amount
        self.query_one(HuddleKept).show(self._kept or amount, self._known)

    @on(HuddleKept.Changed)
    def _on_kept_changed(self) -> None:
        self._kept = self.query_one(HuddleKept).kept
        self.keeper.touch()

    @on(HuddleKept.Submitted)
    async def _on_kept_submitted(self) -> None:
        await self.action_keep()

    def action_step_before(self) -> None:
        """Go back: a field at the end, else a step."""
        if self.walk.at_the_end and not self.query_one(HuddleKept).is_at_first:
            self.focus_previous()
        else:
            super().action_step_before()

    def draft(self) -> Draft:
        """Return the moment it becomes, as the person has seen it."""
        return Draft(self.query_one(HuddleKept).kept.moment(self._mode))

    def _amount(self) -> model.Kept:
        return model.kept(self.walk.answers, self._timer.minutes_taken(self.app.clock.local_now()))

    async def action_keep(self) -> None:
        """Show what will be kept; there, keep it."""
        if self.walk.at_the_end:
            await super().action_keep()
        else:
            self.go(len(self.walk.steps))

    # The draft.

    def more_fields(self) -> Mapping[str, object]:
        """Return the timer, and what was changed at the end."""
        held: dict[str, object] = {}
        if self._timer.fields:
            held["timer"] = self._timer.fields
        if self._kept is not None:
            held["kept"] = self._kept.__dict__ | {}
            held["text"] = self._kept.text
        return held

    def fill(self, fields: Mapping[str, object]) -> None:
        """Go on with the timer too, which the clock alone has counted meanwhile."""
        self._timer = Timer.of_fields(fields.get("timer"))
        held = fields.get("kept")
        self._kept = model.Kept.of_fields(held) if held else None
        self.walk.fill(fields)
        self._seen = self._amount()
        super().fill(fields)
        self._follow_timer()

    @property
    def keeps_open(self) -> bool:
        """Whether the timer runs: two people talk, and nobody types. It ends within 20 minutes."""
        return self._timer.is_running(self.app.clock.local_now())

    # The timer. Nothing wakes the app unless it runs, and then a minute's change alone does.

    def _follow_timer(self) -> None:
        if self._waking is not None:
            self._waking.stop()
            self._waking = None
        now = self.app.clock.local_now()
        self.query_one(TimerLine).show(self._timer, now)
        if self._timer.is_running(now):
            self._waking = self.set_timer(self._until_next(now), self._follow_timer)

    def _until_next(self, now: datetime) -> float:
        """Return the seconds until other words are due."""
        step = 1.0 if self.app.config.motion else _MINUTE
        return self._timer.seconds_left(now) % step or step

    async def _set(self, timer: Timer) -> None:
        self._timer = timer
        self._follow_timer()
        await self.keeper.flush()

    async def action_timer(self) -> None:
        """Start the timer, or pause it."""
        now = self.app.clock.local_now()
        runs = self._timer.is_running(now)
        await self._set(self._timer.paused(now) if runs else self._timer.started(now))

    async def action_end_timer(self) -> None:
        """End the timer; what it counted stays."""
        await self._set(self._timer.paused(self.app.clock.local_now(), ended=True))

    async def action_longer(self) -> None:
        """Give it a minute more."""
        await self._set(self._timer.longer(1, self.app.clock.local_now()))

    async def action_shorter(self) -> None:
        """Give it a minute less."""
        await self._set(self._timer.longer(-1, self.app.clock.local_now()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        if action == "end_timer":
            return not self._timer.is_untouched and not self._timer.ended
        return super().check_action(action, parameters)


def _said(mode: str) -> Said:
    return Said(
        heading=words.TITLES[mode],
        kept=words.KEPT,
        left=words.WAITS,
        keeping=words.KEEPING,
        let_go=(words.LET_GO, words.LET_GO_NOTE),
        let_gone=words.LET_GONE,
    )


async def huddle(app: TracejournalApp, may_begin: Callable[[], bool] = lambda: True) -> None:
    """Ask how, then go through it; asked once more before, it may no longer begin."""
    open_now = {keeper.slot for keeper in app.keepers}
    saved = await app.journal.ask(lambda journal: journal.drafts.all())
    left = next((each for each in saved if each.form == FORM and each.slot not in open_now), None)
    if not may_begin():
        return
    way = await app.push_screen_wait(HuddleStart(_when(app, left) if left else ""))
    if way == _LATER and left:
        await take_up(app, left)
    elif way:
        await app.push_screen_wait(HuddleDialog(way))


async def take_up(app: TracejournalApp, draft: SavedDraft) -> None:
    """Go on with a huddle that was left as a draft; its timer has gone on by the clock."""
    mode = model.SOLO if draft.subject == model.SOLO else model.TOGETHER
    await app.push_screen_wait(HuddleDialog(mode, draft))


def _when(app: TracejournalApp, draft: SavedDraft) -> str:
    at = app.clock.as_local(datetime.fromisoformat(draft.saved_at))
    return when(at, app.clock.today())
