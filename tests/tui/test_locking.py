"""Locking while the screen is open: at once, after idle minutes, and what comes back."""

from __future__ import annotations

import asyncio
from threading import Event
from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets.text_area import Selection

from tests.support import FakeClock
from tests.tui.locking import MARK, hold_key, is_locked, lock_journal, pass_minutes, unlock
from tests.tui.support import house, in_journal, open_app, press, screen_text, settle, type_text
from tracejournal.__main__ import main
from tracejournal.config import Config, read_config
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.errors import StoreError
from tracejournal.tui.screens.check_in import CheckInDialog
from tracejournal.tui.screens.dialogs import PickDialog
from tracejournal.tui.screens.hidden import HiddenScreen
from tracejournal.tui.screens.huddle import HuddleDialog
from tracejournal.tui.screens.loops import LoopsDialog
from tracejournal.tui.screens.pause import PauseDialog
from tracejournal.tui.screens.places import PlacesDialog
from tracejournal.tui.screens.unlock import UnlockScreen
from tracejournal.tui.widgets.moment_line import MomentLine
from tracejournal.words import house as house_words
from tracejournal.words import lock as lock_words
from tracejournal.words import unlock as words

if TYPE_CHECKING:
    from textual.pilot import Pilot


@pytest.fixture
def _locked() -> None:
    """Begin with a locked journal whose key is held."""
    lock_journal()
    hold_key()


MOST_TURNS = 10_000
"""Turns of the loop until a key has done what it does."""

locked = pytest.mark.usefixtures("_locked")


def drafts() -> list[str]:
    hold_key()
    return [draft.words for draft in in_journal(lambda journal: journal.drafts.all())]


@locked
async def test_one_key_locks_and_the_same_caret_and_selection_come_back() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Thanked Priya")
        await press(pilot, "shift+left", "shift+left", "shift+left")
        line = house(pilot).focused
        await press(pilot, "ctrl+l")
        assert is_locked(pilot)
        for part in ("Thanked", MARK, "Today"):
            assert part not in screen_text(pilot)
        await unlock(pilot)
        assert not is_locked(pilot)
        assert house(pilot).focused is line
        assert line.selection == Selection((0, 13), (0, 10))  # type: ignore[union-attr]
        await press(pilot, "x")
        assert "Thanked Prx" in screen_text(pilot)


@locked
@pytest.mark.parametrize("key", ["alt+2", "alt+3", "alt+4", "alt+5", "f6", "alt+l", "f9", "f2"])
async def test_every_screen_comes_back_as_it_was(key: str) -> None:
    async with open_app() as pilot:
        await press(pilot, key)
        before, focused = screen_text(pilot), house(pilot).focused
        await press(pilot, "ctrl+l")
        assert is_locked(pilot)
        assert MARK not in screen_text(pilot)
        await unlock(pilot)
        assert screen_text(pilot) == before
        assert house(pilot).focused is focused


@locked
async def test_a_dialog_waits_beneath_with_its_unfinished_words() -> None:
    async with open_app() as pilot:
        await press(pilot, "ctrl+g", "6")
        before = screen_text(pilot)
        await press(pilot, "ctrl+l")
        assert is_locked(pilot)
        assert len(drafts()) == 1
        await unlock(pilot)
        assert isinstance(house(pilot).screen, CheckInDialog)
        assert screen_text(pilot) == before


@locked
async def test_the_palette_locks_too_and_stays_beneath() -> None:
    async with open_app() as pilot:
        await press(pilot, "ctrl+p", *"lock", "space", *"now", "enter")
        assert is_locked(pilot)
        await unlock(pilot)
        assert MARK in screen_text(pilot)
        await press(pilot, "ctrl+p", "ctrl+l")
        assert is_locked(pilot)
        assert house_words.PALETTE_HINT not in screen_text(pilot)
        await unlock(pilot)
        assert house_words.PALETTE_HINT in screen_text(pilot)


@locked
@pytest.mark.parametrize(("key", "kind"), [("f12", HiddenScreen), ("f5", PauseDialog)])
async def test_what_hides_or_pauses_is_covered_and_comes_back(key: str, kind: type) -> None:
    clock = FakeClock()
    async with open_app(clock) as pilot:
        await press(pilot, key)
        await pass_minutes(pilot, clock, 10)
        assert is_locked(pilot)
        assert isinstance(house(pilot).screen, UnlockScreen)
        await unlock(pilot)
        assert isinstance(house(pilot).screen, kind)
        await press(pilot, key)
        assert MARK in screen_text(pilot)


