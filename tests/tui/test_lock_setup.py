"""Setting up a lock in the full screen: nothing before the last step, every mistake is kind."""

from __future__ import annotations

import sys
import threading
import unicodedata
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import Static

from tests.support import FakeClock
from tests.tui.lock_steps import (
    PASS,
    advised,
    count,
    heading,
    is_locked,
    lines,
    seen,
    told,
    twice,
    write,
    written,
)
from tests.tui.scenes import RECOVERY_KEY
from tests.tui.support import LARGE, SMALL, house, in_journal, open_app, press, screen_text, settle
from tracejournal.journal.demo import fill_demo
from tracejournal.journal.journal import Journal
from tracejournal.journal.lock import Lock, NewLock
from tracejournal.store import keys
from tracejournal.tui.screens.lock_dialog import LockDialog
from tracejournal.tui.screens.lock_setup import open_lock, set_up
from tracejournal.tui.screens.today import TodayScreen
from tracejournal.tui.widgets.lock_pages import LockPage
from tracejournal.tui.widgets.secret_line import SecretLine
from tracejournal.words import lock as lock_words
from tracejournal.words import lock_cli as guessing
from tracejournal.words import lock_setup as words

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

LAST_GROUP = "GYV5"


@asynccontextmanager
async def begun(size: tuple[int, int] = SMALL) -> AsyncIterator[Pilot[int]]:
    """Open the app where a lock is about to be set up."""
    in_journal(fill_demo)
    async with open_app(size=size) as pilot:
        way = partial(set_up, new=lambda passphrase: NewLock(passphrase, RECOVERY_KEY))
        pilot.app.push_screen(LockDialog(way))
        await settle(pilot)
        yield pilot


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])
async def test_a_journal_is_locked_step_by_step(size: tuple[int, int]) -> None:
    async with begun(size) as pilot:
        before = count()
        for front, text in words.WHY:
            assert f"{front} {text}" in seen(pilot), "all of it is in sight"
        await press(pilot, "enter")
        await twice(pilot)
        for group in ("AGE-SECRET-KEY-1", "GH9RDJ", LAST_GROUP):
            assert group in screen_text(pilot)
        await press(pilot, "enter", *LAST_GROUP.lower(), "enter")
        assert heading(pilot) == words.LOCKED_TITLE
        for beyond in lock_words.OUT_OF_REACH:
            assert beyond in seen(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, TodayScreen)
        assert await house(pilot).journal.ask(lambda journal: journal.is_locked)
    assert is_locked()
    Lock(FakeClock()).unlock(PASS)
    assert count() == before
    keys.forget()
    Lock(FakeClock()).unlock_by_recovery(RECOVERY_KEY)
    assert count() == before


STEPS = {
    "why": (),
    "passphrase": ("enter", *"three"),
    "once more": ("enter", *"three", "enter", *"thr"),
    "recovery key": ("enter", *"three", "enter", *"three", "enter"),
    "check": ("enter", *"three", "enter", *"three", "enter", "enter", *"gyv"),
    "a mistake": ("enter", *"three", "enter", *"three", "enter", "enter", *"gyv6", "enter"),
}


@pytest.mark.parametrize("step", STEPS)
async def test_escape_at_any_step_leaves_everything_as_it_was(step: str, home: Path) -> None:
    async with begun() as pilot:
        await press(pilot, *STEPS[step])
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, TodayScreen)
        assert not await house(pilot).journal.ask(lambda journal: journal.is_locked)
    assert not is_locked()
    assert b".age" not in written(home), "nothing that opens anything was written"


async def test_a_wrong_last_group_shows_the_key_again_as_often_as_it_takes() -> None:
    async with begun() as pilot:
        await press(pilot, "enter")
        await twice(pilot)
        assert words.RECOVERY[0][1] in seen(pilot)
        for wrong in ("gyv6", "aclqya", "0"):
            await press(pilot, "enter", *wrong, "enter")
            assert words.RECOVERY_MISSED[0][1] in seen(pilot)
            assert "GH9RDJ" in screen_text(pilot)
        await press(pilot, "enter")
        assert lines(pilot) == [""]
        await press(pilot, "enter")
        assert heading(pilot) == words.CHECK_TITLE, "nothing typed is no mistake"
        await press(pilot, *"gyv5", "enter")
        assert heading(pilot) == words.LOCKED_TITLE


async def test_from_the_check_one_can_go_back_to_the_key() -> None:
    async with begun() as pilot:
        await press(pilot, "enter")
        await twice(pilot)
        await press(pilot, "enter", *"gy", "shift+tab")
        assert heading(pilot) == words.RECOVERY_TITLE
        assert words.RECOVERY[0][1] in seen(pilot), "it was no mistake"
        await press(pilot, "enter")
        assert lines(pilot) == [""]


