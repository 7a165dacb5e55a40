"""What the tests of Reflect share."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from tests.support import FakeClock
from tests.tui.support import SMALL, in_journal, open_app, press, type_text
from tracejournal.model.entry import Reflection
from tracejournal.tui.screens.reflect import ReflectScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from tests.support import FakeClock
    from tracejournal.model.prompt import Prompt


@asynccontextmanager
async def open_reflect(
    clock: FakeClock | None = None, size: tuple[int, int] = SMALL
) -> AsyncIterator[Pilot[int]]:
    async with open_app(clock, size=size) as pilot:
        await press(pilot, "alt+2")
        yield pilot


def reflect(pilot: Pilot[int]) -> ReflectScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReflectScreen)
    return screen


def reflections() -> list[Reflection]:
    entries = in_journal(lambda journal: list(journal.history.entries()))
    return [entry.content for entry in entries if isinstance(entry.content, Reflection)]


def todays_prompt() -> Prompt:
    prompt = in_journal(lambda journal: journal.prompts.of_today()).prompt
    assert prompt
    return prompt


def asked(pilot: Pilot[int]) -> str:
    return reflect(pilot).form.questions[0]


async def find(pilot: Pilot[int], typed: str) -> None:
    await press(pilot, "escape", "slash")
    await type_text(pilot, typed)
    await press(pilot, "enter")
