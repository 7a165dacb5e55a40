"""The screens by their names; the module of each is read on its first visit."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracejournal.tui.app import TracejournalApp
    from tracejournal.tui.screens.base import HouseScreen

_READ_AHEAD = ("reflect", "history", "patterns")


def make_screen(name: str) -> HouseScreen:
    """Make a screen when it is first visited; its module is read only then."""
    if name == "today":
        from tracejournal.tui.screens.today import TodayScreen  # noqa: PLC0415

        return TodayScreen()
    if name == "reflect":
        from tracejournal.tui.screens.reflect import ReflectScreen  # noqa: PLC0415

        return ReflectScreen()
    if name == "patterns":
        from tracejournal.tui.screens.patterns import PatternsScreen  # noqa: PLC0415

        return PatternsScreen()
    if name == "calendar":
        from tracejournal.tui.screens.calendar import CalendarScreen  # noqa: PLC0415

        return CalendarScreen()
    if name == "circle":
        from tracejournal.tui.screens.circle import CircleScreen  # noqa: PLC0415

        return CircleScreen()
    from tracejournal.tui.screens.history import HistoryScreen  # noqa: PLC0415

    return HistoryScreen()


async def read_ahead(app: TracejournalApp) -> None:
    """Read modules and styles of the other screens; each is mounted on its first visit."""
    await asyncio.to_thread(_import_screens)
    for name in _READ_AHEAD:
        for path in app.installed(name).css_path:
            app.stylesheet.read(path)
        app.stylesheet.parse()  # what was parsed before is not parsed again
        await asyncio.sleep(0)


def _import_screens() -> None:
    from tracejournal.tui.screens import history, patterns, reflect  # noqa: F401, PLC0415
