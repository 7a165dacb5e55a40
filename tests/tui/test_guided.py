"""Guided reflections: steps that can be left out, gone back to and stopped at, no word lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Paste
from textual.widgets import Input, OptionList

from tests.tui.reflecting import find, reflections
from tests.tui.support import (
    LARGE,
    SMALL,
    in_journal,
    open_app,
    press,
    screen_text,
    settle,
    type_text,
)
from tracejournal.model.entry import Part
from tracejournal.prompts.guided import load_guides
from tracejournal.tui.screens.guided import GuidedDialog
from tracejournal.tui.widgets.step_rail import StepRail
from tracejournal.words import guided as words

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.support import FakeClock
    from tracejournal.model.draft import SavedDraft

GUIDES = {guide.id: guide for guide in load_guides()}
NOW_WHAT = GUIDES["what-now"]
NOT_YET = "I don't have one yet"


def drafts() -> tuple[SavedDraft, ...]:
    return in_journal(lambda journal: journal.drafts.all())


def dialog(pilot: Pilot[int]) -> GuidedDialog:
    screen = pilot.app.screen
    assert isinstance(screen, GuidedDialog)
    return screen


async def begin(pilot: Pilot[int], guide_id: str = "what-now") -> None:
    await press(pilot, "alt+g")
    pilot.app.screen.query_one(Input).value = GUIDES[guide_id].title
    await settle(pilot)
    await press(pilot, "enter")


async def write(pilot: Pilot[int], text: str) -> None:
    dialog(pilot).page.area.post_message(Paste(text))
    await settle(pilot)


async def test_each_step_is_asked_and_the_answers_are_kept_as_one_reflection() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await type_text(pilot, "Late calls")
        await press(pilot, "tab")
        await type_text(pilot, "I am worn")
        await press(pilot, "tab")
        await type_text(pilot, "Ask Dana")
        await press(pilot, "tab", "enter")
        assert "Kept · What, so what, now what" in screen_text(pilot)
    (kept,) = reflections()
    assert kept.prompt_id == "guided:what-now"
    assert kept.parts == tuple(
        Part(step.question, answer)
        for step, answer in zip(
            NOW_WHAT.steps, ("Late calls", "I am worn", "Ask Dana"), strict=True
        )
    )
    assert drafts() == ()


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])
@pytest.mark.parametrize("guide", GUIDES.values(), ids=GUIDES)
async def test_rule_07_every_step_says_which_of_how_many_it_is_and_can_be_skipped(
    guide: object, size: tuple[int, int]
) -> None:
    found = next(each for each in GUIDES.values() if each is guide)
    async with open_app(size=size) as pilot:
        await begin(pilot, found.id)
        count = len(found.steps)
        for number in range(1, count + 1):
            assert f"step {number} of {count} ·" in screen_text(pilot)
            await press(pilot, "tab")
        assert words.AT_THE_END in screen_text(pilot)
        assert words.NOTHING_WRITTEN in screen_text(pilot)


@pytest.mark.parametrize("tabs", [0, 1, len(NOW_WHAT.steps)])
@pytest.mark.parametrize("way", ["escape", "ctrl+s"])
async def test_rule_07_stopping_at_any_step_keeps_what_was_written(tabs: int, way: str) -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await write(pilot, "Late calls")
        await press(pilot, *["tab"] * tabs, way)
        assert not isinstance(pilot.app.screen, GuidedDialog)
    if way == "escape":
        assert ([draft.words for draft in drafts()], reflections()) == (["Late calls"], [])
    else:
        (kept,) = reflections()
        assert kept.parts == (Part(NOW_WHAT.steps[0].question, "Late calls"),)
        assert drafts() == ()


async def test_what_was_left_out_is_left_out_of_what_is_kept() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await press(pilot, "tab")
        await write(pilot, "Only this")
        await press(pilot, "ctrl+s")
    (kept,) = reflections()
    assert [part.answer for part in kept.parts] == ["Only this"]


async def test_back_and_forth_and_the_words_stay_with_their_step() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await write(pilot, "One")
        await press(pilot, "tab")
        await write(pilot, "Two")
        await press(pilot, "shift+tab")
        assert dialog(pilot).page.area.text == "One"
        assert "step 1 of 3" in screen_text(pilot)
        await write(pilot, " more")
        await press(pilot, "tab")
        assert dialog(pilot).page.area.text == "Two"
        assert dialog(pilot).walk.answers == ["One more", "Two", ""]


async def test_a_click_on_a_step_goes_there() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await write(pilot, "One")
        await pilot.click(StepRail, offset=(4, 1))
        await settle(pilot)
        assert "step 2 of 3" in screen_text(pilot)
        assert dialog(pilot).walk.answers[0] == "One"


async def test_keeping_can_be_undone() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await write(pilot, "One")
        await press(pilot, "ctrl+s", "escape", "u")
        assert reflections() == []
        await press(pilot, "U")
        assert len(reflections()) == 1


async def test_rule_01_one_with_nothing_written_can_be_kept_or_left() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await press(pilot, "tab", "tab", "tab", "down", "enter")
        assert (reflections(), drafts()) == ([], ())
        await begin(pilot)
        await press(pilot, "tab", "tab", "tab", "enter")
    (kept,) = reflections()
    assert (kept.parts, kept.prompt_id) == ((), "guided:what-now")


async def test_letting_go_asks_once_where_there_are_words() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await write(pilot, "One")
        await press(pilot, "alt+o", "n")
        assert dialog(pilot).page.area.text == "One"
        await press(pilot, "alt+o", "y")
        assert not isinstance(pilot.app.screen, GuidedDialog)
        await begin(pilot)
        await press(pilot, "alt+o")
        assert not isinstance(pilot.app.screen, GuidedDialog)
    assert (reflections(), drafts()) == ([], ())


# Ready answers


async def options_step(pilot: Pilot[int]) -> OptionList:
    await begin(pilot, "options")
    await press(pilot, "tab", "tab")
    return dialog(pilot).page.query_one(OptionList)


async def test_rule_28_not_having_one_yet_stands_beside_writing_one_and_looks_the_same() -> None:
    async with open_app() as pilot:
        ways = await options_step(pilot)
        shown = [ways.get_option_at_index(number).prompt for number in range(2)]
        assert [str(each).split("  ")[-1] for each in shown] == [words.IN_MY_WORDS, NOT_YET]
        own, none = ([str(span.style) for span in getattr(each, "spans", ())] for each in shown)
        assert own == none
        assert "In my own words" in screen_text(pilot)
        assert not dialog(pilot).page.area.region, "nothing asks louder than the list"


@pytest.mark.parametrize("keys", [("2",), ("down", "enter")])
async def test_rule_28_it_takes_no_more_than_writing_one_does(keys: tuple[str, ...]) -> None:
    async with open_app() as pilot:
        await options_step(pilot)
        await press(pilot, *keys)
        assert "step 4 of 5" in screen_text(pilot)
        await press(pilot, "ctrl+s")
    (kept,) = reflections()
    assert kept.parts == (Part("Which options do you see?", NOT_YET),)


@pytest.mark.parametrize("keys", [("1",), ("enter",), ()])
async def test_writing_one_begins_by_key_or_with_the_first_letter(keys: tuple[str, ...]) -> None:
    async with open_app() as pilot:
        await options_step(pilot)
        await press(pilot, *keys)
        await type_text(pilot, "Swap")
        assert dialog(pilot).walk.answers[2] == "Swap"


async def test_a_key_of_other_keyboards_that_is_nearly_a_digit_takes_nothing() -> None:
    async with open_app() as pilot:
        await options_step(pilot)
        await press(pilot, "²")
        assert "step 3 of 5" in screen_text(pilot)


async def test_words_that_stand_there_are_not_lost_to_a_ready_answer() -> None:
    async with open_app() as pilot:
        await options_step(pilot)
        await press(pilot, "1")
        await write(pilot, "Swap a shift, perhaps")
        await press(pilot, "shift+tab", "2", "shift+tab")
        assert dialog(pilot).page.area.text == f"{NOT_YET}\nSwap a shift, perhaps"
        await press(pilot, "shift+tab", "shift+tab")
        assert "step 2 of 5" in screen_text(pilot)


async def test_one_ready_answer_takes_the_place_of_another() -> None:
    async with open_app() as pilot:
        await begin(pilot, "options")
        await press(pilot, "tab", "tab", "tab", "2", "shift+tab")
        assert dialog(pilot).page.area.text == "To be heard"
        await press(pilot, "shift+tab", "4")
        assert dialog(pilot).walk.answers[3] == "A decision"


# Drafts


async def half_written(clock: FakeClock | None = None) -> None:
    async with open_app(clock) as pilot:
        await begin(pilot)
        await write(pilot, "Late calls")
        await press(pilot, "tab")
        await write(pilot, "I am worn")
        await press(pilot, "escape")
        assert "Your words wait as a draft" in " ".join(screen_text(pilot).split())


async def test_a_draft_is_offered_on_return_where_it_was_left_and_not_shown_unasked() -> None:
    await half_written()
    async with open_app() as pilot:
        assert "Words you had not kept are safe" in screen_text(pilot)
        assert "Late calls" not in screen_text(pilot)
        await press(pilot, "ctrl+o")
        assert "step 2 of 3" in screen_text(pilot)
        assert dialog(pilot).walk.answers == ["Late calls", "I am worn", ""]
        await press(pilot, "ctrl+s")
    assert (len(reflections()), drafts()) == (1, ())


async def test_beginning_the_same_one_offers_it_and_loses_nothing_typed_before() -> None:
    await half_written()
    async with open_app() as pilot:
        await begin(pilot)
        shown = " ".join(screen_text(pilot).split())
        assert "You began this on Mon 23 Nov," in shown
        assert "^o open" in shown
        assert "Late calls" not in shown
        await write(pilot, "Another day")
        await press(pilot, "ctrl+o")
        assert dialog(pilot).walk.answers[0] == "Late calls"
        await press(pilot, "ctrl+s")
    assert [draft.words for draft in drafts()] == ["Another day"]


async def test_a_draft_is_marked_in_the_list_of_prompts() -> None:
    await half_written()
    async with open_app() as pilot:
        await press(pilot, "alt+2", "escape", "G", *["k"] * 8)
        assert "✎ What, so what, now" in screen_text(pilot)


async def test_a_draft_to_steps_that_are_gone_can_still_be_kept() -> None:
    fields = {"text": "x", "answers": ["Mine", ""], "questions": ["Old one?", "And?"], "step": 7}
    in_journal(lambda journal: journal.drafts.save("guided:gone:ab", fields))
    async with open_app() as pilot:
        await press(pilot, "ctrl+o")
        assert words.GONE in screen_text(pilot)
        await press(pilot, "ctrl+s")
    (kept,) = reflections()
    assert kept.parts == (Part("Old one?", "Mine"),)


async def test_a_draft_written_by_other_hands_does_no_harm() -> None:
    fields: dict[str, object] = {"answers": ["a", "b", "c", "d", "e"], "step": "x", "questions": 4}
    in_journal(lambda journal: journal.drafts.save("guided:what-now:ab", fields))
    async with open_app() as pilot:
        await press(pilot, "ctrl+o")
        assert dialog(pilot).walk.answers == ["a", "b", "c\nd\ne"]


async def test_earlier_words_come_back() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await write(pilot, "Late")
        await press(pilot, "f12", "f12", *["backspace"] * 4)
        await write(pilot, "New")
        await press(pilot, "f8", "enter")
        assert dialog(pilot).page.area.text == "Late"


async def test_a_draft_is_said_to_be_kept_when_it_is() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        area = dialog(pilot).page.area
        area.insert("Late")  # nobody was told of it yet
        await dialog(pilot).save_drafts()
        assert words.DRAFT_SAVED not in screen_text(pilot) or drafts()
        await settle(pilot)
        await dialog(pilot).save_drafts()
        await settle(pilot)
        assert words.DRAFT_SAVED in screen_text(pilot)
        assert [draft.words for draft in drafts()] == ["Late"]
        area.insert(" calls")
        await settle(pilot)
        assert words.DRAFT_SAVED not in screen_text(pilot)
        await press(pilot, "tab")
        assert words.DRAFT_SAVED not in screen_text(pilot)


@pytest.mark.parametrize("key", ["ctrl+q", "f10"])
async def test_quitting_in_the_middle_saves_the_words(key: str) -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await type_text(pilot, "Unsaved")
        await press(pilot, key)
    assert [draft.words for draft in drafts()] == ["Unsaved"]


# The ways there


async def test_it_is_found_from_the_palette() -> None:
    async with open_app() as pilot:
        await press(pilot, "ctrl+p", *"in", "space", *"steps", "enter")
        await settle(pilot)
        assert words.CHOOSE in screen_text(pilot)


async def test_it_is_listed_among_the_prompts_and_found_there() -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+2", "escape", "G", *["k"] * 9)
        assert words.GROUP in screen_text(pilot)
        await press(pilot, "enter")
        assert "step 1 of 6" in screen_text(pilot)
        await press(pilot, "escape")
        await find(pilot, "garden")
        assert "A look at the garden" in screen_text(pilot)
        assert "step 1 of 3" in screen_text(pilot)
        await press(pilot, "escape", "i")
        assert words.CHOOSE in screen_text(pilot)


async def test_choosing_none_goes_back() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Half a mo")
        await press(pilot, "alt+g", "escape")
        await type_text(pilot, "ment")
        assert "Half a moment" in screen_text(pilot)


async def test_a_refused_keep_leaves_the_words_where_they_are() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await write(pilot, "x" * 5_000_001)
        await press(pilot, "ctrl+s")
        assert "longer than" in screen_text(pilot)
        assert len(dialog(pilot).page.area.text) == 5_000_001
