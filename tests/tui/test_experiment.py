"""A self-experiment on the screen: set in a short form, seen at a glance, stopped with one key."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.support import FakeClock
from tests.tui.support import (
    LARGE,
    in_journal,
    notes,
    open_app,
    press,
    screen_text,
    type_text,
)
from tracejournal.config import Config
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.experiment import STOPPED, ExperimentDraft
from tracejournal.tui.screens.experiment import ExperimentDialog
from tracejournal.tui.screens.experiment_form import ExperimentForm
from tracejournal.tui.widgets.moment_line import MomentLine
from tracejournal.tui.widgets.note_lines import NoteLine
from tracejournal.words import experiment as words

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tracejournal.journal.journal import Journal
    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.experiment import Experiment

TODAY = date(2026, 11, 23)
HUDDLES = ExperimentDraft("a huddle after hard sessions", TODAY, kind="huddle", weeks=4)
OVER = HUDDLES.replace(starts_on=date(2026, 10, 19))


def there() -> tuple[Experiment, ...]:
    return in_journal(lambda journal: journal.experiments.all())


def declare(draft: ExperimentDraft = HUDDLES) -> Experiment:
    return in_journal(lambda journal: journal.experiments.declare(draft))


def drafts() -> tuple[SavedDraft, ...]:
    return in_journal(lambda journal: journal.drafts.all())


def text_of(pilot: Pilot[int]) -> str:
    """Return what is in sight, without the edges of boxes, on one line."""
    return " ".join(screen_text(pilot).replace("│", " ").split())


class TestTheForm:
    async def test_a_few_words_and_enter_are_enough(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+x")
            assert isinstance(pilot.app.screen, ExperimentForm)
            assert "Something you do in some weeks and not in others" in screen_text(pilot)
            assert "looked at   how supported the moments of those weeks felt" in screen_text(pilot)
            await type_text(pilot, "tea with the team")
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, ExperimentDialog)
            assert "It starts on Mon 30 Nov 2026." in screen_text(pilot)
            assert "The numbers wait until the end" in screen_text(pilot)
        (declared,) = there()
        assert (declared.action, declared.plan) == ("tea with the team", "x-x-x-")
        assert (declared.kind, declared.condition, declared.drawn_from) == (None, None, None)
        assert drafts() == ()

    async def test_each_row_says_what_is_settled_beforehand(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+x", "a", "tab", "space", *"protected", "enter")
            await press(pilot, "tab", "right", "right", "right", "tab", "right", "tab", "right")
            await press(pilot, "enter")
        (declared,) = there()
        assert (declared.condition, declared.kind, len(declared.plan)) == ("time", None, 12)
        assert declared.drawn_from is not None
        assert declared.starts_on == TODAY

    async def test_a_kind_can_tell_and_what_is_felt_cannot(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+x", "a", "tab", "space", *"not", "space", *"fixed")
            assert "listened to" not in screen_text(pilot)
            await press(pilot, *["backspace"] * 9, *"huddle", "enter", "enter")
        assert [each.kind for each in there()] == ["huddle"]

    async def test_rule_01_every_row_is_passed_with_one_key(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+x", "a", "tab", "tab", "tab", "tab", "enter")
        assert [each.plan for each in there()] == ["x-x-x-"]

    async def test_what_is_missing_is_said_and_nothing_typed_is_lost(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+x", "enter")
            assert words.ACTION_EMPTY in screen_text(pilot)
            declare()
            await type_text(pilot, "tea")
            await press(pilot, "enter")
            assert "One is on its way already" in screen_text(pilot)
            assert pilot.app.screen.query_one(MomentLine).text == "tea"
        assert [each.words for each in drafts()] == ["tea"]

    async def test_escape_leaves_it_as_a_draft_that_is_taken_up_again(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+x", *"tea", "tab", "tab", "left", "escape")
            assert there() == ()
        assert [(each.form, each.words) for each in drafts()] == [("experiment", "tea")]
        async with open_app() as pilot:
            await press(pilot, "ctrl+o")
            assert pilot.app.screen.query_one(MomentLine).text == "tea"
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, ExperimentDialog)
        assert [(each.action, len(each.plan)) for each in there()] == [("tea", 4)]
        assert drafts() == ()

    async def test_words_are_let_go_when_asked_twice_and_earlier_ones_come_back(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+x", *"tea", "f12", "f12", *["backspace"] * 3, *"walk")
            await press(pilot, "f8", "enter")
            assert pilot.app.screen.query_one(MomentLine).text == "tea"
            await press(pilot, "alt+o", "n")
            assert pilot.app.screen.query_one(MomentLine).text == "tea"
            await press(pilot, "alt+o", "y")
            assert pilot.app.screen.query_one(MomentLine).text == ""
        assert drafts() == ()

    async def test_declaring_can_be_taken_back_and_done_again(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+x", *"tea", "ctrl+s")
            declared = there()
            await press(pilot, "escape", "escape", "u")
            assert there() == ()
            await press(pilot, "U")
            assert there() == declared

    async def test_rule_23_without_ratings_it_says_why_there_is_none(self) -> None:
        async with open_app(config=Config(ratings=False)) as pilot:
            await press(pilot, "alt+x")
            assert not isinstance(pilot.app.screen, ExperimentForm)
            assert "Ratings are switched off" in text_of(pilot)


class TestTheCard:
    @pytest.mark.parametrize("size", [(80, 24), LARGE, (60, 16)])
    async def test_it_says_which_weeks_and_which_one_this_is(self, size: tuple[int, int]) -> None:
        declare()
        async with open_app(size=size) as pilot:
            await press(pilot, "alt+x")
            assert "This is week 1 of 4: a week with it." in screen_text(pilot)
            assert "▸  1  23 Nov to 29 Nov  with     now" in screen_text(pilot)
            assert "2  30 Nov to 6 Dec   without" in screen_text(pilot)
            assert "s stop · d delete · esc back" in screen_text(pilot)

    async def test_one_key_stops_it_nothing_is_asked_and_it_can_be_taken_back(self) -> None:
        declare()
        async with open_app() as pilot:
            await press(pilot, "alt+x", "s")
            assert not isinstance(pilot.app.screen, ExperimentDialog)
            assert [each.state(TODAY) for each in there()] == [STOPPED]
            await press(pilot, "alt+x")
            assert "Stopped on Mon 23 Nov 2026" in screen_text(pilot)
            await press(pilot, "escape", "escape", "u")
            assert [each.stopped_on for each in there()] == [None]

    async def test_deleted_it_is_gone_and_comes_back_as_it_was(self) -> None:
        declared = declare()
        async with open_app() as pilot:
            await press(pilot, "alt+x", "d")
            assert there() == ()
            await press(pilot, "escape", "u")
        assert there() == (declared,)

    async def test_rule_24_too_few_are_counted_and_not_compared(self) -> None:
        declare(OVER)
        async with open_app(size=LARGE) as pilot:
            await press(pilot, "alt+x")
            assert "Its weeks are over." in screen_text(pilot)
            assert "Too little to compare: 0 rated moments on 0 days." in text_of(pilot)
            assert "with: nothing was rated" in screen_text(pilot)

    async def test_the_result_is_drawn_and_said(self) -> None:
        in_journal(_fill)
        async with open_app(size=LARGE) as pilot:
            await press(pilot, "alt+x")
            assert "1  19 Oct to 25 Oct  with     ●●●●●●●●●○  9.0  10 of 10" in screen_text(pilot)
            assert "2  26 Oct to 1 Nov   without  ●●●○○○○○○○  3.0  10 of 10" in screen_text(pilot)
            assert "Holds up so far: weeks with it were rated higher" in text_of(pilot)
            assert "in 2 of the 2 weeks with it, and in 0 of the 2 without" in text_of(pilot)
            await press(pilot, "escape")
            assert words.RESULT_READY not in screen_text(pilot)  # seen is seen

    async def test_a_new_one_follows_and_earlier_ones_can_be_read(self) -> None:
        declare(OVER)
        async with open_app() as pilot:
            await press(pilot, "alt+x")
            assert "n a new one · d delete · esc back" in screen_text(pilot)
            await press(pilot, "n", *"tea", "enter")
            assert "s stop · d delete · e all · esc back" in screen_text(pilot)
            await press(pilot, "e", *"huddle")
            assert "Mon 19 Oct 2026 a huddle after hard sessions (over)" in text_of(pilot)
            await press(pilot, "enter")
            assert "Its weeks are over." in screen_text(pilot)

    async def test_keys_of_another_state_do_nothing(self) -> None:
        declared = declare()
        async with open_app() as pilot:
            await press(pilot, "alt+x", "n", "e")
            assert isinstance(pilot.app.screen, ExperimentDialog)
        assert there() == (declared,)


class TestOnToday:
    async def test_rule_04_a_week_with_it_has_one_quiet_line_and_others_none(self) -> None:
        clock = FakeClock()
        async with open_app(clock) as pilot:
            assert notes(pilot) == []
            declare()
            await press(pilot, "alt+3", "alt+1")
            assert notes(pilot) == [words.THIS_WEEK.format(action=HUDDLES.action)]
            assert notes(pilot)[0] in screen_text(pilot)
            clock.set("2026-11-30T08:00")
            await press(pilot, "alt+3", "alt+1")
            assert notes(pilot) == []

    async def test_rule_04_its_words_name_no_feeling_and_no_duty(self) -> None:
        for said in (words.THIS_WEEK, words.RESULT_READY):
            lower = said.casefold()
            for word in ("feel", "remember", "forget", "need", "must", "please", "time to", "yet"):
                assert word not in lower

    @pytest.mark.parametrize("draft", [HUDDLES, OVER])
    async def test_one_key_lets_it_be_and_undo_brings_it_back(self, draft: ExperimentDraft) -> None:
        declare(draft)
        async with open_app() as pilot:
            said = notes(pilot)
            assert said
            await press(pilot, *"Half", "alt+n", "x")
            assert notes(pilot) == []
            assert pilot.app.screen.query_one(MomentLine).text == "Half"
            await press(pilot, "escape", "u")
            assert notes(pilot) == said
            await press(pilot, "U")
            assert notes(pilot) == []

    async def test_a_click_opens_it(self) -> None:
        declare()
        async with open_app() as pilot:
            await pilot.click(NoteLine)
            await press(pilot)
            assert isinstance(pilot.app.screen, ExperimentDialog)

    async def test_rule_03_after_a_year_away_it_says_no_more_than_after_a_day(self) -> None:
        declare()
        said = []
        for at in ("2026-12-21T08:00", "2027-12-21T08:00"):
            async with open_app(FakeClock(at)) as pilot:
                said.append(notes(pilot))
        assert said[0] == said[1] == [words.RESULT_READY]


def _fill(journal: Journal) -> None:
    declared = journal.experiments.declare(OVER)
    for week in declared.weeks:
        for day in range(5):
            for number in range(2):
                kind = "huddle" if week.is_with and number else "laughter"
                moment = Moment("m", kind=kind, supported=9 if week.is_with else 3)
                when = journal.clock.on_day(date.fromordinal(week.first.toordinal() + day))
                journal.entries.keep(Draft(moment, when))
