"""Prompts of one's own, and those one would rather not see: added, changed, hidden, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from tracejournal.model.draft import PROMPT
from tracejournal.model.guided import PREFIX
from tracejournal.model.prompt import CONTENT
from tracejournal.tui.screens import reflect_prompts as choice
from tracejournal.tui.screens.dialogs import PickDialog
from tracejournal.tui.screens.prompting import PromptingScreen
from tracejournal.tui.undo import Change
from tracejournal.words import prompts as prompt_words
from tracejournal.words import reflect as words

if TYPE_CHECKING:
    from typing import Any

    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.prompt import Prompt


_OF_ONE_PROMPT = ("edit_prompt", "hide_prompt", "remove_prompt")


class PromptShelfScreen(PromptingScreen):
    """What can be done to the prompts there are."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        if self.desk.here and action in _OF_ONE_PROMPT:
            target = self._target()
            if target.id.startswith(PREFIX):  # steps are no single question
                return False
            return target.own if action == "remove_prompt" else bool(target.id)
        return super().check_action(action, parameters)

    def _target(self) -> Prompt:
        """Return the prompt under the cursor of the list, else the one written about."""
        prompts, here = self.pane.list, self.desk.here
        if prompts.has_focus and prompts.current:
            return prompts.current
        return here.prompt if here else choice.FREE

    @work
    async def action_new_prompt(self) -> None:
        """Put in a prompt of one's own and turn to it."""
        await self.ask_for_prompt()

    @work
    async def action_edit_prompt(self) -> None:
        """Change a prompt of one's own; one that came along gets a copy in its place."""
        await self.change_prompt(self._target())

    async def ask_for_prompt(self, begun: SavedDraft | None = None) -> None:
        """Ask for a prompt of one's own, which may have been begun already."""
        if begun and begun.subject:
            await self.reload()  # on the way in from another screen nothing may be read yet
            found = (each for each in self._seen.prompts if each.id == begun.subject)
            changing = next(found, None)
            if changing is not None:
                await self.change_prompt(changing, begun)
                return
        said, slot = await self._written(None, begun)
        if said is None:
            return
        with self.refusing():
            prompt = await self.ask(lambda journal: journal.prompts.add(**said))
            await self._now_there(prompt, slot, words.ADDING, words.ADDED)

    async def change_prompt(self, prompt: Prompt, begun: SavedDraft | None = None) -> None:
        """Ask how a prompt is to be; a change that was begun before is gone on with."""
        said, slot = await self._written(prompt, begun or self._begun_on(prompt))
        if said is None:
            return
        with self.refusing():
            changed = await self.ask(lambda journal: journal.prompts.revise(prompt.id, **said))
            if not prompt.own:
                copying, copied = prompt_words.CHANGING, prompt_words.COPY_MADE
                await self._now_there(changed, slot, copying, copied)
                return
            await self.ask(lambda journal: journal.drafts.discard(slot))
            was = {name: getattr(prompt, name) for name in CONTENT}
            self.app.undo_stack.push(
                Change(
                    prompt_words.CHANGING,
                    undo=lambda journal: journal.prompts.revise(prompt.id, **was),
                    redo=lambda journal: journal.prompts.revise(prompt.id, **said),
                )
            )
            await self.app.publish_change()
            await self.reload()
            self.app.say(prompt_words.CHANGED)

    def _begun_on(self, prompt: Prompt) -> SavedDraft | None:
        waiting = (draft for draft in self._seen.drafts if draft.form == PROMPT)
        return next((draft for draft in waiting if draft.subject == prompt.id), None)

    async def _written(
        self, prompt: Prompt | None, begun: SavedDraft | None
    ) -> tuple[dict[str, Any] | None, str]:
        """Return what a person wrote in the form, and the draft that is to go once it is kept."""
        from tracejournal.tui.screens.own_prompt import OwnPromptDialog  # noqa: PLC0415

        dialog = OwnPromptDialog(prompt, begun)
        return await self.app.push_screen_wait(dialog), dialog.slot

    async def _now_there(self, prompt: Prompt, slot: str, what: str, said: str) -> None:
        """Turn to a prompt that was put in just now."""
        await self.ask(lambda journal: journal.drafts.discard(slot))
        self.app.undo_stack.push(
            Change(
                what,
                undo=lambda journal: journal.prompts.remove(prompt.id),
                redo=lambda journal: journal.prompts.take_in([prompt]),
            )
        )
        await self.app.publish_change()
        await self.reload()
        await self.turn_to(prompt)
        self.form.area.focus()
        self.app.say(said)

    async def action_hide_prompt(self) -> None:
        """Hide a prompt from lists and offers, or show it again."""
        prompt = self._target()
        hidden = not prompt.hidden
        with self.refusing():
            await self.app.change(
                words.HIDING if hidden else words.SHOWING,
                lambda journal: journal.prompts.hide(prompt.id, hidden=hidden),
                lambda journal: journal.prompts.hide(prompt.id, hidden=not hidden),
            )
            await self._left_the_list(prompt, words.HID if hidden else words.SHOWN_AGAIN)

    async def action_remove_prompt(self) -> None:
        """Remove a prompt of one's own; what was answered to it stays."""
        prompt = self._target()
        with self.refusing():
            await self.app.change(
                words.REMOVING,
                lambda journal: journal.prompts.remove(prompt.id),
                lambda journal: journal.prompts.take_in([prompt]),
            )
            await self._left_the_list(prompt, words.REMOVED)

    async def _left_the_list(self, prompt: Prompt, said: str) -> None:
        await self.reload()
        here = self.desk.here
        if here and here.prompt.id == prompt.id and self.form.is_empty:
            await self.turn_to(choice.first_prompt(self._seen))
        self.app.say(said)

    def action_hidden_prompts(self) -> None:
        """List hidden prompts, too, or no longer."""
        hidden = [each for each in self._seen.prompts if each.hidden]
        if not hidden:
            self.app.say(words.NONE_HIDDEN)
            return
        self._with_hidden = not self._with_hidden
        self.tell()
        if self._with_hidden:
            self.pane.list.stand_on(hidden[0].id)
            self.pane.list.focus()

    @work
    async def action_topics(self) -> None:
        """Let topics rest, or take that back."""
        topics = choice.topics(self._seen)
        if not topics:
            self.app.say(prompt_words.NO_TOPICS)
            return
        resting = self._seen.resting
        dialog = PickDialog(prompt_words.WHICH_REST, topics, resting, several=True)
        chosen = await self.app.push_screen_wait(dialog)
        if chosen is None or set(chosen) == set(resting):
            return
        with self.refusing():
            await self.app.change(
                prompt_words.LETTING_REST,
                lambda journal: journal.prompts.rest_only(chosen),
                lambda journal: journal.prompts.rest_only(resting),
            )
            await self.reload()
            listed = ", ".join(sorted(chosen))
            rests = prompt_words.TOPICS_SET.format(topics=listed)
            self.app.say(rests if chosen else prompt_words.NO_TOPIC_RESTS_NOW)
