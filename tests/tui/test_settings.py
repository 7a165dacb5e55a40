"""Settings: changed by keys or mouse, held at once, kept in config.toml, taken back."""

from __future__ import annotations

from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList, Static

from tests.tui.support import LARGE, SMALL, house, in_journal, open_app, press, screen_text, settle
from tracejournal import places
from tracejournal.config import Config, read_config
from tracejournal.journal.demo import fill_demo
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.screens.dialogs import PickDialog
from tracejournal.tui.screens.lock_dialog import LockDialog
from tracejournal.tui.screens.look import LookDialog
from tracejournal.tui.screens.settings import SettingsDialog
from tracejournal.tui.widgets.entry_list import EntryList
from tracejournal.tui.widgets.rows import Row
from tracejournal.words import settings as words

if TYPE_CHECKING:
    from textual.pilot import Pilot


def row(pilot: Pilot[int], name: str) -> Row:
    return pilot.app.screen.query_one(f"#row-{name}", Row)


def write(text: str) -> None:
    """Write the settings from outside."""
    path = Path(places.config_file())
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def written() -> str:
    """Return what the file of settings holds."""
    return Path(places.config_file()).read_text("utf-8")


async def go_to(pilot: Pilot[int], name: str) -> None:
    """Open the settings and go down to a row."""
    await press(pilot, "f9")
    while not row(pilot, name).has_focus:
        await press(pilot, "down")


@pytest.mark.parametrize(
    ("name", "keys", "value"),
    [
        ("theme", ("left",), "dawn"),
        ("theme", ("space", *"nord", "enter"), "nord"),
        ("day_starts_at", ("right", "right"), time(2)),
        ("day_starts_at", ("enter", *"05", "enter"), time(5)),
        ("show_words", ("space",), False),
        ("motion", ("enter",), True),
        ("ratings", ("right",), False),
        ("identifier_hint", ("l",), False),
        ("roles", ("space", "enter", "down", "enter", "escape"), ("staff", "supervisor")),
        ("prompt_depth", ("right",), "medium"),
        ("prompts_after_hard_days", ("space",), True),
        ("region", ("space", *"Ireland", "enter"), "IE"),
    ],
)
async def test_rule_30_each_setting_is_changed_by_keys_holds_at_once_and_is_kept(
    name: str, keys: tuple[str, ...], value: object
) -> None:
    async with open_app() as pilot:
        await go_to(pilot, name)
        await press(pilot, *keys)
        app = house(pilot)
        assert getattr(app.config, name) == getattr(read_config(), name) == value
        assert app.theme == app.config.theme
        assert app.clock.day_starts == app.config.day_starts_at
        assert app.animation_level == ("full" if app.config.motion else "none")
        await press(pilot, "u", "u")
        assert app.config == read_config() == Config()
        assert app.theme == "dusk"
        assert isinstance(app.screen, SettingsDialog)


async def test_every_setting_says_what_it_is_and_does_and_all_fit_a_small_window() -> None:
    async with open_app(size=SMALL) as pilot:
        await press(pilot, "f9")
        seen = screen_text(pilot)
        assert set(words.ROWS) == set(Config._fields) - {"keys"}
        for title, does in words.ROWS.values():
            assert title in seen
            assert does in seen
        assert words.LOCK_SAYS[False][1] in seen
        assert words.KEYS in seen


async def test_the_lock_is_found_there_and_says_whether_it_is_on() -> None:
    async with open_app() as pilot:
        await press(pilot, "f9", "up", "up")
        lock = row(pilot, "lock")
        assert lock.has_focus
        assert "●off" in screen_text(pilot)
        assert words.LOCK_SAYS[False][1] in screen_text(pilot)
        for key in ("space", "enter"):
            await press(pilot, key)
            assert isinstance(pilot.app.screen, LockDialog)
            await press(pilot, "escape")
            assert isinstance(pilot.app.screen, SettingsDialog)
        await pilot.click(lock, offset=(lock._spans[1][0] + 1, 0))
        await settle(pilot)
        await press(pilot, "enter", *"boats", "enter")
        await press(pilot, *"boats", "enter")
        key = str(pilot.app.screen.query_one(".key", Static).content)
        await press(pilot, "enter", *key.rsplit(maxsplit=1)[-1], "enter")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SettingsDialog)
        assert words.LOCK_SAYS[True][1] in screen_text(pilot)
        await press(pilot, "space")
        assert isinstance(pilot.app.screen, PickDialog)
        await press(pilot, "escape", "u", "left", "right", "backspace")
        assert words.LOCK_SAYS[True][1] in screen_text(pilot), "nothing else changes it"


async def test_a_change_can_be_taken_back_later_too() -> None:
    async with open_app() as pilot:
        await go_to(pilot, "theme")
        await press(pilot, "left", "escape", "escape", "u")
        assert "Taken back: the setting “look”." in screen_text(pilot)
        assert (house(pilot).theme, read_config().theme) == ("dusk", "dusk")
        await press(pilot, "U")
        assert (house(pilot).theme, read_config().theme) == ("dawn", "dawn")


