"""Self-experiments: declared beforehand, frozen, stopped without a word, answered at the end."""

from __future__ import annotations

import os
from datetime import date

from tracejournal.model.errors import Misuse, NotFound
from tracejournal.model.experiment import (
    OVER,
    RUNNING,
    Experiment,
    alternating_plan,
    drawn_plan,
)
from tracejournal.model.record import Record
from tracejournal.store import drafts, experiments
from tracejournal.store.rows import stamp
from tracejournal.words import experiment as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.model.clock import Clock
    from tracejournal.model.experiment import ExperimentDraft, WeekTold
    from tracejournal.patterns.experiment import Result
    from tracejournal.store.engine import Store

_SEED_BYTES = 4


class ExperimentNote(Record):
    """The one line Today has of an experiment.

    Attributes:
        experiment: which one.
        is_over: its result can be seen; else this is one of its weeks with it.
    """

    experiment: Experiment
    is_over: bool


class Experiments:
    """Use cases about experiments. What is declared never changes; there is one at a time."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Take the store and the clock."""
        self._store = store
        self._clock = clock

    def all(self) -> tuple[Experiment, ...]:
        """Return all there are, the one declared last first."""
        return experiments.all_of(self._store)

    def get(self, typed: str) -> Experiment:
        """Return the experiment that an id, or the unique start of one, means.

        Raises:
            NotFound: there is none, or more than one.
        """
        wanted = typed.strip().casefold()
        found = [each for each in self.all() if wanted and each.id.startswith(wanted)]
        if len(found) != 1:
            raise NotFound(words.UNKNOWN.format(value=typed))
        return found[0]

    def open_one(self) -> Experiment | None:
        """Return the one whose weeks run or are to come, or None."""
        today = self._clock.today()
        return next((each for each in self.all() if each.is_open(today)), None)

    def declare(
        self, draft: ExperimentDraft, *, drawn_from: int | None = None, clears: str = ""
    ) -> Experiment:
        """Declare one: from now on nothing of it changes.

        Args:
            draft: what is to be done, and when.
            drawn_from: what the weeks are drawn from; a number of chance where not given.
            clears: the draft of the form that goes with it.

        Raises:
            Misuse: another one is on its way.
        """
        if not draft.drawn:
            drawn_from = None
        elif drawn_from is None:
            drawn_from = int.from_bytes(os.urandom(_SEED_BYTES))
        plan = alternating_plan(draft.weeks)
        declared = Experiment(
            id=os.urandom(4).hex(),
            action=draft.action,
            plan=plan if drawn_from is None else drawn_plan(draft.weeks, drawn_from),
            starts_on=draft.starts_on,
            declared_at=stamp(self._clock.local_now()),
            kind=draft.kind,
            condition=draft.condition,
            drawn_from=drawn_from,
        )
        with self._store.transaction() as store:
            self.refuse_beside_another()
            experiments.put(store, declared)
            if clears:
                drafts.discard(store, clears)
        return declared

    def put_back(self, experiment: Experiment) -> None:
        """Put one back that was deleted.

        Raises:
            Misuse: it is on its way, and so is another one by now.
        """
        with self._store.transaction() as store:
            if experiment.is_open(self._clock.today()):
                self.refuse_beside_another()
            experiments.put(store, experiment)

    def refuse_beside_another(self) -> None:
        """Refuse to begin one while another is on its way.

        Raises:
            Misuse: another one is.
        """
        other = self.open_one()
        if other is not None:
            said = words.ONE_AT_A_TIME.format(action=other.action, day=words.day(other.last))
            raise Misuse(said)

    def stop(self, experiment_id: str) -> None:
        """Stop one; nothing is asked, and it is not compared."""
        with self._store.transaction() as store:
            experiments.set_stopped(store, experiment_id, self._clock.today())

    def go_on(self, experiment_id: str) -> None:
        """Take a stop back.

        Raises:
            Misuse: another one is on its way by now.
        """
        with self._store.transaction() as store:
            self.refuse_beside_another()
            experiments.set_stopped(store, experiment_id, None)

    def delete(self, experiment_id: str) -> None:
        """Delete one. What was kept in its weeks stays."""
        with self._store.transaction() as store:
            experiments.remove(store, experiment_id)

    def told(self, experiment: Experiment) -> tuple[WeekTold, ...]:
        """Return what the moments of each of its weeks tell, in order."""
        return tuple(experiments.told(self._store, experiment, week) for week in experiment.weeks)

    def result(self, experiment: Experiment) -> Result:
        """Return what one shows; while it runs, and where it was stopped, nothing is compared."""
        from tracejournal.patterns.experiment import result  # noqa: PLC0415 - Today does without

        return result(experiment, self.told(experiment), self._clock.today())

    def note(self) -> ExperimentNote | None:
        """Return the one line there is for Today, or None.

        There is one in a week with it, and one when the result can be seen; neither once it was
        let be.
        """
        today = self._clock.today()
        for each in self.all():
            if each.quiet_until is not None and today < each.quiet_until:
                continue
            state, week = each.state(today), each.week_on(today)
            if state == OVER or (state == RUNNING and week is not None and week.is_with):
                return ExperimentNote(each, is_over=state == OVER)
        return None

    def let_be(self, experiment: Experiment) -> None:
        """Let Today say nothing of one for the rest of its week; once it is over, at all."""
        week = experiment.week_on(self._clock.today())
        until = date.max if week is None else week.next_first
        with self._store.transaction() as store:
            experiments.set_quiet(store, experiment.id, until)

    def speak_again(self, experiment: Experiment) -> None:
        """Let Today say what it said before `let_be`."""
        with self._store.transaction() as store:
            experiments.set_quiet(store, experiment.id, experiment.quiet_until)
