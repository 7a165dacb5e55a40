"""An experiment at a glance: its weeks, where it stands, and at its end what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.widgets import Static

from tracejournal.model.entry import MAX_RATING
from tracejournal.model.text import one_line
from tracejournal.patterns.experiment_said import settled, shown, standing
from tracejournal.words import experiment as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracejournal.model.experiment import Experiment, ExperimentWeek, WeekTold
    from tracejournal.patterns.experiment import Result

_FULL, _EMPTY = "●", "○"


class Seen(NamedTuple):
    """An experiment as the journal has it.

    Attributes:
        experiment: which one.
        told: what its weeks tell; empty before it is over.
        result: what it shows; None before it is over.
    """

    experiment: Experiment
    told: tuple[WeekTold, ...] = ()
    result: Result | None = None


class ExperimentCard(Static):
    """One experiment, whole; the box it stands in scrolls."""

    DEFAULT_CSS = """
    ExperimentCard { height: auto; width: 1fr; color: $ink; }
    """

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(markup=False)

    def show(self, seen: Seen, today: date) -> None:
        """Show one as it stands on a day."""
        experiment = seen.experiment
        head = (
            Content.styled(one_line(experiment.action), "bold"),
            Content.styled(settled(experiment), "$ink-soft"),
            Content(standing(experiment, today)),
            Content(""),
        )
        self.update(Content("\n").join((*head, *_weeks(seen, today), *_paragraphs(seen, today))))


def _weeks(seen: Seen, today: date) -> Iterator[Content]:
    told = seen.told or [None] * len(seen.experiment.plan)
    for week, each in zip(seen.experiment.weeks, told, strict=True):
        is_now = seen.result is None and week.first <= today <= week.last
        yield _week(week, each, is_now=is_now and seen.experiment.stopped_on is None)


def _week(week: ExperimentWeek, told: WeekTold | None, *, is_now: bool) -> Content:
    side = words.WITH if week.is_with else words.WITHOUT
    style = "$support" if week.is_with else "$ink-soft"
    start = Content.assemble(
        ("▸ " if is_now else "  ", "$lead"),
        f"{week.number:>2}  ",
        (f"{words.days(week.first, week.last):<16}  ", "$ink-soft"),
        (f"{side:<7}  ", style),
    )
    if told is None:
        return start + Content.styled(words.NOW if is_now else "", "$lead")
    if told.supported is None:
        return start
    dots = round(told.supported)
    return start + Content.assemble(
        (_FULL * dots + _EMPTY * (MAX_RATING - dots), style),
        f" {told.supported:>4.1f}  ",
        (words.OF_MOMENTS.format(rated=told.rated, moments=told.moments), "$ink-soft"),
    )


def _paragraphs(seen: Seen, today: date) -> Iterator[Content]:
    if seen.result is not None:
        for number, said in enumerate(shown(seen.experiment, seen.result)):
            yield Content(said if number == 1 else f"\n{said}")  # both sides stand together
    elif seen.experiment.is_open(today):
        yield Content.styled(f"\n{words.NO_PEEKING}", "$ink-soft")
