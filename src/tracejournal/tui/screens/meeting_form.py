"""Planning a meeting, or changing one; what is typed is safe until it is kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from tracejournal.model.draft import MEETING
from tracejournal.model.errors import JournalError, Misuse
from tracejournal.model.huddle import names
from tracejournal.model.meeting import Meeting, kinds
from tracejournal.model.mentions import as_mention
from tracejournal.model.recurrence import coming, parse_recurrence
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import Term, term
from tracejournal.tui.draft_keeper import DraftKeeper, fresh_slot
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.screens.dialogs import PickDialog
from tracejournal.tui.undo import Change
from tracejournal.tui.widgets.moment_line import MomentLine
from tracejournal.tui.widgets.rows import ChoiceRow, Row
from tracejournal.tui.widgets.setting_rows import SettledRow
from tracejournal.tui.widgets.text_line import TextLine
from tracejournal.words import meetings as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from tracejournal.journal.journal import Journal
    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.recurrence import Recurrence

_ASKS = tuple(Term(key, said) for key, said in words.ASKS)
_OFF = "off"
_LINES = ("when", "since", "until", "name")


class MeetingForm(Dialog[Change | None]):
    """A line each for what can be said of one. Answers with the change that was made."""

    DEFAULT_CSS = """
    MeetingForm {
        Horizontal { height: auto; max-height: 4; margin-bottom: 1; }
        Row { margin-bottom: 1; }
        Static.label { width: 13; color: $ink-soft; padding-left: 2; }
        Horizontal Input, Horizontal MomentLine { width: 1fr; }
        MomentLine { background: $marked; padding: 0 1; }
        .below { min-height: 2; }
    }
    """

    def __init__(self, meeting: Meeting | None = None, begun: SavedDraft | None = None) -> None:
        """Begin empty, with one to change, or with what was begun and never kept."""
        super().__init__()
        self._meeting = meeting
        self._begun = begun
        self._shown = _fields_of(meeting) if meeting else {}
        subject = meeting.id if meeting else ""
        self._keeper = DraftKeeper(self, fresh_slot(MEETING, subject), self._fields)

    def keepers(self) -> Iterable[DraftKeeper]:
        """Return what keeps the words safe."""
        return (self._keeper,)

    def compose(self) -> ComposeResult:
        """A box with the lines; what each is for, or was understood as, below."""
        with VerticalScroll(classes="dialog -wide", can_focus=False) as box:
            box.border_title = Content(words.CHANGE_TITLE if self._meeting else words.NEW_TITLE)
            box.border_subtitle = Content(words.FORM_KEYS)
            yield ChoiceRow("kind", words.KIND_ROW, kinds())
            yield _labelled(words.PEOPLE_ROW, MomentLine(""))
            labels = (words.WHEN_ROW, words.FROM_ROW, words.UNTIL_ROW, words.NAME_ROW)
            for name, label in zip(_LINES, labels, strict=True):
                yield _labelled(label, TextLine(id=f"line-{name}", compact=True))
            yield SettledRow("asks", words.ASK_ROW, _ASKS)
            yield Static(markup=False, classes="below hint")

    async def on_mount(self) -> None:
        """Show what there is, or go on with what was begun."""
        self._show(self._shown)
        if self._begun:
            self._show(self._begun.fields)
            await self._keeper.take_up(self._begun)
        self.query_one(ChoiceRow).focus()
        self._people.people = await self.ask(lambda journal: journal.history.known_people())

    @property
    def _people(self) -> MomentLine:
        return self.query_one(MomentLine)

    def _line(self, name: str) -> Input:
        return self.query_one(f"#line-{name}", Input)

    def _show(self, fields: Mapping[str, object]) -> None:
        for row in self.query(ChoiceRow):
            with row.prevent(Row.Changed):
                row.value = str(fields.get(row.field, "")) or None
        asks = self.query_one(SettledRow)
        with asks.prevent(Row.Changed):
            asks.value = asks.value or _OFF
        self._people.show_words(str(fields.get("people", "")))
        for name in _LINES:
            self._line(name).value = str(fields.get(name, ""))

    def _said(self) -> dict[str, str]:
        rows = {row.field: row.value or "" for row in self.query(ChoiceRow)}
        rows["asks"] = "" if rows["asks"] == _OFF else rows["asks"]
        lines = {name: self._line(name).value for name in _LINES}
        said = {**rows, "people": self._people.text, **lines}
        return {name: value for name, value in said.items() if value}

    def _fields(self) -> dict[str, object]:
        said = self._said()
        if said == self._shown:
            return {}
        return {
            "text": " ".join(said.get(name, "") for name in ("people", *_LINES)).strip(),
            **said,
        }

    def _meeting_fields(self) -> dict[str, Any]:
        """Return what stands there as fields of `Meeting`.

        Raises:
            Misuse: a line cannot be understood.
        """
        said, today = self._said(), self.app.clock.today()
        until = said.get("until", "").strip()
        return {
            "recurrence": self._recurrence(said),
            "kind": said.get("kind", ""),
            "name": said.get("name", ""),
            "people": names(said.get("people", "")),
            "until": coming(until, today) if until else None,
            "asks": "asks" in said,
        }

    def _recurrence(self, said: Mapping[str, str]) -> Recurrence:
        """Return how often; with another recurrence it begins anew, unless a first day is given."""
        today = self.app.clock.today()
        recurrence = parse_recurrence(said.get("when", ""), today)
        first = said.get("since", "").strip()
        is_other = said.get("when") != self._shown.get("when")
        if not first or (is_other and first == self._shown.get("since")):
            return recurrence
        return recurrence.from_day(coming(first, today))

    # Saying below what a line is for, or how it was understood.

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what the line is for."""
        self._explain(event.widget)

    def _explain(self, widget: Widget | None) -> None:
        name = "people" if isinstance(widget, MomentLine) else (widget.id or "" if widget else "")
        name = name.removeprefix("line-").removeprefix("row-")
        hint = words.HINTS.get(name, "")
        understood = self._understood() if name in ("when", "since") else ""
        self._say(understood or hint)

    def _understood(self) -> str:
        try:
            recurrence = self._recurrence(self._said())
        except Misuse:
            return ""
        today = self.app.clock.today()
        following = next(recurrence.days(today, date.max), None)
        if following is None:
            return str(recurrence)
        return words.UNDERSTOOD.format(said=recurrence, day=words.day(following, today))

    def _say(self, said: str) -> None:
        self.query_one(".below", Static).update(Content(said))

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Row.Changed)
    def _on_changed(self) -> None:
        self._keeper.touch()
        self._explain(self.focused)

    @on(MomentLine.MoreWanted)
    def _on_tab(self) -> None:
        self.focus_next()

    @on(Row.ListWanted)
    def _on_list_wanted(self, event: Row.ListWanted) -> None:
        event.stop()
        event.prevent_default()
        self._pick(event.row)

    @work
    async def _pick(self, row: Row) -> None:
        if isinstance(row, ChoiceRow):
            chosen = (row.value,) if row.value else ()
            picked = await self.app.push_screen_wait(PickDialog(words.KIND_LIST, row.terms, chosen))
            row.value = picked[0] if picked else row.value

    # Keeping

    @on(Input.Submitted)
    @on(MomentLine.Submitted)
    @on(Row.Submitted)
    async def _on_submitted(self) -> None:
        try:
            change = await self._keep(self._meeting_fields())
        except Misuse as refusal:
            self._say(one_line(str(refusal)))
        except JournalError as refusal:
            self.app.refuse(refusal)
        else:
            self.dismiss(change)

    async def _keep(self, said: dict[str, Any]) -> Change:
        before, today = self._meeting, self.app.clock.today()
        if before is not None:
            changed = before.replace(**said)
            await self._keeper.keep(
                lambda journal, slot: journal.meetings.put(changed, clears=slot)
            )
            self.app.say(words.CHANGED.format(what=changed.title))
            return Change(
                words.CHANGING,
                lambda journal: journal.meetings.put(before),
                lambda journal: journal.meetings.put(changed),
            )

        def add(journal: Journal, slot: str) -> Meeting:
            return journal.meetings.add(said, clears=slot)

        added = await self._keeper.keep(add)
        following = next(added.days(today), None)
        sentence = words.KEPT if following else words.KEPT_PLAIN
        day = words.day(following, today) if following else ""
        self.app.say(sentence.format(what=added.title, day=day))
        return Change(
            words.PLANNING,
            lambda journal: journal.meetings.remove(added.id),
            lambda journal: journal.meetings.put(added),
        )

    async def action_close(self) -> None:  # type: ignore[override]
        """Go back without keeping; what was typed stays as a draft."""
        await self._keeper.flush()
        self.dismiss(None)


def _labelled(label: str, field: Widget) -> Horizontal:
    field.styles.margin = 0  # inputs in other dialogs have air below
    return Horizontal(Static(label, markup=False, classes="label"), field)


def _fields_of(meeting: Meeting) -> dict[str, str]:
    """Return what the form shows of a meeting; nothing for what it does not say."""
    shown = {
        "kind": meeting.kind if term(kinds(), meeting.kind) else "",
        "people": " ".join(map(as_mention, meeting.people)),
        "when": str(meeting.recurrence).lower(),
        "since": meeting.recurrence.since.isoformat() if meeting.recurrence.every else "",
        "until": meeting.until.isoformat() if meeting.until else "",
        "name": meeting.name,
        "asks": "on" if meeting.asks else "",
    }
    return {name: value for name, value in shown.items() if value}
