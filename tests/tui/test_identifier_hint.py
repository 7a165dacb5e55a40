"""The quiet line under words that could tell who somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
from tracejournal.config import Config, read_config
from tracejournal.journal.demo import fill_demo
from tracejournal.tui.screens.dialogs import PickDialog
from tracejournal.tui.screens.today import TodayScreen
from tracejournal.tui.widgets.identifier_line import IdentifierLine
from tracejournal.words import hint as words

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

SAID = "Sat with client Mary Smith a while"
COULD = words.COULD.format(what="client Mary Smith")


async def rest(pilot: Pilot[int]) -> None:
    """Let typing rest, without the wait for it."""
    for line in pilot.app.screen.query(IdentifierLine):
        line.look_now()
    await settle(pilot)


async def write(pilot: Pilot[int], text: str) -> None:
    """Type a text, and let typing rest."""
    await type_text(pilot, text)
    await rest(pilot)


def holds(home: Path, *texts: str) -> list[str]:
    """Return which texts stand in any file of a home."""
    held = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    return [text for text in texts if text.encode() in held]


def text_of(pilot: Pilot[int]) -> str:
    """Return what stands in the line of Today."""
    today = pilot.app.screen
    assert isinstance(today, TodayScreen)
    return today.form.line.text


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])
async def test_rule_22_the_hint_is_one_quiet_line_and_says_it_does_not_see_all(
    size: tuple[int, int],
) -> None:
    async with open_app(size=size) as pilot:
        await write(pilot, SAID)
        seen = " ".join(screen_text(pilot).replace("\N{NO-BREAK SPACE}", " ").split())
        assert COULD in seen
        assert words.NOT_ALL in seen
        assert words.ROLE in seen
        assert pilot.app.screen.focused is pilot.app.screen.query_one("#moment-line")


async def test_rule_22_the_hint_never_blocks_and_leaves_no_record(home: Path) -> None:
    async with open_app() as pilot:
        await write(pilot, SAID)
        await press(pilot, "enter")
        kept = in_journal(lambda journal: list(journal.history.entries("")))
        assert [entry.content.text for entry in kept] == [SAID]
        assert COULD not in screen_text(pilot)
    assert not holds(home, "could tell who", "identifier", "client Mary Smith\x00")


async def test_ordinary_words_bring_no_hint() -> None:
    async with open_app() as pilot:
        await write(pilot, "Huddle with @Jo at 10:30 after the MDT")
        assert not pilot.app.screen.query_one(IdentifierLine).is_found


async def test_rule_22_one_key_lets_the_words_be_and_the_next_entry_is_looked_at_again() -> None:
    async with open_app() as pilot:
        await write(pilot, SAID)
        await press(pilot, "ctrl+d")
        assert COULD not in screen_text(pilot)
        await write(pilot, "x and client Bob")
        assert not pilot.app.screen.query_one(IdentifierLine).is_found
        await press(pilot, "enter")
        await write(pilot, SAID)
        assert COULD in screen_text(pilot)


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        (SAID, "Sat with a patient a while"),
        ("My client Mary cried", "A patient cried"),
        ("Well. K.M. is home", "Well. A patient is home"),
    ],
)
async def test_one_key_puts_a_role_in_place_of_the_name(typed: str, after: str) -> None:
    async with open_app() as pilot:
        await write(pilot, typed)
        await press(pilot, "ctrl+f")
        assert isinstance(pilot.app.screen, PickDialog)
        await press(pilot, *"patient", "enter")
        assert text_of(pilot) == after
        await rest(pilot)
        assert not pilot.app.screen.query_one(IdentifierLine).is_found
        await press(pilot, "ctrl+z")
        assert text_of(pilot) == typed


async def test_escape_puts_nothing_in_its_place() -> None:
    async with open_app() as pilot:
        await write(pilot, SAID)
        await press(pilot, "ctrl+f", "escape")
        assert text_of(pilot) == SAID


async def test_for_a_number_there_is_no_role_and_the_key_is_the_texts_own() -> None:
    async with open_app() as pilot:
        await write(pilot, "Ring 07700 900123 back")
        assert "07700 900123” could tell" in screen_text(pilot)
        await press(pilot, "ctrl+f")
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_without_a_hint_its_keys_do_what_they_do_in_texts() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Tea")
        await press(pilot, "home", "ctrl+d")
        assert text_of(pilot) == "ea"


async def test_rule_22_it_is_switched_off_for_good_in_settings() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "f9")
        while getattr(pilot.app.screen.focused, "field", "") != "identifier_hint":
            await press(pilot, "down")
        await press(pilot, "space", "escape")
        await write(pilot, SAID)
        assert not pilot.app.screen.query_one(IdentifierLine).is_found
    assert read_config() == Config(identifier_hint=False)


async def test_a_reflection_has_the_hint_too() -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+2")
        await write(pilot, "J.S. was calm today")
        assert "“J.S.” could tell who someone is" in screen_text(pilot)
        await press(pilot, "ctrl+f", *"resident", "enter")
        assert "A resident was calm today" in screen_text(pilot)


async def test_a_reflection_of_several_lines_gets_the_role_where_the_name_stood() -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+2", *"Tea", "enter", "enter")
        await write(pilot, "saw client Bob")
        await press(pilot, "ctrl+f", *"young", "enter")
        area = pilot.app.screen.focused
        assert getattr(area, "text", "") == "Tea\n\nsaw a young person"


async def test_changing_an_entry_has_the_hint_too() -> None:
    in_journal(fill_demo)
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "escape", "e")
        await write(pilot, " client Bob")
        assert "client Bob” could tell" in screen_text(pilot)
        assert house(pilot).screen.is_modal


async def test_the_mouse_does_both() -> None:
    async with open_app() as pilot:
        await write(pilot, SAID)
        await pilot.click(IdentifierLine)
        await settle(pilot)
        assert isinstance(pilot.app.screen, PickDialog)
        await press(pilot, "enter", "backspace")
        await write(pilot, " 07700 900123")
        await pilot.click(IdentifierLine)
        await settle(pilot)
        assert not pilot.app.screen.query_one(IdentifierLine).is_found
