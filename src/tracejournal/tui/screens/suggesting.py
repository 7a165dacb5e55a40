"""The one line of Today that names somebody, and what can be said to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.screen import Screen

from tracejournal.model.errors import JournalError
from tracejournal.tui.widgets.moment_form import MomentForm

if TYPE_CHECKING:
    from tracejournal.model.circle import Suggestion
    from tracejournal.tui.app import TracejournalApp


class SuggestsSomeone(Screen[None]):
    """A screen with a line for a moment, and somebody it may be nice to write of in it.

    What it needs is read after the first paint: no first key waits for it.
    """

    app: TracejournalApp
    _suggestion: Suggestion | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be said to a suggestion while there is one."""
        if action in ("write_to", "let_suggestion_be", "rest_suggested"):
            return self._suggestion is not None
        return super().check_action(action, parameters)

    @work(group="suggestion", exclusive=True)
    async def suggest(self) -> None:
        """Show whom today suggests, if anybody."""
        from tracejournal.tui.widgets.suggestion_line import SuggestionLine  # noqa: PLC0415 - see above

        try:
            found = await self.app.journal.ask(lambda journal: journal.suggestions.today())
        except JournalError:
            found = None  # what could not be read is told where it matters
        self._suggestion = found
        for line in self.query(SuggestionLine):
            line.show(found, self.app.clock.today())
        self.refresh_bindings()

    def begin_with(self, mention: str) -> None:
        """Put someone into the line, behind what stands there already."""
        line = self.query_one(MomentForm).line
        gap = "" if not line.text or line.text.endswith((" ", "\n")) else " "
        line.move_cursor(line.document.end)
        line.insert(f"{gap}{mention} ")
        line.focus()

    @work
    async def action_write_to(self) -> None:
        """Put whom today suggests into the line."""
        from tracejournal.tui.screens.circle_doings import mention_of  # noqa: PLC0415 - see above

        found = self._suggestion
        if found is not None:
            name = found.name
            member = await self.app.journal.ask(lambda journal: journal.circle.get(name))
            self.begin_with(mention_of(member))

    @work
    async def action_let_suggestion_be(self) -> None:
        """Let the suggestion be for today; u takes that back."""
        from tracejournal.words import circle_screen as words  # noqa: PLC0415 - see above

        await self._change(words.LET_BE)

    @work
    async def action_rest_suggested(self) -> None:
        """Suggest them no more: they rest until further notice."""
        from tracejournal.words import circle_screen as words  # noqa: PLC0415 - see above

        if self._suggestion is not None:
            await self._change(words.LET_REST.format(name=self._suggestion.name), rests=True)

    async def _change(self, said: str, *, rests: bool = False) -> None:
        from tracejournal.tui.screens.circle_doings import change_someone  # noqa: PLC0415 - see above
        from tracejournal.words import circle_screen as words  # noqa: PLC0415 - see above

        found = self._suggestion
        if found is None:
            return
        try:
            if rests:
                name = found.name
                member = await self.app.journal.ask(lambda journal: journal.circle.get(name))
                await change_someone(self.app, member, lambda journal: journal.circle.rest(name))
            else:
                await self.app.change(
                    words.LETTING_BE,
                    lambda journal: journal.suggestions.let_be(),
                    lambda journal: journal.suggestions.let_be(let_be=False),
                )
        except JournalError as refusal:
            self.app.refuse(refusal)
        else:
            self.app.say(said)
