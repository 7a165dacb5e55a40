"""A meeting that was held becomes a moment: one line and Enter, or one key and none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from tracejournal.model.draft import MOMENT
from tracejournal.model.entry import Draft
from tracejournal.model.errors import JournalError, Misuse
from tracejournal.model.huddle import names
from tracejournal.model.mentions import as_mention
from tracejournal.model.text import one_line
from tracejournal.tui.draft_keeper import DraftKeeper, fresh_slot
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.widgets.moment_line import MomentLine
from tracejournal.tui.widgets.text_line import TextLine
from tracejournal.words import meetings as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.widget import Widget

    from tracejournal.journal.journal import Journal
    from tracejournal.model.entry import Entry, Moment
    from tracejournal.model.meeting import Occurrence


class HeldDialog(Dialog["Entry | None"]):
    """Words, people and minutes; answers with the moment that was kept, or None for none."""

    DEFAULT_CSS = """
    HeldDialog {
        .row { height: auto; max-height: 4; margin-top: 1; }
        .label { width: 10; color: $ink-soft; }
        MomentLine { width: 1fr; background: $marked; padding: 0 1; }
        Input { width: 1fr; }
        .below { margin-top: 1; }
    }
    """

    def __init__(self, held: Occurrence) -> None:
        """Take which one was held."""
        super().__init__()
        self._held = held
        self._people = " ".join(map(as_mention, held.meeting.people))
        self._keeper = DraftKeeper(self, fresh_slot(MOMENT), self._fields)

    def keepers(self) -> Iterable[DraftKeeper]:
        """Return what keeps the words safe."""
        return (self._keeper,)

    def compose(self) -> ComposeResult:
        """The line, and what is filled in already."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(words.HELD_ASK)
            box.border_subtitle = Content(words.HELD_KEYS)
            day = words.day(self._held.on, self.app.clock.today())
            what = f"{self._held.meeting.glyph} {self._held.meeting.title}, {day}"
            yield Static(Content(what), markup=False)
            yield _row("", MomentLine(words.HELD_HINT))
            yield _row(words.PEOPLE_ROW, TextLine(self._people, id="held-people", compact=True))
            yield _row(words.MINUTES, TextLine(id="held-minutes", compact=True))
            yield Static(Content(words.MINUTES_HINT), markup=False, classes="hint below")

    async def on_mount(self) -> None:
        """Fill in how long the last one took, and stand in the line."""
        self._line.focus()
        meeting_id = self._held.meeting.id

        def read(journal: Journal) -> tuple[int | None, tuple[str, ...], tuple[str, ...]]:
            history = journal.history
            minutes = journal.meetings.usual_minutes(meeting_id)
            return minutes, history.known_people(), history.known_tags()

        minutes, self._line.people, self._line.tags = await self.ask(read)
        self._minutes.value = "" if minutes is None else str(minutes)

    @property
    def _line(self) -> MomentLine:
        return self.query_one(MomentLine)

    @property
    def _minutes(self) -> Input:
        return self.query_one("#held-minutes", Input)

    def _moment(self) -> Moment:
        people = names(self.query_one("#held-people", Input).value)
        meeting = self._held.meeting.replace(people=people)
        return meeting.moment(self._line.text, self._minutes.value)

    def _fields(self) -> dict[str, object]:
        """Return what Today's form shows of it; nothing while there are no words."""
        if not self._line.text:
            return {}
        meeting = self._held.meeting
        at = f" {meeting.at:%H:%M}" if meeting.at else ""
        kind = meeting.moment().kind
        return {
            "text": f"{self._line.text} {self._people}".rstrip(),
            "direction": "mutual",
            "when": f"{self._held.on}{at}",
            **({"kind": kind} if kind else {}),
        }

    @on(TextArea.Changed)
    def _on_typed(self) -> None:
        self._keeper.touch()

    @on(MomentLine.MoreWanted)
    def _on_tab(self) -> None:
        self.focus_next()

    @on(MomentLine.Submitted)
    @on(Input.Submitted)
    async def _on_submitted(self) -> None:
        held = self._held
        try:
            moment = self._moment()

            def keep(journal: Journal, slot: str) -> Entry:
                draft = Draft(moment, journal.meetings.when(held))
                return journal.entries.keep(draft, clears=slot)

            kept = await self._keeper.keep(keep)
        except Misuse as refusal:
            self.query_one(".below", Static).update(Content(one_line(str(refusal))))
        except JournalError as refusal:
            self.app.refuse(refusal)
        else:
            self.dismiss(kept)

    async def action_close(self) -> None:  # type: ignore[override]
        """Go without a moment; what was typed stays as a draft."""
        await self._keeper.flush()
        self.dismiss(None)


def _row(label: str, field: Widget) -> Horizontal:
    field.styles.margin = 0  # inputs in other dialogs have air below
    return Horizontal(Static(label, markup=False, classes="label"), field, classes="row")
