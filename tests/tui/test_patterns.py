"""Patterns: what is told at each size of a journal, every key, and what is never said."""

from __future__ import annotations

import itertools
import re
from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.house.test_words import BANNED
from tests.support import FakeClock
from tests.tui.looking_back import SlowJournal, footer
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
from tracejournal.journal.demo import fill_demo
from tracejournal.model.entry import CheckIn, Draft, Moment
from tracejournal.tui.screens.behind import BehindDialog
from tracejournal.tui.screens.patterns import PatternsScreen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.pilot import Pilot

    from tracejournal.journal.journal import Journal

    Kept = tuple[int, Moment | CheckIn]
    """So many days ago, and what was kept then."""

CLOCK = FakeClock()
SECRET = "Secret words"
TOGETHER = "Seen together, not proof of cause."
REVERSED = "It can be the other way round, too"


def keep(kept: Iterable[Kept]) -> None:
    drafts = [
        Draft(content, CLOCK.on_day(CLOCK.today() - timedelta(days=ago), time(8)))
        for ago, content in kept
    ]
    in_journal(lambda journal: journal.entries.keep_all(drafts))


def moments(number: int) -> list[Kept]:
    """Two a day; in every third time was protected, and it is rated higher by two."""
    return [
        (
            place // 2,
            Moment(
                f"{SECRET} with @Priya",
                kind="huddle",
                direction="given" if place % 2 else "received",
                supported=4 + place % 2 + 2 * (place % 3 == 0),
                present=("time", "listened") if place % 3 == 0 else ("humour",),
                missing=("private-place",) if place % 7 == 1 else (),
                occasion="hard-work" if place % 4 == 0 else None,
            ),
        )
        for place in range(number)
    ]


def patterns(pilot: Pilot[int]) -> PatternsScreen:
    screen = house(pilot).screen
    assert isinstance(screen, PatternsScreen)
    return screen


async def go(pilot: Pilot[int], *keys: str) -> str:
    """Go to Patterns, press keys, and return all that it says, its lines joined."""
    await press(pilot, "alt+4", *keys)
    await settle(pilot)
    await settle(pilot)
    return said(pilot)


def said(pilot: Pilot[int]) -> str:
    """Return all that the view says, what is out of sight too; of a dialog what is in sight."""
    if not isinstance(pilot.app.screen, PatternsScreen):
        return screen_text(pilot)
    return re.sub(r"\s+", " ", f"{patterns(pilot).sheet.text} {screen_text(pilot)}")


