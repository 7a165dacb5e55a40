"""Today: one line and Enter. The prompt of the day, today so far and this week below it."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import MountError
from textual.widgets import Static

from tracejournal.model.draft import MOMENT
from tracejournal.model.entry import Draft, Entry
from tracejournal.model.errors import JournalError
from tracejournal.model.vocabulary import KINDS, label
from tracejournal.model.when import parse_when
from tracejournal.tui.commands import TODAY, bindings
from tracejournal.tui.draft_keeper import DraftKeeper, fresh_slot
from tracejournal.tui.locking import take_in
from tracejournal.tui.screens.base import HouseScreen
from tracejournal.tui.screens.marks_days import MarksDays
from tracejournal.tui.screens.resting import let_be, rest_topic
from tracejournal.tui.screens.telling_notes import TellsNotes
from tracejournal.tui.undo import Change
from tracejournal.tui.widgets.awaited import Awaited
from tracejournal.tui.widgets.moment_form import MomentForm
from tracejournal.words import drafts, forms, house
from tracejournal.words import today as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.journal.journal import Journal
    from tracejournal.model.days import Week
    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.entry import EntryLine
    from tracejournal.model.prompt import PromptOfDay
    from tracejournal.tui.widgets.entry_list import EntryList
    from tracejournal.tui.widgets.note_lines import NoteLines
    from tracejournal.tui.widgets.prompt_card import PromptCard
    from tracejournal.tui.widgets.week_dots import WeekDots


class _Seen(NamedTuple):
    """What Today shows, read in one go."""

    lines: tuple[EntryLine, ...]
    week: Week
    of_day: PromptOfDay
    people: tuple[str, ...]
    tags: tuple[str, ...]
    usual: Mapping[str, tuple[str, ...]]


class _Below(NamedTuple):
    """What stands below the form, made after the first paint."""

    prompt: PromptCard
    nothing_yet: Static
    entries: EntryList
    so_far: Vertical
    week: WeekDots
    notes: NoteLines


class TodayScreen(HouseScreen, MarksDays, TellsNotes):
    """The first screen. After any absence it looks the same as after one day."""

    here = "today"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(TODAY))

    def __init__(self) -> None:
        """Begin with nothing offered."""
        super().__init__()
        self._keeper = DraftKeeper(self, fresh_slot(MOMENT), self._form_fields)
        self._offered: SavedDraft | None = None
        self._keeping_empty = False
        self._kept_ahead = ""
        self._below: _Below | None = None

    def compose_body(self) -> ComposeResult:
        """The form, the prompt, and what there is so far."""
        if self.has_class("-tall"):
            yield _greeting()
        yield MomentForm(rows_later=True)
        yield Awaited()

    def _form_fields(self) -> dict[str, object]:
        return self.form.fields()

    @on(MomentForm.Unfolded)
    def _on_unfolded(self, event: MomentForm.Unfolded) -> None:
        """Give a form with all its rows the room it needs."""
        self.set_class(event.form.is_whole, "-whole-form")

    def on_mount(self) -> None:
        """Put the cursor in the line at once; all else can wait until that is seen."""
        self.room_changed()
        line = self.form.line
        self.set_focus(line)
        line.insert(self.app.typed_ahead())
        self.call_after_refresh(self._complete)

    async def _complete(self) -> None:
        """Make what is not needed for the first key; it takes the place kept for it."""
        below = _make_below()
        try:
            await self._mount_below(below)
        except MountError:
            if self.is_attached:
                raise
            return  # whoever left at once needs none of it
        self._below = below
        self.run_worker(self._begin(), name="begin")

    async def _mount_below(self, below: _Below) -> None:
        awaited = self.query_one(Awaited)
        with self.app.batch_update():
            await self.form.complete()
            if not self.query(".greeting"):
                await self.query_one(".body").mount(_greeting(), before=self.form)
            await self.query_one(".body").mount(
                below.prompt,
                Horizontal(below.so_far, below.week, classes="below"),
                below.notes,
                after=awaited,
            )
            await awaited.remove()

    async def _begin(self) -> None:
        """Show the journal, and words from an earlier sitting."""
        await self._keeper.flush()  # what was typed before there was a line has waited already
        await self.reload()
        await self._take_in()
        await self._offer_next()
        self.app.stands()

    async def _take_in(self) -> None:
        try:
            told = await self.ask(_take_in)
        except JournalError as refusal:
            self.app.refuse(refusal)
            return
        if told:
            self.app.say(told)
            await self.reload()

    @property
    def form(self) -> MomentForm:
        """The form of the moment."""
        return self.query_one(MomentForm)

    def room_changed(self) -> None:
        """Leave the rows of the form open where there is room for them."""
        self.form.open(opened=self.has_class("-tall"))

    async def reload(self) -> None:
        """Read today, the week and the prompt again."""
        below = self._below
        if below is None:
            return  # it is read as soon as there is something to show it
        seen = await self.ask(_read)
        self.query_one(".greeting", Static).update(_said_now(self.app.clock.local_now().hour))
        _show_lines(below, seen.lines)
        below.week.show(seen.week)
        below.prompt.show(seen.of_day)
        self.form.know(seen.people, seen.tags, seen.usual)
        self.tell_notes()

    async def _offer_next(self) -> None:
        """Offer the latest words that were never offered, of any form, without showing them."""
        mine = {keeper.slot for keeper in self.app.keepers}
        self._offered = await self.ask(lambda journal: journal.drafts.offer(mine))
        if self._offered is not None:  # else what was said meanwhile stays
            self.form.say(words.DRAFT_WAITS)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        if action in ("reopen", "let_go"):
            return self._offered is not None
        if action == "rest_topic":
            return bool(self._below and self._below.prompt.topic)
        return super().check_action(action, parameters)

    def keepers(self) -> Iterable[DraftKeeper]:
        """Return what keeps the line safe."""
        return (self._keeper,)

    @on(MomentForm.Changed)
    def _on_form_changed(self) -> None:
        self._keeping_empty = False
        self._keeper.touch()

    @on(MomentForm.Submitted)
    async def _on_submitted(self, event: MomentForm.Submitted) -> None:
        # Whoever types two lines faster than one is kept pressed Enter on both of them.
        ahead = event.sitting != self.form.line.sitting
        await self._keep(event.text.removeprefix(self._kept_ahead) if ahead else event.text)

    async def action_keep(self) -> None:
        """Keep the moment."""
        await self._keep(self.form.line.text)

    async def _keep(self, text: str) -> None:
        """Keep the moment; its words leave the line only when they are on the disk."""
        form = self.form
        if form.is_empty and not self._keeping_empty:
            self._keeping_empty = True
            form.say(forms.EMPTY_MOMENT)
            return
        async with self._keeper.keeping:
            slot = self._keeper.slot
            try:
                draft = Draft(form.moment(text), parse_when(form.when, self.app.clock))
                kept = await self.ask(lambda journal: journal.entries.keep(draft, clears=slot))
            except JournalError as refusal:
                self.app.refuse(refusal)
                return
            self._keeping_empty = False
            typed_meanwhile = form.line.text.removeprefix(text)
            self._kept_ahead = self._kept_ahead + text if typed_meanwhile else ""
            form.clear()
            self._keeper.begin(fresh_slot(MOMENT))
            form.line.show_words(typed_meanwhile)
        await self._keeper.flush()  # of two lines typed ahead, the first took the draft of both
        self.room_changed()
        form.line.focus()
        self.app.undo_stack.push(_keeping(kept))
        await self.app.publish_change()
        form.say(words.KEPT_MOMENT.format(what=_named(kept)))

    async def action_reopen(self) -> None:
        """Go on with the words that are offered, in the form they were typed into."""
        from tracejournal.tui.screens.unfinished import take_up  # noqa: PLC0415 - on first use

        offered = self._offered
        if offered is not None:
            self._offered = None
            self.form.say("")
            self.run_worker(take_up(self.app, offered), name="take up")

    async def take_up(self, draft: SavedDraft) -> None:
        """Go on with an earlier draft; what stands in the form now becomes one itself."""
        await self._keeper.flush()
        self.form.fill(dict(draft.fields))
        self.form.say("")
        await self._keeper.take_up(draft)
        self.form.line.focus()
        await self._offer_next()

    @work
    async def action_let_go(self) -> None:
        """Forget the words that are offered, when asked twice."""
        from tracejournal.tui.screens.unfinished import let_go  # noqa: PLC0415 - on first use

        if self._offered is not None and await let_go(self.app, self._offered):
            self.form.say("")
            await self._offer_next()

    @work
    async def action_earlier_words(self) -> None:
        """Read what the form held before, and bring it back."""
        from tracejournal.tui.screens.earlier import earlier_fields  # noqa: PLC0415 - on first use

        fields = await earlier_fields(self.app, self._keeper)
        if fields is not None:
            self.form.fill(fields)
            await self._keeper.flush()
            self.app.say(drafts.TAKEN_BACK)
        self.form.line.focus()

    def action_leave(self) -> None:
        """Step out of the text, so that single keys work."""
        if self._below:
            entries, prompt = self._below.entries, self._below.prompt
            (entries if entries.display else prompt).focus()

    async def on_prompt_card_answered(self, event: PromptCard.Answered) -> None:
        """Follow what was said to the prompt."""
        await self.run_action(event.answer.replace("-", "_"))

    async def action_write(self) -> None:
        """Write about today's prompt."""
        from tracejournal.tui.screens.reflect import ReflectScreen  # noqa: PLC0415 - on first visit

        screen = await self.app.go("reflect")
        if isinstance(screen, ReflectScreen):
            await screen.open_prompt(None)

    async def action_another(self) -> None:
        """Show another prompt, or one after all."""
        if self._below:
            self._below.prompt.show(await self.ask(_another))

    async def action_not_today(self) -> None:
        """Let the prompt be. Nothing is asked."""
        if self._below:
            self._below.prompt.show(*await self.ask(let_be))

    async def action_rest_topic(self) -> None:
        """Let the topic rest that was let be just now."""
        if self._below:
            await rest_topic(self.app, self._below.prompt.topic)

    def on_entry_list_chosen(self, event: EntryList.Chosen) -> None:
        """Do what was chosen to entries of today."""
        event.stop()
        self._follow(event.what, event.ids)

    @work
    async def _follow(self, what: str, ids: tuple[str, ...]) -> None:
        from tracejournal.tui.screens.doing import do_to_entries  # noqa: PLC0415

        await do_to_entries(self.app, what, ids)


