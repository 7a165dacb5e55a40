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
from tracejournal.model.suggestion import suggest_direction, suggest_kind
from tracejournal.model.vocabulary import (
    CONDITIONS,
    DIRECTIONS,
    FITS,
    KINDS,
    MODES,
    OCCASIONS,
    SUPPORTS,
    WHO,
)
from tracejournal.tui.widgets.identifier_line import IdentifierLine
from tracejournal.tui.widgets.moment_line import MomentLine
from tracejournal.tui.widgets.moment_summary import offer
from tracejournal.tui.widgets.moment_summary import summary as said
from tracejournal.words import forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult

    from tracejournal.tui.widgets.rows import Row


class MomentForm(Widget):
    """Gathers a moment. Kind and direction follow the words until someone chooses them."""

    DEFAULT_CSS = """
    MomentForm {
        height: auto;
        .summary { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
        .detail { display: none; }
        &.-coming { min-height: 4; }
        &.-open .detail { display: block; }
        &.-open .further { display: none; }
        &.-whole .further { display: block; }
        &.-open .summary.-quiet { display: none; }
    }
    """

    @dataclass
    class Submitted(Message):
        """The form is to be kept.

        Attributes:
            text: the words as they stood then; more may have been typed since.
            sitting: which words they were, see `MomentLine.sitting`.
        """

        form: MomentForm
        text: str
        sitting: int

    @dataclass
    class Changed(Message):
        """Something in the form is another."""

        form: MomentForm

    @dataclass
    class Unfolded(Message):
        """More rows are shown, or fewer."""

        form: MomentForm

    def __init__(self, *, stays_open: bool = False, rows_later: bool = False) -> None:
        """Begin empty.

        Args:
            stays_open: show all rows from the start, as when an entry is edited.
            rows_later: make only the line, which can be typed into at once; the rows come with
                `complete`.
        """
        super().__init__(classes="card -coming" if rows_later else "card")
        self._stays_open = stays_open
        self._rows_later = rows_later
        self._chosen: set[str] = set()
        self._base = Moment()
        self._completions: tuple[str, ...] = ()
        self.border_title = Content(forms.MOMENT_TITLE)

    def compose(self) -> ComposeResult:
        """The line, what it amounts to, and the rows."""
        yield MomentLine(forms.MOMENT_HINT)
        if not self._rows_later:
            yield from _below_the_line()

    async def complete(self) -> None:
        """Make the rows that were left for later; they follow the words typed meanwhile."""
        await self.mount_all(_below_the_line())
        self.remove_class("-coming")
        self._follow_words()

    def on_mount(self) -> None:
        """Show the keys."""
        self.open(opened=False)
        self.say("")

    @property
    def line(self) -> MomentLine:
        """The line of words."""
        return self.query_one(MomentLine)

    @property
    def is_whole(self) -> bool:
        """Whether all rows are shown."""
        return self.has_class("-whole")

    def open(self, *, opened: bool = True, whole: bool = False) -> None:
        """Show the daily rows, or only the line; or the whole form, down to the rarest row."""
        self.set_class(opened or self._stays_open, "-open")
        self.set_class(whole or self._stays_open, "-whole")
        self.post_message(self.Unfolded(self))

    def say(self, sentence: str) -> None:
        """Say something quiet in the form's lower edge; the keys where there is nothing."""
        self.border_subtitle = Content(sentence or forms.MOMENT_KEYS)

    def know(
        self, people: Sequence[str], tags: Sequence[str], usual: Mapping[str, tuple[str, ...]]
    ) -> None:
        """Learn the names that can be completed, and show what things are called by now.

        Args:
            people: names, latest first.
            tags: tags, latest first.
            usual: what is usually picked, by field; it is offered first.
        """
        self.line.people, self.line.tags = people, tags
        for row in self._rows():
            row.learn(usual.get(row.field, ()))
        self._summarise()

    def _rows(self) -> Iterable[Row]:
        if self.has_class("-coming"):
            return ()
        from tracejournal.tui.widgets.rows import Row  # noqa: PLC0415 - after the first paint

        return self.query(Row)

    def _values(self) -> dict[str, object]:
        """What the rows hold, by field; the type of it differs from row to row."""
        return _NOTHING | {row.field: getattr(row, "value") for row in self._rows()}  # noqa: B009 - see above

    def fields(self) -> dict[str, object]:
        """Return what the form holds, for a draft; empty where nothing was typed or chosen."""
        typed: dict[str, object] = {"text": self.line.text} if self.line.text else {}
        return typed | {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in self._values().items()
            if value not in (None, (), "") and (name in self._chosen or name not in _SUGGESTED)
        }

    def fill(self, fields: Mapping[str, object]) -> None:
        """Show what a draft held; what the form does not show stays as it is."""
        for hint in self.query(IdentifierLine):
            hint.begin_again()
        self._chosen = set(fields)
        self.line.show_words(str(fields.get("text", "")))
        for row in self._rows():
            value = fields.get(row.field, _NOTHING[row.field])
            self._set(row.field, tuple(value) if isinstance(value, list) else value)

    def show(self, moment: Moment) -> None:
        """Show a kept moment, to be changed. What the form has no row for is kept as it is."""
        fields: dict[str, object] = {"text": moment.text}
        fields |= {name: getattr(moment, name) for name in self._values() if name != "when"}
        self.fill(fields)
        self._base = moment

    def moment(self, text: str | None = None) -> Moment:
        """Return the moment as it stands, or with the words as they stood at some time.

        Raises:
            Misuse: something in it cannot be.
        """
        values = {name: value for name, value in self._values().items() if name != "when"}
        words = self.line.text if text is None else text
        values |= self._suggested(words)
        return self._base.reworded(text=words).replace(**values)

    @property
    def when(self) -> str:
        """When it was, as typed; "" for now."""
        return str(self._values()["when"])

    @property
    def is_empty(self) -> bool:
        """Nothing was typed or chosen."""
        return not self.fields()

    def clear(self) -> None:
        """Begin again."""
        self._base = Moment()
        self.fill({})

    def _suggested(self, text: str) -> dict[str, str | None]:
        """What words suggest for rows where nothing was chosen."""
        suggested = {"kind": suggest_kind(text), "direction": suggest_direction(text)}
        return {name: said for name, said in suggested.items() if name not in self._chosen}

    def _set(self, name: str, value: object) -> None:
        for row in self._rows():
            if row.field == name:
                with row.prevent(row.Changed):
                    row.value = value  # type: ignore[attr-defined]
        self._summarise()

    @on(TextArea.Changed)
    def _on_typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._follow_words()
        for hint in self.query(IdentifierLine):
            hint.follow(self.line)
        self.post_message(self.Changed(self))

    def _follow_words(self) -> None:
        for name, suggestion in self._suggested(self.line.text).items():
            self._set(name, suggestion)
        self._summarise()

    def on_row_changed(self, event: Row.Changed) -> None:
        """Remember what was chosen."""
        event.stop()
        self._chosen.add(event.row.field)
        self._summarise()
        self.post_message(self.Changed(self))

    @on(MomentLine.Submitted)
    def _on_submitted(self, event: MomentLine.Submitted) -> None:
        event.stop()
        self.post_message(self.Submitted(self, event.text, event.sitting))

    def on_row_submitted(self, event: Row.Submitted) -> None:
        """Keep the form from any of its rows."""
        event.stop()
        self.post_message(self.Submitted(self, self.line.text, self.line.sitting))

    @on(MomentLine.MoreWanted)
    def _on_more_wanted(self, event: MomentLine.MoreWanted) -> None:
        event.stop()
        self.open(whole=True)
        if not self.has_class("-coming"):
            self.query_one("#row-kind").focus()

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
        if not self.has_pseudo_class("focus-within"):
            self.open(opened=self.screen.has_class("-tall"))

    def _summarise(self) -> None:
        """Show names that fit while one is typed, else what the line amounts to."""
        if self.has_class("-coming"):
            return
        summary = self.query_one(".summary", Static)
        summary.set_class(not self._completions, "-quiet")
        summary.update(
            offer(self._completions) if self._completions else said(self.line.text, self._values())
        )