async def test_two_passphrases_that_differ_are_told_and_typed_again() -> None:
    async with begun() as pilot:
        await press(pilot, "enter", *"boat", "enter", *"goat", "enter")
        assert told(pilot) == words.DIFFER
        assert words.DIFFER in seen(pilot)
        assert advised(pilot) == guessing.EASY, "the one does not take the other's place"
        assert lines(pilot) == ["boat", ""]
        await press(pilot, "b")
        assert told(pilot) == ""
        await press(pilot, "backspace")
        await press(pilot, *"boat", "enter")
        assert heading(pilot) == words.RECOVERY_TITLE


async def test_the_first_line_can_be_typed_again() -> None:
    async with begun() as pilot:
        await press(pilot, "enter", *"boat", "tab", *"go", "shift+tab", "s", "enter")
        assert lines(pilot) == ["boats", "go"]
        await press(pilot, "shift+tab", "shift+tab")
        assert pilot.app.screen.query_one("#first").has_focus


async def test_an_empty_passphrase_is_told_kindly() -> None:
    async with begun() as pilot:
        await press(pilot, "enter", "enter")
        assert told(pilot) == words.EMPTY
        await press(pilot, "tab", "x", "enter")
        assert told(pilot) == words.EMPTY
        assert pilot.app.screen.query_one("#first").has_focus


@pytest.mark.parametrize("passphrase", ["a", " ", "été à l'eau", "密語", "🚲", "[/]", "x" * 5000])
async def test_any_passphrase_can_be_chosen(passphrase: str) -> None:
    async with begun() as pilot:
        await press(pilot, "enter")
        await twice(pilot, passphrase)
        assert heading(pilot) == words.RECOVERY_TITLE
        await press(pilot, "enter", *"gyv5", "enter")
        assert heading(pilot) == words.LOCKED_TITLE
    assert is_locked()
    Lock(FakeClock()).unlock(passphrase)


async def test_two_ways_to_compose_a_letter_are_one_passphrase() -> None:
    async with begun() as pilot:
        await press(pilot, "enter")
        await write(pilot, unicodedata.normalize("NFC", "été"))
        await press(pilot, "enter")
        await write(pilot, unicodedata.normalize("NFD", "été"))
        await press(pilot, "enter")
        assert heading(pilot) == words.RECOVERY_TITLE


async def test_how_easy_it_is_to_guess_is_said_and_never_refused() -> None:
    async with begun() as pilot:
        await press(pilot, "enter")
        assert advised(pilot) == words.PASSPHRASE_HINT
        await press(pilot, *"password")
        assert advised(pilot) == guessing.EASY
        await write(pilot, " of three small boats")
        assert advised(pilot) == guessing.VERY_HARD
        await write(pilot, "é")
        assert advised(pilot) == f"{guessing.VERY_HARD} {words.OTHER_KEYBOARDS}"
        await press(pilot, "ctrl+u")
        assert advised(pilot) == words.PASSPHRASE_HINT
        await twice(pilot, "a")
        assert heading(pilot) == words.RECOVERY_TITLE


async def test_what_is_typed_is_masked_until_a_key_shows_it() -> None:
    async with begun() as pilot:
        await press(pilot, "enter", *"boats")
        assert "boats" not in screen_text(pilot)
        await press(pilot, "ctrl+t")
        assert "boats" in screen_text(pilot)
        await press(pilot, "ctrl+t")
        assert "boats" not in screen_text(pilot)
        assert lines(pilot)[0] == "boats"


async def test_an_enter_too_many_does_not_skip_a_step() -> None:
    async with begun() as pilot:
        page = pilot.app.screen.query_one(LockPage)
        for _ in range(3):
            page.post_message(events.Key("enter", "\r"))
        await settle(pilot)
        pilot.app.screen.post_message(LockPage.Answered(page))  # as late as it can come
        await settle(pilot)
        assert heading(pilot) == words.PASSPHRASE_TITLE


async def test_secrets_go_nowhere_by_themselves(home: Path) -> None:
    async with begun() as pilot:
        app = house(pilot)
        await press(pilot, "enter")
        line = pilot.app.screen.query_one("#first", SecretLine)
        await twice(pilot)
        assert line.value == "", "let go of as soon as it was used"
        await press(pilot, "enter", *"gyv5", "enter", "enter")
        assert app.clipboard == ""
        assert not [worker for worker in app.workers if "boats" in worker.description]
        assert len(app.undo_stack) == 0
        drafts = await app.journal.ask(lambda journal: list(journal.drafts.all()))
        assert drafts == []
        assert not [note for note in app._notifications if PASS in note.message]
    for secret in (PASS, RECOVERY_KEY, "GH9RDJ"):
        assert secret.encode() not in written(home)


async def test_nothing_is_copied_out_of_a_passphrase() -> None:
    async with begun() as pilot:
        await press(pilot, "enter", *"boats", "ctrl+a", "ctrl+shift+e", "shift+home", "ctrl+c")
        assert pilot.app.clipboard == ""
        await press(pilot, "end", "shift+home", "ctrl+x")
        assert pilot.app.clipboard == ""
        assert lines(pilot)[0] == ""


