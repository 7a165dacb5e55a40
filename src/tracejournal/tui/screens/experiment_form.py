"""Declaring an experiment; what is typed is safe until it starts, and frozen from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from tracejournal.model.draft import EXPERIMENT
from tracejournal.model.errors import JournalError, Misuse
from tracejournal.model.experiment import (
    LEAST_WEEKS,
    MOST_WEEKS,
    USUAL_WEEKS,
    ExperimentDraft,
    next_monday,
)
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import CONDITIONS, KINDS, Term, offered, term
from tracejournal.tui.commands import EDITING, bindings
from tracejournal.tui.draft_keeper import DraftKeeper, fresh_slot
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.undo import Change
from tracejournal.tui.widgets.moment_line import MomentLine
from tracejournal.tui.widgets.rows import LABEL_WIDTH, ChoiceRow, Row
from tracejournal.words import drafts
from tracejournal.words import experiment as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.journal.journal import Journal
    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.experiment import Experiment

_KIND, _CONDITION = "kind", "condition"
_TURN, _DRAWN = "turn", "drawn"
_MONDAY, _TODAY = "monday", "today"
_USUAL = {"sign": None, "weeks": str(USUAL_WEEKS), "turn": _TURN, "starts": _MONDAY}
"""What the rows begin with."""


class ExperimentForm(Dialog[str | None]):
    """Asks for an experiment; answers with its id once it is declared."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(EDITING))
    DEFAULT_CSS = """
    ExperimentForm {
        MomentLine { margin: 1 0; }
        .note { margin-top: 1; min-height: 2; }
    }
    """

    def __init__(self, begun: SavedDraft | None = None) -> None:
        """Begin empty, or with what was begun and never started."""
        super().__init__()
        self._begun = begun
        self._keeper = DraftKeeper(self, fresh_slot(EXPERIMENT), self._fields)

    def keepers(self) -> Iterable[DraftKeeper]:
        """Return what keeps the words safe."""
        return (self._keeper,)

    def compose(self) -> ComposeResult:
        """What it is, the words, and a row for each thing that is settled beforehand."""
        with VerticalScroll(classes="dialog -wide", can_focus=False) as box:
            box.border_title = Content(words.TITLE)
            box.border_subtitle = Content(words.FORM_KEYS)
            yield Static(Content(words.INTRO), markup=False, classes="hint")
            yield MomentLine(words.ACTION_HINT)
            yield ChoiceRow("sign", words.SIGN, tuple(_signs()))
            yield ChoiceRow("weeks", words.LENGTH, tuple(_lengths()))
            yield ChoiceRow("turn", words.TURN, _terms(words.TURNS))
            yield ChoiceRow("starts", words.START, tuple(_starts(self.app.clock.today())))
            looked_at = f"  {words.LOOKED_AT:<{LABEL_WIDTH}} {words.LOOKED_AT_IS}"
            yield Static(Content.styled(looked_at, "$ink-soft"), markup=False)
            yield Static(Content(words.FREEZES), markup=False, classes="hint note")

    async def on_mount(self) -> None:
        """Go on with what was begun."""
        self._fill(self._begun.fields if self._begun else {})
        if self._begun:
            await self._keeper.take_up(self._begun)
        self._line.focus()

    @property
    def _line(self) -> MomentLine:
        return self.query_one(MomentLine)

    def _fill(self, fields: Mapping[str, object]) -> None:
        self._line.show_words(str(fields.get("text", "")))
        for row in self.query(ChoiceRow):
            found = term(row.terms, str(fields.get(row.field, _USUAL[row.field])))
            row.value = found.key if found else _USUAL[row.field]

    def _fields(self) -> dict[str, object]:
        if not self._line.text.strip():
            return {}
        chosen = {row.field: row.value for row in self.query(ChoiceRow)}
        other = {name: value for name, value in chosen.items() if value != _USUAL[name]}
        return {"text": self._line.text, **other}

    @on(TextArea.Changed)
    @on(Row.Changed)
    def _on_changed(self) -> None:
        self._say(words.FREEZES)
        self._keeper.touch()

    @on(MomentLine.MoreWanted)
    def _on_tab(self) -> None:
        self.focus_next()

    @on(MomentLine.Submitted)
    @on(Row.Submitted)
    async def _on_submitted(self) -> None:
        await self.action_keep()

    def _said(self) -> ExperimentDraft:
        """Return what is declared.

        Raises:
            Misuse: something in it cannot be.
        """
        chosen = {row.field: row.value or _USUAL[row.field] for row in self.query(ChoiceRow)}
        sign, _, key = (chosen["sign"] or "").partition(":")
        today = self.app.clock.today()
        fields: dict[str, Any] = {sign: key} if sign else {}
        return ExperimentDraft(
            action=self._line.text,
            weeks=int(chosen["weeks"] or USUAL_WEEKS),
            drawn=chosen["turn"] == _DRAWN,
            starts_on=today if chosen["starts"] == _TODAY else next_monday(today),
            **fields,
        )

    async def action_keep(self) -> None:
        """Declare it; what is missing is said, and nothing typed is lost."""

        def declare(journal: Journal, slot: str) -> Experiment:
            return journal.experiments.declare(said, clears=slot)

        try:
            said = self._said()
            declared = await self._keeper.keep(declare)
        except Misuse as refusal:
            self._say(one_line(str(refusal)))
            return
        except JournalError as refusal:
            self.app.refuse(refusal)
            return
        self.app.undo_stack.push(
            Change(
                words.DECLARING,
                undo=lambda journal: journal.experiments.delete(declared.id),
                redo=lambda journal: journal.experiments.put_back(declared),
            )
        )
        self.dismiss(declared.id)

    def _say(self, said: str) -> None:
        self.query_one(".note", Static).update(Content(said))

    @work
    async def action_let_go(self) -> None:
        """Forget what was typed, when asked once more."""
        from tracejournal.tui.screens.dialogs import ConfirmDialog  # noqa: PLC0415 - on first use

        if await self.app.push_screen_wait(ConfirmDialog(drafts.LET_GO, drafts.LET_GO_NOTE)):
            self._fill({})
            await self._keeper.discard()

    @work
    async def action_earlier_words(self) -> None:
        """Read what stood here before, and bring it back."""
        from tracejournal.tui.screens.earlier import earlier_fields  # noqa: PLC0415 - on first use

        fields = await earlier_fields(self.app, self._keeper)
        if fields is not None:
            self._fill(fields)
            await self._keeper.flush()
            self.app.say(drafts.TAKEN_BACK)

    async def action_close(self) -> None:  # type: ignore[override]
        """Go back; what was typed waits as a draft."""
        await self._keeper.flush()
        self.dismiss(None)


def _signs() -> Iterator[Term]:
    """Yield what a moment can tell by: every kind, and circumstances that others could see."""
    for each in offered(KINDS):
        yield each.replace(key=f"{_KIND}:{each.key}")
    for each in offered(CONDITIONS):
        if each.observable:
            yield each.replace(key=f"{_CONDITION}:{each.key}")


def _lengths() -> Iterator[Term]:
    for number in range(LEAST_WEEKS, MOST_WEEKS + 1, 2):
        yield Term(str(number), words.IN_WEEKS.format(number=number))


def _starts(today: date) -> Iterator[Term]:
    yield Term(_MONDAY, words.ON_DAY.format(day=words.day(next_monday(today))))
    yield Term(_TODAY, words.TODAY)


def _terms(choices: Sequence[tuple[str, str]]) -> tuple[Term, ...]:
    return tuple(Term(key, said) for key, said in choices)