class TestWhatItSays:
    @pytest.mark.parametrize("key", ["alt+4", "4"])
    async def test_it_is_one_key_away(self, key: str) -> None:
        async with open_app() as pilot:
            await press(pilot, "escape", key)
            assert isinstance(pilot.app.screen, PatternsScreen)
            assert "4 Patterns" in screen_text(pilot)

    async def test_of_an_empty_journal_it_is_kind(self) -> None:
        async with open_app() as pilot:
            shown = await go(pilot)
            assert "Nothing to look back on yet, and there is no hurry." in shown
            assert TOGETHER not in shown
            assert not re.search(r"\b0\b", shown.replace("08:42", ""))
            for _ in range(3):
                assert "here" in await go(pilot, "tab")
                assert not re.search(r"\b0\b", said(pilot).replace("08:42", ""))

    async def test_of_one_moment_without_a_rating(self) -> None:
        keep([(0, Moment(SECRET, present=("time",)))])
        async with open_app() as pilot:
            shown = await go(pilot)
            assert "1 moment kept, none with a rating, and that is fine." in shown
            assert "time was protected in 1 of all 1" in shown
            assert SECRET not in shown

    async def test_of_one_rated_moment(self) -> None:
        keep(moments(1))
        async with open_app() as pilot:
            shown = await go(pilot)
            assert "Mon 23 Nov 2026 6 of 10 ◷ peer huddle" in shown
            assert "29 more rated moments that say what helped, on 14 more days" in shown
            assert TOGETHER in shown

    async def test_rule_24_of_29_it_counts_and_does_not_compare(self) -> None:
        keep(moments(29))
        async with open_app() as pilot:
            shown = await go(pilot)
            assert "1 more rated moment that says what helped, and we can look" in shown
            assert "time was protected in 10 of your 10 highest, in 10 of all 29" in shown
            assert not re.search("holds up|chance|early hint|lower", shown)
            assert "figures" not in footer(pilot)

    async def test_rule_24_of_31_it_gives_an_early_hint_and_says_how_many_were_compared(
        self,
    ) -> None:
        keep(moments(31))
        async with open_app() as pilot:
            shown = await go(pilot)
            assert re.search(r"time was protected [┊─●┼ ]+ early hint", shown)
            assert "in 11 of your 11 highest, in 11 of all 31" in shown
            assert re.search(r"listened to, not fixed +┊ +counted alone", shown)
            assert "3 circumstances were compared, all at once, over 31 rated moments" in shown
            assert "With fewer than 60 this is an early hint." in shown

    async def test_a_planted_condition_is_shown_as_found(self) -> None:
        """Two points in 60 rated moments."""
        keep(moments(60))
        async with open_app() as pilot:
            shown = await go(pilot)
            drawn = re.search(r"time was protected +(.+?) holds up so far", shown)
            assert drawn
            assert re.fullmatch(r"┊ ?─*●─* ?", drawn[1])
            assert "early hint" not in shown

    async def test_what_was_missing_gets_the_same_treatment(self) -> None:
        keep(moments(60))
        async with open_app() as pilot:
            missing = (await go(pilot)).partition("What was missing")[2]
            assert re.search(r"lower +┊ +higher a private place +[─●┼┊ ]+ could be chance", missing)
            assert re.search(r"in \d+ of your 20 highest, in 9 of all 60", missing)

    async def test_rule_24_denominators_stand_beside_every_count(self) -> None:
        keep(moments(40))
        async with open_app() as pilot:
            await go(pilot)
            lines = patterns(pilot).sheet.text.splitlines()
            names = ("time was", "listened", "humour", "a private")
            below = [after for line, after in itertools.pairwise(lines) if line.startswith(names)]
            assert len(below) == 4
            for line in below:
                assert re.fullmatch(r"  in \d+ of your 14 highest, in \d+ of all 40", line)

    async def test_skipped_ratings_are_disclosed_and_never_a_zero(self) -> None:
        keep(moments(31))
        keep([(day, CheckIn(load=9 if day < 3 else 3)) for day in range(12)])
        keep([(day % 3, Moment(SECRET)) for day in range(7)])
        async with open_app() as pilot:
            shown = await go(pilot)
            assert "31 rated of 38 moments" in shown
            assert "7 of 38 moments have no rating. They are left out" in shown
            assert "on your heaviest days (load 9 or more): 7 of 13, else 0 of 18" in shown
            assert "in all 38" not in shown

    async def test_seen_together_is_never_told_as_proof(self) -> None:
        for number in (1, 31, 60):
            keep(moments(number))
            async with open_app() as pilot:
                await go(pilot)
                shown = re.sub(r"\s+", " ", screen_text(pilot))
                assert TOGETHER in shown  # in sight without any scrolling
                assert REVERSED in shown


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_rule_25_no_view_says_a_banned_word(size: tuple[int, int]) -> None:
    in_journal(fill_demo)
    async with open_app(size=size) as pilot:
        await press(pilot, "alt+4", "f")
        for _ in range(4):
            shown = await go(pilot, "tab")
            assert not BANNED.search(shown)


