from __future__ import annotations

from textual.events import Paste

from tests.tui.looking_back import (
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
    open_app,
    screen_text,
)
from tracejournal.model.entry import Moment
from tracejournal.tui.widgets.reader import LikenessLine
from tracejournal.tui.widgets.search_box import MOST_TYPED, SearchBox
from tracejournal.words import history as words


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


async def test_these_lead_from_the_search_into_the_list() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        for key in ("enter", "down", "escape"):
            await look_for(pilot, "priya")
            assert not entry_list(pilot).has_focus
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


async def test_a_new_search_begins_at_its_newest_entry() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "end")
        await look_for(pilot, "priya")
        assert entry_list(pilot).cursor == 0


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


async def test_a_filter_joins_the_search() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        for choice, typed, count in (
            ("mom", "is:moment ", 4),
            ("ref", "is:reflection ", 1),
            ("che", "is:check-in ", 1),
        ):
            await act(pilot, "f", *choice, "enter")
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


async def test_going_to_a_day_filters_nothing() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        for typed, day in (
            ("2026-11-19", "Thu 19"),
            ("october", "14 Oct"),
            ("2026-11-20", "Thu 19"),
            ("tuesday", "Tue 17"),
            ("2026", "Sun 22"),
            ("2020", "14 Sep"),
        ):
            await act(pilot, "t", *typed, "enter")
            assert listed(pilot)[entry_list(pilot).cursor].startswith(day)
            assert len(entry_list(pilot).rows) == 6


async def test_a_day_that_cannot_be_read_is_said_and_can_be_mended() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "t", *"2026-02-30", "enter")
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
