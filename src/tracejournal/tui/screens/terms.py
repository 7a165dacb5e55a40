"""Picking kinds and conditions, and making them one's own: add, rename, hide, show again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tracejournal.model.errors import JournalError
from tracejournal.model.terms import term_label
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import VOCABULARIES, Term, term
from tracejournal.tui.commands import TERMS, bindings
from tracejournal.tui.screens.dialogs import AskDialog, PickDialog
from tracejournal.words import terms as words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType

    from tracejournal.journal.journal import Journal

_ADD = "+"
"""The id of the line that adds what was typed; no key of a term looks so."""

_MARKS = tuple(Term(key, label) for key, label in words.MARKS)


class TermDialog(PickDialog):
    """Picks among kinds or conditions, as `PickDialog` does, and lets them be made one's own."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(TERMS))

    def __init__(
        self, vocabulary: str, title: str, chosen: Sequence[str] = (), *, several: bool = False
    ) -> None:
        """Take which vocabulary, a key of `VOCABULARIES`, and what is picked already."""
        super().__init__(title, VOCABULARIES[vocabulary], chosen, several=several)
        self._vocabulary = vocabulary
        self._with_hidden = False

    @property
    def _typed(self) -> str:
        return self.query_one(Input).value.strip()

    @property
    def _highlighted(self) -> Term | None:
        options = self.query_one(OptionList)
        if options.highlighted is None:
            return None
        return term(self._terms, options.get_option_at_index(options.highlighted).id)

    @property
    def _keys(self) -> str:
        return words.SEVERAL_KEYS if self._several else words.ONE_KEYS

    def _choices(self) -> Sequence[Term]:
        return self._terms if self._with_hidden else super()._choices()

    def _line(self, term: Term) -> Content:
        marks = [words.HIDDEN] if term.hidden else []
        if self._vocabulary == "condition" and term.own:
            marks.append(words.OBSERVABLE if term.observable else words.FELT)
        noted = f"  {', '.join(marks)}" if marks else ""
        return Content.assemble(super()._line(term), (noted, "$ink-faint"))

    def _add_more(self, options: OptionList, typed: str) -> None:
        names = {name for each in self._terms for name in (each.key, each.label.casefold())}
        if typed and typed.casefold() not in names:
            options.add_option(
                Option(Content.assemble(("+ ", "$lead"), one_line(words.add(typed))), id=_ADD)
            )
        line = self.query_one(Input)
        line.placeholder = ""
        if not self._with_hidden and any(each.hidden for each in self._terms):
            line.placeholder = words.SOME_HIDDEN

    def _pick(self, key: str) -> None:
        if key == _ADD:
            self.action_add_term()
        else:
            super()._pick(key)

    @work
    async def action_add_term(self) -> None:
        """Put in one of their own: what is typed, or what they are asked for."""
        label = self._typed or await self._asked_for()
        if label is None:
            return
        observable = False
        if self._vocabulary == "condition":
            picked = await self.app.push_screen_wait(PickDialog(words.MARK, _MARKS))
            if not picked:
                return  # what was typed still stands there
            observable = picked[0] == words.OBSERVABLE
        added = await self._make(
            lambda journal: journal.terms.add(self._vocabulary, label, observable=observable)
        )
        if added:
            self._pick(added.key)

    async def _asked_for(self) -> str | None:
        dialog = AskDialog(
            words.NEW[self._vocabulary],
            words.NEW_HINT,
            check=lambda typed: term_label(self._vocabulary, typed),
        )
        return await self.app.push_screen_wait(dialog)

    @work
    async def action_rename_term(self) -> None:
        """Call the one under the cursor something else."""
        found = self._highlighted
        if found is None:
            return
        key = found.key
        dialog = AskDialog(
            words.RENAME,
            words.RENAME_HINT,
            found.label,
            check=lambda typed: term_label(self._vocabulary, typed, key),
        )
        label = await self.app.push_screen_wait(dialog)
        if label is not None and label != found.label:
            await self._make(lambda journal: journal.terms.rename(self._vocabulary, key, label))

    @work
    async def action_hide_term(self) -> None:
        """Offer the one under the cursor no longer, or again."""
        found = self._highlighted
        if found is not None:
            key, hidden = found.key, not found.hidden
            await self._make(
                lambda journal: journal.terms.hide(self._vocabulary, key, hidden=hidden)
            )

    def action_hidden_terms(self) -> None:
        """List hidden ones, too, or no longer."""
        self._with_hidden = not self._with_hidden
        self._show_again()

    async def _make(self, use_case: Callable[[Journal], Term]) -> Term | None:
        """Let the journal change a term and show the list as it is now; None where it refused."""
        try:
            made = await self.ask(use_case)
        except JournalError as refusal:
            self.app.refuse(refusal)
            return None
        await self.app.publish_change()
        self._show_again()
        return made

    def _show_again(self) -> None:
        options = self.query_one(OptionList)
        at = options.highlighted
        self._show(self._typed)
        if at is not None and options.option_count:
            options.highlighted = min(at, options.option_count - 1)