class TestWithoutNumbers:
    async def test_rule_23_without_ratings_nothing_rests_on_them(self) -> None:
        keep(moments(60))
        async with open_app(config=Config(ratings=False)) as pilot:
            shown = await go(pilot)
            assert "Numbers are off, so nothing is compared here, and that is fine." in shown
            assert "time was protected in 20 of all 60" in shown
            assert not re.search("of 10|highest|holds up|chance|rated", shown)
            await press(pilot, "enter")
            assert "of 10" not in screen_text(pilot)
            await press(pilot, "escape", "tab")
            shown = said(pilot)
            assert "Given and received, by week" in shown
            assert not re.search("Felt supported|felt|rated", shown)

    @pytest.mark.parametrize("theme", ["dusk", "dawn"])
    async def test_rule_23_no_colour_says_that_less_is_worse(self, theme: str) -> None:
        """Higher and lower, present and missing are drawn alike."""
        keep(moments(60))
        keep([(day, Moment("tea", supported=0, missing=("time",))) for day in range(30)])
        async with open_app(config=Config(theme=theme)) as pilot:
            await go(pilot)
            held = [
                {style for text, style in line.pieces if "●" in text}
                for line in patterns(pilot).sheet._lines
                if any("holds up" in text for text, _ in line.pieces)
            ]
            assert len(held) >= 2
            assert all(each == held[0] for each in held)


class TestDatesFirst:
    async def test_rule_11_words_are_shown_on_request_and_one_at_a_time(self) -> None:
        keep(moments(31))
        async with open_app() as pilot:
            assert SECRET not in await go(pilot)
            await press(pilot, "v")
            assert SECRET in said(pilot)
            await press(pilot, "v")
            assert SECRET not in said(pilot)
            await press(pilot, "enter")
            assert screen_text(pilot).count(SECRET) == 1
            assert "Sun 22 Nov 2026" in screen_text(pilot)
            await press(pilot, "escape")
            assert SECRET not in said(pilot)

    async def test_enter_shows_the_moments_behind_a_line_those_that_disagree_too(self) -> None:
        keep(moments(60))
        async with open_app() as pilot:
            await go(pilot, *["down"] * 4, "enter")
            assert isinstance(pilot.app.screen, BehindDialog)
            shown = screen_text(pilot)
            assert "What was there: time was protected" in shown
            whole = pilot.app.screen._sheet.text
            headings = [line for line in whole.splitlines() if ":" in line]
            assert headings == [
                "Noted, and among your highest: 20",
                "Noted, and not among your highest: 0",
                "Not noted, and among your highest all the same: 0",
            ]
            assert SECRET not in shown
            await press(pilot, "down", "enter")
            assert SECRET in screen_text(pilot)
            await press(pilot, "down")
            assert SECRET not in screen_text(pilot)

    async def test_those_that_disagree_are_listed(self) -> None:
        in_journal(fill_demo)
        async with open_app(size=LARGE) as pilot:
            await go(pilot)
            answer = patterns(pilot).found.answer
            assert answer
            line = next(each for each in answer.present if each.condition == "close-by")
            place = answer.present.index(line)
            await press(pilot, *["down"] * (8 + place), "enter")
            assert isinstance(pilot.app.screen, BehindDialog)
            groups = pilot.app.screen._sheet.text.split("\n\n")
            listed = [len(group.splitlines()) - 1 for group in groups]
            assert listed == [
                line.highest,
                line.count - line.highest,
                answer.highest - line.highest,
            ]
            assert min(listed) > 0

    async def test_one_key_shows_all_of_them_in_history(self) -> None:
        keep(moments(60))
        async with open_app() as pilot:
            await go(pilot, *["down"] * 4, "enter", "h")
            await settle(pilot)
            shown = screen_text(pilot)
            assert "is:moment supported:0-10 condition:time" in shown
            assert "20 entries" in shown


