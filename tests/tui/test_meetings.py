"""Meetings: planned slots, told of by one key each, and what survived."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from tests.support import FakeClock
from tests.tui.meeting_plans import plan_meetings
from tests.tui.support import (
    LARGE,
    SMALL,
    house,
    in_journal,
    notes,
    open_app,
    press,
    screen_text,
    settle,
    type_text,
)
from tracejournal.config import Config
from tracejournal.model.entry import CheckIn, Draft, Moment
from tracejournal.model.recurrence import parse_recurrence
from tracejournal.tui.screens.meeting_details import MeetingDialog
from tracejournal.tui.screens.meeting_dropped import DroppedDialog
from tracejournal.tui.screens.meeting_form import MeetingForm
from tracejournal.tui.screens.meeting_held import HeldDialog
from tracejournal.tui.screens.meetings import MeetingsDialog
from tracejournal.tui.widgets.note_lines import NoteLine
from tracejournal.words import meetings as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tracejournal.journal.journal import Journal
    from tracejournal.model.meeting import Meeting, Told

MONDAY = date(2026, 11, 23)
TITLE = "mentorship session with Jo"


def plan(typed: str = "every monday 14:00", **said: object) -> Meeting:
    """Plan one that has been there since September."""
    recurrence = parse_recurrence(typed, MONDAY).from_day(date(2026, 9, 1))
    fields = {"recurrence": recurrence, "kind": "mentorship", "people": ["Jo"]} | said
    return in_journal(lambda journal: journal.meetings.add(fields))


def meetings() -> tuple[Meeting, ...]:
    return in_journal(lambda journal: journal.meetings.all())


def told() -> dict[str, Told]:
    """Return what was told of the only meeting, by the planned day."""

    def read(journal: Journal) -> dict[str, Told]:
        (meeting,) = journal.meetings.all()
        return {each.due.isoformat(): each for each in journal.meetings.told_of(meeting.id)}

    return in_journal(read)


def moments() -> list[Moment]:
    found = in_journal(lambda journal: list(journal.history.entries("is:moment")))
    return [entry.content for entry in found if isinstance(entry.content, Moment)]


def line(pilot: Pilot[int]) -> str:
    """Return what Today says of meetings."""
    return "".join(notes(pilot))


@pytest.mark.parametrize("there", [(), ("alt+2",), ("alt+3", "slash", "t"), ("f6",)])
async def test_it_is_one_key_from_every_screen_also_while_typing_and_back(
    there: tuple[str, ...],
) -> None:
    async with open_app() as pilot:
        await press(pilot, *there)
        screen, focused = pilot.app.screen, pilot.app.focused
        await press(pilot, "alt+m")
        assert isinstance(pilot.app.screen, MeetingsDialog)
        await press(pilot, "escape")
        assert (pilot.app.screen, pilot.app.focused) == (screen, focused)


async def test_the_palette_opens_it() -> None:
    async with open_app() as pilot:
        await press(pilot, "ctrl+p", *"meetings", "enter")
        assert isinstance(pilot.app.screen, MeetingsDialog)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_with_none_it_says_what_it_is_for_in_two_lines(size: tuple[int, int]) -> None:
    async with open_app(size=size) as pilot:
        await press(pilot, "alt+m")
        shown = " ".join(screen_text(pilot).split())
        assert "A mentorship session, a check-in with another team" in shown
        assert "never counted" in shown
        await press(pilot, "h", "m", "d", "x", "e", "z", "D", "u", "enter")  # nothing to do it to
        assert isinstance(pilot.app.screen, MeetingsDialog)


async def test_one_is_planned_in_a_short_form_and_taken_back() -> None:
    in_journal(lambda journal: journal.entries.keep(Draft(Moment("Tea with @Joanne"))))
    async with open_app() as pilot:
        await press(pilot, "alt+m", "n", "right", "tab", "at", *"Joa", "tab", "tab")  # completed
        await type_text(pilot, "every 2 weeks on tuesday 9")
        await press(pilot, "full_stop", "3", "0")
        assert "every 2 weeks on Tuesday 09:30" in screen_text(pilot)
        assert "The next one is Tue 24 Nov" in screen_text(pilot)
        await press(pilot, "enter")
        assert "mentorship session with Joanne" in screen_text(pilot)
        (meeting,) = meetings()
        assert (meeting.kind, meeting.people, meeting.recurrence.every) == (
            "mentorship",
            ("Joanne",),
            2,
        )
        await press(pilot, "u")
        assert meetings() == ()
        assert "A mentorship session, a check-in" in screen_text(pilot)


async def test_rule_01_every_line_but_when_can_stay_empty() -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+m", "n", "tab", "tab")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, MeetingForm)
        assert "When is it?" in screen_text(pilot)
        await type_text(pilot, "friday")
        await press(pilot, "enter")
    (meeting,) = meetings()
    assert (meeting.kind, meeting.people, meeting.name, meeting.asks) == ("other", (), "", False)


async def test_what_cannot_be_read_is_told_and_stays() -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+m", "n", "tab", "tab")
        await type_text(pilot, "now and then")
        await press(pilot, "enter")
        assert "is not a time I can read" in screen_text(pilot)
        assert "now and then" in screen_text(pilot)
    assert meetings() == ()


async def test_words_of_a_form_that_was_left_are_a_draft_and_can_be_gone_on_with() -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+m", "n", "right", "tab", *"Dana", "tab")
        await type_text(pilot, "every friday")
        await press(pilot, "escape", "escape")
    assert meetings() == ()
    async with open_app() as pilot:
        await press(pilot, "escape", "w")
        assert "a planned meeting" in screen_text(pilot)
        await press(pilot, "enter")
        form = pilot.app.screen
        assert isinstance(form, MeetingForm)
        assert form.query_one("#line-when", Input).value == "every friday"
        await press(pilot, "enter")
    (meeting,) = meetings()
    assert (meeting.kind, meeting.people) == ("mentorship", ("Dana",))
    assert in_journal(lambda journal: journal.drafts.all()) == ()


async def test_one_is_changed_and_what_was_told_stays() -> None:
    meeting = plan()
    in_journal(lambda j: j.meetings.hold(j.meetings.on(meeting.id, date(2026, 11, 16))))
    async with open_app() as pilot:
        await press(pilot, "alt+m", "e", "tab", "tab", "home", "ctrl+k")
        await type_text(pilot, "every friday 8:00")
        await press(pilot, "tab", "tab", "tab", *"Walk", "tab", "left", "enter")
        (changed,) = meetings()
        assert (changed.name, changed.asks) == ("Walk", True)
        assert changed.recurrence.since == date(2026, 11, 27)  # another recurrence begins anew
        assert list(told()) == ["2026-11-16"]
        await press(pilot, "u")
        assert meetings() == (meeting,)


async def test_what_is_changed_of_it_alone_leaves_its_first_day() -> None:
    meeting = plan()
    async with open_app() as pilot:
        await press(pilot, "alt+m", "e", *["tab"] * 5, *"Walk", "enter")
    assert meetings() == (meeting.replace(name="Walk"),)


async def test_held_keeps_a_moment_with_people_and_minutes_filled_in() -> None:
    meeting = plan()

    def hold_last(journal: Journal) -> None:
        last = journal.meetings.on(meeting.id, date(2026, 11, 16))
        draft = Draft(meeting.moment("before", "40"), journal.meetings.when(last))
        journal.meetings.hold(last, journal.entries.keep(draft).id)

    in_journal(hold_last)
    async with open_app() as pilot:
        await press(pilot, "alt+m", "h")
        assert isinstance(pilot.app.screen, HeldDialog)
        values = [each.value for each in pilot.app.screen.query(Input)]
        assert values == ["@Jo", "40"]
        await type_text(pilot, "Good talk")
        await press(pilot, "enter")
        assert "held" in screen_text(pilot)
        kept = moments()[0]
        assert (kept.text, kept.kind, kept.people, kept.minutes, kept.direction) == (
            "Good talk", "mentorship", ("Jo",), 40, "mutual",
        )  # fmt: skip
        assert told()["2026-11-23"].entry_id
        await press(pilot, "u")  # the moment and what was told go together, and come together
        assert list(told()) == ["2026-11-16"]
        assert [each.text for each in moments()] == ["before"]
        await press(pilot, "escape", "escape", "U")
        assert told()["2026-11-23"].entry_id
        assert [each.text for each in moments()] == ["Good talk", "before"]


async def test_rule_01_held_without_a_moment_is_one_key() -> None:
    plan()
    async with open_app() as pilot:
        await press(pilot, "alt+m", "h", "escape")
        assert told()["2026-11-23"].state == "held"
        assert moments() == []


async def test_words_of_a_moment_that_was_left_wait_as_a_draft_of_today() -> None:
    plan()
    async with open_app() as pilot:
        await press(pilot, "alt+m", "h")
        await type_text(pilot, "Half a thought")
        await press(pilot, "escape", "escape")
        assert told()["2026-11-23"].entry_id is None
        await press(pilot, "escape", "w", "enter", "ctrl+s")
    (moment,) = moments()
    assert (moment.text, moment.kind, moment.people) == (
        "Half a thought @Jo",
        "mentorship",
        ("Jo",),
    )


async def test_minutes_that_are_no_number_are_told_and_nothing_is_lost() -> None:
    plan()
    async with open_app() as pilot:
        await press(pilot, "alt+m", "h", *"Warm", "tab", "tab", *"long", "enter")
        assert "Minutes are a whole number" in screen_text(pilot)
        assert "Warm" in screen_text(pilot)
    assert told() == {}


async def test_what_is_still_to_come_was_not_held() -> None:
    plan("every tuesday")
    async with open_app() as pilot:
        await press(pilot, "alt+m", "h")
        assert "still to come" in " ".join(screen_text(pilot).split())
    assert told() == {}


async def test_moved_asks_for_the_day_and_stands_there_once() -> None:
    plan()
    async with open_app() as pilot:
        await press(pilot, "alt+m", "m", *"never", "enter")
        assert "not a day I can read" in screen_text(pilot)
        await press(pilot, *["backspace"] * 5, *"friday", "enter")
        assert told()["2026-11-23"].moved_to == date(2026, 11, 27)
        shown = screen_text(pilot)
        assert "Fri 27 Nov" in shown
        assert "moved from Mon 23 Nov" in shown
        await press(pilot, "m", "escape")
        assert told()["2026-11-23"].moved_to == date(2026, 11, 27)
        await press(pilot, "u")
        assert told() == {}


@pytest.mark.parametrize(
    ("keys", "reason", "why"),
    [
        (("1",), "crisis", ""),
        (("down", "down", "enter"), "no-time", ""),
        (("tab", *"snow", "enter"), None, "snow"),
        (("escape",), None, ""),
    ],
)
async def test_dropped_asks_why_once_and_any_answer_will_do(
    keys: tuple[str, ...], reason: str | None, why: str
) -> None:
    plan()
    async with open_app() as pilot:
        await press(pilot, "alt+m", "d")
        assert isinstance(pilot.app.screen, DroppedDialog)
        await press(pilot, *keys)
        each = told()["2026-11-23"]
        assert (each.state, each.reason, each.why) == ("dropped", reason, why)
        await press(pilot, "u")
        assert told() == {}
    assert in_journal(lambda journal: journal.drafts.all()) == ()


async def test_own_words_for_why_that_were_left_can_be_gone_on_with() -> None:
    plan()
    async with open_app() as pilot:
        await press(pilot, "alt+m", "d", "tab", *"snow", "escape", "escape")
        assert told()["2026-11-23"].why == ""
    async with open_app() as pilot:
        await press(pilot, "escape", "w")
        assert "why a meeting was dropped" in screen_text(pilot)
        await press(pilot, "enter", "enter")
        assert told()["2026-11-23"].why == "snow"
    assert in_journal(lambda journal: journal.drafts.all()) == ()


async def test_what_was_said_is_unsaid_with_one_key() -> None:
    meeting = plan()
    in_journal(lambda j: j.meetings.hold(j.meetings.on(meeting.id, date(2026, 11, 16))))
    async with open_app() as pilot:
        await press(pilot, "alt+m")
        dialog = pilot.app.screen
        assert isinstance(dialog, MeetingsDialog)
        while not (dialog.current and dialog.current.due == date(2026, 11, 16)):
            await press(pilot, "j")
        await press(pilot, "x")
        assert told() == {}
        await press(pilot, "k", "x")  # nothing is said of that one
        await press(pilot, "u")
        assert told()["2026-11-16"].state == "held"


async def test_one_rests_and_wakes() -> None:
    meeting = plan()
    async with open_app() as pilot:
        await press(pilot, "alt+m", "z")
        assert "Resting" in screen_text(pilot)
        assert meetings()[0].is_resting
        await press(pilot, "end", "z")
        assert not meetings()[0].is_resting
        await press(pilot, "u", "u")
    assert meetings() == (meeting,)


@pytest.mark.parametrize("key", ["D", "delete"])
async def test_one_is_removed_and_comes_back_with_all_that_was_told(key: str) -> None:
    meeting = plan()
    in_journal(lambda j: j.meetings.drop(j.meetings.on(meeting.id, date(2026, 11, 16)), "ill"))
    before = told()
    async with open_app() as pilot:
        await press(pilot, "alt+m", key)
        assert meetings() == ()
        assert "A mentorship session, a check-in" in screen_text(pilot)
        await press(pilot, "u")
        assert TITLE in screen_text(pilot)
    assert (meetings(), told()) == ((meeting,), before)


async def test_u_takes_back_nothing_that_was_done_elsewhere() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Tea")
        await press(pilot, "enter", "alt+m", "u")
    assert [each.text for each in moments()] == ["Tea"]


async def test_enter_shows_what_survived_and_older_days_can_be_told() -> None:
    in_journal(plan_meetings)
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+m", "enter")
        assert isinstance(pilot.app.screen, MeetingDialog)
        shown = screen_text(pilot)
        assert "every 2 weeks on Monday 14:00, since Mon 31 Aug" in shown
        assert "held 5 of the 6 you told of" in shown
        assert "dropped: a crisis came first 1" in shown
        assert "moved to another day: 1" in shown
        await press(pilot, "end", "d", "2")
        assert "held 4 of the 6 you told of" in screen_text(pilot)
        await press(pilot, "escape", "u", "enter")
        assert "held 5 of the 6 you told of" in screen_text(pilot)


def keep_loads(journal: Journal) -> None:
    for week in range(12):
        day = date(2026, 9, 1) + timedelta(weeks=week)
        load = 9 if week >= 9 else 3
        journal.entries.keep(Draft(CheckIn(load=load), journal.clock.on_day(day)))


async def test_rule_24_heavy_weeks_are_counted_with_what_they_are_out_of() -> None:
    in_journal(plan_meetings)
    in_journal(keep_loads)
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+m", "enter")
        assert "planned in your heaviest weeks: held 1 of 1" in screen_text(pilot)
        assert "9 or more" in screen_text(pilot)


async def test_rule_23_without_numbers_no_week_is_called_heavy() -> None:
    in_journal(plan_meetings)
    in_journal(keep_loads)
    async with open_app(size=LARGE, config=Config(ratings=False)) as pilot:
        await press(pilot, "alt+m", "enter")
        assert "heaviest" not in screen_text(pilot)


async def test_rule_02_what_nobody_told_of_has_no_word_and_no_sign() -> None:
    plan()
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+m")
        rows = [row for row in screen_text(pilot).splitlines() if "16 Nov" in row]
        (row,) = rows
        assert row.split("│")[2].strip() == f"Mon 16 Nov  14:00  ▤ {TITLE}"
        await press(pilot, "enter")
        assert "0 of" not in screen_text(pilot)
        assert "%" not in screen_text(pilot).replace("100%", "")


async def test_the_moment_of_a_day_opens_in_history() -> None:
    plan()
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+m", "h", *"Warm", "enter", "end", "home")
        await press(pilot, "enter", "home", "enter")
        await settle(pilot)
        assert "history" in str(getattr(pilot.app.screen, "here", ""))
        assert "Warm" in screen_text(pilot)


async def test_on_the_day_today_has_one_quiet_line_and_else_none() -> None:
    plan()
    clock = FakeClock()
    async with open_app(clock) as pilot:
        assert line(pilot) == f"Today: {TITLE}, 14:00"
        await press(pilot, "alt+m", "h", "escape", "escape")
        assert line(pilot) == ""
    clock.set("2026-11-24T09:00")
    async with open_app(clock) as pilot:
        assert notes(pilot) == []


async def test_rule_04_the_day_after_nothing_asks_unless_the_meeting_was_told_to() -> None:
    plan("every sunday")
    async with open_app() as pilot:
        assert notes(pilot) == []


async def see(pilot: Pilot[int]) -> None:
    await press(pilot, "alt+m", "escape")


async def let_be(pilot: Pilot[int]) -> None:
    await press(pilot, "alt+n", "x")


@pytest.mark.parametrize("dismiss", [see, let_be])
async def test_rule_04_it_asks_once_names_no_duty_and_is_let_be_with_a_key(
    dismiss: Callable[[Pilot[int]], object],
) -> None:
    plan("every sunday", asks=True)
    async with open_app() as pilot:
        assert line(pilot).startswith(f"Yesterday, {TITLE}: held, moved, dropped?")
        await dismiss(pilot)  # type: ignore[misc]
        assert line(pilot) == ""
    async with open_app() as pilot:
        assert notes(pilot) == []
    assert told() == {}


@pytest.mark.parametrize("how", ["enter", "click"])
async def test_the_line_opens_the_meetings(how: str) -> None:
    plan()
    async with open_app() as pilot:
        if how == "enter":
            await press(pilot, "alt+n", "enter")
        else:
            await pilot.click(NoteLine)
            await settle(pilot)
        assert isinstance(pilot.app.screen, MeetingsDialog)


async def test_rule_03_after_a_year_away_nothing_is_asked_and_nothing_is_owed() -> None:
    meeting = plan("every sunday", asks=True)
    clock = FakeClock("2027-11-25T09:00")
    async with open_app(clock, size=LARGE) as pilot:
        assert line(pilot) == ""
        await press(pilot, "alt+m", "enter")
        assert words.NOTHING_TOLD in screen_text(pilot)
    assert in_journal(lambda journal: journal.meetings.told_of(meeting.id), clock) == ()


async def test_hostile_words_are_only_words() -> None:
    plan(name="[red]x[/red] \x1b[31m", people=["[b]Jo"])
    async with open_app() as pilot:
        assert "[red]x[/red]" in line(pilot)
        await press(pilot, "alt+m")
        assert "[red]x[/red]" in screen_text(pilot)
        await press(pilot, "enter")
        assert "[red]x[/red]" in screen_text(pilot)
        await press(pilot, "escape", "h")
        assert "[red]x[/red]" in screen_text(pilot)


async def test_it_fits_a_small_window() -> None:
    in_journal(plan_meetings)
    async with open_app(size=(60, 16)) as pilot:
        await press(pilot, "alt+m", "end")
        assert "resting" in screen_text(pilot)
        await press(pilot, "n", *["tab"] * 6)
        assert "ask after" in screen_text(pilot)
        assert house(pilot).is_running
