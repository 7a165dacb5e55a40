"""After an update, what changed is told quietly before it is met."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.support import SMALL, in_journal, open_app, press, screen_text
from tracejournal import __version__, places
from tracejournal.journal import news as seen_news
from tracejournal.tui.screens.news import NewsDialog, NewsLine
from tracejournal.words import news as words

RELEASES = (("0.10.0", ("Ten.",)), ("0.9.1", ("Nine.",)), ("0.2.0", ("Two.",)))


def last_opened(version: str) -> Path:
    """Let a version be the one that was opened last."""
    path = Path(places.state_folder()) / seen_news.SEEN
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_text(version + "\n", "utf-8")
    return path


async def test_rule_32_after_an_update_one_quiet_line_leads_to_what_changed() -> None:
    last_opened("0.0.9")
    async with open_app(size=SMALL) as pilot:
        assert words.LINE in screen_text(pilot)
        assert pilot.app.screen.focused is pilot.app.screen.query_one("#moment-line")
        await press(pilot, "escape", "I")
        assert isinstance(pilot.app.screen, NewsDialog)
        assert words.RELEASE.format(version=__version__) in screen_text(pilot)
        await press(pilot, "escape")
        assert words.LINE not in screen_text(pilot)
    async with open_app() as pilot:
        assert words.LINE not in screen_text(pilot)


async def test_a_click_on_the_line_tells_more() -> None:
    last_opened("0.0.9")
    async with open_app() as pilot:
        await pilot.click(NewsLine)
        await press(pilot)
        assert isinstance(pilot.app.screen, NewsDialog)


async def test_nothing_is_news_without_an_update() -> None:
    for _ in range(2):
        async with open_app() as pilot:
            assert words.LINE not in screen_text(pilot)


def test_to_a_newcomer_nothing_is_news_and_to_those_of_the_first_version_all_is() -> None:
    assert [version for version, _ in seen_news.news(RELEASES, "0.9.1")] == ["0.9.1", "0.2.0"]
    (Path(places.state_folder()) / seen_news.SEEN).unlink()
    assert seen_news.news(RELEASES, "0.9.1", newcomer=True) == []
    assert seen_news.news(RELEASES, "0.9.1") == []


async def test_what_changed_can_be_read_at_any_time() -> None:
    in_journal(lambda journal: journal.change_count())
    async with open_app() as pilot:
        await press(pilot, "escape", "ctrl+p", *"news", "enter")
        assert isinstance(pilot.app.screen, NewsDialog)


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("0.9.1", ["0.10.0"]),
        ("0.9.0", ["0.10.0", "0.9.1"]),
        ("0.10.0", []),
        ("0.11.0", []),
        ("nonsense", ["0.10.0", "0.9.1", "0.2.0"]),
    ],
)
def test_only_what_is_newer_is_told_and_once(last: str, told: list[str]) -> None:
    path = last_opened(last)
    assert [version for version, _ in seen_news.news(RELEASES, "0.10.0")] == told
    assert seen_news.news(RELEASES, "0.10.0") == []
    assert path.read_text("utf-8") == "0.10.0\n"
    assert path.stat().st_mode & 0o777 == 0o600 or not told


def test_a_state_folder_that_takes_nothing_is_no_reason_to_fail() -> None:
    path = Path(places.state_folder())
    path.parent.mkdir(parents=True)
    path.write_text("no folder", "utf-8")
    assert seen_news.news(RELEASES, "0.10.0", newcomer=True) == []


def test_the_newest_release_told_of_is_not_newer_than_the_program() -> None:
    assert next(version for version, _ in words.RELEASES) <= __version__