class TestKeys:
    async def test_f_shows_gaps_in_numbers(self) -> None:
        keep(moments(60))
        async with open_app() as pilot:
            assert not re.search(r"\+\d\.\d", await go(pilot))
            assert "f" in footer(pilot)
            await press(pilot, "f")
            assert re.search(r"\+\d\.\d \(\+\d\.\d to \+\d\.\d\)", said(pilot))
            await press(pilot, "f")
            assert "holds up so far" in said(pilot)

    async def test_views_turn_both_ways_and_by_mouse(self) -> None:
        keep(moments(10))
        async with open_app() as pilot:
            for key, title in (
                ("tab", "How it went, week by week"),
                ("right", "How connection happened"),
                ("left", "How it went, week by week"),
                ("shift+tab", "When did you feel most supported"),
                ("left", "Whom these moments name"),
            ):
                assert title in await go(pilot, key)
            await pilot.click("ViewBar", offset=(30, 0))
            await settle(pilot)
            assert "How connection happened" in screen_text(pilot)
            await pilot.click("ViewBar", offset=(75, 0))
            await settle(pilot)
            assert "From which day on?" in screen_text(pilot)

    async def test_a_period_can_be_picked(self) -> None:
        keep(moments(140))
        async with open_app() as pilot:
            assert "140 rated of 140 moments" in await go(pilot)
            await press(pilot, "p", *"30", "enter")
            await settle(pilot)
            assert "60 rated of 60 moments" in said(pilot)
            assert "the last 30 days" in screen_text(pilot)
            await press(pilot, "p", *"all", "enter")
            await settle(pilot)
            assert "140 rated of 140 moments" in said(pilot)

    async def test_a_day_can_be_typed_and_a_wrong_one_loses_nothing(self) -> None:
        keep(moments(60))
        async with open_app() as pilot:
            await go(pilot, "p", *"since", "enter")
            await type_text(pilot, "soonish")
            await press(pilot, "enter")
            assert "soonish" in screen_text(pilot)
            await press(pilot, *["backspace"] * 7)
            await type_text(pilot, "2026-11-22")
            await press(pilot, "enter")
            await settle(pilot)
            assert "4 rated of 4 moments" in said(pilot)
            assert "since 22 Nov 2026" in screen_text(pilot)
            await press(pilot, "p", "escape")
            assert "4 rated of 4 moments" in said(pilot)

    async def test_nothing_since_then_is_said_kindly(self) -> None:
        keep([(200, Moment("tea", supported=5, present=("time",)))])
        async with open_app() as pilot:
            await go(pilot, "p", *"30", "enter")
            await settle(pilot)
            assert "No moment is kept since then." in said(pilot)

    async def test_every_line_can_be_reached_and_wrong_keys_do_nothing(self) -> None:
        in_journal(fill_demo)
        async with open_app() as pilot:
            await go(pilot, *["down"] * 90)
            assert "counts leave them out" in re.sub(r"\s+", " ", screen_text(pilot))
            await press(pilot, *["k"] * 90)
            assert "Most supported" in screen_text(pilot)
            await press(pilot, "G", "pageup", "pagedown", "home", "0", "q", "z", "space")
            assert "Most supported" in screen_text(pilot)

    @pytest.mark.parametrize(
        ("key", "dialog"), [("t", "ExperimentForm"), ("x", "BriefDialog"), ("alt+r", "BriefDialog")]
    )
    async def test_a_key_leads_on_to_trying_something_and_to_a_brief(
        self, key: str, dialog: str
    ) -> None:
        keep(moments(3))
        async with open_app() as pilot:
            await go(pilot, key)
            assert type(pilot.app.screen).__name__ == dialog
            await press(pilot, "escape")
            assert isinstance(pilot.app.screen, PatternsScreen)

    async def test_the_mouse_opens_a_line(self) -> None:
        keep(moments(31))
        async with open_app() as pilot:
            await go(pilot)
            await pilot.click("Sheet", offset=(8, 2))
            assert not isinstance(pilot.app.screen, BehindDialog)
            await pilot.click("Sheet", offset=(8, 2), times=2)
            await settle(pilot)
            assert isinstance(pilot.app.screen, BehindDialog)


