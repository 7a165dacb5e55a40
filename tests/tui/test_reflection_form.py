from __future__ import annotations

from tests.tui.reflecting import reflections
from tests.tui.support import in_journal, open_app, press, screen_text, type_text
from tracejournal.model.entry import Draft, Part, Reflection
from tracejournal.tui.widgets.reflection_form import ReflectionForm

TWO_PARTS = Reflection(
    parts=(Part("What was hard?", "The hearing @Priya"), Part("What helped?", "A short walk")),
    people=("Night team",),
    tags=("court",),
    present=("time",),
    supported=6,
    prompt_id="a-debrief",
)


async def edit(reflection: Reflection, *keys: str) -> None:
    in_journal(lambda journal: journal.entries.keep(Draft(reflection)))
    async with open_app() as pilot:
        await press(pilot, "escape", "e")
        shown = screen_text(pilot)
        for part in reflection.parts:
            assert part.question in shown
        await press(pilot, *keys)


async def test_every_part_survives_an_edit() -> None:
    await edit(TWO_PARTS, "tab", "!", "ctrl+s")
    (kept,) = reflections()
    assert kept.parts == (TWO_PARTS.parts[0], Part("What helped?", "A short walk!"))
    rest = ("people", "tags", "present", "missing", "supported", "prompt_id")
    for name in rest:
        assert getattr(kept, name) == getattr(TWO_PARTS, name), name


async def test_a_person_no_longer_in_the_words_is_no_longer_named() -> None:
    await edit(TWO_PARTS, *["backspace"] * len(" @Priya"), "ctrl+s")
    assert reflections()[0].people == ("Night team",)


async def test_a_single_answer_can_be_edited_and_its_number_taken_away() -> None:
    one = Reflection(parts=(Part("How was it?", "Fine"),), supported=3)
    await edit(one, *" now", "tab", "tab", "tab", "backspace", "enter")
    (kept,) = reflections()
    assert (kept.text, kept.supported) == ("Fine now", None)


async def test_begun_changes_to_several_parts_come_back_from_their_draft() -> None:
    await edit(TWO_PARTS, "tab", *" twice", "escape")
    async with open_app() as pilot:
        await press(pilot, "escape", "e")
        form = pilot.app.screen.query_one(ReflectionForm)
        assert form.fields()["answers"] == ["The hearing @Priya", "A short walk twice"]
        await type_text(pilot, " #x")
        await press(pilot, "ctrl+s")
    assert reflections()[0].tags == ("court", "x")
