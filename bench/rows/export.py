"""Target 6: writing everything as JSON. Import, backup and lock arrive with their own rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.row import Row, times_as_long
from bench.timing import FailedError, paired

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.setting import Setting

OF_READING, MOST_MEMORY = 1.5, 20.0


def export(setting: Setting) -> Iterator[Row]:
    """Yield how long an export to a file takes, and how much memory it takes."""
    size = setting.large
    home = setting.home(size, "export")
    words = ("export", str(setting.scratch / "export.json"), "--yes")
    ours = setting.ours(home, *words)
    journal = home / "data" / "journal.db"
    floor = setting.process(setting.floor("read", journal), home)
    found = paired({"ours": ours.seconds, "floor": floor.seconds}, setting.runs(9, 5))
    label = f"export as JSON, {size:,} entries"
    reading = ("reading the rows", found["floor"])
    yield times_as_long(6, label, found["ours"], reading, setting.whole(OF_READING))
    command = setting.floor("peak", setting.tracejournal, *words)
    command[1:1] = ["-I", "-S"]
    peak = setting.process(command, home)
    peak.seconds()
    said = peak.said().rpartition("peak ")[2].strip()
    if not said.isdecimal():
        message = f"no peak was told: {peak.said()}"
        raise FailedError(message)
    yield Row(6, f"{label}, peak memory", int(said) / 1024, "MiB", limit=MOST_MEMORY)
