"""The fault suite as a table: what was broken on purpose, and what it took.

python -m tests.faults --report              every row as in a test run, a minute or two
python -m tests.faults --report --long       thousands of faults, twenty minutes
python -m tests.faults --report --rows 7,20-22

Each test whose name begins with `test_row_` and a number is one row; 85 is erasing. Not here yet:
51 and 52 (the keyring), 13 and 75-79 (import), 80-84 (several machines).
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.table import table
from tests.faults.tally import SEED, NotHereError, Row, Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

FAMILIES = (
    "power",
    "process",
    "storage",
    "damaged_files",
    "concurrency",
    "text",
    "backups",
    "erasing",
    "locks",
    "locked",
)


def main(typed: Sequence[str] | None = None) -> int:
    """Make the faults and print the table; return 1 where anything is not as promised."""
    options = _options(typed)
    tallies = []
    with tempfile.TemporaryDirectory(prefix="faults-") as scratch:
        for row in _rows(options.rows):
            start = time.monotonic()
            tally = _made(row, Path(scratch), long=options.long, seed=options.seed)
            tallies.append(tally)
            took = time.monotonic() - start
            print(f"{row.number:>3} {row.what}: {took:.0f} s", file=sys.stderr, flush=True)
    print(table(tallies, seed=options.seed))
    return int(any(tally.problems() for tally in tallies))


def _options(typed: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        "python -m tests.faults", description=__doc__.split("\n", 1)[0]
    )
    parser.add_argument("--report", action="store_true", required=True, help="print the table")
    parser.add_argument("--long", action="store_true", help="thousands of faults")
    parser.add_argument("--rows", type=_numbers, default=range(1, 86), help="such as 7,20-22")
    parser.add_argument("--seed", type=int, default=SEED, help="where chances are drawn from")
    return parser.parse_args(typed)


def _numbers(typed: str) -> set[int]:
    ends = [part.partition("-") for part in typed.split(",")]
    return {n for first, _, last in ends for n in range(int(first), int(last or first) + 1)}


def _rows(wanted: Sequence[int]) -> Iterator[Row]:
    modules = [importlib.import_module(f"tests.faults.test_{family}") for family in FAMILIES]
    rows: list[Row] = [
        test.row
        for module in modules
        for name, test in vars(module).items()
        if name.startswith("test_row_")
    ]
    yield from sorted((row for row in rows if row.number in wanted), key=lambda row: row.number)


def _made(row: Row, scratch: Path, *, long: bool, seed: int) -> Tally:
    tally = Tally(scratch, row, long=long, seed=seed)
    scenario: Callable[[Tally], None] = row.scenario
    try:
        scenario(tally)
    except NotHereError as reason:
        tally.skipped = str(reason)
    except Exception as error:  # noqa: BLE001 - the other rows are wanted, too
        tally.broken.append(f"{type(error).__name__}: {error}")
    return tally


if __name__ == "__main__":
    sys.exit(main())
