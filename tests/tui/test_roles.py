"""A therapist, a supervisor and an administrator each find their day, and nothing is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.command import CommandList

from tests.support import FakeClock
from tests.tui.support import LARGE, house, in_journal, open_app, press, screen_text, settle
from tracejournal.config import Config
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.vocabulary import KINDS, label
from tracejournal.prompts.deck import load_deck
from tracejournal.tui.widgets.rows import ChoiceRow

if TYPE_CHECKING:
    from textual.pilot import Pilot

ROLE_OF = {prompt.id: prompt.roles for prompt in load_deck()}


def kind_row(pilot: Pilot[int]) -> str:
    """Return the line of kinds, as it stands on the screen."""
    return next(
        line for line in screen_text(pilot).splitlines() if "kind " in line and "all" in line
    )


async def palette(pilot: Pilot[int]) -> list[str]:
    """Open the palette and return what it offers, first things first."""
    await press(pilot, "ctrl+p")
    await pilot.pause(0.1)
    await settle(pilot)
    options = pilot.app.screen.query_one(CommandList).options
    await press(pilot, "escape")
    return [str(option.prompt) for option in options]


def prompt_today() -> tuple[str, ...]:
    """Return whom the prompt that today noted as offered is meant for."""
    rows = in_journal(
        lambda journal: journal._store.rows("SELECT prompt_id FROM offered_prompts LIMIT 1")
    )
    return ROLE_OF[rows[0][0]]


async def test_a_therapist_finds_their_day() -> None:
    async with open_app(size=LARGE, config=Config(roles=("staff",))) as pilot:
        assert "⇄ checked in with a peer  ♥ note of gratitude  ◷ peer huddle" in kind_row(pilot)
        assert prompt_today() == ("staff",)
        first = await palette(pilot)
        assert first[0].startswith("Huddle")
        await press(pilot, *"Sat", "tab", "right", "enter")
    assert kept().kind == "peer-check-in"


async def test_a_supervisor_finds_their_day() -> None:
    async with open_app(size=LARGE, config=Config(roles=("supervisor",))) as pilot:
        assert "▣ supervision or 1:1  ☉ asked how they are  ◷ peer huddle" in kind_row(pilot)
        assert prompt_today() == ("supervisor",)
        await press(pilot, "ctrl+n")
        assert len(offered()) == 2
        assert {ROLE_OF[each] for each in offered()} == {("supervisor",)}
        first = await palette(pilot)
        assert first[0].startswith("Loops")
        await press(pilot, *"With", "tab", "right", "enter")
    assert kept().kind == "supervision"


async def test_an_administrator_finds_their_day() -> None:
    async with open_app(size=LARGE, config=Config(roles=("administrator",))) as pilot:
        assert "▤ mentorship session  ⇆ inter-team check-in" in kind_row(pilot)
        assert prompt_today() == ("administrator",)
        first = await palette(pilot)
        assert first[0].startswith("Meetings")
        await press(pilot, *"With", "tab", "right", "enter")
    assert kept().kind == "mentorship"


async def test_without_a_role_all_is_as_it_came() -> None:
    async with open_app(size=LARGE) as pilot:
        assert "♥ note of gratitude  ☉ asked how they are" in kind_row(pilot)
        assert prompt_today() == ()


async def test_several_roles_take_turns() -> None:
    config = Config(roles=("supervisor", "administrator"))
    async with open_app(size=LARGE, config=config) as pilot:
        assert "▣ supervision or 1:1  ▤ mentorship session  ☉ asked" in kind_row(pilot)


async def test_what_is_usually_picked_goes_before_the_role() -> None:
    clock = FakeClock()
    for _ in range(3):
        in_journal(lambda journal: journal.entries.keep(Draft(Moment("m", kind="laughter"))), clock)
    async with open_app(clock, size=LARGE, config=Config(roles=("administrator",))) as pilot:
        assert "◠ laughter  ▤ mentorship session" in kind_row(pilot)


async def test_nothing_is_locked() -> None:
    async with open_app(size=LARGE, config=Config(roles=("staff",))) as pilot:
        row = pilot.app.screen.query_one("#row-kind", ChoiceRow)
        assert {term.key for term in row._offered()} == {term.key for term in KINDS}
        theirs = await palette(pilot)
        house(pilot).config = Config()
        assert sorted(await palette(pilot)) == sorted(theirs)


async def test_another_role_in_the_settings_holds_at_once() -> None:
    async with open_app(size=LARGE, config=Config(roles=("staff",))) as pilot:
        house(pilot).config = Config(roles=("administrator",))
        house(pilot).settings_changed.publish("roles")
        await settle(pilot)
        assert "▤ mentorship session" in kind_row(pilot)


@pytest.mark.parametrize("role", ["staff", "supervisor", "administrator"])
async def test_prompts_for_ones_role_stand_first_in_their_group(role: str) -> None:
    async with open_app(config=Config(roles=(role,))) as pilot:
        await press(pilot, "alt+2", "escape", "slash")
        shown = in_journal(lambda journal: journal.prompts.all())
        mine = [each.title for each in shown if role in each.roles]
        assert any(title in screen_text(pilot) for title in mine[:3])


def offered() -> list[str]:
    return [
        row[0]
        for row in in_journal(
            lambda journal: journal._store.rows("SELECT prompt_id FROM offered_prompts")
        )
    ]


def kept() -> Moment:
    content = in_journal(lambda journal: next(iter(journal.history.entries()))).content
    assert isinstance(content, Moment)
    assert label(KINDS, content.kind)
    return content


@pytest.mark.parametrize(
    ("role", "second"),
    [("staff", "How connection"), ("supervisor", "Whom these"), ("administrator", "week by week")],
)
async def test_patterns_answers_first_and_then_shows_what_the_role_looks_back_on(
    role: str, second: str
) -> None:
    async with open_app(size=LARGE, config=Config(roles=(role,))) as pilot:
        await press(pilot, "alt+4")
        assert "When did you feel most supported" in screen_text(pilot)
        await press(pilot, "tab")
        assert second in screen_text(pilot)
