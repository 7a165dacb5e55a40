"""One line of warning before a prompt that goes deep, and something gentler beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tracejournal.model.text import display
from tracejournal.tui.screens.base import Dialog
from tracejournal.words import reflect as words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tracejournal.model.prompt import Prompt


class DeepPromptDialog(Dialog[str]):
    """Asks how to go on: "go-on", "step-back" or "gentler". Escape answers nothing."""

    DEFAULT_CSS = """
    DeepPromptDialog {
        .hint { margin: 1 0; }
        OptionList:focus { background-tint: transparent; }
    }
    """

    def __init__(self, prompt: Prompt) -> None:
        """Take the prompt that was chosen."""
        super().__init__()
        self._prompt = prompt

    def compose(self) -> ComposeResult:
        """The question, the warning, and the ways to go."""
        ways = (words.GO_ON, words.FROM_A_STEP_BACK, words.GENTLER)
        with Vertical(classes="dialog") as box:
            box.border_title = Content(words.DEEP_TITLE)
            box.border_subtitle = Content(words.DEEP_KEYS)
            yield Static(Content(display(self._prompt.text)), markup=False, classes="question")
            yield Static(Content(words.DEEP_WARNING), markup=False, classes="hint")
            yield OptionList(
                *(
                    Option(Content(f" {said}"), id=key)
                    for key, said in ways
                    if key != words.FROM_A_STEP_BACK[0] or self._prompt.distancing
                ),
                compact=True,
            )

    def on_mount(self) -> None:
        """Stand on the first way."""
        options = self.query_one(OptionList)
        options.highlighted = 0
        options.focus()

    @on(OptionList.OptionSelected)
    def _on_chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(str(event.option.id))
