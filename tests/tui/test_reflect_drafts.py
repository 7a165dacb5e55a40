from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from tests.support import FakeClock
from tests.tui.reflecting import asked, find, open_reflect, reflect, reflections, todays_prompt
from tests.tui.support import in_journal, press, screen_text, settle
from tracejournal.model.entry import Part

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tracejournal.model.draft import SavedDraft


def drafts() -> tuple[SavedDraft, ...]:
    return in_journal(lambda journal: journal.drafts.all())


async def write(pilot: Pilot[int], text: str) -> None:
    """Put words in at once; that they are typed one by one matters nowhere here."""
    reflect(pilot).form.area.post_message(Paste(text))
    await settle(pilot)


async def half_written(text: str = "Half a sen", clock: FakeClock | None = None) -> None:
    """Write something, and lose the terminal after the draft was saved."""
    async with open_reflect(clock) as pilot:
        await write(pilot, text)
        await reflect(pilot).save_drafts()


async def test_after_a_kill_the_words_are_offered_and_not_shown_unasked() -> None:
    await half_written()
    prompt = todays_prompt()
    async with open_reflect() as pilot:
        shown = screen_text(pilot)
        assert "Half a sen" not in shown
        assert "You began this on Mon 23 Nov, 08:42 (3 words)" in shown.replace("\n", " ")
        assert "✎ " + prompt.title in shown
        await press(pilot, "ctrl+o")
        assert reflect(pilot).form.area.text == "Half a sen"
        assert "You began this" not in screen_text(pilot)
        await write(pilot, "tence")
        await press(pilot, "ctrl+s")
    assert reflections()[0].text == "Half a sentence"
    assert drafts() == ()


async def test_an_offer_that_is_not_taken_stays() -> None:
    await half_written()
    async with open_reflect() as pilot:
        await write(pilot, "Something new")
        await press(pilot, "ctrl+s")
        assert "You began this" in screen_text(pilot)
    assert [draft.words for draft in drafts()] == ["Half a sen"]


async def test_opening_earlier_words_loses_none_that_stand_there() -> None:
    await half_written("Earlier")
    async with open_reflect() as pilot:
        await write(pilot, "Newer")
        await press(pilot, "ctrl+o")
        assert reflect(pilot).form.area.text == "Earlier"
        assert {draft.words for draft in drafts()} == {"Earlier", "Newer"}
        await press(pilot, "ctrl+o")
        assert reflect(pilot).form.area.text == "Newer"


async def test_conditions_and_the_way_it_was_asked_come_back_too() -> None:
    async with open_reflect() as pilot:
        await find(pilot, "alone")
        await press(pilot, "down", "enter", "tab", "space", "enter", "escape", "tab", "tab", "7")
        question = asked(pilot)
        await reflect(pilot).save_drafts()
    async with open_reflect() as pilot:
        await find(pilot, "alone")
        await press(pilot, "enter", "ctrl+o")
        assert asked(pilot) == question
        await press(pilot, "ctrl+t", "ctrl+t", "ctrl+s")
    (kept,) = reflections()
    assert kept.parts == (Part(question, ""),)
    assert (kept.present, kept.supported) == (("time",), 7)


async def test_earlier_words_are_let_go_only_when_asked_once_more() -> None:
    await half_written()
    async with open_reflect() as pilot:
        await press(pilot, "alt+o", "n")
        assert len(drafts()) == 1
        await press(pilot, "alt+o", "y")
        assert drafts() == ()
        assert "You began this" not in screen_text(pilot)


async def test_each_prompt_keeps_its_own_words() -> None:
    first = todays_prompt()
    async with open_reflect() as pilot:
        await write(pilot, "To the first")
        await find(pilot, "steady")
        assert reflect(pilot).form.is_empty
        assert "✎ " + first.title in screen_text(pilot)
        await write(pilot, "To the second")
        await find(pilot, first.title.lower()[:12])
        assert reflect(pilot).form.area.text == "To the first"
        await press(pilot, "ctrl+s")
        await find(pilot, "steady")
        assert reflect(pilot).form.area.text == "To the second"
    assert [draft.words for draft in drafts()] == ["To the second"]


async def test_words_of_yesterday_are_found_under_the_prompt_of_yesterday() -> None:
    clock = FakeClock()
    await half_written("Yesterday", clock)
    title = todays_prompt().title
    clock.pass_time(days=1)
    async with open_reflect(clock) as pilot:
        assert "You began this" not in screen_text(pilot)
        await find(pilot, title.lower()[:12])
        assert "You began this on Mon 23 Nov, 08:42 (1 word)" in screen_text(pilot)


# That words are saved while they are typed, unasked, is proved in tests/terminal/test_app.py.


@pytest.mark.parametrize("key", ["alt+1", "ctrl+q", "f10"])
async def test_leaving_saves_the_words(key: str) -> None:
    async with open_reflect() as pilot:
        await write(pilot, "Not finished")
        await press(pilot, key)
    assert [draft.words for draft in drafts()] == ["Not finished"]


async def test_coming_back_in_the_same_sitting_shows_the_words_as_they_were() -> None:
    async with open_reflect() as pilot:
        await write(pilot, "Not finished")
        await press(pilot, "alt+1", "alt+2")
        assert reflect(pilot).form.area.text == "Not finished"
        assert "You began this" not in screen_text(pilot)


async def test_emptying_the_words_forgets_the_draft() -> None:
    async with open_reflect() as pilot:
        await write(pilot, "No")
        await reflect(pilot).save_drafts()
        await press(pilot, "backspace", "backspace")
        await reflect(pilot).save_drafts()
    assert drafts() == ()


async def test_words_to_a_prompt_that_is_gone_are_still_offered() -> None:
    prompt = in_journal(lambda journal: journal.prompts.add("What did the river say?"))
    async with open_reflect() as pilot:
        await find(pilot, "river")
        await write(pilot, "It hums")
        await reflect(pilot).save_drafts()
    in_journal(lambda journal: journal.prompts.remove(prompt.id))
    async with open_reflect() as pilot:
        assert "words not kept" in screen_text(pilot)
        await press(pilot, "escape", "g", "j", "enter", "ctrl+o", "ctrl+s")
    assert reflections()[0].parts == (Part("What did the river say?", "It hums"),)


async def test_words_to_a_hidden_prompt_are_still_offered() -> None:
    await half_written("Hidden but here")
    prompt = todays_prompt()
    in_journal(lambda journal: journal.prompts.hide(prompt.id))
    async with open_reflect() as pilot:
        assert "✎ " + prompt.title in screen_text(pilot)


async def test_a_draft_written_by_other_hands_does_no_harm() -> None:
    fields = {
        "text": "Old form",
        "present": ["time", "gone-since"],
        "questions": ["One?", "Two?"],
        "answers": ["first", "second", "third"],
    }
    in_journal(lambda journal: journal.drafts.save("reflection:most-supported:ab", fields))
    async with open_reflect() as pilot:
        await find(pilot, "most supp")
        await press(pilot, "ctrl+o", "ctrl+s")
    (kept,) = reflections()
    assert [part.answer for part in kept.parts] == ["first", "second", "third"]
    assert kept.present == ("time",)


async def test_today_can_send_people_to_a_prompt() -> None:
    async with open_reflect() as pilot:
        screen = reflect(pilot)
        await screen.open_prompt("one-steady-thing")
        await settle(pilot)
        assert asked(pilot).startswith("What could you count on lately?")
        await screen.open_prompt(None)
        await settle(pilot)
        assert asked(pilot) == todays_prompt().text
