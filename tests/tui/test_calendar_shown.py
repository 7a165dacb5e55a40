from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.support import FakeClock
from tests.tui.calendar_days import (
    bar,
    on,
    searched,
    some_days,
    thursday_sign,
    to_calendar,
    told,
    told_of,
)
from tests.tui.looking_back import keep, settled
from tests.tui.support import (
    LARGE,
    SMALL,
    in_journal,
    open_app,
    press,
    screen_text,
    settle,
)
from tracejournal.model.entry import CheckIn
from tracejournal.tui.widgets.calendar_bar import CalendarBar
from tracejournal.words import calendar as words

if TYPE_CHECKING:
    from textual.pilot import Pilot


class TestShowing:
    async def test_a_day_is_told_in_words(self) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            await press(pilot, "left", "down", "down", "down")
            assert told(pilot) == (
                "Thursday 19 November: 2 moments, 1 reflection, felt supported about 7 of 10"
            )

    async def test_of_an_empty_day_nothing_is_said_but_its_date(self) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            await press(pilot, "up")
            assert told(pilot) == "Sunday 22 November"
            shown = screen_text(pilot).lower()
            for word in ("missing", "missed", "no entries", " 0 ", "empty", "streak", "gap"):
                assert word not in shown

    async def test_one_key_goes_through_what_is_shown(self) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            assert thursday_sign(pilot) == "▒"
            await press(pilot, "f")
            assert "● reflections" in bar(pilot)
            assert thursday_sign(pilot) == "░"
            await press(pilot, "f")
            assert "● supported" in bar(pilot)
            assert thursday_sign(pilot) == "▓"
            assert "9–10" in screen_text(pilot)
            await press(pilot, "f")
            assert "● moments" in bar(pilot)

    async def test_a_rating_of_nothing_is_shown_and_no_rating_is_plain(self) -> None:
        keep(
            on(date(2026, 11, 17), CheckIn(supported=0)), on(date(2026, 11, 18), CheckIn(energy=2))
        )
        async with open_app() as pilot:
            await to_calendar(pilot)
            await press(pilot, "f", "f", "m", "left", "left")
            assert "░░░ 0" in screen_text(pilot)
            assert len(re.findall("░░░|▒▒▒|▓▓▓|███", screen_text(pilot))) == 1

    async def test_a_month_shows_numbers_signs_and_counts(self) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            await press(pilot, "m")
            shown = screen_text(pilot)
            assert "▒▒▒ 2" in shown
            assert "▸23" in shown
            assert "November · 2 moments, 1 reflection, 1 check-in" in shown
            assert "Jan" not in shown
            await press(pilot, "m")
            assert "Jan Feb Mar" in screen_text(pilot)

    async def test_a_wide_and_tall_window_shows_the_year_and_the_month(self) -> None:
        some_days()
        async with open_app(size=LARGE) as pilot:
            await to_calendar(pilot)
            shown = screen_text(pilot)
            assert "Jan" in shown
            assert "▒▒▒ 2" in shown
            await press(pilot, "left")
            assert told_of(pilot) == "Monday 16 November"
            await press(pilot, "m", "left")
            assert told_of(pilot) == "Sunday 15 November"
            await press(pilot, "pageup")
            assert told_of(pilot) == "Thursday 15 October"
            assert "● month" in screen_text(pilot)
            await press(pilot, "shift+tab", "left")
            assert told_of(pilot) == "Thursday 8 October"
            assert "● year" in screen_text(pilot)

    async def test_what_is_sealed_is_not_counted(self) -> None:
        thanked = some_days()[2]
        in_journal(lambda journal: journal.entries.seal([thanked.id]))
        async with open_app() as pilot:
            await to_calendar(pilot)
            await press(pilot, "left", "down", "down", "down")
            assert (
                told(pilot)
                == "Thursday 19 November: 1 moment, 1 reflection, felt supported 5 of 10"
            )


