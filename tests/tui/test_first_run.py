"""The first opening: four questions, each of them skippable, and never in the way of words."""

from __future__ import annotations

import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import Static

from tests.support import FakeClock
from tests.tui.support import LARGE, SMALL, in_journal, press, screen_text, settle, type_text
from tracejournal.config import Config, read_config
from tracejournal.tui.app import TracejournalApp
from tracejournal.tui.screens.first_run import QUESTIONS, FirstRunDialog
from tracejournal.tui.screens.lock_dialog import LockDialog
from tracejournal.tui.screens.today import TodayScreen
from tracejournal.words import first_run as words

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from tracejournal.tui.widgets.moment_line import MomentLine


@asynccontextmanager
async def newcomer(size: tuple[int, int] = SMALL, typed: str = "") -> AsyncIterator[Pilot[int]]:
    """Open the app for the first time, for someone who perhaps types already."""
    app = TracejournalApp(FakeClock(), Config())
    app.is_first_run = True
    async with app.run_test(size=size, notifications=True) as pilot:
        for letter in typed:
            await pilot.press(letter)
        await settle(pilot)
        yield pilot


def line(pilot: Pilot[int]) -> MomentLine:
    """Return the line of Today, which has the cursor."""
    today = pilot.app.screen
    assert isinstance(today, TodayScreen)
    assert today.focused is today.form.line
    return today.form.line


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])
async def test_four_things_are_asked_and_the_answers_hold(size: tuple[int, int]) -> None:
    async with newcomer(size) as pilot:
        for number, question in enumerate(QUESTIONS, start=1):
            seen = screen_text(pilot)
            assert words.TITLE.format(number=number, count=4) in seen
            assert question.asked in seen
            for term in question.terms:
                assert term.label in seen
            await press(pilot, "down", "enter")
        assert line(pilot).text == ""
        assert "f9 has the lock" in screen_text(pilot), "a lock later, perhaps"
        chosen = read_config()
        assert (chosen.roles, chosen.show_words, chosen.theme) == (("supervisor",), False, "dawn")
        assert pilot.app.theme == "dawn"


async def test_several_roles_can_be_marked() -> None:
    async with newcomer() as pilot:
        await press(pilot, "space", "down", "down", "space", "down", "space", "space", "enter")
        assert read_config().roles == ("staff", "administrator")


async def test_the_second_says_plainly_how_private_it_is() -> None:
    async with newcomer() as pilot:
        await press(pilot, "escape")
        seen = " ".join(screen_text(pilot).split())
        assert "It is not encrypted" in seen
        assert "f12 hides the whole screen" in seen


async def test_rule_01_each_question_is_skipped_with_one_key() -> None:
    async with newcomer() as pilot:
        for question in QUESTIONS:
            assert question.asked in screen_text(pilot)
            await press(pilot, "down", "escape")
        assert line(pilot).text == ""
        assert read_config() == Config()
        assert pilot.app.theme == "dusk"


@pytest.mark.parametrize("before", [(), ("escape",), ("escape", "escape", "down")])
async def test_rule_01_all_are_skipped_with_one_key(before: tuple[str, ...]) -> None:
    async with newcomer() as pilot:
        await press(pilot, *before, "ctrl+t")
        assert line(pilot).text == ""
        assert read_config() == Config()
        assert pilot.app.theme == "dusk"


async def test_what_is_typed_at_once_is_in_the_line_and_nothing_is_asked() -> None:
    async with newcomer(typed="Tea") as pilot:
        assert line(pilot).text == "Tea"
        assert "f9 sets things up" in screen_text(pilot)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])
async def test_who_types_instead_of_answering_gets_their_words(size: tuple[int, int]) -> None:
    async with newcomer(size) as pilot:
        assert isinstance(pilot.app.screen, FirstRunDialog)
        await pilot.press(*"3", "space", *"thanks", "space", "at", *"Jo")
        await settle(pilot)
        assert line(pilot).text == "3 thanks @Jo"
        await type_text(pilot, "!")
        await press(pilot, "enter")
        kept = in_journal(lambda journal: list(journal.history.entries("")))
        assert [entry.content.text for entry in kept] == ["3 thanks @Jo!"]


async def test_letters_and_enter_that_come_in_one_go_are_kept_in_order() -> None:
    async with newcomer() as pilot:
        dialog = pilot.app.screen
        for key in (*"Tea", "enter"):
            dialog.post_message(events.Key(key, key if len(key) == 1 else "\r"))
        await settle(pilot)
        kept = in_journal(lambda journal: list(journal.history.entries("")))
        assert [entry.content.text for entry in kept] == ["Tea"]


async def test_what_is_pasted_is_the_beginning_of_a_moment() -> None:
    async with newcomer() as pilot:
        pilot.app.screen.post_message(events.Paste("Thanks to all"))
        await settle(pilot)
        assert line(pilot).text == "Thanks to all"


async def test_the_mouse_answers_too() -> None:
    async with newcomer() as pilot:
        await press(pilot, "escape")
        await pilot.click("OptionList", offset=(6, 1))
        await settle(pilot)
        assert read_config().show_words is False
        assert QUESTIONS[2].asked in screen_text(pilot)


async def test_a_lock_now_leads_on_to_it_and_escape_leaves_it_be() -> None:
    async with newcomer() as pilot:
        await press(pilot, "escape", "escape", "escape")
        assert "How private" in screen_text(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LockDialog)
        await press(pilot, "escape")
        assert line(pilot).text == ""
        assert "f9 sets things up" in screen_text(pilot)
    assert not in_journal(lambda journal: journal.is_locked)


async def test_a_new_journal_can_be_locked_at_once() -> None:
    async with newcomer() as pilot:
        await press(pilot, "escape", "escape", "escape", "enter", "enter")
        await press(pilot, *"boats", "enter")
        await press(pilot, *"boats", "enter")
        key = str(pilot.app.screen.query_one(".key", Static).content)
        await press(pilot, "enter", *key.rsplit(maxsplit=1)[-1], "enter")
        await press(pilot, "enter")
        await press(pilot, *"Tea", "enter")
    assert in_journal(lambda journal: journal.is_locked)
    assert in_journal(lambda journal: len(list(journal.history.entries()))) == 1


async def test_no_lock_is_said_no_more_of() -> None:
    async with newcomer() as pilot:
        await press(pilot, "escape", "escape", "escape", "down", "down", "enter")
        assert line(pilot).text == ""
        assert "f9 sets things up" in screen_text(pilot)


async def test_where_no_lock_is_possible_none_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    async with newcomer() as pilot:
        assert words.TITLE.format(number=1, count=3) in screen_text(pilot)
        await press(pilot, "escape", "escape", "escape")
        assert line(pilot).text == ""


async def test_hiding_and_leaving_work_from_there() -> None:
    async with newcomer() as pilot:
        await press(pilot, "f12")
        assert QUESTIONS[0].asked not in screen_text(pilot)
        await press(pilot, "f12")
        assert QUESTIONS[0].asked in screen_text(pilot)
        await press(pilot, "ctrl+q")
        assert not pilot.app.is_running or pilot.app._exit
