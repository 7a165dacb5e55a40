"""The form a reflection is written with: the question, room to write, and what made it possible."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static, TextArea

from tracejournal.model.entry import Part, Reflection, rating
from tracejournal.model.prompt import Prompt
from tracejournal.model.text import clean, display
from tracejournal.model.vocabulary import CONDITIONS, term
from tracejournal.tui.widgets.identifier_line import IdentifierLine
from tracejournal.tui.widgets.rows import GaugeRow, Row, SeveralRow
from tracejournal.tui.widgets.words_area import WordsArea
from tracejournal.words import commands, forms
from tracejournal.words import reflect as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

_ROWS = ("present", "missing", "supported")


class PartBox(Vertical):
    """One question and the room to answer it."""

    def __init__(self) -> None:
        """Begin without a question."""
        super().__init__(classes="part")
        self.area = WordsArea()
        self._asked = Static("", markup=False, classes="question")
        self._note = Static("", markup=False, classes="hint")
        self._note.display = False
        self._card = Vertical(self.area, classes="card")
        self._card.border_title = Content(forms.REFLECTION_HINT)
        self.question = ""

    def compose(self) -> ComposeResult:
        """The question above the words."""
        yield self._asked
        yield self._note
        yield self._card

    def ask(self, question: str, hint: str = "") -> None:
        """Ask a question; the words stay.

        Args:
            question: what is asked.
            hint: how an answer might begin, shown while there is none.
        """
        self.question = question
        self._asked.update(Content(display(question)))
        self._asked.display = bool(question)
        self.area.placeholder = Content(words.starter(display(hint)))

    def note(self, sentence: str) -> None:
        """Say something between the question and the words, or nothing."""
        self._note.update(Content(sentence))
        self._note.display = bool(sentence)

    def say(self, sentence: str) -> None:
        """Say something quiet in the lower edge."""
        self._card.border_subtitle = Content(sentence)


class ReflectionForm(Widget):
    """Gathers a reflection. Every question of one with several parts has its own room."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "submit", commands.COMMANDS["keep"][0], show=False, id="keep")
    ]
    DEFAULT_CSS = """
    ReflectionForm {
        height: 1fr;
        min-height: 12;
        .parts { height: 1fr; min-height: 5; }
        .part { height: 1fr; }
        .question { max-height: 6; overflow-y: auto; }
        .part > .card { height: 1fr; min-height: 3; }
        WordsArea { height: 1fr; }
        .conditions { height: 5; }
        &.-several {
            .part { height: auto; margin-bottom: 1; }
            .part > .card { height: auto; }
            WordsArea { height: auto; min-height: 4; max-height: 12; }
        }
    }
    """

    @dataclass
    class Changed(Message):
        """Something in the form is another."""

        form: ReflectionForm

    @dataclass
    class Submitted(Message):
        """The form is to be kept."""

        form: ReflectionForm

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._boxes = [PartBox()]
        self.hint_line = IdentifierLine()
        self._rest = Reflection()
        self._hint = ""

    def compose(self) -> ComposeResult:
        """The parts, then the rows under their own title."""
        with VerticalScroll(classes="parts") as parts:
            parts.can_focus = False
            yield from self._boxes
        yield self.hint_line
        with Vertical(classes="card conditions") as card:
            card.border_title = Content(forms.POSSIBLE)
            yield SeveralRow("present", forms.HELPED, CONDITIONS)
            yield SeveralRow("missing", forms.MISSING, CONDITIONS)
            yield GaugeRow("supported", forms.SUPPORTED)

    @property
    def area(self) -> WordsArea:
        """The words that have the focus, else the first."""
        return next((box.area for box in self._boxes if box.area.has_focus), self._boxes[0].area)

    @property
    def place(self) -> int:
        """Which answer `area` is, from 0."""
        return next(number for number, box in enumerate(self._boxes) if box.area is self.area)

    @property
    def questions(self) -> tuple[str, ...]:
        """What is asked."""
        return tuple(box.question for box in self._boxes)

    @property
    def is_empty(self) -> bool:
        """Nothing was written or chosen; the question alone does not count."""
        return not self.fields()

    @property
    def word_count(self) -> int:
        """How many words there are."""
        return sum(len(box.area.text.split()) for box in self._boxes)

    def show(self, asked: Prompt | Sequence[Part], content: Reflection | None = None) -> None:
        """Ask something, with nothing answered or with what was kept.

        Args:
            asked: a prompt, or the parts of a kept reflection.
            content: what was kept; its own questions are shown.
        """
        self.clear()
        if isinstance(asked, Prompt):
            self._rest = Reflection(prompt_id=asked.id or None)
            self.ask([asked.text], asked.starter)
        parts = content.parts if content else () if isinstance(asked, Prompt) else tuple(asked)
        if parts:
            self.ask([part.question for part in parts])
            self._write(part.answer for part in parts)
        if content:
            self._rest = content
            for name in _ROWS:
                self._set(name, getattr(content, name))
        self.say("")

    def ask(self, questions: Sequence[str], hint: str = "") -> None:
        """Ask other questions; the words stay where they are."""
        self._hint = hint
        self._make_room(max(1, len(questions)))
        for box, question in zip(self._boxes, questions, strict=False):
            box.ask(question, hint)

    def _make_room(self, count: int) -> None:
        parts = self.query_one(".parts", VerticalScroll)
        while len(self._boxes) < count:
            self._boxes.append(PartBox())
            parts.mount(self._boxes[-1])
        while len(self._boxes) > count and not self._boxes[-1].area.text:
            self._boxes.pop().remove()
        self.set_class(len(self._boxes) > 1, "-several")

    def _write(self, answers: Iterable[str]) -> None:
        for box, answer in zip(self._boxes, answers, strict=False):
            with box.area.prevent(TextArea.Changed):
                box.area.show_words(answer)

    def rewrite(self, area: WordsArea, text: str) -> None:
        """Put other words in an area, in one step that ctrl+z takes back."""
        area.replace(clean(text), area.document.start, area.document.end)
        area.move_cursor(area.document.end)

    def fields(self) -> dict[str, object]:
        """Return what the form holds, for a draft; empty where nothing was written or chosen."""
        answers = [box.area.text for box in self._boxes]
        held: dict[str, object] = {}
        if any(answers):
            held["text"] = "\n\n".join(answer for answer in answers if answer)
            held["answers"] = answers
        values = {name: self._value(name) for name in _ROWS}
        held |= {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in values.items()
            if value not in (None, ())
        }
        return held | {"questions": list(self.questions)} if held else {}

    def fill(self, fields: Mapping[str, object]) -> None:
        """Show what a draft held. What can no longer be chosen is left out."""
        questions, answers = _texts(fields.get("questions")), _texts(fields.get("answers"))
        if questions:
            self.ask(questions, self._hint)
        self._make_room(max(len(self._boxes), len(answers)))
        self._write(answers or [str(fields.get("text", ""))])
        for name in ("present", "missing"):
            known = (key for key in _texts(fields.get(name)) if term(CONDITIONS, key))
            self._set(name, tuple(known))
        self._set("supported", rating(fields.get("supported"), forms.SUPPORTED))
        self.say("")

    def content(self) -> Reflection:
        """Return the reflection as it stands.

        Raises:
            Misuse: something in it cannot be kept.
        """
        parts = tuple(Part(box.question, box.area.text) for box in self._boxes)
        values = {name: self._value(name) for name in _ROWS}
        return self._rest.reworded(parts=parts).replace(**values)

    def clear(self) -> None:
        """Empty the words and the rows; the questions stay."""
        self.hint_line.begin_again()
        self._rest = Reflection(prompt_id=self._rest.prompt_id)
        self._write("" for _ in self._boxes)
        for name in _ROWS:
            self._set(name, None if name == "supported" else ())
        self.say("")

    def say(self, sentence: str) -> None:
        """Say something quiet in the lower edge, before the number of words."""
        count = self.word_count
        for box in self._boxes:
            last = box is self._boxes[-1]
            box.say(words.status(sentence, count) if last else "")

    def note(self, sentence: str) -> None:
        """Say something between the first question and the words, or nothing."""
        self._boxes[0].note(sentence)

    def _row(self, name: str) -> Row:
        return self.query_one(f"#row-{name}", Row)

    def _value(self, name: str) -> object:
        return getattr(self._row(name), "value")  # noqa: B009 - rows differ in the type of it

    def _set(self, name: str, value: object) -> None:
        row = self._row(name)
        with row.prevent(Row.Changed):
            row.value = value  # type: ignore[attr-defined]

    @on(TextArea.Changed)
    @on(Row.Changed)
    def _on_changed(self, event: Message) -> None:
        event.stop()
        self.say("")
        if isinstance(event, TextArea.Changed):
            self.hint_line.follow(event.text_area)
        self.post_message(self.Changed(self))

    @on(Row.Submitted)
    def _on_row_submitted(self, event: Row.Submitted) -> None:
        event.stop()
        self.action_submit()

    def action_submit(self) -> None:
        """Ask to keep what is written."""
        self.post_message(self.Submitted(self))


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []
