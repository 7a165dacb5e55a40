"""The prompt of the day: write, another one, or not today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tracejournal.model.text import display, one_line
from tracejournal.model.vocabulary import PRINCIPLES, label
from tracejournal.words import prompts as prompt_words
from tracejournal.words import today as words

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from tracejournal.model.prompt import PromptOfDay


class PromptCard(Widget, can_focus=True):
    """Something to ponder. With the focus on it, Enter writes, n asks for another, t lets it be.

    Attributes:
        topic: of the prompt that was let be just now, where it can be let rest with r; else "".
    """

    DEFAULT_CSS = """
    PromptCard {
        height: auto;
        .question { min-height: 2; }
        .about { display: none; color: $ink-faint; margin-top: 1; }
    }
    """

    @dataclass
    class Answered(Message):
        """Something was said to the prompt.

        Attributes:
            answer: "write", "another" or "not-today".
        """

        answer: str

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(classes="card")
        self.topic = ""
        self.border_title = Content(words.PONDER)
        self.border_subtitle = Content(words.PROMPT_KEYS)

    def compose(self) -> ComposeResult:
        """The question and a line about it."""
        yield Static("", markup=False, classes="question")
        yield Static("", markup=False, classes="about")

    def show(self, of_day: PromptOfDay, topic: str = "") -> None:
        """Show what the day offers; where it was let be just now, that its topic can rest."""
        self.topic = topic
        self.screen.refresh_bindings()
        question, about = self.query_one(".question", Static), self.query_one(".about", Static)
        prompt = of_day.prompt
        if prompt is None:
            said = Content.styled(words.RESTING, "not italic $ink-soft")
            if topic:
                offer = prompt_words.OFFER_REST.format(topic=one_line(topic))
                said = said + Content.styled(f"\n{offer}", "not italic $ink-faint")
            question.update(said)
            about.update(Content(""))
            self.border_subtitle = Content(words.RESTING_KEYS)
            return
        question.update(Content(display(prompt.text)))
        about.update(
            Content(
                words.ABOUT_PROMPT.format(
                    principle=label(PRINCIPLES, prompt.principle),
                    depth=prompt.depth,
                    minutes=prompt.minutes,
                )
            )
        )
        self.border_subtitle = Content(
            words.ANSWERED_KEYS if of_day.answered else words.PROMPT_KEYS
        )

    def on_key(self, event: events.Key) -> None:
        """Follow the card's own keys."""
        answers = {"enter": "write", "n": "another", "t": "not-today"}
        if self.topic:  # else the key marks the day
            answers["r"] = "rest-topic"
        if event.key in answers:
            event.stop()
            self.post_message(self.Answered(answers[event.key]))

    def on_click(self, event: events.Click) -> None:
        """Write on a second click."""
        if event.chain > 1:
            self.post_message(self.Answered("write"))
