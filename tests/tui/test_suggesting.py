"""The one line of Today that names somebody: kind, dismissible, and gone where nobody is due."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.support import FakeClock
from tests.tui.support import (
    LARGE,
    SMALL,
    house,
    in_journal,
    notes,
    open_app,
    press,
    screen_text,
    settle,
)
from tracejournal.model.entry import Draft, Moment
from tracejournal.tui.widgets.moment_line import MomentLine
from tracejournal.tui.widgets.note_lines import NoteLine, NoteLines

if TYPE_CHECKING:
    from tracejournal.journal.journal import Journal


SAID = "Sam: it has been three weeks, if you like"


def due(journal: Journal) -> None:
    journal.circle.add("Sam", ideal=14)
    when = journal.clock.on_day(date(2026, 11, 2))
    journal.entries.keep(Draft(Moment("tea with @Sam"), when))


@pytest.fixture
def someone_is_due() -> None:
    in_journal(due)


@pytest.mark.usefixtures("someone_is_due")
@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_rule_03_it_is_one_quiet_line_and_the_same_after_any_absence(
    size: tuple[int, int],
) -> None:
    async with open_app(size=size) as pilot:
        assert SAID in screen_text(pilot)
        assert pilot.app.screen.query_one(MomentLine).has_focus
    async with open_app(FakeClock("2031-11-24T08:42"), size=size) as pilot:
        assert "Sam: it has been five years, if you like" in screen_text(pilot)


async def test_where_nobody_is_due_it_takes_no_room() -> None:
    async with open_app() as pilot:
        assert notes(pilot) == []
        assert pilot.app.screen.query_one(NoteLines).region.height == 0
        await press(pilot, "alt+n", "x")
        assert pilot.app.screen.query_one(MomentLine).text == "x"


@pytest.mark.usefixtures("someone_is_due")
async def test_a_key_writes_to_them_and_then_the_line_is_gone() -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+n", "enter")
        assert pilot.app.screen.query_one(MomentLine).text == "@Sam "
        await press(pilot, *"hello", "enter")
        assert notes(pilot) == []


@pytest.mark.usefixtures("someone_is_due")
async def test_a_click_writes_to_them() -> None:
    async with open_app() as pilot:
        await pilot.click(NoteLine)
        await settle(pilot)
        assert pilot.app.screen.query_one(MomentLine).text == "@Sam "


@pytest.mark.usefixtures("someone_is_due")
async def test_one_key_lets_it_be_for_today_and_u_takes_that_back() -> None:
    clock = FakeClock()
    async with open_app(clock) as pilot:
        await press(pilot, "alt+n", "x")
        assert notes(pilot) == []
        await press(pilot, "escape", "u")
        assert notes(pilot) == [SAID]
        await press(pilot, "alt+n", "x")
    async with open_app(clock) as pilot:
        assert notes(pilot) == []
    clock.pass_time(days=1)
    async with open_app(clock) as pilot:
        assert notes(pilot) == [SAID]


@pytest.mark.usefixtures("someone_is_due")
async def test_whoever_rests_is_suggested_no_more() -> None:
    clock = FakeClock()
    async with open_app(clock) as pilot:
        await press(pilot, "alt+5", "z", "enter", "alt+1")
        assert notes(pilot) == []
    clock.pass_time(days=100)
    async with open_app(clock) as pilot:
        assert notes(pilot) == []
        await press(pilot, "alt+5", "z", "alt+1")
        assert "if you like" in notes(pilot)[0]


@pytest.mark.usefixtures("someone_is_due")
async def test_whoever_is_made_quiet_is_gone_from_it_at_once() -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+5", "x", "alt+1")
        assert notes(pilot) == []


@pytest.mark.usefixtures("someone_is_due")
async def test_a_journal_that_cannot_be_asked_says_nothing_of_it() -> None:
    async with open_app() as pilot:
        in_journal(lambda journal: journal._store.run("DROP TABLE circle_suggestions"))
        await house(pilot).publish_change()
        await settle(pilot)
        assert notes(pilot) == []
