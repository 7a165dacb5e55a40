"""What works from every dialog; that each can be left with one key, `test_looks` shows."""

from __future__ import annotations

import pytest

from tests.tui.support import in_journal, open_app, press, type_text


@pytest.mark.parametrize("key", ["ctrl+q", "f10"])
async def test_rule_13_one_key_leaves_and_keeps_the_words_under_a_dialog(key: str) -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Half a line")
        await press(pilot, "tab", "space", *"note", key)
    drafts = in_journal(lambda journal: journal.drafts.all())
    assert [draft.words for draft in drafts] == ["Half a line"]
