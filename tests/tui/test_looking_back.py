"""Looking back is chosen: a kind first, then dates, then the words of one; one key closes all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.support import FakeClock
from tests.tui.support import LARGE, house, in_journal, open_app, press, screen_text, settle
from tracejournal.journal.demo import fill_demo
from tracejournal.model.entry import CheckIn, Draft, Moment
from tracejournal.tui.screens.dialogs import PickDialog
from tracejournal.tui.screens.looking_back import LookBackDialog
from tracejournal.words import look_back as words

if TYPE_CHECKING:
    from tracejournal.journal.journal import Journal

OLD = "Dana stayed until the report was done"
OTHER = "A card from the night team"


@pytest.fixture(autouse=True)
def a_year_ago() -> None:
    for at, text in (("2025-11-23T09:00", OLD), ("2024-11-23T10:00", OTHER)):
        draft = Draft(Moment(text, kind="gratitude", direction="received", supported=9))
        in_journal(partial(_keep, draft), FakeClock(at))


def _keep(draft: Draft, journal: Journal) -> None:
    journal.entries.keep(draft)


@pytest.mark.parametrize("key", ["b", "B"])
async def test_rule_11_it_asks_what_kind_then_lists_dates_and_kinds_then_opens_one(
    key: str,
) -> None:
    async with open_app() as pilot:
        await press(pilot, "escape", key)
        assert isinstance(pilot.app.screen, PickDialog)
        await press(pilot, "enter")
        shown = screen_text(pilot)
        assert "Sun 23 Nov 2025 · note of gratitude" in shown
        assert "Sat 23 Nov 2024 · note of gratitude" in shown
        assert OLD not in shown
        assert OTHER not in shown
        await press(pilot, "enter")
        shown = screen_text(pilot)
        assert OLD in shown
        assert OTHER not in shown
        await press(pilot, "down")
        shown = screen_text(pilot)
        assert OLD not in shown
        assert OTHER not in shown
        await press(pilot, "enter")
        assert OTHER in screen_text(pilot)
        await press(pilot, "escape")
        assert type(pilot.app.screen).__name__ == "TodayScreen"


async def test_rule_10_nothing_old_appears_unasked() -> None:
    in_journal(fill_demo, FakeClock())
    texts = in_journal(
        lambda journal: [
            entry.content.text
            for entry in journal.history.entries("to:2026-11-22")
            if entry.content.text
        ]
    )
    assert OLD in texts
    clock = FakeClock()
    async with open_app(clock, size=LARGE) as pilot:
        for keys in ((), ("alt+2",), ("f6",), ("f1",), ("escape", "f2"), ("escape", "f3"), ("f5",)):
            await press(pilot, *keys)
            shown = " ".join(screen_text(pilot).split())
            assert not [text for text in texts if " ".join(text.split())[:40] in shown], keys
        await press(pilot, "escape", "escape", "alt+1")
        clock.set("2027-11-23T08:42")
        await house(pilot)._minute()
        await settle(pilot)
        assert OLD not in screen_text(pilot)


async def test_rule_15_reopening_shows_no_entry_of_before() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+3", "down", "enter")
    async with open_app(size=LARGE) as pilot:
        assert OLD not in screen_text(pilot)
        await press(pilot, "alt+3")
        assert pilot.app.screen.query_one("Reader").entry is None  # type: ignore[attr-defined]


async def test_heavy_days_are_left_out_and_taken_in_by_a_key() -> None:
    in_journal(
        lambda journal: journal.entries.keep(Draft(CheckIn(load=9))), FakeClock("2025-11-23T20:00")
    )
    async with open_app() as pilot:
        await press(pilot, "escape", "b", "enter")
        assert "2025" not in screen_text(pilot)
        assert "2024" in screen_text(pilot)
        await press(pilot, "h")
        assert "Sun 23 Nov 2025 · note of gratitude" in screen_text(pilot)
        await press(pilot, "h")
        assert "2025" not in screen_text(pilot)


async def test_where_nothing_is_found_it_says_so() -> None:
    async with open_app(FakeClock("2026-11-24T09:00")) as pilot:
        await press(pilot, "escape", "b", "enter")
        assert words.NOTHING_BUT_HEAVY[:35] in screen_text(pilot)
        await press(pilot, "enter", "down")
        await press(pilot, "h")
        assert words.NOTHING in screen_text(pilot)


async def test_the_words_have_room_in_a_small_window() -> None:
    in_journal(fill_demo, FakeClock())
    async with open_app(size=(80, 24)) as pilot:
        await press(pilot, "escape", "B", "enter", "end", "enter")
        assert OTHER in screen_text(pilot)


async def test_leaving_the_question_looks_at_nothing() -> None:
    async with open_app() as pilot:
        await press(pilot, "escape", "B", "escape")
        assert not isinstance(pilot.app.screen, LookBackDialog)
        assert type(pilot.app.screen).__name__ == "TodayScreen"


async def test_it_is_at_hand_in_history_too_and_a_letter_in_a_text() -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+3", "b")
        assert isinstance(pilot.app.screen, PickDialog)
        await press(pilot, "escape", "slash", "b", "B")
        assert type(pilot.app.screen).__name__ == "HistoryScreen"


async def test_an_entry_that_is_gone_by_now_is_told() -> None:
    async with open_app() as pilot:
        await press(pilot, "escape", "b", "enter")
        in_journal(
            lambda journal: journal.entries.erase([entry.id for entry in journal.history.entries()])
        )
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LookBackDialog)
        assert OLD not in screen_text(pilot)
