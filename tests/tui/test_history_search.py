from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from tests.tui.looking_back import (
    CLOCK,
    act,
    draft,
    entry_list,
    footer,
    keep,
    listed,
    look_for,
    reader,
    said,
    screen,
    settled,
    shelf_size,
    some_entries,
    to_history,
)
from tests.tui.support import (
    LARGE,
    house,
    in_journal,
    open_app,
    press,
    screen_text,
    type_text,
)
from tracejournal.model.entry import Draft, Moment
from tracejournal.store import listing
from tracejournal.tui.screens import gathering
from tracejournal.tui.widgets.reader import LikenessLine
from tracejournal.tui.widgets.search_box import MOST_TYPED, SearchBox
from tracejournal.words import history as words

if TYPE_CHECKING:
    from tracejournal.model.query import Query
    from tracejournal.store.engine import Store


async def test_the_list_follows_every_key() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "slash", *"sam")
        assert listed(pilot) == [
            "Tue 17  ◷ Huddle with @Sam and @Priya #hearing",
            "14 Oct  ☉ Asked @Sam about the caseload",
        ]
        assert "2 entries" in screen_text(pilot)
        await act(pilot, *" c")
        assert "1 entry" in screen_text(pilot)
        await act(pilot, "backspace", "backspace", *"zzz")
        assert words.NOTHING_FOUND in screen_text(pilot)


async def test_letters_are_letters_in_the_search_and_keys_elsewhere() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "slash", *"defstvmnju", "space", "1", "question_mark")
        assert screen(pilot).query_one(SearchBox).value == "defstvmnju 1?"
        assert footer(pilot)["enter"] == "To the list"
        assert "d" not in footer(pilot)
        assert shelf_size("trash") == 0


@pytest.mark.parametrize("key", ["enter", "down", "escape"])
async def test_these_lead_from_the_search_into_the_list(key: str) -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await look_for(pilot, "priya")
        await act(pilot, key)
        assert entry_list(pilot).has_focus
        assert len(listed(pilot)) == 3


async def test_escape_once_more_clears_the_search_and_stays_on_the_entry() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await look_for(pilot, "caseload")
        await act(pilot, "escape")
        found = entry_list(pilot).current_row
        await act(pilot, "escape")
        assert screen(pilot).query_one(SearchBox).value == ""
        assert len(listed(pilot)) == 6
        assert entry_list(pilot).current_row == found
        assert "escape" not in footer(pilot)


async def test_what_is_pasted_is_one_clean_line() -> None:
    async with open_app() as pilot:
        await to_history(pilot)
        box = screen(pilot).query_one(SearchBox)
        box.focus()
        box.post_message(Paste("one\ntwo\x1b[31m" + "x" * 10_000))
        await settled(pilot)
        assert box.value.startswith("one two[31mxxx")
        assert len(box.value) == MOST_TYPED


class Shelves:
    """A million rows that no disk has to hold; notes what was asked for."""

    def __init__(self, count: int) -> None:
        newest = int(CLOCK.local_now().timestamp()) * 1_000_000
        self.rows = array("q", range(newest, newest - count * 1_000_000, -1_000_000))
        self.pages: list[tuple[Query, int]] = []
        self.lines = 0

    def found_rows(
        self,
        _store: Store,
        query: Query,
        _shelf: str = "kept",
        limit: int = -1,
        before: int | None = None,
    ) -> array[int]:
        if query.first:  # Today asks for its own day
            return array("q")
        start = 0 if before is None else (self.rows[0] - before) // 1_000_000 + 1
        page = self.rows[start : start + limit]
        self.pages.append((query, len(page)))
        return page

    def stand_in(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(listing, "found_rows", self.found_rows)
        lines = listing.lines

        def counted(store: Store, rows: array[int]) -> object:
            self.lines += len(rows)
            return lines(store, rows)

        monkeypatch.setattr(listing, "lines", counted)


async def test_a_million_entries_come_in_pages_and_few_lines_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shelves = Shelves(1_000_000)
    shelves.stand_in(monkeypatch)
    async with open_app() as pilot:
        await to_history(pilot)
        assert len(entry_list(pilot).rows) == 1_000_000
        assert "1,000,000 entries" in screen_text(pilot)
        assert shelves.pages[0][1] == gathering.FIRST_PAGE
        assert max(size for _, size in shelves.pages) == gathering.NEXT_PAGE
        asked = len(shelves.pages)
        for key in ("end", "up", "pageup", "home", "pagedown", "down"):
            await act(pilot, key)
        assert len(shelves.pages) == asked
        assert shelves.lines < 2_000


async def test_a_newer_search_takes_the_place_of_one_that_still_reads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shelves = Shelves(1_000_000)
    shelves.stand_in(monkeypatch)
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "slash")
        shelves.pages.clear()
        box = screen(pilot).query_one(SearchBox)
        for letter in "abcdefgh":
            box.value += letter
        await settled(pilot)
        asked = [" ".join(word.text for word in query.words) for query, _ in shelves.pages]
        whole = 2 + 1_000_000 // gathering.NEXT_PAGE
        assert asked.count("abcdefgh") == whole
        assert len(asked) < 2 * whole
        assert len(entry_list(pilot).rows) == 1_000_000


