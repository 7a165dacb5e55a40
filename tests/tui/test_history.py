from __future__ import annotations

import pytest

from tests.tui.looking_back import (
    QUESTION,
    act,
    draft,
    entry_list,
    footer,
    keep,
    listed,
    look_for,
    marked_words,
    reader,
    settled,
    some_entries,
    to_history,
)
from tests.tui.support import (
    LARGE,
    SMALL,
    house,
    open_app,
    press,
    screen_text,
    type_text,
)
from tracejournal.config import Config
from tracejournal.model.entry import CheckIn, Draft, Moment
from tracejournal.tui.widgets.entry_list import EntryList
from tracejournal.tui.widgets.search_box import SearchBox
from tracejournal.words import history as words


async def test_the_newest_comes_first_under_its_month() -> None:
    some_entries()
    async with open_app(size=LARGE) as pilot:
        await to_history(pilot)
        assert listed(pilot) == [
            "Sun 22  ♥ Thanked @Priya for covering #gratitude",
            "Thu 19  ✎ After the hearing @Priya shut the door. Ten mi…",
            "Wed 18  ◔ energy 6 · load 7 · supported 5 · a long day",
            "Tue 17  ◷ Huddle with @Sam and @Priya #hearing",
            "14 Oct  ☉ Asked @Sam about the caseload",
            "14 Sep  ♥ Note to the @Night_team",
        ]
        shown = screen_text(pilot)
        assert "╭─ November 2026" in shown
        assert "6 entries" in shown
        await act(pilot, "end")
        assert "╭─ September 2026" in screen_text(pilot)
        await act(pilot, "g")
        assert "╭─ November 2026" in screen_text(pilot)


async def test_an_empty_journal_is_met_with_a_kind_sentence() -> None:
    async with open_app() as pilot:
        await to_history(pilot)
        assert words.EMPTY_JOURNAL in screen_text(pilot)
        assert {"enter", "e", "d", "s", "t", "m", "v"}.isdisjoint(footer(pilot))
        await act(pilot, "enter", "e", "d", "s", "space", "m", "t", "v", "escape")
        await act(pilot, "n")
        assert house(pilot).screen.query("MomentForm")


async def test_dates_only_hides_all_words_in_the_list() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "v")
        assert listed(pilot)[:2] == ["Sun 22  ♥ note of gratitude", "Thu 19  ✎ reflection"]
        assert "Priya" not in screen_text(pilot)
        await act(pilot, "v")
        assert "Priya" in screen_text(pilot)


async def test_who_chose_dates_only_begins_with_it() -> None:
    some_entries()
    async with open_app(config=Config(show_words=False)) as pilot:
        await to_history(pilot)
        assert "Priya" not in screen_text(pilot)


async def test_new_goes_to_the_line_on_today() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await press(pilot, "n")
        await type_text(pilot, "back")
        assert "back" in screen_text(pilot)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_no_entry_opens_by_itself(size: tuple[int, int]) -> None:
    some_entries()
    async with open_app(size=size) as pilot:
        await to_history(pilot)
        await act(pilot, "down", "down", "up", "pagedown", "home")
        assert reader(pilot).entry is None
        assert "fixing" not in screen_text(pilot).replace("no fixing.", "", 1)
        assert (words.READER_HINT in screen_text(pilot)) == (size == LARGE)


async def test_enter_opens_one_entry_and_moving_leaves_it_there() -> None:
    some_entries()
    async with open_app(size=LARGE) as pilot:
        await to_history(pilot)
        await act(pilot, "down", "enter")
        shown = screen_text(pilot)
        assert "Thu 19 Nov 2026 · 17:00 · reflection" in shown
        assert QUESTION in shown.replace("│\n", "")
        assert "what helped  time was protected" in shown
        assert "felt supported 9" in shown
        assert "2 more with @Priya · 1 more #hearing" in shown
        await act(pilot, "down", "down")
        assert "Thu 19 Nov 2026" in screen_text(pilot)
        await act(pilot, "enter")
        assert "Tue 17 Nov 2026 · 12:00 · peer huddle" in screen_text(pilot)


async def test_all_of_a_moment_is_told() -> None:
    content = Moment(
        "Long talk", people=("Jo",), tags=("night",), kind="listening", direction="received",
        mode="phone", minutes=1, fit="yes", supported=0, present=("time", "listened"),
        missing=("soon",),
    )  # fmt: skip
    keep(Draft(content, source="jrnl", source_id="1"))
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "enter")
        shown = screen_text(pilot)
        for said in (
            "08:42 · listening",
            "@Jo  #night",
            "what helped  time was protected · listened to, not fixed",
            "was missing  soon after it happened",
            "received · phone · 1 minute · the kind I needed",
            "came from jrnl",
            "felt supported 0",
        ):
            assert said in shown


