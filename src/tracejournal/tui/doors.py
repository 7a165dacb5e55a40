"""What can be begun from every screen, such as a check-in, a huddle, or the settings.

To add one: a function here and its name in `_DOINGS`, and a command with the action
`begin('name')`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracejournal.tui.app import TracejournalApp

_HUDDLE = "huddle"
_CLOSED_TO_HUDDLES = {"-huddle", "-hidden"}
"""Classes of screens a huddle does not begin over: another one, and the neutral screen."""


def may_begin(app: TracejournalApp, name: str) -> bool:
    """Return whether something can begin over what is shown; a huddle can over most dialogs."""
    if name != _HUDDLE:
        return app.takes_commands
    return not any(_CLOSED_TO_HUDDLES & screen.classes for screen in app.screen_stack)


async def begin(app: TracejournalApp, name: str) -> None:
    """Begin it. Each reads its own module on first use."""
    await _DOINGS[name](app)


async def _check_in(app: TracejournalApp) -> None:
    from tracejournal.tui.screens.check_in import check_in  # noqa: PLC0415 - on first use

    await check_in(app)


async def _huddle(app: TracejournalApp) -> None:
    from tracejournal.tui.screens.huddle import huddle  # noqa: PLC0415 - on first use

    # A key that was pressed twice in one breath begins it once.
    await huddle(app, lambda: may_begin(app, _HUDDLE))


async def _guided(app: TracejournalApp) -> None:
    from tracejournal.tui.screens.guided import choose_guided  # noqa: PLC0415 - on first use

    await choose_guided(app)


async def _experiment(app: TracejournalApp) -> None:
    from tracejournal.tui.screens.experiment import open_experiment  # noqa: PLC0415 - on first use

    await open_experiment(app)


async def _places(app: TracejournalApp) -> None:
    from tracejournal.tui.screens.places import show_places  # noqa: PLC0415 - on first use

    await show_places(app)


async def _settings(app: TracejournalApp) -> None:
    from tracejournal.tui.screens.settings import open_settings  # noqa: PLC0415 - on first use

    await open_settings(app)


async def _theme(app: TracejournalApp) -> None:
    from tracejournal.tui.screens.look import choose_look  # noqa: PLC0415 - on first use

    await choose_look(app)


async def _lock_setup(app: TracejournalApp) -> None:
    from tracejournal.tui.screens.lock_setup import open_lock  # noqa: PLC0415 - on first use

    await open_lock(app)


async def _passphrase(app: TracejournalApp) -> None:
    from tracejournal.tui.screens.lock_setup import open_passphrase  # noqa: PLC0415 - on first use

    await open_passphrase(app)


async def _news(app: TracejournalApp) -> None:
    from tracejournal.tui.screens.news import show_news  # noqa: PLC0415 - on first use

    await show_news(app)


async def _unfinished(app: TracejournalApp) -> None:
    from tracejournal.tui.screens.unfinished import list_unfinished  # noqa: PLC0415 - on first use

    await list_unfinished(app, {keeper.slot for keeper in app.keepers})


async def _brief(app: TracejournalApp) -> None:
    from tracejournal.tui.screens.brief import open_brief  # noqa: PLC0415 - on first use

    await open_brief(app)


async def _on_this_day(app: TracejournalApp) -> None:
    from tracejournal.tui.screens.looking_back import look_back  # noqa: PLC0415 - on first use

    await look_back(app, "on-this-day")


async def _something_kind(app: TracejournalApp) -> None:
    from tracejournal.tui.screens.looking_back import look_back  # noqa: PLC0415 - on first use

    await look_back(app, "kind")


async def _loops(app: TracejournalApp) -> None:
    from tracejournal.tui.screens.loops import open_loops  # noqa: PLC0415 - on first use

    await open_loops(app)


async def _meetings(app: TracejournalApp) -> None:
    from tracejournal.tui.screens.meetings import open_meetings  # noqa: PLC0415 - on first use

    await open_meetings(app)


_DOINGS = {
    "check-in": _check_in,
    _HUDDLE: _huddle,
    "guided": _guided,
    "loops": _loops,
    "experiment": _experiment,
    "places": _places,
    "settings": _settings,
    "theme": _theme,
    "lock-setup": _lock_setup,
    "passphrase": _passphrase,
    "news": _news,
    "unfinished": _unfinished,
    "brief": _brief,
    "on-this-day": _on_this_day,
    "something-kind": _something_kind,
    "meetings": _meetings,
}
