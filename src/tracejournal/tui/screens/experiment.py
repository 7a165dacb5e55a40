"""The experiment there is, what it shows at its end, and earlier ones."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import VerticalScroll
from textual.content import Content

from tracejournal.model.errors import JournalError
from tracejournal.model.experiment import OVER
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import Term
from tracejournal.tui.commands import EXPERIMENT, bindings
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.screens.dialogs import PickDialog
from tracejournal.tui.widgets.experiment_card import ExperimentCard, Seen
from tracejournal.words import experiment as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.journal.journal import Journal
    from tracejournal.model.draft import SavedDraft
    from tracejournal.tui.app import TracejournalApp

_NEW = "new"
"""What is wanted next, where it is no id: another experiment."""


class ExperimentDialog(Dialog[str | None]):
    """One experiment. Answers with what is wanted next: "new", the id of another one, or None."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(EXPERIMENT))

    def __init__(self, seen: Seen, others: int) -> None:
        """Take what is shown, and how many others there are."""
        super().__init__()
        self._seen = seen
        self._others = others

    def compose(self) -> ComposeResult:
        """The card in a box that scrolls."""
        with VerticalScroll(classes="dialog -wide") as box:
            box.border_title = Content(words.CARD_TITLE)
            box.border_subtitle = Content(" · ".join(self._keys()))
            yield ExperimentCard()

    def on_mount(self) -> None:
        """Show it."""
        self.query_one(ExperimentCard).show(self._seen, self.app.clock.today())
        self.query_one(VerticalScroll).focus()

    def _keys(self) -> Iterator[str]:
        """Yield what can be done as it stands."""
        for action, said in words.KEYS.items():
            if self.check_action(action, ()):
                yield said
        yield words.KEYS_BACK

    @property
    def _is_open(self) -> bool:
        return self._seen.experiment.is_open(self.app.clock.today())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done as it stands."""
        if action in ("stop", "new_one"):
            return self._is_open == (action == "stop")
        if action == "earlier_ones":
            return self._others > 0
        return super().check_action(action, parameters)

    async def action_stop(self) -> None:
        """Stop it; nothing is asked."""
        wanted = self._seen.experiment.id
        await self._change(
            words.STOPPING,
            lambda journal: journal.experiments.stop(wanted),
            lambda journal: journal.experiments.go_on(wanted),
            words.STOPPED,
        )

    async def action_delete(self) -> None:
        """Delete it; that can be taken back."""
        experiment = self._seen.experiment
        await self._change(
            words.DELETING,
            lambda journal: journal.experiments.delete(experiment.id),
            lambda journal: journal.experiments.put_back(experiment),
            words.DELETED,
        )

    async def _change(
        self,
        what: str,
        do: Callable[[Journal], object],
        undo: Callable[[Journal], object],
        said: str,
    ) -> None:
        try:
            await self.app.change(what, do, undo)
        except JournalError as refusal:
            self.app.refuse(refusal)
            return
        self.app.say(said)
        self.dismiss(None)

    def action_new_one(self) -> None:
        """Ask for a new one."""
        self.dismiss(_NEW)

    @work
    async def action_earlier_ones(self) -> None:
        """Choose another one."""
        found = await self.ask(lambda journal: journal.experiments.all())
        today = self.app.clock.today()
        terms = [
            Term(each.id, words.listed(each.starts_on, one_line(each.action), each.state(today)))
            for each in found
        ]
        picked = await self.app.push_screen_wait(
            PickDialog(words.EARLIER_TITLE, terms, (self._seen.experiment.id,))
        )
        if picked:
            self.dismiss(picked[0])


async def open_experiment(app: TracejournalApp) -> None:
    """Show the experiment there is, else the last one, else ask for the first."""
    await _follow(app, await app.journal.ask(_latest))


async def _follow(app: TracejournalApp, wanted: str | None) -> None:
    """Show what is wanted, and what is wanted next, until nothing is."""
    while wanted is not None:
        if wanted == _NEW:
            wanted = await ask_for_one(app)
        else:
            seen, others = await app.journal.ask(partial(_look, wanted=wanted))
            wanted = await app.push_screen_wait(ExperimentDialog(seen, others))
    await app.publish_change()


async def ask_for_one(app: TracejournalApp, begun: SavedDraft | None = None) -> str | None:
    """Let an experiment be declared; return its id, or None where it was left."""
    from tracejournal.tui.screens.experiment_form import ExperimentForm  # noqa: PLC0415 - dialogs are many

    if not app.config.ratings:
        app.say(words.RATINGS_OFF)
        return None
    return await app.push_screen_wait(ExperimentForm(begun))


async def take_up(app: TracejournalApp, draft: SavedDraft) -> None:
    """Go on with an experiment that was begun to be written down."""
    await _follow(app, await ask_for_one(app, draft))


def _latest(journal: Journal) -> str:
    found = journal.experiments.all()
    return found[0].id if found else _NEW


def _look(journal: Journal, wanted: str) -> tuple[Seen, int]:
    """Return an experiment, and how many others there are; what was seen is told no more."""
    experiments = journal.experiments
    found = experiments.get(wanted)
    others = len(experiments.all()) - 1
    if found.state(journal.clock.today()) != OVER:
        return Seen(found), others
    experiments.let_be(found)
    return Seen(found, experiments.told(found), experiments.result(found)), others
