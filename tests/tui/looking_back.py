"""What the tests of History share."""

from __future__ import annotations

import asyncio
import re
from datetime import datetime, time, timedelta
from threading import Event
from typing import TYPE_CHECKING, Self

from tests.support import FakeClock
from tests.tui.support import (
    house,
    in_journal,
    press,
    screen_text,
)
from tracejournal.model.entry import CheckIn, Draft, Entry, Moment, Part, Reflection
from tracejournal.store.opening import open_store
from tracejournal.tui.screens.history import HistoryScreen
from tracejournal.tui.widgets.entry_list import EntryList
from tracejournal.tui.widgets.key_bar import live_keys
from tracejournal.tui.widgets.reader import Reader
from tracejournal.tui.widgets.search_box import SearchBox
from tracejournal.words import lists

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from tracejournal.journal.journal import Journal

CLOCK = FakeClock()
MARKS = f" {lists.CURSOR}{lists.SELECTED}"
QUESTION = "When did I feel most supported this month?"
ANSWER = "After the hearing @Priya shut the door. Ten minutes, no fixing. #hearing"


def keep(*drafts: Draft) -> list[Entry]:
    return in_journal(lambda journal: journal.entries.keep_all(drafts))


def days_ago(days: int, hour: int = 12, minute: int = 0) -> datetime:
    return CLOCK.local_now().replace(hour=hour, minute=minute) - timedelta(days=days)


def draft(content: Moment | Reflection | CheckIn, days: int, hour: int = 12) -> Draft:
    at = days_ago(days, hour)
    return Draft(content, CLOCK.on_day(at.date(), time(hour)))


def some_entries() -> list[Entry]:
    """Keep six entries over three months; return them newest first."""
    kept = keep(
        draft(Moment("Note to the @Night_team", kind="gratitude"), 70),
        draft(Moment("Asked @Sam about the caseload", kind="asked"), 40),
        draft(Moment("Huddle with @Sam and @Priya #hearing", kind="huddle"), 6),
        draft(CheckIn("a long day", energy=6, load=7, supported=5), 5),
        draft(Reflection(parts=(Part(QUESTION, ANSWER),), supported=9, present=("time",)), 4, 17),
        draft(Moment("Thanked @Priya for covering #gratitude", kind="gratitude", mode="phone"), 1),
    )
    return kept[::-1]


def screen(pilot: Pilot[int]) -> HistoryScreen:
    found = house(pilot).get_screen("history")
    assert isinstance(found, HistoryScreen)
    return found


def entry_list(pilot: Pilot[int]) -> EntryList:
    return screen(pilot).query_one(EntryList)


def reader(pilot: Pilot[int]) -> Reader:
    return screen(pilot).query_one(Reader)


def footer(pilot: Pilot[int]) -> dict[str, str]:
    return dict(live_keys(pilot.app.screen))


async def to_history(pilot: Pilot[int]) -> None:
    await press(pilot, "alt+3")
    await settled(pilot)


async def settled(pilot: Pilot[int]) -> None:
    """Wait until the list is filled and what follows from that is read, too."""
    for _ in range(4):
        await pilot._wait_for_screen()
        await house(pilot).journal.ask(lambda journal: journal.change_count())
        await screen(pilot).filler.all_there.wait()
    await pilot._wait_for_screen()