def _below_the_line() -> Iterator[Widget]:
    from tracejournal.tui.widgets.length_row import LengthRow  # noqa: PLC0415 - after the first paint
    from tracejournal.tui.widgets.rows import (  # noqa: PLC0415 - after the first paint
        ChoiceRow,
        GaugeRow,
        SeveralRow,
        TextRow,
    )

    yield IdentifierLine()
    yield Static("", markup=False, classes="summary -quiet")
    yield ChoiceRow("kind", forms.KIND, KINDS)
    yield ChoiceRow("direction", forms.DIRECTION, DIRECTIONS)
    yield SeveralRow("who", forms.WHO, WHO)
    yield ChoiceRow("mode", forms.MODE, MODES)
    yield GaugeRow("supported", forms.SUPPORTED)
    yield SeveralRow("present", forms.HELPED, CONDITIONS)
    yield SeveralRow("missing", forms.MISSING, CONDITIONS)
    yield TextRow("when", forms.WHEN, forms.NOW)
    for further in (
        LengthRow("minutes", forms.LENGTH),
        SeveralRow("support", forms.SUPPORT, SUPPORTS),
        ChoiceRow("fit", forms.FIT, FITS),
        ChoiceRow("occasion", forms.OCCASION, OCCASIONS),
    ):
        yield further.add_class("further")


_NOTHING: dict[str, object] = {
    **dict.fromkeys(("kind", "direction", "mode", "supported", "minutes", "fit", "occasion")),
    **dict.fromkeys(("who", "present", "missing", "support"), ()),
    "when": "",
}
"""What the rows hold where nothing is chosen."""

_SUGGESTED = {"kind", "direction"}
"""Rows that follow the words until someone chooses."""
