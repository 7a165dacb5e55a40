from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from tests.support import FakeClock
from tests.tui.support import (
    LARGE,
    house,
    in_journal,
    open_app,
    press,
    screen_text,
    settle,
    type_text,
)
from tracejournal.model.entry import CheckIn, Draft, Entry, Moment
from tracejournal.tui.screens.base import HouseScreen
from tracejournal.tui.widgets.entry_list import EntryList
from tracejournal.tui.widgets.moment_form import MomentForm
from tracejournal.tui.widgets.moment_line import MomentLine
from tracejournal.tui.widgets.prompt_card import PromptCard

if TYPE_CHECKING:
    from tracejournal.journal.journal import Journal


def kept(journal: Journal) -> list[Entry]:
    return list(journal.history.entries())


def moments() -> list[Moment]:
    contents = (entry.content for entry in in_journal(kept))
    return [content for content in contents if isinstance(content, Moment)]


async def test_a_line_and_enter_is_kept() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Thanked @Priya for covering #gratitude")
        await press(pilot, "enter")
        assert "Kept · note of gratitude · @Priya" in screen_text(pilot)
        assert pilot.app.query_one(MomentLine).text == ""
        assert isinstance(pilot.app.focused, MomentLine)
    (moment,) = moments()
    assert moment.text == "Thanked @Priya for covering #gratitude"
    assert (moment.people, moment.tags) == (("Priya",), ("gratitude",))
    assert (moment.kind, moment.direction) == ("gratitude", "given")


async def test_the_kind_follows_the_words_until_it_is_chosen() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Thanked Sam")
        assert "note of gratitude" in screen_text(pilot)
        await press(pilot, "tab", "right")
        await press(pilot, "shift+tab")
        await type_text(pilot, " for a huddle")
        await press(pilot, "enter")
    assert moments()[0].kind == "asked"


async def test_everything_else_is_one_key_further() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Long talk")
        await press(pilot, "tab", "tab", "right", "tab", "tab", "right", "tab", "7", "tab", "space")
        await type_text(pilot, "time")
        await press(pilot, "enter", "escape", "tab", "space", "enter", "escape", "enter")
        assert not pilot.app.query_one(MomentForm).has_class("-open")
    (moment,) = moments()
    assert (moment.direction, moment.mode, moment.supported) == ("given", "in-person", 7)
    assert moment.present == ("time",)
    assert moment.missing == ("time",)


async def test_date_and_time_can_be_set_back() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Walk with Jo")
        await press(pilot, "tab", *["tab"] * 7, "space")
        await type_text(pilot, "yesterday 25:00")
        await press(pilot, "enter")
        assert "not a day I can read" in screen_text(pilot)
        await press(pilot, *["backspace"] * 5)
        await type_text(pilot, "18.30")
        await press(pilot, "enter", "enter")
    entry = in_journal(kept)[0]
    assert entry.when.on.isoformat() == "2026-11-22"
    assert f"{entry.when.at:%H:%M}" == "18:30"


async def test_names_are_completed_while_typing() -> None:
    in_journal(lambda journal: journal.entries.keep(Draft(Moment("@Priya and @Night_team #late"))))
    async with open_app() as pilot:
        await type_text(pilot, "Thanked @ni")
        assert "@Night_team" in screen_text(pilot)
        await press(pilot, "tab")
        await type_text(pilot, "#la")
        await press(pilot, "tab", "enter")
    latest = moments()[0]
    assert latest.text == "Thanked @Night_team #late "
    assert (latest.people, latest.tags) == (("Night team",), ("late",))


async def test_an_empty_line_is_kept_only_when_asked_twice() -> None:
    async with open_app() as pilot:
        await press(pilot, "enter")
        assert in_journal(kept) == []
        assert "Enter once more" in screen_text(pilot)
        await press(pilot, "enter")
    assert len(moments()) == 1


async def test_the_first_screen_is_the_same_after_any_absence() -> None:
    clock = FakeClock()
    in_journal(lambda journal: journal.entries.keep(Draft(Moment("Long ago"))), clock)
    clock.pass_time(days=7)
    async with open_app(clock) as pilot:
        after_a_week = screen_text(pilot)
    clock.pass_time(days=7 * 52)
    async with open_app(clock) as pilot:
        after_a_year = screen_text(pilot)

    def without_prompt_and_date(text: str) -> list[str]:
        lines = text.splitlines()
        return lines[1:7] + lines[9:]

    assert without_prompt_and_date(after_a_week) == without_prompt_and_date(after_a_year)
    assert "Long ago" not in after_a_week


async def test_today_so_far_opens_edits_deletes_and_takes_back() -> None:
    in_journal(lambda journal: journal.entries.keep(Draft(Moment("Dana asked about my week"))))
    async with open_app() as pilot:
        await press(pilot, "escape")
        assert isinstance(pilot.app.focused, EntryList)
        await press(pilot, "e")
        await type_text(pilot, " again")
        await press(pilot, "enter")
        assert "my week again" in screen_text(pilot)
        await press(pilot, "d")
        assert in_journal(kept) == []
        assert "In the trash for 30 days" in screen_text(pilot)
        await press(pilot, "u")
        assert len(in_journal(kept)) == 1
        await press(pilot, "u")
        assert moments()[0].text == "Dana asked about my week"
        await press(pilot, "U")
        assert moments()[0].text == "Dana asked about my week again"


