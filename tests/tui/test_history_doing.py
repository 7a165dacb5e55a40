from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import FakeClock
from tests.tui.looking_back import (
    act,
    draft,
    entry_list,
    footer,
    keep,
    listed,
    look_for,
    reader,
    said,
    screen,
    settled,
    shelf_size,
    some_entries,
    to_history,
)
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
from tracejournal import places
from tracejournal.model.entry import Draft, Entry, Moment
from tracejournal.store.opening import open_store
from tracejournal.tui.widgets.search_box import SearchBox
from tracejournal.words import history as words
from tracejournal.words import house as house_words

if TYPE_CHECKING:
    from tracejournal.journal.journal import Journal


async def test_delete_puts_in_the_trash_and_undo_takes_it_back() -> None:
    newest, *_ = some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "d")
        assert len(listed(pilot)) == 5
        assert house_words.TRASHED in said(pilot)
        assert shelf_size("trash") == 1
        await act(pilot, "u")
        assert len(listed(pilot)) == 6
        await act(pilot, "U")
        assert shelf_size("trash") == 1
        assert entry_list(pilot).rows[0] != newest.row


async def test_several_go_at_once() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "space", "down", "space")
        assert "2 selected" in screen_text(pilot)
        await act(pilot, "d")
        assert shelf_size("trash") == 2
        assert house_words.TRASHED_MANY.format(count=2) in said(pilot)
        assert "selected" not in screen_text(pilot)
        await act(pilot, "u")
        assert shelf_size("trash") == 0


async def test_escape_lets_go_of_the_selection() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "space", "space", "escape")
        assert entry_list(pilot).selected == ()
        await act(pilot, "d")
        assert shelf_size("trash") == 1


async def test_sealing_hides_and_unsealing_brings_back() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "s")
        assert len(listed(pilot)) == 5
        assert house_words.SEALED in said(pilot)
        await act(pilot, "f", *"sea", "enter")
        assert listed(pilot) == ["Sun 22  ♥ note of gratitude"]
        assert "╭─ Sealed · November 2026" in screen_text(pilot)
        keys = footer(pilot)
        assert (keys["s"], keys["d"]) == ("Unseal", "Delete")
        assert {"e", "m"}.isdisjoint(keys)
        await act(pilot, "enter")
        assert words.SEALED_ENTRY in screen_text(pilot)
        assert "covering" not in screen_text(pilot)
        await act(pilot, "s")
        assert shelf_size("sealed") == 0
        assert words.NOTHING_SEALED in screen_text(pilot)
        await act(pilot, "escape")
        assert len(listed(pilot)) == 6


async def test_the_trash_puts_back_or_erases() -> None:
    some_entries()
    async with open_app(size=LARGE) as pilot:
        await to_history(pilot)
        await act(pilot, "d", "d", "d")
        await act(pilot, "f", *"trash", "enter")
        assert "╭─ Trash · November 2026" in screen_text(pilot)
        keys = footer(pilot)
        assert (keys["d"], keys["r"]) == ("Erase", "Put back")
        assert {"e", "s", "m"}.isdisjoint(keys)
        await act(pilot, "r")
        assert shelf_size("trash") == 2
        assert house_words.RESTORED in said(pilot)
        await act(pilot, "d")
        assert words.ERASE in screen_text(pilot)
        await act(pilot, "n")
        assert shelf_size("trash") == 2
        await act(pilot, "d", "y")
        assert house_words.ERASED in said(pilot)
        assert shelf_size("trash") == 1
        await act(pilot, "space", "d")
        assert words.ERASE in screen_text(pilot)
        await act(pilot, "y")
        assert words.NOTHING_IN_TRASH in screen_text(pilot)
    assert len(in_journal(lambda journal: journal.history.find())) == 4


async def test_several_in_the_trash_are_erased_after_one_question() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "space", "space", "d", "f", *"trash", "enter")
        await act(pilot, "space", "space", "d")
        assert words.ERASE_MANY.format(count=2) in screen_text(pilot)
        await act(pilot, "y")
        assert shelf_size("trash") == 0


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_an_entry_erased_while_it_is_read_is_gone_from_the_screen(
    size: tuple[int, int],
) -> None:
    some_entries()
    async with open_app(size=size) as pilot:
        await to_history(pilot)
        await act(pilot, "d", "d", "f", *"trash", "enter")
        await act(pilot, "enter")
        await act(pilot, "d", "y")
        assert reader(pilot).entry is None
        assert "covering" not in screen_text(pilot)
        assert len(listed(pilot)) == 1


async def test_the_reader_is_settled_even_where_a_newer_look_cuts_in() -> None:
    entry, *_ = some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "enter")
        in_journal(lambda journal: journal.entries.erase([entry.id]))
        shown = screen(pilot)
        await shown.filler.fill()  # cut off before the reader was looked at
        await shown.reload()
        await settled(pilot)
        assert reader(pilot).entry is None


async def test_edit_keeps_the_change_and_says_when() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "enter")
        house(pilot).clock.pass_time(days=1)  # type: ignore[attr-defined] # it is a FakeClock
        await press(pilot, "e")
        await type_text(pilot, " and more")
        await act(pilot, "ctrl+s")
        shown = screen_text(pilot)
        assert "#gratitude and more" in shown
        assert "changed 24 Nov 2026" in shown


