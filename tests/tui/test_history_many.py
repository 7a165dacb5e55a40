from __future__ import annotations

import asyncio
import re
import shutil
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest
from textual.events import AppFocus

from tests.tui.looking_back import (
    MANY,
    SlowJournal,
    act,
    count_shown,
    entry_list,
    keep,
    listed,
    look_for,
    said,
    settled,
    statements,
    to_history,
    write_many,
)
from tests.tui.support import house, in_journal, open_app, screen_text
from tracejournal import places
from tracejournal.model.entry import Draft, Moment
from tracejournal.store.opening import open_store
from tracejournal.tui.screens.gathering import STRETCH
from tracejournal.words import lists

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tracejournal.journal.journal import Journal

pytestmark = pytest.mark.usefixtures("many")
MORE = "more than 1,000 entries"


@pytest.fixture(scope="session")
def long_journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "journal"
    write_many(path)
    return path


@pytest.fixture
def many(long_journal: Path) -> None:
    """Let this test's journal hold very many entries."""
    path = Path(places.journal_file())
    path.parent.mkdir(mode=0o700, parents=True)
    shutil.copyfile(long_journal, path)


def searches(ran: list[str]) -> list[str]:
    """Return what was searched for with words, once for every time rows were read."""
    asked = [sql for sql in ran if re.search(r"ORDER BY \S+ (DESC|ASC) LIMIT", sql)]
    return [" ".join(re.findall(r'"(\w+)"', sql)) for sql in asked if "MATCH" in sql]


def lines_read(ran: list[str]) -> int:
    wanted = [re.search(r"substr\(text.* WHERE id IN \((.*)\)", sql) for sql in ran]
    return sum(len(rows[1].split(",")) for rows in wanted if rows)


def first_word(pilot: Pilot[int]) -> str:
    """Return the number in the line under the cursor: how many hours ago it was."""
    shown = entry_list(pilot)
    strip = shown.render_line(shown.cursor - int(shown.scroll_offset.y))
    return strip.text.split()[-1]


async def test_very_many_entries_are_counted_at_once_and_few_are_read() -> None:
    async with open_app() as pilot:
        ran = await statements(pilot)
        async with SlowJournal(pilot) as journal:
            await pilot.press("alt+3")
            assert await journal.counts_until(MORE) == ["", MORE]
        await settled(pilot)
        for key in ("end", "up", "pageup", "home", "pagedown", "down"):
            await act(pilot, key)
            assert lists.NOT_READ_YET not in screen_text(pilot)
            assert count_shown(pilot) == MORE
        assert 0 < lines_read(ran) < 1_000
        assert len(entry_list(pilot).rows) <= 3 * STRETCH


async def test_a_thousand_are_counted_and_one_more_is_more() -> None:
    def erase(first: int, last: int) -> None:
        def all_of_them(journal: Journal) -> None:
            rows = journal.history.find("warm")[first:last]
            journal.entries.erase([each.id for each in journal.history.lines(rows).values()])

        in_journal(all_of_them)

    for last in range(MANY // 2, 1_001, -5_000):
        erase(max(1_001, last - 5_000), last)
    async with open_app() as pilot:
        await to_history(pilot)
        await look_for(pilot, "warm")
        assert count_shown(pilot) == MORE
        erase(5, 6)
        pilot.app.post_message(AppFocus())
        await settled(pilot)
        assert count_shown(pilot) == "1,000 entries"


async def test_a_newer_search_takes_the_place_of_one_that_still_waits() -> None:
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "slash")
        ran = await statements(pilot)
        async with SlowJournal(pilot) as journal:
            await pilot.press("w")
            await journal.turn()
            await pilot.press(*"arm")
        await settled(pilot)
        assert searches(ran)[-1] == "warm"
        assert not {"wa", "war"} & set(searches(ran))
        assert len(entry_list(pilot).rows) == STRETCH


async def test_a_newer_key_stops_the_search_that_still_reads() -> None:
    """What no index holds is found by reading everything; here each text that is read counts."""
    go_on = Event()
    read: list[int] = []

    def like(_pattern: str, _text: str, _escape: str) -> bool:
        if not read:
            loop.call_soon_threadsafe(reading.set)
            go_on.wait()
        read.append(1)
        return False

    async with open_app() as pilot:
        loop, reading = asyncio.get_running_loop(), asyncio.Event()
        await to_history(pilot)
        await act(pilot, "slash")
        await house(pilot).journal.ask(
            lambda journal: journal._store.connection.create_function("like", 3, like)
        )
        await pilot.press("会")
        await reading.wait()
        await pilot.press("backspace", *"warm")
        await pilot.pause()
        go_on.set()
        await settled(pilot)
        assert len(read) < MANY / 4
        assert listed(pilot)[0].endswith("warm word 2")
        assert said(pilot) == []


