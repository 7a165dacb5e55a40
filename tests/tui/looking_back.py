"""What the tests of History share."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from tests.support import FakeClock
from tests.tui.support import (
    house,
    in_journal,
    press,
)
from tracejournal.model.entry import CheckIn, Draft, Entry, Moment, Part, Reflection
from tracejournal.tui.screens.history import HistoryScreen
from tracejournal.tui.widgets.entry_list import EntryList
from tracejournal.tui.widgets.key_bar import live_keys
from tracejournal.tui.widgets.reader import Reader
from tracejournal.tui.widgets.search_box import SearchBox
from tracejournal.words import lists

if TYPE_CHECKING:
    from textual.pilot import Pilot


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
