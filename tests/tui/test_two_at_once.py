"""Two windows, or a window and a shell, on one journal: both kept, or the person is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import FakeClock
from tests.tui.support import in_journal, open_app, press, screen_text, settle, type_text
from tracejournal.model.entry import CheckIn, Draft, Entry, Moment
from tracejournal.tui.widgets.moment_line import MomentLine

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tracejournal.journal.journal import Journal


def keep(text: str = "As it was") -> Entry:
    return in_journal(lambda journal: journal.entries.keep(Draft(Moment(text))))


def words(shelf: str = "kept") -> list[str]:
    return in_journal(lambda journal: [each.content.text for each in all_of(journal, shelf)])


def all_of(journal: Journal, shelf: str) -> list[Entry]:
    return list(journal.history.entries("", shelf))


def waiting() -> list[str]:
    return in_journal(lambda journal: [draft.words for draft in journal.drafts.all()])


def earlier(entry: Entry) -> list[str]:
    return in_journal(lambda j: [each.words for each in j.entries.versions(entry.id)])


async def edit(pilot: Pilot[int], typed: str) -> None:
    """Open the entry of today and write something at its end."""
    await press(pilot, "escape", "e")
    await type_text(pilot, typed)


def elsewhere(entry: Entry, what: str) -> None:
    def do(journal: Journal) -> None:
        if what == "revise":
            journal.entries.revise(entry.id, Moment("Changed elsewhere"))
        else:
            getattr(journal.entries, what)([entry.id])

    in_journal(do, FakeClock("2026-11-23T08:43"))


async def test_nothing_is_written_over_what_was_changed_elsewhere() -> None:
    entry = keep()
    async with open_app() as pilot:
        await edit(pilot, " and mine")
        elsewhere(entry, "revise")
        await press(pilot, "ctrl+s")
        assert "This entry was changed elsewhere meanwhile" in screen_text(pilot)
        assert words() == ["Changed elsewhere"]
        await press(pilot, "escape")
        assert pilot.app.screen.query_one(MomentLine).text == "As it was and mine"
        await press(pilot, "ctrl+q")
    assert words() == ["Changed elsewhere"]
    assert waiting() == ["As it was and mine"]


async def test_mine_can_go_on_top_and_the_other_stays_among_the_earlier_ones() -> None:
    entry = keep()
    async with open_app() as pilot:
        await edit(pilot, " and mine")
        elsewhere(entry, "revise")
        await press(pilot, "ctrl+s", "enter")
        assert words() == ["As it was and mine"]
        assert earlier(entry) == ["Changed elsewhere", "As it was"]
        await press(pilot, "escape", "u")
        assert words() == ["Changed elsewhere"]
    assert waiting() == []


async def test_both_can_be_kept_after_a_look_at_the_other() -> None:
    entry = keep()
    async with open_app() as pilot:
        await edit(pilot, " and mine")
        elsewhere(entry, "revise")
        await press(pilot, "ctrl+s", "down", "down", "enter")
        assert "Changed elsewhere" in screen_text(pilot)
        await press(pilot, "escape", "down", "enter")
    assert sorted(words()) == ["As it was and mine", "Changed elsewhere"]
    assert waiting() == []


async def test_an_entry_deleted_elsewhere_can_be_put_back_with_the_change() -> None:
    entry = keep()
    async with open_app() as pilot:
        await edit(pilot, " and mine")
        elsewhere(entry, "delete")
        await press(pilot, "ctrl+s")
        assert "This entry was put in the trash meanwhile" in screen_text(pilot)
        assert (words(), words("trash")) == ([], ["As it was"])
        await press(pilot, "enter")
    assert (words(), words("trash")) == (["As it was and mine"], [])


async def test_a_change_to_an_entry_erased_elsewhere_can_be_kept_by_itself() -> None:
    entry = keep()
    async with open_app() as pilot:
        await edit(pilot, " and mine")
        elsewhere(entry, "erase")
        await press(pilot, "ctrl+s")
        assert "This entry was removed for good meanwhile" in screen_text(pilot)
        await press(pilot, "enter")
    assert words() == ["As it was and mine"]
    assert waiting() == []


async def test_the_words_of_an_entry_sealed_elsewhere_stay_out_of_sight() -> None:
    entry = keep()
    async with open_app() as pilot:
        await edit(pilot, " and mine")
        elsewhere(entry, "revise")
        elsewhere(entry, "seal")
        await press(pilot, "ctrl+s")
        assert "This entry was sealed meanwhile" in screen_text(pilot)
        assert "Look at the other" not in screen_text(pilot)
        assert "Changed elsewhere" not in screen_text(pilot)
        await press(pilot, "enter")
    assert (words(), words("sealed")) == ([], ["As it was and mine"])


async def test_a_check_in_changed_elsewhere_is_asked_about_too() -> None:
    entry = in_journal(lambda journal: journal.entries.keep(Draft(CheckIn("so so", energy=5))))
    async with open_app() as pilot:
        await press(pilot, "escape", "e", "7")
        in_journal(lambda journal: journal.entries.revise(entry.id, CheckIn("so so", energy=2)))
        await press(pilot, "enter")
        assert "This entry was changed elsewhere meanwhile" in screen_text(pilot)
        await press(pilot, "down", "enter")
    numbers = in_journal(lambda j: [getattr(e.content, "energy", 0) for e in all_of(j, "kept")])
    assert sorted(numbers) == [2, 7]


async def test_taking_a_change_back_does_not_take_along_what_was_changed_elsewhere() -> None:
    entry = keep()
    async with open_app() as pilot:
        await edit(pilot, " and mine")
        await press(pilot, "ctrl+s")
        elsewhere(entry, "revise")
        await press(pilot, "u")
        assert "left as it is there" in screen_text(pilot)
    assert words() == ["Changed elsewhere"]


async def test_two_windows_write_a_line_each_and_neither_loses_a_word() -> None:
    async with open_app() as one:
        await type_text(one, "In the first")
        async with open_app() as two:
            await type_text(two, "In the second")
            await press(two, "ctrl+q")
        assert sorted(waiting()) == ["In the first", "In the second"]
        await press(one, "enter")
    assert words() == ["In the first"]
    assert waiting() == ["In the second"]


@pytest.mark.parametrize("end", ["enter", "ctrl+q"])
async def test_words_taken_up_in_a_second_window_are_lost_in_neither(end: str) -> None:
    """The first window still has them, and does not know."""
    async with open_app() as one:
        await type_text(one, "Begun here")
        await press(one, "f12", "f12")
        async with open_app() as two:
            await press(two, "ctrl+o")
            assert two.app.screen.query_one(MomentLine).text == "Begun here"
            await press(two, *["backspace"] * 10)
            await press(two, "ctrl+q")
        assert waiting() == []
        await press(one, end)
    assert words() + waiting() == ["Begun here"]


async def test_keeping_in_one_window_leaves_what_the_other_has_in_its_line() -> None:
    async with open_app() as one:
        await type_text(one, "Begun here")
        await press(one, "f12", "f12")
        async with open_app() as two:
            await press(two, "ctrl+o")
            await type_text(two, " and there")
            await press(one, "enter")
            await settle(two)
            assert two.app.screen.query_one(MomentLine).text == "Begun here and there"
            await press(two, "ctrl+q")
    assert words() == ["Begun here"]
    assert waiting() == ["Begun here and there"]