async def test_a_change_never_makes_a_long_list_short_for_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shelves = Shelves(200_000)
    shelves.stand_in(monkeypatch)
    async with open_app() as pilot:
        await to_history(pilot)
        shown: list[int] = []
        show_rows = entry_list(pilot).show_rows

        def noted(rows: array[int], *others: object, **more: object) -> None:
            shown.append(len(rows))
            show_rows(rows, *others, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(entry_list(pilot), "show_rows", noted)
        in_journal(lambda journal: journal.entries.keep(Draft(Moment("from elsewhere"))))
        await house(pilot).publish_change()
        await settled(pilot)
        assert shown == [200_000]


async def test_a_new_search_begins_at_its_newest_entry() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "end")
        await look_for(pilot, "priya")
        assert entry_list(pilot).cursor == 0


async def test_going_to_a_day_waits_for_the_rows_that_are_still_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def still_reading(_: object) -> None: ...

    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        monkeypatch.setattr(screen(pilot).filler, "fill", still_reading)
        screen(pilot).filler.all_there.clear()
        await pilot.press("t", *"2020", "enter")
        await pilot.pause()
        assert entry_list(pilot).cursor == 0
        screen(pilot).filler.all_there.set()
        await settled(pilot)
        assert entry_list(pilot).cursor == 5


async def test_resizing_while_searching_loses_nothing() -> None:
    some_entries()
    async with open_app(size=LARGE) as pilot:
        await to_history(pilot)
        await act(pilot, "enter")
        await act(pilot, "slash", *"pri")
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert screen(pilot).query_one(SearchBox).has_focus
        await act(pilot, *"ya")
        assert len(listed(pilot)) == 3
        await pilot.resize_terminal(40, 10)
        await pilot.resize_terminal(120, 36)
        await settled(pilot)
        assert screen(pilot).query_one(SearchBox).value == "priya"
        assert len(listed(pilot)) == 3


async def test_the_open_entry_keeps_the_focus_when_the_window_narrows() -> None:
    some_entries()
    async with open_app(size=LARGE) as pilot:
        await to_history(pilot)
        await act(pilot, "enter")
        assert entry_list(pilot).has_focus
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert reader(pilot).has_focus
        await act(pilot, "escape")
        assert entry_list(pilot).has_focus


@pytest.mark.parametrize(
    ("choice", "typed", "count"),
    [
        ("moments", "is:moment ", 4),
        ("reflections", "is:reflection ", 1),
        ("check-ins", "is:check-in ", 1),
    ],
)
async def test_a_filter_joins_the_search(choice: str, typed: str, count: int) -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "f", *choice[:4], "enter")
        assert screen(pilot).query_one(SearchBox).value == typed
        assert len(listed(pilot)) == count
        await act(pilot, "f", "enter")
        assert screen(pilot).query_one(SearchBox).value == typed
        await act(pilot, "f", *"all", "enter")
        assert screen(pilot).query_one(SearchBox).value == ""
        assert len(listed(pilot)) == 6


async def test_a_filter_keeps_the_words_of_the_search() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await look_for(pilot, "priya is:moment")
        await act(pilot, "escape", "f", *"refl", "enter")
        assert screen(pilot).query_one(SearchBox).value == "is:reflection priya"
        assert len(listed(pilot)) == 1
        await act(pilot, "f", "escape")
        assert len(listed(pilot)) == 1


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-19", "Thu 19"),
        ("2026-11-20", "Thu 19"),
        ("tuesday", "Tue 17"),
        ("october", "14 Oct"),
        ("2026", "Sun 22"),
        ("2020", "14 Sep"),
    ],
)
async def test_going_to_a_day_filters_nothing(typed: str, day: str) -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await pilot.press("t")
        await type_text(pilot, typed)
        await act(pilot, "enter")
        cursor = entry_list(pilot).cursor
        assert listed(pilot)[cursor].startswith(day)
        assert len(entry_list(pilot).rows) == 6


async def test_a_day_that_cannot_be_read_is_said_and_can_be_mended() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await press(pilot, "t")
        await type_text(pilot, "2026-02-30")
        await act(pilot, "enter")
        assert "no such day" in screen_text(pilot)
        await act(pilot, "escape")
        assert entry_list(pilot).cursor == 0


async def test_more_like_it_asks_where_there_are_several() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "down", "m")
        assert "2 more with @Priya" in screen_text(pilot)
        assert "1 more #hearing" in screen_text(pilot)
        await act(pilot, "down", "enter")
        assert screen(pilot).query_one(SearchBox).value == "#hearing"
        assert len(listed(pilot)) == 2


async def test_more_like_it_goes_at_once_where_there_is_one() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "enter", "m")
        assert screen(pilot).query_one(SearchBox).value == "@Priya"
        assert entry_list(pilot).has_focus
        await act(pilot, "escape", "end", "m")
        assert words.NOTHING_LIKE_IT in said(pilot)


async def test_a_name_of_two_words_finds_its_entries() -> None:
    keep(*(draft(Moment("Note to the @Night_team"), days) for days in (1, 2, 3)))
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "m")
        assert screen(pilot).query_one(SearchBox).value == "@Night_team"
        assert len(listed(pilot)) == 3


async def test_a_likeness_can_be_clicked() -> None:
    some_entries()
    async with open_app(size=LARGE) as pilot:
        await to_history(pilot)
        await act(pilot, "down", "enter")
        await pilot.click(LikenessLine, offset=(24, 0))
        await settled(pilot)
        assert screen(pilot).query_one(SearchBox).value == "#hearing"
