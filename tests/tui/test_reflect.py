from __future__ import annotations

import asyncio
from threading import Event

import pytest
from textual.events import Paste

from tests.tui.reflecting import asked, find, open_reflect, reflect, reflections, todays_prompt
from tests.tui.support import (
    LARGE,
    SMALL,
    house,
    in_journal,
    open_app,
    press,
    screen_text,
    settle,
    type_text,
)
from tracejournal.model.entry import Part
from tracejournal.tui.screens.deep_prompt import DeepPromptDialog
from tracejournal.tui.screens.reflect import ReflectScreen
from tracejournal.tui.widgets.key_bar import live_keys
from tracejournal.tui.widgets.prompt_list import PromptList
from tracejournal.tui.widgets.words_area import WordsArea

MOST_TURNS = 100_000
"""Turns of the loop after which a screen that never comes is a failure."""

DEEP = "Where in your work do you feel alone?"
STEPPED_BACK = "What would you tell a colleague who feels alone in this work?"


async def test_it_opens_with_todays_prompt_and_the_cursor_in_the_words() -> None:
    async with open_reflect() as pilot:
        assert asked(pilot) == todays_prompt().text
        assert todays_prompt().starter.strip() in screen_text(pilot)
        assert isinstance(pilot.app.focused, WordsArea)
        assert pilot.app.focused.text == ""


async def test_words_typed_before_the_prompts_were_read_are_not_lost() -> None:
    gate = Event()
    async with open_app() as pilot:
        held = house(pilot).journal.ask(lambda _journal: gate.wait())
        waiting = asyncio.ensure_future(held)
        try:
            pilot.app.simulate_key("alt+2")
            for _ in range(MOST_TURNS):
                await asyncio.sleep(0)
                on_reflect = isinstance(pilot.app.screen, ReflectScreen)
                if on_reflect and isinstance(pilot.app.focused, WordsArea):
                    break
            assert asked(pilot) == ""
            reflect(pilot).form.area.insert("Already")
        finally:
            gate.set()
        await waiting
        await settle(pilot)
        assert asked(pilot) == todays_prompt().text
        assert reflect(pilot).form.area.text == "Already"


async def test_an_answer_is_kept_with_its_question() -> None:
    prompt = todays_prompt()
    async with open_reflect() as pilot:
        await type_text(pilot, "Priya shut the door #quiet")
        await press(pilot, "ctrl+s")
        assert f"Kept · {prompt.title}" in screen_text(pilot)
        assert "today · answered" in screen_text(pilot)
        assert reflect(pilot).form.is_empty
        assert isinstance(pilot.app.focused, WordsArea)
    (kept,) = reflections()
    assert kept.parts == (Part(prompt.text, "Priya shut the door #quiet"),)
    assert (kept.prompt_id, kept.tags) == (prompt.id, ("quiet",))
    assert in_journal(lambda journal: journal.drafts.all()) == ()


async def test_the_starter_is_never_kept_by_itself() -> None:
    async with open_reflect() as pilot:
        await press(pilot, "ctrl+s", "ctrl+s")
    assert reflections()[0].text == ""


async def test_what_made_it_possible_and_how_supported_it_felt_can_be_said() -> None:
    async with open_reflect() as pilot:
        await press(pilot, "tab", "space", "enter", "down", "enter", "escape")
        await press(pilot, "tab", "space")
        await type_text(pilot, "private")
        await press(pilot, "enter", "escape", "tab", "9", "enter")
    (kept,) = reflections()
    assert kept.present == ("time", "invited")
    assert (kept.missing, kept.supported) == (("private-place",), 9)


async def test_nothing_written_is_asked_about_once_and_kindly() -> None:
    async with open_reflect() as pilot:
        await press(pilot, "ctrl+s")
        assert "Nothing is written, and that is fine." in screen_text(pilot)
        assert reflections() == []
        await press(pilot, "x", "backspace", "ctrl+s")
        assert reflections() == []
        await press(pilot, "ctrl+s")
        assert len(reflections()) == 1


async def test_resting_is_kept_empty_at_once() -> None:
    async with open_reflect() as pilot:
        await find(pilot, "nothing")
        await press(pilot, "ctrl+s")
    (kept,) = reflections()
    assert (kept.prompt_id, kept.text) == ("nothing-today", "")


async def test_keeping_can_be_taken_back_and_done_again() -> None:
    async with open_reflect() as pilot:
        await type_text(pilot, "A walk")
        await press(pilot, "ctrl+s", "escape", "u")
        assert reflections() == []
        assert "Taken back: keeping a reflection." in screen_text(pilot)
        await press(pilot, "U")
    assert len(reflections()) == 1


