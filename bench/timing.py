"""Whole processes, timed from outside, in pairs that take turns."""

from __future__ import annotations

import os
import statistics
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

_PERCENT_95 = 0.95


class FailedError(Exception):
    """What was to be measured did not work."""


class Process:
    """A command that can be run and timed again and again.

    Args:
        command: the program, by its path, and its arguments.
        environment: all of it; nothing is inherited.
        output: a file for what it says, written over each time.
        folder: where it runs.
    """

    def __init__(
        self,
        command: Sequence[str | Path],
        environment: Mapping[str, str],
        output: Path,
    ) -> None:
        """Take what to run; nothing runs yet."""
        self.command = [str(word) for word in command]
        self.environment = dict(environment)
        self._output = output

    def seconds(self) -> float:
        """Run it and return how long it took, from before its start until its end was noticed.

        Raises:
            FailedError: it did not end well; with what it said.
        """
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, str(self._output), flags, 0o600),
            (os.POSIX_SPAWN_DUP2, 1, 2),
        ]
        start = time.perf_counter()
        pid = os.posix_spawn(self.command[0], self.command, self.environment, file_actions=actions)
        _, status, _ = os.wait4(pid, 0)
        taken = time.perf_counter() - start
        code = os.waitstatus_to_exitcode(status)
        if code:
            said = self.said().strip()[-500:]
            message = f"{' '.join(self.command)} ended with {code}: {said}"
            raise FailedError(message)
        return taken

    def said(self) -> str:
        """Return what the last run wrote, to either output."""
        return self._output.read_text("utf-8", "replace")


def paired(
    measures: Mapping[str, Callable[[], float]], runs: int, warm_up: int = 1
) -> dict[str, list[float]]:
    """Measure each in turn, over and over, so that what drifts drifts for all of them.

    Each round begins with another one, since what runs first in a round can fare differently.

    Args:
        measures: what to measure, by name.
        runs: how many rounds count.
        warm_up: how many rounds before them do not.

    Returns:
        for each name one figure a round.
    """
    names = list(measures)
    found: dict[str, list[float]] = {name: [] for name in names}
    for number in range(-warm_up, runs):
        first = number % len(names)
        for name in names[first:] + names[:first]:
            taken = measures[name]()
            if number >= 0:
                found[name].append(taken)
    return found


def ratio(ours: Sequence[float], other: Sequence[float]) -> float:
    """Return the median of the ratios of paired runs."""
    return statistics.median(mine / theirs for mine, theirs in zip(ours, other, strict=True))


def percentile_95(figures: Sequence[float]) -> float:
    """Return what 95 of 100 figures do not exceed."""
    in_order = sorted(figures)
    return in_order[min(len(in_order) - 1, int(len(in_order) * _PERCENT_95))]
