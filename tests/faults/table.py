"""The table of the report."""

from __future__ import annotations

import os
import platform
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.faults.tally import Tally

_HEAD = (
    "row",
    "what",
    "runs",
    "acknowledged",
    "present",
    "lost",
    "draft s",
    "escape",
    "erased",
    "crashes",
)
_WIDEST = 58
_TEXTS = range(60, 75)


def table(tallies: Sequence[Tally], *, seed: int) -> str:
    """Return every row, the totals, and in words whatever else is to be told."""
    told = [tally for tally in tallies if not _is_text(tally)]
    totals = [_totals("all", tallies)]
    if len(told) < len(tallies):
        totals.insert(0, _totals("all but hostile text", told))
    lines = [_HEAD, *map(_figures, tallies), *totals]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    drawn = [_line(line, widths) for line in lines]
    rule = "-" * len(drawn[0])
    return "\n".join(
        [
            *(drawn[0], rule, *drawn[1 : -len(totals)]),
            *(rule, *drawn[-len(totals) :], ""),
            *(*_told(tallies), "", _setting(seed)),
        ]
    )


def _figures(tally: Tally) -> tuple[str, ...]:
    number, what = str(tally.row.number), tally.row.what[:_WIDEST]
    if tally.skipped:
        return (number, what, "-", *["" for _ in _HEAD[3:]])
    return (number, what, *_counts([tally]))


def _totals(of: str, tallies: Sequence[Tally]) -> tuple[str, ...]:
    return ("", of, *_counts(tallies))


def _is_text(tally: Tally) -> bool:
    # A text in one face is one run there: many more, and of another kind than a fault.
    return tally.row.number in _TEXTS


def _counts(tallies: Sequence[Tally]) -> tuple[str, ...]:
    return (
        f"{sum(tally.runs for tally in tallies):,}",
        f"{sum(tally.acknowledged for tally in tallies):,}",
        f"{sum(tally.present for tally in tallies):,}",
        f"{sum(tally.lost for tally in tallies):,}",
        f"{max((tally.draft_seconds for tally in tallies), default=0.0):.2f}",
        str(sum(tally.escape_bytes for tally in tallies)),
        str(sum(tally.erased_bytes for tally in tallies)),
        str(sum(tally.crashes for tally in tallies)),
    )


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    texts = (cells[0].rjust(widths[0]), cells[1].ljust(widths[1]))
    figures = (cell.rjust(width) for cell, width in zip(cells[2:], widths[2:], strict=True))
    return "  ".join((*texts, *figures))


def _told(tallies: Sequence[Tally]) -> list[str]:
    lines = []
    for tally in tallies:
        number = tally.row.number
        seen = [f"{what}: {count}" if count > 1 else what for what, count in tally.seen.items()]
        if tally.skipped:
            lines.append(f"{number}: not here: {tally.skipped}")
        elif seen:
            lines.append(f"{number}: {'; '.join(seen)}")
        lines += [f"{number}: NOT AS PROMISED: {problem}" for problem in tally.problems()]
    return lines


def _setting(seed: int) -> str:
    who = "root" if hasattr(os, "geteuid") and os.geteuid() == 0 else "a normal user"
    return f"seed {seed}, as {who}, {platform.system()}, Python {platform.python_version()}"
