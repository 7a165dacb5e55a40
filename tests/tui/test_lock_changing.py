"""Another passphrase, another recovery key, everything new, no lock any more."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from tests.support import FakeClock
from tests.tui.lock_steps import PASS, count, heading, is_locked, lines, seen, told, twice, write
from tests.tui.scenes import lock_now
from tests.tui.support import house, in_journal, open_app, press, screen_text, settle
from tracejournal.journal.demo import fill_demo
from tracejournal.journal.lock import Lock
from tracejournal.model.errors import WrongSecret
from tracejournal.store import keys
from tracejournal.tui.screens.dialogs import PickDialog
from tracejournal.tui.screens.today import TodayScreen
from tracejournal.words import lock as lock_words
from tracejournal.words import lock_setup as words
from tracejournal.words.lock import OUT_OF_REACH

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

NEW = "four quiet lamps"
WAYS = {"passphrase": (), "recovery": ("down",), "anew": ("down",) * 2, "remove": ("down",) * 3}


@asynccontextmanager
async def locked() -> AsyncIterator[tuple[Pilot[int], str]]:
    """Open the app on a locked journal; yield it with the recovery key."""
    in_journal(fill_demo)
    async with open_app() as pilot:
        new = await lock_now(house(pilot))
        await settle(pilot)
        yield pilot, new.recovery_key


async def choose(pilot: Pilot[int], way: str) -> None:
    """Begin one of the ways to change it, from the palette."""
    await press(pilot, "ctrl+p", *"the", "space", *"lock", "enter")
    assert isinstance(pilot.app.screen, PickDialog)
    for said in words.CHOICES.values():
        assert said in seen(pilot)
    await press(pilot, *WAYS[way], "enter")
    assert heading(pilot) == words.PRESENT_TITLES[way]


async def prove(pilot: Pilot[int], secret: str = PASS) -> None:
    """Type what opens the lock now."""
    await write(pilot, secret)
    await press(pilot, "enter")


async def copy_key(pilot: Pilot[int]) -> str:
    """Write down the recovery key, type its end, and return it."""
    key = str(pilot.app.screen.query_one(".key", Static).content)
    await press(pilot, "enter", *key.rsplit(maxsplit=1)[-1], "enter")
    return key


def opens(passphrase: str) -> bool:
    """Return whether a passphrase opens the lock, once the app is closed."""
    keys.forget()
    try:
        Lock(FakeClock()).unlock(passphrase)
    except WrongSecret:
        return False
    return True


async def test_another_passphrase() -> None:
    async with locked() as (pilot, _):
        await choose(pilot, "passphrase")
        await prove(pilot)
        await twice(pilot, NEW)
        assert heading(pilot) == words.PASSPHRASE_CHANGED_TITLE
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, TodayScreen)
    assert opens(NEW)
    assert not opens(PASS)


async def test_who_forgot_the_passphrase_proves_it_with_the_recovery_key() -> None:
    async with locked() as (pilot, key):
        await press(pilot, "ctrl+p", *"passphrase", "enter")
        await prove(pilot, f"{key[:30].lower()} {key[30:]}")
        await twice(pilot, NEW)
        assert heading(pilot) == words.PASSPHRASE_CHANGED_TITLE
    assert opens(NEW)


async def test_another_recovery_key() -> None:
    async with locked() as (pilot, before):
        await choose(pilot, "recovery")
        await prove(pilot)
        after = await copy_key(pilot)
        assert heading(pilot) == words.RECOVERY_CHANGED_TITLE
    assert opens(PASS)
    keys.forget()
    with pytest.raises(WrongSecret):
        Lock(FakeClock()).unlock_by_recovery(before)
    Lock(FakeClock()).unlock_by_recovery(after)


async def test_everything_new() -> None:
    async with locked() as (pilot, before):
        held, entries = keys.held(), count()
        await choose(pilot, "anew")
        await prove(pilot)
        await twice(pilot, NEW)
        after = await copy_key(pilot)
        assert heading(pilot) == words.LOCKED_TITLE
        for text in (*dict(words.LOCKED_ANEW).values(), *OUT_OF_REACH):
            assert text in seen(pilot), "all of it is in sight"
        assert keys.held() != held
    assert not opens(PASS)
    assert opens(NEW)
    assert count() == entries
    keys.forget()
    with pytest.raises(WrongSecret):
        Lock(FakeClock()).unlock_by_recovery(before)
    Lock(FakeClock()).unlock_by_recovery(after)


async def test_the_lock_is_removed_when_asked_once_more() -> None:
    async with locked() as (pilot, _):
        entries = count()
        await choose(pilot, "remove")
        await prove(pilot)
        assert heading(pilot) == words.REMOVE_TITLE
        for _front, text in words.REMOVE:
            assert text in seen(pilot)
        await press(pilot, "enter", "n", "space")
        assert heading(pilot) == words.REMOVE_TITLE, "one key alone means yes"
        await press(pilot, "y")
        assert heading(pilot) == words.REMOVED_TITLE
        await press(pilot, "enter")
        assert not await house(pilot).journal.ask(lambda journal: journal.is_locked)
    assert not is_locked()
    assert count() == entries


@pytest.mark.parametrize("way", WAYS)
async def test_what_does_not_open_the_lock_changes_nothing(way: str) -> None:
    async with locked() as (pilot, key):
        await choose(pilot, way)
        await press(pilot, "enter")
        assert told(pilot) == words.PRESENT_HINT
        await prove(pilot, "three small goats")
        assert "Caps Lock" in told(pilot)
        assert lines(pilot) == [""]
        await prove(pilot, key[:-1])
        assert told(pilot) == lock_words.NOT_A_RECOVERY_KEY
        await prove(pilot)
        assert heading(pilot) != words.PRESENT_TITLES[way], "and then it goes on"


BEFORE_THE_END = {
    "passphrase": ("x", "enter"),
    "recovery": ("enter", *"xxxx"),
    "anew": ("x", "enter", "x", "enter", "enter"),
    "remove": (),
}


@pytest.mark.parametrize("way", WAYS)
async def test_escape_before_the_end_leaves_everything_as_it_was(way: str) -> None:
    async with locked() as (pilot, key):
        held = keys.held()
        await choose(pilot, way)
        await prove(pilot)
        await press(pilot, *BEFORE_THE_END[way], "escape")
        assert isinstance(pilot.app.screen, TodayScreen)
        assert keys.held() == held
    assert is_locked()
    assert opens(PASS)
    keys.forget()
    Lock(FakeClock()).unlock_by_recovery(key)


async def test_without_a_lock_there_is_no_passphrase_to_change() -> None:
    async with open_app() as pilot:
        await press(pilot, "ctrl+p", *"passphrase", "enter")
        assert "There is no lock yet" in screen_text(pilot)
        assert isinstance(pilot.app.screen, TodayScreen)
