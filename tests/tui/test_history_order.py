from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import AppFocus

from tests.tui.looking_back import (
    act,
    draft,
    entry_list,
    footer,
    keep,
    listed,
    look_for,
    screen,
    settled,
    to_history,
)
from tests.tui.support import LARGE, house, in_journal, open_app, press, screen_text
from tracejournal.model.entry import Moment
from tracejournal.tui.widgets.search_box import SearchBox
from tracejournal.words import history as words

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tracejournal.model.entry import Entry

BEST = "22 Sep 2026  ✦ door door door"


def doors() -> list[Entry]:
    """Keep three that hold the same word, the longest last; the best match is the oldest."""
    filler = "and a good many other words around it, so that it weighs less here"
    return keep(
        draft(Moment("door door door"), 62),
        draft(Moment(f"A door {filler} {filler} #hearing"), 40),
        draft(Moment(f"Behind the door {filler}"), 2),
        draft(Moment("Nothing of the kind"), 1),
    )


def subtitle(pilot: Pilot[int]) -> str:
    return str(screen(pilot).query_one(".list-pane").border_subtitle)


async def best_first(pilot: Pilot[int]) -> None:
    await to_history(pilot)
    await look_for(pilot, "door")
    await act(pilot, "enter", "o")


async def test_the_newest_comes_first_and_the_best_match_on_request() -> None:
    doors()
    async with open_app() as pilot:
        await to_history(pilot)
        assert "o" not in footer(pilot)
        await look_for(pilot, "door")
        await act(pilot, "enter")
        assert listed(pilot)[0].startswith("Sat 21")
        assert subtitle(pilot) == words.ORDER_NOTES[False]
        assert footer(pilot)["o"] == "Order"
        await act(pilot, "o")
        assert listed(pilot)[0] == BEST
        assert len(listed(pilot)) == 3
        assert subtitle(pilot) == words.ORDER_NOTES[True]
        assert f"╭─ {words.BEST_FIRST}" in screen_text(pilot)
        await act(pilot, "o")
        assert listed(pilot)[0].startswith("Sat 21")


async def test_moving_opening_and_deleting_work_in_any_order() -> None:
    doors()
    async with open_app(size=LARGE) as pilot:
        await best_first(pilot)
        await act(pilot, "G", "enter")
        assert screen(pilot).reader.entry
        await act(pilot, "g", "enter")
        entry = screen(pilot).reader.entry
        assert entry
        assert entry.row == entry_list(pilot).current_row
        await act(pilot, "down", "d")
        assert len(listed(pilot)) == 2
        assert listed(pilot)[0].startswith("22 Sep 2026")
        await act(pilot, "u")
        assert len(listed(pilot)) == 3


async def test_going_to_a_day_goes_back_to_the_order_of_time() -> None:
    doors()
    async with open_app() as pilot:
        await best_first(pilot)
        await act(pilot, "t", *"october", "enter")
        assert subtitle(pilot) == words.ORDER_NOTES[False]
        assert listed(pilot)[entry_list(pilot).cursor].startswith("14 Oct")
        assert len(listed(pilot)) == 3


async def test_emptying_the_search_goes_back_to_the_newest() -> None:
    doors()
    async with open_app() as pilot:
        await best_first(pilot)
        await act(pilot, "escape")
        assert len(listed(pilot)) == 4
        assert listed(pilot)[0].startswith("Sun 22")
        await look_for(pilot, "door")
        assert listed(pilot)[0].startswith("Sat 21")


async def test_the_order_stays_while_the_words_change() -> None:
    doors()
    async with open_app() as pilot:
        await best_first(pilot)
        await act(pilot, "slash", "backspace", "r")
        assert listed(pilot)[0] == BEST
        await act(pilot, *" -hearing")
        assert listed(pilot)[0] == BEST
        assert len(listed(pilot)) == 2


async def test_without_words_there_is_no_best() -> None:
    doors()
    async with open_app() as pilot:
        await best_first(pilot)
        screen(pilot).query_one(SearchBox).value = "#hearing"
        await settled(pilot)
        assert "o" not in footer(pilot)
        assert words.BEST_FIRST not in screen_text(pilot)
        assert len(listed(pilot)) == 1


async def test_a_change_elsewhere_settles_in_the_order_of_the_best_match() -> None:
    best, *_ = doors()
    async with open_app() as pilot:
        await best_first(pilot)
        await act(pilot, "down")
        stood_on = entry_list(pilot).current_row
        in_journal(lambda journal: journal.entries.delete([best.id]))
        pilot.app.post_message(AppFocus())
        await settled(pilot)
        assert len(listed(pilot)) == 2
        assert entry_list(pilot).current_row == stood_on
        assert words.BEST_FIRST in screen_text(pilot)


async def test_the_footer_and_the_palette_lead_there_too() -> None:
    doors()
    async with open_app(size=LARGE) as pilot:
        await to_history(pilot)
        await look_for(pilot, "door")
        await act(pilot, "enter")
        bar = screen_text(pilot).split("\n")[-1]
        await pilot.click("KeyBar", offset=(bar.index("o Order") - 1 + 2, 0))
        await settled(pilot)
        assert words.BEST_FIRST in screen_text(pilot)
        await press(pilot, "ctrl+p", *"order")
        await press(pilot, "enter")
        await settled(pilot)
        assert words.BEST_FIRST not in screen_text(pilot)


async def test_opening_an_entry_from_elsewhere_finds_it_in_any_order() -> None:
    best, *_, other = doors()
    async with open_app() as pilot:
        await best_first(pilot)
        await screen(pilot).open_entry(best.id)
        await settled(pilot)
        assert entry_list(pilot).current_row == best.row
        await screen(pilot).open_entry(other.id)
        await settled(pilot)
        assert entry_list(pilot).current_row == other.row
        assert len(entry_list(pilot).rows) == 4
        assert house(pilot).screen is screen(pilot)
