"""People I can call: one key from anywhere, editable, offline, text to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

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
from tracejournal import places
from tracejournal.config import Config, read_config
from tracejournal.store.engine import Store
from tracejournal.tui.screens.contact_form import ContactForm
from tracejournal.tui.screens.people_to_call import PeopleToCallDialog
from tracejournal.words import call as words

if TYPE_CHECKING:
    from pathlib import Path

IRELAND = Config(region="IE")


def mine(section: str = "chosen") -> list[str]:
    page = in_journal(lambda journal: journal.contacts.page("IE"))
    return [each.name for each in page.contacts if each.section == section and each.own]


def add(*names: str) -> None:
    for name in names:
        in_journal(lambda journal, name=name: journal.contacts.add("chosen", {"name": name}))  # type: ignore[misc]


@pytest.mark.parametrize(
    "there",
    [(), ("alt+2",), ("alt+3", "slash", "t"), ("f6",), ("ctrl+g",), ("f1",), ("ctrl+p",), ("f12",),
     ("f2",), ("f9",), ("escape", "w"), ("f5", "1")],
)  # fmt: skip
@pytest.mark.parametrize("back", ["escape", "f3"])
async def test_rule_16_the_page_is_one_key_from_every_screen_and_dialog_and_back(
    there: tuple[str, ...], back: str, home: Path
) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text('region = "IE"\n', "utf-8")  # f9 reads it
    async with open_app(config=IRELAND) as pilot:
        await press(pilot, *there)
        screen, focused = pilot.app.screen, pilot.app.focused
        await press(pilot, "f3")
        shown = screen_text(pilot)
        for said in ("Someone I chose", "At work", "Lines that listen", "116 123", "112 or 999"):
            assert said in shown
        assert "samaritans.org, read 23 Nov 2026" in shown
        await press(pilot, back)
        assert pilot.app.screen is screen
        assert pilot.app.focused is focused


async def test_rule_16_it_shows_what_comes_along_where_the_journal_cannot_be_read() -> None:
    add("Mary")
    async with open_app(config=IRELAND) as pilot:
        with Store(places.journal_file()) as store:  # as damage would, while the app is open
            store.run("DROP TABLE contacts")
        await press(pilot, "f3")
        shown = screen_text(pilot)
        assert "116 123" in shown
        assert "Mary" not in shown
        assert "cannot be read just now" in shown


async def test_rule_17_the_program_never_opens_the_page_by_itself() -> None:
    clock = FakeClock()
    async with open_app(clock, config=IRELAND) as pilot:
        await type_text(pilot, "I cannot go on, it is too much")
        await press(pilot, "enter", "ctrl+g", "1", "tab", "0", "tab", "0", "enter")
        await press(pilot, "alt+2", *"hopeless", "ctrl+s", "alt+3", "alt+1")
        clock.pass_time(days=30)
        await house(pilot)._minute()
        await settle(pilot)
        assert not [s for s in pilot.app.screen_stack if isinstance(s, PeopleToCallDialog)]
        assert "116 123" not in screen_text(pilot)


async def test_one_is_added_where_the_cursor_is() -> None:
    async with open_app(config=IRELAND) as pilot:
        await press(pilot, "f3", "enter", *"Mary", "tab", *"085", "enter")
        await press(pilot, "down", "a", *"Desk", "enter")
        shown = screen_text(pilot)
        assert "Mary" in shown
        assert "yours, since 23 Nov 2026" in shown
    assert (mine(), mine("work")) == (["Mary"], ["Desk"])


async def test_one_is_changed_moved_hidden_shown_and_removed() -> None:
    add("Mary", "Jo")
    async with open_app(config=IRELAND) as pilot:
        await press(pilot, "f3", "j", "K")
        assert mine() == ["Jo", "Mary"]
        await press(pilot, "J")
        assert mine() == ["Mary", "Jo"]
        await press(pilot, "e", "end", *"anne", "enter")
        assert mine() == ["Mary", "Joanne"]
        await press(pilot, "x")
        assert mine() == ["Mary"]
        assert "Joanne" not in screen_text(pilot)
        assert "1 hidden" in screen_text(pilot)
        await press(pilot, "v")
        assert "Joanne" in screen_text(pilot)
        await press(pilot, "j", "x", "v")
        assert mine() == ["Mary", "Joanne"]
        await press(pilot, "d", "n")
        assert mine() == ["Mary", "Joanne"]
        await press(pilot, "d", "y")
        assert mine() == ["Mary"]


async def test_a_line_that_comes_along_is_changed_and_put_back() -> None:
    async with open_app(config=IRELAND, size=LARGE) as pilot:
        await press(pilot, "f3", "down", "down", "d")
        assert isinstance(pilot.app.screen, PeopleToCallDialog)
        await press(pilot, "e", *["tab"] * 5, "end", *"late", "enter")
        assert "freelate" in screen_text(pilot)
        assert "changed by you 23 Nov 2026" in screen_text(pilot)
        await press(pilot, "d", "y")
        assert "freelate" not in screen_text(pilot)


async def test_neither_name_nor_number_is_told_and_the_words_stay() -> None:
    async with open_app(config=IRELAND) as pilot:
        await press(pilot, "f3", "a", *["tab"] * 5, *"kind", "enter")
        assert isinstance(pilot.app.screen, ContactForm)
        assert words.NAME_MISSING in screen_text(pilot).replace("\n", "")
        assert "kind" in screen_text(pilot)


async def test_words_of_a_form_that_was_left_are_a_draft_and_can_be_gone_on_with() -> None:
    async with open_app(config=IRELAND) as pilot:
        await press(pilot, "f3", "down", "a", *"Dana", "tab", *"12", "escape")
    assert mine("work") == []
    async with open_app(config=IRELAND) as pilot:
        await press(pilot, "escape", "w", "enter")
        form = pilot.app.screen
        assert isinstance(form, ContactForm)
        assert [line.value for line in form.query(Input)][:2] == ["Dana", "12"]
        await press(pilot, "enter")
    assert mine("work") == ["Dana"]
    assert in_journal(lambda journal: journal.drafts.all()) == ()


async def test_where_one_is_is_chosen_on_the_page_and_kept() -> None:
    async with open_app() as pilot:
        await press(pilot, "f3")
        assert words.ASK_REGION in screen_text(pilot)
        assert "988" in screen_text(pilot)
        await press(pilot, "r", *"irel", "enter")
        assert words.ASK_REGION not in screen_text(pilot)
        assert "988" not in screen_text(pilot)
    assert read_config().region == "IE"


@pytest.mark.parametrize(("locale", "first"), [("en_CA.UTF-8", "Canada"), ("C", "Australia")])
async def test_the_country_of_the_locale_is_only_put_under_the_cursor(
    locale: str, first: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    async with open_app() as pilot:
        await press(pilot, "f3", "r")
        options = pilot.app.screen.query_one("OptionList")
        assert first in str(options.highlighted_option.prompt)  # type: ignore[attr-defined]
        await press(pilot, "escape")
        assert house(pilot).config.region == ""
    assert read_config().region == ""


async def test_settings_that_cannot_be_written_are_told_and_the_choice_holds(home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text("theme = \n")
    async with open_app() as pilot:
        await press(pilot, "f3", "r", *"irel", "enter")
        assert "116 123" in screen_text(pilot)
        assert "988" not in screen_text(pilot)


async def test_enter_on_a_line_does_nothing_at_all() -> None:
    async with open_app(config=IRELAND) as pilot:
        await press(pilot, "f3", "down", "down", "enter")
        assert isinstance(pilot.app.screen, PeopleToCallDialog)
        before = screen_text(pilot)
        await pilot.click("ContactList", offset=(4, 9))
        await settle(pilot)
        assert isinstance(pilot.app.screen, PeopleToCallDialog)
        assert "116 123" in before


async def test_hostile_words_are_only_words() -> None:
    text = "[red]x[/red] \x1b[31m"
    in_journal(lambda journal: journal.contacts.add("chosen", {"name": text, "note": text}))
    async with open_app(config=IRELAND) as pilot:
        await press(pilot, "f3")
        assert "[red]x[/red]" in screen_text(pilot)


async def test_it_fits_a_small_window() -> None:
    async with open_app(config=IRELAND, size=(60, 16)) as pilot:
        await press(pilot, "f3", "end")
        assert "112 or 999" in screen_text(pilot)
