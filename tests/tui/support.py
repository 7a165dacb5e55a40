"""What tests of the full screen share: a still clock, an app on a real file, a person's hands."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from tests.support import FakeClock
from tracejournal import places
from tracejournal.config import Config
from tracejournal.journal.journal import Journal
from tracejournal.journal.news import SEEN, news
from tracejournal.tui.app import TracejournalApp
from tracejournal.tui.widgets.note_lines import NoteLine

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from tracejournal.model.clock import Clock

Answer = TypeVar("Answer")
P = ParamSpec("P")

SMALL, LARGE = (80, 24), (120, 36)

_QUIET_ROUNDS = 2


@asynccontextmanager
async def open_app(
    clock: Clock | None = None, *, size: tuple[int, int] = SMALL, config: Config | None = None
) -> AsyncIterator[Pilot[int]]:
    """Open the app on the journal of this test's home, settled and ready for keys."""
    meet_this_version()
    app = TracejournalApp(clock or FakeClock(), config or Config())
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot


def meet_this_version() -> None:
    """Let nothing be news, unless a test says which version was met last."""
    if not (Path(places.state_folder()) / SEEN).exists():
        news(())


async def settle(pilot: Pilot[int]) -> None:
    """Wait until everything that was asked of the journal is answered and shown."""
    app = house(pilot)
    queue = _counted(app)
    quiet = 0
    while quiet < _QUIET_ROUNDS:
        asked = queue.asked
        await pilot.pause()
        if app.journal.is_locked:
            await app.journal.away(lambda: None)
        else:
            await app.journal.ask(lambda journal: journal.change_count())
        # An answer leads to the next question, as often as a use case of the screen needs it.
        quiet = quiet + 1 if queue.asked == asked + 1 and _threads_are_idle() else 0
    await pilot.pause()


def _threads_are_idle() -> bool:
    """Return whether nothing is being done beside the screen, such as writing a file."""
    executor = getattr(asyncio.get_running_loop(), "_default_executor", None)
    return executor is None or executor._idle_semaphore._value >= len(executor._threads)


class _CountedQueue(ThreadPoolExecutor):
    """The queue of the journal's thread, which also knows how much it was given."""

    asked = 0

    def submit(
        self, fn: Callable[P, Answer], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[Answer]:
        self.asked += 1
        return super().submit(fn, *args, **kwargs)


def _counted(app: TracejournalApp) -> _CountedQueue:
    queue = app.journal._queue
    if not isinstance(queue, _CountedQueue):
        queue.__class__ = _CountedQueue
    assert isinstance(queue, _CountedQueue)
    return queue


async def type_text(pilot: Pilot[int], text: str) -> None:
    """Type as a person would, one key after another."""
    names = {" ": "space", "@": "at", "#": "number_sign", "/": "slash", "-": "minus"}
    await pilot.press(*(names.get(char, char) for char in text))
    await settle(pilot)


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys and wait for what they do."""
    await pilot.press(*keys)
    await settle(pilot)


def house(pilot: Pilot[int]) -> TracejournalApp:
    """Return the app as what it is."""
    app = pilot.app
    assert isinstance(app, TracejournalApp)
    return app


def notes(pilot: Pilot[int]) -> list[str]:
    """Return the quiet lines of Today, from the top down."""
    return [line.note.said for line in house(pilot).get_screen("today").query(NoteLine)]


def screen_text(pilot: Pilot[int]) -> str:
    """Return what a person sees, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


def in_journal(use_case: Callable[[Journal], Answer], clock: Clock | None = None) -> Answer:
    """Look into the journal of this test's home from outside, as another program would."""
    with Journal.open(clock=clock or FakeClock(), create=True) as journal:
        return use_case(journal)
