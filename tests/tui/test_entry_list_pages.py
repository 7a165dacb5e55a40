from __future__ import annotations

from array import array

import pytest

from tests.tui.listing import HOUR, hours, opened, part, seen
from tracejournal.tui.widgets.row_window import More, RowWindow


async def test_rows_are_asked_for_before_they_end() -> None:
    rows = hours(3_000)
    async with opened(array("q")) as (pilot, entry_list, app):
        known, more = part(rows, 1_000, 2_000)
        entry_list.show_rows(known, at=rows[1_500], more=more)
        await pilot.pause()
        assert app.rows_asked == []
        entry_list.move_to_row(rows[1_900])
        entry_list.move_to_row(rows[1_910])
        await pilot.pause()
        assert app.rows_asked == [(rows[1_999], False)]
        app.answer_rows(rows[2_000:], is_all=True)
        entry_list.move_to_row(rows[1_100])
        await pilot.pause()
        assert app.rows_asked[1:] == [(rows[1_000], True)]
        before = seen(entry_list)
        app.answer_rows(rows[500:1_000])
        await pilot.pause()
        assert seen(entry_list) == before
        assert entry_list.current_row == rows[1_100]
        app.answer_rows(rows[:500], is_all=True)
        await pilot.press("home")
        await pilot.pause()
        assert entry_list.cursor == 0
        assert (entry_list.current_row, entry_list.is_whole) == (rows[0], True)
        await pilot.press("end")
        assert entry_list.cursor == 2_999
        assert entry_list.current_row == rows[-1]


async def test_rows_that_come_too_late_are_let_go() -> None:
    rows = hours(3_000)
    async with opened(array("q")) as (pilot, entry_list, app):
        known, more = part(rows, 0, 1_000)
        entry_list.show_rows(known, more=more)
        entry_list.move_to(990)
        await pilot.pause()
        entry_list.show_rows(rows[:5])
        app.answer_rows(rows[1_000:2_000])
        assert len(entry_list.rows) == 5


async def test_an_end_that_is_not_known_is_asked_for_and_steps_wait_for_it() -> None:
    rows = hours(3_000)
    async with opened(array("q")) as (pilot, entry_list, app):
        known, more = part(rows, 1_000, 2_000)
        for key, steps, end, last in (("G", "kk", -(2**63), 2_997), ("g", "jj", 2**63 - 1, 2)):
            entry_list.show_rows(known, at=rows[1_500], more=more)
            await pilot.press(key, *steps)
            await pilot.pause()
            assert app.jumps[-1] == end
            assert entry_list.current_row not in (rows[2_997], rows[2])
            entry_list.show_rows(rows, at=end)
            assert entry_list.current_row == rows[last]
        entry_list.show_rows(known, at=rows[1_500], more=more)
        await pilot.press("G")
        entry_list.stay()
        before = entry_list.cursor
        await pilot.press("down")
        assert entry_list.cursor == before + 1


async def test_rows_in_another_order_than_time_keep_the_cursor_on_its_entry() -> None:
    rows = hours(30)
    by_rank = array("q", sorted(rows, key=lambda row: row * 7919 % 1_000_003))
    async with opened(array("q")) as (pilot, entry_list, _):
        entry_list.show_rows(by_rank, more=More(in_time=False))
        await pilot.press(*["down"] * 4)
        assert entry_list.current_row == by_rank[4]
        assert all(entry_list.holds(row) for row in rows)
        entry_list.show_rows(array("q", reversed(by_rank)), more=More(in_time=False))
        assert entry_list.current_row == by_rank[4]
        assert entry_list.cursor == 25
        assert "23 Nov 2026" in " ".join(seen(entry_list))
        entry_list.move_to_row(0)
        assert entry_list.cursor == 0
        await pilot.press("space")
        entry_list.show_rows(by_rank[1:], more=More(in_time=False))
        assert len(entry_list.selected) == 1


@pytest.mark.parametrize("gap", [1, HOUR, 40 * HOUR])
def test_places_are_guessed_by_time_and_exact_where_all_is_known(gap: int) -> None:
    window = RowWindow()
    newest = 2_000_000 * HOUR
    rows = array("q", range(newest // 2, newest // 2 - 1_000 * gap, -gap))
    window.show(rows, More(newer=True, older=True, newest=newest, oldest=0))
    assert 0.4 < window.base / window.total < 0.6
    assert abs(window.row_near(window.total // 2) - newest // 2) < newest // 100
    assert window.position_of(rows[7]) == window.base + 7
    moved = window.add(array("q", [newest]), above=True, is_all=True)
    assert window.base == 0
    assert window.row_at(7 + 1) == rows[7]
    assert moved < 0
    window.add(array("q", [0]), above=False, is_all=True)
    assert window.total == len(window.rows) == 1_002