async def act(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(pilot)


async def look_for(pilot: Pilot[int], typed: str) -> None:
    await pilot.press("slash")
    screen(pilot).query_one(SearchBox).value = typed
    await settled(pilot)


def listed(pilot: Pilot[int]) -> list[str]:
    shown = entry_list(pilot)
    lines = [shown.render_line(y).text.lstrip(MARKS).rstrip() for y in range(shown.size.height)]
    return [line for line in lines if line]


def said(pilot: Pilot[int]) -> list[str]:
    """Return what was said for a moment, whole: on the screen it is broken into lines."""
    return [notification.message for notification in pilot.app._notifications]


def shelf_size(shelf: str) -> int:
    return len(in_journal(lambda journal: journal.history.find("", shelf)))


def marked_words(pilot: Pilot[int]) -> list[str]:
    found = house(pilot).theme_variables["found"]
    strips = pilot.app.screen._compositor.render_strips()
    segments = [segment for strip in strips for segment in strip]
    return [
        segment.text
        for segment in segments
        if segment.style and segment.style.bgcolor and segment.style.bgcolor.name == found.lower()
    ]


MANY = 40_000
"""Entries of a long journal: a first page, a whole next one, and a rest."""

_MANY = """
    WITH RECURSIVE hours (ago) AS (
        SELECT 1 UNION ALL SELECT ago + 1 FROM hours WHERE ago < :many
    )
    INSERT INTO entries (id, uuid, type, happened_at, happened_on, created_at, updated_at, text)
    SELECT
        (:now - ago * 3600) * 1000000,
        printf('00000000-0000-7000-8000-%012x', :many - ago),
        'moment',
        strftime('%Y-%m-%dT%H:%M:%S+00:00', :now - ago * 3600, 'unixepoch'),
        date(:now - ago * 3600, 'unixepoch'),
        '2026-11-23T08:42:00+00:00',
        '2026-11-23T08:42:00+00:00',
        iif(ago % 2, 'word ', 'warm word ') || ago
    FROM hours
"""


def write_many(path: Path) -> None:
    """Make a journal of very many moments, one an hour; every other one has `warm` in it."""
    now = int(CLOCK.local_now().timestamp())
    with open_store(str(path), create=True) as store:
        store.run(_MANY, {"many": MANY, "now": now})


def count_shown(pilot: Pilot[int]) -> str:
    """Return how many entries the screen says there are; "" where it does not say."""
    said = re.search(r"(more than )?[\d,]+ entr(y|ies)", screen_text(pilot))
    return said[0] if said else ""


async def statements(pilot: Pilot[int]) -> list[str]:
    """Return a list to which the engine adds every statement it runs for the app from now on."""
    ran: list[str] = []

    def note(sql: str) -> None:
        if not sql.startswith("--"):  # the index's own, within one of ours
            ran.append(sql)

    def trace(journal: Journal) -> None:
        journal._store.connection.set_trace_callback(note)

    await house(pilot).journal.ask(trace)
    return ran


class SlowJournal:
    """Inside, the journal answers nothing but what `turn` lets through, as on a slow disk.

    Its thread takes one use case after another; one that waits is put before the next of them.
    """

    def __init__(self, pilot: Pilot[int]) -> None:
        self._pilot = pilot
        self._go_on = Event()
        self._waiting: asyncio.Task[bool] | None = None

    async def __aenter__(self) -> Self:
        await self._wait_again()
        return self

    async def __aexit__(self, *_error: object) -> None:
        self._go_on.set()
        assert self._waiting is not None
        await self._waiting

    async def turn(self) -> None:
        """Answer what was asked until now, and show it; what is asked then waits again."""
        await self._wait_again()
        await self._pilot._wait_for_screen()

    async def _wait_again(self) -> None:
        go_on, self._go_on = self._go_on, Event()
        asked, reached = asyncio.Event(), asyncio.Event()
        loop = asyncio.get_running_loop()

        def wait(_: Journal, until: Event = self._go_on) -> bool:
            loop.call_soon_threadsafe(reached.set)
            return until.wait()

        async def ask() -> bool:
            asked.set()
            return await house(self._pilot).journal.ask(wait)

        self._waiting = asyncio.create_task(ask())
        await asked.wait()
        go_on.set()
        await reached.wait()

    async def counts_until(self, last: str) -> list[str]:
        """Take turns until the screen shows a count; return each that was seen on the way."""
        seen = [count_shown(self._pilot)]
        for _ in range(20):
            if seen[-1] == last:
                return seen
            await self.turn()
            count = count_shown(self._pilot)
            if count != seen[-1]:
                seen.append(count)
        message = f"{last!r} did not come, only {seen}"
        raise AssertionError(message)
