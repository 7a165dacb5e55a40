"""The circle's screen: one's own order, a sign and words for everyone, every key with its undo."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

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
from tracejournal.tui.screens.circle import CircleScreen
from tracejournal.tui.screens.moment_dialog import MomentDialog
from tracejournal.tui.screens.person_form import PersonForm
from tracejournal.tui.screens.today import TodayScreen
from tracejournal.tui.widgets.moment_line import MomentLine
from tracejournal.words import circle as texts
from tracejournal.words import circle_screen as words

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tracejournal.journal.journal import Journal
    from tracejournal.model.circle import Member


def keep(journal: Journal, text: str, on: str, **fields: object) -> None:
    when = journal.clock.on_day(date.fromisoformat(on))
    journal.entries.keep(Draft(Moment(text, **fields), when))  # type: ignore[arg-type]


def furnish(journal: Journal) -> None:
    keep(journal, "secret words with @Sam", "2026-11-01", kind="huddle", supported=9,
         present=("time",), direction="given")  # fmt: skip
    keep(journal, "tea with @Zoe", "2026-11-20")
    journal.circle.add("Sam", ideal=14, role="peer", aliases=("Sammy",))
    journal.circle.add("Amina", ideal=7)
    journal.circle.add("my supervisor", role="supervisor")


@pytest.fixture
def furnished() -> None:
    in_journal(furnish)


def circle() -> list[str]:
    return [member.name for member in in_journal(lambda journal: journal.circle.members())]


def someone(name: str) -> Member:
    return in_journal(lambda journal: journal.circle.get(name))


def under_cursor(pilot: Pilot[int]) -> str:
    screen = pilot.app.screen
    assert isinstance(screen, CircleScreen)
    return screen.people.current


class TestTheList:
    @pytest.mark.parametrize("key", ["alt+5", "5"])
    async def test_it_is_one_key_away(self, key: str) -> None:
        async with open_app() as pilot:
            await press(pilot, "escape", key)
            assert isinstance(pilot.app.screen, CircleScreen)
            assert words.EMPTY.split(".")[0] in screen_text(pilot)

    @pytest.mark.usefixtures("furnished")
    async def test_the_top_bar_leads_there_and_back(self) -> None:
        async with open_app(size=LARGE) as pilot:
            bar = screen_text(pilot).splitlines()[0]
            await pilot.click("TopBar", offset=(bar.index("5 Circle"), 0))
            await settle(pilot)
            assert isinstance(pilot.app.screen, CircleScreen)
            await pilot.click("TopBar", offset=(bar.index("1 Today"), 0))
            await settle(pilot)
            assert isinstance(pilot.app.screen, TodayScreen)

    @pytest.mark.usefixtures("furnished")
    @pytest.mark.parametrize("size", [SMALL, LARGE])
    async def test_everyone_has_a_sign_and_words(self, size: tuple[int, int]) -> None:
        in_journal(lambda journal: journal.circle.rest("Amina"))
        async with open_app(size=size) as pilot:
            await press(pilot, "alt+5")
            lines = screen_text(pilot).splitlines()
            for name, sign, said in (
                ("Sam", "●", "it may be time"),
                ("Amina", "☾", "resting"),
                ("my supervisor", "·", "no rhythm"),
            ):
                assert any(f"{sign} {name}" in line and said in line for line in lines)

    @pytest.mark.usefixtures("furnished")
    async def test_rule_02_nothing_counts_days_against_anybody(self) -> None:
        async with open_app(FakeClock("2029-01-01T08:00"), size=LARGE) as pilot:
            await press(pilot, "alt+5")
            shown = screen_text(pilot).lower()
            assert not [said for said in ("overdue", "late", "missed", "%", "!") if said in shown]

    @pytest.mark.usefixtures("furnished")
    async def test_rule_26_nobody_is_moved_by_counts(self) -> None:
        for _ in range(3):
            in_journal(lambda journal: keep(journal, "@my_supervisor", "2026-11-22", supported=10))
        async with open_app() as pilot:
            await press(pilot, "alt+5")
            shown = screen_text(pilot)
            assert shown.index("● Sam") < shown.index("Amina") < shown.index("my supervisor")

    @pytest.mark.usefixtures("furnished")
    async def test_names_of_the_journal_can_be_taken_in_with_enter(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+5", "end")
            assert under_cursor(pilot) == "Zoe"
            assert words.NOT_IN_CIRCLE.split(",")[0] in screen_text(pilot).replace("\n", " ")
            await press(pilot, "enter", "enter")
            assert circle()[-1] == "Zoe"
            assert under_cursor(pilot) == "Zoe"
            await press(pilot, "u")
            assert "Zoe" not in circle()
            await press(pilot, "U")
            assert circle()[-1] == "Zoe"

    @pytest.mark.usefixtures("furnished")
    async def test_the_cursor_moves_with_the_keys_of_every_list(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+5")
            seen = [under_cursor(pilot)]
            for key in ("j", "down", "k", "G", "g", "end", "home"):
                await press(pilot, key)
                seen.append(under_cursor(pilot))
            assert seen == ["Sam", "Amina", "my supervisor", "Amina", "Zoe", "Sam", "Zoe", "Sam"]


class TestSomeone:
    @pytest.mark.usefixtures("furnished")
    @pytest.mark.parametrize("size", [SMALL, LARGE])
    async def test_what_is_known_stands_beside_without_a_word_of_theirs(
        self, size: tuple[int, int]
    ) -> None:
        async with open_app(size=size) as pilot:
            await press(pilot, "alt+5")
            shown = screen_text(pilot)
            for said in (
                "Sam · peer, my team",
                "every 2 weeks",
                "Sun 1 Nov · peer huddle",
                "1 moment: 1 given",
                "Sammy",
                "of 1 rated 8 or more",
                "1 of 1",
                "░",
            ):
                assert said in shown
            assert "secret" not in shown

    @pytest.mark.usefixtures("furnished")
    async def test_rule_10_words_come_by_a_choice_one_entry_at_a_time(
        self,
    ) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+5", "enter")
            assert "secret" not in screen_text(pilot)
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, MomentDialog)
            assert "secret words" in screen_text(pilot)
            await press(pilot, "escape")
            assert "secret" not in screen_text(pilot)
            await press(pilot, "escape")
            assert under_cursor(pilot) == "Sam"
            assert pilot.app.screen.query_one("CircleList").has_focus

    @pytest.mark.usefixtures("furnished")
    async def test_without_ratings_no_rating_is_spoken_of(self) -> None:
        async with open_app(config=Config(ratings=False)) as pilot:
            await press(pilot, "alt+5")
            assert "rated" not in screen_text(pilot)
            assert "of 1 that tell it" in screen_text(pilot)

    @pytest.mark.usefixtures("furnished")
    async def test_in_a_narrow_window_list_and_card_take_turns(self) -> None:
        async with open_app(size=(60, 16)) as pilot:
            await press(pilot, "alt+5")
            assert "Sun 1 Nov" not in screen_text(pilot)
            assert "it may be time" in screen_text(pilot)
            await press(pilot, "enter")
            assert "Sun 1 Nov" in screen_text(pilot)
            await press(pilot, "escape")
            assert "my supervisor" in screen_text(pilot)
            assert "Sun 1 Nov" not in screen_text(pilot)

    async def test_hostile_names_are_only_names(self) -> None:
        in_journal(lambda journal: journal.circle.add("[red]x[/red]", aliases=("$ink @{}",)))
        async with open_app() as pilot:
            await press(pilot, "alt+5")
            assert "[red]x[/red]" in screen_text(pilot)
            assert "$ink @{}" in screen_text(pilot)

    async def test_the_longest_name_leaves_room_for_how_it_stands(self) -> None:
        name = "Ä" * 80
        in_journal(lambda journal: journal.circle.add(name, ideal=7))
        async with open_app() as pilot:
            await press(pilot, "alt+5")
            (line,) = (line for line in screen_text(pilot).splitlines() if "in rhythm" in line[:38])
            assert "ÄÄÄ…" in line


class TestKeys:
    @pytest.mark.usefixtures("furnished")
    async def test_a_adds_someone_and_a_role_is_as_good(self) -> None:
        async with open_app(size=LARGE) as pilot:
            await press(pilot, "alt+5", "a")
            assert "my supervisor" in screen_text(pilot)  # the hint under the line
            await type_text(pilot, "Jo")
            await press(pilot, "enter")
            assert circle()[-1] == "Jo"
            assert texts.ROLE_IS_ENOUGH.split(",")[0] in screen_text(pilot).replace("\n", " ")
            await press(pilot, "a")
            await type_text(pilot, "a colleague")
            await press(pilot, "tab", "tab", "right", "tab", *"col,peer", "tab")
            await type_text(pilot, "2 weeks")
            await press(pilot, "enter")
            added = someone("peer")
            assert (added.name, added.sort, added.role) == ("a colleague", "role", "peer")
            assert (added.aliases, added.ideal) == (("col", "peer"), 14)

    @pytest.mark.usefixtures("furnished")
    async def test_what_cannot_be_kept_says_so_and_stays(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+5", "a")
            await type_text(pilot, "Sammy")
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, PersonForm)
            assert "Sam is in your circle already." in screen_text(pilot)
            assert pilot.app.screen.query(Input).first().value == "Sammy"

    @pytest.mark.usefixtures("furnished")
    async def test_e_changes_someone_and_u_takes_it_back(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+5", "e", *["backspace"] * 3, *"Samira", "enter")
            assert someone("Sam").name == "Samira"
            assert someone("Sam").aliases == ("Sammy", "Sam")
            assert under_cursor(pilot) == "Samira"
            await press(pilot, "u")
            assert someone("Sammy").name == "Sam"
            assert someone("Sam").aliases == ("Sammy",)
            await press(pilot, "U")
            assert circle()[0] == "Samira"

    @pytest.mark.usefixtures("furnished")
    async def test_words_of_a_form_that_was_left_wait_as_a_draft(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+5", "a", *"Night", "escape", "e", "tab", "tab", "tab")
            await press(pilot, *"x", "escape")
        assert circle() == ["Sam", "Amina", "my supervisor"]
        waiting = in_journal(lambda journal: journal.drafts.all())
        assert sorted(draft.words for draft in waiting) == sorted(
            ["Night", "Sam Sammyx every 2 weeks"]
        )
        async with open_app() as pilot:
            await press(pilot, "escape", "w", "down", "enter")
            form = pilot.app.screen
            assert isinstance(form, PersonForm)
            assert form.query(Input).first().value == "Night"
            await press(pilot, "enter")
            assert circle()[-1] == "Night"
            await press(pilot, "w", "enter", "enter")
        assert someone("Sam").aliases == ("Sammyx",)
        assert in_journal(lambda journal: journal.drafts.all()) == ()

    @pytest.mark.usefixtures("furnished")
    async def test_n_opens_todays_line_with_them_in_it(self) -> None:
        async with open_app() as pilot:
            await type_text(pilot, "Thanked")
            await press(pilot, "alt+5", "G", "k", "n")
            assert isinstance(pilot.app.screen, TodayScreen)
            line = pilot.app.screen.query_one(MomentLine)
            assert line.text == "Thanked @my_supervisor "
            assert line.has_focus
            await press(pilot, *"a", "enter")
        assert someone("my supervisor").last is not None

    async def test_n_writes_whom_it_means_where_a_name_cannot_be_written(self) -> None:
        in_journal(lambda journal: journal.circle.add("Maria (HR)", aliases=("Mari",)))
        async with open_app() as pilot:
            await press(pilot, "alt+5", "n", *"rang", "enter")
        assert someone("Maria (HR)").last is not None

    @pytest.mark.usefixtures("furnished")
    async def test_r_sets_a_rhythm_and_u_takes_it_back(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+5", "end", "up", "r")
            await type_text(pilot, "often")
            await press(pilot, "enter")
            assert "is not a rhythm I can read" in screen_text(pilot).replace("\n", " ")
            await press(pilot, *["backspace"] * 5)
            await type_text(pilot, "10 days, 3 weeks at most")
            await press(pilot, "enter")
            changed = someone("my supervisor")
            assert (changed.ideal, changed.longest) == (10, 21)
            assert changed.since == date(2026, 11, 23)
            await press(pilot, "u")
            assert someone("my supervisor").ideal is None

    @pytest.mark.usefixtures("furnished")
    async def test_z_lets_rest_until_further_notice_and_ends_it(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+5", "z", "enter")
            assert (someone("Sam").away, someone("Sam").away_until) == ("rest", None)
            assert "resting" in screen_text(pilot)
            await press(pilot, "z")
            assert someone("Sam").away == ""
            await press(pilot, "u")
            assert someone("Sam").away == "rest"

    @pytest.mark.usefixtures("furnished")
    async def test_z_lets_be_on_leave_until_a_day(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+5", "z", *["down"] * 3, "enter")
            await type_text(pilot, "friday")
            await press(pilot, "enter")
            assert (someone("Sam").away, someone("Sam").away_until) == ("leave", date(2026, 11, 27))
            assert "on leave until Fri 27 Nov" in screen_text(pilot).replace("\n", " ")

    @pytest.mark.usefixtures("furnished")
    async def test_z_left_with_escape_changes_nothing(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+5", "z", "escape", "z", "down", "enter", "escape")
            assert someone("Sam").away == ""

    @pytest.mark.usefixtures("furnished")
    async def test_x_takes_someone_out_of_look_back_at_once(self) -> None:
        in_journal(lambda journal: keep(journal, "with @Sam", "2025-11-23"))
        async with open_app() as pilot:
            await press(pilot, "alt+5", "x")
            assert words.QUIET in screen_text(pilot).replace("│", "").replace("\n", " ") or (
                "left out of suggestions" in screen_text(pilot)
            )
            assert in_journal(lambda j: j.looking_back.find("on-this-day", "all")) == ()
            await press(pilot, "x")
            assert len(in_journal(lambda j: j.looking_back.find("on-this-day", "all"))) == 1
            await press(pilot, "u")
            assert someone("Sam").quiet

    @pytest.mark.usefixtures("furnished")
    async def test_m_merges_when_sure_and_u_takes_them_apart(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+5", "M", *"zo", "enter", "n")
            assert in_journal(lambda journal: journal.circle.outside()) == ("Zoe",)
            await press(pilot, "M", *"zo", "enter")
            assert "Let Zoe and Sam be one person, called Sam?" in screen_text(pilot)
            await press(pilot, "y")
            assert someone("Zoe").name == "Sam"
            assert in_journal(lambda journal: journal.history.count("@Sam")) == 2
            await press(pilot, "u")
            assert someone("Zoe").name == "Zoe"
            assert in_journal(lambda journal: journal.history.count("@Sam")) == 1
            await press(pilot, "U")
            assert someone("Zoe").name == "Sam"

    @pytest.mark.usefixtures("furnished")
    async def test_d_takes_someone_out_and_u_puts_them_back_where_they_were(
        self,
    ) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+5", "j", "d")
            assert circle() == ["Sam", "my supervisor"]
            assert under_cursor(pilot) in ("Sam", "my supervisor")
            await press(pilot, "u")
            assert circle() == ["Sam", "Amina", "my supervisor"]
            assert someone("Amina").ideal == 7

    @pytest.mark.usefixtures("furnished")
    async def test_capital_j_and_k_change_the_order(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+5", "J")
            assert circle() == ["Amina", "Sam", "my supervisor"]
            assert under_cursor(pilot) == "Sam"
            await press(pilot, "K", "K")
            assert circle() == ["Sam", "Amina", "my supervisor"]
            await press(pilot, "u")  # the last K moved nobody
            assert circle() == ["Amina", "Sam", "my supervisor"]

    @pytest.mark.usefixtures("furnished")
    async def test_slash_finds_someone_by_any_of_their_names(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+5", "slash", *"superv", "enter")
            assert under_cursor(pilot) == "my supervisor"
            await press(pilot, "slash", *"sammy", "enter")
            assert under_cursor(pilot) == "Sam"

    async def test_without_anybody_keys_do_no_harm(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+5", *"enrzxMdJKu", "slash", "enter")
            assert isinstance(pilot.app.screen, CircleScreen)
            assert house(pilot).is_running

    @pytest.mark.usefixtures("furnished")
    async def test_what_another_program_changed_is_shown(self) -> None:
        async with open_app() as pilot:
            await press(pilot, "alt+5")
            in_journal(lambda journal: journal.circle.remove("Amina"))
            await house(pilot).publish_change()
            await settle(pilot)
            assert "Amina" not in screen_text(pilot)
