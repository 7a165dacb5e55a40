from __future__ import annotations

from datetime import date

import pytest
from textual.events import Paste

from tests.support import FakeClock
from tests.tui.calendar_days import (
    THURSDAY,
    TODAY,
    bar,
    on,
    searched,
    some_days,
    to_calendar,
    told,
)
from tests.tui.looking_back import entry_list, footer, keep, listed, look_for, settled
from tests.tui.support import (
    LARGE,
    SMALL,
    house,
    in_journal,
    open_app,
    press,
    screen_text,
    settle,
    type_text,
)
from tracejournal.model.errors import Misuse
from tracejournal.tui.keymap import check_keymap
from tracejournal.tui.screens.calendar import CalendarScreen
from tracejournal.words import calendar as words


class TestOpening:
    async def test_history_opens_it_on_today(self) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            assert told(pilot) == "Monday 23 November · today: 1 check-in"
            assert "2 moments, 1 reflection, 1 check-in" in screen_text(pilot)
            assert footer(pilot)["enter"] == "Open"

    async def test_escape_goes_back_to_history_as_it_was(self) -> None:
        some_days()
        async with open_app() as pilot:
            await press(pilot, "alt+3")
            await look_for(pilot, "@Sam")
            await press(pilot, "escape", "down")
            before, row = screen_text(pilot), entry_list(pilot).current_row
            assert row is not None
            await press(pilot, "y", "left", "f", "escape")
            await settled(pilot)
            assert (screen_text(pilot), entry_list(pilot).current_row) == (before, row)

    async def test_y_is_a_letter_in_the_search(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+3", "slash", "y")
            assert searched(pilot) == "y"
            await press(pilot, "f6")
            assert isinstance(pilot.app.screen, CalendarScreen)

    async def test_the_palette_opens_it_from_within_a_text_of_another_screen(self) -> None:
        async with open_app() as pilot:
            await type_text(pilot, "half a line")
            await pilot.press("ctrl+p", *"calendar")
            await pilot.app.workers.wait_for_complete(list(pilot.app.screen.workers))
            await settle(pilot)
            await press(pilot, "enter")
            await settle(pilot)
            assert isinstance(pilot.app.screen, CalendarScreen)
            await press(pilot, "alt+1")
            assert "half a line" in screen_text(pilot)

    async def test_it_comes_back_where_it_was_left(self) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            await press(pilot, "m", "f", "left", "escape", "y")
            assert told(pilot).startswith("Sunday 22 November")
            assert "● reflections" in bar(pilot)
            assert "● month" in bar(pilot)

    async def test_a_journal_with_nothing_in_it_has_this_year(self) -> None:
        async with open_app() as pilot:
            await to_calendar(pilot)
            assert told(pilot) == "Monday 23 November · today"
            assert "pageup" not in footer(pilot)
            await press(pilot, "pageup", "pagedown", "g", "left", "up")
            assert told(pilot) == "Thursday 1 January"
            await press(pilot, "enter")
            await settled(pilot)
            assert searched(pilot) == "on:2026-01-01"


class TestMoving:
    @pytest.mark.parametrize(
        ("keys", "day"),
        [
            (("left",), "Monday 16 November"),
            (("h",), "Monday 16 November"),
            (("right",), "Monday 30 November"),
            (("l",), "Monday 30 November"),
            (("up",), "Sunday 22 November"),
            (("k",), "Sunday 22 November"),
            (("down",), "Tuesday 24 November"),
            (("j",), "Tuesday 24 November"),
            (("home",), "Thursday 1 January"),
            (("g",), "Thursday 1 January"),
            (("end",), "Thursday 31 December"),
            (("G",), "Thursday 31 December"),
            (("pageup",), "Sunday 23 November 2025"),
            (("left_square_bracket",), "Sunday 23 November 2025"),
            (("pageup", "pagedown"), "Monday 23 November · today"),
            (("left_square_bracket", "right_square_bracket"), "Monday 23 November · today"),
            (("left", "up", "G", "full_stop"), "Monday 23 November · today"),
            (("x", "9", "space", "backspace", "q"), "Monday 23 November · today"),
        ],
    )
    async def test_by_key_in_a_year(self, keys: tuple[str, ...], day: str) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            await press(pilot, *keys)
            assert told(pilot).partition(":")[0] == day

    @pytest.mark.parametrize(
        ("keys", "day"),
        [
            (("left",), "Sunday 22 November"),
            (("h",), "Sunday 22 November"),
            (("right",), "Tuesday 24 November"),
            (("l",), "Tuesday 24 November"),
            (("up",), "Monday 16 November"),
            (("k",), "Monday 16 November"),
            (("down", "down"), "Monday 7 December"),
            (("j",), "Monday 30 November"),
            (("home",), "Sunday 1 November"),
            (("G",), "Monday 30 November"),
            (("G", "pageup", "pageup", "pageup"), "Sunday 30 August"),
            (("pagedown", "pagedown"), "Wednesday 23 December"),
            (("g", "left", "end", "pageup"), "Wednesday 30 September"),
        ],
    )
    async def test_by_key_in_a_month(self, keys: tuple[str, ...], day: str) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            await press(pilot, "m", *keys)
            assert told(pilot).partition(":")[0] == day

    async def test_years_end_with_the_first_and_the_last_there_is_anything_in(self) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            assert footer(pilot)["pageup"] == "Earlier"
            assert "pagedown" not in footer(pilot)
            assert bar(pilot).startswith(f"{words.EARLIER} 2026  ")
            await press(pilot, *["pageup"] * 5)
            assert told(pilot) == "Saturday 23 November 2024"
            assert "pageup" not in footer(pilot)
            assert bar(pilot).startswith(f"2024 {words.LATER}")
            await press(pilot, "g", "up", "left")
            assert told(pilot) == "Monday 1 January 2024"

    async def test_keys_held_down_reach_the_page_they_were_meant_for(self) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            await pilot.press("pageup", "pageup", "g", *["right"] * 8, "down", "down", "down")
            await settle(pilot)
            assert told(pilot) == "Thursday 29 February 2024: 1 moment"

    async def test_a_leap_day_has_a_neighbour_in_every_year(self) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            await press(pilot, "t", *["minus" if c == "-" else c for c in "2024-02-29"], "enter")
            assert told(pilot) == "Thursday 29 February 2024: 1 moment"
            await press(pilot, "pagedown")
            assert told(pilot) == "Friday 28 February 2025"

    async def test_a_day_beyond_all_years_leads_to_the_nearest(self) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            await press(pilot, "t", *"1066", "enter")
            assert told(pilot) == "Monday 1 January 2024"
            await press(pilot, "t", *"9999", "enter", "down")
            assert told(pilot) == "Thursday 31 December"

    async def test_the_ends_of_time_stand(self) -> None:
        keep(on(date(1, 1, 2)), on(date(9999, 12, 30)))
        async with open_app() as pilot:
            await to_calendar(pilot)
            await press(pilot, "t", *"0001", "enter", "g", "up", "left", "pageup")
            assert told(pilot) == "Monday 1 January 1"
            await press(pilot, "m", "up", "pageup", "down", "t", *"9999", "enter", "down", "m")
            await press(pilot, "right", "pagedown")
            assert told(pilot) == "Friday 31 December 9999"


class TestFollowing:
    async def test_another_program_writes(self) -> None:
        async with open_app() as pilot:
            await to_calendar(pilot)
            some_days()
            await house(pilot).publish_change()
            await settle(pilot)
            assert told(pilot) == "Monday 23 November · today: 1 check-in"
            assert "Earlier" in footer(pilot).values()

    async def test_a_change_is_taken_back_where_it_is_seen(self) -> None:
        keep(on(TODAY, "tea", 8))
        async with open_app() as pilot:
            await press(pilot, "escape", "down", "d")
            await to_calendar(pilot)
            assert told(pilot) == "Monday 23 November · today"
            await press(pilot, "u")
            assert told(pilot) == "Monday 23 November · today: 1 moment"

    async def test_the_only_entry_of_the_year_that_is_shown_leaves(self) -> None:
        first = some_days()[0]
        async with open_app() as pilot:
            await to_calendar(pilot)
            await press(pilot, "pageup", "pageup")
            assert bar(pilot).startswith("2024")
            in_journal(lambda journal: journal.entries.delete([first.id]))
            await house(pilot).publish_change()
            await settle(pilot)
            assert bar(pilot).startswith("2025")
            assert told(pilot) == "Wednesday 1 January 2025"

    async def test_the_next_day_begins(self) -> None:
        keep(on(THURSDAY))
        clock = FakeClock("2026-12-31T23:59")
        async with open_app(clock) as pilot:
            await to_calendar(pilot)
            assert told(pilot) == "Thursday 31 December · today"
            clock.pass_time(minutes=2)
            await house(pilot)._minute()
            await settle(pilot)
            assert told(pilot) == "Thursday 31 December 2026"
            await press(pilot, "full_stop")
            assert told(pilot) == "Friday 1 January · today"


class TestOpeningADay:
    @pytest.mark.parametrize("size", [SMALL, LARGE])
    async def test_enter_shows_its_entries_in_history(self, size: tuple[int, int]) -> None:
        some_days()
        async with open_app(size=size) as pilot:
            await to_calendar(pilot)
            await press(pilot, "left", "down", "down", "down", "enter")
            await settled(pilot)
            assert searched(pilot) == "on:2026-11-19"
            assert len(listed(pilot)) == 3
            assert entry_list(pilot).has_focus

    async def test_an_empty_day_is_answered_kindly(self) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            await press(pilot, "up", "enter")
            await settled(pilot)
            assert searched(pilot) == "on:2026-11-22"
            assert "Nothing found" in screen_text(pilot)
            await press(pilot, "y")
            assert told(pilot) == "Sunday 22 November"

    async def test_it_opens_from_the_month_too(self) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            await press(pilot, "m", "left", "left", "left", "left", "enter")
            await settled(pilot)
            assert searched(pilot) == "on:2026-11-19"


@pytest.mark.parametrize(("command", "key"), [("measure", "m"), ("this-day", "y"), ("view", "c")])
def test_a_key_that_is_taken_in_the_calendar_is_refused(command: str, key: str) -> None:
    with pytest.raises(Misuse, match=command):
        check_keymap({command: key})


async def test_a_paste_means_nothing_here() -> None:
    some_days()
    async with open_app() as pilot:
        await to_calendar(pilot)
        before = screen_text(pilot)
        pilot.app.post_message(Paste("words " * 1_000))
        await settle(pilot)
        assert screen_text(pilot) == before
