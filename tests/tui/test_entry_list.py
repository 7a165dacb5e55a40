from __future__ import annotations

from array import array
from datetime import UTC, datetime

import pytest

from tests.tui.listing import (
    HOUR,
    MILLION,
    CountedList,
    hours,
    line,
    opened,
    seen,
)
from tracejournal.tui.widgets.row_window import MOST_LINES, PAGE, RowWindow


async def test_a_million_rows_ask_for_what_is_near_and_nothing_else() -> None:
    async with opened(hours(MILLION)) as (pilot, entry_list, app):
        for key in ("down", "pagedown", "end", "up", "home", "G", "k", "pageup", "g", "j"):
            await pilot.press(key)
        await pilot.pause()
        assert entry_list.cursor == 1
        assert all(len(rows) <= PAGE + 2 * 20 for rows in app.asked)
        # The beginning, around the end: each is asked for once.
        assert sum(len(rows) for rows in app.asked) < 5 * PAGE


async def test_a_key_draws_two_lines_of_a_million() -> None:
    async with opened(hours(MILLION)) as (pilot, entry_list, app):
        await pilot.press("down")
        await pilot.pause()
        entry_list.drawn, asked = 0, len(app.asked)
        await pilot.press("down")
        await pilot.pause()
        assert entry_list.drawn <= 2
        assert len(app.asked) == asked


async def test_a_key_reads_a_handful_of_rows_of_a_million() -> None:
    class Counted(array):  # type: ignore[type-arg] # a subclass cannot name its code
        read = 0

        def __getitem__(self, place):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN204
            found = super().__getitem__(place)
            Counted.read += len(found) if isinstance(place, slice) else 1
            return found

    async with opened(Counted("q", hours(MILLION))) as (pilot, _, _app):
        await pilot.press("end")
        await pilot.pause()
        Counted.read = 0
        await pilot.press("up")
        await pilot.pause()
        assert Counted.read < 500


async def test_lines_far_away_are_forgotten() -> None:
    window = RowWindow()
    window.show(hours(100_000))
    for position in range(0, 100_000, PAGE):
        rows = window.wanted(position, 20)
        window.learn({row: line(row) for row in rows}, position)
    assert len(window._lines) <= MOST_LINES
    assert window.line_at(0) is None
    assert window.line_at(99_999)
    assert window.wanted(0, 20)


async def test_the_cursor_stays_on_its_entry_when_rows_come_and_go() -> None:
    rows = hours(100)
    async with opened(rows) as (pilot, entry_list, _):
        await pilot.press(*["down"] * 10)
        stood_on = entry_list.current_row
        assert stood_on is not None
        newer = array("q", [rows[0] + HOUR, *rows])
        entry_list.show_rows(newer)
        assert entry_list.current_row == stood_on
        newer.remove(stood_on)
        entry_list.show_rows(array("q", newer))
        assert entry_list.current_row == rows[11]
        entry_list.show_rows(array("q"))
        assert entry_list.current_row is None
        assert entry_list.current is None
        entry_list.show_rows(rows, at=rows[50])
        assert entry_list.cursor == 50


async def test_lines_from_before_stay_until_they_are_read_again() -> None:
    rows = hours(5)
    async with opened(rows) as (pilot, entry_list, app):
        app.answers = False
        entry_list.show_rows(array("q", rows))
        await pilot.pause()
        assert f"words of {rows[0]}" in seen(entry_list)[0]
        assert set(rows) <= set(app.asked[-1])


async def test_an_answer_that_comes_too_late_is_let_go() -> None:
    rows = hours(5)
    async with opened(rows, answers=False) as (_, entry_list, _app):
        entry_list.add_lines({rows[0]: line(rows[0], "too late")}, edition=-1)
        assert entry_list.current is None
        assert seen(entry_list)[0].endswith("…")


async def test_several_are_selected_and_done_with_at_once() -> None:
    rows = hours(10)
    async with opened(rows) as (pilot, entry_list, app):
        await pilot.press("space", "down", "space", "d")
        await pilot.pause()
        wanted = (f"id-{rows[0]}", f"id-{rows[2]}")
        assert app.chosen == [("delete", wanted)]
        assert seen(entry_list)[0].startswith("✓")
        await pilot.press("up", "space", "s")
        await pilot.pause()
        assert app.chosen[-1] == ("seal", wanted[:1])
        entry_list.show_rows(rows[1:])
        assert entry_list.selected == ()