async def test_a_change_leaves_what_the_form_does_not_show_as_it_was() -> None:
    told = Moment("Coffee with @jo", people=("Jo", "Sam"), kind="huddle", minutes=9, fit="yes")
    in_journal(lambda journal: journal.entries.keep(Draft(told)))
    async with open_app() as pilot:
        await press(pilot, "escape", "e")
        await type_text(pilot, " again")
        await press(pilot, "escape", "e", "ctrl+s")
    (moment,) = moments()
    assert moment == told.replace(text="Coffee with @jo again", people=("Jo", "Sam"))


async def test_keeping_can_be_taken_back_and_done_again() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Lunch with Sam")
        await press(pilot, "enter", "escape", "u")
        assert in_journal(kept) == []
        await press(pilot, "U")
    assert len(moments()) == 1


async def test_the_prompt_can_be_passed_over_or_let_be() -> None:
    async with open_app() as pilot:
        first = screen_text(pilot)
        await press(pilot, "ctrl+n")
        second = screen_text(pilot)
        assert first != second
        await press(pilot, "ctrl+t")
        assert "Not today, and that is fine." in screen_text(pilot)
        await press(pilot, "ctrl+n")
        assert screen_text(pilot) == second


async def test_the_prompt_card_has_keys_of_its_own() -> None:
    async with open_app() as pilot:
        pilot.app.query_one(PromptCard).focus()
        before = screen_text(pilot)
        await press(pilot, "n")
        assert screen_text(pilot) != before
        await press(pilot, "t")
        assert "Not today" in screen_text(pilot)


@pytest.mark.parametrize("key", ["ctrl+g", "c"])
async def test_a_check_in_takes_three_gauges_each_optional(key: str) -> None:
    async with open_app() as pilot:
        await press(pilot, "escape", key, "6", "tab", "tab", "1", "0", "tab")
        await type_text(pilot, "tired")
        await press(pilot, "enter")
        assert "energy 6 · supported 10 · tired" in screen_text(pilot)
    content = in_journal(kept)[0].content
    assert isinstance(content, CheckIn)
    assert (content.energy, content.load, content.supported) == (6, None, 10)


async def test_a_check_in_left_alone_keeps_nothing() -> None:
    async with open_app() as pilot:
        await press(pilot, "ctrl+g", "escape")
        await press(pilot, "ctrl+g", "enter")
    assert in_journal(kept) == []


async def test_a_half_typed_line_is_offered_again_after_a_crash_and_not_shown_unasked() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Half a li")
        screen = pilot.app.screen
        assert isinstance(screen, HouseScreen)
        await screen.save_drafts()
    async with open_app() as pilot:
        assert "Half a li" not in screen_text(pilot)
        assert "Words you had not kept are safe" in screen_text(pilot)
        await type_text(pilot, "Something new")
        await press(pilot, "enter", "ctrl+o")
        assert pilot.app.query_one(MomentLine).text == "Half a li"
        await type_text(pilot, "ne")
        await press(pilot, "enter")
    assert [moment.text for moment in moments()] == ["Half a line", "Something new"]
    assert in_journal(lambda journal: journal.drafts.all()) == ()


async def test_leaving_saves_the_line() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Not finished")
        await press(pilot, *["tab"] * 5, "8", "ctrl+q")
    (draft,) = in_journal(lambda journal: journal.drafts.all())
    assert draft.fields == {"text": "Not finished", "supported": 8}


async def test_waiting_words_can_be_let_go() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Rather not")
        await press(pilot, "ctrl+q")
    async with open_app() as pilot:
        await press(pilot, "alt+o", "y")
        assert "Words you had not kept" not in screen_text(pilot)
    assert in_journal(lambda journal: journal.drafts.all()) == ()


async def test_words_stay_where_they_were_typed_when_they_cannot_be_kept() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Do not lose me")
        app = house(pilot)
        await app.journal.ask(lambda journal: journal._store.run("DROP TABLE entry_people"))
        await type_text(pilot, " @Sam")
        await press(pilot, "enter")
        assert pilot.app.query_one(MomentLine).text == "Do not lose me @Sam"
        assert "Try again" in screen_text(pilot)


async def test_what_another_program_keeps_is_seen_when_the_window_is_looked_at() -> None:
    async with open_app() as pilot:
        in_journal(lambda journal: journal.entries.keep(Draft(Moment("From a shell"))))
        await house(pilot).on_app_focus()
        await settle(pilot)
        assert "From a shell" in screen_text(pilot)


async def test_a_paste_of_many_lines_is_kept_whole() -> None:
    pasted = "first\r\nsecond \x1b[31m[bold]x[/bold]\n" + "word " * 1000
    async with open_app() as pilot:
        line = pilot.app.query_one(MomentLine)
        line.post_message(Paste(pasted))
        await settle(pilot)
        await press(pilot, "enter")
    assert moments()[0].text == "first\nsecond [31m[bold]x[/bold]\n" + "word " * 1000


async def test_large_windows_show_the_rows_at_once() -> None:
    async with open_app(size=LARGE) as pilot:
        assert pilot.app.query_one(MomentForm).has_class("-open")
        assert "Good morning." in screen_text(pilot)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert not pilot.app.query_one(MomentForm).has_class("-open")


async def test_a_tiny_window_says_so_and_keeps_the_words() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Still here")
        await pilot.resize_terminal(50, 12)
        await settle(pilot)
        assert "a little small" in screen_text(pilot)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "Still here" in screen_text(pilot)


async def test_an_entry_from_yesterday_night_shows_on_its_own_day() -> None:
    clock = FakeClock()
    in_journal(lambda journal: journal.entries.keep(Draft(Moment("Late"))), clock)
    clock.pass_time(days=1)
    async with open_app(clock) as pilot:
        assert "What you keep today shows here." in screen_text(pilot)
