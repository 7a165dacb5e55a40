"""Target 8: a locked journal: opening it, and everything after that against a plain one."""

from __future__ import annotations

import json
import statistics
from typing import TYPE_CHECKING

from bench.install import ROOT
from bench.row import Row, times_as_long
from bench.timing import Process

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.setting import Setting

MOST_MS_UNLOCK, OF_PLAIN = 1_500.0, 1.15

_ONCE_IN_A_WHILE = ("doctor", "lock", "remove")
"""Measured without a target: each reads or writes, and authenticates, every page."""


def lock(setting: Setting) -> Iterator[Row]:
    """Yield unlocking, the commands with a key that is held, and locking against copying."""
    size = setting.large
    environment = setting.environment(setting.scratch) | {"PYTHONPATH": str(ROOT)}
    command: list[str | Path] = [setting.python, "-m", "bench.locked", setting.journal(size)]
    process = Process([*command, setting.scratch / "lock"], environment, setting.scratch / "output")
    process.seconds()
    for name, taken in json.loads(process.said()).items():
        if name == "unlock":
            figure = statistics.median(taken) * 1000
            yield Row(8, f"{name} by passphrase, {size:,} entries", figure, limit=MOST_MS_UNLOCK)
            continue
        label = f"{name}, {size:,} entries, locked"
        ours, other = map(list, zip(*taken, strict=True))
        against = "copying the file" if name in ("lock", "remove") else "the same, not locked"
        limit = None if name in _ONCE_IN_A_WHILE else OF_PLAIN
        yield times_as_long(8, label, ours, (against, other), limit)
