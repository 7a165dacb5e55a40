"""The form a prompt of one's own is written with: its question, and all else below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from tracejournal.model.vocabulary import DEPTHS, PRINCIPLES, PROMPT_TIMES, ROLES, term
from tracejournal.tui.widgets.moment_line import MomentLine
from tracejournal.tui.widgets.rows import LABEL_WIDTH, ChoiceRow, Row, SeveralRow
from tracejournal.tui.widgets.text_line import TextLine
from tracejournal.words import prompts as words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from textual.app import ComposeResult

    from tracejournal.model.prompt import Prompt

_LINES = ("distancing", "starter", "topic", "title", "minutes")
_CHOICES = {
    "principle": (words.PRINCIPLE, PRINCIPLES),
    "depth": (words.DEPTH, DEPTHS),
    "offered": (words.WHEN, PROMPT_TIMES),
}
_USUAL = {"principle": "own", "depth": "gentle"}


class LineRow(Horizontal):
    """A label and a line to type in."""

    DEFAULT_CSS = """
    LineRow {
        height: 1;
        .label { width: 13; color: $ink-soft; }
        Input { width: 1fr; margin: 0; padding: 0; background: $raised; }
        Input:focus { background: $marked; }
    }
    """

    def __init__(self, name: str, title: str, line: Input) -> None:
        """Take its name in the form, its label, and the line itself."""
        super().__init__()
        self.field = name
        self._title = title
        self.line = line

    def compose(self) -> ComposeResult:
        """The label before the line."""
        yield Static(Content(f"  {self._title:<{LABEL_WIDTH}}"), markup=False, classes="label")
        yield self.line


class PromptForm(Widget):
    """Gathers a prompt. Only the question is needed."""

    DEFAULT_CSS = """
    PromptForm {
        height: auto;
        .hint { margin: 1 0; min-height: 2; }
    }
    """

    @dataclass
    class Changed(Message):
        """Something in the form is another."""

        form: PromptForm

    @dataclass
    class Submitted(Message):
        """The form is to be kept."""

        form: PromptForm

    def compose(self) -> ComposeResult:
        """The question, a thought about it, and the rows."""
        yield MomentLine(words.QUESTION_HINT)
        yield Static("", markup=False, classes="hint")
        yield LineRow(
            "distancing",
            words.DISTANCING,
            TextLine(placeholder=words.DISTANCING_HINT, compact=True),
        )
        yield LineRow(
            "starter", words.STARTER, TextLine(placeholder=words.STARTER_HINT, compact=True)
        )
        yield ChoiceRow("depth", *_CHOICES["depth"])
        yield ChoiceRow("principle", *_CHOICES["principle"])
        yield LineRow("topic", words.TOPIC, TextLine(placeholder=words.TOPIC_HINT, compact=True))
        yield SeveralRow("roles", words.ROLES, ROLES)
        yield ChoiceRow("offered", *_CHOICES["offered"])
        yield LineRow(
            "minutes", words.MINUTES, TextLine(placeholder=words.MINUTES_HINT, compact=True)
        )
        yield LineRow("title", words.TITLE, TextLine(placeholder=words.TITLE_HINT, compact=True))

    @property
    def question(self) -> MomentLine:
        """The line of the question."""
        return self.query_one(MomentLine)

    def say(self, sentence: str) -> None:
        """Say something below the question."""
        self.query_one(".hint", Static).update(Content(sentence))

    def show(self, prompt: Prompt) -> None:
        """Show a prompt as it is."""
        shown = {name: getattr(prompt, name) for name in (*_LINES, "text", "principle", "depth")}
        self.fill(
            shown | {"title": prompt.own_title, "roles": prompt.roles, "offered": prompt.when}
        )

    def fields(self) -> dict[str, object]:
        """Return what the form holds, for a draft; what is empty is left out."""
        held: dict[str, object] = {"text": self.question.text}
        held |= {row.field: row.line.value for row in self.query(LineRow)}
        held |= {row.field: row.value for row in self.query(ChoiceRow)}
        held["roles"] = list(self.query_one(SeveralRow).value)
        return {name: value for name, value in held.items() if value}

    def fill(self, fields: Mapping[str, object]) -> None:
        """Show what a form held before; what it does not know is left out."""
        self.question.show_words(str(fields.get("text", "")))
        for line in self.query(LineRow):
            line.line.value = str(fields.get(line.field, "")).rstrip()
        for row in self.query(ChoiceRow):
            found = term(row.terms, str(fields.get(row.field, "")))
            row.value = found.key if found else None
        roles = fields.get("roles")
        chosen = roles if isinstance(roles, list | tuple) else ()
        self.query_one(SeveralRow).value = tuple(
            str(role) for role in chosen if term(ROLES, str(role))
        )

    def said(self) -> dict[str, Any]:
        """Return the fields of the prompt that was written, as `Prompt` takes them."""
        held = {name: "" for name in _LINES if name != "minutes"} | _USUAL | self.fields()
        held["when"] = held.pop("offered", "")
        held["text"] = self.question.text
        held["roles"] = self.query_one(SeveralRow).value
        return held

    @on(TextArea.Changed)
    @on(Input.Changed)
    @on(Row.Changed)
    def _on_changed(self) -> None:
        self.post_message(self.Changed(self))

    @on(MomentLine.MoreWanted)
    def _on_tab(self) -> None:
        self.screen.focus_next()

    @on(MomentLine.Submitted)
    @on(Input.Submitted)
    @on(Row.Submitted)
    def _on_submitted(self) -> None:
        self.post_message(self.Submitted(self))
