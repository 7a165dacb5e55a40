"""The huddle: ten minutes, by keyboard, silent, left with one key at any point."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import FakeClock
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
from tracejournal.config import Config
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.huddle import SOLO, TOGETHER, steps
from tracejournal.tui.screens.huddle import HuddleDialog, HuddleStart
from tracejournal.tui.widgets.huddle_kept import HuddleKept
from tracejournal.tui.widgets.step_rail import StepRail
from tracejournal.words import huddle as words

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tracejournal.model.draft import SavedDraft

MODES = {"1": TOGETHER, "2": SOLO}


def drafts() -> tuple[SavedDraft, ...]:
    return in_journal(lambda journal: journal.drafts.all())


def moments() -> list[Moment]:
    entries = in_journal(lambda journal: list(journal.history.entries()))
    return [entry.content for entry in entries if isinstance(entry.content, Moment)]


def dialog(pilot: Pilot[int]) -> HuddleDialog:
    screen = pilot.app.screen
    assert isinstance(screen, HuddleDialog)
    return screen


def shown(pilot: Pilot[int]) -> str:
    return " ".join(screen_text(pilot).split())


async def begin(pilot: Pilot[int], way: str = "1") -> None:
    await press(pilot, "f7", way)


async def test_a_whole_huddle_in_a_few_words_and_keys() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        for words_of_step in ("Tired", "", "@Sam, Dana", "A hard visit"):
            await type_text(pilot, words_of_step)
            await press(pilot, "enter")
        await press(pilot, "2")
        await type_text(pilot, "The worry")
        await press(pilot, "enter")
        await type_text(pilot, "Call at three")
        await press(pilot, "enter")
        assert words.KEPT_TITLE in screen_text(pilot)
        assert moments() == []
        await press(pilot, "enter")
        assert words.KEPT in screen_text(pilot)
    (kept,) = moments()
    assert (kept.kind, kept.direction, kept.people) == ("huddle", "mutual", ("Sam", "Dana"))
    assert kept.text.splitlines() == [
        "At the start: Tired",
        "Shared: A hard visit",
        "Needed: To be heard",
        "Set down: The worry",
        "Next: Call at three",
    ]
    assert (kept.minutes, drafts()) == (None, ())


async def test_rule_09_it_runs_check_myself_warn_ask_limit_the_detail() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        names = []
        for number in range(1, 8):
            line = next(each for each in screen_text(pilot).splitlines() if " of 7 · " in each)
            assert f"step {number} of 7" in line
            names.append(line.split("· ")[1].split("  ")[0])
            await press(pilot, "tab")
    assert names == [
        "check myself", "warn", "ask", "limit the detail", "what I need", "set down", "next",
    ]  # fmt: skip


async def test_rule_09_it_says_that_it_is_no_debriefing_and_whom_it_follows() -> None:
    async with open_app() as pilot:
        await press(pilot, "f7")
        assert "no debriefing" in shown(pilot)
        assert "F. Mathieu, TEND" in shown(pilot)


@pytest.mark.parametrize("mode", MODES.values())
def test_rule_08_its_last_step_asks_for_what_comes_next(mode: str) -> None:
    *others, last = steps(mode)
    assert last.closing
    assert last.question == "What is one thing you do next?"
    assert not any(step.closing for step in others)


@pytest.mark.parametrize("mode", MODES.values())
def test_rule_09_no_step_asks_to_tell_it(mode: str) -> None:
    for step in steps(mode):
        said = f"{step.question} {step.hint}".lower()
        assert not {"happened", "describe", "tell me", "story"} & set(said.split()), step.name


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])
@pytest.mark.parametrize("way", MODES)
async def test_rule_07_every_step_can_be_skipped_and_says_which_it_is(
    way: str, size: tuple[int, int]
) -> None:
    async with open_app(size=size) as pilot:
        await begin(pilot, way)
        for number in range(1, 8):
            assert f"step {number} of 7" in screen_text(pilot)
            await press(pilot, "tab" if number % 2 == 0 or number == 5 else "enter")
        assert "Nothing is written, and that is fine." in shown(pilot)


@pytest.mark.parametrize("stage", range(9))
async def test_rule_07_one_key_leaves_it_anywhere_with_all_words_in_a_draft(stage: int) -> None:
    async with open_app() as pilot:
        await press(pilot, "f7")
        if stage:
            await press(pilot, "1")
            await type_text(pilot, "Tired")
            await press(pilot, *["tab"] * (stage - 1))
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, HuddleDialog | HuddleStart)
        assert moments() == []
    assert [draft.words for draft in drafts()] == (["Tired"] if stage else [])


async def test_getting_ready_on_ones_own_asks_otherwise_and_has_no_direction() -> None:
    async with open_app() as pilot:
        await begin(pilot, "2")
        await press(pilot, "tab", "tab")
        assert "Who could you ask" in shown(pilot)
        await type_text(pilot, "Sam")
        await press(pilot, "ctrl+s", "ctrl+s")
    (kept,) = moments()
    assert (kept.kind, kept.direction, kept.people, kept.text) == ("huddle", None, ("Sam",), "")


@pytest.mark.parametrize("keys", [("1",), ("enter",), ("down", "up", "enter")])
async def test_how_is_chosen_first_with_one_key(keys: tuple[str, ...]) -> None:
    async with open_app() as pilot:
        await press(pilot, "f7", *keys)
        assert words.TITLES[TOGETHER] in screen_text(pilot)


async def test_a_key_that_means_nothing_chooses_nothing() -> None:
    async with open_app() as pilot:
        await press(pilot, "f7", "9", "x", "0", "²")
        assert isinstance(pilot.app.screen, HuddleStart)


async def test_names_are_completed() -> None:
    in_journal(lambda journal: journal.entries.keep(Draft(Moment("Tea with @Priya"))))
    async with open_app() as pilot:
        await begin(pilot)
        await press(pilot, "tab", "tab")
        await type_text(pilot, "@Pr")
        assert "@Priya" in screen_text(pilot)
        await press(pilot, "tab")
        assert dialog(pilot).walk.answers[2] == "@Priya "


async def test_what_will_be_kept_can_be_changed_and_is_kept_as_it_stands() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await type_text(pilot, "Tired")
        await press(pilot, "ctrl+s")
        await type_text(pilot, "Sam")
        await press(pilot, "tab")
        await type_text(pilot, "12")
        await press(pilot, "tab")
        await type_text(pilot, ", then less")
        await press(pilot, "ctrl+s")
    (kept,) = moments()
    assert (kept.people, kept.minutes) == (("Sam",), 12)
    assert kept.text == "At the start: Tired, then less"


async def test_minutes_that_are_none_are_refused_and_nothing_goes() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await press(pilot, "ctrl+s", "tab")
        await type_text(pilot, "ten")
        await press(pilot, "enter")
        assert "Minutes are a whole number" in shown(pilot)
        assert dialog(pilot).query_one(HuddleKept).kept.minutes == "ten"
        await press(pilot, *["backspace"] * 3)
        await type_text(pilot, "10")
        await press(pilot, "enter")
    assert [kept.minutes for kept in moments()] == [10]


async def test_going_back_from_the_end_loses_neither_side() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await type_text(pilot, "Tired")
        await press(pilot, "ctrl+s", "tab", "tab")
        await type_text(pilot, " indeed")
        await press(pilot, "shift+tab", "shift+tab", "shift+tab")
        assert "step 7 of 7" in screen_text(pilot)
        await type_text(pilot, "Home")
        await press(pilot, "enter", "enter")
    assert [kept.text for kept in moments()] == ["At the start: Tired indeed\nNext: Home"]


async def test_leaving_without_keeping_asks_once_and_leaves_nothing() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await type_text(pilot, "Tired")
        await press(pilot, "alt+o")
        assert words.LET_GO in screen_text(pilot)
        await press(pilot, "y")
        assert "Nothing was kept, and that is" in shown(pilot)
    assert (moments(), drafts()) == ([], ())


async def test_letters_typed_in_one_breath_with_enter_stand_in_their_own_steps() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await pilot.press(*"Tired", "enter", *"Heavy", "enter", *"Sam")
        await settle(pilot)
        assert "".join(dialog(pilot).walk.answers) == "TiredHeavySam"
        assert dialog(pilot).walk.answers[:3] == ["Tired", "Heavy", "Sam"]


async def test_a_click_on_a_step_goes_there() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await pilot.click(StepRail, offset=(3, 5))
        await settle(pilot)
        assert "step 6 of 7" in screen_text(pilot)


async def test_it_can_be_undone() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await press(pilot, "ctrl+s", "ctrl+s", "escape", "u")
        assert moments() == []


# From everywhere


@pytest.mark.parametrize(
    "keys",
    [(), ("alt+2",), ("alt+3",), ("f6",), ("ctrl+g",), ("f2",), ("escape", "e"), ("alt+g",)],
)
async def test_one_key_begins_it_from_every_screen_and_dialog(keys: tuple[str, ...]) -> None:
    in_journal(lambda journal: journal.entries.keep(Draft(Moment("Tea"))))
    async with open_app() as pilot:
        await press(pilot, *keys)
        before = pilot.app.screen
        await press(pilot, "f7")
        assert isinstance(pilot.app.screen, HuddleStart)
        await press(pilot, "escape")
        assert pilot.app.screen is before


async def test_not_behind_the_hidden_screen_nor_twice() -> None:
    async with open_app() as pilot:
        await press(pilot, "f12", "f7")
        assert words.TITLE not in screen_text(pilot)
        await press(pilot, "f12")
        await pilot.press("f7", "f7")
        await settle(pilot)
        await press(pilot, "1", "f7")
        assert isinstance(pilot.app.screen, HuddleDialog)
        await press(pilot, "escape")
        assert not house(pilot).screen.is_modal


async def test_hiding_in_the_middle_of_it_shows_nothing_of_it() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await type_text(pilot, "Tired")
        await press(pilot, "f12")
        assert "Tired" not in screen_text(pilot)
        await press(pilot, "f12")
        assert "Tired" in screen_text(pilot)


# The timer


async def test_rule_09_the_timer_is_ten_minutes_optional_and_says_so_in_words() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        assert "◷ 10 minutes" in screen_text(pilot)
        assert "^t starts a timer" in screen_text(pilot)
        await press(pilot, "ctrl+t")
        assert "10 minutes left" in screen_text(pilot)


async def test_rule_09_the_timer_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, rung = FakeClock(), []
    async with open_app(clock) as pilot:
        monkeypatch.setattr(pilot.app, "bell", lambda: rung.append("bell"))
        await begin(pilot)
        await press(pilot, "ctrl+t")
        clock.pass_time(minutes=10)
        dialog(pilot)._follow_timer()
        await settle(pilot)
        assert "10 minutes are over" in screen_text(pilot)
        assert (rung, list(pilot.app._notifications)) == ([], [])
        assert isinstance(pilot.app.screen, HuddleDialog), "nothing ends but by the person"


async def test_rule_09_nothing_wakes_the_app_unless_it_runs_and_then_the_next_minute_does() -> None:
    clock = FakeClock()
    async with open_app(clock) as pilot:
        await begin(pilot)
        await dialog(pilot).save_drafts()
        assert running_timers(pilot) == []
        await press(pilot, "ctrl+t")
        await dialog(pilot).save_drafts()
        assert running_timers(pilot) == [60.0]
        clock.pass_time(minutes=1, seconds=24)
        dialog(pilot)._follow_timer()
        await dialog(pilot).save_drafts()
        assert running_timers(pilot) == [36.0]
        assert "9 minutes left" in screen_text(pilot)
        await press(pilot, "ctrl+t")
        await dialog(pilot).save_drafts()
        assert running_timers(pilot) == []
        assert "paused at 9 minutes" in shown(pilot)
        clock.pass_time(hours=1)
        await press(pilot, "ctrl+t")
        assert "9 minutes left" in screen_text(pilot)
        clock.pass_time(minutes=30)
        dialog(pilot)._follow_timer()
        await dialog(pilot).save_drafts()
        assert running_timers(pilot) == [], "what is over wakes nobody"


def running_timers(pilot: Pilot[int]) -> list[float]:
    """The seconds of every timer that will wake the app on behalf of the dialog."""
    widgets = (dialog(pilot), *dialog(pilot).query("*"))
    found = [timer for widget in widgets for timer in widget._timers]
    return [
        timer._interval
        for timer in found
        if timer._active.is_set() and timer._task and not timer._task.done()
        if timer is not dialog(pilot)._update_timer  # what paints, when there is something to
    ]


async def test_seconds_are_told_only_where_motion_is_switched_on() -> None:
    clock = FakeClock()
    async with open_app(clock, config=Config(motion=True)) as pilot:
        await begin(pilot)
        await press(pilot, "ctrl+t")
        clock.pass_time(minutes=2, seconds=36)
        dialog(pilot)._follow_timer()
        await settle(pilot)
        assert "7:24 left" in screen_text(pilot)


@pytest.mark.parametrize(
    ("keys", "minutes"),
    [
        (("alt+up",), 11),
        (("alt+down", "alt+down"), 8),
        (("alt+up",) * 14, 20),
        (("alt+down",) * 14, 2),
        (("tab",) * 4 + ("plus", "plus", "minus"), 11),
    ],
)
async def test_it_is_as_long_as_wanted_from_2_to_20_minutes(
    keys: tuple[str, ...], minutes: int
) -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await press(pilot, *keys)
        assert f"◷ {minutes} minutes" in screen_text(pilot)


async def test_plus_and_minus_in_the_words_are_letters() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await press(pilot, "plus", "minus")
        assert dialog(pilot).walk.answers[0] == "+-"
        assert "◷ 10 minutes" in screen_text(pilot)


async def test_the_minutes_it_counted_are_offered_at_the_end_and_it_ends_when_told() -> None:
    clock = FakeClock()
    async with open_app(clock) as pilot:
        await begin(pilot)
        await press(pilot, "ctrl+t")
        clock.pass_time(minutes=7, seconds=10)
        await press(pilot, "alt+t")
        assert words.ENDED in screen_text(pilot)
        clock.pass_time(minutes=30)
        await press(pilot, "ctrl+s")
        assert dialog(pilot).query_one(HuddleKept).kept.minutes == "7"
        await press(pilot, "enter")
    assert [kept.minutes for kept in moments()] == [7]


async def test_it_goes_on_by_the_clock_while_the_terminal_is_closed() -> None:
    clock = FakeClock()
    async with open_app(clock) as pilot:
        await begin(pilot)
        await type_text(pilot, "Tired")
        await press(pilot, "ctrl+t", "alt+up", "tab", "ctrl+q")
    clock.pass_time(minutes=4)
    async with open_app(clock) as pilot:
        assert "Tired" not in screen_text(pilot)
        await press(pilot, "f7")
        assert "Go on with the one from Mon 23 Nov, 08:42" in shown(pilot)
        await press(pilot, "1")
        assert "7 minutes left" in screen_text(pilot)
        assert "step 2 of 7" in screen_text(pilot)
        assert dialog(pilot).walk.answers[0] == "Tired"
        await press(pilot, "ctrl+t")
        await press(pilot, "ctrl+q")
    clock.pass_time(hours=3)
    async with open_app(clock) as pilot:
        await press(pilot, "f7", "1")
        assert "paused at 7 minutes" in shown(pilot)


async def test_a_timer_without_words_is_a_draft_too() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await press(pilot, "ctrl+t", "escape")
    assert [draft.form for draft in drafts()] == ["huddle"]


async def test_a_draft_written_by_other_hands_does_no_harm() -> None:
    fields = {"answers": "no", "timer": {"since": "never", "minutes": "x"}, "kept": 3, "step": []}
    in_journal(lambda journal: journal.drafts.save("huddle:elsewhere:ab", fields))
    async with open_app() as pilot:
        await press(pilot, "ctrl+o")
        assert "step 1 of 7" in screen_text(pilot)
        assert "◷ 10 minutes" in screen_text(pilot)


async def test_what_was_changed_at_the_end_is_in_the_draft() -> None:
    async with open_app() as pilot:
        await begin(pilot)
        await type_text(pilot, "Tired")
        await press(pilot, "ctrl+s")
        await type_text(pilot, "Sam")
        await press(pilot, "ctrl+q")
    async with open_app() as pilot:
        await press(pilot, "ctrl+o")
        assert dialog(pilot).query_one(HuddleKept).kept.people == "Sam"
        await press(pilot, "enter")
    assert [kept.people for kept in moments()] == [("Sam",)]


async def test_a_huddle_leaves_what_is_typed_elsewhere_alone() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Half a mo")
        await begin(pilot)
        await press(pilot, "escape")
        await type_text(pilot, "ment")
        assert "Half a moment" in screen_text(pilot)
