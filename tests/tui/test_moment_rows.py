"""Everything a moment can say besides its words: one key deeper, and none of it required."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from tests.tui.support import (
    LARGE,
    SMALL,
    house,
    in_journal,
    open_app,
    press,
    screen_text,
    type_text,
)
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.vocabulary import KINDS, SUPPORTS, WHO
from tracejournal.tui.widgets.moment_form import MomentForm
from tracejournal.tui.widgets.rows import Row

if TYPE_CHECKING:
    from textual.pilot import Pilot

ROWS = (
    "kind", "direction", "who", "mode", "supported", "present", "missing", "when", "minutes",
    "support", "fit", "occasion",
)  # fmt: skip
TO = {name: ["tab"] * (place + 1) for place, name in enumerate(ROWS)}
"""The keys from the line to each row."""


def newest() -> Moment:
    content = in_journal(lambda journal: next(iter(journal.history.entries()))).content
    assert isinstance(content, Moment)
    return content


def row_under(pilot: Pilot[int]) -> str:
    assert isinstance(pilot.app.focused, Row)
    return pilot.app.focused.field


async def test_rule_01_every_row_is_passed_with_one_key_and_nothing_chosen_is_kept() -> None:
    async with open_app() as pilot:
        for name in ROWS:
            await press(pilot, "tab")
            assert row_under(pilot) == name
        await press(pilot, "enter", "enter")
    assert newest() == Moment()


@pytest.mark.parametrize("size", [SMALL, LARGE, (80, 18)])
async def test_every_row_is_in_sight_when_it_has_the_focus(size: tuple[int, int]) -> None:
    async with open_app(size=size) as pilot:
        for _ in ROWS:
            await press(pilot, "tab")
            row = pilot.app.focused
            assert row is not None
            assert pilot.app.screen.region.contains_region(row.region)
            assert "▸" in screen_text(pilot)


async def test_all_rows_at_once_stand_on_the_smallest_usual_terminal() -> None:
    async with open_app() as pilot:
        await press(pilot, "tab")
        lines = screen_text(pilot).splitlines()
        for said in ("kind", "who", "occasion", "enter keep", "Something to ponder", "write"):
            assert any(said in line for line in lines), said
        await press(pilot, "shift+tab", "escape")
        assert "occasion" not in screen_text(pilot)
        assert "Today so far" in screen_text(pilot)


async def test_a_large_terminal_shows_the_daily_rows_and_the_others_on_tab() -> None:
    async with open_app(size=LARGE) as pilot:
        assert "was missing" in screen_text(pilot)
        assert "occasion" not in screen_text(pilot)
        await press(pilot, "tab")
        for said in ("occasion", "Today so far", "This week"):
            assert said in screen_text(pilot)


async def test_rule_22_a_role_is_asked_for_and_a_name_is_never_needed() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Thanked her")
        await press(pilot, *TO["who"], "right", "right", "right", "space")
        assert "supervisor" in screen_text(pilot)
        await press(pilot, "space", "enter")
    assert newest().who == ("supervisor", "supervisee")
    assert newest().people == ()


async def test_what_is_pointed_at_is_taken_with_space_and_the_last_goes_with_backspace() -> None:
    async with open_app() as pilot:
        await press(pilot, *TO["support"], "right", "left", "right", "space", "space", "backspace")
        await press(pilot, "enter")
    assert newest().support == (SUPPORTS[0].key,)


async def test_the_whole_list_is_one_key_away() -> None:
    async with open_app() as pilot:
        await press(pilot, *TO["who"], "space")
        assert all(each.label in screen_text(pilot) for each in WHO)
        await type_text(pilot, "friend")
        await press(pilot, "enter", "escape", "enter")
    assert newest().who == ("friend-or-family",)


@pytest.mark.parametrize(
    ("keys", "minutes", "shown"),
    [
        (("right",), 1, "1 min"),
        (("right", "right"), 5, "5 min"),
        (("right", "right", "right"), 20, "20 min"),
        (("left",), 45, "45 min"),
        (("2", "5"), 25, "25 min"),
        (("2", "5", "right"), 45, "45 min"),
        (("9", "9", "9", "9"), 9, "9 min"),
        (("right", "7"), 7, "7 min"),
        (("0",), 0, "0 min"),
    ],
)
async def test_a_length_is_a_band_or_any_number_and_the_number_is_seen(
    keys: tuple[str, ...], minutes: int, shown: str
) -> None:
    async with open_app() as pilot:
        await press(pilot, *TO["minutes"], *keys)
        assert shown in screen_text(pilot)
        await press(pilot, "enter")
    assert newest().minutes == minutes


async def test_a_length_is_let_go_with_backspace() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Tea")
        await press(pilot, *TO["minutes"], "2", "5", "backspace", "enter")
    assert newest().minutes is None


async def test_a_band_is_chosen_with_the_mouse() -> None:
    async with open_app() as pilot:
        await press(pilot, *TO["minutes"])
        await pilot.click("#row-minutes", offset=(20, 0))
        await press(pilot, "enter")
    assert newest().minutes == 5


async def test_fit_and_occasion_are_chosen_with_arrows_and_stay_when_edited() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Walk")
        await press(pilot, *TO["fit"], "right", "right", "tab", "right", "enter")
        assert (newest().fit, newest().occasion) == ("partly", "routine")
        await press(pilot, "escape", "e")
        await type_text(pilot, " home")
        await press(pilot, "enter")
    assert newest() == Moment("Walk home", kind="shared-break", fit="partly", occasion="routine")


async def test_what_was_begun_in_any_row_is_brought_back() -> None:
    said = Moment("Tea", who=("peer",), support=("company",), occasion="change", minutes=7)
    fields = {"text": "Tea", "who": ["peer"], "support": ["company"], "occasion": "change"}
    in_journal(lambda journal: journal.drafts.save("moment::1", fields | {"minutes": 7}))
    async with open_app() as pilot:
        await press(pilot, "ctrl+o", "enter")
    assert newest() == said.replace(kind="shared-break")


async def test_the_reader_tells_all_of_it_in_words() -> None:
    moment = Moment(
        "Talk", who=("supervisor",), support=("practical",), occasion="hard-work", minutes=20
    )
    in_journal(lambda journal: journal.entries.keep(Draft(moment)))
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+3", "down", "enter")
        shown = screen_text(pilot)
    assert "supervisor" in shown
    assert "after hard work · 20 minutes · practical" in shown


async def test_a_form_that_is_left_folds_its_rows_away() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "tab")
        assert pilot.app.query_one(MomentForm).is_whole
        await press(pilot, "shift+tab", "escape")
        assert not pilot.app.query_one(MomentForm).is_whole
        assert pilot.app.query_one(MomentForm).has_class("-open")


def keep_often(moment: Moment) -> None:
    for _ in range(3):
        in_journal(lambda journal: journal.entries.keep(Draft(moment)))


def row_text(pilot: Pilot[int], name: str) -> str:
    (row,) = (row for row in pilot.app.query(Row) if row.field == name)
    return screen_text(pilot).splitlines()[row.region.y]


async def test_what_is_usually_picked_is_offered_first_and_nothing_is_picked() -> None:
    keep_often(Moment("x", kind="laughter", mode="video", who=("mentor",), support=("feedback",)))
    async with open_app() as pilot:
        await press(pilot, "tab")
        assert "▸ kind        ◠ laughter  ♥ note of gratitude" in row_text(pilot, "kind")
        assert "  how         video  in person" in row_text(pilot, "mode")
        await press(pilot, "tab", "tab")
        assert "▸ who         mentor  peer, my team" in row_text(pilot, "who")
        await press(pilot, "enter", "enter")
    assert newest() == Moment()


async def test_the_whole_list_keeps_its_own_order() -> None:
    keep_often(Moment("x", kind="laughter"))
    async with open_app() as pilot:
        await press(pilot, "tab", "space")
        options = pilot.app.screen.query_one(OptionList)
        listed = [options.get_option_at_index(place).id for place in range(len(KINDS))]
        assert listed == [each.key for each in KINDS]


async def test_what_helped_is_never_offered_by_habit() -> None:
    keep_often(Moment("x", present=("humour",), fit="no"))
    async with open_app() as pilot:
        await press(pilot, *TO["present"])
        assert "time was protected" in row_text(pilot, "present")
        assert "it was      the kind I needed" in row_text(pilot, "fit")


async def test_rule_02_no_row_counts_or_compares() -> None:
    keep_often(Moment("x", kind="laughter", who=("mentor",)))
    async with open_app() as pilot:
        for name in ("kind", "direction", "who", "mode", "present", "missing", "support", "fit"):
            await press(pilot, *["tab"])
            said = row_text(pilot, name)
            assert not set("0123456789%") & set(said), said


async def test_choices_stay_where_they_are_while_someone_chooses() -> None:
    async with open_app() as pilot:
        await press(pilot, "tab")
        keep_often(Moment("x", kind="laughter"))
        await house(pilot).publish_change()
        await press(pilot, "right")
        assert "note of gratitude" in row_text(pilot, "kind")
        await press(pilot, "enter")
    assert newest().kind == "gratitude"
