from __future__ import annotations

from textual import events

from tests.tui.support import house, in_journal, open_app, press, screen_text, settle


async def test_what_is_left_out_of_something_pasted_is_said() -> None:
    async with open_app() as pilot:
        line = house(pilot).focused
        assert line is not None
        line.post_message(events.Paste("red \x1b[31mand\x07 more\r\nbelow"))
        await settle(pilot)
        assert "were left out" in screen_text(pilot)
        await press(pilot, "ctrl+s")
    (kept,) = in_journal(lambda journal: tuple(journal.history.entries()))
    assert kept.content.text == "red [31mand more\nbelow"


async def test_nothing_is_said_of_what_is_pasted_whole() -> None:
    async with open_app() as pilot:
        line = house(pilot).focused
        assert line is not None
        line.post_message(events.Paste("two\r\nlines\tand 👩\u200d👧"))
        await settle(pilot)
        assert "two" in screen_text(pilot)
        assert "left out" not in screen_text(pilot)
