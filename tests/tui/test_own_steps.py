"""Writing a guided reflection of one's own in plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Paste

from tests.tui.reflecting import find
from tests.tui.support import in_journal, open_app, press, screen_text, settle
from tracejournal.model.guided import CLOSING, Guide
from tracejournal.tui.screens.own_steps import OwnStepsDialog
from tracejournal.tui.widgets.words_area import WordsArea
from tracejournal.words import guided as words

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tracejournal.model.draft import SavedDraft


def own() -> tuple[Guide, ...]:
    return in_journal(lambda journal: journal.guides.own())


def drafts() -> tuple[SavedDraft, ...]:
    return in_journal(lambda journal: journal.drafts.all())


async def begin(pilot: Pilot[int]) -> None:
    await press(pilot, "alt+g", *"write", "enter")
    assert isinstance(pilot.app.screen, OwnStepsDialog)


async def write(pilot: Pilot[int], text: str) -> None:
    pilot.app.screen.query_one(WordsArea).post_message(Paste(text))
    await settle(pilot)


async def test_lines_become_a_guide_that_can_be_followed_at_once() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        assert words.OWN_HINT in screen_text(pilot)
        await write(pilot, "After court\nWhat is the least?\nWhat helps?")
        await press(pilot, "ctrl+s")
        assert words.ADDED[:20] in screen_text(pilot)
        await press(pilot, "alt+2")
        await find(pilot, "court")
        assert "step 1 of 3 · What is the" in screen_text(pilot)
    (guide,) = own()
    assert [step.question for step in guide.steps[:2]] == ["What is the least?", "What helps?"]
    assert guide.steps[-1] == CLOSING
    assert drafts() == ()


async def test_what_is_missing_is_said_and_nothing_typed_is_lost() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await write(pilot, "Only a title")
        await press(pilot, "ctrl+s")
        assert "has no steps yet" in " ".join(screen_text(pilot).split())
        await write(pilot, "\nWhat now?")
        await press(pilot, "ctrl+s")
    assert [guide.title for guide in own()] == ["Only a title"]


async def test_leaving_leaves_a_draft_that_is_offered_again() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await write(pilot, "After co")
        await press(pilot, "escape")
    assert (own(), [draft.words for draft in drafts()]) == ((), ["After co"])
    async with open_app() as pilot:
        await press(pilot, "ctrl+o")
        await write(pilot, "urt\nSo?")
        await press(pilot, "ctrl+s")
    assert ([guide.title for guide in own()], drafts()) == (["After court"], ())


async def test_adding_it_can_be_undone() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await write(pilot, "After court\nSo?")
        await press(pilot, "ctrl+s", "escape", "u")
        assert own() == ()
        await press(pilot, "U")
        assert len(own()) == 1


async def test_earlier_lines_come_back() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await write(pilot, "Late")
        await press(pilot, "f12", "f12", *["backspace"] * 4)
        await write(pilot, "New")
        await press(pilot, "f8", "enter")
        assert pilot.app.screen.query_one(WordsArea).text == "Late"