class TestRoom:
    @pytest.mark.parametrize(
        "size", [(60, 16), (60, 20), (80, 24), (100, 31), (120, 36), (200, 60)]
    )
    @pytest.mark.parametrize("keys", [(), ("m",)])
    async def test_all_of_it_is_seen_in_any_room(
        self, size: tuple[int, int], keys: tuple[str, ...]
    ) -> None:
        keep(on(date(2040, 12, 31), CheckIn(supported=9)))  # 54 weeks
        clock = FakeClock("2040-12-31T09:00")
        async with open_app(clock, size=size) as pilot:
            await to_calendar(pilot)
            await press(pilot, *keys)
            shown = screen_text(pilot)
            assert "supported" in shown
            assert "4 and more" in shown
            assert "Monday 31 December · today" in shown
            assert "felt supported 9 of 10" in " ".join(shown.split())
            assert "▸" in shown
            assert (words.CURSOR in shown) == (not keys or size >= (100, 32))

    async def test_a_window_that_gets_small_shows_the_map_that_has_the_focus(self) -> None:
        async with open_app(size=LARGE) as pilot:
            await to_calendar(pilot)
            await press(pilot, "tab")
            await pilot.resize_terminal(*SMALL)
            await settle(pilot)
            assert "▸23" in screen_text(pilot)
            await press(pilot, "left")
            assert told(pilot) == "Sunday 22 November"

    async def test_it_follows_a_window_that_changes(self) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            await press(pilot, "up")
            before = screen_text(pilot)
            for size in (LARGE, (60, 20), (40, 10), (61, 16), (300, 80)):
                await pilot.resize_terminal(*size)
                await settle(pilot)
                assert screen_text(pilot).strip()
            await pilot.resize_terminal(*SMALL)
            await settle(pilot)
            assert screen_text(pilot) == before


class TestMouse:
    async def test_a_click_goes_to_a_day_and_a_second_one_opens_it(self) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            at = place_of(pilot, "Nov", -4), row_of(pilot, "Th")
            await pilot.click(offset=(at[0] + 7, at[1]))
            await settle(pilot)
            assert told(pilot).startswith("Thursday 19 November: 2 moments")
            await pilot.click(offset=(at[0] + 7, at[1]), times=2)
            await settled(pilot)
            assert searched(pilot) == "on:2026-11-19"

    async def test_a_click_between_days_does_nothing(self) -> None:
        async with open_app() as pilot:
            await to_calendar(pilot)
            for offset in ((3, 8), (76, 12), (30, 5), (40, 6)):
                await pilot.click(offset=offset, times=2)
                await settle(pilot)
            assert told(pilot) == "Monday 23 November · today"

    async def test_a_month_is_clicked_too(self) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            await press(pilot, "m")
            lines = screen_text(pilot).splitlines()
            y = next(n for n, line in enumerate(lines) if "▒▒▒ 2" in line)
            await pilot.click(offset=(lines[y].index("▒▒▒ 2"), y))
            await settle(pilot)
            assert told(pilot).startswith("Thursday 19 November")

    @pytest.mark.parametrize(
        ("label", "shows"),
        [
            ("○ reflections", "● reflections"),
            ("○ supported", "● supported"),
            ("○ month", "● month"),
            (f"{words.EARLIER} 2026", f"{words.EARLIER} 2025 {words.LATER}"),
        ],
    )
    async def test_every_choice_can_be_clicked(self, label: str, shows: str) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            await click_in_bar(pilot, label)
            assert shows in bar(pilot)

    async def test_and_chosen_back(self) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            before = screen_text(pilot)
            for label in ("○ supported", "○ month", "○ year", "○ moments", words.EARLIER):
                await click_in_bar(pilot, label)
            await click_in_bar(pilot, words.LATER)
            assert screen_text(pilot) == before
            await pilot.click("CalendarBar", offset=(16, 0))
            await settle(pilot)
            assert screen_text(pilot) == before

    async def test_the_words_of_the_day_open_it(self) -> None:
        some_days()
        async with open_app() as pilot:
            await to_calendar(pilot)
            await pilot.click("DayCard")
            await settled(pilot)
            assert searched(pilot) == "on:2026-11-23"


async def click_in_bar(pilot: Pilot[int], label: str) -> None:
    region = pilot.app.screen.query_one(CalendarBar).region
    line = screen_text(pilot).splitlines()[region.y]
    await pilot.click(offset=(line.index(label), region.y))
    await settle(pilot)


def place_of(pilot: Pilot[int], text: str, by: int) -> int:
    line = next(line for line in screen_text(pilot).splitlines() if text in line and "│" in line)
    return line.index(text) + by


def row_of(pilot: Pilot[int], name: str) -> int:
    lines = screen_text(pilot).splitlines()
    return next(n for n, line in enumerate(lines) if re.match(rf"│ +{name}", line))
