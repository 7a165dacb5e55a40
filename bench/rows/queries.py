"""Targets 4 and 5: queries on an open journal, inside one process."""

from __future__ import annotations

import json
import statistics
from typing import TYPE_CHECKING

from bench.install import ROOT
from bench.row import Row
from bench.timing import Process, percentile_95, ratio

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from bench.setting import Setting

OF_RAW_SQL, MOST_MS_A_LETTER, MOST_MS_A_YEAR = 1.5, 60.0, 1.0
MOST_MS_FIRST_NUMBERS, MOST_MS_ANSWER = 1_000.0, 50.0


def _inside(setting: Setting, what: str, size: int | None = None) -> Any:  # noqa: ANN401 - JSON
    home = setting.home(size or setting.largest)
    environment = setting.environment(home) | {"PYTHONPATH": str(ROOT)}
    journal = home / "data" / "journal.db"
    command: list[str | Path] = [setting.python, "-m", "bench.inside", what, journal]
    process = Process(command, environment, setting.scratch / "output")
    process.seconds()
    return json.loads(process.said())


def search(setting: Setting) -> Iterator[Row]:
    """Yield the hits that History asks for against the raw SQL."""
    for name, pairs in _inside(setting, "search").items():
        ours, raw = zip(*pairs, strict=True)
        yield Row(
            4,
            f"newest 1,001 hits of {name}, {setting.largest:,} entries",
            statistics.median(ours) * 1000,
            "ms",
            "raw SQL",
            statistics.median(raw) * 1000,
            ratio(ours, raw),
            OF_RAW_SQL,
        )


def typing(setting: Setting) -> Iterator[Row]:
    """Yield what one letter typed in each kind of search costs, 95 of 100."""
    for name, taken in _inside(setting, "typing").items():
        label = f"search as you type, {name}, a letter, p95, {setting.largest:,} entries"
        yield Row(4, label, percentile_95(taken) * 1000, limit=MOST_MS_A_LETTER)


def heatmap(setting: Setting) -> Iterator[Row]:
    """Yield the counts of a year."""
    taken = _inside(setting, "heatmap")["year"]
    yield Row(
        5,
        f"heatmap of a year, {setting.largest:,} entries",
        statistics.median(taken) * 1000,
        limit=MOST_MS_A_YEAR,
    )


def patterns(setting: Setting) -> Iterator[Row]:
    """Yield the first numbers of a large journal, and the whole answer of both."""
    for size in sorted({setting.middle, setting.largest}):
        taken = _inside(setting, "patterns", size)
        limits = {"answer": MOST_MS_ANSWER} if size == setting.middle else {}
        limits |= {"first numbers": MOST_MS_FIRST_NUMBERS}
        for name, seconds in taken.items():
            yield Row(
                5,
                f"Patterns, {name}, {size:,} entries",
                statistics.median(seconds) * 1000,
                limit=limits.get(name),
            )
