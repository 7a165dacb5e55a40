from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pytest_textual_snapshot import SVGImageExtension  # type: ignore[import-untyped] # it has no types
from textual.color import Color
from textual.theme import BUILTIN_THEMES
from textual.widgets import Input, TextArea

from tests.tui.scenes import SCENES, furnish, play
from tests.tui.support import LARGE, SMALL, open_app, screen_text
from tracejournal.tui.themes import OWN_THEMES, READABLE, contrast
from tracejournal.words import calendar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.segment import Segment
    from syrupy.assertion import SnapshotAssertion
    from textual.geometry import Region
    from textual.pilot import Pilot

SIGNS = (*calendar.SHADES, calendar.CURSOR, calendar.POINTER_DOWN, calendar.POINTER_ON)
"""Signs that tell something by themselves; the others stand beside words that say the same."""

OWN = [theme.name for theme in OWN_THEMES]
OTHERS = [name for name, theme in BUILTIN_THEMES.items() if not theme.ansi]

_TURNS = 20
"""Other themes take turns, so that a look at all scenes takes minutes and not a quarter hour."""


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])
@pytest.mark.parametrize(("number", "scene"), enumerate(SCENES), ids=list(SCENES))
async def test_every_screen_looks_as_it_was_approved_and_can_be_read(
    number: int, scene: str, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    unlike, too_faint = [], []
    async with open_app(furnish(scene), size=size) as pilot:
        await play(pilot, scene)
        assert screen_text(pilot).strip(), "an empty screen is no look"
        screen = pilot.app.screen
        blinking = [line.cursor_blink for line in screen.query(Input)]
        blinking += [area.cursor_blink for area in screen.query(TextArea)]
        assert not any(blinking), "nothing moves by itself"
        pilot.app.clear_notifications()  # they leave by themselves, sooner or later
        for theme in (*OWN, *OTHERS[number % _TURNS :: _TURNS]):
            pilot.app.theme = theme
            await pilot.pause()
            too_faint += [f"{theme}: {said}" for said in faint_texts(pilot)]
            approved = snapshot(name=theme, extension_class=SVGImageExtension)
            if theme in OWN and approved != pilot.app.export_screenshot():
                unlike.append(theme)
        await pilot.press("ctrl+q")
        await pilot._wait_for_screen()
        assert not pilot.app.is_running, "one key leaves"
    assert too_faint == []
    assert unlike == [], "see what changed with --snapshot-update and git, then approve or mend it"


def test_the_contrast_check_finds_a_faint_text() -> None:
    grey, paper = Color.parse("#777777"), Color.parse("#ffffff")
    assert contrast(grey, paper) < READABLE < contrast(Color.parse("#707070"), paper)


def faint_texts(pilot: Pilot[int]) -> Iterator[str]:
    """Yield every text on the top screen with less contrast than can be read well."""
    strips = pilot.app.screen._compositor.render_strips()
    dialogs = [widget.region for widget in pilot.app.screen.query(".dialog, #--container")]
    for y, strip in enumerate(strips):
        x = 0
        for segment in strip:
            if _matters(segment) and _inside(x, y, dialogs):
                ratio = contrast(*_colours(segment))
                if ratio < READABLE:
                    yield f"{segment.text.strip()!r} has {ratio:.1f}"
            x += segment.cell_length


def _matters(segment: Segment) -> bool:
    has_colours = segment.style and segment.style.color and segment.style.bgcolor
    return bool(has_colours) and any(char.isalnum() or char in SIGNS for char in segment.text)


def _inside(x: int, y: int, dialogs: list[Region]) -> bool:
    # Behind a dialog the screen is dimmed on purpose.
    return not dialogs or any(region.contains(x, y) for region in dialogs)


def _colours(segment: Segment) -> tuple[Color, Color]:
    style = segment.style
    assert style
    assert style.color
    assert style.bgcolor
    front, back = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    return (back, front) if style.reverse else (front, back)
