"""Writing and changing prompts of one's own; what is typed is safe until it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.content import Content

from tracejournal.model.draft import PROMPT
from tracejournal.model.errors import Misuse
from tracejournal.model.prompt import Prompt
from tracejournal.model.text import one_line
from tracejournal.prompts.second_look import second_look
from tracejournal.tui.commands import EDITING, bindings
from tracejournal.tui.draft_keeper import DraftKeeper, fresh_slot
from tracejournal.tui.screens.drafted import DraftedDialog
from tracejournal.tui.widgets.prompt_form import PromptForm
from tracejournal.words import prompts as words
from tracejournal.words import reflect as reflect_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.model.draft import SavedDraft


class OwnPromptDialog(DraftedDialog[dict[str, Any] | None]):
    """Asks for a prompt; answers with its fields. Leaving without an answer leaves a draft."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(EDITING))

    def __init__(self, prompt: Prompt | None = None, begun: SavedDraft | None = None) -> None:
        """Begin empty, with a prompt to change, or with what was begun and never kept."""
        super().__init__()
        self._prompt = prompt
        self._begun = begun
        self._as_it_was: dict[str, object] = {}
        slot = fresh_slot(PROMPT, prompt.id if prompt else "")
        self._keeper = DraftKeeper(self, slot, self._fields)

    def compose(self) -> ComposeResult:
        """The form in a box."""
        with VerticalScroll(classes="dialog -wide") as box:
            box.can_focus = False
            box.border_title = Content(self._title())
            box.border_subtitle = Content(words.FORM_KEYS)
            yield PromptForm()

    def _title(self) -> str:
        if self._prompt is None:
            return reflect_words.NEW_PROMPT
        return words.CHANGE_OWN if self._prompt.own else words.CHANGE_OF_DECK

    @property
    def slot(self) -> str:
        """The draft that goes once the prompt is there."""
        return self._keeper.slot

    def keepers(self) -> Iterable[DraftKeeper]:
        """Return what keeps the words safe."""
        return (self._keeper,)

    @property
    def _form(self) -> PromptForm:
        return self.query_one(PromptForm)

    def _fields(self) -> dict[str, object]:
        fields = self._form.fields()
        return {} if fields == self._as_it_was else fields

    async def on_mount(self) -> None:
        """Show the prompt, or go on with what was begun."""
        if self._prompt:
            self._form.show(self._prompt)
        self._as_it_was = self._form.fields()
        self._form.say(self._thought())
        if self._begun:
            self._form.fill(_begun_fields(self._begun.fields))
            await self._keeper.take_up(self._begun)
        self._form.question.focus()

    @on(PromptForm.Changed)
    def _on_changed(self) -> None:
        self._form.say(self._thought())
        self._keeper.touch()

    def _thought(self) -> str:
        """Return what a second look finds first, once there is something to look at."""
        try:
            found = second_look(Prompt("new", **self._form.said()))
        except Misuse:
            found = ()
        return found[0] if found else reflect_words.NEW_PROMPT_HINT

    @on(PromptForm.Submitted)
    async def _on_submitted(self) -> None:
        await self.action_keep()

    async def action_keep(self) -> None:
        """Answer with the prompt; what cannot be is said below the question."""
        said = self._form.said()
        try:
            Prompt("new", **said)
        except Misuse as refusal:
            empty = not self._form.question.text.strip()
            self._form.say(reflect_words.NEEDS_QUESTION if empty else one_line(str(refusal)))
            return
        await self._keeper.flush()  # until whoever asked has kept it
        self._keeper.kept()
        self.dismiss(said)

    def fill(self, fields: Mapping[str, object]) -> None:
        """Show what a draft held."""
        self._form.fill(fields)


def _begun_fields(fields: Mapping[str, object]) -> Mapping[str, object]:
    """Return what was begun; from an editor of the shell it comes as it stands in a file."""
    text = str(fields.get("text", ""))
    if not text.lstrip().startswith("[[prompt]]"):
        return fields
    from tracejournal.prompts.files import read_prompts  # noqa: PLC0415 - hardly ever

    prompt = read_prompts(text)[0].prompt
    if prompt is None:
        return fields
    return prompt.__dict__ | {"offered": prompt.when, "roles": list(prompt.roles)}
