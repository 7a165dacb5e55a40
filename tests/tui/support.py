"""What tests of the full screen share: a still clock, an app on a real file, a person's hands."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeVar

from tests.support import FakeClock
from tracejournal.config import Config
from tracejournal.journal.journal import Journal
from tracejournal.tui.app import TracejournalApp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from tracejournal.model.clock import Clock

Answer = TypeVar("Answer")

SMALL, LARGE = (80, 24), (120, 36)


@asynccontextmanager
async def open_app(
    clock: Clock | None = None, *, size: tuple[int, int] = SMALL, config: Config | None = None
) -> AsyncIterator[Pilot[int]]:
    """Open the app on the journal of this test's home, settled and ready for keys."""
    app = TracejournalApp(clock or FakeClock(), config or Config())
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot


async def settle(pilot: Pilot[int]) -> None:
    """Wait until everything that was asked of the journal is answered and shown."""
    app = house(pilot)
    for _ in range(3):
        await pilot.pause()
        await app.journal.ask(lambda journal: journal.change_count())
    await pilot.pause()


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


def screen_text(pilot: Pilot[int]) -> str:
    """Return what a person sees, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


def in_journal(use_case: Callable[[Journal], Answer], clock: Clock | None = None) -> Answer:
    """Look into the journal of this test's home from outside, as another program would."""
    with Journal.open(clock=clock or FakeClock(), create=True) as journal:
        return use_case(journal)
