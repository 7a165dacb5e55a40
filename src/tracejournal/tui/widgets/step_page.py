"""One step of a guide: its question, ready answers, and room to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from tracejournal.model.text import display
from tracejournal.tui.widgets.moment_line import MomentLine
from tracejournal.words import forms
from tracejournal.words import guided as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from tracejournal.model.guided import Step
    from tracejournal.tui.widgets.words_area import WordsArea

_FIRST_OF_WAYS = 0
_OPENS_WORDS = "“‘'\"(@#"


class StepPage(Vertical):
    """Asks one step at a time. Writing and every ready answer stand in one list, alike (rule 28).

    Args:
        area: where the words are written.
    """

    DEFAULT_CSS = """
    StepPage {
        height: 1fr;
        .place { color: $support; height: 1; margin-bottom: 1; }
        .question { text-style: bold; max-height: 5; }
        .hint { max-height: 3; color: $ink-soft; }
        .offer { color: $felt; }
        OptionList { margin-top: 1; max-height: 7; }
        .card { margin-top: 1; height: auto; min-height: 3; max-height: 1fr; }
        .card.-roomy { height: 1fr; }
        .card.-roomy WordsArea { height: 1fr; }
    }
    """

    class Changed(Message):
        """The answer to the step at hand is another."""

    class Chosen(Message):
        """A ready answer was taken; it stands among the words."""

    def __init__(self, area: WordsArea) -> None:
        """Begin without a step."""
        super().__init__()
        self.area = area
        self._choices: tuple[str, ...] = ()
        self._fitting = ""  # names that complete what is typed
        self._place = Static("", markup=False, classes="place")
        self._question = Static("", markup=False, classes="question")
        self._hint = Static("", markup=False, classes="hint")
        self._offer = Static("", markup=False, classes="hint offer")
        self._ways = OptionList(compact=True)
        roomy = "" if isinstance(area, MomentLine) else " -roomy"
        self._card = Vertical(area, classes=f"card{roomy}")

    def compose(self) -> ComposeResult:
        """Where one is, the question, the ways to answer it, the words."""
        yield self._place
        yield self._question
        yield self._hint
        yield self._offer
        yield self._ways
        yield self._card

    def ask(self, step: Step, number: int, count: int, answer: str) -> None:
        """Ask a step, with what was answered to it.

        Args:
            step: what is asked.
            number: which one it is, from 1.
            count: how many there are.
            answer: what stands there already.
        """
        said = words.STEP_OF.format(number=number, count=count)
        self._place.update(Content(f"{said} · {display(step.name)}"))
        self._question.update(Content(display(step.question)))
        self._hint.update(Content(display(step.hint)))
        self._hint.display = bool(step.hint)
        self._choices = step.choices
        self._ways.display = bool(step.choices)
        with self.area.prevent(TextArea.Changed):
            self.area.show_words(answer)
        self.say("")
        self._show_ways()
        self._card.display = not step.choices or bool(answer)
        self.focus_words()

    def focus_words(self) -> None:
        """Put the cursor where an answer is given."""
        (self.area if self._card.display else self._ways).focus()

    def offer(self, sentence: str) -> None:
        """Say that words of an earlier time wait, or nothing."""
        self._offer.update(Content(sentence))
        self._offer.display = bool(sentence)

    def say(self, sentence: str) -> None:
        """Say something quiet in the lower edge of the words, unless names fit what is typed."""
        self._card.border_subtitle = Content(self._fitting or sentence)

    def back_to_ways(self) -> bool:
        """Go from the words to the list of ways; return whether there is one to go to."""
        if self._choices and not self._ways.has_focus:
            self._ways.focus()
            return True
        return False

    def _show_ways(self) -> None:
        taken = self._taken()
        lines = (words.IN_MY_WORDS, *self._choices)
        self._ways.clear_options()
        self._ways.add_options(
            Option(_way(number, said, is_taken=said == taken))
            for number, said in enumerate(lines, 1)
        )
        self._ways.highlighted = lines.index(taken) if taken in lines else _FIRST_OF_WAYS

    def _taken(self) -> str:
        """Return the ready answer the words begin with, or ""."""
        first = self.area.text.partition("\n")[0].strip()
        return first if first in self._choices else ""

    @on(OptionList.OptionSelected)
    def _on_way(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._take(event.option_index)

    def _take(self, number: int) -> None:
        if number == _FIRST_OF_WAYS:
            self.write()
            return
        choice = self._choices[number - 1]
        said = self.area.text
        rest = said.partition("\n")[2] if self._taken() else said
        with self.area.prevent(TextArea.Changed):
            self.area.show_words("\n".join(filter(None, (choice, rest))))
        self.post_message(self.Chosen())

    def write(self, begun: str = "") -> None:
        """Go to the words, with what was typed already."""
        self._card.display = True
        self.area.focus()
        if begun:
            self.area.insert(begun)

    def on_key(self, event: events.Key) -> None:
        """In the list of ways: a digit takes one, a letter begins to write."""
        if not self._ways.has_focus or not event.character:
            return
        if event.character.isdecimal() and 1 <= int(event.character) <= self._ways.option_count:
            self._take(int(event.character) - 1)
        elif event.character.isalpha() or event.character in _OPENS_WORDS:
            self.write(event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    @on(TextArea.Changed)
    def _on_typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.say("")
        self.post_message(self.Changed())

    @on(MomentLine.CompletionsChanged)
    def _on_completions(self, event: MomentLine.CompletionsChanged) -> None:
        event.stop()
        self._fitting = " · ".join((*event.names, forms.COMPLETE)) if event.names else ""
        self.say("")

    def know(self, people: Sequence[str], tags: Sequence[str]) -> None:
        """Learn the names that can be completed."""
        if isinstance(self.area, MomentLine):
            self.area.people, self.area.tags = people, tags


def _way(number: int, said: str, *, is_taken: bool) -> Content:
    mark = "✓" if is_taken else " "
    return Content.assemble((f"{mark} ", "$lead"), (f"{number}  ", "$support"), display(said))
