"""One command that measures, prints the table and writes it down.

python -m bench                  everything, ten minutes or so; 5 GB in the cache
python -m bench --quick          1,000 and 10,000 entries, two minutes
python -m bench --only daily     one part, or several
python -m bench --write-readme   the table of a whole run into the README
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench import peers, report
from bench.install import ROOT
from bench.row import Row, not_measured
from bench.rows import commands, export, lock, queries, screen
from bench.setting import Setting
from bench.timing import FailedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PARTS: dict[str, tuple[int, Callable[[Setting], Iterator[Row]]]] = {
    "daily": (1, commands.daily),
    "others": (2, commands.others),
    "start": (3, screen.start),
    "switch": (3, screen.switch),
    "history": (4, screen.history),
    "search": (4, queries.search),
    "typing": (4, queries.typing),
    "heatmap": (5, queries.heatmap),
    "patterns": (5, queries.patterns),
    "patterns-screen": (5, screen.patterns),
    "export": (6, export.export),
    "idle": (7, screen.idle),
    "lock": (8, lock.lock),
}
"""The parts of the table: the number of their target, and what measures them."""

RESULTS = Path(__file__).with_name("results.json")


def main(typed: Sequence[str] | None = None) -> int:
    """Measure what was asked for; return 0, or 1 where a part could not be measured."""
    options = _options(typed)
    if options.write_readme and (options.quick or options.only):
        print("The README shows whole runs: leave out --quick and --only.", file=sys.stderr)
        return 2
    options.cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=options.cache, prefix="run-") as scratch:
        setting = Setting(
            options.cache.resolve(),
            Path(scratch).resolve(),
            quick=options.quick,
            peers=options.peers,
        )
        failed, rows = _measured(setting, options.only or list(PARTS))
        about = report.machine() | peers.versions(setting)
    told = f"{report.summary(rows, about)}\n{report.table(rows)}"
    results = options.cache / "results.json"
    if options.write_readme and not failed:
        report.put_into(ROOT / "README.md", told)
        results = RESULTS
    results.write_text(report.as_json(rows, about), "utf-8")
    print(f"{told}\nThe same as JSON: {results}")
    return int(failed)


def _options(typed: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m bench", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--quick", action="store_true", help="up to 10,000 entries, fewer runs")
    parser.add_argument(
        "--only", action="append", choices=PARTS, metavar="PART", help=", ".join(PARTS)
    )
    parser.add_argument(
        "--peers",
        choices=("none", "shell", "all"),
        default="shell",
        help="shell: jrnl, ripgrep, sqlite3; all: posting and harlequin, too",
    )
    parser.add_argument(
        "--cache",
        type=Path,
        default=Path(tempfile.gettempdir()) / "tracejournal-bench",
        help="where journals and environments are kept between runs",
    )
    parser.add_argument("--write-readme", action="store_true", help="put the table into the README")
    return parser.parse_args(typed)


def _measured(setting: Setting, names: Sequence[str]) -> tuple[bool, list[Row]]:
    """Return whether a part failed, and the rows."""
    rows: list[Row] = []
    failed = False
    for name in names:
        target, measure = PARTS[name]
        start = time.monotonic()
        try:
            rows += measure(setting)
        except FailedError as failure:
            failed = True
            rows.append(not_measured(target, name, str(failure)))
        print(f"{name}: {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
    return failed, rows


if __name__ == "__main__":
    sys.exit(main())
