"""Rest and leave on Today and in the calendar: a sign and a word, never lesser."""

from __future__ import annotations

import pytest

from tests.support import FakeClock
from tests.tui.support import LARGE, house, in_journal, open_app, press, screen_text, settle
from tracejournal.model.entry import Draft, Moment
from tracejournal.tui.widgets.week_dots import WeekDots

TODAY = FakeClock().today()


def marks() -> dict[str, str]:
    return {f"{day}": mark for day, mark in in_journal(lambda j: j.days.all_marks()).items()}


@pytest.mark.parametrize(("keys", "sign"), [(("enter",), "☾ rest"), (("down", "enter"), "❀ leave")])
async def test_rule_02_a_day_of_rest_or_leave_stands_in_the_week_with_sign_and_word(
    keys: tuple[str, ...], sign: str
) -> None:
    async with open_app() as pilot:
        await press(pilot, "escape", "r", *keys)
        assert sign in screen_text(pilot)
        assert "quiet week" not in screen_text(pilot)
        week = pilot.app.screen.query_one(WeekDots)
        assert str(week.content).splitlines()[1][0] == sign[0]
        await press(pilot, "u")
        assert sign not in screen_text(pilot)
        assert marks() == {}
        await press(pilot, "U")
        assert sign in screen_text(pilot)


async def test_a_mark_stands_beside_what_was_kept() -> None:
    in_journal(lambda journal: journal.entries.keep(Draft(Moment("Tea"))))
    async with open_app() as pilot:
        await press(pilot, "escape", "r", "enter")
        assert "●☾" in screen_text(pilot)
        assert "1 moment " in screen_text(pilot)
        assert "☾ rest" in screen_text(pilot)


async def test_several_days_are_marked_until_one_that_is_asked_for() -> None:
    async with open_app() as pilot:
        await press(pilot, "escape", "r", "down", "down", "down", "enter")
        await press(pilot, *"yesterday", "enter")
        assert "before" in screen_text(pilot)
        assert marks() == {}
        await press(pilot, *["backspace"] * 9, *"2026-11-25", "enter")
    assert marks() == dict.fromkeys(("2026-11-23", "2026-11-24", "2026-11-25"), "leave")


async def test_a_mark_is_taken_away_and_nothing_chosen_changes_nothing() -> None:
    in_journal(lambda journal: journal.days.turn_mark(TODAY, TODAY, "rest"))
    async with open_app() as pilot:
        await press(pilot, "escape", "r", "escape")
        assert marks() == {"2026-11-23": "rest"}
        await press(pilot, "r", "down", "down", "down", "down", "enter")
        assert marks() == {}


@pytest.mark.parametrize("size", [(80, 24), LARGE, (60, 16)])
async def test_the_calendar_shows_and_sets_marks(size: tuple[int, int]) -> None:
    async with open_app(size=size) as pilot:
        await press(pilot, "f6", "left", "r", "down", "enter")
        assert marks() == {"2026-11-16": "leave"}
        assert "❀ leave" in screen_text(pilot)
        await press(pilot, "up")
        assert screen_text(pilot).count("❀") >= 1
        await press(pilot, "m")
        assert "16❀" in screen_text(pilot)


async def test_rule_03_after_a_year_away_today_looks_as_after_a_day() -> None:
    in_journal(lambda journal: journal.entries.keep(Draft(Moment("Tea"))), FakeClock())
    shown = []
    for at in ("2026-12-01T08:42", "2027-11-30T08:42"):  # both Tuesdays
        async with open_app(FakeClock(at), size=LARGE) as pilot:
            lines = screen_text(pilot).splitlines()
            card = next(n for n, line in enumerate(lines) if "Something to ponder" in line)
            end = next(n for n, line in enumerate(lines) if "Today so far" in line)
            shown.append([*lines[1:card], *lines[end:]])
    assert shown[0] == shown[1]


async def test_rule_03_nothing_on_any_screen_speaks_of_absence() -> None:
    clock = FakeClock()
    in_journal(lambda journal: journal.entries.keep(Draft(Moment("Tea"))), clock)
    clock.set("2027-11-23T08:42")
    absent = (
        "missed",
        "absen",
        "since your last",
        "welcome back",
        "days ago",
        "streak",
        "in a row",
    )
    async with open_app(clock, size=LARGE) as pilot:
        for keys in ((), ("alt+2",), ("alt+3",), ("f6",), ("f5",), ("f3",)):
            await press(pilot, *keys)
            shown = screen_text(pilot).casefold()
            assert not [word for word in absent if word in shown]
        await house(pilot)._minute()
        await settle(pilot)
