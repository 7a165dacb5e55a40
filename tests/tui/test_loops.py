"""Loops: opened from anywhere, set down, taken further with one key each, and taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.content import Content
from textual.widgets import Input, Static

from tests.support import FakeClock
from tests.tui.support import (
    LARGE,
    in_journal,
    notes,
    open_app,
    press,
    screen_text,
    settle,
    type_text,
)
from tracejournal.model.loop import LoopContent
from tracejournal.tui.screens.loop_form import LoopForm
from tracejournal.tui.screens.loop_note import LoopNote
from tracejournal.tui.screens.loops import LoopsDialog, open_loops
from tracejournal.tui.widgets.identifier_line import IdentifierLine
from tracejournal.tui.widgets.loop_list import LoopList
from tracejournal.tui.widgets.open_loops import PersonLoops
from tracejournal.tui.widgets.rows import ChoiceRow
from tracejournal.words import loops as words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.pilot import Pilot

    from tracejournal.model.loop import Loop

FRIDAY = date(2026, 11, 27)


def keep(kind: str, text: str = "", people: tuple[str, ...] = (), due: date | None = None) -> Loop:
    content = LoopContent(kind, text, people, due=due)
    return in_journal(lambda journal: journal.loops.keep(content))


def shelf(name: str = "open") -> list[Loop]:
    return list(in_journal(lambda journal: journal.loops.on_shelf(name)))


def now(loop: Loop) -> Loop:
    return in_journal(lambda journal: journal.loops.get(loop.id))


def form_text(pilot: Pilot[int]) -> str:
    return str(pilot.app.screen.query_one(".below", Static).render())


@pytest.mark.parametrize(
    "there", [(), ("alt+2",), ("alt+3",), ("f6",), ("escape",), ("alt+3", "slash", "t")]
)
async def test_one_key_opens_it_from_every_screen_and_one_leaves(there: tuple[str, ...]) -> None:
    async with open_app() as pilot:
        await press(pilot, *there)
        behind = pilot.app.screen
        await press(pilot, "alt+l")
        assert isinstance(pilot.app.screen, LoopsDialog)
        await press(pilot, "escape")
        assert pilot.app.screen is behind


async def test_outside_text_a_letter_opens_it_and_in_text_it_is_a_letter() -> None:
    async with open_app() as pilot:
        await press(pilot, "l")
        assert not isinstance(pilot.app.screen, LoopsDialog)
        await press(pilot, "backspace", "escape", "l")
        assert isinstance(pilot.app.screen, LoopsDialog)


@pytest.mark.parametrize("size", [(80, 24), LARGE])
async def test_where_there_are_none_it_says_what_they_are_for(size: tuple[int, int]) -> None:
    async with open_app(size=size) as pilot:
        await press(pilot, "alt+l", "e", "a", "m", "x", "r", "s", "d", "u", "enter")
        assert isinstance(pilot.app.screen, LoopsDialog)
        for line in words.EMPTY:
            assert line in screen_text(pilot)
        await press(pilot, "v")
        assert words.NONE_ELSEWHERE in screen_text(pilot)


async def test_a_concern_is_set_down_with_options_on_lines() -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+l", "n", "enter")
        await type_text(pilot, "Late calls, ask @Dana")
        await press(
            pilot, "tab", *"Jo,Sam", "tab", "right", "tab", *"One", "enter", *"Two", "ctrl+s"
        )
        assert "– One" in screen_text(pilot)
    (loop,) = shelf()
    assert loop.content == LoopContent(
        "concern", "Late calls, ask @Dana", ("Jo", "Sam", "Dana"), ("One", "Two")
    )
    assert in_journal(lambda journal: journal.drafts.all()) == ()


async def test_rule_28_having_none_yet_stands_beside_options_looks_the_same_and_takes_no_more() -> (
    None
):
    async with open_app() as pilot:
        await press(pilot, "alt+l", "n", "enter", "tab", "tab")
        row = pilot.app.screen.query_one(ChoiceRow)
        assert row.has_focus
        offered = [(str(content), content.spans) for content, key in row._parts(45) if key][:2]
        assert [said.strip() for said, _ in offered] == [label for _, label in words.WAYS]
        assert offered[0][1] == offered[1][1]
        line = next(each for each in screen_text(pilot).splitlines() if "one or more" in each)
        assert "I don't have one yet" in line
        await press(pilot, "left", "enter")  # and right from the left
    (loop,) = shelf()
    assert loop.content.none_yet
    async with open_app() as pilot:
        await press(pilot, "alt+l")
        assert words.NONE_YET in screen_text(pilot)


async def test_rule_28_options_that_are_written_are_never_dropped_for_it() -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+l", "n", "enter", "tab", "tab", "right", "tab", *"One")
        await press(pilot, "shift+tab", "right")
        assert words.OPTIONS_STAY in form_text(pilot)
        await press(pilot, "tab", *["backspace"] * 3, "shift+tab", "right", "ctrl+s")
    (loop,) = shelf()
    assert (loop.content.options, loop.content.none_yet) == ((), True)


async def test_a_promise_has_a_side_and_a_day_and_a_day_that_is_none_is_told() -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+l", "n", "down", "enter", *"Rota", "tab", *"Jo")
        await press(pilot, "tab", "right", "right", "tab", *"soon", "enter")
        assert "“soon” is not a day" in form_text(pilot)
        await press(pilot, *["backspace"] * 4, *"friday", "enter")
        assert "promised to me · since today · for Fri 27 Nov" in screen_text(pilot)
    (loop,) = shelf()
    assert loop.content == LoopContent("promise", "Rota", ("Jo",), direction="received", due=FRIDAY)


async def test_something_heard_asks_for_two_lines() -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+l", "n", *"told", "enter", *"Board", "tab", *"Desk", "enter")
    (loop,) = shelf()
    assert loop.content == LoopContent("heard", "Board", ("Desk",))


@pytest.mark.parametrize("moves", [(), ("down",), ("down", "down")])
async def test_rule_01_every_field_is_passed_with_one_key_and_nothing_is_kept_when_asked_twice(
    moves: tuple[str, ...],
) -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+l", "n", *moves, "enter", *["tab"] * 3, "ctrl+s")
        assert words.EMPTY_FORM in form_text(pilot).replace("\n", " ")
        assert shelf() == []
        await press(pilot, "ctrl+s")
    (loop,) = shelf()
    assert loop.content.is_empty


async def test_rule_01_a_note_needs_no_word() -> None:
    loop = keep("concern", "Late calls")
    async with open_app() as pilot:
        await press(pilot, "alt+l", "a", "enter")
    assert [(step.what, step.text) for step in now(loop).steps] == [("heard-by", "")]


async def test_it_is_changed_and_what_it_said_stays_below_it() -> None:
    loop = keep("promise", "Rota", ("Jo",), FRIDAY)
    async with open_app() as pilot:
        await press(pilot, "alt+l", "enter")
        assert isinstance(pilot.app.screen, LoopForm)
        assert [line.value for line in pilot.app.screen.query(Input)] == ["Jo", "2026-11-27"]
        await press(pilot, *["backspace"] * 4, *"Plan", "enter")
        assert "it said before: Rota" in screen_text(pilot)
        await press(pilot, "u")
        assert now(loop) == loop
        await press(pilot, "e", "escape")
        assert now(loop) == loop
    assert in_journal(lambda journal: journal.drafts.all()) == ()


async def test_who_heard_it_and_what_came_back_are_noted() -> None:
    loop = keep("concern", "Late calls")
    async with open_app() as pilot:
        await press(pilot, "alt+l", "a", *"Nodded", "tab", "tab", *"Jo", "enter")
        assert "today · heard by Jo: Nodded" in screen_text(pilot)
        await press(pilot, "a", *"Yes", "tab", "right", "enter")
        assert "today · came back: Yes" in screen_text(pilot)
        await press(pilot, "u", "u", "u")
    assert now(loop) == loop


async def test_it_moves_to_another_day_and_to_none() -> None:
    loop = keep("promise", "Rota", due=FRIDAY)
    async with open_app() as pilot:
        await press(pilot, "alt+l", "m", *["backspace"] * 10, *"never", "enter")
        assert "is not a day" in screen_text(pilot)
        await press(pilot, *["backspace"] * 5, *"tomorrow", "enter")
        assert "moved from Fri 27 Nov to tomorrow" in screen_text(pilot)
        await press(pilot, "m", *["backspace"] * 10, "enter")
        assert now(loop).content.due is None
        await press(pilot, "m", "enter", "m", "escape", "u", "u")
    assert now(loop) == loop


@pytest.mark.parametrize(
    ("kind", "keys", "ending"),
    [
        ("concern", ("enter",), "closed"), ("concern", ("down", "enter"), "answered"),
        ("promise", (*"kept", "enter"), "kept"), ("promise", ("up", "enter"), "let-go"),
        ("heard", (*"told", "enter"), "told-back"), ("heard", ("escape",), None),
    ],
)  # fmt: skip
async def test_closing_asks_one_question_that_one_key_passes(
    kind: str, keys: tuple[str, ...], ending: str | None
) -> None:
    loop = keep(kind, "Late calls")
    async with open_app() as pilot:
        await press(pilot, "alt+l", "x")
        assert words.CLOSE_TITLE in screen_text(pilot)
        await press(pilot, *keys)
        assert isinstance(pilot.app.screen, LoopsDialog)
    assert now(loop).ending == ending


async def test_closed_ones_are_turned_to_opened_again_and_it_can_all_be_taken_back() -> None:
    loop = keep("promise", "Rota")
    async with open_app() as pilot:
        await press(pilot, "alt+l", "x", "down", "enter")
        assert words.NONE_OPEN in screen_text(pilot)
        assert "Rota" not in screen_text(pilot)
        await press(pilot, "v")
        assert "Loops · closed" in screen_text(pilot)
        await press(pilot, "x", "a", "m")  # nothing of it is for a closed one
        assert isinstance(pilot.app.screen, LoopsDialog)
        await press(pilot, "r")
        assert now(loop).is_open
        await press(pilot, "u")
        assert now(loop).ending == "kept"
        await press(pilot, "u")
    assert now(loop) == loop


async def test_it_is_deleted_taken_back_put_back_and_removed_for_good() -> None:
    loop = keep("promise", "Rota")
    async with open_app() as pilot:
        await press(pilot, "alt+l", "d")
        assert shelf() == []
        await press(pilot, "u")
        assert shelf() == [loop]
        await press(pilot, "d", "v")
        assert "Loops · in the trash" in screen_text(pilot)
        await press(pilot, "r")
        assert shelf() == [loop]
        await press(pilot, "d", "v", "d", "n")
        assert len(shelf("trash")) == 1
        await press(pilot, "d", "y")
        assert shelf("trash") == []
        assert words.EMPTY[0] in screen_text(pilot)


async def test_rule_12_it_is_sealed_and_out_of_sight_until_unsealed() -> None:
    loop = keep("promise", "Rota")
    async with open_app() as pilot:
        await press(pilot, "alt+l", "s")
        assert "Rota" not in screen_text(pilot)
        await press(pilot, "v")
        assert "Loops · sealed" in screen_text(pilot)
        await press(pilot, "s")
        assert shelf() == [loop]


async def test_a_new_one_is_taken_back_and_kept_again_from_today() -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+l", "n", "enter", *"Calls", "enter", "escape", "escape", "u")
        assert shelf() == []
        await press(pilot, "U")
        assert len(shelf()) == 1


async def test_the_cursor_goes_through_the_list_and_the_whole_of_each_is_shown() -> None:
    for number in range(20):
        keep("heard", f"Thing {number:02}")
    keep("concern", "\n".join(f"Line {number}" for number in range(40)))
    async with open_app() as pilot:
        await press(pilot, "alt+l", "G", "g", "j", "k")
        listed = pilot.app.screen.query_one(LoopList)
        assert listed.highlighted == 0
        places = [number for number, loop in enumerate(listed._loops.values())
                  if loop.content.kind == "concern"]  # fmt: skip
        await press(pilot, *["j"] * places[0])
        assert "  Line 1  " in screen_text(pilot)
        assert "Line 39" not in screen_text(pilot)
        await press(pilot, "tab", "end")
        assert "Line 39" in screen_text(pilot)
        await press(pilot, "x", "enter")
        assert len(shelf()) == 20


async def test_words_of_a_form_that_was_left_wait_and_are_gone_on_with() -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+l", "n", "enter", *"Calls", "tab", *"Jo", "tab", "right", "tab")
        await press(pilot, *"One", "escape")
    assert shelf() == []
    async with open_app() as pilot:
        await press(pilot, "escape", "w")
        assert "something that is to come back" in screen_text(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LoopForm)
        assert "One" in screen_text(pilot)
        await press(pilot, "ctrl+s")
    (loop,) = shelf()
    assert loop.content == LoopContent("concern", "Calls", ("Jo",), ("One",))
    assert in_journal(lambda journal: journal.drafts.all()) == ()


@pytest.mark.parametrize("key", ["ctrl+q", "f10"])
async def test_rule_13_leaving_from_a_note_keeps_its_words_and_they_come_back_to_it(
    key: str,
) -> None:
    loop = keep("concern", "Late calls")
    async with open_app() as pilot:
        await press(pilot, "alt+l", "a", *"Half", key)
    async with open_app() as pilot:
        await press(pilot, "escape", "w", "enter")
        assert isinstance(pilot.app.screen, LoopNote)
        await press(pilot, "enter")
    assert [step.text for step in now(loop).steps] == ["Half"]


async def test_a_change_of_a_loop_that_is_gone_becomes_a_new_one() -> None:
    loop = keep("heard", "Board")
    async with open_app() as pilot:
        await press(pilot, "alt+l", "e", *"X", "escape", "escape")
    in_journal(lambda journal: journal.loops.erase(loop.id))
    in_journal(
        lambda journal: journal.drafts.save(
            f"loop:{loop.id}:1", {"kind": "heard", "words": "BoardX", "text": "BoardX"}
        )
    )
    async with open_app() as pilot:
        await press(pilot, "escape", "w", "enter", "enter")
    assert [(each.content.kind, each.content.text) for each in shelf()] == [("heard", "BoardX")]


async def test_words_can_be_let_go_and_earlier_ones_brought_back() -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+l", "n", "enter", *"First", "f12", "f12")
        await press(pilot, *["backspace"] * 5, *"Other", "f12", "f12", "f8")
        assert "First" in screen_text(pilot)
        await press(pilot, "enter")
        assert "First" in screen_text(pilot)
        await press(pilot, "alt+o")
        assert isinstance(pilot.app.screen, LoopsDialog)
    assert shelf() == []
    assert in_journal(lambda journal: journal.drafts.all()) == ()


async def test_changed_elsewhere_meanwhile_nothing_is_written_over_and_the_words_stay() -> None:
    loop = keep("promise", "Rota")
    async with open_app() as pilot:
        await press(pilot, "alt+l", "e", *"X")
        in_journal(lambda journal: journal.loops.close(loop))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LoopForm)
        assert "changed elsewhere" in screen_text(pilot)
        assert "RotaX" in screen_text(pilot)
    assert now(loop).content.text == "Rota"
    assert [draft.words for draft in in_journal(lambda journal: journal.drafts.all())] == ["RotaX"]


@pytest.mark.parametrize("keys", [("n", "enter"), ("a",)])
async def test_rule_22_words_that_could_name_a_client_get_the_quiet_line(
    keys: tuple[str, ...],
) -> None:
    keep("concern", "Late calls")
    async with open_app() as pilot:
        await press(pilot, "alt+l", *keys)
        await type_text(pilot, "Sat with client Mary")
        pilot.app.screen.query_one(IdentifierLine).look_now()
        await settle(pilot)
        assert "Mary” could tell" in screen_text(pilot)
        await press(pilot, "ctrl+d")
        assert "Mary” could tell" not in screen_text(pilot)


async def test_rule_22_names_are_completed_and_roles_are_enough() -> None:
    keep("promise", "Rota", ("my supervisor",))
    async with open_app() as pilot:
        await press(pilot, "alt+l", "n", "enter")
        await type_text(pilot, "Ask @my")
        assert "@my_supervisor" in form_text(pilot)
        await press(pilot, "tab", "enter")
    assert shelf()[0].content.people == ("my supervisor",)


async def test_today_says_quietly_how_many_are_open_and_nothing_while_none_is() -> None:
    async with open_app() as pilot:
        assert notes(pilot) == []
        await press(pilot, "alt+l", "n", "enter", *"Calls", "enter", "escape")
        assert notes(pilot) == ["1 still open"]
        await press(pilot, "alt+n", "enter", "x", "enter", "escape")
        assert notes(pilot) == []


async def test_rule_10_a_promise_of_today_is_named_by_its_people_never_by_its_words() -> None:
    today = FakeClock().today()
    keep("promise", "Orchids", ("Jo",), today)
    async with open_app() as pilot:
        assert notes(pilot) == ["A promise to Jo is for today · 1 still open"]
        assert "Orchids" not in screen_text(pilot)


async def test_rule_02_what_was_for_an_earlier_day_looks_as_any_other() -> None:
    keep("promise", "Rota", due=date(2026, 11, 2))
    keep("promise", "Plan", due=date(2026, 12, 2))
    async with open_app(size=LARGE) as pilot:
        assert notes(pilot) == ["2 still open"]
        await press(pilot, "alt+l")
        listed = pilot.app.screen.query_one(LoopList)
        past, coming = (
            [(span.style) for span in option.prompt.spans]  # type: ignore[union-attr]
            for option in listed.options
        )
        assert past == coming
        assert "overdue" not in screen_text(pilot).lower()


async def test_from_a_person_it_opens_on_the_one_that_was_chosen() -> None:
    keep("promise", "Rota", ("Jo",))
    wanted = keep("promise", "Plan", ("Jo",))
    async with open_app() as pilot:
        app = pilot.app
        await open_loops(app, wanted.id)  # type: ignore[arg-type]
        await settle(pilot)
        current = app.screen.query_one(LoopList).current
        assert current
        assert current.id == wanted.id


class _PersonApp(App[None]):
    """A stand-in for the circle: it shows a person's loops and hears which was chosen."""

    def __init__(self, loops: list[Loop]) -> None:
        super().__init__()
        self._loops = loops
        self.chosen: list[str] = []

    def get_css_variables(self) -> dict[str, str]:
        tokens = ("ink-soft", "support", "felt", "paper", "lead")
        return super().get_css_variables() | dict.fromkeys(tokens, "white")

    def compose(self) -> ComposeResult:
        yield PersonLoops()

    def on_mount(self) -> None:
        self.query_one(PersonLoops).show("Jo", self._loops, date(2026, 11, 23))

    def on_loop_list_chosen(self, event: LoopList.Chosen) -> None:
        self.chosen.append(event.loop.content.text)


async def test_the_open_loops_of_a_person_are_shown_chosen_and_take_no_room_without_any() -> None:
    loops = [keep("promise", "Rota", ("Jo",), FRIDAY), keep("heard", "Board", ("Jo",))]
    app = _PersonApp(loops)
    async with app.run_test() as pilot:
        await pilot.pause()
        heading = app.query_one(PersonLoops).query_one(Static).render()
        assert str(heading) == str(Content("Open with Jo"))
        app.query_one(LoopList).focus()
        await pilot.press("down", "enter")
        assert app.chosen == ["Board"]
        app.query_one(PersonLoops).show("Jo", [], date(2026, 11, 23))
        await pilot.pause()
        assert not app.query_one(PersonLoops).display
