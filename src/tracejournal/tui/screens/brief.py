"""A brief for supervision: it begins empty, and its owner ticks what goes in, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from tracejournal.exchange.brief import written
from tracejournal.model.brief import FOLLOW_UP, FORMATS, GOOD, NEED, SUPPORTED, TOPIC
from tracejournal.model.brief_sheet import OPTION, PERIOD, Sheet
from tracejournal.model.draft import BRIEF
from tracejournal.model.vocabulary import label
from tracejournal.tui import commands
from tracejournal.tui.commands import bindings
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.screens.brief_days import ask_days
from tracejournal.tui.screens.brief_desk import BriefDesk
from tracejournal.tui.screens.brief_file import write_brief
from tracejournal.tui.screens.dialogs import ConfirmDialog
from tracejournal.tui.widgets.brief_list import BriefList
from tracejournal.tui.widgets.key_bar import KeyBar
from tracejournal.words import brief as words
from tracejournal.words import drafts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.model.brief_sheet import Row
    from tracejournal.model.draft import SavedDraft
    from tracejournal.tui.app import TracejournalApp
    from tracejournal.tui.draft_keeper import DraftKeeper

_HTML = "html"
_TYPED = (TOPIC, SUPPORTED, NEED, FOLLOW_UP, GOOD)


class BriefDialog(Dialog[None]):
    """The lines to tick on the left, the file so far on the right.

    What was done is a draft all the while: leaving keeps it, and nothing else writes it anywhere.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(commands.BRIEF))
    CSS = """
    BriefDialog {
        background: $paper;
        align: left top;
        .panes { height: 1fr; padding: 0 1; }
        .lines { width: 1fr; height: 1fr; }
        .preview { display: none; width: 1fr; height: 1fr; }
        .preview Static { height: auto; }
        .hint { height: auto; }
        .note { color: $ink-soft; min-height: 1; margin-top: 1; }
        BriefList { height: 1fr; max-height: 100%; background: $paper; }
        &.-reading .lines { display: none; }
        &.-reading .preview { display: block; }
        &.-wide {
            .lines, &.-reading .lines { display: block; width: 1fr; }
            .preview { display: block; width: 66; margin-left: 1; }
        }
        &.-tall .begins { margin-bottom: 1; }
    }
    """

    def __init__(self, begun: SavedDraft | None = None) -> None:
        """Begin empty, or go on with the brief that was left."""
        super().__init__()
        self._begun = begun
        self.desk = BriefDesk(self, begun)

    def compose(self) -> ComposeResult:
        """Both sides, and the keys."""
        with Horizontal(classes="panes"):
            with Vertical(classes="card lines") as lines:
                lines.border_title = Content(words.HEADING)
                yield Static(words.BEGINS_EMPTY, markup=False, classes="hint begins")
                yield BriefList()
                yield Static(markup=False, classes="hint note")
            with VerticalScroll(classes="card preview"):
                yield Static(markup=False)
        yield KeyBar()

    async def on_mount(self) -> None:
        """Show the lines; what the journal has to offer follows as soon as it answers."""
        self.note_room(*self.app.size)
        self._show()
        self._list.focus()
        if self._begun:
            await self.desk.keeper.take_up(self._begun)
        await self._read()

    def keepers(self) -> Iterable[DraftKeeper]:
        """Return what keeps the brief safe."""
        return (self.desk.keeper,)

    @property
    def _list(self) -> BriefList:
        return self.query_one(BriefList)

    async def _read(self) -> None:
        """Ask again what can be ticked: an entry may have been sealed meanwhile."""
        await self.desk.read()
        self._show()

    def _show(self, cursor: str = "") -> None:
        sheet, form = self.desk.sheet, self.desk.sheet.format
        self._list.show(self.desk.rows, sheet, cursor)
        said = written(self.desk.brief, "text" if form == _HTML else form)
        narrow = not self.has_class("-wide")
        empty = words.PREVIEW_EMPTY_NARROW if narrow else words.PREVIEW_EMPTY
        self.query_one(".preview Static", Static).update(
            Content(said) if said else Content.styled(empty, "$ink-soft")
        )
        title = words.PREVIEW.format(format=label(FORMATS, form))
        pane = self.query_one(".preview", VerticalScroll)
        pane.border_title = Content(words.PREVIEW_OF_PAGE if form == _HTML else title)

    def _turn(self, sheet: Sheet, cursor: str = "") -> None:
        """Go on with the brief as it is now."""
        self.desk.sheet = sheet
        self.desk.keeper.touch()
        self._show(cursor)

    def room_changed(self) -> None:
        """Say what fits the room there is."""
        if self.is_mounted:
            self._show()

    # The lines

    @on(OptionList.OptionHighlighted)
    def _on_moved(self) -> None:
        row = self._list.current
        note = "" if row is None else "edited" if row.edited else row.offer.note
        self.query_one(".note", Static).update(Content(words.NOTES[note]))
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    def _on_selected(self) -> None:
        self.action_tick()

    def action_tick(self) -> None:
        """Tick a line, or no longer; where one can be added, ask for it."""
        row = self._list.current
        if row is None:
            self.action_add()
        else:
            self._turn(self.desk.sheet.toggled(row.offer.id))

    @work
    async def action_add(self) -> None:
        """Ask for a line of one's own in the section the cursor is in."""
        row, (section, topic) = self._list.current, self._list.place
        if section not in _TYPED:
            self.app.say(words.NOT_ADDED_HERE)
        elif section == GOOD and row is not None:
            await self._reword(row)
        elif section == TOPIC and not topic and not self.desk.sheet.takes_topics:
            self.app.say(words.NO_MORE_TOPICS)
        else:
            await self._write_line(section, topic)

    async def _write_line(self, section: str, topic: str) -> None:
        before = self.desk.sheet
        typed = await self.desk.ask_line(
            words.ASK[OPTION if topic else section],
            "",
            lambda text: before.added(section, text, topic, ticked=False),
        )
        if typed.taken:
            added = before.added(section, typed.text, topic)
            self._turn(added, added.own[-1].id)
        elif typed.text:
            self._turn(before.added(section, typed.text, topic, ticked=False))
            self.app.say(words.WAITS)

    @work
    async def action_edit_line(self) -> None:
        """Put a line in one's own words, for this brief alone."""
        row = self._list.current
        if row is None:
            self.action_add()
        elif row.offer.id == PERIOD:
            self.action_days()
        else:
            await self._reword(row)

    async def _reword(self, row: Row) -> None:
        before, wanted = self.desk.sheet, row.offer.id
        if not row.can_be_reworded:
            return
        text = before.wording(row)
        typed = await self.desk.ask_line(
            words.ASK_EDIT, text, lambda typed: before.reworded(wanted, typed).unticked(wanted)
        )
        if typed.taken and typed.text != text:
            self._turn(before.reworded(wanted, typed.text))
        elif typed.text != text:
            self.app.say(words.AS_IT_WAS)

    def action_take_out(self) -> None:
        """Take out a line of one's own, or put a line back to the wording it came with."""
        row = self._list.current
        if row is not None and (row.is_own or row.edited):
            self._turn(self.desk.sheet.without(row.offer.id))
            self.app.say(words.TAKEN_OUT)

    # The whole of it

    @work
    async def action_days(self) -> None:
        """Ask which days it looks at."""
        days = await ask_days(self.app)
        if days:
            self._turn(self.desk.sheet.over(days))
            await self._read()

    def action_next_format(self) -> None:
        """Make it another kind of file."""
        keys = [each.key for each in FORMATS]
        place = keys.index(self.desk.sheet.format) + 1
        self._turn(self.desk.sheet.replace(format=keys[place % len(keys)]))
        self.app.say(words.FORMAT_NOW.format(format=label(FORMATS, self.desk.sheet.format)))

    def action_preview(self) -> None:
        """Read the file so far, or go back to the lines."""
        pane = self.query_one(".preview", VerticalScroll)
        self.set_class(not pane.has_focus, "-reading")
        (self._list if pane.has_focus else pane).focus()

    @work
    async def action_write(self) -> None:
        """Show the file a last time and write it."""
        await self._read()
        form = self.desk.sheet.format
        text = written(self.desk.brief, form)
        if not text:
            self.app.say(words.NOT_YET)
            return
        await write_brief(self.app, text, form)

    @work
    async def action_start_again(self) -> None:
        """Empty it, when asked once more."""
        dialog = ConfirmDialog(words.START_AGAIN, words.START_AGAIN_NOTE)
        if await self.app.push_screen_wait(dialog):
            self.desk.start_again()
            self.app.say(words.STARTED_AGAIN)
            await self._read()

    @work
    async def action_earlier_words(self) -> None:
        """Read what stood here before, and bring it back."""
        from tracejournal.tui.screens.earlier import earlier_fields  # noqa: PLC0415 - on first use

        fields = await earlier_fields(self.app, self.desk.keeper)
        if fields is not None:
            self._turn(Sheet.of_fields(fields))
            await self._read()
            self.app.say(drafts.TAKEN_BACK)

    async def action_close(self) -> None:  # type: ignore[override]
        """Go back to the lines, or leave; the brief waits as it is."""
        if self.has_class("-reading") and not self.has_class("-wide"):
            self.action_preview()
            return
        await self.desk.keeper.flush()
        self.dismiss(None)


async def open_brief(app: TracejournalApp, begun: SavedDraft | None = None) -> None:
    """Open the brief, as it was left.

    Args:
        app: the app.
        begun: the draft to go on with; where not given, the one that was left last.
    """
    if begun is None:
        here = {keeper.slot for keeper in app.keepers}
        saved = await app.journal.ask(lambda journal: journal.drafts.all())
        left = (each for each in saved if each.form == BRIEF and each.slot not in here)
        begun = next(left, None)
    await app.push_screen_wait(BriefDialog(begun))