def _greeting() -> Static:
    return Static("", markup=False, classes="greeting")


def _said_now(hour: int) -> Content:
    greeting = next(said for until, said in house.GREETINGS if hour < until)
    return Content.assemble((greeting, "bold $lead"), f" {house.ENOUGH}")


def _make_below() -> _Below:
    # Read after the first paint: none of it is needed to type a line.
    from tracejournal.tui.widgets.entry_list import EntryList  # noqa: PLC0415
    from tracejournal.tui.widgets.note_lines import NoteLines  # noqa: PLC0415
    from tracejournal.tui.widgets.prompt_card import PromptCard  # noqa: PLC0415
    from tracejournal.tui.widgets.week_dots import WeekDots  # noqa: PLC0415

    nothing_yet = Static(Content(words.NOTHING_YET), markup=False, classes="hint")
    entries = EntryList(with_day=False, id="today-list")
    so_far = Vertical(nothing_yet, entries, classes="card so-far")
    so_far.border_title = Content(words.TODAY_SO_FAR)
    return _Below(PromptCard(), nothing_yet, entries, so_far, WeekDots(), NoteLines())


def _take_in(journal: Journal) -> str:
    """Take in words that were left outside of the journal; return what is said of them."""
    journal.drafts.take_in()
    return take_in(journal)


def _show_lines(below: _Below, lines: tuple[EntryLine, ...]) -> None:
    below.entries.show_rows(array("q", (line.row for line in lines)), lines)
    below.entries.display = bool(lines)
    below.so_far.border_subtitle = Content(words.LIST_KEYS if lines else "")
    below.nothing_yet.display = not lines


def _read(journal: Journal) -> _Seen:
    history = journal.history
    return _Seen(
        history.on_day(journal.clock.today()),
        journal.days.this_week(),
        journal.prompts.of_today(),
        history.known_people(),
        history.known_tags(),
        journal.terms.usual(),
    )


def _another(journal: Journal) -> PromptOfDay:
    if journal.prompts.of_today().prompt is None:
        return journal.prompts.today_after_all()
    return journal.prompts.another()


def _named(kept: Entry) -> str:
    kind = getattr(kept.content, "kind", None)
    people = " ".join(f"@{name}" for name in kept.content.people)
    return " · ".join(part for part in (label(KINDS, kind) or kept.type, people) if part)


def _keeping(kept: Entry) -> Change:
    return Change(
        house.KEEPING,
        undo=lambda journal: journal.entries.delete([kept.id]),
        redo=lambda journal: journal.entries.restore([kept.id]),
    )