class TestTheCharts:
    async def test_weeks_tell_support_and_balance_in_numbers_too(self) -> None:
        keep(moments(60))
        keep([(49, Moment("tea", direction="given"))])
        async with open_app() as pilot:
            shown = await go(pilot, "tab")
            assert re.search(
                r"\d\.\d of 10 over 6 weeks with ratings, from \d\.\d to \d\.\d", shown
            )
            assert "Of 61 moments you gave 31 and received 30." in shown
            assert "gave 1, received 0 of 1" in shown
            assert "·" in patterns(pilot).sheet.text.splitlines()[5]

    async def test_enter_on_a_week_shows_its_moments(self) -> None:
        keep(moments(30))
        async with open_app() as pilot:
            await go(pilot, "tab", "down", "enter")
            await settle(pilot)
            shown = screen_text(pilot)
            assert "16 Nov 2026" in shown
            assert "Sun 22 Nov 2026" in shown
            assert "Mon 23 Nov 2026" not in shown

    async def test_occasions_kinds_and_roles_have_bars_with_denominators(self) -> None:
        keep(moments(8))
        async with open_app() as pilot:
            shown = await go(pilot, "tab", "tab")
            assert re.search(r"On which occasion after hard work ━+ 2 of 8", shown)
            assert re.search(r"What it was peer huddle ━+ 8 of 8", shown)
            await press(pilot, "enter")
            await settle(pilot)
            assert "after hard work" in screen_text(pilot)

    async def test_rule_26_people_stand_in_the_order_they_came_in_and_are_not_ranked(self) -> None:
        keep([(day, Moment("tea with @Zoe", supported=9, direction="given")) for day in range(9)])
        keep([(0, Moment("tea with @Amina", supported=1, direction="received"))])
        async with open_app() as pilot:
            shown = await go(pilot, "shift+tab")
            assert re.search(
                r"Amina ▒ +1 moment: .* Zoe █{9} +9 moments: gave 9, received 0", shown
            )
            assert not re.search("of 10 [^m]|9[.]0", shown)


class TestCounting:
    async def test_a_moment_kept_meanwhile_is_counted_when_one_comes_back(self) -> None:
        keep(moments(3))
        async with open_app() as pilot:
            assert "3 rated of 3 moments" in await go(pilot)
            keep(moments(1))
            assert "4 rated of 4 moments" in await go(pilot, "alt+1", "alt+4")

    async def test_what_is_still_counted_is_given_up_on_the_way_out(self) -> None:
        keep(moments(31))
        async with open_app() as pilot:
            await pilot.press("alt+4", "alt+1")
            await settle(pilot)
            counting = [worker for worker in pilot.app.workers if worker.group == "count"]
            assert counting == []
            assert "31 rated of 31 moments" in await go(pilot)

    async def test_first_numbers_come_before_the_answer_and_no_key_waits_for_it(self) -> None:
        keep(moments(60))
        async with open_app() as pilot:
            async with SlowJournal(pilot) as journal:
                await pilot.press("alt+4")
                await pilot.pause()
                assert "The rest is being counted" in screen_text(pilot)
                while "60 rated of 60 moments" not in screen_text(pilot):
                    await journal.turn()
                shown = screen_text(pilot)
                assert "Most supported" in shown
                assert "The rest is being counted" in shown
                assert "time was protected" not in shown
                await pilot.press("tab")
                await pilot.pause()
                assert "How it went, week by week" in screen_text(pilot)
                await pilot.press("shift+tab")
            await settle(pilot)
            assert "time was protected" in screen_text(pilot)

    async def test_a_newer_period_gives_up_the_older_question(self) -> None:
        keep(moments(90))
        async with open_app() as pilot:
            async with SlowJournal(pilot) as journal:
                await pilot.press("alt+4")
                await journal.turn()
                await pilot.press("p", *"30", "enter")
                for _ in range(9):
                    await journal.turn()
                    assert "90 moments" not in screen_text(pilot)
            assert "60 rated of 60 moments" in said(pilot)


def test_the_journal_is_asked_for_the_demo_in_full() -> None:
    def look(journal: Journal) -> int:
        fill_demo(journal)
        return len(journal.patterns.ways().counts["occasion"])

    assert in_journal(look) >= 3