async def test_words_stay_where_they_were_typed_when_they_cannot_be_kept() -> None:
    async with open_reflect() as pilot:
        await type_text(pilot, "Do not lose me @Sam")
        await house(pilot).journal.ask(
            lambda journal: journal._store.run("DROP TABLE entry_people")
        )
        await press(pilot, "ctrl+s")
        assert reflect(pilot).form.area.text == "Do not lose me @Sam"
        assert "Try again" in screen_text(pilot)


async def test_the_footer_tells_what_works_in_the_words_and_in_the_list() -> None:
    async with open_reflect() as pilot:
        in_words = dict(live_keys(pilot.app.screen))
        assert {"ctrl+s", "ctrl+n", "f4"} <= in_words.keys()
        assert not {"a", "x", "r", "p", "slash", "ctrl+o", "ctrl+t"} & in_words.keys()
        await press(pilot, "escape")
        in_list = dict(live_keys(pilot.app.screen))
        assert {"enter", "ctrl+s", "ctrl+n", "f4", "slash", "a", "x"} <= in_list.keys()
        assert not {"r", "p", "ctrl+o"} & in_list.keys()
        await press(pilot, "tab", "tab")
        assert "p" in dict(live_keys(pilot.app.screen))


async def test_the_list_is_walked_with_arrows_letters_and_pages() -> None:
    async with open_reflect() as pilot:
        await press(pilot, "escape")
        prompts = reflect(pilot).pane.list
        seen = []
        for key in ("j", "down", "k", "up", "G", "g", "end", "home", "pagedown", "pageup"):
            await press(pilot, key)
            assert prompts.current
            seen.append(prompts.current.id)
        first, last = seen[3], seen[4]
        assert seen[0] == seen[2] != seen[1]
        assert first == todays_prompt().id == seen[5] == seen[7] == seen[9]
        assert last == seen[6] == "to-a-colleague-like-you"


async def test_enter_and_the_mouse_choose_a_prompt() -> None:
    async with open_reflect() as pilot:
        await press(pilot, "escape", "j", "enter")
        assert asked(pilot).startswith("What could you count on lately?")
        assert isinstance(pilot.app.focused, WordsArea)
        await pilot.click(reflect(pilot).pane.list, offset=(5, 1))
        await settle(pilot)
        assert asked(pilot) == todays_prompt().text
        await pilot.click(reflect(pilot).pane.list, offset=(5, 0))
        await settle(pilot)
        assert asked(pilot) == todays_prompt().text


async def test_p_goes_to_the_prompts_from_the_rows() -> None:
    async with open_reflect() as pilot:
        await press(pilot, "tab", "p")
        assert isinstance(pilot.app.focused, PromptList)


async def test_a_prompt_tells_its_principle_depth_length_and_role() -> None:
    async with open_reflect() as pilot:
        await find(pilot, "ten minutes")
        shown = screen_text(pilot)
    assert "● ● ○ medium, about 3 min" in shown
    assert "for staff" in shown


async def test_another_prompt_is_one_key_away_even_after_not_today() -> None:
    async with open_reflect() as pilot:
        first = asked(pilot)
        await press(pilot, "ctrl+n")
        second = asked(pilot)
        assert first != second == todays_prompt().text
        in_journal(lambda journal: journal.prompts.not_today())
        await press(pilot, "ctrl+n")
        assert asked(pilot) == second


async def test_after_not_today_it_opens_with_the_question_of_the_source() -> None:
    in_journal(lambda journal: journal.prompts.not_today())
    async with open_reflect() as pilot:
        assert "most supported at work" in asked(pilot)


async def test_a_deep_prompt_warns_in_one_line_before_it_is_shown() -> None:
    async with open_reflect() as pilot:
        before = asked(pilot)
        await find(pilot, "alone")
        assert isinstance(pilot.app.screen, DeepPromptDialog)
        assert "It can touch something heavy." in screen_text(pilot)
        await press(pilot, "escape")
        assert asked(pilot) == before
        await find(pilot, "alone")
        await press(pilot, "enter")
        assert asked(pilot).startswith(DEEP)


async def test_something_gentler_takes_its_place() -> None:
    async with open_reflect() as pilot:
        await find(pilot, "one steady")
        await find(pilot, "alone")
        await press(pilot, "down", "down", "enter")
        assert asked(pilot) == todays_prompt().text
        assert todays_prompt().depth == "gentle"


