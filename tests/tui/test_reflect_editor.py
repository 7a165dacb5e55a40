"""What F4 does in a real terminal is in tests/terminal/test_editor.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.reflecting import open_reflect, reflect
from tests.tui.support import press, screen_text

if TYPE_CHECKING:
    import pytest


async def test_a_terminal_that_cannot_make_room_is_no_crash(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("VISUAL", "true")  # Pilot's terminal is one that cannot
    async with open_reflect() as pilot:
        await press(pilot, *"Word", "f4")
        assert "This terminal cannot make" in screen_text(pilot)
        assert reflect(pilot).form.area.text == "Word"
        assert reflect(pilot).form.area.has_focus