async def test_a_change_never_makes_a_long_list_short_for_a_while() -> None:
    async with open_app() as pilot:
        await to_history(pilot)
        keep(Draft(Moment("from elsewhere")))
        async with SlowJournal(pilot) as journal:
            pilot.app.post_message(AppFocus())
            for _ in range(5):
                await journal.turn()
                assert count_shown(pilot) == MORE
                assert len(listed(pilot)) > 10
        await settled(pilot)
        assert "from elsewhere" in screen_text(pilot)


async def test_what_is_typed_after_going_to_an_end_counts_from_there() -> None:
    async with open_app() as pilot:
        await to_history(pilot)
        async with SlowJournal(pilot):
            await pilot.press("G", "up", "k")
        await settled(pilot)
        assert first_word(pilot) == str(MANY - 2)
        async with SlowJournal(pilot):
            await pilot.press("home", "down")
        await settled(pilot)
        assert first_word(pilot) == "2"
        assert "newest" not in screen_text(pilot)


async def test_every_entry_is_met_once_on_the_way_through() -> None:
    async with open_app(size=(80, 40)) as pilot:
        await to_history(pilot)
        await act(pilot, "G")
        seen: set[int] = set()
        while len(seen) < 3 * STRETCH:
            hours = [int(line.split()[-1]) for line in listed(pilot)]
            assert hours == list(range(hours[0], hours[-1] + 1))
            assert not seen or hours[-1] + 1 >= min(seen)
            seen |= set(hours)
            await act(pilot, "pageup")
        assert seen == set(range(min(seen), MANY + 1))


async def test_going_to_a_day_far_away_shows_it_whole() -> None:
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "t", *"2022", "enter")
        assert "╭─ December 2022" in screen_text(pilot)
        assert f"{lists.CURSOR} 31 Dec  ✦ word 34137" in screen_text(pilot)
        await act(pilot, "up")
        assert first_word(pilot) == "34136"
        await act(pilot, "t", *"2010", "enter")
        assert first_word(pilot) == str(MANY)


async def test_the_scroll_bar_leads_to_the_time_it_is_pulled_to() -> None:
    async with open_app() as pilot:
        await to_history(pilot)
        shown = entry_list(pilot)
        for part in (0.5, 0.25, 0.9):
            shown.scroll_to(y=part * shown.virtual_size.height, animate=False)
            await settled(pilot)
            assert abs(int(first_word(pilot)) - part * MANY) < MANY / 50
            assert lists.NOT_READ_YET not in screen_text(pilot)
            assert abs(shown.scroll_offset.y / shown.virtual_size.height - part) < 0.02
        shown.scroll_to(y=0, animate=False)
        await settled(pilot)
        assert listed(pilot)[0].endswith("word 1")
        shown.scroll_to(y=shown.virtual_size.height, animate=False)
        await settled(pilot)
        assert listed(pilot)[-1].endswith(f"word {MANY}")


async def test_what_is_selected_far_away_stays_selected() -> None:
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "space", "G", "space")
        assert "2 selected" in screen_text(pilot)
        keep(Draft(Moment("from elsewhere")))
        pilot.app.post_message(AppFocus())
        await settled(pilot)
        assert "2 selected" in screen_text(pilot)
        await act(pilot, "d")
        assert len(in_journal(lambda journal: journal.history.find("", "trash"))) == 2
        assert "selected" not in screen_text(pilot)


async def test_a_search_while_another_program_imports_shows_what_is_kept() -> None:
    async with open_app() as pilot:
        await to_history(pilot)
        await look_for(pilot, "warm")
        before = listed(pilot)
        with open_store(places.journal_file()) as elsewhere:
            with elsewhere.transaction():
                elsewhere.run("UPDATE entries SET text = 'warm again' WHERE id % 3 = 0")
                elsewhere.run("UPDATE entries SET text = 'cold' WHERE id % 3 > 0")
                await look_for(pilot, "warm word")
                assert listed(pilot) == before
                assert said(pilot) == []
            pilot.app.post_message(AppFocus())
            await settled(pilot)
        assert count_shown(pilot) == "0 entries"
        await look_for(pilot, "warm")
        assert all(line.endswith("warm again") for line in listed(pilot))
