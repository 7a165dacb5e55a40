"""What works from every screen and every dialog there is."""

from __future__ import annotations

import pytest

from tests.tui.scenes import SCENES, furnish, play
from tests.tui.support import in_journal, open_app, press, type_text


@pytest.mark.parametrize("scene", SCENES)
async def test_rule_13_one_key_leaves(scene: str) -> None:
    async with open_app(furnish(scene)) as pilot:
        await play(pilot, scene)
        await pilot.press("ctrl+q")
        await pilot._wait_for_screen()
        assert not pilot.app.is_running


@pytest.mark.parametrize("key", ["ctrl+q", "f10"])
async def test_rule_13_and_keeps_the_words_under_a_dialog(key: str) -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Half a line")
        await press(pilot, "tab", "space", *"note", key)
    drafts = in_journal(lambda journal: journal.drafts.all())
    assert [draft.words for draft in drafts] == ["Half a line"]
