"""What changed: one quiet line on Today after an update, and a page behind it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tracejournal.journal.news import news
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.screens.today import TodayScreen
from tracejournal.words import news as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from tracejournal.tui.app import TracejournalApp


class NewsLine(Static):
    """Says that there was an update; a click tells more."""

    DEFAULT_CSS = """
    NewsLine { height: 1; width: 1fr; padding: 0 2; color: $ink-soft; text-wrap: nowrap;
        text-overflow: ellipsis; }
    """

    def __init__(self) -> None:
        """Say the one thing there is to say."""
        super().__init__(words.LINE, markup=False)

    async def on_click(self) -> None:
        """Tell more."""
        await self.app.run_action("begin('news')")


class NewsDialog(Dialog[None]):
    """What changed, release by release."""

    def compose(self) -> ComposeResult:
        """A box with a paragraph a change."""
        with VerticalScroll(classes="dialog -wide") as box:
            box.border_title = Content(words.TITLE)
            box.border_subtitle = Content(words.KEYS)
            yield Static(Content("\n\n").join(_paragraphs()), markup=False)


def _paragraphs() -> Iterator[Content]:
    for version, changes in words.RELEASES:
        yield Content.styled(words.RELEASE.format(version=version), "bold $lead")
        yield from map(Content, changes)


async def tell_news(app: TracejournalApp) -> None:
    """After an update, say so quietly on Today; never where someone is welcomed."""
    found = await asyncio.to_thread(news, words.RELEASES, newcomer=app.is_first_run)
    today = app.screen
    if found and isinstance(today, TodayScreen):
        await today.query_one(".body").mount(NewsLine())


async def show_news(app: TracejournalApp) -> None:
    """Tell what changed; the line has done its work."""
    await app.push_screen_wait(NewsDialog())
    await app.query(NewsLine).remove()
