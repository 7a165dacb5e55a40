"""Prompts of one's own in the full screen: written, changed, never lost; topics that rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.reflecting import asked, find, open_reflect, reflect, todays_prompt
from tests.tui.support import in_journal, open_app, press, screen_text, settle, type_text
from tracejournal.tui.screens.own_prompt import OwnPromptDialog
from tracejournal.tui.screens.reflect import ReflectScreen
from tracejournal.tui.widgets.key_bar import live_keys
from tracejournal.tui.widgets.prompt_form import PromptForm
from tracejournal.tui.widgets.prompt_list import PromptList

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tracejournal.model.prompt import Prompt


def own() -> tuple[Prompt, ...]:
    return in_journal(lambda journal: journal.prompts.own())


def drafts() -> int:
    return len(in_journal(lambda journal: journal.drafts.all()))


def form(pilot: Pilot[int]) -> PromptForm:
    return pilot.app.screen.query_one(PromptForm)


async def add(pilot: Pilot[int], text: str) -> None:
    await press(pilot, "escape", "a")
    await type_text(pilot, text)
    await press(pilot, "enter")


async def test_all_of_a_prompt_can_be_said() -> None:
    async with open_reflect() as pilot:
        await press(pilot, "escape", "a")
        await type_text(pilot, "Where is the river?")
        await press(pilot, "tab")
        await type_text(pilot, "And for a friend?")
        await press(pilot, "tab")
        await type_text(pilot, "It is")
        await press(pilot, "tab", "right", "right", "right", "tab", "space")
        await type_text(pilot, "trust")
        await press(pilot, "enter", "tab")
        await type_text(pilot, "Water")
        await press(pilot, "tab", "space", "enter", "escape", "tab", "right", "right", "tab")
        await type_text(pilot, "5")
        await press(pilot, "tab")
        await type_text(pilot, "A river")
        await press(pilot, "ctrl+s")
        assert asked(pilot) == "Where is the river?"
    (prompt,) = own()
    assert prompt.content == (
        "A river", "Where is the river?", "trust", "water", "deep", ("staff",), 5, "It is ",
        "And for a friend?", "evening",
    )  # fmt: skip
    assert drafts() == 0


async def test_e_changes_ones_own_and_u_takes_it_back() -> None:
    async with open_reflect() as pilot:
        await add(pilot, "Where is the river?")
        await press(pilot, "escape", "e", *["backspace"] * 6)
        await type_text(pilot, "sea?")
        await press(pilot, "enter")
        assert asked(pilot) == "Where is the sea?"
        assert "Changed. u takes it back." in screen_text(pilot)
        assert [prompt.text for prompt in own()] == ["Where is the sea?"]
        await press(pilot, "u")
        assert asked(pilot) == "Where is the river?"
        await press(pilot, "U")
        assert [prompt.text for prompt in own()] == ["Where is the sea?"]
    assert drafts() == 0


async def test_e_on_one_of_the_deck_makes_a_copy_in_its_place() -> None:
    first = todays_prompt()
    async with open_reflect() as pilot:
        await press(pilot, "escape", "e")
        assert "A copy of it, in your words" in screen_text(pilot)
        await type_text(pilot, " Now")
        await press(pilot, "enter")
        assert asked(pilot) == f"{first.text} Now"
        assert todays_prompt().instead_of == first.id
        await press(pilot, "escape", "u")
    assert own() == ()
    assert todays_prompt() == first


async def test_words_being_written_stay_when_their_prompt_is_changed() -> None:
    async with open_reflect() as pilot:
        await add(pilot, "Where is the river?")
        await type_text(pilot, "Behind the house")
        await press(pilot, "escape", "e")
        await type_text(pilot, " Still?")
        await press(pilot, "enter")
        assert asked(pilot) == "Where is the river? Still?"
        assert reflect(pilot).form.area.text == "Behind the house"


@pytest.mark.parametrize("leave", [("escape",), ("f12", "f12", "escape")])
async def test_a_change_that_was_begun_is_gone_on_with(leave: tuple[str, ...]) -> None:
    async with open_reflect() as pilot:
        await add(pilot, "Where is the river?")
        await press(pilot, "escape", "e")
        await type_text(pilot, " Half")
        await press(pilot, *leave)
        assert [prompt.text for prompt in own()] == ["Where is the river?"]
        await press(pilot, "e")
        assert form(pilot).question.text == "Where is the river? Half"
        await press(pilot, "enter")
    assert [prompt.text for prompt in own()] == ["Where is the river? Half"]
    assert drafts() == 0


async def test_a_change_that_was_begun_is_offered_at_the_next_start() -> None:
    async with open_reflect() as pilot:
        await add(pilot, "Where is the river?")
        await press(pilot, "escape", "e", "tab")
        await type_text(pilot, "From afar?")
        await press(pilot, "ctrl+q")
    async with open_app() as pilot:
        await press(pilot, "ctrl+o")
        assert form(pilot).fields()["distancing"] == "From afar?"
        await press(pilot, "enter")
    assert own()[0].distancing == "From afar?"


async def test_a_change_can_be_let_go() -> None:
    async with open_reflect() as pilot:
        await add(pilot, "Where is the river?")
        await press(pilot, "escape", "e")
        await type_text(pilot, " Half")
        await press(pilot, "alt+o", "e")
        assert form(pilot).question.text == "Where is the river?"
        await press(pilot, "escape")
    assert drafts() == 0


async def test_words_of_an_editor_that_was_killed_stand_in_their_fields() -> None:
    block = '[[prompt]]\ntext = "Where?"\ndepth = "deep"\nwhen = "evening"\n'
    in_journal(lambda journal: journal.drafts.save("prompt::1a", {"text": block}))
    async with open_app() as pilot:
        await press(pilot, "ctrl+o")
        said = form(pilot).said()
        assert (said["text"], said["depth"], said["when"]) == ("Where?", "deep", "evening")


async def test_what_cannot_be_is_said_and_nothing_is_lost() -> None:
    async with open_reflect() as pilot:
        await press(pilot, "escape", "a")
        await type_text(pilot, "Where?")
        await press(pilot, *["tab"] * 8)
        await type_text(pilot, "soon")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, OwnPromptDialog)
        assert "Minutes are a whole number from 1 to 240, not “soon”." in screen_text(pilot)
        await press(pilot, *["backspace"] * 4, "enter")
    assert own()[0].minutes == 3


async def test_rule_06_a_thought_stands_below_the_question_and_refuses_nothing() -> None:
    async with open_reflect() as pilot:
        await press(pilot, "escape", "a")
        assert "One question. Only you see it" in screen_text(pilot)
        await type_text(pilot, "How was the client?")
        assert "It says “client”." in screen_text(pilot)
        await press(pilot, "enter")
    assert own()[0].text == "How was the client?"


async def test_f8_brings_back_what_stood_in_the_form() -> None:
    async with open_reflect() as pilot:
        await press(pilot, "escape", "a")
        await type_text(pilot, "First")
        await press(pilot, "f12", "f12", *["backspace"] * 5)
        await type_text(pilot, "Second")
        await press(pilot, "f8", "enter")
        assert form(pilot).question.text == "First"


async def test_no_prompt_at_all_cannot_be_changed() -> None:
    def hide_all(journal: object) -> None:
        for prompt in journal.prompts.all():  # type: ignore[attr-defined]
            journal.prompts.hide(prompt.id)  # type: ignore[attr-defined]

    in_journal(hide_all)
    async with open_reflect() as pilot:
        await press(pilot, "escape", "e", "x")
        assert "e" not in dict(live_keys(pilot.app.screen))
        assert isinstance(pilot.app.screen, ReflectScreen)


# Topics


async def test_not_today_offers_once_to_let_the_topic_rest() -> None:
    topic = todays_prompt().topic
    assert topic
    async with open_app() as pilot:
        assert "alt+t" not in screen_text(pilot)
        await press(pilot, "ctrl+t")
        assert f"alt+t lets “{topic}” rest for a while" in screen_text(pilot)
        await press(pilot, "alt+t")
        assert f"“{topic}” rests." in screen_text(pilot)
        assert "alt+t" not in screen_text(pilot)
        assert resting() == (topic,)
        await press(pilot, "escape", "u")
        assert resting() == ()
        await press(pilot, "alt+t")
        assert resting() == ()


async def test_nothing_rests_unless_it_is_said() -> None:
    async with open_app() as pilot:
        await press(pilot, "ctrl+t", "ctrl+t", "ctrl+n")
        assert "alt+t" not in screen_text(pilot)
        await press(pilot, "alt+t")
    async with open_app() as pilot:
        in_journal(lambda journal: journal.prompts.not_today())
        await settle(pilot)
        await press(pilot, "alt+t")
    assert resting() == ()


async def test_r_on_the_card_lets_the_topic_rest() -> None:
    topic = todays_prompt().topic
    async with open_app() as pilot:
        await press(pilot, "escape", "t", "r")
    assert resting() == (topic,)


async def test_topics_are_chosen_and_taken_back_on_reflect() -> None:
    async with open_reflect() as pilot:
        await press(pilot, "escape", "t")
        assert "Which topics would you like to rest?" in screen_text(pilot)
        await type_text(pilot, "calm")
        await press(pilot, "enter")
        await type_text(pilot, "conflict")
        await press(pilot, "enter", "escape")
        assert resting() == ("calm", "conflict")
        assert "resting: calm, conflict" in screen_text(pilot)
        assert "These rest until you say" in screen_text(pilot)
        await press(pilot, "u")
        assert resting() == ()
        await press(pilot, "U", "t")
        await type_text(pilot, "calm")
        await press(pilot, "enter", "escape")
        assert resting() == ("conflict",)
        await press(pilot, "t", "escape")
        assert isinstance(pilot.app.focused, PromptList)


async def test_a_prompt_tells_its_topic_and_when_it_comes_up() -> None:
    in_journal(lambda journal: journal.prompts.add("Where?", topic="river", when="evening"))
    async with open_reflect() as pilot:
        await find(pilot, "Where?")
        shown = screen_text(pilot)
    assert "my own · river" in shown
    assert "in the evening" in shown


def resting() -> tuple[str, ...]:
    return in_journal(lambda journal: journal.prompts.resting_topics())
