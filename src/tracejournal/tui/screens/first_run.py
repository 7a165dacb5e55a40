"""The first opening asks four things, and nothing of whoever begins to type at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import events, on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tracejournal.journal.lock import Lock
from tracejournal.model.vocabulary import ROLES, Term
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.screens.today import TodayScreen
from tracejournal.tui.settings import change_setting
from tracejournal.words import first_run as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from tracejournal.tui.app import TracejournalApp
    from tracejournal.tui.widgets.moment_line import MomentLine


class _Question(NamedTuple):
    """One thing that is asked.

    Attributes:
        setting: what the answer sets.
        asked: the question.
        note: what helps to answer it.
        terms: the answers.
        several: whether more than one can be given.
    """

    setting: str
    asked: str
    note: str
    terms: tuple[Term, ...]
    several: bool = False


def _said(role: Term) -> Term:
    return Term(role.key, f"{role.label}: {words.ROLE_NOTES[role.key]}")


QUESTIONS = (
    _Question("roles", words.ROLES, words.ROLES_NOTE, tuple(map(_said, ROLES)), several=True),
    _Question(
        "show_words",
        words.PRIVATE,
        words.PRIVATE_NOTE,
        tuple(Term(key, label) for key, label in words.PRIVATE_CHOICES),
    ),
    _Question(
        "theme",
        words.LOOK,
        words.LOOK_NOTE,
        tuple(Term(key, label) for key, label in words.LOOKS),
    ),
    _Question(
        "lock",
        words.LOCK,
        words.LOCK_NOTE,
        tuple(Term(key, label) for key, label in words.LOCK_CHOICES),
    ),
)
"""The lock comes last, since it leads on; it is left out where this machine has none."""


class FirstRunDialog(Dialog[str]):
    """The questions, one after another. Answers with what was chosen of a lock, or "".

    Args:
        line: where letters go that are typed instead of an answer.
    """

    CSS = """
    FirstRunDialog {
        .dialog { width: 76; }
        .note { color: $ink-soft; height: auto; margin: 1 0; }
        .question { text-style: bold; }
        .hint { margin-top: 1; }
    }
    """

    def __init__(self, line: MomentLine) -> None:
        """Begin with the first question."""
        super().__init__()
        self._line = line
        self._questions = QUESTIONS if Lock.is_possible() else QUESTIONS[:-1]
        self._number = 0
        self._chosen_lock = ""
        self._marked: list[str] = []
        self._leaving = False

    def compose(self) -> ComposeResult:
        """A box with the question, what helps to answer it, and the answers."""
        with Vertical(classes="dialog"):
            yield Static(markup=False, classes="question")
            yield Static(markup=False, classes="note")
            yield OptionList(compact=True)
            yield Static(words.OR_TYPE, markup=False, classes="hint")

    def on_mount(self) -> None:
        """Ask the first one."""
        self._former = self.app.theme
        self.query_one(OptionList).can_focus = False
        self._ask()

    @property
    def _question(self) -> _Question:
        return self._questions[self._number]

    def _ask(self) -> None:
        question = self._question
        box = self.query_one(".dialog")
        title = words.TITLE.format(number=self._number + 1, count=len(self._questions))
        box.border_title = Content(title)
        box.border_subtitle = Content(words.KEYS_SEVERAL if question.several else words.KEYS)
        self.query_one(".question", Static).update(question.asked)
        self.query_one(".note", Static).update(question.note)
        self._show(0)

    def _show(self, highlighted: int) -> None:
        answers = self.query_one(OptionList)
        answers.clear_options()
        answers.add_options(
            [Option(self._shown(term), id=term.key) for term in self._question.terms]
        )
        answers.highlighted = highlighted

    def _shown(self, term: Term) -> Content:
        mark = "✓ " if term.key in self._marked else "  "
        return Content.assemble((mark, "$lead"), term.label)

    @on(OptionList.OptionHighlighted)
    def _on_come_by(self, event: OptionList.OptionHighlighted) -> None:
        # Of a question that was left meanwhile, this can come late.
        if event.option.id in self.app.available_themes and not self._leaving:
            self.app.theme = str(event.option.id)

    @on(OptionList.OptionSelected)
    async def _on_clicked(self, event: OptionList.OptionSelected) -> None:
        if self._question.several:
            self._mark(event.option_index)
        else:
            await self._take()

    async def on_key(self, event: events.Key) -> None:
        """Answer, skip, or write: a letter is the beginning of a moment."""
        if event.key == "escape" and not self._leaving:
            return  # it skips this one, as everywhere
        event.stop()
        answers = self.query_one(OptionList)
        does: dict[str, Callable[[], None]] = {
            "up": answers.action_cursor_up,
            "down": answers.action_cursor_down,
            "ctrl+t": self._leave,
        }
        if self._leaving or (event.is_printable and event.key != "space"):
            self._leave()
            self._line.post_message(events.Key(event.key, event.character))
        elif event.key in does:
            does[event.key]()
        elif event.key == "space" and self._question.several:
            self._mark(answers.highlighted or 0)
        elif event.key in ("enter", "space"):
            await self._take()

    def on_paste(self, event: events.Paste) -> None:
        """Let what is pasted be the beginning of a moment, too."""
        event.stop()
        self._leave()
        self._line.post_message(events.Paste(event.text))

    def _mark(self, number: int) -> None:
        keys = [term.key for term in self._question.terms]
        changed = {*self._marked} ^ {keys[number]}
        self._marked = [key for key in keys if key in changed]
        self._show(number)

    async def _take(self) -> None:
        """Let the answer hold, and go on."""
        question = self._question
        chosen = question.terms[self.query_one(OptionList).highlighted or 0].key
        if question.setting == "lock":
            self._chosen_lock = chosen
            self._go_on()
            return
        value: object = chosen
        if question.several:
            value = self._marked or [chosen]
        elif question.setting == "show_words":
            value = chosen == "yes"
        self._former = chosen if question.setting == "theme" else self._former
        if value != getattr(self.app.config, question.setting):
            await change_setting(self.app, question.setting, value)
        self._go_on()

    def action_close(self) -> None:
        """Skip this one."""
        self._go_on()

    def _go_on(self) -> None:
        self._marked = []
        if self._number + 1 == len(self._questions):
            self._leave()
        else:
            self._number += 1
            self._ask()

    def _leave(self) -> None:
        if not self._leaving:
            self._leaving = True
            self.app.theme = self._former
            self.dismiss(self._chosen_lock)


async def ask_newcomer(app: TracejournalApp) -> None:
    """Ask, unless words stand in the line already; then say where it can be done."""
    today = app.screen
    if not isinstance(today, TodayScreen):
        return
    lock = ""
    if not today.form.line.text:
        lock = await app.push_screen_wait(FirstRunDialog(today.form.line))
    if lock == "now":
        from tracejournal.tui.screens.lock_setup import open_lock  # noqa: PLC0415 - if wanted

        await open_lock(app)
    today.form.say(words.LOCK_LATER if lock == "later" else words.LATER)