@locked
async def test_what_was_said_goes_and_nothing_is_said_over_it() -> None:
    async with open_app() as pilot:
        app = house(pilot)
        app.say("a name")
        await settle(pilot)
        assert "a name" in screen_text(pilot)
        await press(pilot, "ctrl+l")
        assert "a name" not in screen_text(pilot)
        app.say("a name")
        app.refuse(StoreError("a reason"))
        await settle(pilot)
        assert not list(app._notifications)
        assert is_locked(pilot)


async def test_of_a_plain_journal_it_says_how_to_set_a_lock_up() -> None:
    clock = FakeClock()
    async with open_app(clock) as pilot:
        await press(pilot, "ctrl+l")
        assert [each.message for each in pilot.app._notifications] == [words.HOW_TO_LOCK]
        await pass_minutes(pilot, clock, 600)
        assert not isinstance(pilot.app.screen, UnlockScreen)


@locked
async def test_words_are_saved_before_it_is_locked() -> None:
    async with open_app() as pilot:
        await pilot.press(*"Half", "ctrl+l")
        await settle(pilot)
        assert is_locked(pilot)
        assert drafts() == ["Half"]


@locked
async def test_where_the_disk_is_full_it_locks_all_the_same_and_the_words_stay() -> None:
    async with open_app() as pilot:
        await lock_with_a_full_disk(pilot)
        assert drafts() == []
        await unlock(pilot)  # a file that is opened again has room
        assert LONG.split(maxsplit=1)[0] in screen_text(pilot)
        assert drafts() == [LONG]


LONG = "qxvlongqz " * 20_000 + "end"
"""More than the pages that are left can take."""


async def lock_with_a_full_disk(pilot: Pilot[int]) -> None:
    app = house(pilot)
    pages = await app.journal.ask(lambda j: j._store.value("PRAGMA page_count"))
    app.journal.ask_now(lambda j: j._store.run(f"PRAGMA max_page_count = {pages}"))
    app.screen.query_one(MomentLine).show_words(LONG)
    await press(pilot, "ctrl+l")
    assert is_locked(pilot)


@locked
@pytest.mark.parametrize(
    ("opens", "kind"), [("f2", PlacesDialog), ("alt+g", PickDialog), ("alt+l", LoopsDialog)]
)
async def test_what_was_on_its_way_waits_behind_the_unlock_screen(opens: str, kind: type) -> None:
    async with open_app() as pilot:
        may_go_on = Event()
        busy = asyncio.ensure_future(house(pilot).journal.ask(lambda _: may_go_on.wait()))
        for key in (opens, "ctrl+l"):
            pilot.app.post_message(events.Key(key, None))
        for _ in range(MOST_TURNS):
            if house(pilot).locking.is_on:
                break
            await asyncio.sleep(0)
        may_go_on.set()
        await busy
        await settle(pilot)
        assert isinstance(pilot.app.screen, UnlockScreen)
        assert MARK not in screen_text(pilot)
        await unlock(pilot)
        assert isinstance(pilot.app.screen, kind)


# After idle minutes


@locked
@pytest.mark.parametrize(
    ("chosen", "minutes", "locks"),
    [(10, 9, False), (10, 10, True), (3, 3, True), (60, 59, False), (0, 5000, False)],
)
async def test_it_locks_after_the_minutes_that_were_chosen(
    chosen: int, minutes: int, locks: bool
) -> None:
    clock = FakeClock()
    async with open_app(clock, config=Config(lock_after=chosen)) as pilot:
        await pass_minutes(pilot, clock, minutes)
        assert is_locked(pilot) == locks


@locked
async def test_every_key_and_the_mouse_put_it_off() -> None:
    clock = FakeClock()
    async with open_app(clock) as pilot:
        for doing in ("key", "mouse", "paste"):
            clock.pass_time(minutes=4)
            if doing == "key":
                await press(pilot, "x")
            elif doing == "mouse":
                house(pilot).post_message(
                    events.MouseDown(None, 5, 5, 0, 0, 1, shift=False, meta=False, ctrl=False)
                )
            else:
                house(pilot).post_message(events.Paste("words"))
            await settle(pilot)
            await pass_minutes(pilot, clock, 5)
            assert not is_locked(pilot), doing
        await pass_minutes(pilot, clock, 5)
        assert is_locked(pilot)


