"""What faults came to: counted the same way for every row, promised the same way, too."""

from __future__ import annotations

import functools
import os
import random
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SEED = 20261123
"""Every chance is drawn from it, so that the same faults come again. When a killed process is
stopped is drawn, too; where that finds it is up to the machine."""

DRAFT_SECONDS = 2.0
"""The most of typing that anything may take: `LONGEST_SECONDS` of the draft keeper."""

ROOT = str(Path(__file__).parents[2])
"""The folder of the repository."""


class NotHereError(Exception):
    """A fault that cannot be made on this machine; the message says why."""


class Fault:
    """One fault about to happen: a fresh home for it, and chances of its own.

    Attributes:
        home: the folder that holds everything, not made yet.
        random: what is left to chance.
        number: how many came before it in this row.
    """

    def __init__(self, home: Path, seed: str, number: int) -> None:
        self.home = home
        self.random = random.Random(seed)  # noqa: S311 - chances that can be drawn again
        self.number = number

    @property
    def path(self) -> Path:
        """Where the journal is, or will be."""
        return self.home / "data" / "journal.db"

    @property
    def environment(self) -> dict[str, str]:
        """What a process in this home is started with."""
        left_out = {"NO_COLOR", "VISUAL", "EDITOR", "XDG_RUNTIME_DIR"}
        mine = {
            name: value
            for name, value in os.environ.items()
            if name not in left_out and not name.startswith("XDG_")
        }
        mine["TRACEJOURNAL_HOME"] = str(self.home)
        mine["HOME"] = str(self.home.parent / "user")
        mine["PYTHONPATH"] = os.pathsep.join([ROOT, *filter(None, sys.path)])
        return mine


class Tally:
    """The figures of one row.

    Attributes:
        runs: faults that were made.
        acknowledged: entries that were told to be kept before the fault, over all runs.
        present: those of them that are there after it.
        lost: those that are not.
        draft_seconds: the most of typing that one fault took.
        escape_bytes: bytes of text that reached a terminal as a command.
        erased_bytes: bytes of erased sentences that were found in any file.
        crashes: tracebacks, and ends that nobody foresaw.
        broken: in words, whatever else was not as promised.
        seen: what happened, counted; it says what the figures are made of.
        skipped: why there is nothing here.
    """

    def __init__(self, folder: Path, row: Row, *, long: bool, seed: int = SEED) -> None:
        self.folder = folder
        self.row = row
        self.is_long = long
        self._seed = seed
        self.runs = self.acknowledged = self.present = self.lost = 0
        self.escape_bytes = self.erased_bytes = self.crashes = 0
        self.draft_seconds = 0.0
        self.broken: list[str] = []
        self.seen: dict[str, int] = {}
        self.skipped = ""

    @property
    def most(self) -> int:
        """How many faults this row has."""
        return self.row.long if self.is_long else self.row.short

    def faults(self) -> Iterator[Fault]:
        """Yield as many faults as this row has, each counted."""
        for number in range(self.most):
            self.runs += 1
            yield self.fault(number)

    def fault(self, number: int = 0) -> Fault:
        """Return one fault without counting it."""
        folder = self.folder / f"{self.row.name}-{number}"
        return Fault(folder / "home", f"{self._seed}/{self.row.name}/{number}", number)

    def compare(self, acknowledged: Iterable[str], present: Iterable[str]) -> None:
        """Count what was acknowledged and is still there."""
        before, after = set(acknowledged), set(present)
        self.acknowledged += len(before)
        self.present += len(before & after)
        self.lost += len(before - after)
        self.broken += [f"lost: {words[:60]!r}" for words in sorted(before - after)[:3]]

    def note(self, what: str, count: int = 1) -> None:
        """Count something that happened."""
        self.seen[what] = self.seen.get(what, 0) + count

    def expect(self, is_so: object, otherwise: str) -> None:
        """Note what is not as promised, and go on."""
        if not is_so:
            self.broken.append(otherwise)

    def listen(self, said: str) -> None:
        """Count a crash where a process said that it had one."""
        if re.search(
            r"Traceback \(most recent|Something (inside|went wrong inside)|Fatal Python", said
        ):
            self.crashes += 1
            self.broken.append(f"a crash: {said[-600:]}")

    def problems(self) -> list[str]:
        """Return what is not as promised; nothing, where everything is."""
        found = [
            f"{figure} {name}"
            for name, figure in (
                ("acknowledged entries lost", self.lost),
                ("escape bytes on the terminal", self.escape_bytes),
                ("bytes of an erased sentence", self.erased_bytes),
                ("crashes", self.crashes),
            )
            if figure
        ]
        if self.draft_seconds > DRAFT_SECONDS:
            found.append(f"{self.draft_seconds:.2f} s of typing lost")
        return [*found, *self.broken]


class Row(NamedTuple):
    """One scenario of the suite.

    Attributes:
        number: of the fault, as the plan of the suite numbers it.
        what: the fault, in words.
        short: how often it happens with every test run.
        long: how often it happens in the long form.
        scenario: makes the faults and counts.
    """

    number: int
    what: str
    short: int
    long: int
    scenario: Callable[[Tally], None]

    @property
    def name(self) -> str:
        """What its test is called."""
        return self.scenario.__name__


def row(
    what: str, *, short: int = 1, long: int = 1
) -> Callable[[Callable[[Tally], None]], Callable[[Tally], None]]:
    """Make a test of a scenario: it fails where the figures are not as promised.

    The number of the row stands in the scenario's name: `test_row_07_kill_during_insert`.
    """

    def made(scenario: Callable[[Tally], None]) -> Callable[[Tally], None]:
        number = re.match(r"test_row_(\d\d)_", scenario.__name__)
        assert number, scenario.__name__

        @functools.wraps(scenario)
        def test(tally: Tally) -> None:
            try:
                scenario(tally)
            except NotHereError as reason:
                pytest.skip(str(reason))
            problems = tally.problems()
            assert not problems, problems

        test.row = Row(int(number[1]), what, short, long, scenario)  # type: ignore[attr-defined]
        return test

    return made