async def test_in_settings_u_takes_back_nothing_that_was_done_elsewhere() -> None:
    async with open_app() as pilot:
        await press(pilot, *"Tea", "enter", "f9", "u", "escape")
        assert in_journal(lambda journal: len(list(journal.history.entries("")))) == 1


async def test_backspace_makes_a_setting_as_it_came() -> None:
    write('# mine\ntheme = "dawn" # bright\nmotion = true\n')
    async with open_app(config=read_config()) as pilot:
        await go_to(pilot, "motion")
        await press(pilot, "backspace")
        assert written() == '# mine\ntheme = "dawn" # bright\n'
        assert row(pilot, "motion").value == "off"  # type: ignore[attr-defined]


async def test_the_mouse_changes_a_setting_and_a_click_on_what_holds_changes_nothing() -> None:
    async with open_app() as pilot:
        await press(pilot, "f9")
        motion = row(pilot, "motion")
        (start, _, meaning), (other, _, _) = motion._spans[:2]
        assert meaning == "on"
        await pilot.click(motion, offset=(start + 1, 0))
        await settle(pilot)
        assert read_config().motion
        await pilot.click(motion, offset=(start + 1, 0))
        await settle(pilot)
        assert read_config().motion
        await pilot.click(motion, offset=(other + 1, 0))
        await settle(pilot)
        assert not read_config().motion


async def test_what_holds_can_be_told_without_colours() -> None:
    async with open_app() as pilot:
        await press(pilot, "f9")
        line = next(line for line in screen_text(pilot).splitlines() if "motion " in line)
        assert "●off" in line
        assert "●on" not in line


async def test_a_look_is_put_on_as_one_comes_by_and_taken_off_again() -> None:
    async with open_app() as pilot:
        await go_to(pilot, "theme")
        await press(pilot, "space")
        looks = pilot.app.screen.query_one(OptionList)
        await press(pilot, "up")
        assert (
            pilot.app.theme == str(looks.get_option_at_index(looks.highlighted or 0).id) != "dusk"
        )
        assert read_config().theme == "dusk"
        await press(pilot, "escape")
        assert pilot.app.theme == "dusk"


async def test_the_look_is_in_the_palette_and_kept() -> None:
    async with open_app() as pilot:
        await press(pilot, "ctrl+p", *"choose", "space", *"how", "enter")
        assert isinstance(pilot.app.screen, LookDialog)
        await press(pilot, *"dawn", "enter")
        assert (pilot.app.theme, read_config().theme) == ("dawn", "dawn")


async def test_history_follows_at_once() -> None:
    in_journal(fill_demo)
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+3")
        await go_to(pilot, "show_words")
        await press(pilot, "space", "escape")
        assert not pilot.app.screen.query_one(EntryList).show_words
        await press(pilot, "escape", "u")
        assert pilot.app.screen.query_one(EntryList).show_words


async def test_a_broken_file_is_said_and_nothing_can_be_changed() -> None:
    async with open_app() as pilot:
        write("theme =\n")
        await press(pilot, "f9")
        said = str(pilot.app.screen.query_one(".refusal", Static).content)
        assert "cannot be read: Invalid value" in said
        assert said.endswith(words.READ_ONLY)
        await press(pilot, "down", "right", "space")
        motion = row(pilot, "motion")
        await pilot.click(motion, offset=(motion._spans[0][0] + 1, 0))
        await settle(pilot)
        assert written() == "theme =\n"
        assert house(pilot).config == Config()
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, Dialog)


async def test_a_file_that_breaks_while_settings_are_open_is_left_as_it_is() -> None:
    async with open_app() as pilot:
        await go_to(pilot, "motion")
        write("theme =\n")
        await press(pilot, "space")
        assert "Mend that line" in " ".join(screen_text(pilot).split())
        assert written() == "theme =\n"
        assert row(pilot, "motion").value == "off"  # type: ignore[attr-defined]


async def test_what_was_changed_in_the_shell_meanwhile_holds_once_settings_are_opened() -> None:
    async with open_app() as pilot:
        write('theme = "dawn"\nroles = ["staff"]\n')
        await press(pilot, "f9")
        assert pilot.app.theme == "dawn"
        assert row(pilot, "roles").value == ("staff",)  # type: ignore[attr-defined]


async def test_rule_23_numbers_are_off_everywhere_with_one_setting() -> None:
    async with open_app() as pilot:
        await go_to(pilot, "ratings")
        await press(pilot, "space")
        assert house(pilot).config.ratings is False
        assert read_config().ratings is False


async def test_rule_30_nothing_moves_until_it_is_switched_on() -> None:
    async with open_app() as pilot:
        assert house(pilot).config.motion is False
        await go_to(pilot, "motion")
        await press(pilot, "space")
        assert pilot.app.animation_level == "full"
