from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.worker import WorkerFailed

from tests.tui.support import house, in_journal, open_app, press, screen_text, settle, type_text
from tracejournal.config import Config
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.errors import Misuse
from tracejournal.tui.commands import EVERY
from tracejournal.tui.keymap import check_keymap
from tracejournal.tui.screens.help import HelpDialog
from tracejournal.tui.screens.hidden import HiddenScreen
from tracejournal.tui.widgets.key_bar import live_keys
from tracejournal.words.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.mark.parametrize(
    ("key", "title"),
    [("alt+2", "Reflect"), ("2", "Reflect"), ("alt+3", "History"), ("3", "History")],
)
async def test_screens_are_one_key_away(key: str, title: str) -> None:
    async with open_app() as pilot:
        await press(pilot, "escape", key)
        assert type(pilot.app.screen).__name__ == f"{title}Screen"
        await press(pilot, "escape", "escape", "alt+1")
        assert type(pilot.app.screen).__name__ == "TodayScreen"


async def test_digits_are_letters_while_a_text_has_the_focus() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "2 of us")
        assert type(pilot.app.screen).__name__ == "TodayScreen"
        assert "2 of us" in screen_text(pilot)


async def test_the_footer_tells_only_keys_that_work_right_now() -> None:
    async with open_app() as pilot:
        in_text = dict(live_keys(pilot.app.screen))
        assert "n" not in in_text
        assert in_text["ctrl+g"] == "Check-in"
        await press(pilot, "escape")
        assert "n" in dict(live_keys(pilot.app.screen))


async def test_one_key_hides_everything_from_a_dialog_too() -> None:
    in_journal(lambda journal: journal.entries.keep(Draft(Moment("Private words"))))
    async with open_app() as pilot:
        assert "Private words" in screen_text(pilot)
        await press(pilot, "ctrl+g")
        house(pilot).say("Kept · peer huddle")
        await press(pilot, "f12")
        assert isinstance(pilot.app.screen, HiddenScreen)
        assert screen_text(pilot).split() == ["f12", "brings", "the", "screen", "back"]
        await press(pilot, "x", "enter", "1")
        assert isinstance(pilot.app.screen, HiddenScreen)
        await press(pilot, "f12", "escape")
        assert "Private words" in screen_text(pilot)


@pytest.mark.parametrize("key", ["ctrl+q", "f10"])
@pytest.mark.parametrize("before", [(), ("ctrl+g",), ("f12",), ("ctrl+p",), ("f1",)])
async def test_leaving_works_from_anywhere(key: str, before: tuple[str, ...]) -> None:
    async with open_app() as pilot:
        await pilot.press(*before, key)
        await pilot.pause()
        assert pilot.app.return_value == 0


async def test_an_old_habit_is_told_how_to_leave() -> None:
    async with open_app() as pilot:
        await press(pilot, "escape", "ctrl+c")
        assert "^q saves what is unfinished" in screen_text(pilot)


@pytest.mark.parametrize("key", ["f1", "question_mark"])
async def test_help_tells_the_keys_from_their_definitions(key: str) -> None:
    async with open_app() as pilot:
        await press(pilot, "escape", key)
        assert isinstance(pilot.app.screen, HelpDialog)
        shown = screen_text(pilot)
        assert COMMANDS["check-in"][1] in shown
        assert "^g" in shown
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, HelpDialog)


async def test_the_palette_finds_and_runs_a_command() -> None:
    async with open_app() as pilot:
        await pilot.press("ctrl+p", *"check-in")
        await pilot.app.workers.wait_for_complete(list(pilot.app.screen.workers))
        await settle(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert "How is it right now?" in screen_text(pilot)


async def test_a_look_can_be_chosen() -> None:
    async with open_app() as pilot:
        await press(pilot, "ctrl+p", *"choose", "space", *"how", "enter", *"dawn", "enter")
        assert pilot.app.theme == "dawn"


async def test_the_mouse_works_on_tabs_footer_and_rows() -> None:
    async with open_app() as pilot:
        x = screen_text(pilot).splitlines()[-1].index("Check-in")
        await pilot.click("KeyBar", offset=(x, 0))
        await settle(pilot)
        assert "How is it right now?" in screen_text(pilot)
        await pilot.click("#row-energy", offset=(16, 0))
        await settle(pilot)
        assert "●●●○○○○○○○ 3" in screen_text(pilot)
        await press(pilot, "escape")
        await pilot.click("TopBar", offset=(25, 0))
        await settle(pilot)
        assert type(pilot.app.screen).__name__ == "HistoryScreen"


async def test_nothing_to_take_back_is_said_kindly() -> None:
    async with open_app() as pilot:
        await press(pilot, "escape", "u")
        assert "nothing to take back" in screen_text(pilot)
        await press(pilot, "U")
        assert "nothing to do again" in screen_text(pilot)


async def test_a_keymap_gives_a_command_another_key() -> None:
    async with open_app(config=Config(keys={"check-in": "f7"})) as pilot:
        await press(pilot, "f7")
        assert "How is it right now?" in screen_text(pilot)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"no-such": "x"}, "no-such"),
        ({"help": "ctrl+i"}, "ctrl+i"),
        ({"help": ""}, "help"),
        ({"check-in": "ctrl+s"}, "ctrl+s"),
        ({"check-in": "ctrl+q"}, "quit"),
    ],
)
def test_a_keymap_that_cannot_be_is_refused_in_plain_words(keys: dict[str, str], said: str) -> None:
    with pytest.raises(Misuse, match="Settings, keys") as refusal:
        check_keymap(keys)
    assert said in str(refusal.value)


def test_every_command_has_its_words_and_no_impossible_key() -> None:
    check_keymap({})
    for command in EVERY:
        assert command.label
        assert command.help


async def test_a_crash_shows_one_sentence_and_none_of_the_words(
    capfd: pytest.CaptureFixture[str],
) -> None:
    marker = "never show this"
    with pytest.raises(ZeroDivisionError):
        await _crash_while_holding(marker)
    said = capfd.readouterr()
    assert "ZeroDivisionError" in said.err
    assert "Traceback" not in said.err
    assert marker not in said.err + said.out


async def _crash_while_holding(marker: str) -> None:
    async with open_app() as pilot:
        await type_text(pilot, marker)
        house(pilot).call_later(_divide, marker)
        await pilot.pause()


def _divide(_text: str) -> float:
    return 1 / 0


@pytest.fixture
def broken_journal(home: Path) -> Iterator[None]:
    journal = home / "data" / "journal.db"
    journal.parent.mkdir(parents=True)
    journal.write_text("not a journal", encoding="utf-8")
    yield
    assert journal.read_text(encoding="utf-8") == "not a journal"


@pytest.mark.usefixtures("broken_journal")
async def test_a_journal_that_cannot_be_opened_is_explained(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(WorkerFailed):
        async with open_app():
            pass
    assert "is damaged" in capfd.readouterr().err
