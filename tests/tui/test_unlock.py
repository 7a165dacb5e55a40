"""Before a locked journal: every key, every slip, and what does not act there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from tests.support import FakeClock
from tests.tui.locking import (
    MARK,
    PASS,
    hold_key,
    is_locked,
    leave_notes,
    lock_journal,
    pass_minutes,
    unlock,
)
from tests.tui.support import LARGE, SMALL, house, in_journal, open_app, press, screen_text, settle
from tracejournal.journal.lock import Lock, NewLock, new_lock
from tracejournal.tui.screens.help import HelpDialog
from tracejournal.tui.screens.pause import PauseDialog
from tracejournal.tui.screens.people_to_call import PeopleToCallDialog
from tracejournal.tui.screens.unlock import UnlockScreen
from tracejournal.tui.widgets.contact_list import ContactList
from tracejournal.tui.widgets.secret_line import SecretLine
from tracejournal.words import call, today
from tracejournal.words import house as house_words
from tracejournal.words import unlock as words

if TYPE_CHECKING:
    from pathlib import Path

TODAY = today.PONDER


@pytest.fixture(autouse=True)
def new() -> NewLock:
    return lock_journal()


def line(screen: object) -> SecretLine:
    assert isinstance(screen, UnlockScreen)
    return screen.query_one(SecretLine)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_passphrase_opens_today_and_is_never_shown(size: tuple[int, int]) -> None:
    async with open_app(size=size) as pilot:
        assert is_locked(pilot)
        assert words.ABOUT in screen_text(pilot)
        assert TODAY not in screen_text(pilot)
        await press(pilot, *"boats")
        assert "boats" not in screen_text(pilot)
        assert "•••••" in screen_text(pilot)
        await unlock(pilot)
        assert not is_locked(pilot)
        assert MARK in screen_text(pilot)
        await press(pilot, *"Tea", "enter")
        assert "Tea" in screen_text(pilot)


@pytest.mark.parametrize("wrong", ["three small goats", PASS.upper(), f"{PASS} "])
async def test_a_wrong_one_is_said_calmly_and_the_line_is_empty_as_often_as_it_happens(
    wrong: str,
) -> None:
    async with open_app() as pilot:
        seen = set()
        for _ in range(4):
            await unlock(pilot, wrong)
            assert is_locked(pilot)
            field = line(house(pilot).screen)
            assert (field.value, field.has_focus, field.password) == ("", True, True)
            seen.add(screen_text(pilot))
        (said,) = seen  # nothing is counted
        assert "Look at Caps Lock" in said
        await unlock(pilot)
        assert not is_locked(pilot)


async def test_enter_in_an_empty_line_does_nothing() -> None:
    async with open_app() as pilot:
        before = screen_text(pilot)
        await press(pilot, "enter", "enter")
        assert screen_text(pilot) == before


@pytest.mark.parametrize("composed", ["e\u0301te\u0301", "été"])
async def test_a_passphrase_of_another_alphabet(composed: str) -> None:
    hold_key()
    Lock(FakeClock()).change_passphrase("été")
    Lock.forget()
    async with open_app() as pilot:
        await unlock(pilot, composed)
        assert not is_locked(pilot)


async def test_the_recovery_key_opens_it_and_a_new_passphrase_is_set(new: NewLock) -> None:
    async with open_app() as pilot:
        await press(pilot, *"half", "ctrl+r")
        assert line(house(pilot).screen).value == "", "what was typed hidden is not shown"
        assert words.RECOVERY_TITLE in screen_text(pilot)
        house(pilot).screen.query_one(SecretLine).post_message(
            events.Paste(f" {new.recovery_key[:30].lower()}\n{new.recovery_key[30:]}")
        )
        await settle(pilot)
        assert new.recovery_key[30:] in screen_text(pilot)
        await press(pilot, "enter")
        assert words.NEW_TITLE in screen_text(pilot)
        assert new.recovery_key[30:] not in screen_text(pilot)
        for typed in ("fresh", "flesh"):  # a slip
            await press(pilot, *typed)
            assert typed not in screen_text(pilot)
            await press(pilot, "enter")
        assert words.DIFFERENT in screen_text(pilot)
        await press(pilot, *"fresh", "enter", *"fresh", "enter")
        assert MARK in screen_text(pilot)
        assert [each.message for each in pilot.app._notifications] == [words.PASSPHRASE_SET]
        await press(pilot, "ctrl+l")
        await unlock(pilot)
        assert "Look at Caps Lock" in screen_text(pilot)
        await unlock(pilot, "fresh")
        assert not is_locked(pilot)


async def test_the_passphrase_can_stay_as_it_is(new: NewLock) -> None:
    async with open_app() as pilot:
        await press(pilot, "ctrl+r")
        await unlock(pilot, new.recovery_key)
        await press(pilot, "escape")
        assert MARK in screen_text(pilot)
        await press(pilot, "ctrl+l")
        await unlock(pilot)
        assert not is_locked(pilot)


@pytest.mark.parametrize("how", ["idle", "ctrl+l"])
async def test_what_the_recovery_key_opened_locks_again(new: NewLock, how: str) -> None:
    clock = FakeClock()
    async with open_app(clock) as pilot:
        await press(pilot, "ctrl+r")
        await unlock(pilot, new.recovery_key)
        await press(pilot, *"fre", "enter")
        if how == "idle":
            await pass_minutes(pilot, clock, 10)
        else:
            await press(pilot, how)
        assert words.TITLE in screen_text(pilot)
        assert line(house(pilot).screen).value == ""
        assert is_locked(pilot)
        await press(pilot, "escape")
        assert is_locked(pilot), "a key that let its owner in lets nobody in now"
        await unlock(pilot)
        assert MARK in screen_text(pilot)


async def test_a_slip_in_the_recovery_key_and_another_ones(new: NewLock) -> None:
    async with open_app() as pilot:
        await press(pilot, "ctrl+r")
        slip = f"{new.recovery_key[:-1]}1"
        await unlock(pilot, slip)
        assert "a letter of it is off" in screen_text(pilot)
        assert line(house(pilot).screen).value == slip, "only the slip is typed again"
        await unlock(pilot, new_lock("x").recovery_key)
        assert "it belongs to" in screen_text(pilot)
        assert is_locked(pilot)
        await press(pilot, "escape")
        assert words.ABOUT in screen_text(pilot)
        assert line(house(pilot).screen).password
        await unlock(pilot)
        assert not is_locked(pilot)


async def test_notes_that_wait_are_counted_and_nothing_more_is_told() -> None:
    leave_notes(1)
    async with open_app() as pilot:
        assert "1 note waits." in screen_text(pilot)
        leave_notes(2)
        await house(pilot)._minute()
        await settle(pilot)
        assert "2 notes wait." in screen_text(pilot)


@pytest.mark.parametrize(
    "key",
    [
        *(f"alt+{number}" for number in range(1, 6)),
        *("f2", "f4", "f6", "f7", "f8", "f9", "ctrl+g", "alt+g", "alt+l", "alt+m", "alt+x"),
        *("alt+r", "alt+b", "alt+n", "alt+t", "alt+o", "ctrl+p", "ctrl+l", "ctrl+o", "ctrl+s"),
        *("ctrl+n", "ctrl+t", "ctrl+c", "escape", "tab", "shift+tab", "up", "down"),
    ],
)
async def test_what_needs_the_journal_does_not_act(key: str) -> None:
    async with open_app() as pilot:
        await press(pilot, "x", key, key)
        assert is_locked(pilot)
        assert isinstance(house(pilot).screen, UnlockScreen)
        assert line(house(pilot).screen).value == "x"
        assert line(house(pilot).screen).has_focus
        await unlock(pilot)
        assert MARK in screen_text(pilot)


@pytest.mark.parametrize("char", ["1", "5", "question_mark", "u", "w", "b", "I", "y", "l", "space"])
async def test_what_is_a_command_elsewhere_is_a_letter_of_the_passphrase(char: str) -> None:
    async with open_app() as pilot:
        await press(pilot, char)
        assert len(line(house(pilot).screen).value) == 1
        assert isinstance(house(pilot).screen, UnlockScreen)


@pytest.mark.parametrize(
    ("key", "kind"), [("f3", PeopleToCallDialog), ("f5", PauseDialog), ("f1", HelpDialog)]
)
async def test_help_pause_and_people_to_call_work_there(key: str, kind: type) -> None:
    async with open_app() as pilot:
        await press(pilot, *"three", key)
        assert isinstance(house(pilot).screen, kind)
        assert "ctrl+p" not in screen_text(pilot), "no palette opens there"
        await press(pilot, "escape")
        assert line(house(pilot).screen).value == "three"
        await press(pilot, "space", *"small", "space", *"boats", "enter")
        assert not is_locked(pilot)


async def test_numbers_come_along_without_the_journal_and_nothing_can_be_changed() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "f3")
        assert call.ONLY_WHAT_COMES_ALONG in screen_text(pilot)
        assert "Nobody yet" not in screen_text(pilot)  # it may not be true
        assert call.KEYS not in screen_text(pilot)  # and nothing can be changed
        listed = house(pilot).screen.query_one(ContactList)
        assert listed.option_count > 5
        before = screen_text(pilot)
        await press(pilot, "a", "e", "K", "J", "x", "v", "d", "home", "enter")
        assert isinstance(house(pilot).screen, PeopleToCallDialog)
        assert house_words.HELP_TITLE not in before
        await press(pilot, "escape")
        await unlock(pilot)
        assert not is_locked(pilot)


async def test_hiding_works_and_what_hides_stays_while_it_opens() -> None:
    async with open_app() as pilot:
        line(house(pilot).screen).value = PASS
        await pilot.press("enter", "f12")
        await settle(pilot)
        assert screen_text(pilot).split() == house_words.HIDDEN.split()
        await press(pilot, "f12")
        assert MARK in screen_text(pilot)


@pytest.mark.parametrize("key", ["ctrl+q", "f10"])
async def test_one_key_leaves(key: str) -> None:
    async with open_app() as pilot:
        await press(pilot, "x", key)
        assert not pilot.app.is_running
        assert pilot.app.return_code == 0


async def test_a_lock_that_was_removed_elsewhere_meanwhile_is_no_lock() -> None:
    async with open_app() as pilot:
        hold_key()
        Lock(FakeClock()).remove()
        Lock.forget()
        line(house(pilot).screen).value = "anything"
        await press(pilot, "enter")
        assert MARK in screen_text(pilot)
        assert [each.message for each in pilot.app._notifications] == [words.LOCK_GONE]


@pytest.fixture
def _slots_are_gone(home: Path) -> None:
    for slot in home.rglob("*-passphrase.age"):
        slot.unlink()


@pytest.mark.usefixtures("_slots_are_gone")
async def test_slots_that_are_gone_are_told() -> None:
    async with open_app() as pilot:
        await unlock(pilot)
        assert "There is nothing here that opens the journal with a passphrase" in screen_text(
            pilot
        )
        assert is_locked(pilot)


async def test_nothing_of_the_line_can_be_copied() -> None:
    async with open_app() as pilot:
        await press(pilot, *"boats", "ctrl+shift+a", "ctrl+c")
        assert pilot.app.clipboard == ""
        await press(pilot, "ctrl+x")
        assert pilot.app.clipboard == ""
        assert line(house(pilot).screen).value == ""


async def test_a_journal_that_is_open_to_this_process_begins_with_today() -> None:
    hold_key()
    async with open_app() as pilot:
        assert not is_locked(pilot)
        assert MARK in screen_text(pilot)
        assert in_journal(lambda journal: journal.is_locked)
