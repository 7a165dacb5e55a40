"""The table: for the terminal and the README as Markdown, beside it as JSON."""

from __future__ import annotations

import json
import os
import platform
import re
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bench.row import Row

BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"
_HEAD = ("", "measured", "ours", "against", "ratio", "target", "met")
_SMALL, _LARGE = 1.0, 10.0
_LONGEST_REASON = 200
_LEAST_SHORT = 0.01


def machine() -> dict[str, str]:
    """Return what figures depend on, without anything that names this very machine."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "processor": f"{os.cpu_count()} × {_processor()}",
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "system": platform.system(),
        "python": platform.python_version(),
    }


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.machine()
    found = re.search(r"model name\s*: (.+)", told)
    return found[1] if found else platform.machine()


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table, by the numbers of their targets."""
    lines = [_HEAD, ("---",) * len(_HEAD)]
    lines += [_cells(row) for row in sorted(rows, key=lambda row: row.target)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def summary(rows: Sequence[Row], about: Mapping[str, str]) -> str:
    """Return what the table comes to, in one line, and where it was made in another."""
    judged = [row for row in rows if row.met is not None]
    met = sum(row.met is True for row in judged)
    unmeasured = sum(row.ours is None for row in rows)
    left = ""
    if unmeasured:
        rows_were = "1 row was" if unmeasured == 1 else f"{unmeasured} rows were"
        left = f" {rows_were} not measured and {'says' if unmeasured == 1 else 'say'} why."
    where = ", ".join(f"{name} {value}" for name, value in about.items() if name != "date")
    return f"{met} of {len(judged)} targets met.{left}\nMeasured on {about['date']}: {where}.\n"


def _cells(row: Row) -> tuple[str, ...]:
    if row.ours is None:
        return (
            str(row.target),
            row.name,
            "–",
            "–",
            "–",
            "–",
            f"not measured: {_in_a_cell(row.note)}",
        )
    against = ratio = "–"
    if row.other is not None and row.ratio is not None:
        against = f"{row.against}, {_figure(row.other, row.unit)}"
        ratio = f"×{row.ratio:.2f}"
    name = f"{row.name} ({row.note})" if row.note else row.name
    return (
        str(row.target),
        name,
        _figure(row.ours, row.unit),
        against,
        ratio,
        _goal(row),
        _met(row),
    )


def _in_a_cell(text: str) -> str:
    return " ".join(text.replace("|", "/").split())[:_LONGEST_REASON]


def _figure(value: float, unit: str) -> str:
    if value == 0:
        return f"0 {unit}"
    digits = 3 if value < _SMALL else 1 if value < _LARGE else 0
    return f"{value:,.{digits}f} {unit}"


def _goal(row: Row) -> str:
    if row.limit is None:
        return "–"
    sign = "≥" if row.at_least else "≤"
    return f"{sign} {row.limit:g} {row.unit}" if row.other is None else f"{sign} ×{row.limit:g}"


def _met(row: Row) -> str:
    if row.met is None:
        return "–"
    if row.met:
        return "yes"
    if not row.limit:
        return "**no**"
    by = f"{row.short_by:.0%}" if row.short_by >= _LEAST_SHORT else "less than 1%"
    return f"**no, short by {by}**"


def as_json(rows: Sequence[Row], about: Mapping[str, str]) -> str:
    """Return everything as JSON: the machine, and each row with what was judged."""
    told: list[dict[str, Any]] = [
        {**asdict(row), "met": row.met, "short_by": row.short_by} for row in rows
    ]
    return json.dumps({"about": dict(about), "rows": told}, indent=1, ensure_ascii=False) + "\n"


def put_into(page: Path, told: str) -> None:
    """Put a text between the two marks of a page, in place of what stands there.

    Raises:
        ValueError: the page does not have them, in order.
    """
    before, begin, rest = page.read_text("utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        message = f"{page.name} has no {BEGIN} … {END}"
        raise ValueError(message)
    page.write_text(f"{before}{BEGIN}\n\n{told.strip()}\n\n{END}{after}", "utf-8")
