"""The line Today has of an experiment, and its keys. Today needs it, so it is light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from tracejournal.words import experiment as words

if TYPE_CHECKING:
    from tracejournal.journal.experiments import ExperimentNote
    from tracejournal.tui.app import TracejournalApp
    from tracejournal.tui.widgets.experiment_line import ExperimentLine


class TellsExperiments(Screen[None]):
    """A screen whose body ends in an `ExperimentLine` once there is something to say."""

    app: TracejournalApp
    experiment_line: ExperimentLine | None = None

    async def tell_experiment(self, note: ExperimentNote | None) -> None:
        """Say what there is to say of an experiment."""
        if self.experiment_line is None:
            if note is None:
                return
            from tracejournal.tui.widgets.experiment_line import ExperimentLine  # noqa: PLC0415 - on first use

            self.experiment_line = ExperimentLine()
            await self.query_one(".body").mount(self.experiment_line)
        self.experiment_line.show(note)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done while there is a line."""
        if action == "quiet_experiment":
            return self.experiment_line is not None and self.experiment_line.note is not None
        return super().check_action(action, parameters)

    async def on_experiment_line_opened(self, event: ExperimentLine.Opened) -> None:
        """Open what it is about."""
        event.stop()
        await self.run_action("app.begin('experiment')")

    async def action_quiet_experiment(self) -> None:
        """Let it be quiet for this week, and at the end for good."""
        note = self.experiment_line.note if self.experiment_line else None
        if note is None:
            return
        await self.app.change(
            words.LETTING_BE,
            lambda journal: journal.experiments.let_be(note.experiment),
            lambda journal: journal.experiments.speak_again(note.experiment),
        )
        self.app.say(words.LET_BE_RESULT if note.is_over else words.LET_BE)
