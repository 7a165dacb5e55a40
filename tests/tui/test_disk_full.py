"""Where the disk takes no more, the words stay on the screen, and are kept once it does again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.store.support import room_for
from tests.tui.support import in_journal, open_app, press, screen_text, settle, type_text
from tracejournal.tui.widgets.moment_line import MomentLine

if TYPE_CHECKING:
    from tracejournal.journal.journal import Journal


def texts(journal: Journal) -> list[str]:
    return [entry.content.text for entry in journal.history.entries()]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file sizes")
async def test_row_23_words_stay_on_the_screen_until_the_disk_takes_them() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "before")
        await press(pilot, "enter")
        with room_for(1):
            await type_text(pilot, "Thanked Sam")
            await press(pilot, "enter")
            await settle(pilot)
            said = " ".join(screen_text(pilot).split())
            assert pilot.app.query_one(MomentLine).text == "Thanked Sam"
            assert "Thanked Sam" in said
            assert "disk" in said
            assert "the screen stays there." in said
        assert in_journal(texts) == ["before"]
        await press(pilot, "enter")
        assert pilot.app.query_one(MomentLine).text == ""
    assert in_journal(texts) == ["Thanked Sam", "before"]