@locked
async def test_the_first_key_after_a_sleep_of_the_machine_locks_and_is_nobodys_word() -> None:
    clock = FakeClock()
    async with open_app(clock) as pilot:
        await press(pilot, *"Half")
        clock.pass_time(hours=8)
        await press(pilot, "x")
        assert is_locked(pilot)
        await unlock(pilot)
        assert "Half" in screen_text(pilot)
        assert "Halfx" not in screen_text(pilot)


@locked
async def test_a_clock_that_was_set_back_locks_and_one_that_was_put_right_does_not() -> None:
    clock = FakeClock()
    async with open_app(clock) as pilot:
        await pass_minutes(pilot, clock, -0.5)
        assert not is_locked(pilot)
        await pass_minutes(pilot, clock, -60)
        assert is_locked(pilot)


@locked
async def test_a_huddle_whose_timer_runs_is_left_alone_until_it_is_over() -> None:
    clock = FakeClock()
    async with open_app(clock) as pilot:
        await press(pilot, "f7", "1", "ctrl+t", "alt+up", "alt+up")  # twelve minutes
        await pass_minutes(pilot, clock, 11)
        assert not is_locked(pilot)
        await pass_minutes(pilot, clock, 2)
        await pass_minutes(pilot, clock, 7)
        assert not is_locked(pilot)
        await pass_minutes(pilot, clock, 3)
        assert is_locked(pilot)
        await unlock(pilot)
        assert isinstance(house(pilot).screen, HuddleDialog)


@locked
async def test_while_it_is_locked_minutes_pass_and_windows_are_left_without_a_question() -> None:
    clock = FakeClock()
    async with open_app(clock) as pilot:
        await press(pilot, *"Half", "ctrl+l")
        for _ in range(3):
            await pass_minutes(pilot, clock, 40)
            await house(pilot).on_app_blur()
            await house(pilot).on_app_focus()
        assert is_locked(pilot)
        assert not list(pilot.app._notifications)
        await unlock(pilot)
        assert "10:42" in screen_text(pilot)


@locked
async def test_what_another_window_kept_meanwhile_is_there_after_it() -> None:
    async with open_app() as pilot:
        await press(pilot, "ctrl+l")
        hold_key()
        in_journal(lambda journal: journal.entries.keep(Draft(Moment("From elsewhere"))))
        await unlock(pilot)
        assert "From elsewhere" in screen_text(pilot)


# Leaving


@locked
@pytest.mark.parametrize("key", ["ctrl+q", "f10"])
async def test_leaving_loses_nothing_and_asks_nothing(key: str) -> None:
    async with open_app() as pilot:
        await press(pilot, *"Half", "ctrl+l", key)
        assert not pilot.app.is_running
        assert pilot.app.return_code == 0
    assert drafts() == ["Half"]


@locked
async def test_words_that_could_not_be_saved_are_put_aside_on_leaving() -> None:
    async with open_app() as pilot:
        await lock_with_a_full_disk(pilot)
        await press(pilot, "ctrl+q")
        assert pilot.app.return_code == 1
    hold_key()
    async with open_app() as pilot:
        assert MARK in screen_text(pilot)
        assert drafts() == [LONG]


async def test_notes_are_taken_in_where_it_opens_without_a_question_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lock_journal()
    assert main(["log", "Sealed meanwhile", "--on", "2026-11-23"]) == 0
    hold_key()  # as an unlocked session or the keyring does
    async with open_app() as pilot:
        assert "Sealed meanwhile" in screen_text(pilot)
        assert lock_words.taken_in(1) in screen_text(pilot)
    capsys.readouterr()


# Settings


async def test_the_minutes_are_a_row_of_settings() -> None:
    async with open_app() as pilot:
        await press(pilot, "f9", "up", "right")
        assert house(pilot).config.lock_after == read_config().lock_after == 20
        await press(pilot, *["right"] * 3)
        assert house(pilot).config.lock_after == read_config().lock_after == 0
        await press(pilot, "u", "u", "u", "u")
        assert house(pilot).config == read_config() == Config()
