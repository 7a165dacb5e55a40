"""Turning to prompts: they are listed and chosen here."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Horizontal

from tracejournal.model.errors import JournalError
from tracejournal.model.guided import PREFIX
from tracejournal.tui.screens import reflect_prompts as choice
from tracejournal.tui.screens.base import HouseScreen
from tracejournal.tui.screens.dialogs import PickDialog
from tracejournal.tui.screens.reflect_desk import Desk
from tracejournal.tui.widgets.prompt_list import PromptList
from tracejournal.tui.widgets.prompt_pane import PromptPane, as_terms
from tracejournal.tui.widgets.reflection_form import ReflectionForm
from tracejournal.words import reflect as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from tracejournal.model.prompt import Prompt


class PromptingScreen(HouseScreen):
    """Prompts on the left, a form for the one that was turned to on the right."""

    def __init__(self) -> None:
        """Begin with an empty desk."""
        super().__init__()
        self.desk = Desk(self, self._form_fields, self.draft_saved)
        self._seen = choice.Seen()
        self._with_hidden = False

    def compose_body(self) -> ComposeResult:
        """The prompts beside the form."""
        with Horizontal(classes="desk"):
            yield PromptPane()
            yield ReflectionForm()

    def on_mount(self) -> None:
        """Put the cursor in the words."""
        self.form.area.focus()

    @property
    def form(self) -> ReflectionForm:
        """The form."""
        return self.query_one(ReflectionForm)

    @property
    def pane(self) -> PromptPane:
        """The prompts."""
        return self.query_one(PromptPane)

    def _form_fields(self) -> dict[str, object]:
        return self.form.fields()

    def draft_saved(self) -> None:
        """Note that the words in the form are on the disk."""

    def sentence(self) -> str:
        """Return what there is to say above the words, or nothing."""
        here = self.desk.here
        if here and here.stepped_back:
            return words.STEPPED_BACK
        return words.CAN_STEP_BACK if here and here.prompt.distancing else ""

    async def reload(self) -> None:
        """Read the prompts and the drafts again; what is being written stays."""
        self._seen = await self.ask(choice.read)
        self.desk.learn(self._seen.drafts)
        self._renew()
        if self.desk.here is None:
            await self.turn_to(choice.first_prompt(self._seen))
        self.tell()

    def _renew(self) -> None:
        """Ask the prompt at hand as it says now, where it was changed meanwhile; words stay."""
        here = self.desk.here
        now = (each for each in self._seen.prompts if here and each.id == here.prompt.id)
        prompt = next(now, None)
        if here and prompt and prompt.content != here.prompt.content:
            here.prompt = prompt
            self.form.ask([here.question], here.hint)

    def tell(self) -> None:
        """Show where things stand: in the list, above the words and in the footer."""
        here = self.desk.here
        self.pane.resting = self._seen.resting
        self.pane.show(
            (*self._seen.prompts, *self._seen.guides),
            self._seen.of_day,
            here.prompt.id if here else None,
            self.desk.with_words(),
            with_hidden=self._with_hidden,
        )
        self.form.note(self.sentence())
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        here = self.desk.here
        if here and action == "step_back":
            return bool(here.prompt.distancing)
        if here and action == "prompts":
            return not self.pane.list.has_focus
        return super().check_action(action, parameters)

    async def open_prompt(self, prompt_id: str | None) -> None:
        """Turn to a prompt, or to today's. A deep one is warned of first."""
        await self.reload()
        found = (each for each in self._seen.prompts if each.id == prompt_id)
        self._choose(next(found, choice.first_prompt(self._seen)))

    @on(PromptList.Chosen)
    def _on_chosen(self, event: PromptList.Chosen) -> None:
        event.stop()
        self._choose(event.prompt)

    @on(PromptList.Moved)
    def _on_moved(self) -> None:
        self.refresh_bindings()

    @work
    async def _choose(self, prompt: Prompt) -> None:
        if prompt.id.startswith(PREFIX):
            from tracejournal.tui.screens.guided import follow_by_id  # noqa: PLC0415 - on first use

            await follow_by_id(self.app, prompt.id)
            return
        way: str | None = words.GO_ON[0]
        if prompt.depth == choice.DEEP and not self.desk.knows(prompt):
            from tracejournal.tui.screens.deep_prompt import DeepPromptDialog  # noqa: PLC0415

            way = await self.app.push_screen_wait(DeepPromptDialog(prompt))
        if way is None:
            return
        gentler = way == words.GENTLER[0]
        await self.turn_to(choice.gentle_prompt(self._seen) if gentler else prompt)
        if way == words.FROM_A_STEP_BACK[0]:
            self.action_step_back()
        self.form.area.focus()

    async def turn_to(self, prompt: Prompt) -> None:
        """Show a prompt with the words it holds; the ones that stood there are saved."""
        left = self.desk.here
        if left and left.prompt.id == prompt.id:
            return
        # Words typed before the first prompt was read belong to that prompt.
        typed = {} if left else self.form.fields()
        typed.pop("questions", None)
        sitting = self.desk.turn_to(prompt)
        self.form.show(prompt)
        self.form.ask([sitting.question], sitting.hint)
        self.form.fill(sitting.left or typed)
        self.tell()
        self.pane.list.stand_on(prompt.id)
        if left:
            await left.keeper.flush()

    def action_step_back(self) -> None:
        """Ask the prompt from a step back, or plainly again; the words stay."""
        here = self.desk.here
        if here and here.prompt.distancing:
            here.stepped_back = not here.stepped_back
            self.form.ask([here.question], here.hint)
            self.tell()
            here.keeper.touch()

    async def action_another(self) -> None:
        """Turn to another prompt for today."""
        with self.refusing():
            of_day = await self.ask(choice.another)
            self._seen = self._seen._replace(of_day=of_day)
            await self.turn_to(choice.first_prompt(self._seen))
            self.tell()
            self.form.area.focus()

    def action_prompts(self) -> None:
        """Go to the prompts."""
        self.pane.list.focus()

    def action_leave(self) -> None:
        """Step out of the words, to the prompts."""
        self.pane.list.focus()

    @work
    async def action_find_prompt(self) -> None:
        """Find a prompt by typing."""
        shown = [each for each in self._seen.prompts if self._with_hidden or not each.hidden]
        shown += self._seen.guides
        picked = await self.app.push_screen_wait(PickDialog(words.FIND, as_terms(shown)))
        if picked:
            self._choose(next(each for each in shown if each.id == picked[0]))

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """Say what could not be done; everything stays as it was."""
        try:
            yield
        except JournalError as refusal:
            self.app.refuse(refusal)
