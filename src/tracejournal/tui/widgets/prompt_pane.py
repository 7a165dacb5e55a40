"""The prompts there are: today's first, then the deck by principle, then one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tracejournal.model.guided import PREFIX
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import DEPTHS, PRINCIPLES, PROMPT_TIMES, Term, label
from tracejournal.tui.widgets.prompt_list import PromptGroup, PromptList, depth_dots
from tracejournal.words import guided
from tracejournal.words import prompts as prompt_words
from tracejournal.words import reflect as words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual.app import ComposeResult

    from tracejournal.model.prompt import Prompt, PromptOfDay


_CLOSING = [name.key for name in PRINCIPLES].index("closing")
"""Those that go step by step stand before the prompts a day ends with."""


class PromptPane(Vertical):
    """The list, and under it what kind of prompt the cursor is on."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(classes="card")
        self.resting: Sequence[str] = ()
        self.border_title = Content(words.PROMPTS)
        self.border_subtitle = Content(words.LIST_KEYS)

    def compose(self) -> ComposeResult:
        """The list above, the lines about one prompt below."""
        yield PromptList()
        yield Static("", markup=False, classes="about")

    @property
    def list(self) -> PromptList:
        """The list."""
        return self.query_one(PromptList)

    def show(
        self,
        prompts: Sequence[Prompt],
        of_day: PromptOfDay,
        chosen_id: str | None,
        with_words: Collection[str],
        *,
        with_hidden: bool = False,
    ) -> None:
        """Show prompts.

        Args:
            prompts: all of them, hidden ones marked; those that go step by step have ids that
                begin with `model.guided.PREFIX`.
            of_day: what today offers.
            chosen_id: the one that is being written about.
            with_words: ids of those that hold words which are not kept; they always show.
            with_hidden: whether hidden ones show, too.
        """
        today = of_day.prompt
        rest = [each for each in prompts if today is None or each.id != today.id]
        guides = [each for each in rest if each.id.startswith(PREFIX)]
        listed = [each for each in rest if not each.hidden and each not in guides]
        hidden = [each for each in rest if each.hidden]
        still = [each for each in hidden if each.id in with_words]
        by_principle = [
            PromptGroup(name.label, tuple(p for p in listed if p.principle == name.key))
            for name in PRINCIPLES
        ]
        groups = [
            PromptGroup(
                words.ANSWERED if of_day.answered else words.TODAY, (today,) if today else ()
            ),
            PromptGroup(words.STILL_WORDS, () if with_hidden else tuple(still)),
            *by_principle[:_CLOSING],
            PromptGroup(guided.GROUP, tuple(guides)),
            *by_principle[_CLOSING:],
            PromptGroup(words.HIDDEN, tuple(hidden) if with_hidden else ()),
        ]
        self.list.show(groups, chosen_id, with_words)

        self._tell_about()

    @on(PromptList.Moved)
    def _tell_about(self) -> None:
        prompt = self.list.current
        lines = _about(prompt)
        if self.resting:
            said = prompt_words.RESTING.format(topics=", ".join(self.resting))
            lines.append(Content.styled(one_line(said), "$ink-faint"))
        about = self.query_one(".about", Static)
        about.set_class(bool(self.resting), "-resting")
        about.update(Content("\n").join(lines))


def _about(prompt: Prompt | None) -> list[Content]:
    if prompt is None:
        return []
    if prompt.id.startswith(PREFIX):
        return [Content(guided.GROUP), Content(prompt.starter)]
    minutes = words.ABOUT_MINUTES.format(minutes=prompt.minutes)
    return [
        Content(_of(label(PRINCIPLES, prompt.principle), one_line(prompt.topic))),
        Content.assemble(
            (depth_dots(prompt, " "), "$support"), f" {label(DEPTHS, prompt.depth)}, {minutes}"
        ),
        Content(_of(_for_roles(prompt), label(PROMPT_TIMES, prompt.when))),
    ]


def _of(*said: str) -> str:
    return " · ".join(filter(None, said))


def _for_roles(prompt: Prompt) -> str:
    roles = _roles(prompt)
    return words.FOR_ROLES.format(roles=roles) if roles else ""


def _roles(prompt: Prompt) -> str:
    return ", ".join(words.ROLES[role] for role in prompt.roles)


def as_terms(prompts: Sequence[Prompt]) -> list[Term]:
    """Return prompts as choices that can be found by title, principle, depth and role."""
    return [Term(prompt.id, " · ".join(filter(None, _named(prompt)))) for prompt in prompts]


def _named(prompt: Prompt) -> tuple[str, ...]:
    if prompt.id.startswith(PREFIX):
        return one_line(prompt.title), guided.GROUP
    principle, depth = label(PRINCIPLES, prompt.principle), label(DEPTHS, prompt.depth)
    return one_line(prompt.title), principle, depth, _roles(prompt)
