"""The form a moment is kept with: one line, and everything else one key further."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static, TextArea

from tracejournal.model.entry import Moment
from tracejournal.model.mentions import people_in, tags_in
from tracejournal.model.suggestion import suggest_direction, suggest_kind
from tracejournal.model.vocabulary import CONDITIONS, DIRECTIONS, KINDS, MODES, label, term
from tracejournal.tui.widgets.moment_line import MomentLine
from tracejournal.tui.widgets.rows import ChoiceRow, GaugeRow, Row, SeveralRow, TextRow
from tracejournal.words import forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

_SUMMARY_PEOPLE = 4


class MomentForm(Widget):
    """Gathers a moment. Kind and direction follow the words until someone chooses them."""

    DEFAULT_CSS = """
    MomentForm {
        height: auto;
        .summary { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
        .detail { display: none; }
        &.-open .detail { display: block; }
        &.-open .summary.-quiet { display: none; }
    }
    """

    @dataclass
    class Submitted(Message):
        """The form is to be kept."""

        form: MomentForm

    @dataclass
    class Changed(Message):
        """Something in the form is another."""

        form: MomentForm

    def __init__(self, *, stays_open: bool = False) -> None:
        """Begin empty.

        Args:
            stays_open: show all rows from the start, as when an entry is edited.
        """
        super().__init__(classes="card")
        self._stays_open = stays_open
        self._chosen: set[str] = set()
        self._others: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._rest = Moment()
        self._completions: tuple[str, ...] = ()
        self.border_title = Content(forms.MOMENT_TITLE)

    def compose(self) -> ComposeResult:
        """The line, what it amounts to, and the rows."""
        yield MomentLine(forms.MOMENT_HINT)
        yield Static("", markup=False, classes="summary -quiet")
        yield ChoiceRow("kind", forms.KIND, KINDS)
        yield ChoiceRow("direction", forms.DIRECTION, DIRECTIONS)
        yield ChoiceRow("mode", forms.MODE, MODES)
        yield GaugeRow("supported", forms.SUPPORTED)
        yield SeveralRow("present", forms.HELPED, CONDITIONS)
        yield SeveralRow("missing", forms.MISSING, CONDITIONS)
        yield TextRow("when", forms.WHEN, forms.NOW)

    def on_mount(self) -> None:
        """Show the keys."""
        self.set_class(self._stays_open, "-open")
        self.say("")

    @property
    def line(self) -> MomentLine:
        """The line of words."""
        return self.query_one(MomentLine)

    @property
    def is_open(self) -> bool:
        """Whether the rows are shown."""
        return self.has_class("-open")

    def open(self, *, opened: bool = True) -> None:
        """Show the rows, or only the line."""
        self.set_class(opened or self._stays_open, "-open")

    def say(self, sentence: str) -> None:
        """Say something quiet in the form's lower edge; the keys where there is nothing."""
        self.border_subtitle = Content(sentence or forms.MOMENT_KEYS)

    def know(self, people: Sequence[str], tags: Sequence[str]) -> None:
        """Learn the names that can be completed."""
        self.line.people, self.line.tags = people, tags

    def row(self, name: str) -> Row:
        """Return a row by its field."""
        return self.query_one(f"#row-{name}", Row)

    def _value(self, name: str) -> object:
        return getattr(self.row(name), "value")  # noqa: B009 - rows differ in the type of it

    def fields(self) -> dict[str, object]:
        """Return what the form holds, for a draft; empty where nothing was typed or chosen."""
        rows: dict[str, object] = {row.field: self._value(row.field) for row in self.query(Row)}
        said: dict[str, object] = {"text": self.line.text} if self.line.text else {}
        said |= {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in rows.items()
            if value not in (None, (), "") and (name in self._chosen or name not in _SUGGESTED)
        }
        return said

    def fill(self, fields: dict[str, object]) -> None:
        """Show what a draft held."""
        self.clear()
        self.line.show_words(str(fields.get("text", "")))
        for row in self.query(Row):
            if row.field in fields:
                value = fields[row.field]
                self._chosen.add(row.field)
                self._set(row.field, tuple(value) if isinstance(value, list) else value)

    def show(self, moment: Moment) -> None:
        """Show a kept moment, to be changed."""
        shown = {
            "text": moment.text,
            "kind": moment.kind,
            "direction": moment.direction,
            "mode": moment.mode,
            "supported": moment.supported,
            "present": list(moment.present),
            "missing": list(moment.missing),
        }
        self.fill({name: value for name, value in shown.items() if value is not None})
        self._chosen |= _SUGGESTED
        mentioned = set(people_in(moment.text)), set(tags_in(moment.text))
        self._others = (
            tuple(name for name in moment.people if name not in mentioned[0]),
            tuple(tag for tag in moment.tags if tag not in mentioned[1]),
        )
        self._rest = moment

    def moment(self) -> Moment:
        """Return the moment as it stands.

        Raises:
            Misuse: something in it cannot be.
        """
        values = {row.field: self._value(row.field) for row in self.query(Row)}
        values.pop("when")
        return self._rest.replace(
            text=self.line.text, people=self._others[0], tags=self._others[1], **values
        )

    @property
    def when(self) -> str:
        """When it was, as typed; "" for now."""
        return str(self._value("when"))

    @property
    def is_empty(self) -> bool:
        """Nothing was typed or chosen."""
        return not self.fields()

    def clear(self) -> None:
        """Begin again."""
        self._chosen.clear()
        self._others = ((), ())
        self._rest = Moment()
        self.line.show_words("")
        for row in self.query(Row):
            empty: dict[type[Row], object] = {SeveralRow: (), TextRow: ""}
            self._set(row.field, empty.get(type(row)))
        self._summarise()

    def _set(self, name: str, value: object) -> None:
        row = self.row(name)
        with row.prevent(Row.Changed):
            row.value = value  # type: ignore[attr-defined]
        self._summarise()

    def choose(self, name: str, value: object) -> None:
        """Take what was picked for a row."""
        self._chosen.add(name)
        row = self.row(name)
        row.value = value  # type: ignore[attr-defined]

    @on(TextArea.Changed)
    def _on_typed(self, event: TextArea.Changed) -> None:
        event.stop()
        text = self.line.text
        for name, suggestion in (
            ("kind", suggest_kind(text)),
            ("direction", suggest_direction(text)),
        ):
            if name not in self._chosen:
                self._set(name, suggestion)
        self._summarise()
        self.post_message(self.Changed(self))

    @on(Row.Changed)
    def _on_row_changed(self, event: Row.Changed) -> None:
        event.stop()
        self._chosen.add(event.row.field)
        self._summarise()
        self.post_message(self.Changed(self))

    @on(MomentLine.Submitted)
    @on(Row.Submitted)
    def _on_submitted(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Submitted(self))

    @on(MomentLine.MoreWanted)
    def _on_more_wanted(self, event: MomentLine.MoreWanted) -> None:
        event.stop()
        self.open()
        self.row("kind").focus()

    @on(MomentLine.CompletionsChanged)
    def _on_completions(self, event: MomentLine.CompletionsChanged) -> None:
        event.stop()
        self._completions = event.names
        self._summarise()

    def on_descendant_blur(self, _event: events.DescendantBlur) -> None:
        """Fold the rows away when the form is left, unless there is room for them."""
        self.call_after_refresh(self._fold)

    def _fold(self) -> None:
        if not self.is_attached:
            return  # the dialog it stood in is closed
        if not self.has_pseudo_class("focus-within") and not self.screen.has_class("-tall"):
            self.open(opened=False)

    def _summarise(self) -> None:
        """Show names that fit while one is typed, else what the line amounts to."""
        summary = self.query_one(".summary", Static)
        summary.set_class(not self._completions, "-quiet")
        summary.update(_offer(self._completions) if self._completions else self._summary())

    def _summary(self) -> Content:
        kind = term(KINDS, str(self._value("kind")))
        direction = self._value("direction")
        supported = self._value("supported")
        pieces: list[Content] = []
        if kind:
            pieces.append(Content.styled(f" {kind.glyph} {kind.label} ", "$on-lead on $lead"))
        if direction:
            pieces.append(Content.styled(label(DIRECTIONS, str(direction)), "$ink-soft"))
        people = people_in(self.line.text)[:_SUMMARY_PEOPLE]
        pieces += [Content.styled(f"@{name}", "$support") for name in people]
        pieces += [Content.styled(f"#{tag}", "$lead") for tag in tags_in(self.line.text)]
        if supported is not None:
            pieces.append(Content.styled(f"{forms.SUPPORTED} {supported}", "$support"))
        for name, style in (("present", "$felt"), ("missing", "$ink-soft")):
            keys = self._value(name)
            if isinstance(keys, tuple) and keys:
                names = ", ".join(label(CONDITIONS, key) for key in keys)
                pieces.append(Content.styled(names, style))
        return Content(" · ").join(pieces)


_SUGGESTED = {"kind", "direction"}


def _offer(names: tuple[str, ...]) -> Content:
    first, *others = names
    return Content.assemble(
        (f" {first} ", "$on-lead on $lead"),
        ("".join(f"  {name}" for name in others), "$ink-soft"),
        (f"   {forms.COMPLETE}", "$ink-faint"),
    )
