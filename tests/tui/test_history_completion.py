from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.looking_back import (
    act,
    count_shown,
    draft,
    entry_list,
    keep,
    listed,
    look_for,
    screen,
    settled,
    some_entries,
    to_history,
)
from tests.tui.support import LARGE, SMALL, in_journal, open_app, screen_text, type_text
from tracejournal.model.entry import Moment
from tracejournal.tui.widgets.search_box import SearchBox
from tracejournal.tui.widgets.search_help import SearchHelp
from tracejournal.words import forms
from tracejournal.words import search as hint_words

if TYPE_CHECKING:
    from textual.pilot import Pilot


def typed(pilot: Pilot[int]) -> str:
    return screen(pilot).query_one(SearchBox).value


def offered(pilot: Pilot[int]) -> str:
    """Return the line under the search as a person sees it, or "" where nothing is offered."""
    shown = screen(pilot).query_one(SearchHelp).region
    line = screen_text(pilot).split("\n")[shown.y] if shown.height else ""
    return line.rpartition(forms.COMPLETE)[0].strip()


async def search(pilot: Pilot[int], text: str) -> None:
    await pilot.press("slash")
    await type_text(pilot, text)
    await settled(pilot)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_operators_and_then_their_values_are_offered(size: tuple[int, int]) -> None:
    some_entries()
    async with open_app(size=size) as pilot:
        await to_history(pilot)
        await search(pilot, "k")
        assert "kind:" in offered(pilot)
        await act(pilot, "tab")
        assert typed(pilot) == "kind:"
        assert "note of gratitude" in offered(pilot)
        await act(pilot, *"hud", "tab")
        assert typed(pilot) == "kind:huddle "
        assert offered(pilot) == ""
        assert listed(pilot) == ["Tue 17  ◷ Huddle with @Sam and @Priya #hearing"]
        assert len(listed(pilot)) == 1
        assert screen(pilot).query_one(SearchBox).has_focus


async def test_the_list_waits_for_a_filter_that_is_still_typed() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "slash")
        for key in (*"kind", "colon", "p"):
            await act(pilot, key)
        assert len(listed(pilot)) == 6
        assert "6 entries" in count_shown(pilot)
        await act(pilot, "backspace", *"gra")
        assert len(listed(pilot)) == 2


async def test_people_come_latest_first_and_tags_too() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await search(pilot, "@")
        assert offered(pilot).split() == ["@Priya", "@Sam", "@Night_team"]
        await act(pilot, "n", "tab", "number_sign")
        assert typed(pilot) == "@Night_team #"
        assert offered(pilot).split() == ["#gratitude", "#hearing"]
        await act(pilot, "tab")
        assert typed(pilot) == "@Night_team #gratitude "


async def test_a_name_that_was_kept_meanwhile_is_offered() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        keep(draft(Moment("Lunch with @Zoe"), 1))
        await search(pilot, "@z")
        assert offered(pilot) == "@Zoe"


async def test_what_is_sealed_is_offered_nowhere() -> None:
    entries = some_entries()
    sealed = [entry.id for entry in entries if "Night" in entry.content.text]
    in_journal(lambda journal: journal.entries.seal(sealed))
    async with open_app() as pilot:
        await to_history(pilot)
        await search(pilot, "@n")
        assert offered(pilot) == ""


async def test_without_looks_the_same_with_a_minus() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await search(pilot, "-@sa")
        await act(pilot, "tab")
        assert typed(pilot) == "-@Sam "
        assert len(listed(pilot)) == 4


@pytest.mark.parametrize("key", ["enter", "down"])
async def test_an_offer_is_never_in_the_way_to_the_list(key: str) -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await search(pilot, "pri")
        assert offered(pilot) == ""
        await type_text(pilot, " k")
        assert offered(pilot)
        await act(pilot, key)
        assert entry_list(pilot).has_focus
        assert typed(pilot) == "pri k"
        assert offered(pilot) == ""


async def test_escape_takes_the_offer_away_first() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await search(pilot, "k")
        await act(pilot, "escape")
        assert offered(pilot) == ""
        assert screen(pilot).query_one(SearchBox).has_focus
        assert typed(pilot) == "k"
        await act(pilot, "i")
        assert "kind:" in offered(pilot)
        await act(pilot, "escape", "escape")
        assert entry_list(pilot).has_focus
        assert typed(pilot) == "ki"


async def test_tab_goes_on_where_nothing_is_offered() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await search(pilot, "zzz")
        await act(pilot, "tab")
        assert not screen(pilot).query_one(SearchBox).has_focus
        assert typed(pilot) == "zzz"


async def test_the_caret_decides_what_is_offered() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await search(pilot, "k door")
        assert offered(pilot) == ""
        await act(pilot, "home", "right")
        assert offered(pilot) == "kind:"
        await act(pilot, "delete")
        assert offered(pilot) == ""
        await act(pilot, "space", "left", "tab")
        assert typed(pilot) == "kind: door"


async def test_an_offer_can_be_clicked() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await search(pilot, "@")
        await pilot.click(SearchHelp, offset=(1 + len(" @Priya ") + 2, 0))
        await settled(pilot)
        assert typed(pilot) == "@Sam "
        assert screen(pilot).query_one(SearchBox).has_focus
        await type_text(pilot, "huddle")
        assert typed(pilot) == "@Sam huddle"


async def test_a_name_full_of_signs_is_a_name() -> None:
    keep(draft(Moment("x", people=("[b]Jo[/b]", "[@click=app.quit]Al")), 1))
    async with open_app() as pilot:
        await to_history(pilot)
        await search(pilot, "@")
        assert "@[b]Jo[/b]" in offered(pilot)
        assert "@[@click=app.quit]Al" in offered(pilot)


async def test_what_was_read_another_way_is_hinted_and_no_error() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await look_for(pilot, "on:2026-02-30")
        said = hint_words.NO_SUCH_DAY.format(value="2026-02-30")
        assert said in screen_text(pilot)
        await act(pilot, "escape")
        assert said in screen_text(pilot)
        assert "0 entries" in count_shown(pilot)
        await act(pilot, "escape")
        assert said not in screen_text(pilot)


async def test_an_offer_takes_the_place_of_a_hint() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await search(pilot, "kind:p")
        assert offered(pilot).startswith("checked in with a peer")
        await act(pilot, "escape")
        assert "kind:p can be" in screen_text(pilot)
        await act(pilot, "backspace", *"hud", "tab")
        assert "can be" not in screen_text(pilot)


async def test_the_list_keeps_its_room_while_one_types() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "slash")
        tops = set()
        for key in (*"kind", "colon", *"hud", "tab", *"warm"):
            await act(pilot, key)
            tops.add(screen(pilot).query_one(".list-pane").region.y)
        assert len(tops) == 1
        assert entry_list(pilot).region.height >= 12