async def test_opening_and_changing_are_for_the_one_under_the_cursor() -> None:
    rows = hours(10)
    async with opened(rows) as (pilot, _, app):
        await pilot.press("space", "enter", "e")
        await pilot.pause()
        assert app.chosen == [("open", (f"id-{rows[1]}",)), ("edit", (f"id-{rows[1]}",))]


@pytest.mark.parametrize(
    ("shelf", "key", "doing"),
    [
        ("kept", "d", "delete"),
        ("kept", "s", "seal"),
        ("sealed", "s", "unseal"),
        ("sealed", "d", "delete"),
        ("trash", "d", "erase"),
        ("trash", "r", "restore"),
    ],
)
async def test_the_shelf_decides_what_a_key_does(shelf: str, key: str, doing: str) -> None:
    rows = hours(3)
    async with opened(rows) as (pilot, entry_list, app):
        entry_list.shelf = shelf
        await pilot.press("e", "r", key)
        await pilot.pause()
        done = [what for what, _ in app.chosen]
        assert done[-1] == doing
        assert ("edit" in done) == (shelf == "kept")
        assert ("restore" in done) == (shelf == "trash")


async def test_an_empty_list_offers_and_does_nothing() -> None:
    async with opened(array("q")) as (pilot, entry_list, app):
        await pilot.press("enter", "e", "d", "s", "space", "down", "end", "pageup", "G")
        await pilot.click(CountedList, offset=(3, 3))
        await pilot.pause()
        assert (app.chosen, app.asked, entry_list.cursor) == ([], [], 0)


async def test_the_mouse_moves_scrolls_and_opens() -> None:
    rows = hours(500)
    async with opened(rows) as (pilot, entry_list, app):
        await pilot.click(CountedList, offset=(5, 4))
        assert entry_list.cursor == 4
        await pilot.click(CountedList, offset=(5, 6), times=2)
        await pilot.pause()
        assert app.chosen == [("open", (f"id-{rows[6]}",))]
        entry_list.scroll_to(y=300, animate=False)
        await pilot.pause()
        assert f"words of {rows[300]}" in seen(entry_list)[0]


async def test_another_month_says_its_name() -> None:
    first = int(datetime(2026, 11, 1, 1, tzinfo=UTC).timestamp()) * 1_000_000
    async with opened(array("q", [first, first - 2 * HOUR, first - 3 * HOUR])) as (_, shown, _app):
        days = [text[2:8] for text in seen(shown)[:3]]
        assert days == ["Sun 01", "31 Oct", "Sat 31"]


async def test_dates_only_and_sealed_lines_show_no_words() -> None:
    rows = hours(2)
    async with opened(rows, answers=False) as (_, shown, _app):
        shown.add_lines({rows[0]: line(rows[0]), rows[1]: line(rows[1], sealed=True)})
        assert "words of" in seen(shown)[0]
        assert seen(shown)[1].endswith("note of gratitude")
        shown.show_words = False
        assert seen(shown)[0].endswith("note of gratitude")


@pytest.mark.parametrize(
    "text",
    ["[b]bold[/b] [/", "[@click=app.quit]x", "会議" * 60, "😀" * 80, "\u2067" + "ש" * 200],
)
async def test_any_text_fills_exactly_the_width(text: str) -> None:
    rows = hours(1)
    async with opened(rows, answers=False) as (_, shown, _app):
        shown.add_lines({rows[0]: line(rows[0], text)})
        strip = shown.render_line(0)
        assert strip.cell_length == shown.scrollable_content_region.width
        assert strip.text.count("\u2067") == strip.text.count("\u2069")
        assert text[:4] in strip.text


async def test_resizing_keeps_the_cursor_in_view() -> None:
    async with opened(hours(500)) as (pilot, entry_list, app):
        await pilot.press(*["down"] * 18)
        await pilot.resize_terminal(40, 6)
        await pilot.pause()
        assert int(entry_list.scroll_offset.y) <= entry_list.cursor
        assert entry_list.cursor < int(entry_list.scroll_offset.y) + entry_list.size.height
        assert entry_list.cursor == 18
        assert len(app.asked) <= 3
