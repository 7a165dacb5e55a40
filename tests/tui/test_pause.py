"""The pause: chosen, still, unrecorded, and one key from anywhere and back."""

from __future__ import annotations

import pytest
from textual.widgets import Input, OptionList
from textual.widgets.text_area import Selection

from tests.tui.support import SMALL, house, in_journal, open_app, press, screen_text, type_text
from tracejournal.config import Config
from tracejournal.tui.screens.pause import PauseDialog, breath_at
from tracejournal.words import pause as words

NAMES = [name for _, name, _ in words.WAYS]


async def test_rule_31_grounding_offers_a_choice_and_breath_is_never_the_only_one() -> None:
    async with open_app() as pilot:
        await press(pilot, "f5")
        shown = screen_text(pilot)
        assert all(name in shown for name in NAMES)
        assert [key for key, _, _ in words.WAYS][-1] == words.BREATH
        assert pilot.app.screen.query_one(OptionList).highlighted is None
        assert not any(line in shown for _, _, said in words.WAYS for line in said)


@pytest.mark.parametrize(("keys", "way"), [("1", 0), ("2", 1), ("3", 2), ("down", 0), ("up", 2)])
async def test_a_way_is_chosen_by_its_number_or_the_arrows(keys: str, way: int) -> None:
    async with open_app() as pilot:
        await press(pilot, "f5", keys)
        shown = screen_text(pilot)
        assert all(line in shown for line in words.WAYS[way][2])


async def test_a_way_is_chosen_with_the_mouse() -> None:
    async with open_app() as pilot:
        await press(pilot, "f5")
        await pilot.click(OptionList, offset=(6, 1))
        assert words.WAYS[1][2][0] in screen_text(pilot)


@pytest.mark.parametrize("back", ["escape", "f5"])
@pytest.mark.parametrize("chosen", [(), ("3",)])
async def test_one_key_goes_back_to_the_same_caret_and_selection(
    back: str, chosen: tuple[str, ...]
) -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Thanked Priya")
        await press(pilot, "shift+left", "shift+left", "shift+left")
        line = house(pilot).focused
        await press(pilot, "f5", *chosen)
        assert isinstance(pilot.app.screen, PauseDialog)
        await press(pilot, back)
        assert house(pilot).focused is line
        assert line.selection == Selection((0, 13), (0, 10))  # type: ignore[union-attr]
        await press(pilot, "x")
        assert "Thanked Prx" in screen_text(pilot)


@pytest.mark.parametrize(
    "there",
    [("alt+2",), ("alt+3", "slash", "t", "e", "a"), ("f6",), ("ctrl+g", "6"), ("f1",), ("ctrl+p",),
     ("f12",), ("f2",), ("f9",), ("escape", "w"), ("f3",)],
)  # fmt: skip
async def test_the_pause_is_one_key_from_everywhere_and_back(there: tuple[str, ...]) -> None:
    async with open_app() as pilot:
        await press(pilot, *there)
        screen, focused = pilot.app.screen, pilot.app.focused
        before = screen_text(pilot)
        await press(pilot, "f5")
        assert isinstance(pilot.app.screen, PauseDialog)
        await press(pilot, "1", "escape")
        assert pilot.app.screen is screen
        assert pilot.app.focused is focused
        assert screen_text(pilot) == before


async def test_what_is_marked_in_a_short_line_stays_marked() -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+3", "slash", *"coffee", "home", "shift+right", "shift+right")
        line = pilot.app.screen.query_one(Input)
        marked = line.selection
        await press(pilot, "f5", "2", "f5")
        assert line.selection == marked
        assert line.has_focus


async def test_nothing_of_a_pause_is_recorded_or_asked_after() -> None:
    async with open_app() as pilot:
        before = await house(pilot).journal.ask(lambda journal: journal.change_count())
        await press(pilot, "f5", "1", "2", "3", "escape")
        after = await house(pilot).journal.ask(lambda journal: journal.change_count())
        assert after == before
        assert not pilot.app._notifications
    assert not in_journal(lambda journal: journal.drafts.all())


async def test_the_screen_behind_is_not_seen_meanwhile() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "A heavy word")
        house(pilot).say("Kept · peer huddle")
        await press(pilot, "f5")
        assert "A heavy word" not in screen_text(pilot)
        assert "Kept" not in screen_text(pilot)


@pytest.mark.parametrize("motion", [False, True])
async def test_it_stands_still_unless_motion_was_asked_for(motion: bool) -> None:
    async with open_app(config=Config(motion=motion)) as pilot:
        await press(pilot, "f5", "3")
        assert (breath_at(0) in screen_text(pilot)) is motion
        timers = [timer.name for timer in pilot.app.screen._timers]
        assert ("breath" in timers) is motion
        await press(pilot, "1")
        assert "━" not in screen_text(pilot)


def test_the_line_grows_with_the_air_that_comes_and_shrinks_longer() -> None:
    lengths = [breath_at(second).count("━") for second in range(10)]
    assert lengths == [6, 12, 18, 24, 24, 20, 16, 12, 8, 4]
    assert breath_at(13) == breath_at(3)


async def test_it_fits_a_small_window() -> None:
    async with open_app(size=(60, 16)) as pilot:
        await press(pilot, "f5", "3")
        shown = screen_text(pilot)
        assert words.FOOT in shown
        assert words.WAYS[2][2][-1] in shown
    assert SMALL > (60, 16)