async def test_words_on_their_way_are_there_before_and_after() -> None:
    in_journal(fill_demo)
    async with open_app() as pilot:
        await press(pilot, *"Tea")
        await press(pilot, "ctrl+p", *"the", "space", *"lock", "enter")
        assert heading(pilot) == words.WHY_TITLE
        await press(pilot, "enter")
        await twice(pilot)
        key = str(pilot.app.screen.query_one(".key", Static).content)
        await press(pilot, "enter", *key.rsplit(maxsplit=1)[-1], "enter")
        assert heading(pilot) == words.LOCKED_TITLE
        await press(pilot, "enter", "enter")
        today = pilot.app.screen
        assert isinstance(today, TodayScreen)
        assert today.form.line.text == ""
    assert is_locked()
    Lock(FakeClock()).unlock_by_recovery(key)
    newest = in_journal(lambda journal: next(iter(journal.history.entries())).content)
    assert newest.text == "Tea"


async def test_what_could_not_be_locked_beside_it_is_named(home: Path) -> None:
    async with begun() as pilot:
        (home / "data" / "backups" / "journal-2026-11-01T080000Z.db").write_bytes(
            b"SQLite format 3\0" * 300
        )
        await press(pilot, "enter")
        await twice(pilot)
        await press(pilot, "enter", *"gyv5", "enter")
        assert heading(pilot) == words.LOCKED_TITLE
        assert "a damaged copy, or one of another program" in seen(pilot)


async def test_another_window_is_found_before_anything_is_typed_or_copied() -> None:
    async with begun() as pilot:
        with Journal.open(clock=FakeClock()):
            await press(pilot, "enter")
            assert heading(pilot) == words.REFUSED_TITLE
            assert "another window" in seen(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, TodayScreen)
    assert not is_locked()


async def test_of_a_paper_whose_lock_never_came_it_is_said() -> None:
    async with begun() as pilot:
        await press(pilot, "enter")
        await twice(pilot)
        with Journal.open(clock=FakeClock()):
            await press(pilot, "enter", *"gyv5", "enter")
            assert heading(pilot) == words.REFUSED_TITLE
            assert "another window" in seen(pilot)
            assert words.PAPER_VOID in seen(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, TodayScreen)
        assert not await house(pilot).journal.ask(lambda journal: journal.is_locked)
    assert not is_locked()


async def test_all_of_the_recovery_key_is_seen_in_a_narrow_window() -> None:
    async with begun((40, 24)) as pilot:
        await press(pilot, "enter")
        await twice(pilot)
        assert RECOVERY_KEY in "".join(seen(pilot).split())


async def test_the_lock_is_seen_to_once_however_often_it_is_asked_for() -> None:
    async with open_app() as pilot:
        house(pilot).run_worker(open_lock(house(pilot)))
        house(pilot).run_worker(open_lock(house(pilot)))
        await settle(pilot)
        await press(pilot, "f5")
        house(pilot).run_worker(open_lock(house(pilot)))
        await settle(pilot)
        await press(pilot, "f5", "escape")
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_the_palette_offers_nothing_over_it_that_would_not_begin() -> None:
    async with begun() as pilot:
        await press(pilot, "ctrl+p")
        offered = screen_text(pilot)
        assert "Close: close this" in offered
        for dead in ("The lock: set", "Look: choose", "Back: go back"):
            assert dead not in offered


async def test_what_is_being_done_is_waited_for() -> None:
    async with open_app() as pilot:
        go_on = threading.Event()

        async def way(desk: LockDialog) -> None:
            await desk.do(["It takes a moment."], go_on.wait)

        pilot.app.push_screen(LockDialog(way))
        await pilot.pause()
        try:
            await pilot.press("escape", "enter", "f12", "f12")
            assert "It takes a moment." in seen(pilot)
        finally:
            go_on.set()  # else nothing could be left, and the test would never end
        await settle(pilot)
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_where_nothing_seals_this_is_said_before_anything_is_promised(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    async with open_app() as pilot:
        await press(pilot, "ctrl+p", *"the", "space", *"lock", "enter")
        assert heading(pilot) == words.IMPOSSIBLE_TITLE
        assert lock_words.NO_SEALING in seen(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_no_command_takes_a_picture_of_the_recovery_key() -> None:
    async with begun() as pilot:
        await press(pilot, "enter")
        await twice(pilot)
        await press(pilot, "ctrl+p", *"screenshot")
        assert "creenshot:" not in screen_text(pilot)
        await press(pilot, "escape", "f12")
        assert "GH9RDJ" not in screen_text(pilot), "and one key hides it"
        await press(pilot, "f12")
        assert "GH9RDJ" in screen_text(pilot)
