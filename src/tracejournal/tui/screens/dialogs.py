"""Small dialogs: pick from a list, ask for a line, confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tracejournal.model.errors import Misuse
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import offered
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.widgets.text_line import TextLine
from tracejournal.words import forms

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult

    from tracejournal.model.vocabulary import Term


class PickDialog(Dialog[tuple[str, ...] | None]):
    """Pick one term, or several, by typing the start of it or with the arrows.

    Answers with the chosen keys; one pick answers at once, several when the dialog is left.
    """

    def __init__(
        self,
        title: str,
        terms: Sequence[Term],
        chosen: Sequence[str] = (),
        *,
        several: bool = False,
    ) -> None:
        """Take what can be picked and what is picked already."""
        super().__init__()
        self._title = title
        self._terms = terms
        self._chosen = list(chosen)
        self._several = several

    def compose(self) -> ComposeResult:
        """A box with a line to type in and the list."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content(self._keys)
            yield TextLine(compact=True)
            yield OptionList(compact=True)

    @property
    def _keys(self) -> str:
        return forms.PICK_SEVERAL_KEYS if self._several else forms.PICK_ONE_KEYS

    def on_mount(self) -> None:
        """Show everything, with the first choice under the cursor."""
        self.query_one(OptionList).can_focus = False
        self._show("")

    def _show(self, typed: str) -> None:
        options = self.query_one(OptionList)
        highlighted = options.highlighted or 0
        wanted = typed.casefold().strip()
        terms = [
            term
            for term in self._choices()
            if wanted in f"{term.label} {term.key} {term.also}".casefold()
        ]
        options.clear_options()
        options.add_options([Option(self._line(term), id=term.key) for term in terms])
        self._add_more(options, typed.strip())
        if terms:
            places = [number for number, term in enumerate(terms) if term.key in self._chosen]
            first = places[0] if places and not self._several else 0
            keep_place = self._several and not wanted
            options.highlighted = min(highlighted, len(terms) - 1) if keep_place else first
        elif options.option_count:
            options.highlighted = 0

    def _choices(self) -> Sequence[Term]:
        return offered(self._terms, chosen=self._chosen)

    def _add_more(self, options: OptionList, typed: str) -> None:
        """Put behind the terms what else a list has to offer."""

    def _line(self, term: Term) -> Content:
        mark = "✓ " if term.key in self._chosen else "  "
        glyph = f"{term.glyph} " if term.glyph else ""
        return Content.assemble((mark, "$lead"), (glyph, "$support"), one_line(term.label))

    @on(Input.Changed)
    def _on_typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def _on_submitted(self) -> None:
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self._pick(str(options.get_option_at_index(options.highlighted).id))

    @on(OptionList.OptionSelected)
    def _on_clicked(self, event: OptionList.OptionSelected) -> None:
        self._pick(str(event.option.id))

    def _pick(self, key: str) -> None:
        if not self._several:
            self.dismiss((key,))
            return
        self._chosen = (
            [other for other in self._chosen if other != key]
            if key in self._chosen
            else [*self._chosen, key]
        )
        line = self.query_one(Input)
        if line.value:
            line.value = ""
        else:
            self._show("")

    def on_key(self, event: events.Key) -> None:
        """Move in the list while the line keeps the focus."""
        options = self.query_one(OptionList)
        moves = {
            "down": options.action_cursor_down,
            "up": options.action_cursor_up,
            "pagedown": options.action_page_down,
            "pageup": options.action_page_up,
        }
        if event.key in moves:
            event.stop()
            move: Callable[[], None] = moves[event.key]
            move()

    def action_close(self) -> None:
        """Go back; what was picked among several stays picked."""
        self.dismiss(tuple(self._chosen) if self._several else None)


class AskDialog(Dialog[str | None]):
    """Ask for one line. What cannot be used is said under it, and nothing typed is lost."""

    def __init__(
        self, title: str, hint: str, value: str = "", *, check: Callable[[str], object] = str
    ) -> None:
        """Take the question, what an answer can look like, and what refuses bad ones.

        Args:
            title: the question.
            hint: examples of answers.
            value: what the line begins with.
            check: raises Misuse with a sentence where the answer cannot be used.
        """
        super().__init__()
        self._title = title
        self._hint = hint
        self._value = value
        self._check = check

    def compose(self) -> ComposeResult:
        """A box with the line and the hint under it."""
        with Vertical(classes="dialog -small") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content(forms.ASK_KEYS)
            yield TextLine(self._value, compact=True)
            yield Static(Content(self._hint), markup=False, classes="hint")

    @on(Input.Submitted)
    def _on_submitted(self, event: Input.Submitted) -> None:
        try:
            self._check(event.value)
        except Misuse as refusal:
            self.query_one(Static).update(Content(one_line(str(refusal))))
            return
        self.dismiss(event.value)


class ConfirmDialog(Dialog[bool]):
    """Ask once, plainly; anything but y is no."""

    def __init__(self, question: str, note: str = "") -> None:
        """Take the question and one line of what follows from it."""
        super().__init__()
        self._question = question
        self._note = note

    def compose(self) -> ComposeResult:
        """A box with the question."""
        with Vertical(classes="dialog -small") as box:
            box.border_subtitle = Content(forms.CONFIRM_KEYS)
            yield Static(Content(self._question), markup=False)
            yield Static(Content(self._note), markup=False, classes="hint")

    def action_close(self) -> None:
        """Go back: no."""
        self.dismiss(False)  # noqa: FBT003 - the answer

    def on_key(self, event: events.Key) -> None:
        """Take y for yes, n for no."""
        if event.key in ("y", "n"):
            event.stop()
            self.dismiss(event.key == "y")