async def test_check_ins_and_empty_entries_are_told_kindly() -> None:
    keep(draft(CheckIn(energy=3), 1), draft(CheckIn(), 2), draft(Moment(), 3))
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "enter")
        assert "energy      ●●●○○○○○○○  3" in screen_text(pilot)
        await act(pilot, "escape", "down", "enter")
        assert "no numbers, and that is fine" in screen_text(pilot)
        await act(pilot, "escape", "down", "enter")
        assert words.NO_WORDS in screen_text(pilot)


async def test_at_80_columns_the_entry_takes_the_place_of_the_list() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "enter")
        assert not entry_list(pilot).region.height
        assert footer(pilot)["escape"] == "Back"
        await act(pilot, "escape")
        assert entry_list(pilot).has_focus
        assert not reader(pilot).region.height
        assert reader(pilot).entry is None


async def test_in_a_tall_narrow_window_both_are_seen() -> None:
    some_entries()
    async with open_app(size=(80, 40)) as pilot:
        await to_history(pilot)
        await act(pilot, "enter")
        assert entry_list(pilot).region.bottom < reader(pilot).region.y + 2
        assert entry_list(pilot).has_focus


async def test_enter_again_and_escape_go_into_the_reader_and_out_of_it() -> None:
    keep(Draft(Moment("\n".join(f"line {number}" for number in range(100)))))
    async with open_app(size=LARGE) as pilot:
        await to_history(pilot)
        await act(pilot, "enter", "enter")
        assert reader(pilot).has_focus
        for key, says in (
            ("G", "line 99"),
            ("g", "line 0 "),
            ("space", "line 30"),
            ("j", "line 4"),
        ):
            await act(pilot, key)
            assert says in screen_text(pilot)
        await act(pilot, "k", "escape")
        assert entry_list(pilot).has_focus
        assert reader(pilot).entry
        await act(pilot, "escape")
        assert reader(pilot).entry is None
        assert words.READER_HINT in screen_text(pilot)


async def test_a_very_long_entry_is_shown_in_steps() -> None:
    keep(Draft(Moment("word " * 4_100 + "the middle " + "word " * 4_000 + "the end")))
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "enter", "G")
        assert words.MORE_WORDS in screen_text(pilot)
        assert footer(pilot)["enter"] == "More of it"
        await act(pilot, "enter", "G")
        assert "enter" in footer(pilot)
        await act(pilot, "enter", "G")
        assert "the end" in screen_text(pilot)
        assert "enter" not in footer(pilot)


async def test_hits_of_the_search_are_marked() -> None:
    some_entries()
    async with open_app(size=LARGE) as pilot:
        await to_history(pilot)
        await look_for(pilot, "door @priya")
        await act(pilot, "enter", "enter")
        marked = marked_words(pilot)
        assert marked == ["Priya", "door"]
        await look_for(pilot, "fix")
        assert marked_words(pilot) == ["fixing"]


@pytest.mark.parametrize(
    "text",
    ["[b]bold[/b] [/ [@click=app.quit]quit[/]", "esc \x1b[31m red", "\u202eright", "a" * 100_000],
)
async def test_any_text_is_shown_as_text(text: str) -> None:
    keep(Draft(Moment(text, people=(text[:60],), kind=text[:40], tags=(text[:30],))))
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "enter")
        shown = screen_text(pilot)
        assert text[:3] in shown or "␦" in shown
        assert "\x1b" not in shown
        assert "\u202e" not in shown


async def test_everything_works_by_mouse() -> None:
    some_entries()
    async with open_app(size=LARGE) as pilot:
        await to_history(pilot)
        await pilot.click(EntryList, offset=(8, 2))
        await settled(pilot)
        assert entry_list(pilot).cursor == 2
        assert reader(pilot).entry is None
        await pilot.click(EntryList, offset=(8, 3), times=2)
        await settled(pilot)
        assert reader(pilot).entry
        await pilot.click(SearchBox, offset=(8, 1))
        await act(pilot, *"priya")
        assert len(listed(pilot)) == 3


async def test_every_key_of_the_footer_is_tried_in_these_tests() -> None:
    """Whoever adds a command to the footer adds its test, and its key here."""
    some_entries()
    tried = {"enter", "e", "d", "s", "slash", "f", "t", "o", "m", "y", "v", "escape"}
    of_the_house = {"ctrl+g", "u", "ctrl+p", "f1", "f3", "f5", "f7", "f12", "ctrl+q"}
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "enter")
        reading = set(footer(pilot))
        await act(pilot, "escape", "slash", *"priya", "enter")
        assert reading | set(footer(pilot)) == tried | of_the_house