async def test_a_deep_prompt_can_be_asked_from_a_step_back() -> None:
    async with open_reflect() as pilot:
        await find(pilot, "alone")
        await press(pilot, "down", "enter")
        assert asked(pilot) == STEPPED_BACK
        await type_text(pilot, "You are not the only one.")
        await press(pilot, "ctrl+t")
        assert asked(pilot).startswith(DEEP)
        await press(pilot, "ctrl+t", "ctrl+s")
    assert reflections()[0].parts == (Part(STEPPED_BACK, "You are not the only one."),)


async def test_a_deep_prompt_that_was_begun_does_not_warn_again() -> None:
    async with open_reflect() as pilot:
        await find(pilot, "alone")
        await press(pilot, "enter")
        await find(pilot, "one steady")
        await find(pilot, "alone")
        assert asked(pilot).startswith(DEEP)


async def test_an_own_prompt_is_added_chosen_taken_back_and_removed() -> None:
    async with open_reflect() as pilot:
        await press(pilot, "escape", "a", "enter")
        assert "A prompt needs a question." in screen_text(pilot)
        await type_text(pilot, "What did the river say?")
        await press(pilot, "enter")
        assert asked(pilot) == "What did the river say?"
        assert "my own" in screen_text(pilot)
        await press(pilot, "escape", "u")
        assert own_prompts() == []
        await press(pilot, "U")
        assert own_prompts() == ["What did the river say?"]
        await press(pilot, "G", "r")
        assert own_prompts() == []
        assert asked(pilot) == todays_prompt().text
        await press(pilot, "u")
        assert own_prompts() == ["What did the river say?"]


def own_prompts() -> list[str]:
    prompts = in_journal(lambda journal: journal.prompts.all())
    return [prompt.text for prompt in prompts if prompt.own]


async def test_only_own_prompts_can_be_removed() -> None:
    before = in_journal(lambda journal: journal.prompts.all())
    async with open_reflect() as pilot:
        await press(pilot, "escape", "j", "r")
    assert in_journal(lambda journal: journal.prompts.all()) == before


async def test_a_prompt_is_hidden_found_among_hidden_ones_and_shown_again() -> None:
    first = todays_prompt()
    async with open_reflect() as pilot:
        await press(pilot, "escape", "x")
        assert todays_prompt().id != first.id
        assert "Hidden. u takes it back" in screen_text(pilot)
        assert asked(pilot) == todays_prompt().text
        await press(pilot, "v")
        current = reflect(pilot).pane.list.current
        assert current
        assert current.id == first.id
        await press(pilot, "x")
        assert todays_prompt().id == first.id
        await press(pilot, "u", "u")
        assert todays_prompt().id == first.id
        pilot.app.clear_notifications()
        await press(pilot, "v")
        assert "No prompt is hidden." in screen_text(pilot)


async def test_with_every_prompt_hidden_there_is_still_room_to_write() -> None:
    def hide_all(journal: object) -> None:
        for prompt in journal.prompts.all():  # type: ignore[attr-defined]
            journal.prompts.hide(prompt.id)  # type: ignore[attr-defined]

    in_journal(hide_all)
    async with open_reflect() as pilot:
        await type_text(pilot, "My own words")
        await press(pilot, "ctrl+s")
    (kept,) = reflections()
    assert (kept.text, kept.prompt_id) == ("My own words", None)


@pytest.mark.parametrize("size", [(60, 16), SMALL, LARGE])
async def test_everything_is_on_the_screen(size: tuple[int, int]) -> None:
    async with open_reflect(size=size) as pilot:
        shown = screen_text(pilot)
        for expected in ("Prompts", "enter choose", "Write as much", "what helped", "supported"):
            assert expected in shown
        assert reflect(pilot).form.area.size.height >= 3


async def test_any_text_is_shown_safely_and_kept_whole() -> None:
    hostile = "[/] [@click=app.quit]x[/] \x1b]0;t\x07 🧑‍🤝‍🧑 \u202eRTL مرحبا " + "[a](" * 1200
    clean = hostile.replace("\x1b", "").replace("\x07", "")
    async with open_reflect() as pilot:
        reflect(pilot).form.area.post_message(Paste(hostile))
        await settle(pilot)
        await press(pilot, "ctrl+s", "escape", "a")
        await type_text(pilot, "[@click=app.quit]leave[/] [/")
        await press(pilot, "enter")
        assert asked(pilot) == "[@click=app.quit]leave[/] [/"
        assert "[@click=app.quit]leave[/]" in screen_text(pilot)
    assert reflections()[0].text == clean
