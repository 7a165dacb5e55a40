"""What the tests of the list share: an app that is nothing but a list."""

from __future__ import annotations

from array import array
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from textual import on
from textual.app import App

from tracejournal.model.clock import EPOCH, Instant
from tracejournal.model.entry import EntryLine
from tracejournal.tui.themes import DUSK, tokens
from tracejournal.tui.widgets.entry_list import EntryList
from tracejournal.tui.widgets.row_window import More

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from typing import Any

    from textual.app import ComposeResult
    from textual.pilot import Pilot
    from textual.strip import Strip

MILLION = 1_000_000
HOUR = 3_600_000_000
"""Microseconds between two entries of these tests."""


def line(row: int, text: str = "", *, sealed: bool = False) -> EntryLine:
    at = EPOCH.astimezone(UTC) + timedelta(microseconds=row)
    given: dict[str, Any] = {
        "row": row,
        "id": f"id-{row}",
        "type": "moment",
        "when": Instant(at, "UTC", at.date()),
        "kind": "gratitude",
        "text": text or f"words of {row}",
        "supported": None,
        "energy": None,
        "load": None,
        "sealed": sealed,
    }
    return EntryLine(**given)


class CountedList(EntryList):
    """A list that counts the lines it draws."""

    drawn = 0

    def render_line(self, y: int) -> Strip:
        self.drawn += 1
        return super().render_line(y)


class ListApp(App[None]):
    """Nothing but a list; answers what it asks for, and remembers everything it said."""

    def __init__(self, rows: array[int], *, answers: bool = True) -> None:
        super().__init__()
        self.rows = rows
        self.answers = answers
        self.asked: list[tuple[int, ...]] = []
        self.chosen: list[tuple[str, tuple[str, ...]]] = []
        self.rows_asked: list[tuple[int, bool]] = []
        self.jumps: list[int] = []
        self._edition = -1
        self.register_theme(DUSK)
        self.theme = "dusk"

    def get_css_variables(self) -> dict[str, str]:
        variables = super().get_css_variables()
        return variables | tokens(self.current_theme, variables)

    def compose(self) -> ComposeResult:
        yield CountedList()

    def on_mount(self) -> None:
        self.query_one(EntryList).show_rows(self.rows)
        self.query_one(EntryList).focus()

    @on(EntryList.LinesWanted)
    def _on_lines_wanted(self, event: EntryList.LinesWanted) -> None:
        self.asked.append(event.rows)
        if self.answers:
            event.entry_list.add_lines({row: line(row) for row in event.rows}, event.edition)

    @on(EntryList.RowsWanted)
    def _on_rows_wanted(self, event: EntryList.RowsWanted) -> None:
        self.rows_asked.append((event.row, event.above))
        self._edition = event.edition

    def answer_rows(self, rows: array[int], *, is_all: bool = False) -> None:
        """Answer what was asked for last."""
        above = self.rows_asked[-1][1]
        self.query_one(EntryList).add_rows(rows, self._edition, above=above, is_all=is_all)

    @on(EntryList.JumpWanted)
    def _on_jump_wanted(self, event: EntryList.JumpWanted) -> None:
        self.jumps.append(event.row)

    @on(EntryList.Chosen)
    def _on_chosen(self, event: EntryList.Chosen) -> None:
        self.chosen.append((event.what, event.ids))


@asynccontextmanager
async def opened(
    rows: array[int], *, answers: bool = True
) -> AsyncIterator[tuple[Pilot[None], CountedList, ListApp]]:
    app = ListApp(rows, answers=answers)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        yield pilot, app.query_one(CountedList), app


def hours(count: int) -> array[int]:
    """Return rows, newest first, an hour apart, the newest in 2026."""
    newest = int(datetime(2026, 11, 23, tzinfo=UTC).timestamp()) * 1_000_000
    return array("q", range(newest, newest - count * HOUR, -HOUR))


def seen(entry_list: EntryList) -> list[str]:
    return [entry_list.render_line(y).text.rstrip() for y in range(entry_list.size.height)]


def part(rows: array[int], first: int, last: int) -> tuple[array[int], More]:
    """Return some of the rows, and what is found beyond them."""
    more = More(newer=first > 0, older=last < len(rows), newest=rows[0], oldest=rows[-1])
    return rows[first:last], more