async def test_an_entry_moved_to_another_day_keeps_the_cursor() -> None:
    entry, *_ = some_entries()
    async with open_app() as pilot:
        await to_history(pilot)

        def move(journal: Journal) -> Entry:
            return journal.entries.revise(entry.id, entry.content, draft(Moment(), 20).when)

        moved = in_journal(move)
        await screen(pilot)._stay_with(entry.id)
        await settled(pilot)
        assert entry_list(pilot).current_row == moved.row
        assert entry_list(pilot).cursor == 3


@pytest.mark.parametrize("key", ["d", "s"])
async def test_the_open_entry_can_be_done_with_too(key: str) -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "down", "enter", key)
        assert reader(pilot).entry is None
        assert words.GONE not in said(pilot)
        assert entry_list(pilot).has_focus
        assert len(listed(pilot)) == 5


async def test_an_entry_deleted_elsewhere_closes_gently() -> None:
    _, entry, *_ = some_entries()
    async with open_app(size=LARGE) as pilot:
        await to_history(pilot)
        await act(pilot, "down", "enter")
        in_journal(lambda journal: journal.entries.delete([entry.id]))
        await house(pilot).publish_change()
        await settled(pilot)
        assert reader(pilot).entry is None
        assert words.GONE in said(pilot)
        assert len(listed(pilot)) == 5
        assert entry_list(pilot).cursor == 1


async def test_an_entry_erased_elsewhere_closes_gently() -> None:
    entry, *_ = some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await act(pilot, "enter")
        in_journal(lambda journal: journal.entries.erase([entry.id]))
        await house(pilot).publish_change()
        await settled(pilot)
        assert words.GONE in said(pilot)
        assert entry_list(pilot).has_focus


async def test_an_entry_changed_elsewhere_is_shown_as_it_is_now() -> None:
    entry, *_ = some_entries()
    async with open_app(size=LARGE) as pilot:
        await to_history(pilot)
        await act(pilot, "enter")
        in_journal(lambda journal: journal.entries.revise(entry.id, Moment("Other words")))
        await house(pilot).publish_change()
        await settled(pilot)
        assert screen_text(pilot).count("Other words") == 2


async def test_what_another_program_writes_appears_while_someone_moves() -> None:
    some_entries()
    clock = FakeClock()
    async with open_app(clock) as pilot:
        await to_history(pilot)
        await act(pilot, "down")
        stood_on = entry_list(pilot).current_row
        assert stood_on is not None
        keep(draft(Moment("From another shell"), 0, 8))
        clock.pass_time(seconds=1.5)
        await act(pilot, "down")
        assert listed(pilot)[0] == "Mon 23  ✦ From another shell"
        assert entry_list(pilot).rows.index(stood_on) + 1 == entry_list(pilot).cursor


async def test_trying_to_move_where_the_list_ends_is_enough_to_look() -> None:
    keep(draft(Moment("The only one"), 1))
    clock = FakeClock()
    async with open_app(clock) as pilot:
        await to_history(pilot)
        for count, key in enumerate(("down", "j", "G"), 2):
            keep(draft(Moment("From another shell"), 0, count))
            clock.pass_time(seconds=1.5)
            await act(pilot, key)
            assert len(listed(pilot)) == count
            assert entry_list(pilot).cursor == count - 1


async def test_moving_looks_at_most_once_a_second() -> None:
    some_entries()
    clock = FakeClock()
    async with open_app(clock) as pilot:
        await to_history(pilot)
        for kept, passed in ((7, 1.5), (8, 1.5), (9, -3600)):
            keep(draft(Moment("From another shell"), kept))
            await act(pilot, "down", "down", "up", "down")
            assert len(listed(pilot)) == kept - 1
            clock.pass_time(seconds=passed)
            await act(pilot, "down", "up")
            assert len(listed(pilot)) == kept


async def test_a_journal_that_cannot_be_read_is_said_and_survived() -> None:
    some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        with open_store(places.journal_file()) as elsewhere:
            elsewhere.run("ALTER TABLE entries_search RENAME TO away")
            await act(pilot, "slash", *"priy")
            assert any("no such table: entries_search" in sentence for sentence in said(pilot))
            elsewhere.run("ALTER TABLE away RENAME TO entries_search")
        await act(pilot, "a")
        assert len(listed(pilot)) == 3


async def test_opening_from_today_shows_the_entry() -> None:
    entries = some_entries()
    async with open_app() as pilot:
        await to_history(pilot)
        await look_for(pilot, "caseload")
        await screen(pilot).open_entry(entries[0].id)
        await settled(pilot)
        assert reader(pilot).entry == entries[0]
        assert screen(pilot).query_one(SearchBox).value == ""
        assert entry_list(pilot).current_row == entries[0].row
        await screen(pilot).open_entry(entries[3].id)
        await settled(pilot)
        assert entry_list(pilot).current_row == entries[3].row


async def test_enter_on_today_leads_here_before_history_was_ever_seen() -> None:
    some_entries()
    (today,) = keep(Draft(Moment("A word this morning")))
    async with open_app() as pilot:
        await press(pilot, "escape", "enter")
        await settled(pilot)
        assert reader(pilot).entry == today
        assert "A word this morning" in screen_text(pilot)


async def test_an_entry_on_another_shelf_is_opened_there() -> None:
    entries = some_entries()
    in_journal(lambda journal: journal.entries.delete([entries[2].id]))
    async with open_app() as pilot:
        await to_history(pilot)
        await screen(pilot).open_entry(entries[2].id)
        await settled(pilot)
        assert "r" in footer(pilot)
        assert len(entry_list(pilot).rows) == 1
